/**
 * Sheets and slides as they lie in the finished site: codes that can be read, links back, nothing in search.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeSvg } from '../qr.ts';
import { attribute, dist, realPages, text } from './dist.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';

const handouts = realPages.filter((page) => /^\/in\/\d+\/$/.test(page.path));
const decks = realPages.filter((page) => /^\/trinh-chieu\/\d+\/$/.test(page.path));
const sheetPages = realPages.filter((page) => /^\/(?:in|trinh-chieu)\/(?!phan\/)./.test(page.path));
const base = present(
  attribute(
    present(
      present(
        realPages.find((page) => page.path === '/'),
        'one of realPages',
      ).elements.find((element) => attribute(element, 'rel') === 'canonical'),
      'one of elements',
    ),
    'href',
  ),
  'attribute',
).replace(/\/$/, '');

test('there is a handout and a set of slides for every guide and lesson', () => {
  const stubs = globSync('[0-9]*/index.html', { cwd: dist })
    .map((file) => Number.parseInt(file, 10))
    .sort((a, b) => a - b);
  expect(stubs.length).toBeGreaterThan(floor(120));
  for (const list of [handouts, decks])
    expect(
      list
        .map((page) => Number(present(/\d+/.exec(page.path), 'the pattern in the text')[0]))
        .sort((a, b) => a - b),
    ).toEqual(stubs);
});

test('the sheet of a card says what to ask for at the counter; papers have rings to tick', () => {
  const cards = handouts.filter((page) => /^\/in\/5\d\d\/$/.test(page.path));
  expect(cards.length).toBeGreaterThan(floor(40));
  const told = cards.filter((page) => page.html.includes('Ở quầy nói: “'));
  expect(told.length).toBeGreaterThan(floor(20));
  expect(told.filter((page) => /”, mã \d\.\d{6}\./.test(page.html)).length).toBeGreaterThan(14);
  const bare = cards.filter((page) => page.html.includes('class="needs"') && !page.html.includes('○'));
  expect(bare.map((page) => page.path)).toEqual([]);
  // A guide's needs are words in a row.
  expect(handouts.filter((page) => !cards.includes(page) && page.html.includes('○'))).toEqual([]);
});

/** Signs that the family of print draws; a sheet with another is refused when it is printed. */
const drawnSigns = /^[\p{Script=Latin}\p{M}\p{ASCII}\s“”–•…○●−×°§·]*$/u;
test('sheets and slides hold no sign that the letters of print lack', () => {
  const other = sheetPages.flatMap(({ path, elements }) =>
    elements
      .filter(({ tagName }) => tagName === 'main')
      .map(text)
      .filter((words) => !drawnSigns.test(words))
      .map((words) => `${path}: ${Array.from(words).find((sign) => !drawnSigns.test(sign)) ?? ''}`),
  );
  expect(sheetPages.length).toBeGreaterThan(floor(250));
  expect(other).toEqual([]);
});

describe('codes', () => {
  test('of every handout and of the first and last slide lead to the number', () => {
    let read = 0;
    for (const handout of handouts) {
      expect(decodeSvg(handout.html), handout.path).toBe(`${base}${handout.path.replace('/in', '')}`);
      read++;
    }
    for (const deck of decks)
      // Between them stand the codes of its drills.
      for (const index of [0, deck.html.split('<svg class="qr"').length - 2]) {
        expect(decodeSvg(deck.html, index), deck.path).toBe(
          `${base}${deck.path.replace('/trinh-chieu', '')}`,
        );
        read++;
      }
    expect(read).toBe(handouts.length * 3);
  });
  test('of posters and trainers’ sheets lead into the handbook', () => {
    const others = sheetPages.filter((page) => /^\/in\/(?:ap-phich|tap-huan)\//.test(page.path));
    expect(others.length).toBeGreaterThan(15);
    for (const page of others) {
      const to = new URL(present(decodeSvg(page.html), 'decodeSvg'));
      expect(to.origin, page.path).toBe(new URL(base).origin);
      expect(existsSync(join(dist, to.pathname, 'index.html')), `${page.path} → ${to.pathname}`).toBe(true);
    }
  });
  test('the reader of codes can fail', () => {
    expect(decodeSvg('<svg class="qr" viewBox="0 0 9 9" role="img"><path d="M1 1h3v1H1z"')).toBeUndefined();
    expect(decodeSvg('nothing')).toBeUndefined();
  });
});

test('the number is large and said in words; the page names the guide it belongs to and stays out of search', () => {
  for (const handout of handouts) {
    const digits = present(/\d+/.exec(handout.path), 'the pattern in the text')[0];
    expect(handout.html, handout.path).toContain(`Mở sổ tay, gõ số ${digits}`);
    expect(
      handout.elements.some(
        (element) => attribute(element, 'class') === 'plate' && text(element).trim().endsWith(digits),
      ),
      handout.path,
    ).toBe(true);
  }
  for (const page of sheetPages) {
    expect(
      page.elements.some(
        (element) => attribute(element, 'name') === 'robots' && attribute(element, 'content') === 'noindex',
      ),
      page.path,
    ).toBe(true);
    const canonical = new URL(
      present(
        attribute(
          present(
            page.elements.find(
              (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
            ),
            'one of elements',
          ),
          'href',
        ),
        'attribute',
      ),
    ).pathname;
    expect(canonical, page.path).not.toBe(page.path);
    if (/^\/(?:in|trinh-chieu)\/\d+\/$/.test(page.path))
      expect(canonical, page.path).toMatch(/^\/(?:(?:huong-dan|cho-so)\/[^/]+|viec-doi-song)\/[^/]+\/$/);
    expect(page.html.includes('data-pagefind-body'), page.path).toBe(false);
    expect(
      page.elements.filter((element) => element.tagName === 'h1'),
      page.path,
    ).toHaveLength(1);
  }
});

test('a sheet and a set of slides are light; the script of slides weighs at most 3 kB', () => {
  const size = (bytes: string): number => brotliCompressSync(bytes).length;
  // The longest twenty stand for all: what is shorter before it is packed is not much larger after.
  const sizes = [...handouts, ...decks]
    .sort((a, b) => b.html.length - a.html.length)
    .slice(0, 20)
    .map((handout) => ({ path: handout.path, bytes: size(handout.html) }))
    .sort((a, b) => b.bytes - a.bytes);
  const script =
    present(
      /src="(\/_astro\/[^"]+\.js)"/.exec(present(decks[0], 'item 0 of decks').html),
      'the pattern in the text',
    )[1] ?? '';
  const js = size(readFileSync(join(dist, script), 'utf8'));
  console.log(
    `sheets and slides: largest ${present(sizes[0], 'item 0 of sizes').bytes} bytes br (${present(sizes[0], 'item 0 of sizes').path}); script of slides ${js}`,
  );
  expect(sizes[0]?.bytes).toBeLessThanOrEqual(12_288);
  expect(js).toBeLessThanOrEqual(3_072);
});

test('the list for printing names every sheet once', () => {
  const list = JSON.parse(readFileSync(join(dist, 'du-lieu/to-in.json'), 'utf8')) as {
    sheets: { path: string }[];
    slides: { path: string }[];
  };
  const paths = new Set([...list.sheets, ...list.slides].map((sheet) => sheet.path.replace(/#.*/, '')));
  expect([...paths].sort()).toEqual(sheetPages.map((page) => page.path).sort());
});
