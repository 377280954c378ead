/** The desk of a unit, the tally form and the announcements, as an officer uses them. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { parseCsv } from '../fixtures/csv.ts';
import { lacks } from '../asked-pages.ts';

const desk = '/don-vi/gia-lai-xa-uy-ban-nhan-dan/';
const tally = '/don-vi/so-dem/';
test.skip(...lacks(desk));

test.describe('what is due', () => {
  test('without script the year stands there by quarter', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(desk);
    await expect(page.getByRole('heading', { name: 'Quý 4' })).toBeVisible();
    await expect(page.getByText('Chậm nhất ngày 14/12')).toBeVisible();
    await expect(page.getByText('tháng này', { exact: true }).first()).toBeHidden();
    await page.context().close();
  });

  for (const [day, months, nearest] of [
    ['2026-12-14T08:00:00', 1, /Hạn gần nhất: Báo cáo quý 4: .*, chính hôm nay\./],
    ['2026-12-15T08:00:00', 1, /Báo cáo quý 1: .*, ngày 14\/3\/2027, còn 89 ngày\./],
    ['2027-10-01T23:30:00', 1, /Mở “Ngày hội toàn dân học tập số”.*, ngày 10\/10\/2027, còn 9 ngày\./],
    ['2026-07-31T08:00:00', 0, /Báo cáo quý 3: .*, ngày 14\/9\/2026, còn 45 ngày\./],
  ] as const) {
    test(`on ${day.slice(0, 10)} this month and this quarter are marked and the nearest day is told`, async ({
      page,
    }) => {
      await page.clock.setFixedTime(new Date(day));
      await page.goto(desk);
      await expect(page.getByRole('status').filter({ hasText: 'Hôm nay' })).toHaveText(nearest);
      await expect(page.getByText('tháng này', { exact: true }).locator('visible=true')).toHaveCount(months);
      await expect(page.getByText('quý này', { exact: true }).locator('visible=true')).toHaveCount(1);
    });
  }

  test('the downloads are files of their kind, with the unit’s name', async ({ page }) => {
    await page.goto(desk);
    for (const [link, name, start] of [
      ['Bản thảo báo cáo quý (Word)', 'bao-cao-quy.docx', 'PK'],
      ['Lịch của đơn vị (.ics)', 'lich.ics', 'BEGIN:VCALENDAR'],
      ['Bảng nhiệm vụ (CSV)', 'nhiem-vu.csv', '\uFEFF'],
      ['Bảng nhiệm vụ (Excel)', 'nhiem-vu.xlsx', 'PK'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: link }).click(),
      ]);
      expect(file.suggestedFilename()).toBe(`gia-lai-xa-uy-ban-nhan-dan-${name}`);
      expect(readFileSync(await file.path(), 'utf8').startsWith(start), name).toBe(true);
    }
  });
});

test.describe('tally form', () => {
  test('adds sheets up, keeps them in the address, sends nothing', async ({ page, context }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(tally);
    const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
      for (const [label, value] of Object.entries(values))
        await page.getByLabel(label, { exact: true }).fill(value);
    };
    await fill({
      'Lượt người tới': '25',
      'Người cao tuổi': '9',
      'Người tự làm được một việc ngay tại buổi': '14',
      'Số bài, dòng 1': '83',
      'Lượt người học, dòng 1': '12',
      'Người tự làm được, dòng 1': '7',
    });
    await page.getByRole('button', { name: 'Cộng phiếu này vào' }).click();
    await expect(page.getByText('Đã cộng 1 phiếu.')).toBeVisible();
    await expect(page.getByLabel('Lượt người tới', { exact: true })).toBeFocused();
    await fill({
      'Lượt người tới': '30',
      'Người cao tuổi': '1',
      'Số bài, dòng 1': '40',
      'Lượt người học, dòng 1': '30',
      'Người tự làm được, dòng 1': '20',
      'Số bài, dòng 2': '83',
      'Lượt người học, dòng 2': '3',
      'Người tự làm được, dòng 2': '3',
    });
    await page.keyboard.press('Enter');
    await expect(page.getByText('Đã cộng 2 phiếu.')).toBeVisible();
    const row = (name: string) =>
      page.locator('[data-sum] tr', { has: page.getByRole('rowheader', { name, exact: true }) });
    await expect(row('Số buổi học')).toHaveText('Số buổi học2');
    await expect(row('Lượt người tới')).toHaveText('Lượt người tới55');
    await expect(row('Người cao tuổi')).toHaveText('Người cao tuổi10');
    await expect(row('83')).toHaveText('831510');
    // The same address elsewhere shows the same sums.
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByText('Đã cộng 2 phiếu.')).toBeVisible();
    expect(await other.locator('[data-sum]').innerText()).toBe(await page.locator('[data-sum]').innerText());
    expect(
      asked.filter((url) =>
        /25|phieu/.test(new URL(url).search + new URL(url).pathname.replace(/\/_astro\/.*/, '')),
      ),
    ).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
    // One sheet is taken back.
    await page.getByRole('button', { name: 'Bỏ phiếu 1' }).click();
    await expect(row('Lượt người tới')).toHaveText('Lượt người tới30');
    await expect(page.getByRole('button', { name: 'Bỏ phiếu 1' })).toBeFocused();
  });

  test('says what cannot be, at the box that it is about', async ({ page }) => {
    await page.goto(tally);
    const wrong = page.getByRole('alert');
    await page.getByRole('button', { name: 'Cộng phiếu này vào' }).click();
    await expect(wrong).toHaveText('Phiếu chưa có số nào.');
    await page.getByLabel('Lượt người tới', { exact: true }).fill('5');
    await page.getByLabel('Người cao tuổi', { exact: true }).fill('6');
    await page.getByRole('button', { name: 'Cộng phiếu này vào' }).click();
    await expect(wrong).toHaveText('“Người cao tuổi” nhiều hơn lượt người tới. Xem lại phiếu.');
    await expect(page.getByLabel('Người cao tuổi', { exact: true })).toBeFocused();
    await page.getByLabel('Người cao tuổi', { exact: true }).fill('2');
    await page.getByLabel('Số bài, dòng 1').fill('999');
    await page.getByRole('button', { name: 'Cộng phiếu này vào' }).click();
    await expect(wrong).toHaveText('Sổ tay không có bài số 999.');
    await expect(page.locator('[data-sum]')).toBeHidden();
  });

  test('the sums are saved as a table and copied', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${tally}#phieu=1.25.9*83-12-7~1.30`);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bảng về (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('so-dem.csv');
    expect(parseCsv(readFileSync(await file.path(), 'utf8').slice(1))).toEqual([
      ['Số liệu', 'Tổng'],
      ['Số buổi học', '2'],
      ['Lượt người tới', '55'],
      ['Người cao tuổi', '9'],
      [''],
      ['Số bài', 'Lượt người học', 'Người tự làm được'],
      ['83', '12', '7'],
    ]);
    await page.getByRole('button', { name: 'Chép bảng' }).click();
    await expect(page.getByText(/^Đã chép\./)).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Lượt người tới\t55');
  });

  test('without script it says how to add on paper', async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(tally);
    // A browser that does not tell styles that scripts are off shows it after eight seconds.
    await expect(page.getByText(/cộng trên giấy/)).toBeVisible({ timeout: 12_000 });
    await expect(page.getByRole('button', { name: 'Cộng phiếu này vào' })).toBeHidden();
    await page.context().close();
  });
});

