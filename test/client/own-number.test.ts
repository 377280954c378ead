import { expect, test } from 'vitest';
import { ownNumber } from '../../src/client/own-number.ts';
import { verdict } from '../../src/client/still-right.ts';

const page = [
  '<div data-words="Gọi|Đổi|Nhớ"></div><ul>',
  '<li id="mot"><h3>Một</h3>',
  '<p><a class="number" href="tel:19000000">1900 0000<span>, Một</span></a></p></li>',
  '<li id="hai"><h3>Hai</h3><p>hai.example</p></li>',
  '<li id="ba"><h3>Ba</h3><p><a href="tel:111">111</a></p></li></ul>',
].join('');

test('name and number of the chosen entry are read from the page of this edition', () => {
  expect(ownNumber(page, 'mot')).toEqual({ name: 'Một', number: '1900 0000', words: ['Gọi', 'Đổi', 'Nhớ'] });
});
test('an entry without a number does not take that of the next', () => {
  expect(ownNumber(page, 'hai')).toEqual({ name: 'Hai', words: ['Gọi', 'Đổi', 'Nhớ'] });
});
test('an entry that this edition has no more shows nothing', () => {
  expect(ownNumber(page, 'bon')).toBeUndefined();
});

test('a sheet is right as long as nothing changed after its day', () => {
  expect(verdict('2026-11-28', '2026-12-01', ['2026-11-28', '2026-11-20'])).toBe(0);
  expect(verdict('2026-11-28', '2026-12-01', ['2026-11-29'])).toBe(1);
  expect(verdict('2026-12-02', '2026-12-01', [])).toBe(2);
  // A rule ends on a day to come: until then the sheet holds, whatever a clock says that was never set.
  expect(verdict('2026-11-28', '2026-12-01', ['2027-02-01'], '2027-01-31')).toBe(0);
  expect(verdict('2026-11-28', '2026-12-01', ['2027-02-01'], '2027-02-01')).toBe(1);
  expect(verdict('2026-11-28', '2026-12-01', ['2026-11-30'], '1970-01-01')).toBe(1);
});
