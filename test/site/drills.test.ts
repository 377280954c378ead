/**
 * Drills in the finished site: what leads to them, what they weigh; and as they are heard without a script,
 * state after state: what a blind reader gets of three of them, a call, keys to type with, a conversation.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { present } from '../present.ts';
import { dist, realPages } from './dist.ts';
import { heard } from './heard.ts';
import { realHandbook } from '../real.ts';

const { drills, programmes } = realHandbook();
const html = (path: string): string => present(byPath.get(path), path).html;
const byPath = new Map(realPages.map((page) => [page.path, page]));

test('a guide and its slides lead to each of its drills, a session to its page of turns', () => {
  for (const { address, guide } of drills) {
    expect(html(guide.address), guide.id).toContain(`href="${address}"`);
    expect(html(`/trinh-chieu/${guide.data.number}/`), guide.id).toContain(address);
  }
  for (const { id, address } of programmes) expect(html(address), id).toContain(`/tap/buoi/${id}/`);
  expect(drills.length).toBeGreaterThanOrEqual(30);
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
  return asked.reduce((sum, name) => sum + scriptBytes(name, seen), brotliCompressSync(text).length);
}

test('a drill with its scripts weighs at most 12 kB more than its guide without any', () => {
  const more = drills.map(({ address, guide }) => {
    const page = html(address);
    const files = [...page.matchAll(/src="\/_astro\/([\w.-]+\.js)"/g)].map(([, name = '']) => name);
    expect(files.length, address).toBeGreaterThan(0);
    const seen = new Set<string>();
    const scripts = files.reduce((sum, name) => sum + scriptBytes(name, seen), 0);
    return brotliCompressSync(page).length + scripts - brotliCompressSync(html(guide.address)).length;
  });
  console.log(`drills: at most ${Math.max(...more)} bytes more than their guides`);
  expect(Math.max(...more)).toBeLessThanOrEqual(12_000);
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
