/**
 * No control, panel, list or long word widens a page: every state a reader can tap a page into, in every size
 * of letters, on phones.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { presets } from '../../src/modes/settings.ts';
import { whole } from '../whole.ts';
import { rows, unlisted } from './opened.ts';
import { widthInLooks } from './looks.ts';
import { pageTypes } from './page-types.ts';
import { openAll, states, type StateName } from './states.ts';

const widths = [320, 360, 412];
/** The base look, each mode that changes sizes, and every preset. */
const looks = [
  '',
  'chu-to',
  'chu-rat-to',
  'gian-dong',
  'chu-de-phan-biet',
  'de-bam',
  ...Object.keys(presets),
];

/**
 * At the narrowest width every look; at the others those that take least and most room, in a whole run every
 * one: what a wider phone breaks is a rule that begins there, and it breaks it in any letters.
 */
const looksAt = (width: number): readonly string[] => (whole || width === 320 ? looks : ['', 'chu-rat-to']);

/** Measures the page as it stands in looks × widths; the answer names what stands out. */
async function faultsOf(
  page: Page,
  inLooks: (width: number) => readonly string[],
  atWidths: readonly number[],
): Promise<{ seen: number; faults: string[] }> {
  const faults: string[] = [];
  let seen = 0;
  for (const width of atWidths) {
    await page.setViewportSize({ width, height: 740 });
    for (const { look, wide } of await widthInLooks(page, inLooks(width))) {
      seen++;
      if (wide.length > 0) faults.push(`${look || 'base'} at ${width}: ${wide.join(' | ')}`);
    }
  }
  return { seen, faults };
}

test.use({ viewport: { width: 360, height: 740 } });

for (const [name, reach] of Object.entries(states)) {
  test(`no wider than the window – ${name}`, async ({ page }) => {
    await reach(page);
    const { seen, faults } = await faultsOf(page, looksAt, widths);
    expect(seen).toBe(widths.reduce((sum, width) => sum + looksAt(width).length, 0));
    expect(faults).toEqual([]);
  });
}

/** What once widened a page, put back by a rule: whoever measures must find it again. */
const formerFaults: Readonly<Record<string, readonly [state: StateName, rule: string]>> = {
  'the filter of the search': [
    'search: longest line of both filters chosen',
    '.narrow, .narrow * { min-inline-size: auto !important; max-inline-size: none !important; }',
  ],
  'the choice of whom the helper answers': [
    'helper: whom the answer should suit',
    '.who, .who * { min-inline-size: auto !important; max-inline-size: none !important; }',
  ],
};
for (const [name, [state, rule]] of Object.entries(formerFaults))
  test(`a former fault is found again – ${name}`, async ({ page }) => {
    await states[state](page);
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }, rule);
    const { faults } = await faultsOf(page, () => [''], [320]);
    expect(faults).toHaveLength(1);
  });

test('a control that opens something and stands in no row is found', () => {
  expect(unlisted('/hoi/', ['button[data-reset]', 'select', 'button[data-new]'])).toEqual([
    'button[data-new]',
  ]);
  // One that other pages have, on a page where nobody measures what it opens.
  expect(unlisted('/tu-dien/', ['select', 'button[data-reset]'])).toEqual(['select']);
  // The former faults: with their rows taken away the controls are found.
  const without = (name: StateName) => rows.filter((row) => !('state' in row) || row.state !== name);
  expect(unlisted('/tim-kiem/', ['select'], without('search: longest line of both filters chosen'))).toEqual([
    'select',
  ]);
  expect(unlisted('/hoi/', ['select'], without('helper: whom the answer should suit'))).toEqual(['select']);
});

test('each row is looked at somewhere, and each state has its page', () => {
  const specs = rows.flatMap((row) => ('spec' in row ? [row.spec] : []));
  for (const spec of specs)
    expect(
      ['access', 'browser'].some((folder) => existsSync(join(import.meta.dirname, '..', folder, spec))),
      spec,
    ).toBe(true);
  expect(specs.length).toBeGreaterThan(20);
  expect(rows.length).toBeGreaterThan(50);
});

test('no wider than the window – every type of page with everything opened', async ({ page }) => {
  test.setTimeout(600_000);
  const faults: string[] = [];
  // Of the sets the one with the largest letters is `chu-rat-to` and more; the others take less room.
  const all = ['', 'chu-rat-to', ...(whole ? Object.keys(presets) : ['thi-luc-kem'])];
  let opened = 0;
  let seen = 0;
  for (const [type, path] of Object.entries(pageTypes())) {
    await page.goto(path);
    opened += await openAll(page);
    const found = await faultsOf(page, () => all, [320]);
    seen += found.seen;
    faults.push(...found.faults.map((fault) => `${type} ${path} ${fault}`));
  }
  expect(seen).toBeGreaterThan(50 * all.length);
  expect(opened).toBeGreaterThan(80);
  expect(faults).toEqual([]);
});
