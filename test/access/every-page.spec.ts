/**
 * Pages of the sitemap: no console error, no policy violation, nothing wider than a 320 px window and no text
 * squeezed; axe (WCAG 2.2 A and AA). Every day: half of the pages with a table, with code or with a very long
 * word, a twelfth of the others, and axe on a third of these, chosen by what is on them; in a whole run all
 * of it on all. Each type of page is looked at every day, with more rules, in `modes.spec.ts`.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { someOf } from '../whole.ts';
import { squeezed } from './probes.ts';

const dist = join(import.meta.dirname, '../../dist');
const paths = [
  ...globSync('sitemap-[0-9]*.xml', { cwd: dist }).flatMap((file) =>
    [...readFileSync(join(dist, file), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map(
      (match) => new URL(match[1] ?? '').pathname,
    ),
  ),
  '/tim-kiem/',
  '/khong-co-trang-nay/',
];
const content = (path: string): string => {
  const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
  return existsSync(file) ? readFileSync(file, 'utf8') : path;
};
const judged = new Set(someOf(paths, 24, content));
const twelfth = new Set(someOf(paths, 12, content));
const mainOf = (path: string): string => /<main\b[\s\S]*<\/main>/.exec(content(path))?.[0] ?? '';
/** What has widened a page before. */
const wide = /<table|<pre|>[^<\s]{28,}[\s<]/;
const wideHalf = new Set(
  someOf(
    paths.filter((path) => wide.test(mainOf(path))),
    2,
    mainOf,
  ),
);
const walked = paths.filter((path) => judged.has(path) || twelfth.has(path) || wideHalf.has(path));
const groups = 4;
// Run in the page itself: the usual wrapper opens a second page for every analysis, which takes longer than
// the analysis.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, nodes }) => {
      const targets = nodes.slice(0, 2).map(({ target }) => target.join(' '));
      return `${id} – ${targets.join('; ')}`;
    });
  });
}

test('there are pages to walk, and some for axe', () => {
  expect(paths.length).toBeGreaterThan(40);
  expect(walked.length).toBeGreaterThan(paths.length / 16);
  expect(judged.size).toBeGreaterThan(paths.length / 48);
});

for (let g = 0; g < groups; g++) {
  const own = walked.filter((_, index) => index % groups === g);
  test(`pages ${g + 1} of ${groups}: console, policy, width, axe (${own.length} pages)`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.includes('khong-co-trang-nay'))
        said.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
    const faults: string[] = [];
    for (const path of own) {
      await page.goto(path);
      if (judged.has(path)) for (const fault of await violations(page)) faults.push(`${path}: ${fault}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${path}: ${wide} px wider than a 320 px window`);
      for (const words of await page.evaluate(squeezed))
        faults.push(`${path}: squeezed into a column of a word a line: “${words}”`);
    }
    await context.close();
    expect(faults).toEqual([]);
    expect(said).toEqual([]);
  });
}
