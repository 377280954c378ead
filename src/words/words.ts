/**
 * Every word of the interface, from `content/words/vi.yaml`: the one door. Read as a file, so that the same
 * code runs under the bundler
 * and in plain Node. A key that does not exist is a fault of the compiler; a gap left open stops the build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { wordsSchema } from '../schemas/edition.ts';
import type { WordGaps, WordGroup } from './keys.ts';

export { dayWords } from '../domain/day-words.ts';

/** The file of words, from the folder of the project. */
const wordsFile = 'content/words/vi.yaml';

/** Key of a word: `guide.minutes`. */
export type WordKey = keyof WordGaps;
type Values = Readonly<Record<string, string | number>>;
/** What a key wants: the values of its gaps, or nothing. */
type Wanted<Key extends WordKey> = [WordGaps[Key]] extends [never]
  ? [values?: Values]
  : [values: Readonly<Record<WordGaps[Key], string | number>>];

const words = wordsSchema.parse(parse(readFileSync(join(process.cwd(), wordsFile), 'utf8')));

/** The text of `group.key`, its `{names}` filled in. */
export function t<Key extends WordKey>(key: Key, ...[values = {}]: Wanted<Key>): string {
  const [group = '', name = ''] = key.split('.');
  const text = words[group]?.[name];
  if (text === undefined) throw new Error(`Thiếu chữ “${key}” trong ${wordsFile} (unknown word key).`);
  const given: Values = values;
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = given[gap];
    if (value === undefined) throw new Error(`Chữ “${key}” thiếu giá trị cho {${gap}} (missing value).`);
    return String(value);
  });
}

/** Names in a group of words. */
export type WordIn<Group extends WordGroup> = WordKey extends infer Key
  ? Key extends `${Group}.${infer Name}`
    ? Name
    : never
  : never;

/** Some texts of a group, gaps left open: for a page's script, which fills them. */
export function openWords<Group extends WordGroup, Name extends WordIn<Group>>(
  group: Group,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const texts = wordGroup(group);
  const text = (name: Name): string => {
    const found = texts[name];
    if (found === undefined)
      throw new Error(`Thiếu chữ “${group}.${name}” trong ${wordsFile} (unknown word key).`);
    return found;
  };
  // The compiler forgets the names that a record is made of.
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}

/** All texts of a group, gaps left open: for a page's script, which fills them. */
export function wordGroup(group: WordGroup): Readonly<Record<string, string>> {
  const texts = words[group];
  if (texts === undefined)
    throw new Error(`Thiếu nhóm chữ “${group}” trong ${wordsFile} (unknown word group).`);
  return texts;
}
