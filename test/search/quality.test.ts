/** Floors under what search reaches on this edition, a little below the figures in `docs/tim-kiem.md`. */
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sureAt } from '../../src/search/answer.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { assistantQuestions, outOfScope } from './assistant-questions.ts';
import { helperFigures, passageOutcomes } from './evaluate.ts';
import { files, firstIndex, index, sources } from './index-of-content.ts';
import { figures } from './measure.ts';
import { devQueries, styles } from './queries.ts';

const numbers = new Set(sources.map((p) => p.number));

test('the sets are as large as they claim and name guides that exist', () => {
  expect(devQueries.length).toBeGreaterThanOrEqual(150);
  expect(new Set(devQueries.map((d) => d.q)).size).toBe(devQueries.length);
  for (const s of styles)
    expect(devQueries.filter((d) => d.style === s).length, s).toBeGreaterThanOrEqual(15);
  expect(assistantQuestions.length).toBeGreaterThanOrEqual(60);
  expect(outOfScope.length).toBeGreaterThanOrEqual(40);
  expect(devQueries.flatMap((d) => d.guides).filter((n) => !numbers.has(n))).toEqual([]);
  const sections = assistantQuestions.flatMap((a) =>
    a.answers.flatMap(([n, ...ids]) => ids.map((id) => [n, id] as const)),
  );
  expect(
    sections.filter(([n, id]) => !sources.find((p) => p.number === n)?.sections.some((s) => s.id === id)),
  ).toEqual([]);
});

test.each([
  ['first file alone', firstIndex],
  ['both files', index],
] as const)('development questions, %s', (_, at) => {
  const f = figures(passageOutcomes(devQueries, at));
  expect(f.first).toBeGreaterThanOrEqual(0.87);
  expect(f.three).toBeGreaterThanOrEqual(0.95);
  expect(f.zero).toBe(0);
});

test.each([...styles])('development questions, %s', (style) => {
  const f = figures(
    passageOutcomes(
      devQueries.filter((d) => d.style === style),
      index,
    ),
  );
  expect(f.three).toBeGreaterThanOrEqual(0.85);
});

test('the helper finds the page and the passage, and knows when it does not', () => {
  const f = helperFigures(index, files.texts);
  expect(f.page1).toBeGreaterThanOrEqual(0.93);
  expect(f.passage1).toBeGreaterThanOrEqual(0.75);
  expect(f.passage3).toBeGreaterThanOrEqual(0.93);
  expect(f.auc).toBeGreaterThanOrEqual(0.97);
  expect(f.inScope.filter((c) => c >= sureAt).length / f.inScope.length).toBeGreaterThanOrEqual(0.95);
  expect(f.outside.filter((c) => c >= sureAt).length / f.outside.length).toBeLessThanOrEqual(0.2);
});

test('the files stay small', () => {
  const size = (data: unknown): number => brotliCompressSync(JSON.stringify(data)).length;
  expect(size(files.core)).toBeLessThanOrEqual(36_000);
  expect(size(files.body)).toBeLessThanOrEqual(46_000);
  for (const [name, text] of files.texts) expect(size(text), name).toBeLessThanOrEqual(5_000);
});

test('a key while typing costs little', () => {
  const q = 'quên mật khẩu vneid thì làm sao lấy lại';
  const started = performance.now();
  for (let i = 1; i <= q.length; i++) rank(readQuery(q.slice(0, i), index, { typing: true }), index);
  expect((performance.now() - started) / q.length).toBeLessThan(80);
});
