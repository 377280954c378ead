/** A question that names a procedure or an app is answered only by a page that treats it. */
import { expect, test } from 'vitest';
import { says, unboundName } from '../../src/search/bound.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { present } from '../present.ts';
import { index, sourcesOfContent } from './index-of-content.ts';
import { answerRow, readSealed, searchRow } from './sealed/read-sealed.ts';

const names = present(sourcesOfContent.bound, 'the names that bind');

/** The name that stands in the way of an answer. */
function refused(raw: string): string | undefined {
  const query = readQuery(raw, index);
  const best = rank(query, index)[0];
  return unboundName(query.shown, best && index.page(best.page).address, names)?.name;
}

test('the list is longer than what is taught', () => {
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter(({ pages }) => pages.length === 0).length).toBeGreaterThan(20);
});

test('marks count where any was typed', () => {
  expect(says('xin visa di Han Quoc', 'thị thực')).toBe(false);
  expect(says('dang ky nhan con nuoi', 'nhận con nuôi')).toBe(true);
  expect(says('đăng ký nhẫn cốn nuối', 'nhận con nuôi')).toBe(false);
});

test.each([
  ['Đăng ký nhãn hiệu cho nước mắm nhà làm', 'đăng ký nhãn hiệu'],
  ['xoa tai khoan telegram', 'Telegram'],
  ['Đổi tên cho con trong khai sinh', 'Thay đổi, cải chính hộ tịch'],
])('“%s” has no page', (raw, name) => expect(refused(raw)).toBe(name));

test.each(['Làm khai sinh cho con cần giấy gì', 'Kết hôn đăng ký ở đâu', 'Làm hộ chiếu qua mạng'])(
  '“%s” has one',
  (raw) => expect(refused(raw)).toBeUndefined(),
);

test('of the sealed part that is only measured, no question that has an answer is refused', () => {
  const answerable = readSealed('test', 'assistant-answerable', answerRow);
  const nothing = readSealed('test', 'assistant-nothing', searchRow);
  const share = (rows: readonly { readonly text: string }[]): number =>
    rows.filter(({ text }) => refused(text) !== undefined).length / rows.length;
  expect(answerable.length).toBeGreaterThan(150);
  expect(share(answerable)).toBeLessThanOrEqual(0.02);
  expect(share(nothing)).toBeGreaterThanOrEqual(0.12);
});
