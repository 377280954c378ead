/**
 * Steps are what a guide is: most of the words that one sees on its page, and the first thing below its head.
 * What else it knows opens on a tap, from the first step and from an address, and by its heading without a
 * script.
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { someOf } from '../whole.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const guides = globSync(['huong-dan/*/*/index.html', 'cho-so/*/*/index.html'], { cwd: dist })
  .map((file) => `/${file.replace('index.html', '')}`)
  .sort();

test.use({ bypassCSP: true, viewport: { width: 360, height: 800 } });

/** Words that one sees, and heights in CSS pixels. */
const shares = (): { steps: number; page: number; tail: number; high: number; before: number } => {
  /** Where each of its texts is drawn; what no box of text stands for is not seen. */
  const words = (root: Element): number => {
    let count = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const about = text.parentElement;
      if (!about?.checkVisibility({ visibilityProperty: true })) continue;
      // What only screen readers are told has a box of one pixel.
      if (about.getBoundingClientRect().width < 2 || about.closest('.unseen')) continue;
      count += (text.textContent ?? '').split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    }
    return count;
  };
  const main = document.querySelector('main');
  const lists = [...document.querySelectorAll('main .steps')];
  const end = lists.at(-1);
  const ways = document.querySelector('.steps .aids');
  if (!main || !end || !ways) throw new Error('no steps');
  const [whole, last] = [main.getBoundingClientRect(), end.getBoundingClientRect()];
  const body = document.querySelector('.body > :not(p, .box)');
  return {
    // Ways to elsewhere stand below the first step: they are not its words.
    steps: lists.reduce((sum, list) => sum + words(list), 0) - words(ways),
    page: words(main),
    tail: whole.bottom - last.bottom,
    high: whole.height,
    before: body?.contains(lists[0] ?? null) ? 0 : 1,
  };
};

/** A third by what stands in them, all in a whole run: one component puts steps and tail in their places. */
const looked = someOf(guides, 3, (path) => readFileSync(`${dist}${path}index.html`, 'utf8'));

test('guides: their steps are more than half of their words, and begin them', async ({ page }) => {
  expect(guides.length).toBeGreaterThanOrEqual(126);
  expect(looked.length).toBeGreaterThan(guides.length / 6);
  const out: string[] = [];
  for (const path of looked) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const { steps, page: all, tail, high, before } = await page.evaluate(shares);
    if (steps <= all / 2) out.push(`${path}: ${steps} of ${all} words`);
    if (tail > high / 2)
      out.push(`${path}: ${Math.round(tail)} of ${Math.round(high)} px after the last step`);
    if (before > 0) out.push(`${path}: something stands before the steps`);
  }
  expect(out).toEqual([]);
});

test('what stands behind a heading opens from the first step and from an address', async ({ page }) => {
  const numbers = page.locator('.calls').first();
  await page.goto('/huong-dan/an-toan/ma-otp/');
  await expect(numbers).toBeHidden();
  await page.locator('.aids a[href="#goi-ai"]').click();
  await expect(numbers).toBeVisible();
  await page.goto('/huong-dan/an-toan/ma-otp/#nguon');
  await expect(page.getByText('Dành cho:')).toBeVisible();
  await expect(page.locator('#nguon')).toBeInViewport();
});

test('without a script every part is there by its heading, after the steps', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/huong-dan/an-toan/ma-otp/');
  const names = page.locator('.steps ~ .after, main details.part > summary');
  expect(await names.count()).toBeGreaterThanOrEqual(8);
  for (const name of await names.all()) await expect(name).toBeVisible();
  await page.getByRole('heading', { name: 'Gọi ai' }).click();
  await expect(page.locator('.calls').first()).toBeVisible();
  await context.close();
});
