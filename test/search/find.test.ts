/** What is found exactly, what is kept apart, and that nothing moves when the second file has come. */
import { expect, test } from 'vitest';
import { calledPage } from '../../src/search/exact.ts';
import { find, sureEnough } from '../../src/search/find.ts';
import { readQuery } from '../../src/search/query.ts';
import { sheetOf } from '../../src/search/sheets.ts';
import { fold } from '../../src/vietnamese/text.ts';
import { present } from '../present.ts';
import { files, firstIndex, index, sources } from './index-of-content.ts';
import { devQueries } from './queries.ts';

const first = (question: string) => {
  const row = present(find(question, index).rows[0], `a row for ${question}`);
  const page = index.page(row.page);
  const sheet = row.sheet === undefined ? undefined : files.core.sheets[row.sheet];
  return { page, address: sheet ? sheetOf(sheet, page).address : page.address, row };
};

test('the exact title of everything that is not a guide or a word stands first, typed without marks', () => {
  const named = sources.filter((source) => source.number === 0 && source.kind !== 'term');
  const kinds = new Set(named.map((source) => source.kind));
  expect(named.length).toBeGreaterThan(350);
  expect(kinds.size).toBeGreaterThanOrEqual(18);
  const missed = named.filter((source) => first(fold(source.title)).page.title !== source.title);
  expect(missed.map((source) => source.title)).toEqual([]);
});

test.each([
  ['bài 84', 84],
  ['Bài số 80', 80],
  ['số 80', 80],
  ['trang 83', 83],
  ['bai 83', 83],
  ['bài tám mươi ba', 83],
  ['bai tam muoi ba', 83],
  ['tám ba', 83],
  ['cho hỏi bài 84 ạ', 84],
])('“%s” is guide %i', (question, number) => {
  expect(first(question).page.number).toBe(number);
  expect(find(question, index).sure).toBe(1);
});

test.each([
  ['19000368', '1900 0368'],
  ['1900 0368', '1900 0368'],
  ['1900.0368', '1900 0368'],
  ['156', '156'],
  ['số 156', '156'],
  ['một một ba', '113'],
])('“%s” is the telephone number %s', (question, number) => {
  const { page, row } = first(question);
  expect(page.kind).toBe('call');
  const key = number.replaceAll(' ', '');
  expect(files.core.keys[key]).toContain(row.page);
});

test('whose number is asked by a name that people say is found first, in every way of asking', () => {
  const entries = sources.filter(({ kind }) => kind === 'call');
  const names = entries.flatMap(({ address, title, aliases }) =>
    [title, ...aliases].map((name) => ({ address, name })),
  );
  expect(entries.length).toBeGreaterThan(70);
  const missed = names.flatMap(({ address, name }) =>
    [`số ${name}`, fold(`Số điện thoại ${name}`), `tổng đài ${name}`, `${name} số mấy`, `hotline của ${name}`]
      .filter((question) => first(question).page.address !== address)
      .map((question) => `${question}: ${first(question).page.title}`),
  );
  expect(missed).toEqual([]);
  // A name alone stands among the first, before or behind the guide on the same thing.
  const far = names.filter(({ address, name }) =>
    find(name, index)
      .rows.slice(0, 3)
      .every(({ page }) => index.page(page).address !== address),
  );
  expect(far).toEqual([]);
});

test('to call by an app is no question for a number', () => {
  expect(calledPage('gọi Zalo', index)).toBeUndefined();
  expect(calledPage('MoMo', index)).toBeUndefined();
});

test('a document number is its plan, whole, without signs or by its digits', () => {
  for (const question of ['1410/KH-UBND', '1410 kh ubnd', 'kế hoạch 1410']) {
    const { page } = first(question);
    expect(page.kind).toBe('plan');
    expect(files.core.keys['1410khubnd']).toContain(index.pages.indexOf(page));
  }
});

