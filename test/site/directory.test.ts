/** The directory in the finished site: no number that nobody tried stands in any file. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digitsOf } from '../../src/domain/telephone.ts';
import { dist } from './dist.ts';
import { realContent } from '../real.ts';
import { floor } from '../national/edition.ts';

test('no file of the site holds a number that is to be tried or must never be printed', () => {
  const { directory } = realContent();
  const printed = new Set(
    directory.flatMap(({ data }) => data.numbers.map(({ number }) => digitsOf(number))),
  );
  const withheld = directory
    .flatMap(({ data }) => [...data.toTry, ...data.refused].map(({ number }) => digitsOf(number)))
    .filter((digits) => digits.length > 4 && !printed.has(digits));
  expect(withheld.length).toBeGreaterThan(floor(30));
  const any = new RegExp(`(?<!\\d)(?:${withheld.join('|')})(?!\\d)`);
  const files = globSync('**/*.{html,json,txt,xml,js,csv}', { cwd: dist });
  expect(files.length).toBeGreaterThan(floor(1000));
  const found = files.filter((file) =>
    any.test(readFileSync(join(dist, file), 'utf8').replace(/(?<=\d)[ .-]+(?=\d)/g, '')),
  );
  expect(found).toEqual([]);
});
