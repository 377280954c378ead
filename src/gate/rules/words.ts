/** Words of other languages: a page in one of them must find all words that stand around it. */
import { defaultLanguage } from '../../domain/language.ts';
import type { WordsData } from '../../schemas/edition.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';

/** Keys of a file of words, each with the gaps of its text. */
const gapsOf = (words: WordsData): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([group, texts]) =>
      Object.entries(texts).map(([name, text]): [string, string] => [
        `${group}.${name}`,
        [...new Set(text.match(/\{\w+\}/g))].sort().join(' '),
      ]),
    ),
  );

/** Every file of words has the keys of the handbook's own, and each text the same gaps. */
export function proveWords({ entries, say }: Proving): void {
  const own = entries.words.find(({ id }) => id === defaultLanguage);
  if (own === undefined) return;
  const wanted = gapsOf(own.data);
  for (const entry of entries.words) {
    if (entry === own) continue;
    const there = gapsOf(entry.data);
    const missing = [...wanted.keys()].filter((key) => !there.has(key));
    if (missing.length > 0) say(entry, [], fault('words-missing', { missing }));
    for (const [key, gaps] of wanted)
      if (there.has(key) && there.get(key) !== gaps)
        say(entry, key.split('.'), fault('words-gaps', { key, gaps, found: there.get(key) ?? '' }));
  }
}
