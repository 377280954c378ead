/** What is pressed in a drawn screen bears the sign that telephones show beside such words. */
import { expect, test } from 'vitest';
import { signOf } from '../../src/markdown/sign-words.ts';

const screen = (press: string) => ({
  title: 'Tin nhắn',
  rows: [press, 'Tìm'],
  fields: [],
  buttons: [],
  press,
});

test('what is pressed has its usual sign, other rows have none', () => {
  expect(signOf(screen('Gửi hồ sơ'), 'Gửi hồ sơ')).toBe('send');
  expect(signOf(screen('Gửi hồ sơ'), 'Tìm')).toBeUndefined();
});
test('the longest beginning decides', () => {
  expect(signOf(screen('Thêm lần để dành'), 'Thêm lần để dành')).toBe('savings');
  expect(signOf(screen('Thêm dòng'), 'Thêm dòng')).toBe('add');
});
test('a sign of the author comes first, and unknown words have none', () => {
  expect(signOf({ ...screen('Gửi'), signs: [{ at: 'Gửi', sign: 'mail' }] }, 'Gửi')).toBe('mail');
  expect(signOf(screen('Nấu cơm'), 'Nấu cơm')).toBeUndefined();
});
