/**
 * Text that was typed for fonts from before Unicode and pasted as it was: “ChiÕn dÞch” for “Chiến dịch”. Each
 * font puts Vietnamese letters where
 * Latin-1 has others. Pure.
 *
 * Tables: TCVN 5712:1993 (the letters that the .VnTime fonts have, called TCVN3 or ABC) and VISCII (RFC
 * 1456), compared letter by letter with
 * those of GNU libc's iconv; VNI Windows, in which most letters are a base and a mark, as VietUni (Tran Anh
 * Tuan, 2001) lists it.
 */
import { isSyllable } from './syllable.ts';
import { splitTone } from './tone.ts';

/** A way to write Vietnamese from before Unicode. */
type OldFont = 'TCVN3' | 'VNI' | 'VISCII';

/** U+00A0 to U+00FF in a table of single letters; a space where the table has none. */
const tcvn3 =
  ' ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ ';
const viscii =
  'ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ';

const singles = (table: string): ReadonlyMap<string, string> =>
  new Map(
    [...table].flatMap((right, index): [string, string][] => {
      const written = String.fromCodePoint(0xa0 + index);
      return right === ' ' || right === written ? [] : [[written, right]];
    }),
  );

/** Tones as combining marks, in the order of the columns below. */
const tones = ['', '\u0301', '\u0300', '\u0323', '\u0309', '\u0303'];

/** VNI Windows: a vowel as it is written, then what each tone makes of it. */
const vniRows: readonly (readonly [vowel: string, ...written: string[]])[] = [
  ['a', '', 'aù', 'aø', 'aï', 'aû', 'aõ'],
  ['â', 'aâ', 'aá', 'aà', 'aä', 'aå', 'aã'],
  ['ă', 'aê', 'aé', 'aè', 'aë', 'aú', 'aü'],
  ['e', '', 'eù', 'eø', 'eï', 'eû', 'eõ'],
  ['ê', 'eâ', 'eá', 'eà', 'eä', 'eå', 'eã'],
  ['i', '', '', '', 'ò', 'æ', 'ó'],
  ['o', '', 'où', 'oø', 'oï', 'oû', 'oõ'],
  ['ô', 'oâ', 'oá', 'oà', 'oä', 'oå', 'oã'],
  ['ơ', 'ô', 'ôù', 'ôø', 'ôï', 'ôû', 'ôõ'],
  ['u', '', 'uù', 'uø', 'uï', 'uû', 'uõ'],
  ['ư', 'ö', 'öù', 'öø', 'öï', 'öû', 'öõ'],
  ['y', '', 'yù', 'yø', 'î', 'yû', 'yõ'],
];

const vni: ReadonlyMap<string, string> = new Map(
  [
    ...vniRows.flatMap(([vowel, ...written]) =>
      written.flatMap((one, tone): [string, string][] =>
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
  TCVN3: singles(tcvn3),
  VNI: vni,
  VISCII: singles(viscii),
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

/** Whether a word can be Vietnamese: its letters make one syllable. */
export function isVietnamese(word: string): boolean {
  const { plain, tone } = splitTone(word.toLowerCase());
  return isSyllable(plain, tone);
}

/** One stretch of text in an old font, within a line. */
export interface OldFontText {
  readonly index: number;
  readonly found: string;
  readonly right: string;
  readonly font: OldFont;
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
  const [best] = fonts
    .map((font) => ({ font, signs: signsOf(list, font) }))
    .filter(
      ({ signs }) =>
        new Set(signs.map(({ word }) => word)).size > 1 ||
        signs.some(({ word, strong }) => strong || word.length > 3),
    )
    .sort((a, b) => b.signs.length - a.signs.length);
  const [first, last] = [best?.signs[0], best?.signs.at(-1)];
  if (!best || !first || !last) return undefined;
  const found = line.slice(first.index, last.index + last.word.length);
  const right = found.replace(words, (word) => {
    const meant = fromOldFont(word, best.font);
    return isVietnamese(meant) ? meant : word;
  });
  return { index: first.index, found, right, font: best.font };
}
