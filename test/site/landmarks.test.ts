/**
 * Landmarks: somebody who jumps from one to the next with a screen reader finds the few parts of a page, not
 * each of its headings. A part with a heading is reached by its heading.
 */
import { expect, test } from 'vitest';
import { attribute, realPages, type Element } from './dist.ts';
import { floor } from '../national/edition.ts';

/** The most that a page may have; the page that shows every part of the house has samples of them. */
const most = 8;
const samples = '/phong-cach/';
const roles = ['banner', 'complementary', 'contentinfo', 'form', 'main', 'navigation', 'region', 'search'];

const isNamed = (element: Element): boolean =>
  attribute(element, 'aria-label') !== undefined || attribute(element, 'aria-labelledby') !== undefined;

/** Whether a header or footer is the page's own and not that of a part. */
function isPages({ parentNode }: Element): boolean {
  for (let above = parentNode; above !== null && 'tagName' in above; above = above.parentNode)
    if (['article', 'aside', 'main', 'nav', 'section'].includes(above.tagName)) return false;
  return true;
}

function isLandmark(element: Element): boolean {
  const role = attribute(element, 'role');
  if (role !== undefined) return roles.includes(role);
  switch (element.tagName) {
    case 'main':
    case 'nav':
    case 'aside':
      return true;
    case 'form':
    case 'section':
      return isNamed(element);
    case 'header':
    case 'footer':
      return isPages(element);
    default:
      return false;
  }
}

test('no page has more landmarks than somebody can keep in mind, whether or not its scripts have run', () => {
  let seen = 0;
  const tooMany = realPages.flatMap(({ path, elements }) => {
    const found = elements.filter(isLandmark);
    seen += found.length;
    return found.length > most && path !== samples
      ? [`${path}: ${found.length}: ${found.map(({ tagName }) => tagName).join(' ')}`]
      : [];
  });
  expect(realPages.length).toBeGreaterThan(floor(1000));
  expect(seen).toBeGreaterThan(4 * realPages.length);
  expect(tooMany).toEqual([]);
});

test('every table of a page says which it is: by a caption, or by its columns', () => {
  const tables = realPages.flatMap(({ path, elements }) =>
    elements.filter(({ tagName }) => tagName === 'table').map((table) => ({ path, table })),
  );
  const nameless = tables.filter(({ table }) => {
    const around = table.parentNode;
    const named = around !== null && 'attrs' in around && isNamed(around);
    return !named && !isNamed(table) && !table.childNodes.some(({ nodeName }) => nodeName === 'caption');
  });
  expect(tables.length).toBeGreaterThan(floor(100));
  expect([...new Set(nameless.map(({ path }) => path))]).toEqual([]);
});

/** Names of things, of which each page says in Vietnamese what they are. */
const names = ['Improve the model for everyone', 'Journal of Gerontological Nursing'];
/** Four words in a row without a mark. */
const english = /(?<![\p{L}\p{M}\d/.-])[A-Za-z’'-]+(?: [A-Za-z’'-]+){3,}(?![\p{L}\p{M}\d/-])/gu;

test('no sentence of another language is left to a voice set to Vietnamese', () => {
  let seen = 0;
  const found = new Set<string>();
  for (const { path, elements } of realPages)
    for (const element of elements) {
      if (element.tagName === 'script' || element.tagName === 'style') continue;
      let tongue: Element | undefined = element;
      while (tongue !== undefined && attribute(tongue, 'lang') === undefined)
        tongue = tongue.parentNode !== null && 'tagName' in tongue.parentNode ? tongue.parentNode : undefined;
      if (tongue === undefined || attribute(tongue, 'lang') !== 'vi') continue;
      for (const child of element.childNodes) {
        if (child.nodeName !== '#text' || !('value' in child)) continue;
        seen++;
        for (const [run] of child.value.matchAll(english))
          if (/(?:^|\s)(?:the|of|and|for|with|your|are|from|by|this|you)(?:\s|$)/i.test(run)) {
            const name = names.find((one) => run.includes(one));
            found.add(name ?? `${path}: ${run}`);
          }
      }
    }
  expect(seen).toBeGreaterThan(floor(100_000));
  expect([...found].sort()).toEqual(names);
});
