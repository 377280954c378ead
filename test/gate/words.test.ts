/** Another language: its words are whole, and an entry names only one that has words. */
import { expect, test } from 'vitest';
import { guide } from '../fixtures/broken/case.ts';
import { type Changes, checkTree, swap, withTree } from '../fixtures/tree.ts';

const told = (changes: Changes): string[] => {
  const faults = (root: string): string[] =>
    checkTree(root).problems.map(({ file, rule, message, fix }) => `${file} ${rule}: ${message} => ${fix}`);
  const before = new Set(withTree({}, faults));
  return withTree(changes, faults).filter((fault) => !before.has(fault));
};
const qaa = 'words/qaa.yaml';
const inQaa = swap('checked:', 'lang: qaa\nchecked:');

test('an entry in a language without words is refused, with words it passes', () => {
  expect(told({ [guide]: inQaa })).toEqual([expect.stringMatching(/dangling.*“qaa”/)]);
});

test('a file of words that lacks some, or fills other gaps, is refused', () => {
  const faults = told({ [qaa]: 'site:\n  menu: qaa\n' });
  expect(faults).toEqual([expect.stringMatching(/words\/qaa\.yaml words-missing: Thiếu \d+ chữ.*vi\.yaml/)]);
});
