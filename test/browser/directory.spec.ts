/**
 * The directory in a browser: one tap calls, what was chosen stays on the device, and works without script.
 */
import { expect, test } from '@playwright/test';

const guide = '/huong-dan/tien/khoa-the-khoa-tai-khoan-gap/';

test('a bank that was chosen stands on top and on the button of a guide, which then calls', async ({
  page,
}) => {
  await page.goto(guide);
  const button = page.locator('a.pill[data-mine=bank]').first();
  await expect(button).toHaveText('Gọi ngân hàng của tôi');
  await button.click();
  await expect(page).toHaveURL(/\/danh-ba\/#ngan-hang$/);
  await page.getByRole('button', { name: 'Nhớ trên máy này: Vietcombank' }).click();
  const own = page.locator('[data-finder] a.pill');
  await expect(own).toHaveText('Gọi Vietcombank: 1900 54 54 13');
  await expect(own).toHaveAttribute('href', 'tel:1900545413');
  await page.goto(guide);
  await expect(button).toHaveText('Gọi Vietcombank: 1900 54 54 13');
  await expect(button).toHaveAttribute('href', 'tel:1900545413');
  // What is kept is the name of the entry, never its number.
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{"goi-bank":"vietcombank"}');
  await page.goto('/danh-ba/');
  await page.getByRole('button', { name: 'Đổi' }).click();
  await expect(own).toHaveCount(0);
  await page.goto(guide);
  await expect(button).toHaveText('Gọi ngân hàng của tôi');
});

test('a bank whose number is not sure shows no number, on the page and on the button', async ({ page }) => {
  await page.goto('/danh-ba/');
  await expect(page.locator('#agribank a[href^=tel]')).toHaveCount(0);
  await expect(page.locator('#agribank')).toContainText('agribank.com.vn');
  await page.getByRole('button', { name: 'Nhớ trên máy này: Agribank' }).click();
  await page.goto(guide);
  const button = page.locator('a.pill[data-mine=bank]').first();
  await expect(button).toHaveText('Agribank');
  await expect(button).toHaveAttribute('href', '/danh-ba/#agribank');
});

test('a device on which nothing is to be kept is not asked', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('luu', 'khong'));
  await page.goto('/danh-ba/');
  await expect(page.locator('[data-find]')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nhớ trên máy này' })).toHaveCount(0);
});

test('names are found without marks and by what people say, in the first window of a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('/danh-ba/');
  await page.getByRole('searchbox').fill('ngoai thuong');
  const found = page.locator('.calls > li:visible h3');
  await expect(found).toHaveText(['Vietcombank']);
  await expect(page.locator('[data-find] + [role=status]')).toHaveText('Tìm thấy: 1');
  await expect(found).toBeInViewport();
  await page.getByRole('searchbox').fill('');
  await expect(page.getByRole('navigation', { name: 'Các nhóm' })).toBeVisible();
  await page.getByRole('searchbox').fill('nganhangla');
  await expect(page.locator('[data-find] + [role=status]')).toContainText('Không có tên ấy');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the page calls and the check of a sheet lists what changed', async ({ page }) => {
    await page.goto('/danh-ba/#ngan-hang');
    await expect(page.locator('#vietcombank a[href="tel:1900545413"]')).toBeVisible();
    await page.goto('/kiem/67/');
    await expect(page.locator('[data-day]')).not.toHaveCount(0);
  });
});

test('the check of a sheet says for its day whether it is still right', async ({ page }) => {
  const said = page.locator('[data-edition]');
  await page.goto('/kiem/67/#2026-01-02');
  await expect(said).toContainText('in từ bản ngày 2/1/2026. Từ hôm đó đã có thay đổi');
  const edition = (await said.getAttribute('data-edition')) ?? '';
  await page.evaluate((day) => (location.hash = day), edition);
  await expect(said).toContainText('tờ còn dùng được');
  await page.evaluate(() => (location.hash = '2099-01-01'));
  await expect(said).toContainText('mới hơn bản đang xem');
});
