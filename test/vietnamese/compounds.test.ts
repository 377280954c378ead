/** Words that titles keep in one piece; the text itself is never changed. */
import { expect, test } from 'vitest';
import { titleWords } from '../../src/components/prose/title-words.ts';
import { titleParts } from '../../src/vietnamese/compounds.ts';

const whole = (title: string) => titleParts(title).flatMap((part) => (part.whole ? [part.text] : []));

test('known words stay in one piece, with the sign after them', () => {
  expect(whole('Bật xác thực hai lớp')).toEqual(['xác thực']);
  expect(whole('Tài khoản, mật khẩu')).toEqual(['Tài khoản,', 'mật khẩu']);
  expect(whole('Hai, ba')).toEqual([]);
});
test('the parts of a title are the title again, so that what is copied is what was written', () => {
  const titles = ['', 'a', 'ứng dụng', 'hai  khoảng', 'Gửi, nhận thư điện tử', 'Cán bộ, công chức (xã)'];
  for (const title of titles) {
    const drawn = titleParts(title).map(({ text }) => text);
    expect(drawn.join('')).toBe(title);
    expect(drawn.join('')).not.toContain('\u00A0');
  }
});
test('drawn, a whole word is a span and nothing else is added', () => {
  expect(titleWords('Bật xác thực hai lớp').text).toBe('Bật <span class="j">xác thực</span> hai lớp');
  expect(titleWords('Ứng dụng <b>').text).toBe('<span class="j">Ứng dụng</span> &lt;b&gt;');
});
