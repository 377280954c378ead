/** No page without a way to it: from the front page, by links alone, a reader comes to every page. */
import { expect, test } from 'vitest';
import { attribute, realPages } from './dist.ts';
import { floor } from '../national/edition.ts';

/** Pages that nobody walks to, and why. */
const apart: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^\/nhung\/(?:\d+|danh-cho\/.+|moi)\/$/, 'frames of other sites, whose addresses `/nhung/` gives'],
  [/^\/phong-cach\/$/, 'the page of styles, for who writes the code'],
  [/^\/404\.html$/, 'shown where there is nothing'],
  [/^\/ngoai-tuyen\/chua-luu\/$/, 'shown by the worker where nothing is kept'],
];

test('a reader comes to every page by links from the front page', () => {
  const pages = new Map(realPages.map((page) => [page.path, page]));
  const reached = new Set(['/']);
  for (const path of reached)
    for (const element of pages.get(path)?.elements ?? []) {
      const href =
        element.tagName === 'a' || element.tagName === 'area' ? attribute(element, 'href') : undefined;
      if (href === undefined) continue;
      const to = new URL(href, `https://so-tay.example${path}`);
      if (to.host === 'so-tay.example' && pages.has(to.pathname)) reached.add(to.pathname);
    }
  const lost = realPages.map(({ path }) => path).filter((path) => !reached.has(path));
  const unexplained = lost.filter((path) => !apart.some(([pattern]) => pattern.test(path)));
  console.log(`reached by links: ${reached.size} of ${realPages.length} pages, ${lost.length} stand apart`);
  expect(unexplained).toEqual([]);
  for (const [pattern, why] of apart)
    expect(
      lost.some((path) => pattern.test(path)),
      why,
    ).toBe(true);
  expect(reached.size).toBeGreaterThan(floor(1500));
});
