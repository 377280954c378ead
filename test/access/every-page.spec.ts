/** axe (WCAG 2.2 A and AA) on every page of the sitemap; no console error, no policy violation, nothing wider than a 320 px window and no text squeezed. */
import { readFileSync, globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const dist = join(import.meta.dirname, '../../dist');
const paths = [
  ...globSync('sitemap-[0-9]*.xml', { cwd: dist }).flatMap((f) => [...readFileSync(join(dist, f), 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => new URL(m[1]!).pathname)),
  '/tim-kiem/', '/khong-co-trang-nay/',
];
const groups = 8;
// Run in the page itself: the usual wrapper opens a second page for every analysis, which takes longer than the analysis.
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
declare const axe: { run(root: Document, options: object): Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };

/** Runs in the page: pieces of text that take six lines or more in less than a quarter of the window. What only screen readers get is left out. */
function squeezed(): string[] {
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = node.textContent!.trim();
    // A closed part still has lines in the shape of a column; nobody sees them.
    if (words.length < 12 || !node.parentElement!.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = [...range.getClientRects()].filter((r) => r.width > 0);
    if (lines.length < 6 || Math.max(...lines.map((r) => r.width)) >= innerWidth / 4) continue;
    let clipped = false;
    for (let e = node.parentElement; e && !clipped; e = e.parentElement) clipped = getComputedStyle(e).clipPath !== 'none';
    if (!clipped) found.push(words.slice(0, 40));
  }
  return found;
}

test('the sitemap is not empty', () => expect(paths.length).toBeGreaterThan(300));

for (let g = 0; g < groups; g++) {
  const own = paths.filter((_, i) => i % groups === g);
  test(`pages ${g + 1} of ${groups}: axe, console, policy, width (${own.length} pages)`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } });
    const page = await context.newPage();
    const said: string[] = [];
    page.on('console', (m) => { if (m.type() === 'error' && !m.location().url.includes('khong-co-trang-nay')) said.push(`${page.url()}: ${m.text()}`); });
    page.on('pageerror', (e) => said.push(`${page.url()}: ${e.message}`));
    const faults: string[] = [];
    for (const path of own) {
      await page.goto(path);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })).violations.map((v) => ({ id: v.id, nodes: v.nodes.map((n) => ({ target: n.target })) })));
      for (const v of violations) faults.push(`${path}: ${v.id} – ${v.nodes.slice(0, 2).map((n) => n.target.join(' ')).join('; ')}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${path}: ${wide} px wider than a 320 px window`);
      for (const words of await page.evaluate(squeezed)) faults.push(`${path}: squeezed into a column of a word a line: “${words}”`);
    }
    await context.close();
    expect(faults).toEqual([]);
    expect(said).toEqual([]);
  });
}
