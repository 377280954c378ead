/**
 * Sentences for danger, one file a way of writing: with marks, without, as young people chat, the three
 * regions, elders, spoken without punctuation, misspelt. A family is one need in any words; a part of the
 * families is never learnt from, so that something new can be measured.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';

export const kinds = ['none', 'should', 'box'] as const;
export type Kind = (typeof kinds)[number];

const row = z.strictObject({
  kind: z.enum(kinds),
  /** The emergency that must open. */
  box: z.string().optional(),
  /** The first file has none: each of its sentences stands alone. */
  family: z.string().optional(),
  text: z.string().min(1),
});
type Sentence = z.infer<typeof row> & { readonly style: string };

const folder = new URL('sentences/', import.meta.url);
const files = readdirSync(folder)
  .sort()
  .map((name) => ({ style: name.replace('.jsonl', ''), text: readFileSync(new URL(name, folder), 'utf8') }));

/** FNV-1a over UTF-8. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum;
}

/** Whether a family is only measured: by its name, so that it never moves. */
const isKept = (family: string): boolean => hash(family) % 5 === 0;
/** Which of `folds` parts a sentence belongs to; a family stays together. */
export const foldOf = ({ family, text }: Sentence, folds: number): number =>
  hash(`cv${family ?? text}`) % folds;

const all: readonly Sentence[] = files.flatMap(({ style, text }) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => ({ style, ...row.parse(JSON.parse(line)) })),
);

/** Sentences to learn from. */
export const learntFrom = all.filter(({ family }) => family === undefined || !isKept(family));
/** Sentences that nothing learns from. */
export const keptApart = all.filter(({ family }) => family !== undefined && isKept(family));
/** All that was written, for a stamp of what was learnt. */
export const written = files.map(({ text }) => text).join('');
