/** What the quick reader of finished pages tells is what an HTML parser finds. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { pageFacts } from '../../src/release/site-facts.ts';
import { dist } from './dist.ts';
import { floor } from '../national/edition.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;
const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const elements = (node: Node, part = false): { e: Element; part: boolean }[] => {
  const inside = part || ('attrs' in node && (attribute(node, 'class') ?? '').split(/\s+/).includes('part'));
  return [
    ...('attrs' in node ? [{ e: node, part: inside }] : []),
    ...('childNodes' in node ? node.childNodes.flatMap((childNode) => elements(childNode, inside)) : []),
  ];
};

test('titles, headings, places of sections, redirects', () => {
  const files = globSync('**/*.html', { cwd: dist });
  let places = 0;
  for (const file of files) {
    const html = readFileSync(join(dist, file), 'utf8');
    const all = elements(parse(html));
    const first = (name: string): string => {
      const found = all.find((element) => element.e.tagName === name);
      return found ? textOf(found.e).trim() : '';
    };
    const facts = pageFacts(file, html);
    expect([facts.title, facts.heading], file).toEqual([first('title'), first('h1')]);
    expect(facts.searched, file).toBe(
      all.some((element) => attribute(element.e, 'data-pagefind-body') !== undefined),
    );
    expect(facts.leadsTo !== undefined, file).toBe(
      all.some((element) => attribute(element.e, 'http-equiv') === 'refresh'),
    );
    if (file !== 'tu-dien/index.html' && file !== 'danh-ba/index.html') {
      expect(facts.places, file).toEqual(
        all
          .filter((element) => element.part && ['h2', 'li'].includes(element.e.tagName))
          .flatMap((element) => attribute(element.e, 'id') ?? []),
      );
    }
    places += facts.places.length;
  }
  expect(files.length).toBeGreaterThan(floor(500));
  expect(places).toBeGreaterThan(floor(1000));
});
