/**
 * Browsers inside apps (Zalo, Facebook …): played by taking away what they lack, one by one and all together.
 * A button that cannot work is
 * not shown, whatever is shown does something when pressed, and the way to a whole browser stands where a
 * button had its room.
 */
import { expect, test, type Page } from '@playwright/test';

const guide = '/huong-dan/an-toan/ma-otp/';
const zalo =
  'Mozilla/5.0 (Linux; Android 10; SM-A107F Build/QP1A.190711.020; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/12100707';

/** What may be missing, by names on `window` or `navigator`. */
const lacks = {
  speech: ['speechSynthesis', 'SpeechSynthesisUtterance'],
  share: ['share', 'canShare'],
  clipboard: ['clipboard'],
  offline: ['serviceWorker', 'caches', 'storage'],
  windows: ['open', 'print'],
  notices: ['Notification'],
  microphone: ['mediaDevices', 'SpeechRecognition', 'webkitSpeechRecognition'],
} as const;
type Lack = keyof typeof lacks;
const everything = Object.keys(lacks) as Lack[];

async function without(page: Page, missing: readonly Lack[]): Promise<void> {
  await page.addInitScript(
    (names: string[]) => {
      for (const name of names)
        for (const owner of [window, Window.prototype, navigator, Navigator.prototype])
          Reflect.deleteProperty(owner, name);
      if (names.includes('clipboard')) Reflect.deleteProperty(Document.prototype, 'execCommand');
    },
    missing.flatMap((lack) => [...lacks[lack]]),
  );
}

const listen = (page: Page) => page.getByRole('button', { name: 'Nghe bài này' });
const browser = (page: Page) => page.getByRole('button', { name: 'Mở bằng trình duyệt' });

test.use({ viewport: { width: 360, height: 640 } });

for (const lack of everything)
  test(`without ${lack} alone a guide shows what works and nothing else`, async ({ page }) => {
    await without(page, [lack]);
    await page.goto(guide);
    await page.waitForLoadState('networkidle');
    await expect(listen(page)).toHaveCount(lack === 'speech' ? 0 : 1);
    await expect(browser(page)).toHaveCount(lack === 'speech' ? 1 : 0);
  });

test('the way to a whole browser stands with the address: nothing moves, and it says how', async ({
  page,
}) => {
  await without(page, everything);
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('value' in entry) document.documentElement.dataset.moved = String(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(guide);
  await expect(browser(page)).toBeVisible();
  expect(await page.locator('html').getAttribute('data-moved')).toBeNull();
  await browser(page).click();
  await expect(page.getByText('Trình duyệt này không đọc thành tiếng được.')).toBeVisible();
  // Neither way to copy is there, so the address is only shown.
  await expect(page.getByText(/^https:\/\/\S+ma-otp\/$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Chép địa chỉ' })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('inside Zalo the way is told, and the address can be copied', async ({ browser: chromium, baseURL }) => {
  const context = await chromium.newContext({
    userAgent: zalo,
    viewport: { width: 360, height: 640 },
    serviceWorkers: 'block',
    ...(baseURL === undefined ? {} : { baseURL }),
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await without(page, ['speech', 'share', 'offline', 'windows', 'notices', 'microphone']);
  await page.goto(guide);
  await browser(page).click();
  await expect(page.getByText('Bấm dấu ⋮ hoặc … ở góc màn hình')).toBeVisible();
  await page.getByRole('button', { name: 'Chép địa chỉ' }).click();
  await expect(page.getByText('Đã chép.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^https:\/\/.+\/ma-otp\/$/);
  // A sheet cannot be printed there.
  await page.goto('/in/83/');
  await expect(page.locator('[data-print]')).toBeHidden();
  await context.close();
});

test('inside an app that can speak, the button stays and the way stands below the last step', async ({
  browser: chromium,
  baseURL,
}) => {
  const context = await chromium.newContext({
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 12_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/16B92 Instagram 70.1.0.15.98',
    ...(baseURL === undefined ? {} : { baseURL }),
  });
  const page = await context.newPage();
  await page.goto(guide);
  await expect(listen(page)).toBeVisible();
  await expect(page.locator('.after').getByRole('button', { name: 'Mở bằng trình duyệt' })).toBeVisible();
  await context.close();
});

/** Pages with buttons of their own. */
const pages = [
  guide,
  '/loa/83/',
  '/in/83/',
  '/don-vi/so-dem/',
  '/tim-kiem/',
  '/ngoai-tuyen/',
  '/nhung/',
  '/',
];
for (const address of pages)
  test(`${address}: with everything taken away, each button that is shown does something`, async ({
    page,
  }) => {
    await without(page, everything);
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    const buttons = page.locator('button[type=button]');
    let pressed = 0;
    // Counted anew each time: what a press opens may bring buttons or take some away.
    for (let i = 0; i < (await buttons.count()); i++) {
      const button = buttons.nth(i);
      // The panel of the display lies over the page: open for its own buttons, closed for all others.
      await button.evaluate((element) => {
        const panel = document.querySelector<HTMLDetailsElement>('[data-look]');
        if (panel) panel.open = panel.contains(element);
      });
      if (!(await button.isVisible()) || (await button.isDisabled())) continue;
      const name = await button.textContent();
      const state = (): Promise<string> =>
        page.evaluate(
          () =>
            `${location.href}${getSelection()?.toString()}${document.activeElement?.outerHTML}${document.body.outerHTML}`,
        );
      const before = await state();
      await button.click();
      await expect
        .poll(async () => (await state()) !== before, { message: `${address}: ${name}` })
        .toBe(true);
      pressed++;
    }
    expect(thrown).toEqual([]);
    console.log(`in-app: ${address} ${pressed} buttons pressed`);
    // On these every button sends a form, or comes with what is typed.
    if (!['/in/83/', '/', '/tim-kiem/', '/don-vi/so-dem/', '/ngoai-tuyen/'].includes(address))
      expect(pressed).toBeGreaterThan(0);
  });
