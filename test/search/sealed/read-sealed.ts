/** Reads the sealed sets: questions by style, labels by family; a part to fit on, a part to measure. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * `train`: weights and thresholds may be fitted on it.
 * `test`: only ever measured, never read by those who tune.
 */
export const parts = ['train', 'test'] as const;
export type Part = (typeof parts)[number];

const family = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const question = { family, pass: z.int().min(1), text: z.string().min(1) };
/** An address as `src/domain/address.ts` makes it, or a folder of them: `/don-vi/*`. */
const address = z.string().regex(/^\/.*(\/|\*|#[a-z0-9-]+)$/);

/** One typed or spoken question. */
export const searchRow = z.strictObject(question);
/** What a family needs: pages that may stand first and pages accepted among the first three; or why none. */
export const familyRow = z.union([
  z.strictObject({ family, need: z.string(), first: z.array(address).min(1), also: z.array(address) }),
  z.strictObject({ family, need: z.string(), none: z.string().min(1), near: z.array(address) }),
]);
/**
 * Where an answer stands: a section of a page by its id (empty: the opening, `*`: anywhere on the page), or
 * words that the quoted step, case or line must hold.
 */
const mark = z.union([
  z.strictObject({ page: address, section: z.string() }),
  z.strictObject({ page: address, words: z.string().min(4) }),
]);
/** A question to the assistant that something answers. Any one of the marks is right. */
export const answerRow = z.strictObject({ ...question, answers: z.array(mark).min(1) });
const kind = z.enum(['box', 'should', 'none']);
/** A sentence of danger or one near to it, what must open and what it tells. */
export const emergencyRow = z.strictObject({
  ...question,
  kind,
  accept: z.array(kind).optional(),
  /** Who called, what they want, what happened, how long ago, to whom, harm: each writer's own names. */
  slots: z.strictObject({
    who: family,
    wants: family,
    happened: family,
    ago: family,
    whom: family,
    harm: family,
  }),
});

const folder = (part: Part): URL => new URL(`${part}/`, import.meta.url);

/** Names of the files of a part, without ending. */
export const sealedNames = (part: Part): string[] =>
  readdirSync(folder(part)).map((name) => name.replace(/\.jsonl$/, ''));

const linesOf = (part: Part, name: string): string[] =>
  readFileSync(new URL(`${name}.jsonl`, folder(part)), 'utf8')
    .trimEnd()
    .split('\n');

/** Number of rows in one file. */
export const sealedSize = (part: Part, name: string): number => linesOf(part, name).length;

/**
 * A question of the set of voices, which is only ever measured: `pass` says whose voice, `pages` which pages
 * answer it; none where nothing does.
 */
const voiceRow = z.strictObject({
  pass: z.int().min(1),
  text: z.string().min(1),
  pages: z.array(address).default([]),
});
export type Voice = z.infer<typeof voiceRow>;
/** Whose voice a pass of that set is. */
export const voices = [
  'grandmother',
  'stallholder',
  'officer',
  'youth',
  'southern village',
  'central village',
] as const;

/** All questions of the set of voices. */
export const readVoices = (): Voice[] =>
  ['answerable', 'nothing'].flatMap((name) =>
    readFileSync(new URL(`voices/${name}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => voiceRow.parse(JSON.parse(line))),
  );

/** The rows of one file. A row of another shape throws. */
export const readSealed = <Row extends z.ZodType>(part: Part, name: string, row: Row): z.infer<Row>[] =>
  linesOf(part, name).map((line) => row.parse(JSON.parse(line)));

/** Part of a family: FNV-1a over salt and name, four of ten to `train`. */
export function partOf(name: string): Part {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`66/${name}`)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash % 10 < 4 ? 'train' : 'test';
}

/** Whether an address is one of a list in which `/don-vi/*` stands for everything below. */
export const isAmong = (list: readonly string[], found: string): boolean =>
  list.some((entry) => (entry.endsWith('*') ? found.startsWith(entry.slice(0, -1)) : entry === found));
