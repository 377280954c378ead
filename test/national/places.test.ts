/** A guide speaks to readers everywhere: it names a province only as the source of what it says. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { otherPlaces } from '../../src/cli/edition/other-places.ts';

test('no body names a province that none of its sources names', () => {
  const files = globSync('content/{guides,market,events,pages,drills,easy-read,programmes}/**/*.{mdx,yaml}');
  const found = files.flatMap((file) =>
    otherPlaces(readFileSync(file, 'utf8'), '').map(({ name, line }) => `${file}:${line} ${name}`),
  );
  expect(files.length).toBeGreaterThan(150);
  expect(found).toEqual([]);
});
