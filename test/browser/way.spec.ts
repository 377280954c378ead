/** A way is walked on one device and carried to another; where nothing may be kept it says so and goes on. */
import { expect, test, type Page } from '@playwright/test';
import { axeFaults, axeSource } from '../access/axe.ts';
import { present } from '../present.ts';
import { address, drills, playRight } from './drill-player.ts';
import { realEntries } from '../real.ts';

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true });

const kept = (page: Page): Promise<string> => page.evaluate(() => localStorage.getItem('lo-trinh') ?? '');
const item = (page: Page, number: number) => page.locator(`[data-item="${number}"]`);
const tick = (page: Page, number: number) => item(page, number).getByRole('checkbox');
const sum = (page: Page) => page.locator('[data-sum]');
const family = '/lo-trinh/gia-dinh/';

test('ticks, a place, a drill and a check are remembered, and go to another device', async ({
  page,
  browser,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/huong-dan/giao-tiep/goi-hinh-cho-con-chau/');
  expect(await page.locator('.guide .body').getByRole('checkbox').count()).toBe(0);
  await page.goto(family);
  expect(await kept(page)).toBe('');
  await expect(sum(page)).toHaveText('Đã xong 0 trên 8 bài.');
  await tick(page, 2).tap();
  await expect(page.locator('[data-told]')).toContainText('Đã ghi vào lộ trình. Đã xong 1 trên 8 bài.');
  await page.getByRole('link', { name: /^Làm tiếp bài 31/ }).tap();
  const steps = page.locator('.guide .body [id^="buoc-"]');
  await steps.nth(3).scrollIntoViewIfNeeded();
  await expect.poll(() => kept(page)).toContain('"at":{"31":');
  await page.getByLabel('Tôi làm được bài này').tap();
  const drill = present(
    drills.find(({ data }) => data.guide === 'giao-tiep/goi-hinh-cho-con-chau'),
    'drill of the guide',
  );
  await page.goto(address(drill.id));
  await playRight(page, drill, { hand: 'touch', script: true });
  await page.goto('/tu-kiem/nhan-tin-goi-dien/');
  await expect(page.locator('[data-practice]')).toHaveText('✓ Đã tập xong.');
  for (const question of await page.locator('[data-question]').all()) {
    await question.locator('[data-right] + label').tap();
    await question.locator('summary').tap();
  }
  // Nobody leaves before the sum is there; a browser tells that a fold opened a moment after it did.
  await expect(page.locator('[data-told]').first()).toContainText('đúng');
  await page.goto(family);
  await expect(sum(page)).toHaveText('Đã xong 2 trên 8 bài.');
  await expect(item(page, 31)).toContainText('✓ Đã tập xong.');
  await expect(item(page, 31)).toContainText(/Đúng (\d) trên \1 câu\./);
  await page.getByLabel('Đang ghi cho').selectOption({ label: 'Người thứ 2 trong nhà' });
  await expect(sum(page)).toHaveText('Đã xong 0 trên 8 bài.');
  await tick(page, 9).tap();
  await page.goto('/lo-trinh/');
  await page.getByLabel('Đang ghi cho').selectOption({ label: 'Tôi' });
  await expect(page.locator('[data-list=mine]')).toContainText('Đã xong 2 trên 8 bài.');
  const codes = await page.locator('.code').allTextContents();
  expect(codes).toHaveLength(2);
  expect(codes[1]?.replaceAll(' ', '')).toHaveLength(8);
  await expect(page.locator('.qr')).toHaveCount(0);
  await page.getByRole('button', { name: 'Hiện mã QR' }).tap();
  await expect(page.locator('.qr')).toHaveCount(2);
  // Addresses of pages and of all that was asked for hold nothing of it.
  expect(asked.filter((address) => /ma=|lo-trinh\/.*[?#]/.test(address))).toEqual([]);
  expect(page.url()).toMatch(/\/lo-trinh\/$/);

  const other = await browser.newContext();
  const there = await other.newPage();
  await there.goto(family);
  await tick(there, 82).check();
  await there.goto(`/lo-trinh/#ma=${codes.join('.').replaceAll(' ', '-')}`);
  await expect(there.locator('[data-found]')).toBeFocused();
  expect(there.url()).toMatch(/\/lo-trinh\/$/);
  expect(await kept(there)).not.toContain('31');
  await there.getByRole('button', { name: 'Gộp vào máy này' }).click();
  await there.goto(family);
  await expect(sum(there)).toHaveText('Đã xong 3 trên 8 bài.');
  await expect(item(there, 31)).toContainText('✓ Đã tập xong.');
  await other.close();
});

test('a typed code: each slip is told where it is, what is right goes to whom one says', async ({ page }) => {
  await page.goto('/lo-trinh/4t/thanh-toan/');
  await page.getByRole('checkbox').first().tap();
  await page.goto('/lo-trinh/');
  const code = await page.locator('.code').innerText();
  const field = page.getByLabel('Mã trên thẻ');
  const read = page.getByRole('button', { name: 'Đọc mã' });
  const fault = page.getByRole('alert').filter({ hasText: /./ });
  for (const [typed, told] of [
    ['', 'Bạn chưa gõ mã.'],
    [code.slice(0, 6), 'Bạn vừa gõ 5 chữ.'],
    [`${code.slice(0, 8)}O`, 'Nhóm thứ 2 có “O”'],
    [`${code.slice(0, 8)}${code.endsWith('A') ? 'C' : 'A'}`, 'Nhóm thứ 2 chưa đúng.'],
    [code.split(' ').reverse().join(' '), 'Nhóm thứ 1 chưa đúng.'],
  ] as const) {
    await field.fill(typed);
    await read.tap();
    await expect(fault).toContainText(told);
    await expect(field).toBeFocused();
  }
  await field.fill(code.toLowerCase().replace(' ', ''));
  await read.tap();
  await page.getByLabel('Gộp vào dấu của').selectOption('3');
  await page.getByRole('button', { name: 'Gộp vào máy này' }).tap();
  await expect(page.locator('.code')).toHaveCount(2);
  await page.getByRole('button', { name: 'Xóa hết lộ trình trên máy này' }).tap();
  expect(await kept(page)).toBe('');
  await expect(page.locator('.code')).toHaveCount(0);
  await page.getByRole('button', { name: 'Lấy lại' }).tap();
  await expect(page.locator('.code')).toHaveCount(2);
});

test('a machine that many use and a browser that keeps nothing: said, and the way goes on', async ({
  page,
  browser,
}) => {
  await page.goto('/lo-trinh/');
  await page.getByRole('button', { name: 'Máy nhiều người dùng, đừng ghi gì' }).tap();
  await page.goto(family);
  await expect(page.getByText('Máy này đã chọn là máy nhiều người dùng')).toBeVisible();
  await tick(page, 2).tap();
  await expect(sum(page)).toHaveText('Đã xong 1 trên 8 bài.');
  expect(await kept(page)).toBe('');
  await page.goto('/lo-trinh/');
  await page.getByRole('button', { name: 'Cho máy này ghi lại' }).tap();
  await page.goto(family);
  await tick(page, 2).tap();
  expect(await kept(page)).toContain('2');

  const closed = await browser.newContext();
  await closed.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  const there = await closed.newPage();
  await there.goto(family);
  await expect(there.getByText('Trình duyệt không cho ghi gì trên máy này')).toBeVisible();
  await tick(there, 2).check();
  await expect(sum(there)).toHaveText('Đã xong 1 trên 8 bài.');
  await closed.close();
});

test('what the house calls its people is in lists of this device, in no code, address or card', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/lo-trinh/');
  await page.getByText('Tên người trong nhà').tap();
  await page.getByRole('textbox', { name: 'Người thứ 2 trong nhà' }).fill('Bà Tư');
  await page.getByRole('textbox', { name: 'Người thứ 3 trong nhà' }).tap();
  await expect(page.getByText('Đã ghi trên máy này.')).toBeVisible();
  await page.goto(family);
  await page.getByLabel('Đang ghi cho').selectOption({ label: 'Bà Tư' });
  await tick(page, 2).tap();
  await page.goto('/lo-trinh/');
  await page.getByRole('button', { name: 'Hiện mã QR' }).tap();
  await expect(page.locator('[data-card]')).toContainText('Mã của: Người thứ 2 trong nhà');
  expect(await page.locator('[data-card]').innerHTML()).not.toContain('Tư');
  expect(asked.filter((address) => /T%C6%B0|ten-|Tư/.test(address))).toEqual([]);
  await page.getByText('Tên người trong nhà').tap();
  await page.getByRole('button', { name: 'Xóa hết tên' }).tap();
  expect(await kept(page)).not.toContain('Tư');
  await page.getByRole('textbox', { name: 'Người thứ 2 trong nhà' }).fill('Bà Tư');
  await page.getByRole('button', { name: 'Máy nhiều người dùng, đừng ghi gì' }).tap();
  await expect(page.getByText('Tên người trong nhà')).toBeHidden();
  expect(await page.locator('main').innerHTML()).not.toContain('Bà Tư');
  await expect(page.locator('.code')).toHaveCount(1);
});

test('a guide that somebody may have to hide leaves no trace', async ({ page }) => {
  await page.goto(family);
  await tick(page, 2).tap();
  const before = await kept(page);
  const hidden = present(
    [...realEntries('guides'), ...realEntries('market')].find(({ data }) => data.quickExit),
    'guide with a quick exit',
  );
  await page.goto(`/${hidden.data.number}/`);
  await page.waitForURL(/huong-dan/);
  await page.locator('.guide .body [id^="buoc-"]').last().scrollIntoViewIfNeeded();
  await expect(page.locator('.guide .body').getByRole('checkbox')).toHaveCount(0);
  expect(await kept(page)).toBe(before);
});

test('axe finds nothing on the way and on a path with all that may be shown', async ({ page }) => {
  await page.addInitScript(axeSource);
  await page.goto(family);
  await tick(page, 2).tap();
  expect(await axeFaults(page)).toEqual([]);
  await page.goto('/lo-trinh/');
  await page.getByRole('button', { name: 'Hiện mã QR' }).tap();
  await page.locator('summary').nth(2).tap();
  await page.getByLabel('Mã trên thẻ').fill(await page.locator('.code').innerText());
  await page.getByRole('button', { name: 'Đọc mã' }).tap();
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });
  test('a path is a list with boxes for a pen, and says so', async ({ page }) => {
    await page.goto(family);
    const said = page.locator('main noscript p');
    await expect(said).toBeVisible();
    await expect(said).toContainText('in trang này ra');
    await expect(page.locator('.tick')).toHaveCount(8);
    await expect(page.locator('[data-panel], [data-choose]').locator('visible=true')).toHaveCount(0);
  });
});
