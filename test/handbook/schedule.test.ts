import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import {
  addDays,
  dueDay,
  isStale,
  lastDay,
  quarterReportDays,
  quarterReportRule,
  timeOrder,
} from '../../src/handbook/schedule.ts';
import type { TaskTime } from '../../src/schemas/task.ts';
import { present } from '../present.ts';

test('last day of each month, leap years included', () => {
  expect(
    Array.from({ length: 12 }, (_, index) => lastDay(`2025-${String(index + 1).padStart(2, '0')}`).slice(8)),
  ).toEqual(['31', '28', '31', '30', '31', '30', '31', '31', '30', '31', '30', '31']);
  expect([2024, 2026, 2000, 2100].map((year) => lastDay(`${year}-02`))).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2000-02-29',
    '2100-02-28',
  ]);
});

test('days are added across months, years and leap days, whatever the clock of the machine', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(addDays('2026-01-01', 0)).toBe('2026-01-01');
  expect(addDays('2024-02-29', 365)).toBe('2025-02-28');
});

test('an entry is stale the day after its last good day', () => {
  expect(isStale('2026-01-01', 30, '2026-01-31')).toBe(false);
  expect(isStale('2026-01-01', 30, '2026-02-01')).toBe(true);
  expect(isStale('2024-02-01', 30, '2024-03-02')).toBe(false);
  expect(isStale('2024-02-01', 30, '2024-03-03')).toBe(true);
});

test('days of quarter reports: "by" counts the day, "before" does not', () => {
  expect(quarterReportDays(2025, 15, 'by')).toEqual(['2025-03-15', '2025-06-15', '2025-09-15', '2025-12-15']);
  expect(quarterReportDays(2025, 15, 'before')).toEqual([
    '2025-03-14',
    '2025-06-14',
    '2025-09-14',
    '2025-12-14',
  ]);
  expect(quarterReportDays(2024, 1, 'before')).toEqual([
    '2024-02-29',
    '2024-05-31',
    '2024-08-31',
    '2024-11-30',
  ]);
});

test('a day that the month does not have is its last day', () => {
  expect(quarterReportDays(2025, 31, 'by')).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']);
  // The 30th of June is before a 31st that June does not have.
  expect(quarterReportDays(2025, 31, 'before')).toEqual([
    '2025-03-30',
    '2025-06-30',
    '2025-09-30',
    '2025-12-30',
  ]);
});

test('a calendar falls on the days of the rule, whatever the day and the year', () => {
  let days = 0;
  for (const limit of ['by', 'before'] as const)
    for (let day = 1; day <= 31; day++)
      for (const year of [2024, 2025]) {
        const wanted = [...quarterReportDays(year, day, limit), ...quarterReportDays(year + 1, day, limit)];
        const first = ICAL.Time.fromDateString(present(wanted[0], 'item 0 of wanted'));
        const each = ICAL.Recur.fromString(quarterReportRule(day, limit)).iterator(first);
        expect(
          wanted.map(() => each.next().toString()),
          `${limit} ${day}`,
        ).toEqual(wanted);
        days += wanted.length;
      }
  expect(days).toBe(2 * 31 * 2 * 8);
});

test('only a task of one month has a due day, its last', () => {
  expect(dueDay({ kind: 'once', month: '2025-04', words: 'Tháng 4' })).toBe('2025-04-30');
  expect(dueDay({ kind: 'yearly', month: 10, day: 10, words: 'Ngày 10/10' })).toBeUndefined();
  expect(dueDay({ kind: 'not-stated' })).toBeUndefined();
});

test('order of times: fixed months, yearly days, school years, standing work, the rest', () => {
  const words = 'x';
  const times: TaskTime[] = [
    { kind: 'once', month: '2025-04', words },
    { kind: 'once', month: '2025-12', words },
    { kind: 'yearly', month: 9, day: 30, words },
    { kind: 'yearly', month: 10, day: 2, words },
    { kind: 'yearly', month: 10, day: 10, words },
    { kind: 'school-year', years: '2025-2026', words },
    { kind: 'weekly', words },
    { kind: 'ongoing', words },
    { kind: 'ongoing', from: '2025-07', words },
    { kind: 'on-instruction', words },
    { kind: 'not-stated' },
  ];
  const keys = times.map(timeOrder);
  expect(new Set(times.map((time) => time.kind)).size).toBe(7);
  expect([...keys].reverse().sort()).toEqual(keys);
});
