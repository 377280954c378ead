/**
 * A trainer finds a ready session, builds one of their own, shares it and prints it. Nothing is stored and
 * nothing is sent.
 */
import { present } from '../present.ts';
import { expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import sharp from 'sharp';
import { readPdf } from '../../src/books/pdf-facts.ts';

const builder = '/tap-huan/soan/';
test.use({ actionTimeout: 10_000 });
const chosen = (page: Page): Promise<string[]> => page.locator('[data-chosen] b').allTextContents();
const parts = (page: Page): Promise<string[]> =>
  page.locator('[data-parts] tr').evaluateAll((rows) =>
    rows.map((row) =>
      [...row.children]
        .slice(0, 2)
        .map((child) => child.textContent.trim())
        .join(' '),
    ),
  );

/** Everything the page keeps on the device. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases()).map((database) => database.name),
  }));

/** The text in the QR code as it stands on the screen. */
async function readCode(page: Page): Promise<string | undefined> {
  const shot = await page.locator('[data-qr]').screenshot({ scale: 'device' });
  const { data, info } = await sharp(shot)
    .resize({ width: 600 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

/** Pages and words of the page's PDF. */
async function printed(page: Page): Promise<{ pages: number; text: string }> {
  const { pages, text } = await readPdf(
    new Uint8Array(
      await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } }),
    ),
  );
  return { pages, text: text.join(' ').normalize('NFC') };
}

/** Opens the builder and waits until it has read its data and shows itself. */
async function openBuilder(page: Page, query = ''): Promise<void> {
  await page.goto(builder + query);
  await expect(page.locator('[data-builder]')).toBeVisible();
}

test('built by mouse: the plan, its address, its code; opened elsewhere it is the same; nothing is kept or sent', async ({
  page,
  browser,
}) => {
  await openBuilder(page);
  await expect(page.locator('[data-empty]')).toBeVisible();
  await page.waitForLoadState('networkidle');
  const sent: string[] = [];
  // The browser asks for the icon again whenever the address changes; it carries nothing of the plan.
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== '/bieu-tuong.svg') sent.push(request.url());
  });

  await page.getByLabel('Người học', { exact: true }).selectOption({ label: 'Người cao tuổi' });
  await page.getByLabel('Số phút').fill('75');
  await page.getByLabel('Android', { exact: true }).check();
  await page.locator('#soan-tim').fill('vneid la gi');
  await page.getByRole('button', { name: /^Thêm bài 40:/ }).click();
  await page.locator('#soan-tim').fill('84');
  await page.getByRole('button', { name: /^Thêm bài 84:/ }).click();
  await expect(page.locator('[data-status]')).toHaveText('Đã thêm bài 84. Có 2 bài, 75 phút.');
  expect(await chosen(page)).toEqual([
    '40. Biết VNeID là gì và cài cho đúng',
    '84. Cúp máy khi có người xưng công an gọi tới',
  ]);
  await page.getByRole('button', { name: 'Lên (bài 84)' }).click();
  await expect(page.locator('[data-status]')).toHaveText('Bài 84 đứng thứ 1. Có 2 bài, 75 phút.');

  const rows = await parts(page);
  expect(rows[0]).toBe('0–10 Đón và chào');
  expect(rows.at(-1)).toMatch(/–75 Kết thúc$/);
  expect(
    rows.some((row) => row.includes('Nghỉ')),
    'a rest for older learners',
  ).toBe(true);
  expect(rows.findIndex((row) => row.includes('bài 84'))).toBeLessThan(
    rows.findIndex((row) => row.includes('bài 40')),
  );
  await expect(page.locator('[data-rules]')).toContainText('bài 84');

  const query = '?bai=84,40&phut=75&ai=nguoi-cao-tuoi&may=android';
  expect(new URL(page.url()).search).toBe(query);
  const address = present(await page.locator('[data-address]').textContent(), 'textContent()');
  expect(new URL(address).pathname + new URL(address).search).toBe(builder + query);
  await page.locator('[data-qr]').scrollIntoViewIfNeeded();
  expect(await readCode(page)).toBe(address);

  expect(sent, 'requests after the page was there').toEqual([]);
  expect(await kept(page)).toEqual({ local: {}, session: {}, cookies: '', databases: [] });
  // The browser itself would refuse to send: the policy names nowhere to but the handbook, for its own data.
  expect(
    await page.evaluate(async () => {
      const refused = new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective));
      });
      await fetch('https://noi-khac.example/').catch(() => undefined);
      return Promise.race([refused, new Promise((done) => setTimeout(done, 2000, 'nothing refused'))]);
    }),
  ).toBe('connect-src');

  // Another person's browser.
  const other = await browser.newContext();
  try {
    const there = await other.newPage();
    await openBuilder(there, new URL(address).search);
    expect(await parts(there)).toEqual(rows);
    expect(await chosen(there)).toEqual(await chosen(page));
    await expect(there.getByLabel('Số phút')).toHaveValue('75');
    await expect(there.locator('[data-slips]')).toBeHidden();
    expect(await there.locator('[data-address]').textContent()).toBe(address);
  } finally {
    await other.close();
  }
});

