/**
 * The desk as a folder on a web server, in a real browser with the network cut but for that server and a
 * stand-in for Gitea: an author signs in and proposes, another reads both pages and approves. And over a
 * folder of the machine: the browser's private file system stands in for the folder that a person would pick,
 * since no test can press the browser's own dialog.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { contentFiles } from '../../src/desk/start.ts';
import { writeDeskFolder } from '../../src/desk/static.ts';
import { GiteaStandIn } from '../desk/gitea-stand-in.ts';
import { plainHost, type PlainHost } from '../fixtures/plain-host.ts';
import { writeGoodTree } from '../fixtures/tree.ts';

const guide = 'content/guides/bep/nau-com-dien.mdx';
let root = '';
let folder = '';
let host: PlainHost;
let server: GiteaStandIn;
const asked: string[] = [];

test.describe.configure({ mode: 'default' });
test.beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'desk-tree-'));
  folder = mkdtempSync(join(tmpdir(), 'desk-folder-'));
  writeGoodTree(root);
  // The drawing needs the words of the real handbook.
  cpSync('content/words', join(root, 'content/words'), { recursive: true });
  server = new GiteaStandIn({ lan: 'Nguyễn Thị Lan', hung: 'Trần Hùng' });
  await server.start(root);
  await writeDeskFolder(root, folder, server.place);
  host = await plainHost(folder, '/ban-soan');
});
test.afterAll(() => {
  host.close();
  server.close();
  for (const made of [root, folder]) rmSync(made, { recursive: true, force: true });
});

const own = (address: string): boolean =>
  [host.origin, server.address].some((origin) => address.startsWith(`${origin}/`)) ||
  /^(?:data|about|blob):/.test(address);

/** A page of somebody's own browser, which reaches the two servers and nothing else. */
async function pageOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    Reflect.set(window, 'showDirectoryPicker', () => navigator.storage.getDirectory());
  });
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.route(
    (address) => !own(address.href),
    (route) => route.abort(),
  );
  await page.goto(`${host.origin}/ban-soan/`);
  return page;
}

const ready = (page: Page): Promise<void> =>
  expect(page.locator('body')).toHaveAttribute('data-ready', '', { timeout: 120_000 });

async function signIn(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: /^Đăng nhập ở / }).click();
  await page.getByRole('link', { name: login }).click();
  await ready(page);
}

/** Faults of our own parts; what the frames hold are the pages of the site, which have their own tests. */
async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`);
}

test('an author proposes, another sees both pages, words and rules, and approves', async ({ browser }) => {
  const lan = await pageOf(browser);
  expect(await axe(lan)).toEqual([]);
  await signIn(lan, 'lan');
  await lan.goto(`${host.origin}/ban-soan/#${guide}`);
  const words = lan
    .getByRole('region', { name: 'Bước 1' })
    .first()
    .getByRole('textbox', { name: 'Đoạn văn' });
  await words.focus();
  await words.press('Control+End');
  await lan.keyboard.type(' Chắt nước đi.');
  await expect(lan.locator('.faults')).toHaveAttribute('data-count', '0', { timeout: 60_000 });
  await lan.getByRole('button', { name: 'Gửi cho người duyệt' }).click();
  await expect(lan.locator('.note')).toHaveText(`Đã gửi ${guide} cho người duyệt.`, { timeout: 60_000 });
  const before = readFileSync(join(root, guide), 'utf8');
  const after = before.replace('Rửa gạo hai lần.', 'Rửa gạo hai lần. Chắt nước đi.');
  expect(after).not.toBe(before);
  expect(server.text(guide, 'de-nghi/lan/guides-bep-nau-com-dien')).toBe(after);

  const hung = await pageOf(browser);
  await signIn(hung, 'hung');
  await hung.getByRole('link', { name: 'Đề nghị đang chờ duyệt: 1' }).click();
  await hung.getByRole('link', { name: 'Sửa: Nấu cơm bằng nồi điện' }).click();
  const side = (name: string) => hung.frameLocator(`section[aria-label="${name}"] iframe`).locator('body');
  await expect(side('Đề nghị')).toContainText('Rửa gạo hai lần. Chắt nước đi.', { timeout: 60_000 });
  await expect(side('Đang có')).toContainText('Rửa gạo hai lần.');
  await expect(side('Đang có')).not.toContainText('Chắt nước đi.');
  await expect(hung.locator('.changes dt')).toHaveText(['Thân bài › Các bước › Bước']);
  await expect(hung.locator('.changes ins')).toContainText('Chắt nước đi.');
  await expect(hung.getByRole('heading', { name: 'Quy định được nhắc tới' })).toBeVisible();
  expect(await axe(hung)).toEqual([]);
  await hung.getByLabel('Vai trò của người duyệt').fill('Trưởng phòng');
  await hung.getByLabel('Đơn vị').fill('Phòng Văn hóa xã Mẫu');
  await hung.getByLabel('Ngày duyệt').fill('2026-11-29');
  await hung.getByRole('button', { name: 'Duyệt và đưa vào sổ tay' }).press('Enter');
  await expect(hung.getByText('Đã duyệt đề nghị số 1')).toBeVisible({ timeout: 60_000 });
  expect(server.text(guide)).toBe(after);
  expect(server.text('content/edition.yaml')).toContain(`reviewed:
  - role: Trưởng phòng
    unit: Phòng Văn hóa xã Mẫu
    day: 2026-11-29
    guides: [bep/nau-com-dien]
`);
  expect(server.reviews.map(({ user, event }) => `${user} ${event}`)).toEqual(['hung APPROVED']);
});

test('a folder of the machine is opened, saved and never written over', async ({ browser }) => {
  const page = await pageOf(browser);
  const term = 'content/terms/vo-gao.yaml';
  await page.evaluate(async (files) => {
    const top = await navigator.storage.getDirectory();
    for (const [file, text] of files) {
      const steps = file.split('/');
      let folderOf = top;
      for (const step of steps.slice(0, -1))
        folderOf = await folderOf.getDirectoryHandle(step, { create: true });
      const handle = await folderOf.getFileHandle(steps.at(-1) ?? '', { create: true });
      const writing = await handle.createWritable();
      await writing.write(text);
      await writing.close();
    }
  }, contentFiles(root));
  const stored = (): Promise<string> =>
    page.evaluate(async (file) => {
      let at = await navigator.storage.getDirectory();
      const steps = file.split('/');
      for (const step of steps.slice(0, -1)) at = await at.getDirectoryHandle(step);
      const handle = await at.getFileHandle(steps.at(-1) ?? '');
      return (await handle.getFile()).text();
    }, term);
  await page.getByRole('button', { name: 'Mở thư mục sổ tay trên máy này' }).click();
  await ready(page);
  await page.evaluate((file) => {
    location.hash = file;
  }, term);
  const before = await stored();
  expect(before).toBe(readFileSync(join(root, term), 'utf8'));
  const meaning = page.locator('[data-at="h:meaning"]').locator('input,textarea').first();
  await meaning.fill('Rửa hạt gạo cho sạch.');
  await expect(page.locator('.faults')).toHaveAttribute('data-count', '0', { timeout: 60_000 });
  await page.getByRole('button', { name: 'Lưu vào sổ tay' }).click();
  await expect(page.locator('.note')).toHaveText(`Đã lưu vào ${term}.`, { timeout: 60_000 });
  expect(await stored()).toBe(before.replace(/^meaning: .*$/m, 'meaning: Rửa hạt gạo cho sạch.'));
});

test('nothing was asked of another server', () => {
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((address) => !own(address))).toEqual([]);
  expect(host.missed).toEqual([]);
});
