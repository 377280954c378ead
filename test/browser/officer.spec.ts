/** The officer's and the trainer's work as they do it: from the front page, with every tap counted. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { openDocx } from '../fixtures/docx.ts';
import { present } from '../present.ts';
import { lacks } from '../asked-pages.ts';

const desk = '/don-vi/gia-lai-xa-uy-ban-nhan-dan/';
const unitName = 'UBND xã';
test.skip(...lacks(desk));

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
    // Without the port, which may hold any figure.
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      asked.push(`${request.method()} ${pathname}${search}`);
    });
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
    expect(asked.filter((request) => !request.startsWith('GET ') || /[?/=]55\b|phieu/.test(request))).toEqual(
      [],
    );
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

/**
 * What an officer and a trainer come for, from the front page, and how many taps it may take: what is typed,
 * the result that is tapped, and what stands there then.
 */
const errands: readonly {
  readonly name: string;
  readonly words: string;
  readonly opens: string;
  readonly shows: (page: Page) => Locator;
}[] = [
  {
    name: 'three handouts of a class, with its whole kit',
    words: 'người cao tuổi gọi hình 60 phút',
    opens: '/tap-huan/nguoi-cao-tuoi-60/',
    shows: (page) => page.getByRole('link', { name: /^Tờ phát bài \d+/ }).nth(2),
  },
  {
    name: 'the kit of a class, to print',
    words: 'bộ giấy buổi người cao tuổi',
    opens: '/in/bo/nguoi-cao-tuoi-60/',
    shows: (page) => page.getByRole('button', { name: /In/ }).first(),
  },
  {
    name: 'the card of one who helps five',
    words: 'thẻ 1 kèm 5',
    opens: '/in/the-dai-su-so/',
    shows: (page) => page.getByRole('table').first(),
  },
  {
    name: 'the tally sheet',
    words: 'phiếu đếm',
    opens: '/in/phieu-dem/',
    shows: (page) => page.getByRole('table').first(),
  },
  {
    name: 'a class that fits the room: its session is the third tap',
    words: 'xếp lớp',
    opens: '/tap-huan/xep-lop/',
    shows: (page) => page.locator('main a[href="/tap-huan/xep-lop/nguoi-cao-tuoi-60/"]'),
  },
  {
    name: 'the kit of 10/10',
    words: '10/10 ngày hội',
    opens: '/tap-huan/10-10/',
    shows: (page) => page.getByText('nửa ngày').first(),
  },
  {
    name: 'what is not served yet',
    words: 'nhiệm vụ nào đã có bài',
    opens: '/do-phu/',
    shows: (page) => page.locator('[data-find] select'),
  },
  {
    name: 'the calendar of the campaign',
    words: 'lịch phong trào',
    opens: '/lich/',
    shows: (page) => page.getByRole('heading', { name: 'Hôm nay và sắp tới' }),
  },
  {
    name: 'a window of the newest guides for the own site',
    words: 'nhúng bài mới',
    opens: '/nhung/',
    shows: (page) => page.getByText('<iframe').first(),
  },
  {
    name: 'the handbook for a village without a network',
    words: 'dùng khi mất mạng',
    opens: '/ngoai-tuyen/',
    shows: (page) => page.getByRole('checkbox', { name: /^Cả sổ tay/ }),
  },
];

test.describe('two taps from the front page of a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });
  for (const { name, words, opens, shows } of errands)
    test(name, async ({ page }) => {
      const { search, tap, taps } = hand(page);
      await search(words);
      await tap(page.locator(`main a[href="${opens}"]:visible`).first());
      await expect(page).toHaveURL(opens);
      await expect(shows(page)).toBeVisible();
      expect(taps()).toBe(2);
    });

  test('the Word draft of the own unit, by search and from the kept desk', async ({ page }) => {
    const draft = 'a[href="/don-vi/gia-lai-xa-uy-ban-nhan-dan/bao-cao-quy.docx"]:visible';
    const { search, tap, taps } = hand(page);
    await search('báo cáo quý ubnd xã gia lai');
    const [found] = await Promise.all([
      page.waitForEvent('download'),
      tap(page.locator(`main ${draft}`).first()),
    ]);
    expect(found.suggestedFilename()).toMatch(/bao-cao-quy\.docx$/);
    expect(taps()).toBe(2);
    await page.goto(desk);
    await page.getByRole('button', { name: 'Nhớ đây là đơn vị của tôi' }).click();
    await page.goto('/');
    const kept = hand(page);
    await kept.tap(page.getByRole('link', { name: `Đơn vị tôi: ${unitName}` }));
    await Promise.all([page.waitForEvent('download'), kept.tap(page.locator(draft).first())]);
    expect(kept.taps()).toBe(2);
  });
});

test.describe('the calendar', () => {
  for (const [now, first, left] of [
    ['2026-12-14T08:00:00', 'Chậm nhất ngày 14/12', 'hôm nay'],
    ['2027-03-01T23:30:00', 'Chậm nhất ngày 14/3', 'còn 13 ngày'],
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
    await expect(page.getByText('Chậm nhất ngày 14/12').first()).toBeVisible();
    await expect(page.getByText(/còn \d+ ngày/)).toHaveCount(0);
    await page.context().close();
  });
});
