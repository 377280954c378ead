/** Money, percentages, measures, fractions and signs between numbers. Pure. */
import type { Held } from './held.ts';
import { cardinal, ordinal, printedNumber } from './numbers.ts';

const number = '\\d+(?:\\.\\d+)*(?:,\\d+)?';
const start = '(?<![\\p{L}\\p{N}]|\\d[.,])';
const end = '(?![\\p{L}\\p{N}])';

const currencies: Readonly<Record<string, string>> = {
  đ: 'đồng',
  Đ: 'đồng',
  '₫': 'đồng',
  vnd: 'đồng',
  vnđ: 'đồng',
  usd: 'đô la Mỹ',
  $: 'đô la Mỹ',
  eur: 'ơ rô',
  '€': 'ơ rô',
};

const measures: Readonly<Record<string, string>> = {
  km: 'ki lô mét',
  m: 'mét',
  dm: 'đề xi mét',
  cm: 'xăng ti mét',
  mm: 'mi li mét',
  kg: 'ki lô gam',
  g: 'gam',
  mg: 'mi li gam',
  l: 'lít',
  ml: 'mi li lít',
  ha: 'héc ta',
  m2: 'mét vuông',
  km2: 'ki lô mét vuông',
  m3: 'mét khối',
  'km/h': 'ki lô mét một giờ',
  'm/s': 'mét một giây',
  KB: 'ki lô bai',
  MB: 'mê ga bai',
  GB: 'gi ga bai',
  TB: 'tê ra bai',
  Kbps: 'ki lô bít một giây',
  Mbps: 'mê ga bít một giây',
  Gbps: 'gi ga bít một giây',
  Hz: 'héc',
  kHz: 'ki lô héc',
  MHz: 'mê ga héc',
  GHz: 'gi ga héc',
  W: 'oát',
  kW: 'ki lô oát',
  kWh: 'ki lô oát giờ',
  V: 'vôn',
  A: 'am pe',
  mAh: 'mi li am pe giờ',
  dB: 'đề xi ben',
  px: 'điểm ảnh',
  inch: 'in',
  MP: 'mê ga pích xeo',
  '°C': 'độ xê',
  '°F': 'độ ép',
  '°': 'độ',
  '″': 'in',
  s: 'giây',
};
const byLength = Object.keys(measures)
  .sort((a, b) => b.length - a.length)
  .map((message) => message.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|');

const spacedAmount = new RegExp(`${start}\\d{1,3}(?: \\d{3})+(?=\\s?(?:đồng|đ|₫|VND|VNĐ)${end})`, 'gu');
const millionAndHalf = new RegExp(
  `${start}(\\d+)\\s?(?:tr|triệu)\\s?([1-9])(?![\\p{L}\\p{N}.,]|\\s\\p{L})`,
  'gu',
);
const shortAmount = new RegExp(`${start}(${number})\\s?(k|K|tr|ng)(?:/(\\p{Ll}+))?${end}`, 'gu');
const currencyAfter = new RegExp(
  `${start}(${number})\\s?(đ|Đ|₫|VND|VNĐ|vnđ|vnd|USD|usd|EUR|\\$|€)(?:/(\\p{Ll}+))?${end}`,
  'gu',
);
const currencyBefore = new RegExp(`([$€])\\s?(${number})${end}`, 'gu');
const plainAmount = new RegExp(`${start}(${number})(\\s?)(?=đồng${end})`, 'gu');
const share = new RegExp(`${start}(${number})\\s?([%‰])`, 'gu');
const measured = new RegExp(`${start}(${number})\\s?(${byLength})(?:/(\\p{Ll}+))?${end}`, 'gu');
const fraction = new RegExp(`${start}(\\d{1,4})/(\\d{1,4})(?![\\p{L}\\p{N}/]|[.,]\\d)`, 'gu');
const orMore = new RegExp(`${start}(${number})\\+(?![\\p{L}\\p{N}])`, 'gu');

/** The same measure after `/`: `đồng/kg` is `đồng một ki lô gam`. */
function per(word: string | undefined): string {
  return word === undefined ? '' : ` một ${measures[word] ?? word}`;
}

/** `1.500.000đ`, `50k`, `2tr5`, `5 USD`, `20.000 đồng/tháng`. */
export function sayMoney(text: string, held: Held): string {
  return text
    .replace(spacedAmount, (match) => match.replaceAll(' ', '.'))
    .replace(millionAndHalf, (_, first: string, second: string) =>
      held.put(`${cardinal(first)} triệu ${cardinal(`${second}00`)} nghìn`),
    )
    .replace(shortAmount, (_, digits: string, unit: string, each: string | undefined) =>
      held.put(`${printedNumber(digits)} ${unit === 'tr' ? 'triệu' : 'nghìn'}${per(each)}`),
    )
    .replace(currencyAfter, (_, digits: string, unit: string, each: string | undefined) =>
      held.put(`${amount(digits)} ${currencies[unit] ?? currencies[unit.toLowerCase()] ?? unit}${per(each)}`),
    )
    .replace(currencyBefore, (_, unit: string, digits: string) =>
      held.put(`${printedNumber(digits)} ${currencies[unit] ?? unit}`),
    )
    .replace(plainAmount, (_, digits: string) => `${held.put(amount(digits))} `);
}

/** `đồng/kg`, `triệu/tháng` behind an amount in words. */
export function sayRates(text: string, held: Held): string {
  return text.includes('/')
    ? text.replace(/(?<=đồng|triệu|nghìn|tỷ|lít|gam)\/(\p{Ll}+)/gu, (_, each: string) =>
        held.put(per(each).trim()),
      )
    : text;
}

/** An amount of money is never a code, however long. */
function amount(number: string): string {
  return /^\d+$/.test(number) ? cardinal(number) : printedNumber(number);
}

/** `20%`, `5 kg`, `100Mbps`, `37,5°C`, `3/4`, `2 × 3 = 6`, `12+`, `≥ 5`, `-3`. */
export function sayMeasures(text: string, held: Held): string {
  const say = (digits: string, word: string): string => held.put(`${printedNumber(digits)} ${word}`);
  return text
    .replace(/(?<![\p{L}\p{N}])[-−](?=\d)/gu, 'âm ')
    .replace(share, (_, digits: string, sign: string) =>
      say(digits, sign === '%' ? 'phần trăm' : 'phần nghìn'),
    )
    .replace(measured, (_, digits: string, unit: string, each: string | undefined) =>
      say(digits, `${measures[unit] ?? unit}${per(each)}`),
    )
    .replace(fraction, (_, first: string, second: string) =>
      held.put(
        Number(first) < Number(second) && Number(second) <= 100
          ? `${cardinal(first)} phần ${ordinal(second)}`
          : `${cardinal(first)} trên ${cardinal(second)}`,
      ),
    )
    .replace(/(?<=\d)\s?[x×]\s?(?=\d)/gu, ' nhân ')
    .replace(/(?<=\d)\s?\+\s?(?=\d)/gu, ' cộng ')
    .replace(orMore, (_, digits: string) => say(digits, 'trở lên'));
}