test.describe('announcements', () => {
  test('the text to read aloud and the Zalo text are copied as they are saved', async ({
    page,
    context,
    request,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/loa/83/');
    for (const [button, file] of [
      ['Chép lời đọc loa', 'loa.txt'],
      ['Chép tin Zalo', 'zalo.txt'],
    ] as const) {
      await page.getByRole('button', { name: button }).click();
      await expect(page.getByText(/^Đã chép\./)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
        (await (await request.get(`/loa/83/${file}`)).text()).trimEnd(),
      );
    }
  });

  test('the longest and the one with most paragraphs print on one sheet', async ({ page, request }) => {
    const numbers = [80, 83, 405];
    const first = await (await request.get('/loa/')).text();
    const parts = [...first.matchAll(/href="(\/loa\/phan\/[^"]+)"/g)].map(([, href = '']) =>
      request.get(href),
    );
    const list = [first, ...(await Promise.all((await Promise.all(parts)).map((part) => part.text())))].join(
      '',
    );
    const all = [...list.matchAll(/href="\/loa\/(\d+)\/"/g)].map((match) => Number(match[1]));
    expect(all.length).toBeGreaterThanOrEqual(126);
    const sizes = await Promise.all(
      all.map(async (number) => ({
        n: number,
        bytes: (await (await request.get(`/loa/${number}/loa.txt`)).text()).length,
      })),
    );
    numbers.push(
      ...sizes
        .sort((a, b) => b.bytes - a.bytes)
        .slice(0, 2)
        .map((size) => size.n),
    );
    for (const number of numbers) {
      await page.goto(`/loa/${number}/`);
      const loading = getDocument({
        data: new Uint8Array(await page.pdf({ preferCSSPageSize: true })),
        verbosity: 0,
      });
      expect((await loading.promise).numPages, `announcement ${number}`).toBe(1);
      await loading.destroy();
    }
  });
});
