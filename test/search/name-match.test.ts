/** Finding in a list on a page: what people type, with marks, without, or as raw keys. */
import { expect, test } from 'vitest';
import { whichHold } from '../../src/search/name-match.ts';

const names = ['Điện thoại thông minh', 'Mật khẩu, mã PIN', 'iPhone Pro Max', 'Tài khoản (ngân hàng)'];
const held = (typed: string) => names.filter((_, place) => whichHold(names, typed)[place]);

test.each([
  ['điện thoại', names[0]],
  ['dien thoai', names[0]],
  ['điện thoai', names[0]],
  ['ddieenj thoaij', names[0]],
  ['d9ie6n5 thoai5', names[0]],
  ['Maatj khaaur', names[1]],
  ['max', names[2]],
  ['khoarn (ngaan', names[3]],
])('“%s” finds “%s”', (typed, name) => expect(held(typed)).toEqual([name]));

test('nothing typed leaves every name, letters that stand nowhere leave none', () => {
  expect(held(' ')).toEqual(names);
  expect(held('xyz*')).toEqual([]);
});
