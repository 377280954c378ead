/** Writes words and titles as short as the first file holds them; `search/packed.ts` reads them. Pure. */
import {
  asUsual,
  sharedCode,
  titleFrom,
  useCode,
  usualJoint,
  ways,
  wholly,
  type Inside,
  type PackedWords,
} from '../../search/packed.ts';

/** Letters that a word can share with the one before it, and words in one run of a look: one letter each. */
const [mostShared, longestRun] = [25, 26];

function sharedLetters(word: string, other: string): number {
  let shared = 0;
  while (shared < mostShared && shared < word.length && word[shared] === other[shared]) shared++;
  return shared;
}

/**
 * Words by the alphabet, each without what it shares with the one before it; beside them how rare each is.
 */
export function packWords(groups: readonly (readonly string[])[]): PackedWords {
  const all = groups.flatMap((group, rarity) => group.map((word) => ({ word, rarity })));
  all.sort((a, b) => (a.word < b.word ? -1 : 1));
  return {
    words: all
      .map(({ word }, place) => {
        const shared = sharedLetters(word, all[place - 1]?.word ?? '');
        return String.fromCharCode(sharedCode + shared) + word.slice(shared);
      })
      .join(''),
    uses: all.map(({ rarity }) => String.fromCharCode(useCode + rarity)).join(''),
  };
}

/** A word of a title as it is written there, with what stands before it. */
interface WrittenWord {
  readonly joint: string;
  readonly written: string;
}

/** The words of a title where they stand; undefined when it has words that search writes otherwise. */
export function writtenIn(title: string, words: readonly string[]): readonly WrittenWord[] | undefined {
  const small = title.toLowerCase();
  let end = 0;
  const found: WrittenWord[] = [];
  for (const word of words) {
    const at = small.indexOf(word, end);
    if (at < 0) return undefined;
    found.push({ joint: title.slice(end, at), written: title.slice(at, at + word.length) });
    end = at + word.length;
  }
  return found;
}

/** What has to be told of a title besides its words. */
export function lookOf(title: string, words: readonly string[], inside: Inside): string {
  let look = '';
  let run = 0;
  const endRun = (): void => {
    if (run > 0) look += String.fromCharCode(useCode + run - 1);
    run = 0;
  };
  const found = writtenIn(title, words) ?? [];
  for (const [place, { joint, written }] of found.entries()) {
    const word = words[place] ?? '';
    if (joint !== usualJoint(place)) {
      endRun();
      look += joint;
    }
    if (written === asUsual(word, place, inside)) {
      if (run === longestRun) endRun();
      run++;
    } else {
      endRun();
      look += Object.keys(ways).find((way) => ways[way]?.(word) === written) ?? '';
    }
  }
  const tail = title.slice(found.reduce((sum, { joint, written }) => sum + joint.length + written.length, 0));
  if (tail !== '') {
    endRun();
    look += tail;
  }
  return titleFrom(look, words, inside) === title ? look : wholly + title;
}

/**
 * Words that stand in titles otherwise than in small letters more often than not, their first words aside.
 */
export function insideTitles(titles: readonly (readonly WrittenWord[] | undefined)[]): string {
  const uses = new Map<string, Map<string, number>>();
  for (const title of titles)
    for (const { written } of title?.slice(1) ?? []) {
      const word = written.toLowerCase();
      const counts = uses.get(word) ?? new Map<string, number>();
      uses.set(word, counts.set(written, (counts.get(written) ?? 0) + 1));
    }
  return [...uses]
    .flatMap(([word, counts]) => {
      const [most] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [word];
      return most === word ? [] : [most];
    })
    .sort()
    .join(' ');
}
