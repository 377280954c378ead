/** The copy on a disk in real browsers: opened as files, no server, no network. */
import { present } from '../present.ts';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { realHandbook } from '../real.ts';
import { usbFolder } from '../../src/outputs/usb/command.ts';
import { whole } from '../whole.ts';
import { onePlayOf, playEach, playsOf, someDrills } from './drill-player.ts';

test.describe.configure({ mode: 'serial' });
const to = mkdtempSync(join(tmpdir(), 'so-tay-usb-'));
let folder = '';
test.beforeAll(async () => {
  ({ folder } = await usbFolder(
    process.env.DIST ?? join(import.meta.dirname, '../../dist'),
    to,
    realHandbook(),
  ));
});
test.afterAll(() => rmSync(to, { recursive: true, force: true }));
const file = (path: string): string => pathToFileURL(join(folder, path)).href;
const guide = 'danh-tinh-dich-vu-cong/quen-mat-khau-vneid';

test.describe('in Chromium', () => {
  test('from the start file to a guide by links; its modes and its way back work', async ({ page }) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(file('MO-TRANG-NAY.html'));
    await page.waitForURL('**/so-tay/index.html');
    await page.getByRole('link', { name: /Tiền, QR/ }).click();
    await page
      .getByRole('link', { name: /Quét mã QR để trả tiền/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quét mã QR để trả tiền');
    await page.locator('[data-look] summary').click();
    await page.getByLabel('Chữ to', { exact: true }).check();
    await expect(page.locator('html')).toHaveAttribute('data-che-do', /chu-to/);
    await expect(page.getByText('Bản chép để đọc khi không có mạng')).toBeVisible();
    await page.goto(file('so-tay/83/index.html'));
    await page.waitForURL('**/huong-dan/an-toan/xac-thuc-hai-lop/index.html');
    expect(faults).toEqual([]);
  });

  for (const [name, query] of [
    ['with marks', 'quên mật khẩu vneid'],
    ['without marks', 'quen mat khau vneid'],
  ] as const) {
    test(`search ${name} finds the guide, quotes it, and its link opens`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) asked.push(request.url());
      });
      await page.goto(file('so-tay/index.html'));
      await page.locator('form[action*="tim-kiem"] input[name=q]').first().fill(query);
      await page.keyboard.press('Enter');
      const first = page.locator('ol[data-results] > li').first();
      await expect(first.locator('a').first()).toHaveAttribute('href', `../huong-dan/${guide}/index.html`);
      await expect(first.locator('blockquote')).not.toBeEmpty();
      await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
      await first.locator('a').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/VNeID/);
      expect(asked).toEqual([]);
    });
  }

  test('search finds pages that have no passages of their own, and a number leads to its guide', async ({
    page,
  }) => {
    await page.goto(
      `${file('so-tay/tim-kiem/index.html')}?q=${encodeURIComponent('So Khoa hoc va Cong nghe Lam Dong')}`,
    );

    await expect(page.locator('ol[data-results] a[href*="don-vi/"]').first()).toBeVisible();
    await page.goto(`${file('so-tay/tim-kiem/index.html')}?q=83`);
    await page.waitForURL('**/xac-thuc-hai-lop/index.html');
  });

  test('the assistant answers from the copy', async ({ page }) => {
    await page.goto(
      `${file('so-tay/hoi/index.html')}?q=${encodeURIComponent('quên mật khẩu VNeID thì làm sao')}`,
    );
    await expect(page.locator('[data-talk] blockquote').first()).not.toBeEmpty();
    const link = page.locator('[data-talk] a[href*="quen-mat-khau-vneid"]').first();
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/VNeID/);
  });

  test('the read-aloud player comes from the copy', async ({ page }) => {
    await page.addInitScript(() => {
      const voice = { lang: 'vi-VN', name: 'thử', default: true, localService: true, voiceURI: 'thử' };
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => [voice],
          speak: () => undefined,
          cancel: () => undefined,
          pause: () => undefined,
          resume: () => undefined,
          addEventListener: () => undefined,
        },
      });
    });
    await page.goto(file(`so-tay/huong-dan/${guide}/index.html`));
    await page.locator('[data-listen]').click();
    await expect(page.locator('section.player')).toBeVisible();
  });
});

for (const script of [true, false])
  test.describe(`in Chromium, drills ${script ? 'with' : 'without'} script`, () => {
    test.use({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled: script,
    });
    test('some to their end from the disk, by finger and keyboard, in sets of modes', async ({ page }) => {
      test.setTimeout(whole ? 900_000 : 480_000);
      let all = 0;
      for (const [place, drill] of someDrills.entries()) {
        await page.goto(file(`so-tay/tap/${drill.id}/index.html`));
        all += await playEach(page, drill, script, script ? playsOf(place) : onePlayOf(place));
      }
      expect(someDrills.length).toBeGreaterThan(5);
      expect(all).toBe(someDrills.length * (script ? (whole ? 6 : 2) : 1));
    });
  });

test('in Firefox: a guide is styled, links lead on, search answers with and without marks', async () => {
  const firefox = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find((path) => existsSync(path));
  test.skip(firefox === undefined, 'máy không có Firefox');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: present(firefox, 'firefox'),
    headless: true,
  });
  try {
    const page = await browser.newPage();
    await page.goto(file('so-tay/index.html'));
    expect(await page.$eval('body', (body) => getComputedStyle(body).marginTop)).toBe('0px');
    await page.goto(file(`so-tay/huong-dan/${guide}/index.html`));
    expect(await page.$eval('h1', (heading) => heading.textContent)).toContain('VNeID');
    await Promise.all([
      page.waitForNavigation(),
      page.$eval('header a[href*="index.html"]', (link) => (link as HTMLElement).click()),
    ]);
    expect(page.url()).toMatch(/so-tay\/(?:[\w-]+\/)*index\.html$/);
    for (const part of ['quên mật khẩu vneid', 'quen mat khau vneid']) {
      await page.goto(`${file('so-tay/tim-kiem/index.html')}?q=${encodeURIComponent(part)}`);
      await page.waitForSelector('ol[data-results] > li blockquote');
      expect(await page.$eval('ol[data-results] > li a', (link) => link.getAttribute('href'))).toBe(
        `../huong-dan/${guide}/index.html`,
      );
    }
  } finally {
    await browser.close();
  }
});
