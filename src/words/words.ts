/**
 * Every word of the interface, from `content/words`, a file for each language: the one door. Read as files,
 * so that the same code runs under the bundler
 * and in plain Node. A key that does not exist is a fault of the compiler; a gap left open stops the build.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { defaultLanguage } from '../domain/language.ts';
import { wordsSchema, type WordsData } from '../schemas/edition.ts';
import type { WordGaps, WordGroup } from './keys.ts';

/** The folder of words, from the folder of the project. */
const wordsFolder = 'content/words';
const wordsFile = `${wordsFolder}/${defaultLanguage}.yaml`;

/** Key of a word: `guide.minutes`. */
type WordKey = keyof WordGaps;
type Values = Readonly<Record<string, string | number>>;
/** What a key wants: the values of its gaps, or nothing. */
type Wanted<Key extends WordKey> = [WordGaps[Key]] extends [never]
  ? [values?: Values]
  : [values: Readonly<Record<WordGaps[Key], string | number>>];

/** Words by language. */
const languages: ReadonlyMap<string, WordsData> = new Map(
  globSync(`${wordsFolder}/*.yaml`).map((file) => [
    basename(file, '.yaml'),
    wordsSchema.parse(parse(readFileSync(file, 'utf8'))),
  ]),
);

function textsOf(lang: string): WordsData {
  const texts = languages.get(lang);
  if (texts === undefined)
    throw new Error(`Thiếu tệp chữ ${wordsFolder}/${lang}.yaml (no words of this language).`);
  return texts;
}
const words = textsOf(defaultLanguage);

function textIn(lang: string, key: WordKey, given: Values): string {
  const [group = '', name = ''] = key.split('.');
  const text = textsOf(lang)[group]?.[name];
  if (text === undefined)
    throw new Error(`Thiếu chữ “${key}” trong ${wordsFolder}/${lang}.yaml (unknown word key).`);
  return fill(text, given, key);
}

/** The text of `key`, its gaps filled. @throws Error when a gap has no value */
export const fill = (text: string, given: Values, key: string): string =>
  text.replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = given[gap];
    if (value === undefined) throw new Error(`Chữ “${key}” thiếu giá trị cho {${gap}} (missing value).`);
    return String(value);
  });

/** Words and days of one language. */
export interface Speech {
  /** The language itself. */
  readonly lang: string;
  /** The text of `group.key`, its `{names}` filled in. */
  readonly t: <Key extends WordKey>(key: Key, ...values: Wanted<Key>) => string;
  /** A day, a month or a year as readers of the language read it. */
  readonly dayWords: (day: string) => string;
}

/** The words of a language; without one, of the handbook's own. @throws Error when it has no file of words */
export function wordsFor(lang: string = defaultLanguage): Speech {
  const speak: Speech['t'] = (key, ...[values = {}]) => textIn(lang, key, values);
  return {
    lang,
    t: speak,
    dayWords: (date) => {
      const [year = '', month, day] = date.split('-');
      if (month === undefined) return year;
      return day === undefined
        ? speak('site.month', { month: Number(month), year })
        : speak('site.day', { day: Number(day), month: Number(month), year });
    },
  };
}

/** Words and days of pages that are no single entry. */
export const { t, dayWords } = wordsFor();

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
