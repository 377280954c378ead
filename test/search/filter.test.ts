import { expect, test } from 'vitest';
import { kinds, passes, type Filter } from '../../src/search/filter.ts';
import { find } from '../../src/search/find.ts';
import { index } from './index-of-content.ts';

const all: Filter = { kind: '', audiences: [] };
const guide = { kind: 'guide', audiences: ['nong-dan'] } as const;

test('without a wish everything passes', () => {
  expect(passes(all, guide)).toBe(true);
  expect(passes(all, { kind: 'unit', audiences: [] })).toBe(true);
});
test('kinds and audiences are asked for together', () => {
  expect(passes({ ...all, kind: 'bai' }, guide)).toBe(true);
  expect(passes({ ...all, kind: 'cho-so' }, guide)).toBe(false);
  expect(passes({ ...all, kind: 'viec' }, { kind: 'event', audiences: [] })).toBe(true);
  expect(passes({ kind: 'bai', audiences: ['nong-dan'] }, guide)).toBe(true);
  expect(passes({ kind: 'bai', audiences: ['hoc-sinh-sinh-vien'] }, guide)).toBe(false);
  expect(passes({ ...all, audiences: ['nong-dan'] }, { kind: 'guide', audiences: ['moi-nguoi'] })).toBe(true);
});
test('a filter searches over everything again, not over the rows that stood first', () => {
  const whole = find('kỹ năng số', index).rows.map((row) => index.page(row.page));
  let count = 0;
  for (const kind of ['phong-trao', 'tap-huan', 'bai'] as const) {
    const wanted: Filter = { ...all, kind };
    const rows = find('kỹ năng số', index, {}, (page) => passes(wanted, index.page(page))).rows;
    const own: readonly string[] = kinds[kind];
    expect(rows.every((row) => own.includes(index.page(row.page).kind))).toBe(true);
    expect(rows.length).toBeGreaterThanOrEqual(whole.filter((page) => own.includes(page.kind)).length);
    count += rows.length;
  }
  expect(count).toBeGreaterThan(3);
});
