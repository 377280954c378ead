/** Dates, months, quarters and times of day. Pure. */
import type { Held } from './held.ts';
import { cardinal, ordinal } from './numbers.ts';

const real = (d: string, m: string): boolean =>
  Number(d) >= 1 && Number(d) <= 31 && Number(m) >= 1 && Number(m) <= 12;
/** Words after which `ngày` is not said again. */
const dayWord = '(?:ngày|hôm|mùng|mồng|bữa)\\s+';
/** Words that make `2/9` a day and not a fraction. */
const dayCue =
  '(?:ngày hội|dịp lễ|dịp|lễ|tết|quốc khánh|trước|sau|đến|tới|từ|hạn|kể từ|sáng|trưa|chiều|tối|đêm)\\s+';

const wholeDay = new RegExp(
  `(${dayWord})?(?<![\\p{N}/.,-])(\\d{1,2})([/.-])(\\d{1,2})\\3((?:19|20)\\d\\d)(?![\\p{L}\\p{N}/])`,
  'giu',
);
const toldDay = new RegExp(`(${dayWord})(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/]|[.,]\\d)`, 'giu');
const cuedDay = new RegExp(`(?<=${dayCue})(\\d{1,2})/(\\d{1,2})(?![\\p{L}\\p{N}/]|[.,]\\d)`, 'giu');

function day(d: string, m: string, y: string | undefined, told: boolean): string {
  return `${told ? '' : 'ngày '}${cardinal(d)} tháng ${ordinal(m)}${y === undefined ? '' : ` năm ${cardinal(y)}`}`;
}

/** `20/11/2026`, `2026-11-20`, `ngày 2/9`, `30/4`, `tháng 4/2025`, `quý 3/2026`, `tháng 04`, `thứ 4`. */
export function sayDates(text: string, held: Held): string {
  return (
    text
      .replace(/^((?:19|20)\d\d)-(0\d|1[0-2])$/u, (_, y: string, m: string) =>
        held.put(`tháng ${ordinal(m)} năm ${cardinal(y)}`),
      )
      .replace(
        /(?<![\p{L}\p{N}/.-])((?:19|20)\d\d)-(0\d|1[0-2])-([0-2]\d|3[01])(?!\d)/gu,
        (_, y: string, m: string, d: string) => held.put(day(d, m, y, false)),
      )
      .replace(wholeDay, (all, told: string | undefined, d: string, _s, m: string, y: string) =>
        real(d, m) ? `${told ?? ''}${held.put(day(d, m, y, told !== undefined))}` : all,
      )
      .replace(toldDay, (all, told: string, d: string, m: string) =>
        real(d, m) ? told + held.put(day(d, m, undefined, true)) : all,
      )
      .replace(cuedDay, (all, d: string, m: string) =>
        real(d, m) ? held.put(day(d, m, undefined, false)) : all,
      )
      // Without a word before it, only a day that cannot be a month: 24/7 is no day of July in anybody's mouth.
      .replace(
        /(?<![\p{L}\p{N}/.,-])(1[3-9]|2\d|3[01])\/(\d{1,2})(?![\p{L}\p{N}/]|[.,]\d)/gu,
        (all, d: string, m: string) =>
          real(d, m) && all !== '24/7' ? held.put(day(d, m, undefined, false)) : all,
      )
      .replace(
        /(quý\s+|học kỳ\s+|kỳ\s+)(\d)\/((?:19|20)\d\d)(?![\p{L}\p{N}/])/giu,
        (_, word: string, n: string, y: string) => word + held.put(`${ordinal(n)} năm ${cardinal(y)}`),
      )
      .replace(
        /(tháng\s+)?(?<![\p{L}\p{N}/.,-])(0?[1-9]|1[0-2])\/((?:19|20)\d\d)(?![\p{L}\p{N}/])/giu,
        (_, told: string | undefined, m: string, y: string) =>
          `${told ?? ''}${held.put(`${told === undefined ? 'tháng ' : ''}${ordinal(m)} năm ${cardinal(y)}`)}`,
      )
      .replace(
        /((?:tháng|thứ|quý)\s+)(0?\d|1[0-2])(?![\p{L}\p{N}]|[.,/:]\d)/giu,
        (_, word: string, n: string) => word + held.put(ordinal(n)),
      )
      .replace(
        /((?:ngày|mùng|mồng)\s+)(0[1-9])(?![\p{L}\p{N}]|[.,/:]\d)/giu,
        (_, word: string, n: string) => word + held.put(cardinal(n)),
      )
  );
}

function time(h: string, m: string | undefined, s?: string): string {
  const minutes = Number(m ?? '0');
  const seconds = s === undefined ? '' : ` ${cardinal(s)} giây`;
  if (minutes === 0 && seconds === '') return `${cardinal(h)} giờ`;
  return `${cardinal(h)} giờ ${cardinal(m ?? '0')}${minutes < 10 || seconds !== '' ? ' phút' : ''}${seconds}`;
}

/** `8h30`, `8h`, `08:30`, `8g15`, `24/24h`. Before them, `tỉ lệ 1:10` is a ratio. */
export function sayTimes(text: string, held: Held): string {
  return text
    .replace(
      /((?:tỉ lệ|tỷ lệ|tỉ số|tỷ số)\s+)(\d+)\s?:\s?(\d+)/giu,
      (_, word: string, a: string, b: string) => word + held.put(`${cardinal(a)} trên ${cardinal(b)}`),
    )
    .replace(/(?<![\p{L}\p{N}])24\/24\s?(?:h|giờ)(?!\p{L})/giu, () =>
      held.put('hai mươi bốn trên hai mươi bốn giờ'),
    )
    .replace(
      /(?<![\p{L}\p{N}.,/])(\d{1,2})\s?[hg]\s?([0-5]\d)(?:\s?(?:phút|p|'))?(?![\p{L}\p{N}])/gu,
      (_, h: string, m: string) => held.put(time(h, m)),
    )
    .replace(/(?<![\p{L}\p{N}.,/])(\d{1,3})\s?h(?![\p{L}\p{N}])/gu, (_, h: string) =>
      held.put(time(h, undefined)),
    )
    .replace(
      /(?<![\p{L}\p{N}.,/:])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(?![\p{L}\p{N}:])/gu,
      (_, h: string, m: string, s: string | undefined) => held.put(time(h, m, s)),
    );
}
