import { expect, test } from 'vitest';
import { byLetter } from '../../src/vietnamese/by-letter.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

test('letters are those of a dictionary: tones and quotes do not count, đ stands after d', () => {
  const letters = byLetter(['Ảnh', '“Bốn bước”', 'dấu', 'đồng', '4G', '5G', 'Âm', '…'], (name) => name);
  expect(letters.map(({ letter, id, items }) => [letter, id, items])).toEqual([
    ['0–9', 'so', ['4G', '5G', '…']],
    ['A', 'a', ['Ảnh', 'Âm']],
    ['B', 'b', ['“Bốn bước”']],
    ['D', 'd', ['dấu']],
    ['Đ', 'dd', ['đồng']],
  ]);
});

test('no term of the handbook is lost', () => {
  const { terms } = realHandbook();
  const letters = byLetter(terms, ({ data }) => data.term);
  expect(letters.flatMap(({ items }) => items)).toHaveLength(terms.length);
  expect(new Set(letters.map(({ id }) => id)).size).toBe(letters.length);
  expect(terms.length).toBeGreaterThan(floor(200));
});
