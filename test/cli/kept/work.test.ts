/** Work is done again when anything that it read is another; any doubt does it anew. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KeptUse } from '../../../src/cli/kept/setting.ts';
import { keptWork } from '../../../src/cli/kept/work.ts';

let dir = '';
const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'so-tay-giu-viec-'));
  put('src/a.ts', 'one');
  put('content/words/vi.yaml', 'a: b');
  put('package-lock.json', '{}');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const isText = (value: unknown): value is string => typeof value === 'string';
const store = (): string => join(dir, '.cache/kept-finish');
/** Pages in capital letters; answers with them, and with those that were really made. */
function build(
  pages: readonly string[],
  { use = 'use', wrong = '' }: { use?: KeptUse; wrong?: string } = {},
) {
  const work = keptWork(dir, 'finish', use);
  const made: string[] = [];
  const results = pages.map((page) =>
    work.again(
      'capitals',
      [page],
      () => {
        made.push(page);
        return page.toUpperCase() + wrong;
      },
      isText,
    ),
  );
  const said: string[] = [];
  work.end((line) => said.push(line));
  return { made, results, said };
}

const count = 900;
const pages = Array.from({ length: count }, (_, at) => `trang ${at}`);
const capitals = pages.map((page) => page.toUpperCase());

test('only what is new and a sample is made, and everything is right', () => {
  expect(build(pages).made).toEqual(pages);
  const changed = pages.with(7, 'khác');
  const { made, results } = build(changed);
  expect(results).toEqual(changed.map((page) => page.toUpperCase()));
  expect(made).toContain('khác');
  expect(made.length).toBeGreaterThan(1);
  expect(made.length).toBeLessThan(30);
  // What was not asked for is forgotten.
  expect(build(pages).made).toContain('trang 7');
});

test('the same parts cut elsewhere, and work of another name, are other work', () => {
  const work = keptWork(dir, 'finish', 'use');
  const said = [
    work.again('a', ['xy', 'z'], () => '1', isText),
    work.again('a', ['x', 'yz'], () => '2', isText),
    work.again('b', ['xy', 'z'], () => '3', isText),
  ];
  expect(said).toEqual(['1', '2', '3']);
});

test.each([
  ['code', () => put('src/a.ts', 'two')],
  ['a new file of code', () => put('src/b.astro', '')],
  ['words', () => put('content/words/vi.yaml', 'a: c')],
  ['packages', () => put('package-lock.json', '{"a":1}')],
  ['settings of the edition', () => put('content/edition.yaml', 'url: x')],
  [
    'a damaged store',
    () => writeFileSync(store(), readFileSync(store(), 'utf8').replace('TRANG 5', 'TRANG 6')),
  ],
  ['a store cut short', () => writeFileSync(store(), readFileSync(store(), 'utf8').slice(0, -5))],
  ['no store', () => rmSync(store())],
])('after %s everything is made anew', (_, change) => {
  build(pages);
  change();
  expect(build(pages)).toEqual({ made: pages, results: capitals, said: [] });
});

test('a stale result is an error, and is never taken over again', () => {
  build(pages);
  expect(() => build(pages, { wrong: '!' })).toThrow('stale');
  expect(build(pages).made).toEqual(pages);
});

test('what is kept in another shape than is asked for is made anew', () => {
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  const first = keptWork(dir, 'finish', 'use');
  expect(first.again('length', ['a'], () => '{"long":1}', isText)).toBe('{"long":1}');
  first.end(() => undefined);
  expect(() => keptWork(dir, 'finish', 'use').again('length', ['a'], () => 1, isNumber)).toThrow('stale');
});

test('to compare, everything is made', () => {
  build(pages);
  expect(build(pages, { use: 'compare' })).toEqual({ made: pages, results: capitals, said: [] });
  // What is published is what was made; what was kept is told and dropped.
  const { results, said } = build(pages, { use: 'compare', wrong: '!' });
  expect(results).toEqual(capitals.map((page) => `${page}!`));
  expect(said.join()).toContain(`${count} chỗ khác`);
  expect(existsSync(store())).toBe(false);
});

test('a build that keeps nothing leaves nothing', () => {
  const work = keptWork(dir, 'finish', undefined);
  expect(work.again('a', [], () => '1', isText)).toBe('1');
  expect(work.again('a', [], () => '2', isText)).toBe('2');
  work.end(() => undefined);
  expect(() => readFileSync(store())).toThrow();
});

test.each([
  ['the same bytes', 'one', 'use', true],
  ['other bytes', 'two', 'use', false],
  ['a longer file', 'one and more', 'use', false],
  ['no file', undefined, 'use', false],
  ['all made anew', 'one', 'compare', false],
  ['nothing kept', 'one', undefined, false],
] as const)('a file is laid from the site before only where it says the same: %s', (_, before, use, laid) => {
  if (before !== undefined) put('dist/a/b.txt', before);
  const work = keptWork(dir, 'finish', use);
  expect(work.laid(join(dir, 'site'), 'a/b.txt', Buffer.from('one'))).toBe(laid);
  expect(existsSync(join(dir, 'site/a/b.txt'))).toBe(laid);
  if (laid) expect(readFileSync(join(dir, 'site/a/b.txt'), 'utf8')).toBe('one');
});
