/** Titles of sources in another language, wherever the foreign words stand in them. */
import { expect, test } from 'vitest';
import { checkTree, swap, withTree } from '../fixtures/tree.ts';

/** What the gate says of a source with this title, and the foreign words that it names. */
const said = (title: string): readonly string[] =>
  withTree({ 'guides/bep/nau-com-dien.mdx': swap('Nghị định về gạo', title) }, (root) =>
    checkTree(root)
      .problems.filter(({ rule }) => rule === 'foreign-title')
      .map(({ message }) => message),
  );

test.each([
  ['at its beginning', 'growing rice Nghị định về gạo', 'growing rice'],
  ['in its middle', 'Nghị định growing rice về gạo', 'growing rice'],
  ['after one that stands alone', 'Nghị định export về growing rice', 'growing rice'],
])('two foreign words %s are told', (_, title, words) => {
  expect(said(title)).toHaveLength(1);
  expect(said(title)[0]).toContain(words);
  expect(said(title)[0]).not.toContain('export');
});

test('one foreign word alone, and names, are none', () => {
  expect(said('Nghị định về growing gạo')).toEqual([]);
  expect(said('World Bank, Nghị định về gạo')).toEqual([]);
});
