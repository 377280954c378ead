import { describe, expect, test } from 'vitest';
import {
  cardinal,
  digitByDigit,
  groupedDigits,
  ordinal,
  printedNumber,
  romanValue,
} from '../../../src/vietnamese/spoken/numbers.ts';
import { pronounceable, spell } from '../../../src/vietnamese/spoken/letters.ts';
import { present } from '../../present.ts';

describe('numbers', () => {
  test('very large numbers', () => {
    expect(cardinal('1000000000000')).toBe('một nghìn tỷ');
    expect(cardinal('1000000000001')).toBe('một nghìn tỷ không trăm linh một');
    expect(cardinal(4_000_000_000)).toBe('bốn tỷ');
    expect(cardinal('0000')).toBe('không');
  });
  test('four is tư only where it orders', () => {
    expect([cardinal(4), ordinal(4), ordinal('04'), ordinal(14), ordinal(24)]).toEqual([
      'bốn',
      'tư',
      'tư',
      'mười bốn',
      'hai mươi tư',
    ]);
  });
  test('digits of codes', () => {
    expect(digitByDigit('405')).toBe('bốn không năm');
    expect(groupedDigits('1234567')).toBe('một hai ba, bốn năm sáu bảy');
    expect(printedNumber('1.50')).toBe('một chấm năm mươi');
  });
  test('Roman numerals up to 399, and nothing else', () => {
    const roman = (number: number): string =>
      ['C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'].reduce((text, row, index) => {
        const value = present([100, 90, 50, 40, 10, 9, 5, 4, 1][index], 'an item of the list');
        while (number >= value) {
          text += row;
          number -= value;
        }
        return text;
      }, '');
    for (let n = 1; n < 400; n++) expect(romanValue(roman(n))).toBe(n);
    for (const no of ['', 'IIII', 'VV', 'IC', 'ABC', 'XIVI']) expect(romanValue(no), no).toBeUndefined();
  });
});

describe('letters', () => {
  test('names follow the glossary', () =>
    expect([spell('OTP'), spell('BHYT'), spell('NFC'), spell('ATM'), spell('PDF')]).toEqual([
      'ô tê pê',
      'bê hát y tê',
      'en ép xê',
      'a tê em',
      'pê đê ép',
    ]));
  test('which capitals are words', () => {
    for (const yes of ['THI', 'NGUYEN', 'TRAN', 'PHUOC', 'CHINH', 'VAN', 'AI'])
      expect(pronounceable(yes), yes).toBe(true);
    for (const no of ['OTP', 'BHYT', 'NFC', 'CCCD', 'HKD', 'TTS']) expect(pronounceable(no), no).toBe(false);
  });
});
