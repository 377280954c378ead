/**
 * What a tab that stayed open over a publish finds out, and that nothing in the browser is loaded late by
 * another way.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sameEdition } from '../../src/client/late.ts';
import { projectRoot } from '../fixtures/tree.ts';

test('a page is of the same edition when it names every script of this one', () => {
  const html =
    '<script type="module" src="/_astro/Page.A1.js"></script><script src="/_astro/Listen.B2.js"></script>';
  expect(sameEdition(html, ['/_astro/Page.A1.js', '/_astro/Listen.B2.js'])).toBe(true);
  expect(sameEdition(html, ['/_astro/Page.A1.js', '/_astro/Listen.B3.js'])).toBe(false);
  expect(sameEdition('<h1>404</h1>', ['/_astro/Page.A1.js'])).toBe(false);
});

test('every late load of a page goes through late()', () => {
  /** Loads that are none of a press, each with its reason. */
  const others: Readonly<Record<string, string>> = {
    'late.ts': 'the way itself',
    'my-number.ts': 'not pressed by anybody: without it the link leads to the directory as before',
    'own-number.ts': 'as above',
    'search-wide.ts': 'Pagefind: its failure is told in the place of its button',
  };
  const files = globSync(['src/client/*.ts', 'src/outputs/search-index/client/*.ts'], { cwd: projectRoot });
  let loads = 0;
  const beside: string[] = [];
  for (const file of files) {
    const name = file.replace(/^.*[\\/]/, '');
    const code = readFileSync(join(projectRoot, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const { index } of code.matchAll(/(?<!typeof )\bimport\(|\bfetch\(/g)) {
      loads++;
      if (!/late\((?:async )?\(\) =>\s*$/.test(code.slice(0, index)) && !(name in others)) beside.push(name);
    }
  }
  expect(beside).toEqual([]);
  expect(loads).toBeGreaterThanOrEqual(6);
});
