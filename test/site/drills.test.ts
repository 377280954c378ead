/**
 * Drills in the finished site: what leads to them, what they weigh; and as they are heard without a script,
 * state after state: what a blind reader gets of three of them, a call, keys to type with, a conversation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, test } from 'vitest';
import { present } from '../present.ts';
import { follows } from '../../src/outputs/drills/graph.ts';
import { attribute, dist, realPages, text, type Element } from './dist.ts';
import { heard } from './heard.ts';
import { weight } from './weigh.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

type Node = DefaultTreeAdapterMap['node'];
const { drills, programmes } = realHandbook();
const html = (path: string): string => present(byPath.get(path), path).html;
const byPath = new Map(realPages.map((page) => [page.path, page]));

test('a guide and its slides lead to each of its drills, a session to its page of turns', () => {
  for (const { address, guide } of drills) {
    expect(html(guide.address), guide.id).toContain(`href="${address}"`);
    expect(html(`/trinh-chieu/${guide.data.number}/`), guide.id).toContain(address);
  }
  for (const { id, address } of programmes) expect(html(address), id).toContain(`/tap/buoi/${id}/`);
  expect(drills.length).toBeGreaterThanOrEqual(floor(30));
  expect(programmes.length).toBeGreaterThan(10);
});

/** A script with all that it asks for, each once. */
function scriptBytes(file: string, seen: Set<string>): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(join(dist, '_astro', file), 'utf8');
  const asked = [...text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)].map(
    ([, name = '']) => name,
  );
  return asked.reduce((sum, name) => sum + scriptBytes(name, seen), weight(text));
}

test('a drill with its scripts weighs at most 12 kB more than its guide without any', () => {
  const more = drills.map(({ address, guide }) => {
    const page = html(address);
    const files = [...page.matchAll(/src="\/_astro\/([\w.-]+\.js)"/g)].map(([, name = '']) => name);
    expect(files.length, address).toBeGreaterThan(0);
    const seen = new Set<string>();
    const scripts = files.reduce((sum, name) => sum + scriptBytes(name, seen), 0);
    return weight(page) + scripts - weight(html(guide.address));
  });
  console.log(`drills: at most ${Math.max(...more)} bytes more than their guides`);
  expect(Math.max(...more)).toBeLessThanOrEqual(12_000);
});

/** Each element with the id that names its place: of itself, or of the nearest one around it that has one. */
function placesOf(path: string): Map<string, Element[]> {
  const places = new Map<string, Element[]>();
  const walk = (node: Node, of: string): void => {
    const own = 'tagName' in node ? attribute(node, 'id') : undefined;
    const place = own !== undefined && /^[ms]-(?!.*-t$)/.test(own) ? own : of;
    if ('tagName' in node) places.set(place, [...(places.get(place) ?? []), node]);
    if ('childNodes' in node) for (const inner of node.childNodes) walk(inner, place);
  };
  const main = present(
    present(byPath.get(path), path).elements.find(({ tagName }) => tagName === 'main'),
    'main part',
  );
  walk(main, '');
  return places;
}
const linksIn = (elements: readonly Element[]): { name: string; to: string }[] =>
  elements
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => ({
      name: text(link).replace(/\s+/g, ' ').trim(),
      to: attribute(link, 'href') ?? '',
    }));

test.each(drills.map(({ id, address, data }) => [id, address, data] as const))(
  '%s without a script: every link leads where the drill says, and none out of the handbook',
  (_, address, { states }) => {
    const places = placesOf(address);
    const at = (place: string): Element[] => present(places.get(place), `${address}#${place}`);
    const leads = (place: string, name: string): string =>
      present(
        linksIn(at(place)).find((link) => link.name === name.replace(/\s+/g, ' ').trim()),
        `${address}#${place}: “${name}”`,
      ).to;
    const [first] = states;
    const begin = `#m-${present(first, 'first state').id}`;
    expect(leads('', 'Bắt đầu tập')).toBe(begin);
    let presses = 0;
    for (const state of states) {
      const here = `m-${state.id}`;
      expect(leads(here, 'Tập lại từ đầu')).toBe(begin);
      for (const [place, press] of state.press.entries()) {
        const words = press.fine ?? press.danger;
        const why = `s-${state.id}-${place + 1}`;
        const next = follows(state, press);
        const to = leads(here, press.text ?? press.types ?? '');
        expect(to).toBe(words === undefined ? `#m-${next}` : `#${why}`);
        if (words !== undefined) {
          expect(at(why).map(text).join(' ')).toContain(words);
          expect(leads(why, next === state.id ? 'Quay lại, chọn cách khác' : 'Tập tiếp')).toBe(`#m-${next}`);
        }
        presses += 1;
      }
    }
    expect(presses).toBeGreaterThan(3);
    const all = [...places.values()].flatMap(linksIn);
    const gone = all.filter(({ to }) =>
      to.startsWith('#') ? !places.has(to.slice(1)) : !byPath.has(to.replace(/#.*/, '')),
    );
    expect(gone).toEqual([]);
  },
);

test('the list of drills names each by its title', () => {
  const named = linksIn(present(byPath.get('/tap/'), 'list').elements);
  for (const { address, data } of drills) expect(named).toContainEqual({ name: data.title, to: address });
});

describe.each(['goi-113', 'go-telex', 'khach-doi-hang'])('%s', (id) => {
  test('each press is heard by its name, each explanation in full, and that nothing is real', async () => {
    const { data } = present(
      drills.find((drill) => drill.id === id),
      'drill',
    );
    const page = present(
      realPages.find(({ path }) => path === `/tap/${id}/`),
      'page of the drill',
    );
    const phrases = await heard(page.html, 'header, footer, nav');
    const all = phrases.join('\n');
    for (const state of data.states) {
      expect(all).toContain(state.title);
      for (const { text, types, fine, danger } of state.press) {
        const name = text ?? types ?? '';
        expect(
          phrases.filter((phrase) => phrase.startsWith('link, ') && phrase.includes(name)).length,
          `${state.id}: ${name}`,
        ).toBeGreaterThanOrEqual(1);
        expect(all).toContain(fine ?? danger ?? '');
      }
      if (state.heard) expect(all).toContain(state.heard.says);
    }
    const sham = phrases.filter((phrase) => phrase.includes('Màn hình tập, không phải ứng dụng thật'));
    const drawn = data.states.filter(({ screen }) => screen !== undefined).length;
    expect(sham.length).toBeGreaterThan(drawn);
    await expect(`${all}\n`).toMatchFileSnapshot(`./phrases/drill-${id}.txt`);
  });
});
