/** The keys of `content/words/vi.yaml` as a type, printed into `src/words/keys.ts` so that a wrong key is a fault of the compiler. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { wordsSchema } from '../src/schemas/edition.ts';

/** Names of the gaps in a text: `{n}` gives `n`. */
export const gapsOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, gap = '']) => gap)),
];

/** Every key of the interface's words with its text. */
export function allWords(): ReadonlyMap<string, string> {
  const groups = wordsSchema.parse(parse(readFileSync('content/words/vi.yaml', 'utf8')));
  return new Map(
    Object.entries(groups).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
}

/** The file of keys. */
export function wordKeys(): string {
  const words = allWords();
  const groups = [...new Set([...words.keys()].map((key) => key.slice(0, key.indexOf('.'))))];
  const quote = (name: string): string => `'${name}'`;
  return [
    '/** Printed by `npm run docs` from content/words/vi.yaml; nothing to edit here. */',
    '',
    '/** Every key with the gaps of its text. */',
    'export interface WordGaps {',
    ...[...words].map(([key, text]) => `  ${quote(key)}: ${gapsOf(text).map(quote).join(' | ') || 'never'};`),
    '}',
    '',
    '/** Groups of words. */',
    'export type WordGroup =',
    ...groups.map((group, index) => `  | ${quote(group)}${index === groups.length - 1 ? ';' : ''}`),
    '',
  ].join('\n');
}
