/** What machines read of the finished site: a Markdown twin of each guide, the list of them, the site map. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { markdownAddress, pages } from '../../src/domain/address.ts';
import { present } from '../present.ts';
import { handbook } from '../outputs/exported.ts';
import { attribute, dist, realPages, text, type Element } from './dist.ts';
import { floor } from '../national/edition.ts';

const read = (address: string): string => readFileSync(join(dist, address), 'utf8');
/** Letters and digits alone: what is left of words when marks of Markdown are taken away. */
const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');

/** Words of a paragraph without what a tap on a term shows. */
function said(node: Element['childNodes'][number]): string {
  if (!('childNodes' in node)) return text(node);
  return 'tagName' in node && attribute(node, 'class') === 'meaning'
    ? ''
    : node.childNodes.map(said).join('');
}

/** Paragraphs and items of lists inside an element. */
function lines(node: Element): string[] {
  return node.childNodes.flatMap((child) =>
    !('tagName' in child) ? [] : /^(?:p|li)$/.test(child.tagName) ? [said(child)] : lines(child),
  );
}

test('beside the page of each guide stands its twin, with its title and all its warnings', () => {
  let headings = 0;
  let warnings = 0;
  for (const guide of handbook.guides) {
    const page = present(
      realPages.find(({ path }) => path === guide.address),
      guide.address,
    );
    const twin = letters(read(markdownAddress(guide.address)));
    for (const element of page.elements) {
      const warns = /\b(?:box warning|part-safety|part-scam-signs)\b/.test(attribute(element, 'class') ?? '');
      if (element.tagName === 'h1') headings += 1;
      else if (warns) warnings += 1;
      else continue;
      for (const words of warns ? lines(element) : [text(element)])
        expect(twin, `${guide.id}: ${words}`).toContain(letters(words));
    }
  }
  expect(headings).toBeGreaterThanOrEqual(handbook.guides.length);
  expect(warnings).toBeGreaterThan(floor(100));
});

test('the list names every guide once, and each of its addresses is there', () => {
  const list = read(pages.quoteList);
  const linked = [...list.matchAll(/\]\((https?:[^)]+)\)/g)].map(([, to = '']) => new URL(to).pathname);
  for (const { address } of handbook.guides)
    expect(linked.filter((to) => to === markdownAddress(address)).length, address).toBe(1);
  expect(linked.length).toBeGreaterThan(handbook.guides.length);
  for (const to of linked)
    expect(existsSync(join(dist, to.endsWith('/') ? `${to}index.html` : to)), to).toBe(true);
  expect(list).toMatch(/chép đúng từng chữ/);
});

test('every page leads machines to the list before its own head, and no reader meets the way', () => {
  // The page of an address that is not there has no twin.
  const led = realPages.filter(
    ({ html, path }) => html.includes('<header class="top"><a class="brand"') && path.endsWith('/'),
  );
  expect(led.length).toBeGreaterThan(floor(400));
  for (const { html, path } of led) {
    const ways = html.match(/<a [^>]*href="\/llms\.txt"[^>]*>/g) ?? [];
    expect(ways, path).toEqual(['<a hidden href="/llms.txt">']);
    expect(html.indexOf(ways[0] ?? ''), path).toBeLessThan(html.indexOf('<header class="top">'));
  }
});

test('crawlers find the site map, and nothing is closed to them', () => {
  const robots = read(pages.robots);
  const [, map = ''] = /^Sitemap: (.+)$/m.exec(robots) ?? [];
  expect(existsSync(join(dist, new URL(map).pathname))).toBe(true);
  expect(robots).not.toMatch(/Disallow/);
});
