/** Past its review date a guide says so, on its page and in the report; the clock is handed in. */
import { expect, test } from 'vitest';
import { addDays } from '../../src/domain/days.ts';
import { guideView } from '../../src/views/guide.ts';
import { realHandbook } from '../real.ts';

const handbook = realHandbook();

test('a guide is fresh until its last day and stale the day after', () => {
  expect(handbook.guides.length).toBeGreaterThan(0);
  for (const guide of handbook.guides) {
    const last = addDays(guide.data.checked, guide.data.reviewEvery);
    expect(guideView(guide, last).stale, guide.id).toBeUndefined();
    expect(guideView(guide, addDays(last, 1)).stale, guide.id).toBe(last);
  }
});

test('no word of the glossary stands alone', () => {
  expect(handbook.terms.length).toBeGreaterThan(0);
  expect(handbook.terms.filter((term) => term.guides.length === 0).map((term) => term.id)).toEqual([]);
});
