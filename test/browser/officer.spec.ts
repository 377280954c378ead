/** The officer's and the trainer's work as they do it: from the front page, with every tap counted. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openDocx } from '../fixtures/docx.ts';
import { present } from '../present.ts';

const desk = '/don-vi/gia-lai-xa-uy-ban-nhan-dan/';
const unitName = 'UBND xã';

/** Counts what a hand does: a tap, or Enter after typing. */
function hand(page: Page) {
  let taps = 0;
  return {
    tap: async (place: Locator): Promise<void> => {
      taps++;
      await place.click();
    },
    search: async (words: string): Promise<void> => {
      taps++;
      await page.goto('/');
      await page.locator('#q').fill(words);
      await page.locator('#q').press('Enter');
      await page.waitForURL(/tim-kiem/);
    },
    taps: () => taps,
  };
}

test.describe('the own unit', () => {
  test('is chosen once at its desk, then the desk is one tap from the front page', async ({ page }) => {
    await page.goto(desk);
    await page.getByRole('button', { name: 'Nhớ đây là đơn vị của tôi' }).click();
    await expect(page.getByText('Đã nhớ, chỉ trên máy này.')).toBeVisible();
    await page.goto('/');
    await page.getByRole('link', { name: `Đơn vị tôi: ${unitName}` }).click();
    await expect(page).toHaveURL(desk);
    await page.goto('/don-vi/');
    await expect(page.getByRole('link', { name: /^Đơn vị tôi:/ })).toBeVisible();
    await page.goto(desk);
    await page.getByRole('button', { name: 'Bỏ nhớ đơn vị này' }).click();
    await page.goto('/');
    await expect(page.getByRole('link', { name: /^Đơn vị tôi:/ })).toBeHidden();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('is never kept on a machine that many use', async ({ page }) => {
    await page.goto(`${desk}?che-do=may-chung`);
    await page.getByRole('button', { name: 'Nhớ đây là đơn vị của tôi' }).click();
    await expect(page.getByText('Máy này đang đặt là máy dùng chung')).toBeVisible();
    expect(await page.evaluate(() => localStorage.getItem('don-vi-cua-toi'))).toBeNull();
  });
});

test.describe('the quarterly report', () => {
  test('figures of the tally stand in the draft, and nothing is sent', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await page.goto('/don-vi/so-dem/#phieu=1.25.9*83-12-7~1.30');
    await page.getByRole('link', { name: 'Điền vào bản thảo báo cáo quý' }).click();
    await expect(page.getByText('Đang có 2 phiếu, 55 lượt người.')).toBeVisible();
    await page.getByRole('button', { name: 'Tải bản thảo đã điền số (Word)' }).click();
    await expect(page.getByText('Chọn đơn vị trước đã.')).toBeVisible();
    await page.getByLabel('Đơn vị').selectOption('gia-lai-xa-uy-ban-nhan-dan');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bản thảo đã điền số (Word)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('gia-lai-xa-uy-ban-nhan-dan-bao-cao-quy.docx');
    await expect(page.getByText('Đã điền 5 dòng vào phụ lục.')).toBeVisible();
    const rows = present(openDocx(readFileSync(await file.path())).tables.at(-1), 'the table of numbers');
    const figure = (name: string): string | undefined =>
      rows.find(([, words]) => words?.replace('Trong đó: ', '') === name)?.[2];
    expect(
      ['Số buổi học', 'Lượt người tới', 'Người cao tuổi', 'Bài 83: người tự làm được'].map(figure),
    ).toEqual(['2', '55', '9', '7']);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((request) => !request.startsWith('GET ') || /55|phieu/.test(request))).toEqual([]);
  });

  test('sums come by file, and are kept on the device only when that is wanted', async ({ page }) => {
    await page.goto('/don-vi/so-dem/');
    const table = '\uFEFFSố liệu,Tổng\r\nSố buổi học,2\r\nLượt người tới,40\r\n';
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    const opened = page.getByLabel('Cộng thêm bảng đã tải về (tệp CSV)');
    await opened.setInputFiles([file('thon-1.csv', table), file('thon-2.csv', table)]);
    await expect(page.getByText('Đã cộng thêm 2 bảng.')).toBeVisible();
    await expect(page.locator('[data-sum] tr', { hasText: 'Lượt người tới' })).toContainText('80');
    await opened.setInputFiles(file('khac.csv', 'Tên,Số\nAi đó,3'));
    await expect(page.getByText('Tệp khac.csv không phải bảng tải từ trang này.')).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.getByLabel('Giữ các phiếu này trên máy').check();
    await page.goto('/don-vi/dien-bao-cao/');
    await expect(page.getByText('Đang có 2 phiếu, 80 lượt người.')).toBeVisible();
    await page.goto('/don-vi/so-dem/');
    await page.getByLabel('Giữ các phiếu này trên máy').uncheck();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
});

test('three handouts of a class, as one sheet to print, are two taps from its name', async ({ page }) => {
  const { search, tap, taps } = hand(page);
  await search('người cao tuổi gọi hình 60 phút');
  await tap(page.locator('main a[href*="/tap-huan/nguoi-cao-tuoi-60/"]').first());
  const handouts = page.getByRole('link', { name: /^Tờ phát bài \d+/ });
  expect(await handouts.count()).toBeGreaterThanOrEqual(3);
  await expect(page.locator('a[href="/in/bo/nguoi-cao-tuoi-60/"]').first()).toBeVisible();
  expect(taps()).toBe(2);
});

test.describe('the calendar', () => {
  for (const [now, first, left] of [
    ['2026-12-14T08:00:00', 'chậm nhất ngày 14/12', 'hôm nay'],
    ['2027-03-01T23:30:00', 'chậm nhất ngày 14/3', 'còn 13 ngày'],
  ] as const)
    test(`on ${now.slice(0, 10)} opens on what comes next, with the days left`, async ({ page }) => {
      await page.clock.setFixedTime(new Date(now));
      await page.goto('/lich/');
      const heading = page.getByRole('heading', { name: 'Hôm nay và sắp tới' });
      const rows = page.locator('section').filter({ has: heading }).getByRole('listitem');
      await expect(rows.first()).toContainText(first);
      await expect(rows.first()).toContainText(left);
      await expect(rows.first()).toBeInViewport();
      const days = (await rows.allTextContents()).flatMap((text) => /còn (\d+) ngày/.exec(text)?.[1] ?? []);
      expect(days.length).toBeGreaterThan(5);
      expect(days.map(Number)).toEqual(days.map(Number).sort((one, other) => one - other));
    });

  test('without script the days stand there', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto('/lich/');
    await expect(page.getByText('chậm nhất ngày 14/12').first()).toBeVisible();
    await expect(page.getByText(/còn \d+ ngày/)).toHaveCount(0);
    await page.context().close();
  });
});
