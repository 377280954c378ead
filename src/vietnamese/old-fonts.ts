/**
 * Text that was typed for fonts from before Unicode and pasted as it was: “ChiÕn dÞch” for “Chiến dịch”. Each
 * font puts Vietnamese letters where Latin-1 has others. Pure.
 *
 * Tables: TCVN 5712:1993 (the letters of the .VnTime fonts, called TCVN3 or ABC) and VISCII (RFC 1456),
 * compared letter by letter with those of GNU libc's iconv; VNI Windows, in which most letters are a base
 * and a mark, as VietUni (Tran Anh Tuan, 2001) lists it.
 */
import written from './old-fonts.json' with { type: 'json' };
import { isSyllable } from './syllable.ts';
import { splitTone } from './tone.ts';

/** A way to write Vietnamese from before Unicode. */
type OldFont = 'TCVN3' | 'VNI' | 'VISCII';

/** A table of single letters: U+00A0 to U+00FF, a space where it has none. */
const singles = (table: string): ReadonlyMap<string, string> =>
  new Map(
    [...table].flatMap((right, index): [string, string][] => {
      const written = String.fromCodePoint(0xa0 + index);
      return right === ' ' || right === written ? [] : [[written, right]];
    }),
  );

/** Tones as combining marks, in the order of the columns of VNI: a vowel, then what each tone makes of it. */
const tones = ['', '\u0301', '\u0300', '\u0323', '\u0309', '\u0303'];

const vni: ReadonlyMap<string, string> = new Map(
  [
    ...written.vni.flatMap(([vowel = '', ...signs]) =>
      signs.flatMap((one, tone): [string, string][] =>
        one === '' ? [] : [[one, `${vowel}${tones[tone] ?? ''}`.normalize('NFC')]],
      ),
    ),
    ['ñ', 'đ'] as const,
  ].flatMap(([written, right]): [string, string][] => [
    [written, right],
    [written.toUpperCase(), right.toUpperCase()],
  ]),
);

const tables: Readonly<Record<OldFont, ReadonlyMap<string, string>>> = {
  TCVN3: singles(written.tcvn3),
  VNI: vni,
  VISCII: singles(written.viscii),
};
const fonts: readonly OldFont[] = ['TCVN3', 'VNI', 'VISCII'];

const patterns = new Map(
  fonts.map((font) => [
    font,
    // Letters of two signs first: in VNI “ô” alone is ơ, “oâ” is ô.
    new RegExp([...tables[font].keys()].sort((a, b) => b.length - a.length).join('|'), 'gu'),
  ]),
);

/** A text in one old font, as it was meant. */
const fromOldFont = (text: string, font: OldFont): string =>
  text.replace(patterns.get(font) ?? /$^/u, (written) => tables[font].get(written) ?? written);

/** Words, with the signs that old fonts use as letters. */
const words = /(?:\p{L}|[\u00A1-\u00BF\u00D7\u00F7])+/gu;

/** Answers given before: a handbook of thousands of guides has a few thousand words. */
const judged = new Map<string, boolean>();

/** Whether a word can be Vietnamese: its letters make one syllable. */
export function isVietnamese(word: string): boolean {
  let answer = judged.get(word);
  if (answer === undefined) {
    const { plain, tone } = splitTone(word.toLowerCase());
    judged.set(word, (answer = isSyllable(plain, tone)));
  }
  return answer;
}

/** One stretch of text in an old font, within a line. */
export interface OldFontText {
  readonly index: number;
  readonly found: string;
  readonly right: string;
  readonly font: OldFont;
  /** What it would be in a font that fits as well: a few words can be right in two. */
  readonly also?: { readonly right: string; readonly font: OldFont };
}

/** A word that is no Vietnamese as it stands, and is when it is read in a font. */
interface Sign {
  readonly index: number;
  readonly word: string;
  /** It has a sign that stands in no word of any language: “lµ”, “tØnh” has only foreign letters. */
  readonly strong: boolean;
}

/** A capital inside of a word of small letters, or a sign that is no letter: “ChiÕn”, “nh©n”. */
const strongSign = /[\u00A1-\u00BF\u00D7\u00F7]|\p{Ll}[ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]/u;

