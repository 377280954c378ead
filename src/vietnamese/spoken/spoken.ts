/**
 * The Vietnamese speech normaliser: from printed text to words that any Vietnamese voice reads right.
 * Numbers, dates, times, money, phone numbers, document numbers, units, Roman numerals, abbreviations,
 * foreign names, addresses and signs become words; all other words stay as they are, in their order. Pure.
 *
 * Promises, tested: the result is NFC, holds no digit, and is a fixed point (`spoken(spoken(x)) ===
 * spoken(x)`); no word is lost. Reading of numbers: see `numbers.ts` (North). What it does not know: a number
 * whose sense only a person can tell from the meaning.
 */
import { sayAddresses } from './web.ts';
import { sayMeasures, sayMoney, sayRates } from './amounts.ts';
import { sayDates, sayTimes } from './dates-and-times.ts';
import { sayDocuments } from './documents.ts';
import { Held, withoutPrivate } from './held.ts';
import { pronounceable, spell } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { digitByDigit, ordinal, printedNumber, romanValue } from './numbers.ts';
import { sayPhones } from './phones.ts';

/**
 * Digits and numerals of other kinds (`²`, `½`, `５`, `Ⅳ`) in plain form; no-break spaces as spaces; composed
 * letters.
 */
function plainForm(text: string): string {
  return withoutPrivate(text)
    .normalize('NFC')
    .replace(/(?![0-9])\p{N}/gu, (match) => match.normalize('NFKC'))
    .replace(/⁄/g, '/')
    .replace(/[\u00A0\u202F\u2009]/g, ' ')
    .replace(/[\u200B-\u200D\uFEFF\u00AD]/g, '');
}

/**
 * `5–10` is "5 đến 10"; also between times, percentages and amounts. A number plate such as `00X0-000.00` is
 * none.
 */
function sayRanges(text: string): string {
  return text.replace(/(?<=\d(?:h\d{0,2}|g\d\d|%|k|đ|°C|°)?)\s*[–—-]\s*(?=\d)/gu, (dash, at: number) => {
    const before = /[\p{L}\p{N}]+$/u.exec(text.slice(0, at))?.[0] ?? '';
    return /\p{L}/u.test(before.replace(/^\d+(?:[hg]\d*|k|đ|C)$/u, '')) ? dash : ' đến ';
  });
}

const romanCue =
  /((?:mục|phần|chương|quý|phụ lục|khóa|khoá|kỳ|cấp|hạng|loại|thế kỷ|lần thứ|vùng|nhóm|bảng|tập|quyển|tiểu mục|học kỳ)\s+)([IVXLC]{1,7})(?![\p{L}\p{M}\p{N}])/giu;
const romanFirst = /(^|\n)(\s*)([IVX]{1,5})(?=[.)]\s)/gu;

function sayRomans(text: string, held: Held): string {
  const say = (roman: string, word: string): string | undefined => {
    const value = roman === roman.toUpperCase() ? romanValue(roman) : undefined;
    return value === undefined
      ? undefined
      : held.put(/quý|lần thứ/i.test(word) ? ordinal(value) : printedNumber(String(value)));
  };
  return text
    .replace(romanCue, (all, word: string, roman: string) => {
      const said = say(roman, word);
      return said === undefined ? all : word + said;
    })
    .replace(romanFirst, (all, line: string, space: string, roman: string) => {
      const said = say(roman, '');
      return said === undefined ? all : line + space + said;
    });
}

/** Words of letters and digits that no rule knew: `A4`, `MAU-001`, `S1a`, and VNI typing such as `d9`. */
function sayCodes(text: string, held: Held): string {
  return text.replace(
    /(?<![\p{L}\p{M}\p{N}])(?=[\p{L}\p{M}]*\d)(?=\d*[\p{L}\p{M}])[\p{L}\p{M}\d]+/gu,
    (code) =>
      held.put(
        (code.match(/\d+|[^\d]+/g) ?? [])
          .map((letters) =>
            /\d/.test(letters)
              ? printedNumber(letters)
              : (letters.length === 1 && !/[aeiouy]/.test(letters)) ||
                  (letters.length > 1 && letters === letters.toUpperCase() && !pronounceable(letters))
                ? spell(letters)
                : letters.toLowerCase(),
          )
          .join(' '),
      ),
  );
}

/** Abbreviations nobody explained are spelled; words printed in capitals are words. */
function sayCapitals(text: string, held: Held): string {
  return text.replace(/(?<![\p{L}\p{M}\p{N}])[\p{Lu}]{2,}(?![\p{L}\p{M}\p{N}])/gu, (word) =>
    pronounceable(word) || /[^A-ZĐƯ]/u.test(word) || word.length > 7
      ? word.toLowerCase()
      : held.put(spell(word)),
  );
}

