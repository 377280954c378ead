/**
 * The reader's own size of letters: at each size that a browser offers and on each width of phone, closed and
 * with everything opened, no page is wider than the window, cuts letters off, breaks a syllable in two or
 * lets its header fall into a second row. An ordinary run looks at the hardest; `npm run measure` at all, and
 * writes what it found for the accessibility statement.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { bringLetters, setInLetters } from '../../src/books/print-letters.ts';
import { controlMarks, unlisted } from './opened.ts';
import { everyKind, pageTypes } from './page-types.ts';
import { whole as all } from '../whole.ts';
import { shorten, squeezed, targetFaults, tooWide } from './probes.ts';
import { brokenSyllables, cutLetters, headerRows, stuckShare } from './text-size-probes.ts';

const whole = process.env.MEASURE === '1';
const sizes = [100, 125, 150, 200];
const widths = [320, 360, 412];
/**
 * An ordinary run looks at the narrowest width, at the browser's largest letters; in a whole run as it comes
 * too. Types of pages at their own size of letters are measured in modes.spec.ts and width.spec.ts.
 */
const looked = whole ? sizes : all ? [100, 200] : [200];

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** What is wrong with the page as it stands. */
async function faultsOf(page: Page, opened: boolean): Promise<string[]> {
  const faults = await page.evaluate(tooWide);
  // What stands on a closed page stands on the opened one too, where its letters are looked at.
  if (opened || whole || all)
    faults.push(
      ...(await page.evaluate(squeezed)),
      ...(await page.evaluate(brokenSyllables)),
      ...(await page.evaluate(cutLetters)),
      ...(await page.evaluate(targetFaults, 24)).faults.filter((fault) => fault.startsWith('overlap')),
    );
  if (opened) return faults;
  const [rows, stuck] = [await page.evaluate(headerRows), await page.evaluate(stuckShare)];
  if (rows > 1) faults.push(`the header stands in ${rows} rows`);
  if (stuck > 0.25) faults.push(`${Math.round(stuck * 100)} % of the window is under bars`);
  return faults;
}

test.describe.configure({ mode: 'default' });
test.use({ serviceWorkers: 'block' });

for (const size of looked)
  test(`browser text at ${size} %: every kind of page is whole`, async ({
    playwright,
    launchOptions,
    baseURL,
  }) => {
    test.setTimeout(900_000);
    const paths = [...new Set([...Object.values(pageTypes()), ...everyKind()])];
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), `--blink-settings=defaultFontSize=${(16 * size) / 100}`],
    });
    const context = await browser.newContext({ serviceWorkers: 'block' });
    // The letters of phones, wherever this runs.
    await bringLetters(context);
    const page = await context.newPage();
    const faults: string[] = [];
    let seen = 0;
    for (const path of paths) {
      await page.goto(new URL(path, baseURL).href);
      await setInLetters(page);
      // Each control says in the table where its opened state is measured.
      if (size === 200)
        for (const mark of unlisted(path, await page.evaluate(controlMarks)))
          faults.push(`${path}: ${mark} opens what no row of opened.ts measures`);
      if (!whole) await page.evaluate(shorten);
      for (const opened of [false, true]) {
        if (opened) await openAll(page);
        for (const width of whole ? widths : [320]) {
          await page.setViewportSize({ width, height: 640 });
          const here = await faultsOf(page, opened);
          seen++;
          if (here.length > 0) {
            faults.push(`${path} at ${width}${opened ? ', opened' : ''}: ${here.slice(0, 3).join(' | ')}`);
          }
        }
      }
    }
    await browser.close();
    if (whole) {
      const one = {
        sizes: [size],
        widths,
        pages: paths.length,
        views: seen,
        clean: seen - faults.filter((fault) => fault.includes(' at ')).length,
      };
      mkdirSync('test-results', { recursive: true });
      writeFileSync(`test-results/text-size-${size}.json`, JSON.stringify(one));
    }
    expect(seen).toBeGreaterThan(120);
    expect(faults).toEqual([]);
  });
