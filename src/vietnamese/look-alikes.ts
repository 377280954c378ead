/**
 * Letters that look like ours and are others: Cyrillic and Greek letters in Latin words, wide and
 * mathematical forms, the Icelandic Ð for Đ. Readers
 * cannot see them; search, speech and sorting trip over them, and swindlers use them. Pure.
 *
 * The pairs are those single letters of Unicode's confusables (UTS 39, confusables.txt) that look the same as
 * a basic Latin letter in common fonts.
 */
import { isVietnamese } from './old-fonts.ts';

const cyrillic = pairs('АВЕЅІЈКМНОРСТХҮаеорсухѕіјһԁԛԝ', 'ABESIJKMHOPCTXYaeopcyxsijhdqw');
const greek = pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιυα', 'ABEZHIKMNOPTYXoviua');

function pairs(written: string, meant: string): ReadonlyMap<string, string> {
  const right = [...meant];
  return new Map([...written].map((letter, index) => [letter, right[index] ?? letter]));
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

const words = /[\p{L}\p{M}\p{N}]+/gu;
/** Wide letters and digits of East Asian typesetting, and letters made for formulas. */
const styled = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A\u{1D400}-\u{1D7FF}]/u;

function meant(word: string): string {
  return [...word]
    .map((letter) =>
      styled.test(letter) ? letter.normalize('NFKC') : (cyrillic.get(letter) ?? greek.get(letter) ?? letter),
    )
    .join('');
}

/**
 * Words with look-alikes in a line. A word wholly in another script is a foreign word, unless it stands in
 * capitals that all have a Latin twin.
 */
export function lookAlikes(line: string): LookAlike[] {
  if (!/[\p{Script=Cyrillic}\p{Script=Greek}\uFF10-\uFF5A\u{1D400}-\u{1D7FF}]/u.test(line)) return [];
  return [...line.matchAll(words)].flatMap(({ 0: found, index }) => {
    const letter = [...found].find((one) => styled.test(one) || cyrillic.has(one) || greek.has(one));
    if (letter === undefined) return [];
    const right = meant(found);
    const mixed = /\p{Script=Latin}/u.test(found) && !/^[\p{N}]*[αν]/u.test(found);
    const disguised = /^[A-Z\p{N}]{2,}$/u.test(right) || isVietnamese(right);
    if (
      !styled.test(letter) &&
      !mixed &&
      !(disguised && found.length > 1 && [...found].every((one) => meant(one) !== one))
    )
      return [];
    const script = styled.test(letter) ? 'viết rộng' : cyrillic.has(letter) ? 'Nga' : 'Hy Lạp';
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
  return [...line.matchAll(/\p{L}*[ÐðƉ]\p{L}*/gu)].flatMap(({ 0: found, index }) => {
    const right = found.replace(/[ÐƉ]/gu, 'Đ').replaceAll('ð', 'đ');
    const letter = /[ÐðƉ]/u.exec(found)?.[0] ?? '';
    const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    return isVietnamese(right) || /^[\p{Lu}]{2,}$/u.test(right) || right === 'Đ'
      ? [{ index, found, right, code }]
      : [];
  });
}