test('built by keyboard alone: found, added, moved, removed; the focus is never lost', async ({ page }) => {
  await openBuilder(page);
  const focus = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement!.textContent.trim() || (document.activeElement as HTMLInputElement).id,
    );
  await page.locator('#soan-ai').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('90');
  await page.locator('#soan-tim').focus();
  for (const number of ['40', '62', '81']) {
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
  }
  expect(await focus()).toBe('soan-tim');
  expect((await chosen(page)).map((text) => text.split('.')[0])).toEqual(['40', '62', '81']);
  // Back to the last row: the buttons of the chosen guides come just before the search.
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+Tab');
  expect(await focus()).toBe('Lên (bài 81)');
  await page.keyboard.press('Enter');
  expect(await focus()).toBe('Lên (bài 81)');
  await page.keyboard.press('Enter');
  expect(await focus()).toBe('Lên (bài 81)');
  // At the top already: said by the button, and nothing happens.
  await expect(page.getByRole('button', { name: 'Lên (bài 81)' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  expect((await chosen(page)).map((text) => text.split('.')[0])).toEqual(['81', '40', '62']);
  await page.getByRole('button', { name: 'Bỏ (bài 40)' }).focus();
  await page.keyboard.press('Space');
  expect(await focus()).toBe('Bỏ (bài 62)');
  await expect(page.locator('[data-status]')).toHaveText('Đã bỏ bài 40. Còn 2 bài, 90 phút.');
  expect(new URL(page.url()).search).toBe('?bai=81,62&phut=90&may=ca-hai');
  await page.keyboard.press('Space');
  await page.keyboard.press('Space');
  expect(await focus()).toBe('Bài đã chọn');
  await expect(page.locator('[data-empty]')).toBeVisible();
});

test('wrong and old values in the address are explained, and a plan too short says what would do', async ({
  page,
}) => {
  await openBuilder(page, '?bai=40,abc,9998,40&phut=7&ai=nguoi-gia&may=nokia');
  const told = await page.locator('[data-slips] li').allTextContents();
  expect(told.length).toBe(6);
  for (const piece of ['abc', '9998', 'Bài 40 ghi hai lần', '“7”', '“nguoi-gia”', '“nokia”'])
    expect(
      told.some((content) => content.includes(piece)),
      piece,
    ).toBe(true);
  expect((await chosen(page)).map((text) => text.split(/[.:]/)[0])).toEqual(['40', '9998']);
  // Twenty minutes hold no guide: the page says how many would, and one press takes them.
  await expect(page.locator('[data-made]')).toBeHidden();
  await page.locator('[data-short] button').click();
  await expect(page.locator('[data-made]')).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ (bài 9998)' }).click();
  await expect(page.locator('[data-slips]')).not.toContainText('9998');
});

test('prints on one clean sheet, with the address and a code that a camera reads', async ({ page }) => {
  await openBuilder(page, '?bai=40,83,62&phut=90&ai=nguoi-cao-tuoi&may=ca-hai');
  await expect(page.locator('[data-made]')).toBeVisible();
  const { pages, text } = await printed(page);
  expect(pages).toBe(1);
  for (const words of [
    'Buổi học của bạn',
    'Dành cho: Người cao tuổi. 90 phút',
    'Người học tự làm bài 62',
    'Luật của buổi',
    'bai=40,83,62',
  ])
    expect(text.replace(/\s+/g, ' ')).toContain(words);
  for (const words of ['Tìm bài để thêm', 'Buổi soạn sẵn', 'Nên xem lại', 'Danh mục'])
    expect(text).not.toContain(words);
  await page.emulateMedia({ media: 'print' });
  expect(await readCode(page)).toBe(await page.locator('[data-address]').textContent());
});

test('at 320 pixels nothing is cut off, with the largest letters too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const query of ['?bai=40,83,62&phut=90&may=ca-hai', '?bai=40,83&phut=60&che-do=chu-rat-to']) {
    await openBuilder(page, query);
    await expect(page.locator('[data-made]')).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      query,
    ).toBeLessThanOrEqual(0);
  }
});

test('without script the ready sessions serve, and the filters of their list work', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${builder}?bai=40&phut=60`);
    await expect(page.locator('main [data-unheard]')).toBeVisible();
    await expect(page.locator('[data-builder]')).toBeHidden();
    expect(await page.locator('.sessions a').count()).toBeGreaterThanOrEqual(14);
    await page.goto('/tap-huan/');
    const shown = (): Promise<number> => page.locator('.sessions > li').filter({ visible: true }).count();
    const all = await shown();
    await page.locator('label', { has: page.locator('#nhom-nguoi-cao-tuoi') }).click();
    const older = await shown();
    expect(older).toBeGreaterThan(0);
    expect(older).toBeLessThan(all);
    await page.locator('label', { has: page.locator('#nhom-nguoi-lao-dong') }).click();
    await page.locator('label', { has: page.locator('#dai-90') }).click();
    expect(await shown()).toBe(0);
    await expect(page.locator('.nothing')).toBeVisible();
  } finally {
    await context.close();
  }
});

test('a session and the kit for 10/10 print with all a trainer needs', async ({ page }) => {
  await page.goto('/tap-huan/toi-phong-lua-dao/');
  const session = await printed(page);
  // A sheet more than before the rule for few phones joined each session.
  expect(session.pages).toBeLessThanOrEqual(7);
  for (const words of [
    'Đi từng phút',
    'Giữ an toàn cho người học',
    'Lối đi, xe lăn',
    'Ba câu hỏi trước và sau buổi',
    'Việc về nhà',
  ])
    expect(session.text).toContain(words);
  await page.goto('/tap-huan/10-10/');
  const kit = await printed(page);
  for (const words of ['Chương trình trong ngày', 'Ai đứng bàn', 'Hai tuần trước', 'Hôm sau'])
    expect(kit.text).toContain(words);
});
