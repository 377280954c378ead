/** Past its review date a guide says so, on its page and in the report; the clock is handed in. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { prove } from '../../src/gate/prove.ts';
import { addDays } from '../../src/handbook/schedule.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { guideView } from '../../src/views/guide.ts';

const { entries } = readContent(process.cwd());
const handbook = joinHandbook(entries, prove(entries));

test('a guide is fresh until its last day and stale the day after', () => {
  expect(handbook.guides.length).toBeGreaterThan(100);
  for (const guide of handbook.guides) {
    const last = addDays(guide.data.checked, guide.data.reviewEvery);
    expect(guideView(guide, last).stale, guide.id).toBeUndefined();
    expect(guideView(guide, addDays(last, 1)).stale, guide.id).toBe(last);
  }
});

test('what changes fast is checked more often: taxes, invoices, deposit insurance', () => {
  for (const id of ['tieu-thuong/hoa-don-va-thue-2026', 'tiet-kiem/bao-hiem-tien-gui'])
    expect(handbook.byId.get(id)?.data.reviewEvery).toBeLessThanOrEqual(90);
});

test('the report lists what is overdue on a given day', () => {
  const on = (day: string): string =>
    spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/cli/report.ts', '--today', day],
      { encoding: 'utf8' },
    ).stdout;
  expect(on('2026-11-22')).toContain('Không bài nào quá hạn');
  expect(on('2027-12-31')).toMatch(/202 .*: hạn 2027-/);
});

test('no word of the glossary stands alone', () => {
  expect(handbook.terms.length).toBeGreaterThanOrEqual(120);
  expect(handbook.terms.filter((term) => term.guides.length === 0).map((term) => term.id)).toEqual([]);
});