const signs: readonly (readonly [RegExp, string])[] = [
  [/[•*]{2,}(?:\s+[•*]{2,})*/gu, ' dấu che '],
  [/\s*(?:→|⇒|➜|›|»|\s>\s)\s*/gu, ', rồi '],
  [/\s*&\s*/gu, ' và '],
  [/\s*[≥]\s*/gu, ' lớn hơn hoặc bằng '],
  [/\s*[≤]\s*/gu, ' nhỏ hơn hoặc bằng '],
  [/\s*≈\s*|~/gu, ' khoảng '],
  [/\s*\+\s*/gu, ' cộng '],
  [/\s*=\s*/gu, ' bằng '],
  [/\s*×\s*/gu, ' nhân '],
  [/\s*±\s*/gu, ' cộng trừ '],
  [/\s*<\s*/gu, ' nhỏ hơn '],
  [/\s*>\s*/gu, ' lớn hơn '],
  [/%/gu, ' phần trăm '],
  [/@/gu, ' a còng '],
  [/#/gu, ' dấu thăng '],
  [/°/gu, ' độ '],
  [/\$/gu, ' đô la '],
  [/[₫]/gu, ' đồng '],
  [/€/gu, ' ơ rô '],
  [/§/gu, ' mục '],
  [/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, ' gạch dưới '],
  // A stroke, a bar or a dash between words is a short stop. A hyphen inside a word stays, before a number it
  // is nothing.
  [/\s*[/|\\]\s*/gu, ', '],
  [/\s+[–—-]\s+|\s*[–—]\s*/gu, ', '],
  [/-(?=[\uE000-\uF8FF])|(?<=[\uE000-\uF8FF])-/gu, ' '],
  [/[•*_^`{}[\]©®™✓✔]/gu, ' '],
];

/** One look for all of them: most sentences hold none. */
const anySign = /[•*→⇒➜›»>&≥≤≈~+=×±<%@#°$₫€§_/|\\–—^`{}[\]©®™✓✔-]/u;

function saySigns(text: string): string {
  return !anySign.test(text)
    ? text
    : signs.reduce((text, [pattern, words]) => text.replace(pattern, words), text);
}

/** What `tidy` would change. */
const untidy =
  /\s{2}|[^\S ]| [.,;:!?…)”’]|[(“‘] |,[.,;:!?]|[;:.!?],|[?!;,]\p{L}|\(\s*\)|“\s*”|^[\s,;:.]|\s$/u;

function tidy(text: string): string {
  if (!untidy.test(text)) return text;
  let currentText = text;
  for (let before = ''; before !== currentText;) {
    before = currentText;
    currentText = currentText
      .replace(/\s+/gu, ' ')
      .replace(/ (?=[.,;:!?…)”’])/gu, '')
      .replace(/(?<=[(“‘]) /gu, '')
      .replace(/,(?=[.,;:!?])/gu, '')
      .replace(/([;:.!?]),/gu, '$1')
      .replace(/(?<=[?!;,])(?=\p{L})/gu, ' ')
      .replace(/\(\s*\)|“\s*”/gu, ' ')
      .replace(/^[\s,;:.]+/u, '')
      .trim();
  }
  return currentText;
}

/** How a printed text is said. `words` comes from `lexicon()`. */
export function spoken(text: string, words: Lexicon): string {
  const held = new Held();
  let form = plainForm(text);
  form = sayAddresses(form, held, words.names);
  // A key that is marked so, not a question.
  form = form.replace(/(?<=^|[\s“(])\?(\d+)/gu, (_, digits: string) =>
    held.put(`dấu hỏi ${digitByDigit(digits)}`),
  );
  // Nearly every rule is about digits, and most sentences have none.
  if (/\d/.test(form)) form = sayPhones(sayDocuments(form, held), held);
  form = form.replace(words.pattern, (match) => {
    const word = words.find(match);
    return word === undefined ? match : held.put(word);
  });
  form = /\d/.test(form) ? sayAmounts(form, held) : sayRates(form, held);
  form = sayRomans(form, held);
  if (/\d/.test(form)) {
    form = sayCodes(form, held);
    form = form.replace(/\d+(?:\.\d+)*(?:,\d+)?/gu, (match) => held.put(printedNumber(match)));
  }
  form = sayCapitals(form, held);
  // Taking one sign away may leave another standing alone.
  let said = tidy(held.release(saySigns(form)).normalize('NFC'));
  for (let before = ''; before !== said;) {
    before = said;
    said = tidy(saySigns(said));
  }
  return said;
}

/** Days, times, money, measures. */
function sayAmounts(text: string, held: Held): string {
  // Whole days first: their hyphens are no ranges.
  let currentText = text.replace(
    /(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d{2}(?!\d)|(?=-\p{L}))|(?<![\d/.-])\d{1,2}-\d{1,2}-(?:19|20)\d\d(?!\d)/gu,
    (match) => sayDates(match, held),
  );
  currentText = sayRanges(currentText);
  currentText = sayDates(currentText, held);
  currentText = sayTimes(currentText, held);
  currentText = sayRates(sayMoney(currentText, held), held);
  return sayMeasures(currentText, held);
}
