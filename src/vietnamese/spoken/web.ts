/** E-mail and web addresses and names of files, in words that a listener can type. Pure. */
import type { Held } from './held.ts';
import { spell } from './letters.ts';
import { digitByDigit } from './numbers.ts';

const signs: Readonly<Record<string, string>> = {
  '.': 'chấm',
  '@': 'a còng',
  '-': 'gạch ngang',
  _: 'gạch dưới',
  '/': 'gạch chéo',
  ':': 'hai chấm',
  '?': 'dấu hỏi',
  '=': 'dấu bằng',
  '&': 'dấu và',
  '#': 'dấu thăng',
  '%': 'dấu phần trăm',
  '+': 'dấu cộng',
  '~': 'dấu ngã',
};
/** Ends of addresses that everybody in Vietnam says the same way. */
const known: Readonly<Record<string, string>> = {
  vn: 'vê en',
  gov: 'gờ o vê',
  com: 'com',
  net: 'nét',
  org: 'o rờ gờ',
  edu: 'e đu',
  www: 'vê kép vê kép vê kép',
  gmail: 'gờ meo',
  html: 'hát tê em lờ',
};

const mail = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const web =
  /(?:https?:\/\/|(?<![\p{L}\d@./-])(?=[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:vn|com|net|org|edu|info|io|me|app)(?![\p{L}\d-])))[^\s“”"'<>()]*[^\s“”"'<>().,;:!?…]/giu;
/** The end of an address alone, as in “đuôi .gov.vn”. */
const ending = /(?<=^|[\s“"'(,;:])(?:\.(?:gov|edu|vn|com|net|org))+(?![\p{L}\d-])/giu;
/** Endings of files that people are sent. */
const endings = 'apk|docx?|exe|html|jpe?g|mp[34]|pdf|png|xlsx?|zip';
/** A letter, a mark or a digit. */
const sign = String.raw`[\p{L}\p{M}\d_-]`;
/** Names of files. */
const file = new RegExp(
  String.raw`(?<![\p{L}\p{M}\d@./-])${sign}+(?:\.${sign}+)*\.(?:${endings})(?![\p{L}\p{M}\d-])`,
  'giu',
);

/** What every address has, and every name of a file; most texts have none of it. */
const anyAddress = new RegExp(
  String.raw`@|https?:\/\/|\.(?:vn|com|net|org|edu|info|io|me|app|gov|${endings})`,
  'iu',
);

function say(address: string, names: ReadonlyMap<string, string>): string {
  const parts = address.replace(/^https?:\/\//i, '').match(/\d+|[\p{L}\p{M}]+|[^\p{L}\p{M}\d]/gu) ?? [];
  return parts
    .map((part) => {
      const low = part.toLowerCase();
      if (/^\d+$/.test(part)) return digitByDigit(part);
      if (signs[part] !== undefined) return signs[part];
      return (
        known[low] ??
        names.get(low) ??
        (/^[a-zđ]+$/.test(low) && (low.length === 1 || !/[aeiouy]/.test(low)) ? spell(low) : low)
      );
    })
    .join(' ');
}

/**
 * Says addresses and names of files part by part: `a.b@gmail.com` → `a chấm bê a còng gờ meo chấm com`.
 * Parts without a vowel are spelled. `https://` is not said, nobody types it. `names` holds how known names
 * sound, by lower-case spelling.
 */
export function sayAddresses(text: string, held: Held, names: ReadonlyMap<string, string>): string {
  if (!anyAddress.test(text)) return text;
  return text
    .replace(mail, (match) => held.put(say(match, names)))
    .replace(web, (match) => held.put(say(match, names)))
    .replace(ending, (match) => held.put(say(match, names)))
    .replace(file, (match) => held.put(say(match, names)));
}
