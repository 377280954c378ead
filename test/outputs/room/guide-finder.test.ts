/** Finding a guide in the builder's list by number or title. */
import { expect, test } from 'vitest';
import { findGuides } from '../../../src/outputs/room/guide-finder.ts';

const guides = [
  { number: 4, title: 'Nối Wi-Fi' },
  { number: 40, title: 'Biết VNeID là gì' },
  { number: 43, title: 'Lấy lại mật khẩu VNeID' },
  { number: 62, title: 'Quét mã QR để trả tiền' },
  { number: 404, title: 'Việc làm thêm' },
];
const numbers = (typed: string): number[] => findGuides(guides, typed).map((guide) => guide.number);

test('by number: the very number first, then those that begin so', () => {
  expect(numbers('40')).toEqual([40, 404]);
  expect(numbers('bài 4')).toEqual([4, 40, 43, 404]);
  expect(numbers('999')).toEqual([]);
});
test('by words of the title, with marks or without, in any order, each at the start of a word', () => {
  expect(numbers('mật khẩu')).toEqual([43]);
  expect(numbers('khau mat')).toEqual([43]);
  expect(numbers('VNEID')).toEqual([40, 43]);
  expect(numbers('ie')).toEqual([]);
});
test('nothing typed: all, those that fit the class first', () => {
  expect(numbers('')).toEqual([4, 40, 43, 62, 404]);
  expect(findGuides(guides, '', (item) => item.number > 50).map((guide) => guide.number)).toEqual([
    62, 404, 4, 40, 43,
  ]);
});
