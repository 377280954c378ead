/** A reader's main ways through the site, in a real browser. */
import { expect, test } from '@playwright/test';
import { lacks } from '../asked-pages.ts';

test('from the front page by need to a guide and its campaign task', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: /Tiền, QR/ }).click();
  await page
    .getByRole('link', { name: /Quét mã QR để trả tiền/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quét mã QR để trả tiền');
  await page.getByRole('heading', { name: 'Nguồn của bài' }).click();
  await page.getByRole('link', { name: 'Thực hành dịch vụ, nền tảng số' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thực hành dịch vụ, nền tảng số');
  await page.locator('a.task').first().click();
  await expect(page.getByText('Ai chủ trì')).toBeVisible();
});

test('a number address leads to its guide', async ({ page }) => {
  await page.goto('/62/');
  await page.waitForURL('**/huong-dan/tien/quet-ma-qr-de-tra-tien/');
});

test('the guide reads without script, style and pictures: one request', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('.svg')) asked.push(request.url());
  });
  await page.goto('/huong-dan/an-toan/bi-lua-lam-gi-ngay/');
  expect(asked.length).toBe(1);
  await expect(page.getByText('Bước 1 trên')).toBeVisible();
  await expect(page.getByRole('link', { name: /113/ }).first()).toHaveAttribute('href', 'tel:113');
  await context.close();
});

test('filters of the guide list work without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/huong-dan/');
  const rows = page.locator('.filtered li');
  const visible = async (): Promise<number> =>
    rows.evaluateAll((all) => all.filter((element) => (element as HTMLElement).offsetParent !== null).length);
  const all = await visible();
  expect(all).toBeGreaterThan(12);
  await page.getByText('Lọc bài', { exact: true }).click();
  await page.getByLabel('Cán bộ', { exact: true }).check();
  const some = await visible();
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  const group = page.locator('fieldset', { has: page.getByLabel('Cán bộ', { exact: true }) });
  await group.getByLabel('Tất cả').check();
  expect(await visible()).toBe(all);
  await context.close();
});

test('a hard word shows its meaning in one tap and closes again', async ({ page }) => {
  await page.goto('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
  const term = page.locator('button.term').first();
  const meaning = page.locator(`#${await term.getAttribute('popovertarget')}`);
  await expect(meaning).toBeHidden();
  await term.click();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
});

test('the menu opens without script and the skip link leads to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByText('Danh mục', { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Lịch phong trào' }).first()).toBeVisible();
});

test('an unknown address answers with a page that helps', async ({ page }) => {
  const answer = await page.goto('/khong-co/');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Không có trang này');
  await expect(page.getByRole('searchbox')).toBeVisible();
});

test('plans, targets and units print their facts', async ({ page }) => {
  test.skip(...lacks('/ke-hoach/lam-dong-1410/'));
  await page.goto('/ke-hoach/lam-dong-1410/');
  await expect(page.getByText('1410/KH-UBND').first()).toBeVisible();
  await page.goto('/chi-tieu/');
  await expect(page.getByText('40 triệu người').first()).toBeVisible();
  await expect(page.getByText('trên 58%').first()).toBeVisible();
  await page.goto('/don-vi/cuc-chuyen-doi-so-quoc-gia/');
  await expect(page.getByRole('heading', { name: 'Chủ trì' })).toBeVisible();
  expect(await page.locator('.tasks > li').count()).toBeGreaterThanOrEqual(8);
});

test('on paper: no menus, the address and day are printed', async ({ page }) => {
  await page.goto('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.top')).toBeHidden();
  await expect(page.locator('.paper-only')).toBeVisible();
  await expect(page.locator('.paper-only')).toContainText('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
});

test('on paper: nothing is left to press', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  for (const address of [
    '/huong-dan/an-toan/bi-lua-lam-gi-ngay/',
    '/huong-dan/an-toan/ma-otp/',
    '/de-doc/bi-lua-lam-gi-ngay/',
  ]) {
    const answer = await page.goto(address);
    expect(answer?.ok(), address).toBe(true);
    // Words whose meaning is printed beside them are buttons on a screen.
    await expect(page.locator('button:not(.term):visible'), address).toHaveCount(0);
  }
});
