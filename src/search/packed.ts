/**
 * Words and titles out of the first file, which holds each once, in as few letters as a phone can put
 * together again at once. Pure.
 */
import { fromChar, markers, type CoreFile } from './format.ts';

/** Letters that a word shares with the one before it, as one capital; words have none. */
export const sharedCode = 'A'.charCodeAt(0);
/** How often a word is used, as one small letter: `a` for the commonest. */
export const useCode = 'a'.charCodeAt(0);

/** Words as the first file holds them. */
export type PackedWords = Pick<CoreFile, 'words' | 'uses'>;

/** Every word of the site: the commoner group first, in a group by the alphabet. */
export function wordsOf({ words, uses }: PackedWords): string[] {
  const groups: string[][] = [];
  let before = '';
  for (const [place, part] of (words.match(/[A-Z][^A-Z]*/g) ?? []).entries()) {
    before = before.slice(0, part.charCodeAt(0) - sharedCode) + part.slice(1);
    (groups[uses.charCodeAt(place) - useCode] ??= []).push(before);
  }
  return groups.flat();
}

/** Words that a title writes otherwise than in small letters, wherever they stand: `vneid` → `VNeID`. */
export type Inside = ReadonlyMap<string, string>;
export const insideOf = (written: string): Inside =>
  new Map(written.split(' ').map((word) => [word.toLowerCase(), word]));

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Ways to write one word, by their letter in a look. */
export const ways: Readonly<Record<string, (word: string) => string>> = {
  L: (word) => word,
  C: capital,
  U: (word) => word.toUpperCase(),
};
/** A title that its words do not tell. */
export const wholly = '=';

/** How a word stands where a look says nothing: the first of a title with a capital, others as everywhere. */
export const asUsual = (word: string, place: number, inside: Inside): string =>
  inside.get(word) ?? (place === 0 ? capital(word) : word);
export const usualJoint = (place: number): string => (place === 0 ? '' : ' ');

/**
 * A title from its words and its look: small letters count words that stand as usual, capitals write one word
 * their way, anything else stands between two words in the place of the space.
 */
export function titleFrom(look: string, words: readonly string[], inside: Inside): string {
  if (look.startsWith(wholly)) return look.slice(1);
  let title = '';
  let place = 0;
  let joint: string | undefined;
  const add = (way?: (word: string) => string): void => {
    const word = words[place] ?? '';
    title += (joint ?? usualJoint(place)) + (way ? way(word) : asUsual(word, place, inside));
    joint = undefined;
    place++;
  };
  for (const part of look.match(/[a-z]|[LCU]|[^a-zLCU]+/g) ?? []) {
    const way = ways[part];
    if (way) add(way);
    else if (part >= 'a' && part <= 'z') {
      const end = place + part.charCodeAt(0) - useCode + 1;
      while (place < end) add();
    } else joint = part;
  }
  const tail = place === words.length ? joint : undefined;
  while (place < words.length) add();
  return title + (tail ?? '');
}

/** The titles of all pages, in their order. */
export function titlesOf(
  { pages, stream }: Pick<CoreFile, 'pages' | 'stream'>,
  words: readonly string[],
): string[] {
  const inside = insideOf(pages.inside);
  // The words of a title stand before the first marker of their page.
  const parts = stream.split(markers.page).slice(1);
  const looks = pages.titles.split('\n');
  return parts.map((part, place) => {
    const own = /^[^!-(]*/.exec(part)?.[0] ?? '';
    return titleFrom(
      looks[place] ?? '',
      Array.from(own, (char) => words[fromChar(char.charCodeAt(0))] ?? ''),
      inside,
    );
  });
}
