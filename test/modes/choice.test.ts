/** What addresses and storages may say, and the address that a class is sent. */
import { describe, expect, test } from 'vitest';
import { addressWith, modesOf, valuePattern, withMode } from '../../src/modes/choice.ts';
import { modeTokens } from '../../src/modes/settings.ts';

describe('modesOf', () => {
  test.each([
    ['', []],
    [null, []],
    [undefined, []],
    ['chu-to', ['chu-to']],
    ['tinh,chu-to', ['chu-to', 'tinh']],
    ['chu-to,chu-to', ['chu-to']],
    ['chu-to,chu-rat-to', ['chu-rat-to']],
    ['nen-toi,tuong-phan', ['nen-toi']],
    ['tinh+chu-to', ['chu-to', 'tinh']],
    ['tinh chu-to', ['chu-to', 'tinh']],
    ['may-chung+tinh', ['tinh']],
    ['nguoi-cao-tuoi', ['chu-to', 'tuong-phan', 'de-bam']],
    ['moi-biet-chu,tinh', ['chu-to', 'gian-dong', 'chu-de-phan-biet', 'tinh', 'nghe']],
    ['thi-luc-kem,chu-to', ['chu-rat-to', 'nen-toi', 'gian-dong']],
    ['binh-thuong', []],
    ['la-lung,de-bam', ['de-bam']],
    [',,', []],
    ['constructor', []],
    ['toString', []],
    ['--proto--', []],
    ['CHU-TO', []],
    ['chu-to"><script>', []],
    ['chu-to;de-bam', []],
    ['chữ-to', []],
    ['chu-to\n', []],
    ['a'.repeat(91), []],
  ])('%j → %j', (value, modes) => expect(modesOf(value)).toEqual(modes));
  test('all modes at once fit the pattern', () => expect(valuePattern.test(modeTokens.join(','))).toBe(true));
});

describe('withMode', () => {
  test.each([
    [[], 'tinh', ['tinh']],
    [['chu-to'], 'chu-rat-to', ['chu-rat-to']],
    [['chu-rat-to', 'tinh'], 'chu-to', ['chu-to', 'tinh']],
    [['nen-toi'], 'tuong-phan', ['tuong-phan']],
    [['de-bam'], 'de-bam', ['de-bam']],
  ] as const)('%j and %s', (modes, token, result) => expect(withMode(modes, token)).toEqual(result));
});

describe('addressWith', () => {
  test.each([
    ['https://a.vn/83/', ['chu-to', 'tinh'], 'https://a.vn/83/?che-do=chu-to,tinh'],
    ['https://a.vn/?che-do=tinh', [], 'https://a.vn/'],
    [
      'https://a.vn/tim-kiem/?q=vneid&che-do=tinh#x',
      ['de-bam'],
      'https://a.vn/tim-kiem/?q=vneid&che-do=de-bam#x',
    ],
    ['https://a.vn/tim-kiem/?q=a', [], 'https://a.vn/tim-kiem/?q=a'],
    ['https://a.vn/x/#buoc-2', ['tung-buoc'], 'https://a.vn/x/?che-do=tung-buoc#buoc-2'],
  ])('%s + %j', (href, modes, result) => expect(addressWith(href, modes)).toBe(result));
  test('the way there and back', () => {
    for (const token of modeTokens)
      expect(modesOf(new URL(addressWith('https://a.vn/', [token])).searchParams.get('che-do'))).toEqual([
        token,
      ]);
  });
});
