/** A guide on paper, as a reader's own browser prints it: sheets are counted in the PDF for a printer. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { bringLetters, setInLetters } from '../../src/books/print-letters.ts';
import { readPdf } from '../../src/books/pdf-facts.ts';
import { someOf } from '../whole.ts';

const dist = join(import.meta.dirname, '../../dist');
const guides = globSync(['huong-dan/*/*/index.html', 'cho-so/*/*/index.html', 'viec-doi-song/*/index.html'], {
  cwd: dist,
}).map((file) => ({
  path: `/${file.replace(/index\.html$/, '')}`,
  html: readFileSync(join(dist, file), 'utf8'),
}));

/** Sheets of A4 that a guide may take. */
const sheets = 3;
/** Words that are worth a last sheet: some lines more than the foot of a page. */
const fewest = 50;

test('a guide takes three sheets of A4 at most, nothing to press among them', async ({ page }) => {
  const chosen = someOf(guides, 16, ({ html }) => html);
  await bringLetters(page.context());
  const long: string[] = [];
  const broken: string[] = [];
  let numbers = 0;
  for (const { path } of chosen) {
    await page.goto(path);
    await setInLetters(page);
    const { pages, text } = await readPdf(
      new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true })),
    );
    await page.emulateMedia({ media: 'print' });
    const lines = await page.locator('main .bai .num').evaluateAll((all) =>
      all.map((number) => {
        const range = document.createRange();
        // Its last words: before them stands “Bài”, for ears alone.
        range.selectNodeContents(number.lastChild ?? number);
        return range.getClientRects().length;
      }),
    );
    await page.emulateMedia({ media: null });
    numbers += lines.length;
    if (lines.some((count) => count > 1)) broken.push(path);
    if (pages > sheets) long.push(`${path}: ${pages}`);
    const last = text.at(-1)?.split(' ').length ?? 0;
    if (last < fewest) long.push(`${path}: ${last} words on sheet ${pages}`);
    expect(text.join(' '), path).not.toMatch(/Đóng hình|Bước sau/u);
  }
  expect(long).toEqual([]);
  expect(broken, 'numbers of guides cut in two').toEqual([]);
  expect(numbers).toBeGreaterThan(5);
  expect(chosen.length, `${guides.length} guides in all`).toBeGreaterThan(5);
});

test('an easy read ends on paper with more than a line', async ({ page }) => {
  const easy = globSync('de-doc/*/index.html', { cwd: dist }).map(
    (file) => `/${file.replace(/index\.html$/, '')}`,
  );
  const chosen = someOf(easy, 3, (path) => path);
  await bringLetters(page.context());
  const short: string[] = [];
  for (const path of chosen) {
    await page.goto(path);
    await setInLetters(page);
    const { pages, text } = await readPdf(
      new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true })),
    );
    const last = text.at(-1)?.split(' ').length ?? 0;
    if (last < 40) short.push(`${path}: ${last} words on sheet ${pages}`);
  }
  expect(short).toEqual([]);
  expect(chosen.length, `${easy.length} easy reads in all`).toBeGreaterThan(2);
});

test('in large letters a guide keeps one column on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  const columns = (): Promise<string> =>
    page.locator('main').evaluate((element) => getComputedStyle(element).columnCount);
  await page.goto('/huong-dan/thiet-bi/khoa-man-hinh/');
  expect(await columns()).toBe('2');
  await page.goto('/huong-dan/thiet-bi/khoa-man-hinh/?che-do=chu-to');
  expect(await columns()).toBe('1');
});
