import { describe, expect, test } from 'vitest';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { collator, editDistance, nearest, slug } from '../../src/vietnamese/text.ts';

/** Every letter of the alphabet with every tone, lower and upper case: 12 vowels × 6 tones and `đ`. */
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letters = [...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))), 'đ'];

describe('fold', () => {
  test('takes every mark off every letter, in both forms and cases, once and for all', () => {
    expect(letters.length).toBe(73);
    for (const letter of letters) {
      for (const form of [
        letter,
        letter.normalize('NFD'),
        letter.toUpperCase(),
        letter.toUpperCase().normalize('NFD'),
      ])
        expect(fold(form)).toMatch(/^[adeiouy]$/);
      expect(fold(fold(letter))).toBe(fold(letter));
    }
  });
  test('keeps digits, signs and foreign letters', () => {
    expect(fold('Quét mã QR: 50.000 ₫!')).toBe('quet ma qr: 50.000 ₫!');
    expect(fold('')).toBe('');
  });
});

describe('slug', () => {
  test.each([
    ['Trên iPhone', 'tren-iphone'],
    ['Đổi mật khẩu – bước 2', 'doi-mat-khau-buoc-2'],
    ['  “Bình dân học vụ số”  ', 'binh-dan-hoc-vu-so'],
    ['A/B', 'a-b'],
    ['???', ''],
    ['Trên iPhone'.normalize('NFD'), 'tren-iphone'],
  ])('%s → %s', (text, want) => {
    expect(slug(text)).toBe(want);
  });
});

test('edit distance', () => {
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('abc', '')).toBe(3);
  expect(editDistance('first', 'frist')).toBe(2);
  expect(editDistance('otp', 'otp')).toBe(0);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

describe('nearest', () => {
  const known = ['nguoi-cao-tuoi', 'nguoi-khuyet-tat', 'tien/quet-ma-qr-de-tra-tien', 'otp'];
  test.each([
    ['nguoi-cao-tuoii', 'nguoi-cao-tuoi'],
    ['Người cao tuổi', 'nguoi-cao-tuoi'],
    ['quet-ma-qr-de-tra-tien', 'tien/quet-ma-qr-de-tra-tien'],
    ['quet-ma-qr', 'tien/quet-ma-qr-de-tra-tien'],
    ['opt', undefined],
    ['otpp', 'otp'],
    ['hoan-toan-khac', undefined],
    ['b', undefined],
  ])('%s → %s', (wrong, want) => {
    expect(nearest(wrong, known)).toBe(want);
  });
  test('of nothing is nothing; of equals the first', () => {
    expect(nearest('a', [])).toBeUndefined();
    expect(nearest('abcd', ['abce', 'abcf'])).toBe('abce');
  });
});

test('order of the Vietnamese alphabet, numbers by value', () => {
  expect(['đa', 'da', 'ă', 'â', 'a', 'ba', 'ê', 'e'].sort(collator.compare)).toEqual([
    'a',
    'ă',
    'â',
    'ba',
    'da',
    'đa',
    'e',
    'ê',
  ]);
  expect(['A10', 'A2', 'A1'].sort(collator.compare)).toEqual(['A1', 'A2', 'A10']);
});
