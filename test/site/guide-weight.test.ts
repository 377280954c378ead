/** What a guide costs its reader: one request, and how many bytes of it. */
import { expect, test } from 'vitest';
import { attribute, realPages } from './dist.ts';
import { present } from '../present.ts';
import { isNational } from '../national/edition.ts';
import { weightNear } from './weigh.ts';

test('a guide is one request, no script, no font; ≤ 12,000 bytes, 16,000 with pictures', () => {
  const guides = realPages.filter((page) => /^\/(huong-dan|cho-so)\/[^/]+\/[^/]+\/$/.test(page.path));
  expect(guides.length).toBeGreaterThanOrEqual(12);
  // An edition's own name, place and address stand on each page; it can shorten none of the words of a guide.
  const ownNames = isNational ? 0 : 250;
  const [mostDrawn, mostPlain] = [16_000 + ownNames, 12_000 + ownNames];
  const sizes = guides
    .map((guide) => {
      // Signs in drawn screens are pictures too: the page carries the style of pictures then.
      const drawn = guide.html.includes('.phone p>svg');
      const bytes = weightNear(guide.html, drawn ? mostDrawn : mostPlain);
      return { path: guide.path, bytes, nodes: guide.elements.length, drawn };
    })
    .sort((a, b) => b.bytes - a.bytes);
  for (const guide of guides) {
    expect(
      guide.elements
        .filter((element) => element.tagName === 'link' && attribute(element, 'rel') === 'stylesheet')
        .map((element) => attribute(element, 'href')),
      guide.path,
    ).toEqual([]);
    expect(
      guide.elements.filter(
        (element) =>
          (element.tagName === 'script' || element.tagName === 'img' || element.tagName === 'iframe') &&
          /^https?:/.test(attribute(element, 'src') ?? ''),
      ),
      guide.path,
    ).toEqual([]);
    for (const element of guide.elements.filter(
      (element) => element.tagName === 'script' && attribute(element, 'src') !== undefined,
    ))
      expect(
        attribute(element, 'type') === 'module' || attribute(element, 'defer') !== undefined,
        `${guide.path}: a script blocks reading`,
      ).toBe(true);
    expect(
      guide.elements.filter((element) =>
        element.attrs.some((attribute) => attribute.name === 'style' || attribute.name.startsWith('on')),
      ),
      `${guide.path}: inline style or handler`,
    ).toEqual([]);
  }
  const { bytes, path } = present(sizes[0], 'item 0 of sizes');
  const nodes = Math.max(...sizes.map((size) => size.nodes));
  console.log(`guide pages: ${guides.length}; largest ${bytes} bytes br (${path}); most elements ${nodes}`);
  const drawn = sizes.filter((size) => size.drawn);
  const plain = sizes.filter((size) => !size.drawn);
  const range = (pages: typeof sizes): string => `${pages.length}, largest ${pages[0]?.bytes ?? 0}`;
  console.log(`with pictures: ${range(drawn)}; without: ${range(plain)}`);
  expect(drawn.filter((size) => size.bytes > mostDrawn)).toEqual([]);
  expect(plain.filter((size) => size.bytes > mostPlain)).toEqual([]);
  expect(Math.max(...sizes.map((size) => size.nodes))).toBeLessThanOrEqual(800);
});
