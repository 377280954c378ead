/** The file for Kiwix in kiwix-serve, as a hotspot serves it: its own bar, its search, our pages. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { program } from '../../src/cli/debian.ts';
import { freePorts } from '../../src/cli/free-ports.ts';
import { realHandbook } from '../real.ts';
import { zimFile } from '../../src/outputs/zim/write.ts';
import { present } from '../present.ts';

const serve = program('kiwix-serve');
const writer = program('zimwriterfs');
test.describe.configure({ mode: 'serial' });
test.skip(
  serve === undefined || writer === undefined,
  'Debian packages zim-tools and kiwix-tools are not here',
);

const folder = mkdtempSync(join(tmpdir(), 'kiwix-'));
let server: ChildProcess | undefined;
let address = '';

test.beforeAll(async () => {
  const handbook = realHandbook();
  const guides = handbook.guides.filter(({ data }) => [16, 62, 83].includes(data.number));
  const [made] = await zimFile({
    handbook,
    choice: { of: 'guides', slug: 'thu', title: 'Ba bài', guides },
    program: () => writer ?? '',
    browser: () => '',
    say: () => undefined,
  });
  writeFileSync(join(folder, 'thu.zim'), present(made, 'file').content);
  const [port] = await freePorts(1);
  address = `http://127.0.0.1:${port}`;
  server = spawn(serve ?? '', ['--port', String(port), '-i', '127.0.0.1', join(folder, 'thu.zim')], {
    stdio: 'ignore',
  });
  await expect(async () => {
    expect((await fetch(address)).ok).toBe(true);
  }).toPass();
});
test.afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

test('the bar of Kiwix lives under our policy, and its field leads to a guide', async ({ page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.goto(`${address}/thu/`);
  await page.getByRole('link', { name: /Bài 83/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bật xác thực hai lớp');
  await page.locator('#kiwixsearchbox').pressSequentially('doi sang dien');
  await page.getByText('Bai 16. Doi sang dien thoai moi').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Đổi sang điện thoại mới');
  expect(refused).toEqual([]);
});

for (const [how, term, found] of [
  ['with marks', 'đổi sang điện thoại', 'Bài 16. Đổi sang điện thoại mới'],
  ['without marks', 'doi sang dien thoai', 'Bai 16. Doi sang dien thoai moi'],
  ['with marks but no đ', 'xác thực', 'Bài 83. Bật xác thực hai lớp'],
  ['without marks and no đ', 'xac thuc', 'Bài 83. Bật xác thực hai lớp'],
] as const)
  test(`a title is found ${how}`, async ({ request }) => {
    const answer = await request.get(`${address}/suggest`, { params: { content: 'thu', term } });
    expect(await answer.text()).toContain(found);
  });

test('all words are searched without marks, those with đ too', async ({ request }) => {
  for (const pattern of ['ung dung xac thuc', 'dien thoai']) {
    const answer = await request.get(`${address}/search`, { params: { content: 'thu', pattern } });
    expect(await answer.text(), pattern).toMatch(/Bài (?:16|83)\./);
  }
});

/** Version of the library in the server, as it names it: [8, 0, 0]. */
const told = serve === undefined ? '' : execFileSync(serve, ['--version'], { encoding: 'utf8' });
const libzim = (/libzim (\d+)\.(\d+)\.(\d+)/.exec(told) ?? []).slice(1).map(Number);
const [major = 0, minor = 0, patch = 0] = libzim;
const folds = major * 10_000 + minor * 100 + patch >= 80_201;

test('all words are searched with marks', async ({ request }) => {
  test.skip(!folds, `libzim ${libzim.join('.')} is older than 8.2.1: it does not fold the question`);
  const answer = await request.get(`${address}/search`, { params: { content: 'thu', pattern: 'xác thực' } });
  expect(await answer.text()).toContain('Bài 83.');
});
