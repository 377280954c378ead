/** Days left, as the desk of a unit and the calendar tell them by the reader's clock. */
import { expect, test } from 'vitest';
import { leftWords, nextDue } from '../../src/client/due-days.ts';

test.each([
  ['the day itself', { month: '12', day: '14' }, '2026-12-14T23:59:00', [0, 2026]],
  ['the day after: next year', { month: '12', day: '14' }, '2026-12-15T00:01:00', [364, 2027]],
  ['a leap year between', { month: '3', day: '1' }, '2028-02-28T12:00:00', [2, 2028]],
  ['a year of its own', { month: '10', day: '10', year: '2027' }, '2026-10-11T08:00:00', [364, 2027]],
  ['a month without a day, to its end', { month: '2', year: '2028' }, '2028-02-01T08:00:00', [28, 2028]],
])('%s', (_, marks, now, due) => {
  const next = nextDue(marks, new Date(now));
  expect([next?.left, next?.year]).toEqual(due);
});

test('a year that has passed is due no more', () => {
  expect(nextDue({ month: '6', day: '30', year: '2026' }, new Date('2026-07-01T08:00:00'))).toBeUndefined();
});

test('days are told in words, the day itself in its own', () => {
  expect(leftWords('còn {n} ngày|hôm nay', 17)).toBe('còn 17 ngày');
  expect(leftWords('còn {n} ngày|hôm nay', 0)).toBe('hôm nay');
});
