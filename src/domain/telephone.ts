/** The address that calls a number. */
export const telephone = (number: string): string => `tel:${number.replaceAll(' ', '')}`;
/** Only the digits of a number as it is printed: two forms of one number are the same digits. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '');

/** Digits, brackets and signs in wide or mathematical dress. */
const wideSigns = /[\uFF10-\uFF19\u{1D7CE}-\u{1D7FF}\uFF08\uFF09\uFF0B\uFF0D\uFF0E]/gu;
/** The same in their plain form. */
const plainDigits = (text: string): string => text.replace(wideSigns, (sign) => sign.normalize('NFKC'));

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
  ].join('|'),
  'u',
);
/** Days written with dashes or points are made of digits too: “03-05-2026 10”. */
const days = /(?<!\d)\d{1,2}([.-])\d{1,2}\1(?:19|20)\d\d(?!\d)/gu;

/** Whether a link opens a number in a messenger or a program. */
export const opensNumber = (address: string): boolean => messenger.test(address);

/** The first telephone number of a text in whatever dress, as it is written, or undefined. */
export function telephoneIn(text: string): string | undefined {
  // What cannot be seen may stand between digits; those who look for hidden letters tell it apart.
  const seen = plainDigits(text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')).replace(days, '…');
  return messenger.exec(seen)?.[0] ?? dressed.exec(seen)?.[0];
}
