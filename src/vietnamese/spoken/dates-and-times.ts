/** Dates, months, quarters and times of day. Pure. */
import type { Held } from './held.ts';
import { cardinal, ordinal } from './numbers.ts';

const real = (day: string, month: string): boolean =>
  Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
/** Words after which `ngày` is not said again. */
const dayWord = '(?:ngày|hôm|mùng|mồng|bữa)\\s+';
/** Words that make `2/9` a day and not a fraction. */
const dayCue =
  '(?:ngày hội|dịp lễ|dịp|lễ|tết|quốc khánh|trước|sau|đến|tới|từ|hạn|kể từ|sáng|trưa|chiều|tối|đêm|ngày(?:\\s+\\p{L}+){1,2}:)\\s+';

const wholeDay = new RegExp(
  `(${dayWord})?(?<![\\p{N}/.,-])(\\d{1,2})([/.-])(\\d{1,2})\\3((?:19|20)\\d\\d)(?![\\p{L}\\p{N}/])`,
  'giu',
);
const toldDay = new RegExp(`(${dayWord})(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/]|[.,]\\d)`, 'giu');
const cuedDay = new RegExp(`(?<=${dayCue})(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/]|[.,]\\d)`, 'giu');

function day(day: string, month: string, year: string | undefined, told: boolean): string {
  return `${told ? '' : 'ngày '}${cardinal(day)} tháng ${ordinal(month)}${year === undefined ? '' : ` năm ${cardinal(year)}`}`;
}

/** `20/11/2026`, `2026-11-20`, `ngày 2/9`, `30/4`, `tháng 4/2025`, `quý 3/2026`, `tháng 04`, `thứ 4`. */
export function sayDates(text: string, held: Held): string {
  return (
    text
      .replace(/^((?:19|20)\d\d)-(0\d|1[0-2])$/u, (_, year: string, month: string) =>
        held.put(`tháng ${ordinal(month)} năm ${cardinal(year)}`),
      )
      .replace(
        /(?<![\p{L}\p{N}/.-])((?:19|20)\d\d)-(0\d|1[0-2])-([0-2]\d|3[01])(?!\d)/gu,
        (_, year: string, month: string, dayOfMonth: string) => held.put(day(dayOfMonth, month, year, false)),
      )
      .replace(
        wholeDay,
        (all, told: string | undefined, dayOfMonth: string, _s, month: string, year: string) =>
          real(dayOfMonth, month)
            ? `${told ?? ''}${held.put(day(dayOfMonth, month, year, told !== undefined))}`
            : all,
      )
      .replace(toldDay, (all, told: string, dayOfMonth: string, month: string) =>
        real(dayOfMonth, month) ? told + held.put(day(dayOfMonth, month, undefined, true)) : all,
      )
      .replace(cuedDay, (all, dayOfMonth: string, month: string) =>
        real(dayOfMonth, month) ? held.put(day(dayOfMonth, month, undefined, false)) : all,
      )
      // Without a word before it, only a day that cannot be a month: 24/7 is no day of July in anybody's
      // mouth.
      .replace(
        /(?<![\p{L}\p{N}/.,-])(1[3-9]|2\d|3[01])\/(\d{1,2})(?![\p{L}\p{N}/]|[.,]\d)/gu,
        (all, dayOfMonth: string, month: string) =>
          real(dayOfMonth, month) && all !== '24/7'
            ? held.put(day(dayOfMonth, month, undefined, false))
            : all,
      )
      .replace(
        /(quý\s+|học kỳ\s+|kỳ\s+)(\d)\/((?:19|20)\d\d)(?![\p{L}\p{N}/])/giu,
        (_, word: string, digits: string, number: string) =>
          word + held.put(`${ordinal(digits)} năm ${cardinal(number)}`),
      )
      .replace(
        /(tháng\s+)?(?<![\p{L}\p{N}/.,-])(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?![\p{L}\p{N}/])/giu,
        (_, told: string | undefined, month: string, year: string) =>
          `${told ?? ''}${held.put(`${told === undefined ? 'tháng ' : ''}${ordinal(month)} năm ${cardinal(year)}`)}`,
      )
      .replace(
        /((?:tháng|thứ|quý)\s+)(0?\d|1[0-2])(?![\p{L}\p{N}]|[.,/:]\d)/giu,
        (_, word: string, digits: string) => word + held.put(ordinal(digits)),
      )
      .replace(
        /((?:ngày|mùng|mồng)\s+)(0[1-9])(?![\p{L}\p{N}]|[.,/:]\d)/giu,
        (_, word: string, digits: string) => word + held.put(cardinal(digits)),
      )
  );
}

function time(hour: string, minute: string | undefined, second?: string): string {
  const minutes = Number(minute ?? '0');
  const seconds = second === undefined ? '' : ` ${cardinal(second)} giây`;
  if (minutes === 0 && seconds === '') return `${cardinal(hour)} giờ`;
  return `${cardinal(hour)} giờ ${cardinal(minute ?? '0')}${minutes < 10 || seconds !== '' ? ' phút' : ''}${seconds}`;
}

/** `8h30`, `8h`, `08:30`, `8g15`, `24/24h`. Before them, `tỉ lệ 1:10` is a ratio. */
export function sayTimes(text: string, held: Held): string {
  return text
    .replace(
      /((?:tỉ lệ|tỷ lệ|tỉ số|tỷ số)\s+)(\d+)\s?:\s?(\d+)/giu,
      (_, word: string, first: string, second: string) =>
        word + held.put(`${cardinal(first)} trên ${cardinal(second)}`),
    )
    .replace(/(?<![\p{L}\p{N}])24\/24\s?(?:h|giờ)(?!\p{L})/giu, () =>
      held.put('hai mươi bốn trên hai mươi bốn giờ'),
    )
    .replace(
      /(?<![\p{L}\p{N}.,/])(\d{1,2})\s?[hg]\s?([0-5]\d)(?:\s?(?:phút|p|'))?(?![\p{L}\p{N}])/gu,
      (_, hour: string, minute: string) => held.put(time(hour, minute)),
    )
    .replace(/(?<![\p{L}\p{N}.,/])(\d{1,3})\s?h(?![\p{L}\p{N}])/gu, (_, hour: string) =>
      held.put(time(hour, undefined)),
    )
    .replace(
      /(?<![\p{L}\p{N}.,/:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\p{L}\p{N}:])/gu,
      (_, hour: string, minute: string, second: string | undefined) => held.put(time(hour, minute, second)),
    );
}
