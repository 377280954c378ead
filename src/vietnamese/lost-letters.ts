/**
 * Letters that were lost on the way: UTF-8 that a program read as Western letters (`Cá»™ng`), marks turned to
 * question marks (`C?ng h?a`), and sentences typed without marks.
 */
import { isUnmarkedSyllable } from './syllable.ts';
import { fromTelex } from './telex.ts';

/** Western letters of Windows by their bytes from 0x80. */
const western = new Map(
  Array.from({ length: 128 }, (_, index): [string, number] => [
    new TextDecoder('windows-1252').decode(new Uint8Array([index + 128])),
    index + 128,
  ]),
);

/** Text in which letters were lost, with the place in the line, and the right text where it can be known. */
export interface LostLetters {
  readonly index: number;
  readonly found: string;
  readonly right?: string;
}

/** A run of Western letters as the UTF-8 that it was, or undefined. */
function asUtf8(run: string): string | undefined {
  const bytes = [...run].map((letter) => western.get(letter));
  if (bytes.includes(undefined)) return undefined;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes.map(Number)));
    return /[\p{L}\p{M}\p{P}]/u.test(text) && !/\p{Cc}/u.test(text) ? text.normalize('NFC') : undefined;
  } catch {
    return undefined;
  }
}

/** UTF-8 that was read as Western letters; the right text is what it was. */
function garbled(line: string): LostLetters | undefined {
  // Each such letter begins with one of these; few honest lines have any of them before another sign.
  if (!/[\u00C3-\u00C6\u00E1\u00E2][^\p{ASCII}]/u.test(line)) return undefined;
  const words = /[^\s"]*[^\p{ASCII}]{2}[^\s"]*/gu;
  for (const { 0: found, index } of line.matchAll(words)) {
    const right = found.replace(/[^\p{ASCII}]{2,}/gu, (run) => asUtf8(run) ?? run);
    if (right !== found) return { index, found, right };
  }
  return undefined;
}

/** Question marks inside of words, in the place of letters with marks. */
function questioned(line: string): LostLetters | undefined {
  // Asked of every line: nearly all have none, and the search below begins at each letter.
  if (!line.includes('?')) return undefined;
  const plain = line.replace(/https?:\/\/\S+|\/\S*\?\S*/g, (address) => ' '.repeat(address.length));
  const all = [...plain.matchAll(/(?<!\p{L})\p{L}*(?:\p{L}\?\p{L}+)+/gu)];
  const [first] = all;
  return first === undefined || all.length < 2 ? undefined : { index: first.index, found: first[0] };
}

/** Keys of VIQR, in which a hat stands behind its letter: `nga^n`, twice in a line. */
function hatted(line: string): LostLetters | undefined {
  if (!line.includes('^')) return undefined;
  const [first, second] = line.matchAll(/(?<!\p{L})\p{L}{0,4}[aeo]\^(?!\d)\p{L}{0,4}/giu);
  return first && second && { index: first.index, found: first[0] };
}

/** As many words in a row are no chance: no Vietnamese sentence has so few marks. */
const unmarkedRun = /(?<![\p{L}\p{M}/.-])[A-Za-z]{1,6}(?: [A-Za-z]{1,6}){8,}(?![\p{L}\p{M}/.-])/gu;

/** Keys of Telex or VNI in the place of marks: `hoir ngaan hangf`, `ho3i nga6n ha2ng`. */
const keyRun = /(?<![\p{L}\p{M}\d/.-])[A-Za-z\d]{1,8}(?: [A-Za-z\d]{1,8}){5,}(?![\p{L}\p{M}/-])/gu;
const isVniKeys = (word: string): boolean =>
  /^(?:[a-z]{2,5}[1-9]{1,2}|[a-z]{1,4}[1-9]{1,2}[a-z]{1,3})$/.test(word);
const isKeyed = (words: readonly string[]): boolean => {
  const keyed = words.filter(
    (word) => isVniKeys(word) || (!isUnmarkedSyllable(word) && fromTelex(word).length > 0),
  );
  return new Set(keyed).size > 3 && words.every((word) => keyed.includes(word) || isUnmarkedSyllable(word));
};

/** Where what a machine wrote is shown as it is: on a drawn screen, or between quotation marks. */
const shown = /(?:says|rows|buttons|fields)(?:="[^"]*|: .*)$|^\s*- "[^"]*$|“[^”]*$/u;

/** Different words, all of them Vietnamese but for their marks. */
const isUnmarked = (words: readonly string[]): boolean =>
  new Set(words).size > 4 && words.every(isUnmarkedSyllable);

/** A sentence without a single mark, whose words are all Vietnamese but for them. */
function unmarked(line: string): LostLetters | undefined {
  for (const [run, isLost] of [
    [unmarkedRun, isUnmarked],
    [keyRun, isKeyed],
  ] as const)
    for (const { 0: found, index } of line.matchAll(run))
      if (!shown.test(line.slice(0, index)) && isLost(found.toLowerCase().split(' ')))
        return { index, found };
  return undefined;
}

/** Letters that a line has lost. */
export function lostLetters(
  line: string,
): (LostLetters & { readonly how: 'garbled' | 'unmarked' }) | undefined {
  const broken = garbled(line) ?? questioned(line) ?? hatted(line);
  if (broken !== undefined) return { ...broken, how: 'garbled' };
  const bare = unmarked(line);
  return bare && { ...bare, how: 'unmarked' };
}
