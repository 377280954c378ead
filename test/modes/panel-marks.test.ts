/**
 * The panel of the display stands on every page, before what the page holds: a mark of the panel that a page
 * uses too leads the page's script to the panel.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../fixtures/tree.ts';

const panel = 'src/components/furniture/Display.astro';
/** Marks by which scripts find a part. Words for a script have a value, and are read from the part alone. */
const marksOf = (file: string): Set<string> =>
  new Set(
    [...readFileSync(join(projectRoot, file), 'utf8').matchAll(/\s(data-[a-z-]+)(?=[\s>/])/g)].map(
      ([, mark = '']) => mark,
    ),
  );

test('no page, component or form uses a mark of the panel', () => {
  const own = marksOf(panel);
  expect(own.size).toBeGreaterThanOrEqual(4);
  const files = globSync('src/**/*.astro', { cwd: projectRoot }).filter((file) => file !== panel);
  expect(files.length).toBeGreaterThan(100);
  for (const file of files)
    expect(
      [...marksOf(file)].filter((mark) => own.has(mark)),
      file,
    ).toEqual([]);
});
