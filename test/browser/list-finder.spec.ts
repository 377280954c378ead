/** Long lists that find by name: what is found stands right below the field, and what holds nothing goes. */
import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 360, height: 640 } });

const lists = [
  { address: '/don-vi/', typed: 'gia lai', least: 2, first: 'chuyển đổi số xã' },
  { address: '/tu-dien/', typed: 'ma otp', least: 1, first: 'OTP' },
  { address: '/nguon/', typed: 'vietcombank', least: 1, first: 'Vietcombank' },
];
for (const { address, typed, least, first } of lists)
  test(`${address} finds “${typed}” in the first window`, async ({ page }) => {
    await page.goto(address);
    const all = await page.locator('[data-entry]').count();
    const found = page.locator('[data-entry]:visible');
    // Folded lists show only their letters before something is typed.
    const atFirst = await found.count();
    await page.locator('[data-find] input').fill(typed);
    const count = await found.count();
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThan(all / 2);
    await expect(page.locator('[data-find] + [role=status]')).toHaveText(`Tìm thấy: ${count}`);
    await expect(found.first()).toContainText(first, { ignoreCase: true });
    await expect(found.first()).toBeInViewport();
    await page.locator('[data-find] input').fill('xyzxyz');
    await expect(found).toHaveCount(0);
    await expect(page.locator('[data-find] + [role=status]')).toContainText('không có chữ ấy');
    await page.locator('[data-find] input').fill('');
    await expect(found).toHaveCount(atFirst);
  });

test('an address that names a word opens its letter, also when it comes later', async ({ page }) => {
  await page.goto('/tu-dien/#otp');
  await expect(page.locator('#otp')).toBeInViewport();
  await page.evaluate(() => {
    location.hash = '#vi-dien-tu';
  });
  await expect(page.locator('#vi-dien-tu')).toBeInViewport();
});

test('no list is longer than thirty windows of a phone before something is typed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const address of ['/tu-dien/', '/nguon/', '/so/', '/danh-ba/']) {
    await page.goto(address);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height / 800, address).toBeLessThan(30);
  }
});

test('units are held to a place, tasks to what the handbook has for them', async ({ page }) => {
  for (const [address, kind, holds] of [
    ['/don-vi/', { label: 'Tỉnh Lâm Đồng' }, /Lâm Đồng|tỉnh|Tỉnh/],
    ['/do-phu/', { label: 'Ngoài tầm của sổ tay' }, /Ngoài tầm của sổ tay/],
  ] as const) {
    await page.goto(address);
    const all = await page.locator('[data-entry]').count();
    await page.locator('[data-find] select').selectOption(kind);
    const found = page.locator('[data-entry]:visible');
    const count = await found.count();
    expect(count, address).toBeGreaterThan(3);
    expect(count, address).toBeLessThan(all);
    if (address === '/do-phu/') for (const row of await found.allTextContents()) expect(row).toMatch(holds);
    await expect(page.locator('[data-find] + [role=status]')).toHaveText(`Tìm thấy: ${count}`);
    await page.locator('[data-find] select').selectOption('');
    await expect(found).toHaveCount(all);
  }
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('the lists stand whole, and no field is shown that does nothing', async ({ page }) => {
    for (const { address } of lists) {
      await page.goto(address);
      await expect(page.locator('[data-find]')).toBeHidden();
      for (const letter of await page.locator('details.letter > summary').all()) await letter.click();
      expect(await page.locator('[data-entry]:visible').count()).toBeGreaterThan(50);
    }
  });
});
