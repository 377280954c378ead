/** One list from two: whose order stands, and that nothing is lost or told twice. */
import { expect, test } from 'vitest';
import { fuse, type Ranked } from '../../src/search/fuse.ts';

const list = (...addresses: string[]): Ranked[] =>
  addresses.map((address, index) => ({ address, score: 10 - index }));
const passages = list('/a/', '/b/', '/c/', '/d/');
const everywhere = list('/x/', '/d/', '/a/', '/y/');

test('sure: the first three passages stay where they are, whatever the other list says', () => {
  expect(fuse(passages, everywhere, 0.45).slice(0, 3)).toEqual(['/a/', '/b/', '/c/']);
  expect(fuse(passages, everywhere, 1).slice(0, 3)).toEqual(['/a/', '/b/', '/c/']);
  expect(fuse(passages, list('/c/', '/b/', '/a/'), 0.9)).toEqual(['/a/', '/b/', '/c/', '/d/']);
});

test('not sure: places of both lists are added up, the other list counts as much', () => {
  // /a/ 1/4 + 1/6, /d/ 1/7 + 1/5, /x/ 1/4, /b/ 1/5, /c/ 1/6, /y/ 1/7.
  expect(fuse(passages, everywhere, 0.44)).toEqual(['/a/', '/d/', '/x/', '/b/', '/c/', '/y/']);
  expect(fuse(list('/a/'), list('/x/', '/y/'), 0)).toEqual(['/a/', '/x/', '/y/']);
  expect(fuse(list('/a/', '/b/'), list('/b/'), 0)).toEqual(['/b/', '/a/']);
});

test('sure: passages past the third weigh more than a page of the other list in the same place', () => {
  // /d/ is fourth: 1.6/7 is more than /x/ with 1/5 but less than /x/ with 1/4.
  expect(fuse(passages, list('/q/', '/x/'), 1)).toEqual(['/a/', '/b/', '/c/', '/q/', '/d/', '/x/']);
});

test('every address once; one empty list leaves the other as it is; forty passages count', () => {
  for (const certainty of [0, 1]) {
    const fused = fuse(passages, everywhere, certainty);
    expect([...fused].sort()).toEqual(['/a/', '/b/', '/c/', '/d/', '/x/', '/y/']);
    expect(fuse([], everywhere, certainty)).toEqual(['/x/', '/d/', '/a/', '/y/']);
    expect(fuse(passages, [], certainty)).toEqual(['/a/', '/b/', '/c/', '/d/']);
    const many = list(...Array.from({ length: 41 }, (_, index) => `/${index}/`));
    expect(fuse(many, [], certainty)).toHaveLength(40);
  }
});
