/**
 * The writing desk in a real browser, as an officer uses it: only its own server is asked, what the gate
 * names is corrected, what is saved has the bytes of a file written by hand. A small handbook stands in for
 * the content, so that the gate answers at once; the content itself is opened at the end.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { checkContent } from '../../src/cli/check.ts';
import { photoFaults, readJpeg } from '../../src/gate/photo-bytes.ts';
import { startDesk } from '../../src/desk/server.ts';
import { deskWords } from '../../src/desk/words.ts';
import { fill } from '../../src/words/words.ts';
import { writeGoodTree } from '../fixtures/tree.ts';
import { axeUsualFaults } from '../access/axe.ts';
import { present } from '../present.ts';
import { someOf } from '../whole.ts';

let server: Server;
let root = '';
let base = '';
const asked: string[] = [];

const addressOf = (started: Server): string => {
  const address = started.address();
  return `http://localhost:${String(typeof address === 'object' && address ? address.port : 0)}`;
};
const stop = (started: Server): void => {
  started.closeAllConnections();
  started.close();
};

// One desk over one small handbook: the tests come one after the other.
test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'desk-'));
  writeGoodTree(root);
  cpSync('content/words', join(root, 'content/words'), { recursive: true });
  server = await startDesk(root, 0);
  base = addressOf(server);
});
test.afterAll(() => {
  stop(server);
  rmSync(root, { recursive: true, force: true });
});

test.beforeEach(async ({ page }) => {
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
});

/** Opens the desk and waits until its gate has read everything. */
async function open(page: Page, file = ''): Promise<void> {
  await page.goto(`${base}/${file === '' ? '' : `#${file}`}`);
  await expect(page.locator('body')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
}

const stored = (file: string): string => readFileSync(join(root, file), 'utf8');
const store = (file: string, text: string): void => writeFileSync(join(root, file), text);
/** A field by its path. */
const at = (page: Page, path: string): Locator => page.locator(`[data-at="h:${path}"]`);
/** A block of the body by its path. */
const block = (page: Page, path: string): Locator => page.locator(`[data-at="b:${path}"]`);
const type = (page: Page, path: string, text: string): Promise<void> =>
  at(page, path).locator('input,textarea').first().fill(text);
const choose = async (page: Page, path: string, value: string): Promise<void> => {
  await at(page, path).locator('select').first().selectOption(value);
};
const add = (page: Page, path: string): Promise<void> =>
  at(page, path).locator(':scope > .list > button').click();
const addBlock = async (page: Page, inside: string, kind: string): Promise<void> => {
  const adder = block(page, inside).locator(':scope > .blocks > .adder');
  await adder.locator('select').selectOption(kind);
  await adder.getByRole('button').click();
};
const noFaults = (page: Page): Promise<void> =>
  expect(page.locator('.faults')).toHaveAttribute('data-count', '0', { timeout: 30_000 });
const drawn = (page: Page): Locator => page.locator('.drawn .sheet');
const preview = (page: Page): Promise<void> => page.getByRole('button', { name: 'Xem thử' }).click();
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Lưu vào sổ tay' }).click();

/** Begins a new entry; of a kind with folders in one of them; after a sample where one is named. */
async function begin(
  page: Page,
  kind: string,
  name: string,
  { folder, sample }: { readonly folder?: string; readonly sample?: string } = {},
): Promise<void> {
  await open(page);
  await page.getByRole('combobox', { name: 'Loại mục' }).first().selectOption(kind);
  if (folder !== undefined) await page.getByLabel('Thuộc').selectOption(folder);
  if (sample !== undefined) await page.getByLabel('Viết theo mục mẫu').selectOption(sample);
  await page.getByLabel('Tên của mục').fill(name);
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await expect(page.getByRole('button', { name: 'Lưu vào sổ tay' })).toBeVisible();
}

async function handIn(page: Page, file: string): Promise<void> {
  await noFaults(page);
  await save(page);
  await expect(page.locator('.note')).toHaveText(`Đã lưu vào ${file}.`, { timeout: 30_000 });
}

const today = new Date().toISOString().slice(0, 10);

test('an officer adds a number to call; a fault is told at its field and keeps the file back', async ({
  page,
}) => {
  const file = 'content/directory/tram-y-te-xa-vi-du.yaml';
  await begin(page, 'directory', 'Trạm y tế xã Ví Dụ', { sample: 'content/directory/tho-dien.yaml' });
  await expect(at(page, 'where')).toContainText('Mẫu viết: Hỏi trưởng thôn.');
  await choose(page, 'kind', 'local');
  await type(page, 'when', 'Hỏi chuyện sức khỏe: gần nhà');
  await choose(page, 'use', 'ok');
  await type(page, 'where', 'Hỏi ở Ủy ban nhân dân xã.');
  await type(page, 'order', '99');
  await choose(page, 'certainty', 'common');
  await type(page, 'sources.0.title', 'Kiến thức chung; hãy kiểm lại ở cơ quan địa phương');
  const sure = at(page, 'sources.0.certainty');
  await expect(sure.locator('.fault')).toContainText('Cách sửa', { timeout: 30_000 });
  await save(page);
  await expect(page.locator('.note')).toContainText('Chưa lưu');
  expect(() => stored(file)).toThrow();
  await choose(page, 'sources.0.certainty', 'common');
  await noFaults(page);
  await preview(page);
  await expect(drawn(page)).toContainText('Hỏi chuyện sức khỏe: gần nhà.');
  await handIn(page, file);
  expect(stored(file)).toBe(
    `kind: local
name: Trạm y tế xã Ví Dụ
when: "Hỏi chuyện sức khỏe: gần nhà"
use: ok
where: Hỏi ở Ủy ban nhân dân xã.
order: 99
certainty: common
sources:
  - title: Kiến thức chung; hãy kiểm lại ở cơ quan địa phương
    seen: ${today}
    certainty: common
checked: ${today}
`,
  );
});

test('an officer adds a task of a plan', async ({ page }) => {
  const file = 'content/tasks/tinh-mau-02/3.yaml';
  await begin(page, 'tasks', '3', { folder: 'tinh-mau-02' });
  await type(page, 'title', 'Lớp học cộng đồng');
  await type(page, 'summary', 'Mở lớp cho bà con trong thôn.');
  await add(page, 'workstreams');
  await choose(page, 'workstreams.0', 'lop-dem');
  await add(page, 'lead');
  await choose(page, 'lead.0', 'ubnd-xa-mau');
  await choose(page, 'time.kind', 'once');
  await type(page, 'time.month', '2026-12');
  await type(page, 'time.words', 'Tháng 12/2026');
  await type(page, 'result', 'Có lớp.');
  await choose(page, 'handbook.by', 'none');
  await type(page, 'handbook.reason', 'Nhiệm vụ của cơ quan.');
  await noFaults(page);
  await preview(page);
  await expect(drawn(page)).toContainText('Kết quả mong đợi: Có lớp.');
  await handIn(page, file);
  expect(stored(file)).toBe(
    `item: "3"
order: 3
title: Lớp học cộng đồng
summary: Mở lớp cho bà con trong thôn.
workstreams: [lop-dem]
lead: [ubnd-xa-mau]
time: { kind: once, month: 2026-12, words: Tháng 12/2026 }
result: Có lớp.
handbook: { by: none, reason: Nhiệm vụ của cơ quan. }
checked: ${today}
`,
  );
});

test('an officer adds a guide after a good one, sees it drawn, and types no tag', async ({ page }) => {
  const file = 'content/guides/bep/dun-nuoc.mdx';
  await begin(page, 'guides', 'Đun nước', { folder: 'bep', sample: 'content/guides/bep/rua-rau.mdx' });
  // The sample gives one step with one paragraph, and its words stand beside, not in it.
  await expect(block(page, '0.0')).toContainText('Mẫu viết: Nhặt rau');
  await expect(block(page, '0.0').locator('textarea').first()).toHaveValue('');
  await type(page, 'summary', 'Đun nước bằng ấm điện cho an toàn.');
  await type(page, 'can', 'Có nước sôi để uống.');
  await type(page, 'minutes', '5');
  await choose(page, 'level', 'first');
  await add(page, 'audiences');
  await choose(page, 'audiences.0', 'ba-con');
  await add(page, 'skills');
  await choose(page, 'skills.0', 'nau-an');
  await choose(page, 'risk', 'none');
  await type(page, 'sources.0.title', 'Kiến thức chung');
  await choose(page, 'sources.0.certainty', 'common');
  await block(page, '0.0').locator('textarea').first().fill('Bật ấm');
  const words = block(page, '0.0.0').getByRole('textbox');
  await words.focus();
  await page.keyboard.type('Đổ nước vào ấm < 2 lít, giống ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Từ khó');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('nồi');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(words.locator('.chip')).toHaveCount(1);
  await addBlock(page, '0.0', 'Screen');
  const screen = block(page, '0.0.1');
  await screen.getByLabel('tên màn hình').fill('Ấm điện');
  await screen.getByLabel('các nút, cách nhau bằng dấu |').fill('Bật | Tắt');
  await screen.getByLabel('chỗ phải bấm').fill('Bật');
  await expect(screen.locator('.phone .press')).toHaveText('Bật');
  await addBlock(page, '0.0', 'Picture');
  const picture = block(page, '0.0.2');
  await picture.locator('select').selectOption('stop');
  await picture.locator('textarea').fill('Đừng chạm tay ướt');
  await expect(picture.getByRole('img', { name: 'Đừng chạm tay ướt' })).toBeVisible();
  await noFaults(page);
  await preview(page);
  await expect(drawn(page)).toContainText('Bật ấm');
  await type(page, 'summary', 'Đun nước bằng ấm điện.');
  await expect(drawn(page)).toContainText('Đun nước bằng ấm điện.', { timeout: 30_000 });
  await handIn(page, file);
  expect(stored(file)).toBe(
    `---
number: 3
title: Đun nước
summary: Đun nước bằng ấm điện.
can: Có nước sôi để uống.
minutes: 5
level: first
audiences: [ba-con]
skills: [nau-an]
risk: none
sources:
  - title: Kiến thức chung
    seen: ${today}
    certainty: common
checked: ${today}
added: ${today}
---

<Steps>

<Step title="Bật ấm">

Đổ nước vào ấm &lt; 2 lít, giống <Term id="noi-com">nồi cơm điện</Term>

<Screen title="Ấm điện" buttons="Bật | Tắt" press="Bật" />

<Picture name="stop" alt="Đừng chạm tay ướt" />

</Step>

</Steps>
`,
  );
});

test('an officer writes what the loudspeaker says of a guide, after reading it with the steps', async ({
  page,
}) => {
  const file = 'content/announcements/nau-com-dien.yaml';
  await begin(page, 'announcements', 'Nấu cơm điện');
  await choose(page, 'guide', 'bep/nau-com-dien');
  await type(page, 'reason', 'Lời máy viết khó nghe.');
  const said = ['Bà con vo gạo hai lần.', 'Cắm điện rồi bật nồi.', 'Đèn đỏ sáng là nồi đang nấu.'];
  for (const [index, text] of said.entries()) {
    await add(page, 'loudspeaker');
    await type(page, `loudspeaker.${String(index)}`, text);
  }
  await at(page, 'steps').getByRole('button').click();
  await noFaults(page);
  await preview(page);
  await expect(drawn(page)).toContainText('Bà con vo gạo hai lần.');
  await handIn(page, file);
  const mark = /^steps: "?([0-9a-f]{12})"?$/m.exec(stored(file))?.[0] ?? '';
  expect(stored(file)).toBe(
    `guide: bep/nau-com-dien
${mark}
reason: Lời máy viết khó nghe.
loudspeaker:
  - Bà con vo gạo hai lần.
  - Cắm điện rồi bật nồi.
  - Đèn đỏ sáng là nồi đang nấu.
checked: ${today}
`,
  );
});

test('a photo from a telephone is made small and without its place, and put into a page by its name', async ({
  page,
}) => {
  const [file, picture] = ['content/photos/lop-toi-thon-dong.yaml', 'content/photos/lop-toi-thon-dong.jpg'];
  await begin(page, 'photos', 'Lớp tối thôn Đông');
  const noise = { type: 'gaussian', mean: 128, sigma: 12 } as const;
  const buffer = await sharp({
    create: { width: 2000, height: 1500, channels: 3, background: '#888', noise },
  })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 42/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 95 })
    .toBuffer();
  await save(page);
  await expect(page.locator('.note')).toContainText('Chưa lưu');
  await page
    .getByLabel('Chọn ảnh trên máy này')
    .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.locator('.note')).toContainText('không còn dữ liệu ẩn', { timeout: 30_000 });
  await type(page, 'alt', 'Bốn bác ngồi quanh bàn, cô tổ trưởng chỉ vào điện thoại');
  await type(page, 'by', 'Tổ công nghệ số thôn Đông');
  await type(page, 'day', '2026-11-19');
  await type(page, 'people', 'Bốn bác đồng ý cho đăng');
  // The picture is part of the draft: it is there after a reload.
  await open(page, file);
  await page.reload();
  await expect(page.getByRole('img', { name: 'Ảnh đang chọn' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await axeUsualFaults(page)).toEqual([]);
  await handIn(page, file);
  const made = readFileSync(join(root, picture));
  const size = present(readJpeg(made));
  expect(photoFaults(picture, made, size)).toEqual([]);
  expect(size.height).toBeGreaterThan(size.width);
  expect(stored(file)).toBe(`alt: Bốn bác ngồi quanh bàn, cô tổ trưởng chỉ vào điện thoại
by: Tổ công nghệ số thôn Đông
day: 2026-11-19
people: Bốn bác đồng ý cho đăng
width: ${size.width}
height: ${size.height}
`);
  await begin(page, 'pages', 'Lớp của xã');
  await addBlock(page, '1', 'Photo');
  const photo = page.getByRole('region', { name: 'Ảnh chụp' });
  await photo.locator('select').first().selectOption('lop-toi-thon-dong');
  await expect(photo.locator('select option:checked')).toContainText('Bốn bác ngồi quanh bàn');
  await expect(photo.locator('img')).toHaveAttribute('src', /^data:image\/jpeg/);
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
});

test('without a network a guide is changed, proved and drawn; a reload loses no letter', async ({ page }) => {
  const file = 'content/guides/bep/rua-rau.mdx';
  const before = stored(file);
  await open(page, file);
  await noFaults(page);
  await page.context().setOffline(true);
  const words = block(page, '0.0.0').getByRole('textbox');
  await words.focus();
  await words.press('Control+End');
  await page.keyboard.type(' Ngâm mười phút.');
  await preview(page);
  await expect(drawn(page)).toContainText('Ngâm mười phút.', { timeout: 30_000 });
  await save(page);
  await expect(page.locator('.note')).toContainText('Chưa lưu được, bản nháp vẫn còn');
  expect(stored(file)).toBe(before);
  await page.context().setOffline(false);
  await page.reload();
  await expect(page.locator('body')).toHaveAttribute('data-ready', '', { timeout: 60_000 });
  await expect(page.locator('.note')).toContainText('Bản nháp');
  await handIn(page, file);
  expect(stored(file)).toBe(before.replace('Bỏ lá úa.', 'Bỏ lá úa. Ngâm mười phút.'));
});

test('two authors at one entry: what each changed is kept, what both changed is chosen', async ({ page }) => {
  const file = 'content/terms/noi-com.yaml';
  const before = stored(file);
  const [meaning = ''] = /^meaning: .*$/m.exec(before) ?? [];
  const [term = ''] = /^term: .*$/m.exec(before) ?? [];
  await open(page, file);
  await type(page, 'meaning', 'Nồi tự tắt khi cơm chín.');
  await noFaults(page);
  // The other one changes another field: both changes stand, once this author has read them.
  store(file, before.replace(term, 'term: Nồi nấu cơm'));
  await save(page);
  await expect(page.locator('.note')).toContainText('Chỗ họ sửa đã được đưa vào', { timeout: 30_000 });
  expect(stored(file)).toBe(before.replace(term, 'term: Nồi nấu cơm'));
  await handIn(page, file);
  const both = before
    .replace(term, 'term: Nồi nấu cơm')
    .replace(meaning, 'meaning: Nồi tự tắt khi cơm chín.');
  expect(stored(file)).toBe(both);
  // Then both change the same field.
  await type(page, 'meaning', 'Nồi của tôi.');
  await noFaults(page);
  const theirs = both.replace('Nồi tự tắt khi cơm chín.', 'Nồi của người kia.');
  store(file, theirs);
  await save(page);
  const clash = page.locator('.clash');
  await expect(clash).toContainText('Nồi của tôi.', { timeout: 30_000 });
  await expect(clash).toContainText('Nồi của người kia.');
  await page.reload();
  await expect(clash).toContainText('Nồi của người kia.');
  await expect(clash).toContainText('Nồi của tôi.');
  await noFaults(page);
  await save(page);
  await expect(page.locator('.note')).toContainText('Chưa lưu');
  expect(stored(file)).toBe(theirs);
  await clash.getByRole('button', { name: 'Lấy của người kia' }).click();
  await expect(clash).toHaveCount(0);
  await expect(at(page, 'meaning').locator('textarea')).toHaveValue('Nồi của người kia.');
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
});

test('the desk opens on what waits and takes a report of a reader to its guide', async ({ page }) => {
  // Guides of the small handbook were checked long ago for this clock.
  await page.clock.setFixedTime(new Date('2030-01-01T00:00:00Z'));
  await page.route('**/start.json', async (route) => {
    const answer = await route.fetch();
    const start: unknown = await answer.json();
    await route.fulfill({ json: Object.assign({}, start, { today: '2030-01-01' }) });
  });
  await open(page);
  await expect(page.locator('[data-due="guide"] li').first()).toContainText('hạn', { timeout: 30_000 });
  await expect(page.locator('[data-due="rule"] li').first()).toContainText('hạn');
  const { reportTemplate = '' } = deskWords();
  const gaps = { name: 'Sổ tay', edition: 'bản xã', day: '21/11/2026', n: 2, title: 'Rửa rau cho sạch' };
  await page
    .getByLabel('Dán lời báo vào đây')
    .fill(`${fill(reportTemplate, gaps, 'check.report')}bước 1 thiếu chữ`);
  await page.getByRole('button', { name: 'Nhận lời báo' }).click();
  await page.reload();
  const report = page.locator('[data-reports] a');
  await expect(report).toContainText('bước 1 thiếu chữ');
  expect(await axeUsualFaults(page)).toEqual([]);
  await report.click();
  await expect(page.locator('.told')).toContainText('bước 1 thiếu chữ');
  await expect(page.locator('h1')).toHaveText('Rửa rau cho sạch');
});

test('the form, its lists of pieces and its drawing have no fault of access and fit a phone', async ({
  page,
}) => {
  await open(page, 'content/guides/bep/nau-com-dien.mdx');
  await noFaults(page);
  await preview(page);
  await expect(drawn(page)).toContainText('Vo gạo');
  await page.setViewportSize({ width: 360, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await block(page, '0').getByRole('textbox').focus();
  await block(page, '0').getByRole('button', { name: 'Số điện thoại' }).click();
  expect(await axeUsualFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('entries of the whole content open in the browser and have nothing to save', async ({ page }) => {
  const files = globSync('content/**/*.{yaml,mdx}').map((file) => file.replaceAll('\\', '/'));
  const some = someOf(files, 72, (file) => readFileSync(file, 'utf8'));
  const whole = await startDesk(process.cwd(), 0);
  try {
    await page.goto(addressOf(whole));
    await page.getByLabel('Tìm theo tên').waitFor();
    const opened = await page.evaluate(async (all) => {
      const states: string[] = [];
      for (const file of all) {
        const changed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        location.hash = file;
        await changed;
        states.push(document.querySelector<HTMLElement>('[data-changed]')?.dataset.changed ?? 'not open');
      }
      return states;
    }, some);
    expect(some.filter((_, index) => opened[index] !== 'false')).toEqual([]);
    expect(opened.length).toBeGreaterThan(files.length / 200);
  } finally {
    stop(whole);
  }
});

test('the content that the officer leaves passes the check, and nothing was asked of another server', () => {
  expect(checkContent(root).problems).toEqual([]);
  expect(asked.length).toBeGreaterThan(10);
  expect(
    asked.filter(
      (address) => !/^http:\/\/localhost:\d+\//.test(address) && !/^(?:data|about|blob):/.test(address),
    ),
  ).toEqual([]);
});
