/**
 * How soon a guide comes to its first step on a small phone, 360 × 640 px at rest. The ceilings are what the
 * fonts of the test machine need, which are wider than those of phones; they only fall.
 */
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const guides = globSync(['huong-dan/*/*/index.html', 'cho-so/*/*/index.html'], { cwd: dist })
  .map((file) => `/${file.replace('index.html', '')}`)
  .sort();

/** Where the first step of half of the guides begins at the latest, in CSS pixels. */
const middle = 450;
/** The same of every guide. */
const most = 1100;

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });

test('every guide: number, title and what it lets one do in the first window, then the steps', async ({
  page,
}) => {
  expect(guides.length).toBeGreaterThanOrEqual(126);
  const starts: { readonly path: string; readonly top: number }[] = [];
  for (const path of guides) {
    await page.goto(path);
    const seen = await page.evaluate(() => {
      const of = (selector: string): DOMRect | undefined =>
        document.querySelector(selector)?.getBoundingClientRect();
      const parts = [...document.querySelectorAll('.part')].map((part) => part.className);
      return {
        promise: of('.can')?.top,
        length: document.querySelector('.can')?.textContent.trim().length ?? 0,
        step: of('.steps > li')?.top,
        needs: parts.findIndex((name) => name.includes('part-needs')),
        steps: parts.findIndex((name) => name.includes('part-steps')),
      };
    });
    expect(seen.length, path).toBeGreaterThan(0);
    expect(seen.length, path).toBeLessThanOrEqual(56);
    expect(seen.promise, `${path}: the promise begins in the first window`).toBeLessThan(640);
    expect(seen.step, `${path}: has a step`).toBeDefined();
    if (seen.needs >= 0) expect(seen.needs, `${path}: what it takes`).toBeGreaterThan(seen.steps);
    starts.push({ path, top: Math.round(seen.step ?? Infinity) });
  }
  starts.sort((one, other) => one.top - other.top);
  const tops = starts.map(({ top }) => top);
  const half = tops[Math.floor(tops.length / 2)];
  console.log(
    `first step at 360 px: ${tops.length} guides, from ${tops[0]} over ${half} (middle) to ${tops.at(-1)}`,
  );
  expect(half).toBeLessThanOrEqual(middle);
  expect(starts.filter(({ top }) => top > most)).toEqual([]);
});
