/**
 * The writing desk in a real browser, as an officer uses it: only its own server is asked, what the gate
 * names is corrected, what is saved has the bytes of a file written by hand.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { checkContent } from '../../src/cli/check.ts';
import { startDesk } from '../../src/desk/server.ts';

let server: Server;
let root = '';
let base = '';
/** The desk, opened once: its gate reads all content, and each new window would read it again. */
let page: Page;
const asked: string[] = [];
const broken: string[] = [];

// One desk over one copy of the content: the tests come one after the other.
// Each save waits until the gate has judged all content, which a busy machine makes long.
test.describe.configure({ mode: 'default', timeout: 420_000 });
test.beforeAll(async ({ browser }) => {
  root = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  server = await startDesk(root, 0);
  const address = server.address();
  base = `http://localhost:${String(typeof address === 'object' && address ? address.port : 0)}`;
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => broken.push(error.message));
});
test.afterAll(async () => {
  await page.close();
  server.closeAllConnections();
  server.close();
  rmSync(root, { recursive: true, force: true });
});

test.afterEach(() => {
  expect(broken.splice(0)).toEqual([]);
});

/** Shows a file on the desk, or its first view, and waits until its gate has read everything. */
async function open(file = ''): Promise<void> {
  await page.goto(`${base}/#${file}`);
  await expect(page.locator('body')).toHaveAttribute('data-ready', '', { timeout: 240_000 });
}

const stored = (file: string): string => readFileSync(join(root, file), 'utf8');
/** A field by its path. */
const at = (path: string): Locator => page.locator(`[data-at="h:${path}"]`);
const type = (path: string, text: string): Promise<void> =>
  at(path).locator('input,textarea').first().fill(text);
const choose = async (path: string, value: string): Promise<void> => {
  await at(path).locator('select').first().selectOption(value);
};
const add = (path: string): Promise<void> => at(path).locator(':scope > .list > button').click();

async function begin(kind: string, name: string, folder?: string): Promise<void> {
  await open();
  await page.getByRole('combobox', { name: 'Loại mục' }).first().selectOption(kind);
  if (folder !== undefined) await page.getByLabel('Thuộc').selectOption(folder);
  await page.getByLabel('Tên của mục').fill(name);
  await page.getByRole('button', { name: 'Bắt đầu viết' }).click();
  await expect(page.getByRole('button', { name: 'Lưu vào sổ tay' })).toBeVisible();
}

async function handIn(file: string): Promise<void> {
  await expect(page.locator('.faults')).toHaveAttribute('data-count', '0', { timeout: 180_000 });
  await page.getByRole('button', { name: 'Lưu vào sổ tay' }).click();
  await expect(page.locator('.note')).toHaveText(`Đã lưu vào ${file}.`, { timeout: 180_000 });
}

const today = new Date().toISOString().slice(0, 10);

test('an officer adds a number to call; a fault is told at its field and keeps the file back', async () => {
  const file = 'content/directory/tram-y-te-xa-vi-du.yaml';
  await begin('directory', 'Trạm y tế xã Ví Dụ');
  await choose('kind', 'local');
  await type('when', 'Hỏi chuyện sức khỏe: gần nhà');
  await choose('use', 'ok');
  await type('where', 'Hỏi ở Ủy ban nhân dân xã.');
  await type('order', '99');
  await choose('certainty', 'common');
  await type('sources.0.title', 'Kiến thức chung; hãy kiểm lại ở cơ quan địa phương');
  const sure = at('sources.0.certainty');
  await expect(sure.locator('.fault')).toContainText('Cách sửa', { timeout: 180_000 });
  await page.getByRole('button', { name: 'Lưu vào sổ tay' }).click();
  await expect(page.locator('.note')).toContainText('Chưa lưu');
  expect(() => stored(file)).toThrow();
  await choose('sources.0.certainty', 'common');
  await handIn(file);
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

test('an officer adds a task of a plan', async () => {
  const file = 'content/tasks/bkhcn-550/ix-1.yaml';
  await begin('tasks', 'IX.1', 'bkhcn-550');
  await type('title', 'Lớp học cộng đồng');
  await type('summary', 'Mở lớp cho bà con trong thôn.');
  await add('workstreams');
  await choose('workstreams.0', 'nhan-thuc');
  await add('lead');
  await choose('lead.0', 'bo-khoa-hoc-va-cong-nghe');
  await choose('time.kind', 'once');
  await type('time.month', '2026-12');
  await type('time.words', 'Tháng 12/2026');
  await type('result', 'Có lớp.');
  await choose('handbook.by', 'none');
  await type('handbook.reason', 'Nhiệm vụ của cơ quan.');
  await handIn(file);
  const order = /^order: (\d+)$/m.exec(stored(file))?.[1] ?? '';
  expect(stored(file)).toBe(
    `item: IX.1
order: ${order}
title: Lớp học cộng đồng
summary: Mở lớp cho bà con trong thôn.
workstreams: [nhan-thuc]
lead: [bo-khoa-hoc-va-cong-nghe]
time: { kind: once, month: 2026-12, words: Tháng 12/2026 }
result: Có lớp.
handbook: { by: none, reason: Nhiệm vụ của cơ quan. }
checked: ${today}
`,
  );
});

test('a guide is changed in one step after a reload, and nothing else of it moves', async () => {
  const file = 'content/guides/tien/chuyen-nham-tien.mdx';
  const before = stored(file);
  await open(file);
  const step = page.getByRole('region', { name: 'Bước 3' }).first();
  const words = step.getByRole('textbox', { name: 'Đoạn văn' });
  await words.focus();
  await words.press('Control+End');
  await page.keyboard.type(' Nói rõ tên mình.');
  await page.reload();
  await expect(page.locator('body')).toHaveAttribute('data-ready', '', { timeout: 240_000 });
  await expect(page.locator('.note')).toContainText('Bản nháp');
  await handIn(file);
  const lines = before.split('\n');
  const changed = stored(file)
    .split('\n')
    .filter((line, row) => line !== lines[row]);
  expect(changed.length).toBe(1);
  expect(changed[0]).toContain('Nói rõ tên mình.');
  await page.getByRole('button', { name: 'Xem thử' }).click();
  await expect(page.frameLocator('.preview').locator('body')).toContainText('Nói rõ tên mình.', {
    timeout: 180_000,
  });
});

test('what somebody else saved meanwhile is kept, and so is what is being written', async () => {
  const file = 'content/terms/otp.yaml';
  await open(file);
  const before = stored(file);
  await type('meaning', 'Dãy số dùng một lần, không đọc cho ai.');
  writeFileSync(join(root, file), before.replace(/^spoken: .*$/m, 'spoken: ô tê pi'));
  await expect(page.locator('.faults')).toHaveAttribute('data-count', '0', { timeout: 180_000 });
  await page.getByRole('button', { name: 'Lưu vào sổ tay' }).click();
  await expect(page.locator('.note')).toContainText('Người khác vừa lưu');
  await handIn(file);
  expect(stored(file)).toBe(
    before
      .replace(/^spoken: .*$/m, 'spoken: ô tê pi')
      .replace(/^meaning: .*$/m, 'meaning: Dãy số dùng một lần, không đọc cho ai.'),
  );
});

test('the content that the officer leaves passes the check, and nothing was asked of another server', async () => {
  expect(checkContent(root).problems).toEqual([]);
  await open('content/guides/tien/quet-ma-qr.mdx');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`)).toEqual([]);
  expect(asked.length).toBeGreaterThan(10);
  expect(
    asked.filter((address) => !address.startsWith(base) && !/^(?:data|about|blob):/.test(address)),
  ).toEqual([]);
});
