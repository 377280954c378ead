/** Telephone numbers: how one is written in content, how it is called, and how one is known in any dress. */

/** A number as content writes it: digits and spaces, with +84 before it where it is called from abroad. */
export const writtenNumber = /^(?:\+84 )?[0-9 ]{3,16}$/;

/** The address that calls a number. */
export const telephone = (number: string): string => `tel:${number.replaceAll(' ', '')}`;
/** Only the digits of a number as it is printed: two forms of one number are the same digits. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Digits and signs in wide, mathematical, circled or raised dress, and letters that stand in for digits. */
const dressedSigns: readonly (readonly [RegExp, string | ((sign: string) => string)])[] = [
  [/[\uFE0F\u20E3]/gu, ''],
  [/[\p{Nd}\p{No}\uFF08\uFF09\uFF0B\uFF0D\uFF0E]/gu, (sign) => sign.normalize('NFKC')],
  [/(?<![\p{L}\p{M}])[Oo](?=[1-9][\dIl|])|(?<=\d)[Oo](?=\d)/gu, '0'],
  [/(?<=\d)[Il|](?=\d)/gu, '1'],
];
/** The same in their plain form. */
const plainDigits = (text: string): string =>
  dressedSigns.reduce(
    (plain, [from, to]) => plain.replace(from, typeof to === 'string' ? () => to : to),
    text,
  );

/** What people put between the digits of a number. A slash parts days and documents, so it is none. */
const between = String.raw`[ \u00A0\u2007\u2009\u202F.()_\u00B7\u2022\u2010-\u2015\u2212-]{0,3}`;
const digitsInRow = (least: number, most: number): string => `\\d(?:${between}\\d){${least - 1},${most - 1}}`;

/** A link of a messenger, or of a program, that opens a number. */
const messenger = new RegExp(
  [
    String.raw`(?:zalo\.me|wa\.me)\/\+?\d{3,15}`,
    String.raw`(?:api\.whatsapp\.com\/send|viber:\/\/[a-z]+)\/?\?(?:phone|number)=(?:%2B|\+)?\d{3,15}`,
    String.raw`(?:t\.me\/\+|(?:tel|sms|callto|facetime):\+?)\d{3,15}`,
  ].join('|'),
  'iu',
);

/** Vietnamese numbers: +84 …, 02 … (11 digits), 03–09 … (10 digits), 1800 … and 1900 …. */
const dressed = new RegExp(
  [
    `(?<![\\d/])\\(?(?:\\+|00)${between}8${between}4${between}${digitsInRow(8, 10)}(?![\\d/])`,
    `(?<![\\d./-])\\(?0${between}2${between}${digitsInRow(8, 9)}(?![\\d/])`,
    `(?<![\\d./-])\\(?0${between}[35789]${between}${digitsInRow(8, 8)}(?![\\d/])`,
    `(?<![\\d-])1${between}[89]${between}0${between}0${between}${digitsInRow(4, 6)}(?!\\d)`,
    // Without its plus, and in three groups between other signs; a document has one slash and a year.
    String.raw`(?<![\d.,/])84[ -]?[35789]\d\d-?\d{3}-?\d{3}(?!\d)`,
    String.raw`(?<![\d/])0\d{2,3}(?: ?[,:;*=~/\\\][]{1,2} ?\[?\d{3,4}){2}(?![\d/])`,
  ].join('|'),
  'u',
);
/** Days written with dashes or points are made of digits too: “03-05-2026 10”. */
const days = /(?<!\d)\d{1,2}([.-])\d{1,2}\1(?:19|20)\d\d(?!\d)/gu;

/** A number in words: “không chín một hai ba …”. */
const spokenDigit = '(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)';
const spoken = new RegExp(`(?<!\\p{L})không(?:[\\s,.-]+${spokenDigit}){8,10}(?!\\p{L})`, 'iu');

/** Whether a link opens a number in a messenger or a program. */
export const opensNumber = (address: string): boolean => messenger.test(address);

const anyNumber = new RegExp([messenger, dressed, spoken].map(({ source }) => source).join('|'), 'giu');

/** Telephone numbers of a text in whatever dress, as they are written, each once. */
export function telephonesIn(text: string): string[] {
  // What cannot be seen may stand between digits; those who look for hidden letters tell it apart.
  const seen = plainDigits(text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')).replace(days, '…');
  return [...new Set(seen.match(anyNumber))];
}
