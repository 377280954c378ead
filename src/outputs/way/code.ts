/**
 * A way as a code that is printed, typed and scanned. Groups of four signs, the last of each a check sign, so
 * that a slip is found in its group; one more sign guards the whole. There are 23 signs, a prime: with
 * weights that differ, a single wrong sign and two neighbours that changed places never pass, whichever they
 * are. What is carried is one large number in mixed steps, so a code is as long as what it holds. Pure.
 */
import { ascending, mostPeople, nothingDone, type CheckResult, type Progress } from './progress.ts';

/** No two look alike in print or by hand: of 0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V, M N at most one. */
export const signs = '23456789ACEFHJKMPRTUWXY';
/** Signs that people write for one of ours. */
const twins: Readonly<Record<string, string>> = { B: '8', G: '6', N: 'M', S: '5', V: 'U', Z: '2' };
const base = signs.length;
const groupSize = 4;
const weights = [3, 7, 12, 22] as const;
/** Added to the group that ends a code, so that none can be broken off or hung on. */
const endMark = 12;
/** Ticks of a path that a short code holds, one bit each. */
export const shortTicks = 13;
const shortPaths = 101;
const shortStates = mostPeople * shortPaths * 2 ** shortTicks;
/** Version of the long form; its readers refuse a later one. */
const version = 1;
const versions = 4;
/** More than any device can hold honestly; bounds the work on what strangers type. */
const mostGroups = 400;

/** A path short enough for eight signs. */
export interface ShortPath {
  /** 0 for the family; for a track the first of its numbers, in tens. */
  readonly key: number;
  /** Numbers of guides by their permanent place. */
  readonly numbers: readonly number[];
}

/** Why a code cannot be read. */
export type CodeFault =
  | { readonly kind: 'empty' }
  /** Not a whole number of groups, or too few, or far too many. */
  | { readonly kind: 'length'; readonly signs: number }
  /** A sign that no code has; `group` counts from 1. */
  | { readonly kind: 'sign'; readonly sign: string; readonly group: number }
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'whole' }
  /** Made by an edition that knows more than this one. */
  | { readonly kind: 'newer' };
export interface Carried {
  readonly person: number;
  readonly progress: Progress;
}

/** A large number as digits to the base of the signs, the lowest first; enough of arithmetic for this. */
class Large {
  readonly digits: number[];
  constructor(digits: readonly number[] = []) {
    this.digits = [...digits];
  }
  /** Puts a value below `size` under what is there. */
  push(value: number, size: number): void {
    let carry = value;
    for (let place = 0; place < this.digits.length; place += 1) {
      carry += (this.digits[place] ?? 0) * size;
      this.digits[place] = carry % base;
      carry = Math.floor(carry / base);
    }
    for (; carry > 0; carry = Math.floor(carry / base)) this.digits.push(carry % base);
  }
  /** Takes it out again. */
  pop(size: number): number {
    let rest = 0;
    for (let place = this.digits.length - 1; place >= 0; place -= 1) {
      rest = rest * base + (this.digits[place] ?? 0);
      this.digits[place] = Math.floor(rest / size);
      rest %= size;
    }
    return rest;
  }
}

/** What is written, in the order in which it is read again. */
type Parts = (readonly [value: number, size: number])[];

/** A count from 1 without an upper bound: its length in bits, one mark each, then the bits. */
function counted(count: number): Parts {
  const length = Math.floor(Math.log2(count));
  return [
    ...Array.from({ length }, () => [1, 2] as const),
    [0, 2],
    ...(length > 0 ? [[count - 2 ** length, 2 ** length] as const] : []),
  ];
}
function count(large: Large): number {
  let length = 0;
  while (length < 20 && large.pop(2) === 1) length += 1;
  return length === 0 ? 1 : 2 ** length + large.pop(2 ** length);
}

/** Ascending numbers by their distances, with how many there are in front. */
const rising = (numbers: readonly number[], after: (index: number) => Parts = () => []): Parts => [
  ...counted(numbers.length + 1),
  ...numbers.flatMap((number, index) => [...counted(number - (numbers[index - 1] ?? -1)), ...after(index)]),
];
function risen(large: Large, after: (number: number) => void = () => undefined): number[] {
  // Each number took a bit at least: more of them than there are bits were never written.
  const length = Math.min(count(large) - 1, 5 * large.digits.length);
  const numbers: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const number = (numbers[index - 1] ?? -1) + count(large);
    numbers.push(number);
    after(number);
  }
  return numbers;
}

const codeLetters = 'ABCDEFG';
/** A skill's code as a number: `C12` is 212. */
const skillNumber = (code: string): number =>
  codeLetters.indexOf(code.charAt(0)) * 100 + Number(code.slice(1));
const skillCode = (number: number): string =>
  `${codeLetters.charAt(Math.floor(number / 100))}${number % 100}`;
const fitsSkill = (code: string): boolean => /^[A-G]\d{1,2}$/.test(code);

/** Everything that a person did. */
function longParts({ person, progress }: Carried): Parts {
  const { done, at, checks, drills } = progress;
  const skills = [...checks]
    .filter(([code]) => fitsSkill(code))
    .map(([code, result]) => [skillNumber(code), result] as const)
    .sort(([left], [right]) => left - right);
  const places = [...at].sort(([left], [right]) => left - right);
  return [
    [version, versions],
    [person, mostPeople],
    ...rising(done),
    ...rising(drills),
    ...rising(
      skills.map(([number]) => number),
      (index) => skills[index]?.[1].flatMap((times) => counted(times + 1)) ?? [],
    ),
    ...rising(
      places.map(([number]) => number),
      (index) => counted(places[index]?.[1] ?? 1),
    ),
  ];
}

