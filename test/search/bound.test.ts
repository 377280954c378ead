/** A question that names a procedure or an app is answered only by a page that treats it. */
import { expect, test } from 'vitest';
import { boundTo, hears, nameSaid } from '../../src/outputs/search-index/bound.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { files, index, sourcesOfContent } from './index-of-content.ts';
import { answerRow, readSealed, searchRow } from './sealed/read-sealed.ts';
import { floor } from '../national/edition.ts';

const { names } = files.bound;

/** What the helper would do: the name that a question says, and the page that may answer it. */
function read(raw: string): { readonly name: string | undefined; readonly answer: string | undefined } {
  const query = readQuery(raw, index);
  const said = nameSaid(query.shown, names);
  const best = boundTo(rank(query, index), said)[0];
  return { name: said?.name, answer: best && index.page(best.page).address };
}

/** The name that stands in the way of an answer. */
function refused(raw: string): string | undefined {
  const { name, answer } = read(raw);
  return answer === undefined ? name : undefined;
}

test('the list is longer than what is taught', () => {
  expect(names.length).toBeGreaterThan(floor(230));
  expect(names.filter(({ pages }) => pages.length === 0).length).toBeGreaterThan(floor(180));
});

test('marks count where any was typed', () => {
  expect(hears('xin visa di Han Quoc')('thị thực')).toBe(false);
  expect(hears('dang ky nhan con nuoi')('nhận con nuôi')).toBe(true);
  expect(hears('đăng ký nhẫn cốn nuối')('nhận con nuôi')).toBe(false);
});

test.each([
  ['Đăng ký nhãn hiệu cho nước mắm nhà làm', 'đăng ký nhãn hiệu'],
  ['xoa tai khoan telegram', 'Telegram'],
  ['Đổi tên cho con trong khai sinh', 'Thay đổi, cải chính hộ tịch'],
  ['đau bụng uống thuốc gì', 'chữa bệnh, dùng thuốc'],
  ['Cách chơi Roblox', 'Roblox'],
  ['thủ tục ly hôn', 'ly hôn'],
])('“%s” has no page', (raw, name) => expect(refused(raw)).toBe(name));

test.each(['Làm khai sinh cho con cần giấy gì', 'Kết hôn đăng ký ở đâu', 'Làm hộ chiếu qua mạng'])(
  '“%s” has one',
  (raw) => expect(refused(raw)).toBeUndefined(),
);

test('a question that names an app is answered by a page about that app', () => {
  expect(read('quên mật khẩu zalo').answer).not.toMatch(/vneid/);
  expect(read('lấy lại mật khẩu vneid').answer).toMatch(/quen-mat-khau-vneid/);
});

test('no title, other name or prepared question of a page is refused', { timeout: 120_000 }, () => {
  const all = sourcesOfContent.pages.flatMap(({ title, aliases, sections }) => [
    title,
    ...aliases,
    ...sections.flatMap(({ asks }) => asks),
  ]);
  expect(all.length).toBeGreaterThan(floor(3000));
  const own = all.filter((text) => nameSaid(text, names) !== undefined);
  expect(own.length).toBeGreaterThan(floor(50));
  expect(own.filter((text) => refused(text) !== undefined)).toEqual([]);
});

test('a matter that no page is about says where to ask', () => {
  const matters = names.filter(({ kind }) => kind === 'matter');
  expect(matters.length).toBeGreaterThan(10);
  for (const { name, ask } of matters) expect(ask, name).toMatch(/\.$/);
});

test('of the sealed part that is only measured, no question that has an answer is refused', () => {
  const answerable = readSealed('test', 'assistant-answerable', answerRow);
  const nothing = readSealed('test', 'assistant-nothing', searchRow);
  const share = (rows: readonly { readonly text: string }[]): number =>
    rows.filter(({ text }) => refused(text) !== undefined).length / rows.length;
  expect(answerable.length).toBeGreaterThan(floor(150));
  expect(share(answerable)).toBeLessThanOrEqual(0.02);
  expect(share(nothing)).toBeGreaterThanOrEqual(0.12);
});
