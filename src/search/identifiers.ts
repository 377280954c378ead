/**
 * What finds a page exactly: its number in every form, a document number, a code, a telephone number in any
 * spacing. Pure.
 */
import { fold } from '../vietnamese/diacritics.ts';
import { cardinal, digitByDigit } from '../vietnamese/spoken/numbers.ts';

/** Letters and digits alone: `1410/KH-UBND` → `1410khubnd`. */
export const keyOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Digits with what people put between them. */
const digitRuns = /\+?\d(?:[\d .()-]*\d)?/g;
/** Least and most digits of a telephone number that a text prints; shorter ones are prices and years. */
const [leastDigits, mostDigits] = [8, 11];

/** Home form of a telephone number: `+84 24 …` → `024…`. */
const home = (digits: string): string => digits.replace(/^\+?84(?=\d{8,})/, '0').replace(/\D/g, '');

/** Telephone numbers printed in a text: those with a leading zero, and 1800 and 1900 numbers. */
export const telephones = (text: string): string[] =>
  (text.match(digitRuns) ?? [])
    .map(home)
    .filter(
      (digits) =>
        digits.length >= leastDigits && digits.length <= mostDigits && /^(?:0|1[89]00)/.test(digits),
    );

/** Runs of three digits and more in a question, as they may be keys. */
export const digitsIn = (raw: string): string[] =>
  (raw.match(digitRuns) ?? []).map(home).filter((digits) => digits.length >= 3);

/** Numbers of official documents in a question, whole: `1410/KH-UBND`. */
export const documentNumbers = /\d+(?:\/\d+)?\/\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*/gu;

/** Ways of the regions to say the same digit, in one. */
const alike: Readonly<Record<string, string>> = {
  le: 'linh',
  tu: 'bon',
  lam: 'nam',
  nham: 'nam',
  ngan: 'nghin',
};
const oneWay = (words: readonly string[]): string => words.map((word) => alike[word] ?? word).join(' ');

/** Ways to say a number up to 999, without marks: "tam muoi ba", "tam ba". */
function saidAs(number: number): string[] {
  const whole = fold(cardinal(number)).split(' ');
  return [oneWay(whole), oneWay(fold(digitByDigit(String(number))).split(' '))];
}

const saidBy = new WeakMap<object, ReadonlyMap<string, number>>();
/** What is said for each of the numbers; `of` is what the numbers belong to, so that it is made once. */
function said(numbers: readonly number[], of: object): ReadonlyMap<string, number> {
  let map = saidBy.get(of);
  if (!map) {
    map = new Map(numbers.flatMap((number) => saidAs(number).map((words) => [words, number] as const)));
    saidBy.set(of, map);
  }
  return map;
}

const nameAt = (text: string, names: readonly string[]): string | undefined =>
  names.find((name) => text.startsWith(`${name} `));

/**
 * The number that a question asks for and nothing else: "84", "bài 84", "số 80", "bài tám mươi ba". `names`
 * are the words that may stand before it, without marks, longest first; a single word is a number only
 * behind one of them.
 */
export function numberAsked(
  folded: readonly string[],
  names: readonly string[],
  numbers: readonly number[],
  of: object,
): number | undefined {
  let rest = folded.join(' ');
  let name: string | undefined;
  // One name behind the other: "số bài 84", "trang số 84".
  for (let next = nameAt(rest, names); next !== undefined; next = nameAt(rest, names)) {
    name = next;
    rest = rest.slice(next.length + 1);
  }
  const digits = /^b?(\d{1,3})$/.exec(rest)?.[1];
  if (digits !== undefined) return numbers.includes(Number(digits)) ? Number(digits) : undefined;
  const words = rest.split(' ');
  return name === undefined && words.length < 2 ? undefined : said(numbers, of).get(oneWay(words));
}

const spokenDigits = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'];

/** The digits of a number said digit by digit, "một một ba"; undefined for anything else. No marks in. */
export function digitsSaid(folded: readonly string[]): string | undefined {
  const digits = folded.map((word) => spokenDigits.indexOf(alike[word] ?? word));
  return digits.length >= 3 && digits.every((digit) => digit >= 0) ? digits.join('') : undefined;
}
