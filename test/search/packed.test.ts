/** What the first file writes short has to come back as it was, letter for letter. */
import { expect, test } from 'vitest';
import { insideOf, titleFrom, titlesOf, wordsOf } from '../../src/search/packed.ts';
import { insideTitles, lookOf, packWords, writtenIn } from '../../src/outputs/search-index/pack.ts';
import { syllables } from '../../src/search/syllables.ts';
import { files, sources } from './index-of-content.ts';

test('words come back group by group, by the alphabet inside each', () => {
  const packed = packWords([['và', 'bạn'], [], ['4g', 'bản', 'bảng', 'wifi']]);
  expect(wordsOf(packed)).toEqual(['bạn', 'và', '4g', 'bản', 'bảng', 'wifi']);
  expect(packed.words).toBe('A4gAbạnBảnDgAvàAwifi');
});

const inside = insideOf('VNeID OTP Zalo');
test.each([
  ['Quét mã', ''],
  ['Bị lừa, làm gì ngay', 'b, '],
  ['Giữ mã OTP, không đọc cho ai', 'c, '],
  ['VNeID là gì', ''],
  ['xem VNeID', 'L'],
  ['Ở xã Gia Lai', 'bCC'],
  ['Báo cáo QUÝ', 'bU'],
  ['Hỏi (và đáp)', 'a (b)'],
  ['Nối Wi-Fi', '=Nối Wi-Fi'],
  ['MỘt', '=MỘt'],
  ['một = hai', 'L = '],
  [`A${' a'.repeat(29)} b, c`, 'ze, '],
])('%s is told by its words and “%s”', (title, look) => {
  const words = syllables(title);
  expect(lookOf(title, words, inside)).toBe(look);
  expect(titleFrom(look, words, inside)).toBe(title);
});

test('words that titles write with capitals are told once', () => {
  const titles = ['Cài VNeID', 'Mở VNeID', 'Zalo', 'Xem Zalo', 'xem vneid'];
  expect(insideTitles(titles.map((title) => writtenIn(title, syllables(title))))).toBe('VNeID Zalo');
});

test('every title of the handbook comes back as it was written', () => {
  const titles = titlesOf(files.core, wordsOf(files.core));
  expect(titles.length).toBeGreaterThan(0);
  expect(titles).toEqual(sources.map(({ title }) => title));
});
