/**
 * Letters that look like ours and are others: letters of other scripts in Latin words, wide, circled and
 * mathematical forms, figures of other scripts, letters of phonetics, the Icelandic Ð for Đ. Readers cannot
 * see them; search, speech and sorting trip over them, and swindlers use them. Pure.
 *
 * The pairs are Unicode's (UTS 39, `confusables.json`, printed by `tools/confusables.ts`); where Unicode
 * folds I and l, or o and O, to one, the rows below say which of them a word means.
 */
import confusables from './confusables.json' with { type: 'json' };
import { isVietnamese } from './old-fonts.ts';

/** Letters of phonetics that are small capitals. */
const smallCapitals = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ';
const twins: ReadonlyMap<string, string> = new Map([
  ...Object.entries(confusables.letters).flatMap(([right, seen]) => pairs(seen, right.repeat(seen.length))),
  ...pairs(smallCapitals, 'abcdefghijklmnoprstuvwyz'),
  ...pairs('АВЕЅІЈКМНОРСТХҮаеорсухѕіјһԁԛԝ', 'ABESIJKMHOPCTXYaeopcyxsijhdqw'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιυα', 'ABEZHIKMNOPTYXoviua'),
]);

function pairs(written: string, meant: string): [string, string][] {
  const right = [...meant];
  return [...written].map((letter, index) => [letter, right[index] ?? letter]);
}

/** A word with a letter that is not what it looks like. */
export interface LookAlike {
  readonly index: number;
  /** The word. */
  readonly found: string;
  /** The word as it was meant. */
  readonly right: string;
  /** The first such letter. */
  readonly letter: string;
  /** Whose letter it is, in Vietnamese. */
  readonly script: string;
}

const words = /[\p{L}\p{M}\p{N}\u24B6-\u24E9\u{1F130}-\u{1F189}]+/gu;
/**
 * Wide letters of East Asian typesetting, letters made for formulas and in circles, ligatures of old books.
 * Raised figures (m²) and circled ones (①) are honest.
 */
const styled = new RegExp(
  String.raw`[\u1D2C-\u1D6A\u2090-\u209C\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}` +
    String.raw`\u24B6-\u24E9\u{1F130}-\u{1F149}\uFB00-\uFB06]`,
  'u',
);
/** Figures of other scripts: `٣`, `३`. */
const foreignFigure = /(?![0-9])\p{Nd}/u;
/** What no letter of others is in, so that plain lines cost nothing. */
const plainLine = /^[\p{ASCII}\u00A0-\u00FFĂăĐđĨĩŨũƠơƯư\u0300-\u036F\u1EA0-\u1EF9\u2010-\u203A]*$/u;

/** The value of a figure of another script: those of one script stand in a row, from nought. */
function figure(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && foreignFigure.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

const isStyled = (letter: string): boolean => styled.test(letter) || foreignFigure.test(letter);
function meantLetter(letter: string): string {
  if (styled.test(letter)) return letter.normalize('NFKC');
  return foreignFigure.test(letter) ? figure(letter) : (twins.get(letter) ?? letter);
}

/** Scripts by their names in Vietnamese; the rest is told as another script. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [styled, 'viết rộng'],
  [/\p{Nd}/u, 'số viết kiểu khác'],
  [/\p{Script=Cyrillic}/u, 'Nga'],
  [/\p{Script=Greek}/u, 'Hy Lạp'],
  [/\p{Script=Armenian}/u, 'Armenia'],
  [/\p{Script=Latin}/u, 'phiên âm'],
];

/**
 * Words with look-alikes in a line. A word wholly in another script is a foreign word, unless it stands in
 * capitals that all have a Latin twin; a letter of phonetics is one, unless it makes a Vietnamese word.
 */
export function lookAlikes(line: string): LookAlike[] {
  if (plainLine.test(line)) return [];
  return [...line.matchAll(words)].flatMap(({ 0: found, index }) => {
    const letters = [...found];
    const letter = letters.find((one) => isStyled(one) || twins.has(one));
    if (letter === undefined) return [];
    const small = letters.length > 1 && letters.every((one) => smallCapitals.includes(one));
    const meant = letters.map(meantLetter).join('').normalize('NFC');
    const right = small ? meant.toUpperCase() : meant;
    const other = letters.some((one) => twins.has(one) && !/\p{Script=Latin}/u.test(one));
    const mixed = other && /\p{Script=Latin}/u.test(found) && !/^[\p{N}]*[αν]/u.test(found);
    const disguised = /^[A-Z\p{N}]{2,}$/u.test(right) || isVietnamese(right);
    const allTwins = found.length > 1 && letters.every((one) => meantLetter(one) !== one);
    // Phonetics have no capital letters, the names of Turkey have.
    const phonetic = !other && (isVietnamese(right) || (/^[A-Z]/.test(right) && letter !== 'ı'));
    if (!isStyled(letter) && !mixed && !phonetic && !(disguised && allTwins)) return [];
    const script = scripts.find(([pattern]) => pattern.test(letter))?.[1] ?? 'của hệ chữ khác';
    return [{ index, found, right, letter, script }];
  });
}

/** A word with a letter that looks like Đ or đ and is another. */
export interface WrongD {
  readonly index: number;
  readonly found: string;
  readonly right: string;
  readonly code: string;
}

/** Vietnamese words whose Đ is the Icelandic eth or the African letter. “Guðmundur” is none. */
export function wrongDs(line: string): WrongD[] {
  if (!/[ÐðƉ]/u.test(line)) return [];
  return [...line.matchAll(/\p{L}*[ÐðƉ]\p{L}*/gu)].flatMap(({ 0: found, index }) => {
    const right = found.replace(/[ÐƉ]/gu, 'Đ').replaceAll('ð', 'đ');
    const letter = /[ÐðƉ]/u.exec(found)?.[0] ?? '';
    const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return isVietnamese(right) || /^[\p{Lu}]{2,}$/u.test(right) || right === 'Đ'
      ? [{ index, found, right, code }]
      : [];
  });
}
