/**
 * Everything the finished site sends is known to the floor, or is named below with what readers get without
 * it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floor } from '../../src/floor/browsers.ts';
import { youngInScript, youngInStyle, type Young } from './compatibility.ts';
import { withoutIt } from './without-it.ts';

const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');
const styles = new Set<string>();
const scripts = new Map<string, string>();
/** Custom properties that a page asks for without a fallback, in styles or drawings, and nothing on it sets. */
const unset: string[] = [];
let asked = 0;
for (const file of globSync('**/*.html', { cwd: dist })) {
  const html = readFileSync(join(dist, file), 'utf8');
  for (const [, text = ''] of html.matchAll(/<style>([^]*?)<\/style>/g)) styles.add(text);
  for (const [, text = ''] of html.matchAll(/<script>([^]*?)<\/script>/g))
    scripts.set(`in pages: ${text}`, text);
  const set = new Set([...html.matchAll(/(--[a-z-]+):/g)].map(([, name]) => name));
  for (const [, name = ''] of html.matchAll(/var\((--[a-z-]+)\)/g)) {
    asked += 1;
    if (!set.has(name)) unset.push(`${file}: ${name}`);
  }
}
for (const file of globSync(['_astro/*.js', '*.js', 'nhung/*.js', 'pagefind/*.js'], { cwd: dist }))
  scripts.set(file, readFileSync(join(dist, file), 'utf8'));

/** What is young and has no answer, with the places. */
function unanswered(found: Young, place: string): string[] {
  return [...found]
    .filter(([name]) => !Object.hasOwn(withoutIt, name) && !place.startsWith('pagefind/'))
    .map(([name, lack]) => `${place}: ${name} is not in ${lack.join(', ')}`);
}

describe('the floor', () => {
  test('is said in one place', () =>
    expect([...floor]).toEqual([
      ['chrome', 80],
      ['and_chr', 80],
      ['samsung', 13],
      ['ios_saf', 13],
      ['safari', 13],
      ['firefox', 78],
    ]));
});

describe('what is sent', () => {
  test('style sheets', () => {
    expect(styles.size).toBeGreaterThan(9);
    expect([...styles].flatMap((css) => unanswered(youngInStyle(css), css.slice(0, 40)))).toEqual([]);
  });
  test('every custom property that is asked for is set on its page', () => {
    expect(asked).toBeGreaterThan(100_000);
    expect(unset).toEqual([]);
  });
  test('scripts: of pages, slides, sheets, frames and the offline worker', () => {
    expect(scripts.size).toBeGreaterThan(20);
    expect(
      [...scripts].flatMap(([file, code]) => unanswered(youngInScript(code), file.slice(0, 60))),
    ).toEqual([]);
  });
  test('no answer is left over', () => {
    const found = new Set([
      ...[...styles].flatMap((css) => [...youngInStyle(css).keys()]),
      ...[...scripts.values()].flatMap((code) => [...youngInScript(code).keys()]),
    ]);
    expect(Object.keys(withoutIt).filter((name) => !found.has(name))).toEqual([]);
  });
});

describe('what would be found', () => {
  test.each([
    ['a{color:light-dark(#000,#fff)}', 'function:light-dark'],
    ['@layer a{b{color:red}}', 'at-rule:layer'],
    ['a{margin-inline:1px}', 'property:margin-inline'],
    ['a:is(b,c){color:red}', 'selector:is'],
    ['a{& b{color:red}}', 'syntax:nesting'],
    ['a{width:clamp(1px,2px,3px)}', 'function:clamp'],
    ['a{inset:0}', 'property:inset'],
    ['a{float:inline-start}', 'value:float: inline-start'],
    ['a:not(b, c){color:red}', 'selector:not of a list'],
    ['a{color:oklch(50% 0 0)}', 'function:oklch'],
  ])('in styles: %s', (css, name) => expect([...youngInStyle(css).keys()]).toContain(name));
  test.each([
    ['a?.b', 'syntax:?.'],
    ['a ?? b', 'syntax:??'],
    ['a ||= b', 'syntax:??='],
    ['Object.hasOwn(a, b)', 'member:hasOwn'],
    ['a.replaceChildren()', 'member:replaceChildren'],
    ['a.replaceAll(b, c)', 'member:replaceAll'],
    ['a.at(-1)', 'member:at'],
    ['a.throwIfAborted()', 'member:throwIfAborted'],
    ['structuredClone(a)', 'global:structuredClone'],
    ['/(?<=a)b/.test(c)', 'syntax:look behind'],
    ['class A { #b = 1 }', 'syntax:class fields'],
    ['1n', 'syntax:BigInt'],
  ])('in scripts: %s', (code, name) => expect([...youngInScript(code).keys()]).toContain(name));
  test('what is old is not', () => {
    expect([...youngInStyle('a{margin-left:1px;display:grid;gap:1px;width:max(1px,min(2px,3px))}')]).toEqual(
      [],
    );
    expect([...youngInScript('const a = async () => { await b; c.closest("d"); e.includes(f) }')]).toEqual(
      [],
    );
  });
});
