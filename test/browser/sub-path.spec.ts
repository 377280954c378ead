/**
 * An edition in a folder of a portal, in a real browser: kinds of pages, search, the worker that keeps pages.
 * The host knows nothing outside of the folder, and whatever a page asks for there fails the test.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildEdition } from '../fixtures/edition.ts';
import { plainHost, type PlainHost } from '../fixtures/plain-host.ts';
import { present } from '../present.ts';

test.describe.configure({ mode: 'serial' });
test.use({ serviceWorkers: 'allow' });

const path = '/so-tay';
const scratch = mkdtempSync(join(tmpdir(), 'so-tay-thu-muc-'));
let host: PlainHost | undefined;
let base = '';
test.beforeAll(async () => {
  const { dist } = buildEdition(join(scratch, 'ban'), `https://vidu.gov.vn${path}/`);
  host = await plainHost(dist, path);
  base = `${host.origin}${path}`;
});
test.afterAll(() => {
  host?.close();
  rmSync(scratch, { recursive: true, force: true });
});
/** Nothing was asked for that is not there, and no page broke its own policy. */
let said: string[] = [];
test.beforeEach(({ page }) => {
  said = [];
  page.on('console', (line) => {
    // What is not there is told by the host.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) said.push(line.text());
  });
  page.on('pageerror', (error) => said.push(error.message));
});
test.afterEach(() => {
  expect(present(host).missed).toEqual([]);
  expect(said).toEqual([]);
});

test('five kinds of pages open with their letters, pictures and scripts', async ({ page }) => {
  const addresses = ['/', '/1/', '/danh-ba/', '/in/1/', '/trinh-chieu/1/', '/tap-huan/soan/', '/404.html'];
  for (const address of addresses) {
    await page.goto(`${base}${address}`);
    await expect(page.locator('h1').first(), address).toBeVisible();
    expect(new URL(page.url()).pathname, address).toMatch(/^\/so-tay\//);
    const broken = await page
      .locator('img')
      .evaluateAll((images: HTMLImageElement[]) => images.filter((image) => !image.complete).length);
    expect(broken, address).toBe(0);
  }
});

test('a number typed on the front page and a question lead inside the folder', async ({ page }) => {
  await page.goto(`${base}/tim-kiem/?q=nồi cơm`);
  const found = page.locator('ol[data-results] > li a:visible').first();
  await expect(found).toBeVisible();
  const href = present(await found.getAttribute('href'));
  expect(href).toMatch(/^\/so-tay\/[a-z]/);
  await found.click();
  await expect(page.locator('h1').first()).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(href.replace(/[?#].*$/, ''));
  await page.goto(`${base}/tim-kiem/?q=1`);
  await page.waitForURL(/\/so-tay\/huong-dan\//);
});

test('the helper leads to pages of the folder', async ({ page }) => {
  await page.goto(`${base}/hoi/?q=rửa rau`);
  await expect(page.locator('main a[href^="/so-tay/huong-dan/"]:visible').first()).toBeVisible();
  // The helper asks for texts of pages that have none, wherever the site stands; by the names of the root.
  const texts = present(host).missed.splice(0);
  expect(texts.filter((address) => !/^\/so-tay\/tim\/bai\/(?!so-tay)/.test(address))).toEqual([]);
});

test('the worker keeps what was chosen, in its folder alone, and the host may end', async ({ page }) => {
  await page.goto(`${base}/ngoai-tuyen/`);
  const scopes = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname);
  });
  expect(scopes).toEqual([`${path}/`]);
  await page.locator('form[data-choose] input[type=checkbox]').first().check();
  await page.locator('form[data-choose] button').first().click();
  await expect(page.locator('[data-status]')).toHaveText(/^Đã lưu xong/, { timeout: 60_000 });
  // Kept for an emergency, chosen, and by its number.
  const kept = ['/danh-ba/', '/so/', '/tu-dien/'];
  for (const address of kept) {
    await page.goto(`${base}${address}`);
    await expect(page.locator('[data-kept]'), address).toHaveCount(0);
  }
  expect(said).toEqual([]);
  present(host).close();
  for (const address of kept) {
    await page.goto(`${base}${address}`);
    await expect(page.locator('[data-kept] a'), address).toHaveAttribute('href', `${path}/ngoai-tuyen/`);
    await expect(page.locator('h1').first(), address).toBeVisible();
  }
  await page.goto(`${base}/khong-co/`);
  await expect(page.locator('main a[data-urgent]')).toHaveAttribute('href', new RegExp(`^${path}/`));
  said = [];
});
