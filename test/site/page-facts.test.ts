/** What the quick reader of finished pages tells is what an HTML parser finds. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { expect, test } from 'vitest';
import { pageFacts } from '../../src/release/site-facts.ts';
import { dist } from './dist.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const attribute = (e: Element, name: string): string | undefined =>
  e.attrs.find((a) => a.name === name)?.value;
const textOf = (n: Node): string =>
  'value' in n ? n.value : 'childNodes' in n ? n.childNodes.map(textOf).join('') : '';
const elements = (n: Node, part = false): { e: Element; part: boolean }[] => {
  const inside = part || ('attrs' in n && (attribute(n, 'class') ?? '').split(/\s+/).includes('part'));
  return [
    ...('attrs' in n ? [{ e: n, part: inside }] : []),
    ...('childNodes' in n ? n.childNodes.flatMap((c) => elements(c, inside)) : []),
  ];
};

test('titles, headings, places of sections, redirects', () => {
  const files = globSync('**/*.html', { cwd: dist });
  let places = 0;
  for (const file of files) {
    const html = readFileSync(join(dist, file), 'utf8');
    const all = elements(parse(html));
    const first = (name: string): string => {
      const found = all.find((x) => x.e.tagName === name);
      return found ? textOf(found.e).trim() : '';
    };
    const facts = pageFacts(file, html);
    expect([facts.title, facts.heading], file).toEqual([first('title'), first('h1')]);
    expect(facts.searched, file).toBe(all.some((x) => attribute(x.e, 'data-pagefind-body') !== undefined));
    expect(facts.leadsTo !== undefined, file).toBe(
      all.some((x) => attribute(x.e, 'http-equiv') === 'refresh'),
    );
    if (file !== 'tu-dien/index.html' && file !== 'goi-ai/index.html') {
      expect(facts.places, file).toEqual(
        all
          .filter((x) => x.part && ['h2', 'li'].includes(x.e.tagName))
          .flatMap((x) => attribute(x.e, 'id') ?? []),
      );
    }
    places += facts.places.length;
  }
  expect(files.length).toBeGreaterThan(500);
  expect(places).toBeGreaterThan(1000);
});
