/** Which lines of a passage are quoted. */
import { expect, test } from 'vitest';
import { linesToShow } from '../../src/search/answer.ts';
import { readQuery } from '../../src/search/query.ts';
import { index } from './index-of-content.ts';

const line = (text: string) => ({ as: 'li' as const, text });
const signs = {
  id: 'dau-hieu',
  kind: 'scam-signs',
  title: 'Dấu hiệu lừa đảo',
  lines: [
    line('Người lạ gửi đường link rồi giục cài.'),
    line('Có người gọi điện để hướng dẫn.'),
    line('Ứng dụng đòi xem danh bạ mà không liên quan việc nó làm.'),
  ],
};
const shown = (question: string, passage: Parameters<typeof linesToShow>[0] = signs): string[] =>
  linesToShow(passage, readQuery(question, index), index).map(({ text }) => text);

test('of signs of fraud the one that is asked about is quoted alone, never behind others', () => {
  expect(shown('App đèn pin đòi xem danh bạ')).toEqual([signs.lines[2]?.text]);
  expect(shown('app den pin doi xem danh ba')).toEqual([signs.lines[2]?.text]);
});

test('signs that are asked about alike, and other short passages, stay whole', () => {
  expect(shown('dấu hiệu lừa đảo')).toHaveLength(3);
  expect(shown('App đèn pin đòi xem danh bạ', { ...signs, kind: 'safety' })).toHaveLength(3);
});
