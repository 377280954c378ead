/** News come from the days in the content, newest first, and say the same for the same content. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { changesOf, newestFirst } from '../../src/views/news.ts';
import { audienceList, newestList } from '../../src/outputs/embed/view.ts';
import { swap, withTree, type Changes } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';

const open = (root: string): Handbook => {
  const { entries } = readContent(root);
  const proof = prove(entries);
  expect(proof.problems).toEqual([]);
  return joinHandbook(entries, proof);
};
const good = (changes: Changes = {}): Handbook => withTree(changes, open);
const real = realHandbook();
const guide = 'guides/bep/rua-rau.mdx';

describe('changes', () => {
  test('a first edition tells of its check and of pages that moved, nothing else', () => {
    const changes = changesOf(good());
    expect(changes.map((change) => [change.key.split('/')[0], change.day])).toEqual(
      [...changes.map((change) => [change.key.split('/')[0], change.day])].sort((a, b) =>
        present(a[1], 'item 1 of a') > present(b[1], 'item 1 of b')
          ? -1
          : present(a[1], 'item 1 of a') < present(b[1], 'item 1 of b')
            ? 1
            : 0,
      ),
    );
    expect(new Set(changes.map((change) => change.key.split('/')[0]))).toEqual(
      new Set(['chuyen', 'kiem-tra']),
    );
  });
  test('a guide that joined and one that changed are told with their words, newest first', () => {
    const handbook = good({
      [guide]: swap(
        'checked: 2026-11-21',
        'checked: 2026-11-25\nadded: 2026-11-22\nchanges: [{ day: 2026-11-24, what: Thêm bước ngâm nước muối }, { day: 2026-11-23, what: Đổi tên bước một }]',
      ),
    });
    const own = changesOf(handbook).filter(
      (change) => change.key.startsWith('them/') || change.key.startsWith('sua/'),
    );
    expect(own.map((change) => [change.day, change.key])).toEqual([
      ['2026-11-24', 'sua/2/2026-11-24'],
      ['2026-11-23', 'sua/2/2026-11-23'],
      ['2026-11-22', 'them/2'],
    ]);
    expect(own[0]?.what).toBe('Thêm bước ngâm nước muối');
    expect(own[0]?.title).toContain('Rửa rau cho sạch');
    expect(own[0]?.href).toBe('/2/');
    expect(
      changesOf(handbook)
        .filter((change) => change.key.startsWith('kiem-tra/'))
        .map((change) => change.day),
    ).toEqual(['2026-11-25', '2026-11-21']);
    expect(newestFirst(handbook.guides)[0]?.data.number).toBe(2);
    expect(newestList(handbook).guides[0]?.number).toBe(2);
  });
  test('guides stand by the day of their news, then of their check; those of one day by number', () => {
    const one = present(real.guides[0], 'a guide');
    const of = (number: number, checked: string, added?: string): typeof one => ({
      ...one,
      data: { ...one.data, number, checked, added, changes: [] },
    });
    const guides = [
      of(9, '2026-11-03'),
      of(4, '2026-11-03'),
      of(8, '2026-11-01', '2026-10-20'),
      of(7, '2026-11-20'),
      of(5, '2026-11-03'),
      of(6, '2026-11-02', '2026-10-20'),
    ];
    const order = [6, 8, 7, 4, 5, 9];
    for (const list of [guides, [...guides].reverse()])
      expect(newestFirst(list).map(({ data }) => data.number)).toEqual(order);
  });
  test('keys never come twice', () => {
    const keys = changesOf(real).map((change) => change.key);
    expect(keys.length).toBeGreaterThan(0);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('the list of an audience begins with what it should do first, and has nothing twice', () => {
  expect(real.audiences.length).toBeGreaterThan(10);
  for (const audience of real.audiences) {
    const { guides } = audienceList(audience);
    expect(
      guides.slice(0, audience.first.length).map((guide) => guide.number),
      audience.id,
    ).toEqual(audience.first.map((guide) => guide.data.number));
    expect(new Set(guides.map((guide) => guide.number)).size, audience.id).toBe(guides.length);
    expect(guides.length, audience.id).toBeGreaterThan(0);
    expect(guides.length, audience.id).toBeLessThanOrEqual(10);
  }
});
