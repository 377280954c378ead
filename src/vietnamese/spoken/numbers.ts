/**
 * Numbers in Vietnamese words, as the North says them: `nghìn` (not ngàn), `linh` (not lẻ), `mốt`, `tư`,
 * `lăm` after a ten. One choice for the whole handbook, because machine voices and most printed teaching
 * material use it. Pure.
 */

const ones = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** The word of a digit. */
const one = (digit: number): string => ones[digit] ?? '';

/** A group of up to three digits. `full` says the empty hundreds too: 5 → `không trăm linh năm`. */
function group(digits: string, full: boolean): string {
  const [hundreds = 0, tens = 0, units = 0] = digits.padStart(3, '0').split('').map(Number);
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(one(hundreds), 'trăm');
  if (tens === 0 && units > 0) {
    if (words.length > 0) words.push('linh');
    words.push(one(units));
  } else if (tens > 0) {
    words.push(...(tens === 1 ? ['mười'] : [one(tens), 'mươi']));
    if (units > 0)
      words.push(
        units === 5 ? 'lăm' : tens > 1 && units === 1 ? 'mốt' : tens > 1 && units === 4 ? 'tư' : one(units),
      );
  }
  return words.join(' ');
}

/**
 * A whole number, any length, given as digits: `1500000` → `một triệu năm trăm nghìn`. Leading zeros are not
 * said.
 */
export function cardinal(number: string | number): string {
  const digits = String(number).replace(/^0+(?=\d)/, '');
  if (digits === '0') return one(0);
  if (digits.length > 9) {
    const low = digits.slice(-9);
    const rest = /[1-9]/.test(low) ? ` ${below(low, true)}` : '';
    return `${cardinal(digits.slice(0, -9))} tỷ${rest}`;
  }
  return below(digits, false);
}

/** Up to nine digits. */
function below(digits: string, full: boolean): string {
  const padded = digits.padStart(9, '0');
  const words: string[] = [];
  (['triệu', 'nghìn', ''] as const).forEach((name, index) => {
    const part = padded.slice(index * 3, index * 3 + 3);
    if (Number(part) > 0) words.push(group(part, full || words.length > 0), name);
  });
  return words.filter((word) => word !== '').join(' ');
}

/** Digits one by one: `113` → `một một ba`. */
export function digitByDigit(digits: string): string {
  return [...digits].map((character) => one(Number(character))).join(' ');
}

/**
 * A number as it is printed in Vietnamese: dots between thousands, comma before decimals (`1.500,5`), dots in
 * versions (`2.2.4`). A leading zero or more than five digits in a row is a code, not an amount, and is said
 * digit by digit.
 */
export function printedNumber(text: string): string {
  const [whole = '', decimals] = text.split(',');
  if (decimals !== undefined) {
    const tail =
      decimals.length > 2 || decimals.startsWith('0') ? digitByDigit(decimals) : cardinal(decimals);
    return `${printedNumber(whole)} phẩy ${tail}`;
  }
  if (/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(whole)) return cardinal(whole.replaceAll('.', ''));
  if (whole.includes('.'))
    return whole
      .split('.')
      .map((part) => printedNumber(part))
      .join(' chấm ');
  if (whole.length > 5) return groupedDigits(whole);
  return whole.length > 1 && whole.startsWith('0') ? digitByDigit(whole) : cardinal(whole);
}

/** A long code or a phone number, digit by digit in groups that can be remembered; a comma is a breath. */
export function groupedDigits(digits: string): string {
  const cut = digits.length === 10 ? [4, 3, 3] : digits.length === 8 && /^1[89]00/.test(digits) ? [4, 4] : [];
  const groups: string[] = [];
  let at = 0;
  while (at < digits.length) {
    const left = digits.length - at;
    const size = cut[groups.length] ?? (left === 4 || left === 5 ? left : 3);
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return groups.map(digitByDigit).join(', ');
}

/** Ordinal use after `tháng`, `thứ`, `quý` and under a fraction line, where four is `tư`. */
export function ordinal(number: string | number): string {
  return Number(number) === 4 ? 'tư' : cardinal(number);
}

/** Value of a Roman numeral, or undefined when it is not one. Up to 399. */
export function romanValue(text: string): number | undefined {
  const match = /^(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$/.exec(text);
  if (!match || text === '') return undefined;
  const values: Record<string, number> = { C: 100, XC: 90, L: 50, XL: 40, X: 10, IX: 9, V: 5, IV: 4, I: 1 };
  return [...text.matchAll(/XC|XL|IX|IV|[CLXVI]/g)].reduce((sum, [whole]) => sum + (values[whole] ?? 0), 0);
}