function readLong(large: Large): Carried | CodeFault {
  if (large.pop(versions) !== version) return { kind: 'newer' };
  const person = large.pop(mostPeople);
  const done = risen(large);
  const drills = risen(large);
  const checks = new Map<string, CheckResult>();
  risen(large, (number) => {
    const right = count(large) - 1;
    checks.set(skillCode(number), [right, count(large) - 1]);
  });
  const at = new Map<number, number>();
  risen(large, (number) => at.set(number, count(large)));
  return { person, progress: { done, at, checks, drills } };
}

/** The digits of the long form, without the noughts above them. */
function longDigits(carried: Carried): number[] {
  const large = new Large();
  for (const [value, size] of longParts(carried).reverse()) large.push(value, size);
  return large.digits;
}

/** The number of a short code, where one path alone was walked and fits. */
function shortNumber({ person, progress }: Carried, paths: readonly ShortPath[]): number | undefined {
  const { done, at, checks, drills } = progress;
  if (at.size + checks.size + drills.length > 0) return undefined;
  const path = paths.find(
    ({ key, numbers }) =>
      key < shortPaths && done.every((number) => numbers.slice(0, shortTicks).includes(number)),
  );
  if (!path) return undefined;
  const ticks = done.reduce((sum, number) => sum + 2 ** path.numbers.indexOf(number), 0);
  return (person * shortPaths + path.key) * 2 ** shortTicks + ticks;
}

function readShort(number: number, paths: readonly ShortPath[]): Carried | CodeFault {
  if (number >= shortStates) return { kind: 'newer' };
  const ticks = number % 2 ** shortTicks;
  const head = Math.floor(number / 2 ** shortTicks);
  const key = head % shortPaths;
  const path = paths.find((one) => one.key === key);
  const places = Array.from({ length: shortTicks }, (_, place) => place).filter(
    (place) => Math.floor(ticks / 2 ** place) % 2 === 1,
  );
  // A track's numbers are known without its list; the family's are not.
  const numbers = places.map((place) => path?.numbers[place] ?? (key === 0 ? undefined : key * 10 + place));
  const done = numbers.filter((found) => found !== undefined);
  if (done.length < numbers.length) return { kind: 'newer' };
  return { person: Math.floor(head / shortPaths), progress: { ...nothingDone, done: ascending(done) } };
}

/** Guards the whole: unlike the groups' own checks it weighs each place by its distance from the end. */
const wholeCheck = (digits: readonly number[]): number =>
  digits.reduceRight((sum, digit) => (sum * 5 + digit + 1) % base, digits.length % base);

/** Check of a group of three digits, by its place in the code. */
function groupCheck(digits: readonly number[], place: number, last: boolean): number {
  const sum = digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0);
  // The last weight is −1: the check sign is what the others add up to.
  return (sum + place + (last ? endMark : 0)) % base;
}

/** Digits with all their checks, as signs. */
function written(digits: readonly number[]): string {
  const all = [wholeCheck(digits), ...digits];
  const groups = Math.ceil(all.length / (groupSize - 1));
  return Array.from({ length: groups }, (_, place) => {
    const group = Array.from({ length: groupSize - 1 }, (_none, index) => all[place * 3 + index] ?? 0);
    return [...group, groupCheck(group, place, place === groups - 1)]
      .map((digit) => signs.charAt(digit))
      .join('');
  }).join('-');
}

const digitsOf = (number: number): number[] =>
  number === 0 ? [] : [number % base, ...digitsOf(Math.floor(number / base))];

const filledTo = (digits: readonly number[], length: number): number[] =>
  Array.from({ length: Math.max(length, digits.length) }, (_, place) => digits[place] ?? 0);

/** Eight signs for one path alone; otherwise at least twelve, as many as it needs. */
export function encode(carried: Carried, paths: readonly ShortPath[]): string {
  const short = shortNumber(carried, paths);
  const digits = short === undefined ? longDigits(carried) : digitsOf(short);
  // The whole check stands before the digits; groups of three are filled up with noughts.
  const least = short === undefined ? 8 : 5;
  const filled = filledTo(digits, least);
  return written(filledTo(filled, Math.ceil((filled.length + 1) / 3) * 3 - 1));
}

/** Reads a code however it was typed: small letters, blanks, twins of our signs. */
export function decode(text: string, paths: readonly ShortPath[]): Carried | CodeFault {
  const typed = [...text.toUpperCase().replace(/[\s.·–—-]+/g, '')].map((sign) => twins[sign] ?? sign);
  if (typed.length === 0) return { kind: 'empty' };
  const odd = typed.findIndex((sign) => !signs.includes(sign));
  if (odd >= 0) return { kind: 'sign', sign: typed[odd] ?? '', group: Math.floor(odd / groupSize) + 1 };
  const groups = typed.length / groupSize;
  if (!Number.isInteger(groups) || groups < 2 || groups > mostGroups)
    return { kind: 'length', signs: typed.length };
  const digits: number[] = [];
  for (let place = 0; place < groups; place += 1) {
    const group = typed.slice(place * groupSize, (place + 1) * groupSize).map((sign) => signs.indexOf(sign));
    const check = group.pop();
    if (groupCheck(group, place, place === groups - 1) !== check) return { kind: 'group', group: place + 1 };
    digits.push(...group);
  }
  const [whole, ...rest] = digits;
  if (wholeCheck(rest) !== whole) return { kind: 'whole' };
  if (groups > 2) {
    const read = readLong(new Large(rest));
    // A code that we would write otherwise is no code of ours.
    return 'kind' in read || filledTo(longDigits(read), rest.length).join() === rest.join()
      ? read
      : { kind: 'whole' };
  }
  return readShort(
    rest.reduceRight((sum, digit) => sum * base + digit, 0),
    paths,
  );
}
