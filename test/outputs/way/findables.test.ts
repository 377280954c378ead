/** Ways are found by name: each kind of them, and nothing that is not there. */
import { expect, test } from 'vitest';
import { findables } from '../../../src/outputs/way/findables.ts';
import { pathsOf } from '../../../src/outputs/way/paths.ts';
import { sheetOf } from '../../../src/search/sheets.ts';
import { realHandbook } from '../../real.ts';
import { floor } from '../../national/edition.ts';

test('search offers every way there is, and no other', () => {
  const handbook = realHandbook();
  const { items, sheets } = findables(handbook);
  const offered = sheets.flatMap(({ address, title, action, pages }) =>
    pages.map((page) => {
      const sheet = { address, title, action, names: [], pages: [] };
      return sheetOf(sheet, { number: 0, title: '', address: page }).address;
    }),
  );
  const family = items.map(({ address }) => address).filter((address) => address !== '/lo-trinh/');
  expect(new Set(sheets.map(({ name }) => name))).toEqual(new Set(['way', 'targetWay']));
  const paths = pathsOf(handbook).map(({ address }) => address);
  expect([...family, ...offered].sort()).toEqual([...paths].sort());
  expect(paths.length).toBeGreaterThan(floor(25));
});
