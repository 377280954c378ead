/** The offline copy in Firefox: a section is kept, the server ends, its pages open. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { LameServer } from './offline-server.ts';
import { present } from '../present.ts';

const dist = join(import.meta.dirname, '../../dist');
const firefox = [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
  (path) => path && existsSync(path),
);

test('Firefox: a section is kept, then its pages, the emergency page and the page for what is not kept open with the server ended', async () => {
  test.skip(firefox === undefined, 'Firefox is not installed here: set FIREFOX to its path');
  test.setTimeout(150_000);
  const server = await new LameServer(dist).start();
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: present(firefox, 'firefox'),
    headless: true,
    userDataDir: profile,
    timeout: 60_000,
  });
  try {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content-Security-Policy|TrustedScript/.test(message.text()))
        faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(`${server.origin}/ngoai-tuyen/`);
    await page.waitForFunction(
      async () =>
        navigator.serviceWorker.controller !== null &&
        (await caches.keys()).includes('so-tay-khan-cap') &&
        (await (await caches.open('so-tay-khan-cap')).match('/_h/copy')) !== undefined,
      { timeout: 60_000 },
    );
    await page.evaluate(() => {
      document.querySelector<HTMLInputElement>('input[value="ke-tien"]')!.click();
      document.querySelector<HTMLButtonElement>('form[data-choose] button')!.click();
    });
    await page.waitForFunction(
      () => document.querySelector('[data-status]')!.textContent.startsWith('Đã lưu xong'),
      { timeout: 90_000 },
    );
    await server.end();
    const paths = await page.evaluate(async () =>
      Object.keys(
        (
          (await (await (await caches.open('so-tay')).match('/_h/copy'))!.json()) as {
            files: Record<string, unknown>;
          }
        ).files,
      ).filter((path) => path.startsWith('/huong-dan/tien/')),
    );
    expect(paths.length).toBeGreaterThan(8);
    for (const path of [...paths.slice(0, 4), '/huong-dan/an-toan/bi-lua-lam-gi-ngay/', '/danh-ba/']) {
      await page.goto(server.origin + path);
      const seen = await page.evaluate(() => [
        document.querySelector('main h1')?.textContent ?? '',
        document.querySelector('[data-kept]')?.textContent ?? '',
      ]);
      const title =
        present(
          /<h1>([\s\S]*?)<\/h1>/.exec(readFileSync(join(dist, path, 'index.html'), 'utf8')),
          'the pattern in the text',
        )[1] ?? '';
      expect(seen[0], path).toBe(title.replace(/<[^>]*>/g, '').replace(/&#39;/g, "'"));
      expect(seen[1], path).toMatch(/bản đã lưu/);
    }
    const missing = await page.goto(`${server.origin}/don-vi/`);
    expect(missing?.status() ?? 503).toBe(503);
    expect(await page.$eval('main h1', (heading) => heading.textContent)).toBe('Trang này chưa lưu trên máy');
    expect(faults).toEqual([]);
  } finally {
    await browser.close();
    await server.end();
    rmSync(profile, { recursive: true, force: true });
  }
});
