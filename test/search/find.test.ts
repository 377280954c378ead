/** What is found exactly, what is kept apart, and that nothing moves when the second file has come. */
import { expect, test } from 'vitest';
import { calledPage, pageOfKey } from '../../src/search/exact.ts';
import { find, sureEnough } from '../../src/search/find.ts';
import { readQuery } from '../../src/search/query.ts';
import { filesOf, sheetOf } from '../../src/search/sheets.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { present } from '../present.ts';
import { floor, isNational } from '../national/edition.ts';
import { asked, files, firstIndex, index, sources, sourcesOfContent } from './index-of-content.ts';
import { devQueries } from './queries.ts';
import { someOf, whole } from '../whole.ts';

const first = (question: string) => {
  const row = present(find(question, index).rows[0], `a row for ${question}`);
  const page = index.page(row.page);
  const sheet = row.sheet === undefined ? undefined : files.core.sheets[row.sheet];
  return { page, address: sheet ? sheetOf(sheet, page).address : page.address, row };
};

test('the exact title of everything that is not a guide or a word stands first, typed without marks', () => {
  const named = sources.filter((source) => source.number === 0 && source.kind !== 'term');
  const kinds = new Set(named.map((source) => source.kind));
  expect(named.length).toBeGreaterThan(floor(350));
  expect(kinds.size).toBeGreaterThanOrEqual(18);
  // Half of them by their words, all in a whole run; titles of guides are asked for apart.
  const asking = someOf(named, 2, ({ title, address }) => `${title} ${address}`);
  expect(asking.length).toBeGreaterThan(named.length / 4);
  const missed = asking.filter((source) => first(fold(source.title)).page.title !== source.title);
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
  ['báo cáo quý word', '/don-vi/dien-bao-cao/'],
  ['tờ phát', '/in/'],
  ['trang chiếu', '/trinh-chieu/'],
  ['bài đọc loa', '/loa/'],
])('“%s” is %s, and nothing that only shares a word with it', (question, address) => {
  expect(first(question).address).toBe(address);
  expect(find(question, index).rows.length).toBeLessThanOrEqual(3);
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
  expect(entries.length).toBeGreaterThan(floor(70));
  const ways = ({ name }: (typeof names)[number]): string[] => [
    `số ${name}`,
    fold(`Số điện thoại ${name}`),
    `tổng đài ${name}`,
    `${name} số mấy`,
    `hotline của ${name}`,
  ];
  // Each name in a way of its own; in a whole run each in every way.
  const asked = names.map((entry, place) => ({
    ...entry,
    questions: ways(entry).filter((_, way) => whole || way === place % 5),
  }));
  const missed = asked.flatMap(({ address, questions }) =>
    questions
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

test('a number alone is its guide, and one that helps is that help', () => {
  const asked = (question: string) => {
    const place = pageOfKey(question, readQuery(question, index), index) ?? calledPage(question, index);
    return place === undefined ? undefined : index.page(place);
  };
  for (const question of ['62', 'bài 62', 'số 62']) expect(asked(question)?.number, question).toBe(62);
  for (const question of ['113', 'số 113', 'gọi 113', 'gọi số 113'])
    expect(asked(question)?.address, question).toBe('/danh-ba/#cong-an-113');
  expect(asked('gọi Zalo')).toBeUndefined();
});

test('to call by an app is no question for a number', () => {
  expect(calledPage('gọi Zalo', index)).toBeUndefined();
  expect(calledPage('MoMo', index)).toBeUndefined();
});

test.runIf(asked('/ke-hoach/lam-dong-1410/'))(
  'a document number is its plan, whole, without signs or by its digits',
  () => {
    for (const question of ['1410/KH-UBND', '1410 kh ubnd', 'kế hoạch 1410']) {
      const { page } = first(question);
      expect(page.kind).toBe('plan');
      expect(files.core.keys['1410khubnd']).toContain(index.pages.indexOf(page));
    }
  },
);

test.runIf(asked('/huong-dan/an-toan/tre-em-tren-mang/'))(
  'a document that texts quote leads to the page that speaks of it, by its number',
  () => {
    const guide = '/huong-dan/an-toan/tre-em-tren-mang/';
    for (const question of ['147/2024/NĐ-CP', '147/2024/nđ-cp', 'nghị định 147', 'nghi dinh 147 nam 2024']) {
      expect(first(question).page.address, question).toBe(guide);
      expect(find(question, index).sure, question).toBe(1);
    }
    for (const question of ['147 nghìn đồng', 'thông tư 147', 'nghị định 147 năm 2019'])
      expect(
        find(question, index).rows.filter(({ exact }) => exact),
        question,
      ).toEqual([]);
  },
);

test('a few words that never stand together in the handbook are not told as found', () => {
  for (const question of ['cách nấu phở', 'ung thư', 'lịch bóng đá']) {
    const { rows, sure } = find(question, index);
    expect(sure, question).toBeLessThan(sureEnough);
    expect(rows.length, question).toBeLessThanOrEqual(8);
  }
  for (const question of ['khóa thẻ ngân hàng', 'quét mã', 'đổi mật khẩu', 'tin giả'])
    expect(find(question, index).sure, question).toBeGreaterThanOrEqual(sureEnough);
});

test('names may stand one behind the other before the number of a guide', () => {
  for (const question of ['số bài 84', 'số bài 84 là gì', 'trang số 84'])
    expect(first(question).page.number, question).toBe(84);
});

test.each([
  ['tờ phát bài 84', '/in/84/'],
  ['trang chiếu bài 84', '/trinh-chieu/84/'],
  ['bài đọc loa bài 84', '/loa/84/'],
  ['thẻ 1 kèm 5', '/in/the-dai-su-so/'],
  ['dùng khi mất mạng', '/ngoai-tuyen/'],
  ['phiếu đếm', '/in/phieu-dem/'],
  ['phiếu OTP', '/in/dao-cu/tin-otp/'],
  ['thẻ kịch bản gọi', '/in/dao-cu/the-loi-goi/'],
  ['the phan vai', '/in/dao-cu/the-vai/'],
  ['giấy chứng nhận đã học', '/in/dao-cu/giay-da-hoc/'],
  ['bộ in buổi tối phòng lừa đảo', '/in/bo/toi-phong-lua-dao/'],
  ['cộng phiếu đếm', '/don-vi/so-dem/'],
  ['lịch phong trào', '/lich/'],
  ['lộ trình người cao tuổi', '/lo-trinh/danh-cho/nguoi-cao-tuoi/'],
  ['lo trinh nong dan', '/lo-trinh/danh-cho/nong-dan/'],
  ['lộ trình gia đình số', '/lo-trinh/gia-dinh/'],
  ['lộ trình của tôi', '/lo-trinh/'],
  ['lộ trình thanh toán không tiền mặt', '/lo-trinh/4t/thanh-toan/'],
  ['lộ trình chỉ tiêu cán bộ', '/lo-trinh/chi-tieu/can-bo/ky-nang/'],
])('“%s” leads to %s', (question, address) => expect(first(question).address).toBe(address));

test.runIf(isNational).each([
  ['báo cáo quý word sở nội vụ tỉnh lâm đồng', 'lam-dong-so-noi-vu'],
  ['bản nháp báo cáo ubnd xã', 'gia-lai-xa-uy-ban-nhan-dan'],
  ['báo cáo quý của xã gia lai', 'gia-lai-xa-uy-ban-nhan-dan'],
  ['bao cao quy gia lai', 'gia-lai-xa-uy-ban-nhan-dan'],
  ['báo cáo quý công an xã', 'gia-lai-xa-cong-an'],
])('“%s” is the draft of %s', (question, unit) => {
  expect(first(question).address).toBe(`/don-vi/${unit}/bao-cao-quy.docx`);
});

test('every unit with a draft is led to it by its own name, and its row bears the draft', () => {
  const sheet = files.core.sheets.findIndex(({ address }) => address.endsWith('bao-cao-quy.docx'));
  const units = index.pages.flatMap((page, place) => {
    const draft = filesOf(place, index).find(({ address }) => address.endsWith('bao-cao-quy.docx'));
    return draft ? [{ page, place }] : [];
  });
  expect(units.length).toBeGreaterThanOrEqual(floor(61));
  const missed = units.filter(
    ({ page, place }) =>
      !find(`báo cáo quý word ${page.title}`, index).rows.some(
        (row) => row.page === place && row.sheet === sheet,
      ),
  );
  expect(missed.map(({ page }) => page.title)).toEqual([]);
});

test('a draft asked for without a unit is that of the unit kept on this device, or nobody’s', () => {
  const isDraft = ({ address }: { readonly address: string }): boolean =>
    address.endsWith('bao-cao-quy.docx');
  const own = index.pages.findIndex((_, place) => filesOf(place, index).some(isDraft));
  const [row] = find('báo cáo quý word', index, { own }).rows;
  expect([row?.page, row?.sheet === undefined]).toEqual([own, false]);
  expect(find('báo cáo quý word', index).rows.every(({ sheet }) => sheet === undefined)).toBe(true);
});

test('each prop of the sessions is found by its title and by each other name', () => {
  const props = sources.filter(({ address }) => address.startsWith('/in/dao-cu/'));
  expect(props.length).toBeGreaterThan(15);
  const missed = props.flatMap(({ address, title, aliases }) =>
    [title, ...aliases].filter((name) => first(name).address !== address),
  );
  expect(missed).toEqual([]);
});

test('rows that titles make sure of keep their places when the texts have come, at each asking', () => {
  let standing = 0;
  for (const { q } of devQueries) {
    const { danger } = sourcesOfContent;
    const before = find(q, firstIndex, { danger }).rows.map((row) => row.page);
    const after = find(q, index, { danger }).rows.map((row) => row.page);
    expect(after.slice(0, before.length), q).toEqual(before);
    expect(find(q, index, { danger }).rows.map((row) => row.page)).toEqual(after);
    expect(readQuery(q, firstIndex)).toEqual(readQuery(q, index));
    standing += before.length;
  }
  expect(standing).toBeGreaterThan(floor(100));
});

test.each([
  ['fây búc bị hack', 'facebook'],
  ['wai fai', 'wifi'],
  ['tải da lô', 'tải zalo'],
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
  // No animals: the card for farmers speaks of those that fall ill.
  for (const question of ['cách nấu phở bò', 'giá vàng hôm nay', 'máy giặt kêu to khi vắt']) {
    const { rows, sure } = find(question, index);
    expect(sure, question).toBeLessThan(sureEnough);
    expect(rows.length, question).toBeLessThanOrEqual(8);
  }
});

test.each(['', '?!', 'dạ', 'alo ạ', '…'])(
  '“%s” says nothing: nothing is told as found by its name',
  (question) => expect(find(question, index).rows.filter(({ exact }) => exact)).toEqual([]),
);

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
  ).toBeGreaterThan(floor(300));
  expect(firstIndex.pages.map(({ address }) => address)).toEqual(sources.map(({ address }) => address));
});

test.each(
  [
    ['má tôi chuyển hết tiền cho chúng nó rồi', 'an-toan/bi-lua-lam-gi-ngay'],
    ['mất thẻ ATM', 'tien/khoa-the-khoa-tai-khoan-gap'],
    ['lỡ chuyển nhầm tiền cho người ta rồi', 'tien/chuyen-nham-tien'],
    ['bị giật điện thoại ngoài đường', 'danh-tinh-dich-vu-cong/mat-dien-thoai'],
  ].filter(([, guide]) => asked(`/huong-dan/${guide}/`)),
)('“%s” has happened: %s is among the first two, with the first file as with both', (question, guide) => {
  const { danger } = sourcesOfContent;
  for (const at of [firstIndex, index]) {
    const rows = find(question, at, { danger }).rows.slice(0, 2);
    expect(rows.map(({ page }) => at.page(page).address)).toContain(`/huong-dan/${guide}/`);
  }
});
