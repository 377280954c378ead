/** The mark of a guide's steps: changes with their words, and with nothing else. */
import { expect, test } from 'vitest';
import { stepsMark } from '../../src/markdown/steps-mark.ts';
import { parseBody } from '../../src/markdown/reader.ts';

const body = (step: string, rest = ''): string =>
  `Mở đầu.\n\n<Steps>\n<Step title="Mở máy">\n${step}\n</Step>\n</Steps>\n${rest}`;
const mark = (text: string, title = 'Bài thử'): string => {
  const { tree, problems } = parseBody('thu.mdx', text, 'guide');
  expect(problems).toEqual([]);
  return stepsMark(title, tree);
};
const now = mark(body('Bấm nút.'));

test('is twelve hexadecimal digits, the same each time', () => {
  expect(now).toMatch(/^[0-9a-f]{12}$/);
  expect(mark(body('Bấm nút.'))).toBe(now);
});
test('stays when the introduction, other sections, spaces or a drawn screen change', () => {
  expect(mark(body('Bấm nút.').replace('Mở đầu.', 'Mở đầu khác.'))).toBe(now);
  expect(mark(body('Bấm nút.', '\n<Safety>\n- Giữ mật khẩu.\n</Safety>\n'))).toBe(now);
  expect(mark(body('Bấm\nnút.'))).toBe(now);
  expect(mark(body('Bấm nút.\n\n<Screen title="Thử" buttons="Có" press="Có" />'))).toBe(now);
});
test('changes with a word, a list item, a box, a title, an order', () => {
  const others = [
    mark(body('Bấm nút đỏ.')),
    mark(body('Bấm nút.\n\n- Chờ.')),
    mark(body('Bấm nút.\n\n<Warning>\nĐợi.\n</Warning>')),
    mark(body('Bấm nút.').replace('Mở máy', 'Mở')),
    mark(body('Bấm nút.'), 'Bài khác'),
  ];
  expect(new Set([now, ...others]).size).toBe(6);
});
