/** A rule with a last day in the finished site: told without script, doubted by one from the day after. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dist, realPages } from './dist.ts';

const lines = realPages.flatMap(({ path, html }) =>
  [...html.matchAll(/<p[^>]*data-until="([^"]+)" data-past="([^"]+)"[^>]*>\s*([^<]*?)\s*<\/p>/g)].map(
    ([, until = '', past = '', says = '']) => ({ path, until, past, says }),
  ),
);

test('pages say until when a rule is right, and hold the words for the day after with whom to ask', () => {
  const guides = new Set(lines.map(({ path }) => path).filter((path) => !path.startsWith('/quy-dinh/')));
  expect(guides.size).toBeGreaterThanOrEqual(4);
  for (const { path, until, past, says } of lines) {
    const [year, month, day] = until.split('-').map(Number);
    expect(says, path).toBe(`Đúng tới ngày ${day}/${month}/${year}.`);
    expect(past, path).toMatch(/^Quy định này có thể đã đổi, hỏi .{5,}\.$/);
  }
});

test('every page of the handbook that holds such a line brings the script that reads it', () => {
  // A frame in somebody else’s page has no script of ours: there the day stands as it is.
  const own = lines.filter(({ path }) => !path.startsWith('/nhung/'));
  expect(own.length).toBeGreaterThan(6);
  for (const { path } of own) {
    const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
    const scripts = [...html.matchAll(/<script[^>]+src="(\/_astro\/[^"]+)"/g)].map(([, src = '']) => src);
    const reads = scripts.some((src) => readFileSync(join(dist, src), 'utf8').includes('[data-until]'));
    expect(reads, path).toBe(true);
  }
});
