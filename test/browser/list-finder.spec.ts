/** Long lists that find by name: what is found stands right below the field, and what holds nothing goes. */
import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 360, height: 640 } });

const lists = [{ address: '/don-vi/', typed: 'gia lai', least: 2, first: 'chuyển đổi số xã' }];
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

test('an address that names a word leads to its meaning, also when it comes later', async ({ page }) => {
  await page.goto('/tu-dien/');
  await page.evaluate(() => {
    location.hash = '#vi-dien-tu';
  });
  await expect(page).toHaveURL(/\/tu-dien\/phan\/chu-v\/#vi-dien-tu$/);
  await expect(page.locator('h3#vi-dien-tu')).toBeInViewport();
  await page.goto('/tu-dien/#sim-chinh-chu');
  await expect(page).toHaveURL(/\/phan\/chu-s\/#sim-chinh-chu$/);
  await expect(page.locator('h3#sim-chinh-chu')).toBeInViewport();
  await expect(page.locator('h3#sim-chinh-chu + p')).toContainText('SIM');
  // The only word of its letter stands where it stood.
  await page.goto('/tu-dien/#otp');
  await expect(page.locator('h3#otp')).toBeInViewport();
  await expect(page).toHaveURL(/\/tu-dien\/#otp$/);
});

test('no list is longer than thirty windows of a phone before something is typed', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  for (const address of ['/tu-dien/', '/nguon/', '/nguon/phan/chinh-thuc/', '/so/', '/danh-ba/']) {
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

/** Lists that have become too long for one page: the rows come from a file beside it. */
const parted = [
  { address: '/nguon/', typed: 'vietcombank', least: 1, first: 'Vietcombank' },
  { address: '/so/', typed: 'ma qr', least: 3, first: 'QR' },
  { address: '/tu-dien/', typed: 'ma otp', least: 1, first: 'OTP' },
];
for (const { address, typed, least, first } of parted)
  test(`${address} finds “${typed}” in all its parts, and what it finds can be opened`, async ({ page }) => {
    await page.goto(address);
    const field = page.locator('[data-over] input');
    const status = page.locator('[data-over] + [role=status]');
    const found = page.locator('[data-over-found] > li');
    await field.fill(typed);
    await expect(status).toHaveText(/^Tìm thấy: \d+$/);
    const count = await found.count();
    expect(count).toBeGreaterThanOrEqual(least);
    await expect(status).toHaveText(`Tìm thấy: ${count}`);
    await expect(found.first()).toContainText(first, { ignoreCase: true });
    await expect(found.first()).toBeInViewport();
    await expect(page.locator('[data-heads]').first()).toBeHidden();
    await field.fill('xyzxyz');
    await expect(found).toHaveCount(0);
    await expect(status).toContainText('Không có mục nào khớp');
    await field.fill('');
    await expect(page.locator('[data-heads]').first()).toBeAttached();
    await expect(status).toHaveText('');
    await field.fill(typed);
    await found.first().locator('a[href^="/"]').first().click();
    await expect(page.locator('h1')).toBeVisible();
    expect(new URL(page.url()).pathname).not.toBe(address);
  });

test('the list of guides is narrowed over all shelves, in words and numbers', async ({ page }) => {
  await page.goto('/huong-dan/');
  // The first title stands in the first window: what narrows the list is folded.
  await expect(page.locator('.filtered .bai a').first()).toBeInViewport();
  await page.getByText('Lọc bài', { exact: true }).click();
  await page.getByText('Cán bộ', { exact: true }).click();
  const status = page.locator('[data-over] + [role=status]');
  await expect(status).toHaveText(/^Tìm thấy: \d+/);
  const some = Number(/\d+/.exec(await status.innerText())?.[0]);
  expect(some).toBeGreaterThan(5);
  await expect(page.locator('.filtered')).toBeHidden();
  await page.locator('.filters fieldset').first().getByText('Bài chợ số', { exact: true }).click();
  await expect.poll(async () => Number(/\d+/.exec(await status.innerText())?.[0] ?? 0)).toBeLessThan(some);
  for (const group of await page.locator('.filters fieldset').all())
    await group.getByText('Tất cả', { exact: true }).click();
  await expect(page.locator('.filtered')).toBeVisible();
});

test('while the rows cannot be read nothing is said to be missing, and the parts stay', async ({ page }) => {
  let answers = 0;
  await page.route('**/phan/tim.json', (route) => (++answers < 2 ? route.abort() : route.continue()));
  await page.goto('/so/');
  const status = page.locator('[data-over] + [role=status]');
  await page.locator('[data-over] input').fill('ma qr');
  await expect(status).toContainText('Chưa đọc được danh sách');
  await expect(status).not.toContainText('Không có');
  await expect(page.locator('[data-heads]').first()).toBeVisible();
  await page.locator('[data-over] input').fill('ma q');
  await expect(status).toHaveText(/^Tìm thấy: \d+$/);
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
  test('a word that an address names stands on the first page, below the way to its meaning', async ({
    page,
  }) => {
    await page.goto('/tu-dien/#sim-chinh-chu');
    await page.locator('details.letter', { has: page.locator('#sim-chinh-chu') }).evaluate((letter) => {
      letter.setAttribute('open', '');
    });
    await page
      .locator('li', { has: page.locator('#sim-chinh-chu') })
      .locator('a')
      .click();
    await expect(page.locator('h3#sim-chinh-chu')).toBeVisible();
    await expect(page.locator('h3#sim-chinh-chu + p')).toContainText('SIM');
  });
  test('every row of a list in parts is reached by plain links', async ({ page }) => {
    await page.goto('/so/');
    await expect(page.locator('[data-over]')).toBeHidden();
    const told = await page.locator('[data-heads] a').allInnerTexts();
    const sum = told.reduce((total, words) => total + Number(/có (\d+)/.exec(words)?.[1]), 0);
    await page.locator('[data-heads] a').first().click();
    await page.waitForURL(/\/phan\//);
    let rows = await page.locator('[data-entry]').count();
    for (let next = page.locator('[rel=next]'); (await next.count()) > 0;) {
      await next.click();
      await expect(page.locator('h1')).toContainText('Bài');
      rows += await page.locator('[data-entry]').count();
    }
    expect(rows).toBe(sum);
    expect(rows).toBeGreaterThan(100);
    await page.getByRole('link', { name: 'Về trang chung' }).click();
    await expect(page).toHaveURL(/\/so\/$/);
  });
});
