/** Sheets and slides as they lie in the finished site: codes that can be read, links back, nothing in search. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeSvg } from '../qr.ts';
import { attribute, dist, realPages, text } from './dist.ts';

const handouts = realPages.filter((p) => /^\/in\/\d+\/$/.test(p.path));
const decks = realPages.filter((p) => /^\/trinh-chieu\/\d+\/$/.test(p.path));
const sheetPages = realPages.filter((p) => /^\/(?:in|trinh-chieu)\/./.test(p.path));
const base = attribute(
  realPages.find((p) => p.path === '/')!.elements.find((e) => attribute(e, 'rel') === 'canonical')!,
  'href',
)!.replace(/\/$/, '');

test('there is a handout and a set of slides for every guide and lesson', () => {
  const stubs = globSync('[0-9]*/index.html', { cwd: dist })
    .map((f) => Number.parseInt(f, 10))
    .sort((a, b) => a - b);
  expect(stubs.length).toBeGreaterThan(120);
  for (const list of [handouts, decks])
    expect(list.map((p) => Number(/\d+/.exec(p.path)![0])).sort((a, b) => a - b)).toEqual(stubs);
});

describe('codes', () => {
  test('of every handout and of the first and last slide lead to the number', () => {
    let read = 0;
    for (const p of handouts) {
      expect(decodeSvg(p.html), p.path).toBe(`${base}${p.path.replace('/in', '')}`);
      read++;
    }
    for (const p of decks)
      for (const n of [0, 1]) {
        expect(decodeSvg(p.html, n), p.path).toBe(`${base}${p.path.replace('/trinh-chieu', '')}`);
        read++;
      }
    expect(read).toBe(handouts.length * 3);
  });
  test('of posters and trainers’ sheets lead into the handbook', () => {
    const others = sheetPages.filter((p) => /^\/in\/(?:ap-phich|tap-huan)\//.test(p.path));
    expect(others.length).toBeGreaterThan(15);
    for (const p of others) {
      const to = new URL(decodeSvg(p.html)!);
      expect(to.origin, p.path).toBe(new URL(base).origin);
      expect(existsSync(join(dist, to.pathname, 'index.html')), `${p.path} → ${to.pathname}`).toBe(true);
    }
  });
  test('the reader of codes can fail', () => {
    expect(decodeSvg('<svg class="qr" viewBox="0 0 9 9" role="img"><path d="M1 1h3v1H1z"')).toBeUndefined();
    expect(decodeSvg('nothing')).toBeUndefined();
  });
});

test('the number is large and said in words; the page names the guide it belongs to and stays out of search', () => {
  for (const p of handouts) {
    const n = /\d+/.exec(p.path)![0];
    expect(p.html, p.path).toContain(`Mở sổ tay, gõ số ${n}`);
    expect(
      p.elements.some((e) => attribute(e, 'class') === 'plate' && text(e).trim().endsWith(n)),
      p.path,
    ).toBe(true);
  }
  for (const p of sheetPages) {
    expect(
      p.elements.some((e) => attribute(e, 'name') === 'robots' && attribute(e, 'content') === 'noindex'),
      p.path,
    ).toBe(true);
    const canonical = new URL(
      attribute(
        p.elements.find((e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical')!,
        'href',
      )!,
    ).pathname;
    expect(canonical, p.path).not.toBe(p.path);
    if (/^\/(?:in|trinh-chieu)\/\d+\/$/.test(p.path))
      expect(canonical, p.path).toMatch(/^\/(?:huong-dan|cho-so)\/[^/]+\/[^/]+\/$/);
    expect(p.html.includes('data-pagefind-body'), p.path).toBe(false);
    expect(
      p.elements.filter((e) => e.tagName === 'h1'),
      p.path,
    ).toHaveLength(1);
  }
});

test('a sheet and a set of slides are light; the script of slides weighs at most 3 kB', () => {
  const size = (s: string): number => brotliCompressSync(s).length;
  // The longest twenty stand for all: what is shorter before it is packed is not much larger after.
  const sizes = [...handouts, ...decks]
    .sort((a, b) => b.html.length - a.html.length)
    .slice(0, 20)
    .map((p) => ({ path: p.path, bytes: size(p.html) }))
    .sort((a, b) => b.bytes - a.bytes);
  const script = /src="(\/_astro\/[^"]+\.js)"/.exec(decks[0]!.html)![1]!;
  const js = size(readFileSync(join(dist, script), 'utf8'));
  console.log(
    `sheets and slides: largest ${sizes[0]!.bytes} bytes br (${sizes[0]!.path}); script of slides ${js}`,
  );
  expect(sizes[0]!.bytes).toBeLessThanOrEqual(12_288);
  expect(js).toBeLessThanOrEqual(3_072);
});

test('the list for printing names every sheet once', () => {
  const list = JSON.parse(readFileSync(join(dist, 'du-lieu/to-in.json'), 'utf8')) as {
    sheets: { path: string }[];
    slides: { path: string }[];
  };
  const paths = new Set([...list.sheets, ...list.slides].map((s) => s.path.replace(/#.*/, '')));
  expect([...paths].sort()).toEqual(sheetPages.map((p) => p.path).sort());
});