/** Units (m², N·m) and the one French name that a font would make Vietnamese. */
const honest = /^(?:\p{L}+[²³¹°]|\p{L}·\p{L}|Thaï)$/u;

/** A word with its place in a line. */
interface Word {
  readonly index: number;
  readonly word: string;
}

/** Words that could be in an old font: they have one of its letters, and are no Vietnamese as they stand. */
function doubtful(line: string): Word[] {
  return [...line.matchAll(words)].flatMap(({ 0: word, index }) => {
    if (!/[\u00A1-\u00FF]/u.test(word) || !/[a-z]/iu.test(word) || honest.test(word)) return [];
    // “3×4”: a sign among figures is a sign.
    if (/\d/u.test(`${line[index - 1] ?? ''}${line[index + word.length] ?? ''}`)) return [];
    return isVietnamese(word) ? [] : [{ index, word }];
  });
}

const signsOf = (list: readonly Word[], font: OldFont): Sign[] =>
  list
    .filter(({ word }) => isVietnamese(fromOldFont(word, font)))
    .map(({ index, word }) => ({ index, word, strong: font !== 'VISCII' && strongSign.test(word) }));

/**
 * Text in an old font in one line, or undefined. Two words that are no Vietnamese as they stand and are in
 * one font give it away; so does one
 * with a sign that no word has. One foreign word (“Noël”, “Zürich”) does not.
 */
export function oldFontText(line: string): OldFontText | undefined {
  const list = doubtful(line);
  if (list.length === 0) return undefined;
  const [best, second] = fonts
    .map((font) => ({ font, signs: signsOf(list, font), fit: fitOf(line, font) }))
    .filter(
      ({ signs }) =>
        new Set(signs.map(({ word }) => word)).size > 1 ||
        signs.some(({ word, strong }) => strong || word.length > 3),
    )
    .sort((a, b) => b.fit - a.fit);
  const [first, last] = [best?.signs[0], best?.signs.at(-1)];
  if (!best || !first || !last) return undefined;
  const [from, to] = pastedAround(line, best.font, first.index, last.index + last.word.length);
  const found = line.slice(from, to);
  const right = readingOf(found, best.font);
  const other = second?.fit === best.fit ? readingOf(found, second.font) : right;
  const also = second === undefined || other === right ? {} : { also: { right: other, font: second.font } };
  return { index: from, found, right, font: best.font, ...also };
}

const readingOf = (text: string, font: OldFont): string =>
  text.replace(words, (word) => {
    const meant = fromOldFont(word, font);
    return isVietnamese(meant) ? meant : word;
  });

/** How well a line reads in a font: words with its letters that are Vietnamese, less those that are none. */
function fitOf(line: string, font: OldFont): number {
  const read = [...line.matchAll(words)]
    .filter(({ 0: word }) => /[\u00A1-\u00FF]/u.test(word))
    .map(({ 0: word }) => fromOldFont(word, font));
  return 2 * read.filter((word) => isVietnamese(word) && !/\p{Ll}\p{Lu}/u.test(word)).length - read.length;
}

/** Letters that Latin-1 has not: a line with one was typed in Unicode, and only parts of it were pasted. */
const unicodeOnly = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/u;

/**
 * A stretch of an old font with the words beside it that are Vietnamese both as they stand and in that font:
 * in “lõa ®¶o” the first word belongs to the second.
 */
function pastedAround(line: string, font: OldFont, from: number, to: number): [from: number, to: number] {
  if (unicodeOnly.test(line)) return [from, to];
  const bare = (word: string): string => word.replace(/^[\s"'(]+|[\s"').,:;]+$/g, '');
  const meant = (word: string): string => fromOldFont(bare(word), font);
  const wider = (list: readonly string[]): number => {
    const end = list.findIndex((word) => word !== '' && !isVietnamese(meant(word)));
    const near = end < 0 ? list : list.slice(0, end);
    return near.slice(0, near.findLastIndex((word) => meant(word) !== bare(word)) + 1).join('').length;
  };
  const before = line
    .slice(0, from)
    .split(/(?<= )/u)
    .reverse();
  const after = line.slice(to).split(/(?= )/u);
  return [from - wider(before), to + wider(after)];
}