test.each([
  ['tờ phát bài 84', '/in/84/'],
  ['trang chiếu bài 84', '/trinh-chieu/84/'],
  ['bài đọc loa bài 84', '/loa/84/'],
  ['thẻ 1 kèm 5', '/in/the-dai-su-so/'],
  ['dùng khi mất mạng', '/ngoai-tuyen/'],
  ['phiếu đếm', '/in/phieu-dem/'],
  ['lộ trình người cao tuổi', '/lo-trinh/danh-cho/nguoi-cao-tuoi/'],
  ['lo trinh nong dan', '/lo-trinh/danh-cho/nong-dan/'],
  ['lộ trình gia đình số', '/lo-trinh/gia-dinh/'],
  ['lộ trình của tôi', '/lo-trinh/'],
  ['lộ trình thanh toán không tiền mặt', '/lo-trinh/4t/thanh-toan/'],
  ['lộ trình chỉ tiêu cán bộ', '/lo-trinh/chi-tieu/can-bo/ky-nang/'],
])('“%s” leads to %s', (question, address) => expect(first(question).address).toBe(address));

test('a sheet of a unit is a file of that unit', () => {
  expect(first('báo cáo quý word sở nội vụ tỉnh cao bằng').address).toMatch(
    /^\/don-vi\/.*\/bao-cao-quy\.docx$/,
  );
});

test('rows that titles make sure of keep their places when the texts have come, at each asking', () => {
  let standing = 0;
  for (const { q } of devQueries) {
    const before = find(q, firstIndex).rows.map((row) => row.page);
    const after = find(q, index).rows.map((row) => row.page);
    expect(after.slice(0, before.length), q).toEqual(before);
    expect(find(q, index).rows.map((row) => row.page)).toEqual(after);
    expect(readQuery(q, firstIndex)).toEqual(readQuery(q, index));
    standing += before.length;
  }
  expect(standing).toBeGreaterThan(100);
});

test.each([
  ['fây búc bị hack', 'facebook'],
  ['wai fai', 'wifi'],
  ['gu gồ', 'google'],
])('“%s”, written by ear, is read as %s', (typed, meant) =>
  expect(readQuery(typed, index).shown).toContain(meant),
);

test.each(['scam', 'hotline', 'offline', 'napas', 'khcn nuốt', 'shopee', 'vietcombank', 'uống nước chanh'])(
  'no letters are invented for “%s”',
  (typed) => {
    for (const word of readQuery(typed, index).groups.filter((group) => group.for === undefined))
      if (word.guessed) expect.fail(`${typed}: ${word.text}`);
  },
);

test('what nothing answers gets a few rows and a low certainty', () => {
  for (const question of ['cách nấu phở bò', 'giá vàng hôm nay', 'con chó nhà tôi bỏ ăn']) {
    const { rows, sure } = find(question, index);
    expect(sure, question).toBeLessThan(sureEnough);
    expect(rows.length, question).toBeLessThanOrEqual(8);
  }
});

test('certainty falls with words that nobody knows', () => {
  const known = find('quên mật khẩu vneid', index).sure;
  const strange = find('quên mật khẩu xqzw', index).sure;
  expect(strange).toBeLessThan(known * 0.8);
});

test('marks count for words that frame a question: “chợ” is no “cho”', () => {
  const weights = (question: string) =>
    readQuery(question, index)
      .groups.filter((group) => group.for === undefined)
      .map((group) => group.weight);
  expect(weights('chữ chợ thẻ ảnh vay tải bán')).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(weights('dạ cháu ơi quét mã qr').slice(0, 3)).toEqual([0, 0, 0]);
});

test('an address that the first file holds short is read as it was', () => {
  expect(
    files.core.pages.addresses.split('\n').filter((address) => address.includes('~')).length,
  ).toBeGreaterThan(300);
  expect(firstIndex.pages.map(({ address }) => address)).toEqual(sources.map(({ address }) => address));
});
