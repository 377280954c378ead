/** How many pages of each kind the shared edition has at least. */
import { expect, test } from 'vitest';
import { realPages } from '../../site/dist.ts';

const count = (kind: RegExp): number => realPages.filter(({ path }) => kind.test(path)).length;

test('there are as many pages of each kind as there were', () => {
  expect(count(/^\/huong-dan\/[^/]+\/[^/]+\/$/)).toBeGreaterThanOrEqual(12);
  expect(count(/^\/ke-hoach\/[^/]+\/$/)).toBe(6);
  expect(count(/^\/ke-hoach\/[^/]+\/[^/]+\/$/)).toBeGreaterThanOrEqual(64);
  expect(count(/^\/don-vi\/[^/]+\/$/)).toBeGreaterThan(50);
  expect(count(/^\/mang-viec\/[^/]+\/$/)).toBeGreaterThanOrEqual(20);
});
