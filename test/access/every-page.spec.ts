/**
 * axe (WCAG 2.2 A and AA) on every page of the sitemap; no console error, no policy violation, nothing wider
 * than a 320 px window and no text squeezed.
 */
import { readFileSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
const groups = 8;
// Run in the page itself: the usual wrapper opens a second page for every analysis, which takes longer than
// the analysis.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: {
  run(
    root: Document,
    options: object,
  ): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }>;
};

test('the sitemap is not empty', () => expect(paths.length).toBeGreaterThan(300));

for (let g = 0; g < groups; g++) {
  const own = paths.filter((_, index) => index % groups === g);
  test(`pages ${g + 1} of ${groups}: axe, console, policy, width (${own.length} pages)`, async ({
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
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () =>
        (
          await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
            resultTypes: ['violations'],
          })
        ).violations.map((violation) => ({
          id: violation.id,
          nodes: violation.nodes.map((node) => ({ target: node.target })),
        })),
      );
      for (const violation of violations)
        faults.push(
          `${path}: ${violation.id} – ${violation.nodes
            .slice(0, 2)
            .map((node) => node.target.join(' '))
            .join('; ')}`,
        );
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
