import { expect, test } from 'vitest';
import { addDays, firstDayOf, isStale, lastDay, lastDayOf } from '../../src/domain/days.ts';

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

test('first and last day of a year, a month, a day', () => {
  expect(['2026', '2026-02', '2026-02-10'].map(firstDayOf)).toEqual([
    '2026-01-01',
    '2026-02-01',
    '2026-02-10',
  ]);
  expect(['2026', '2026-02', '2026-02-10'].map(lastDayOf)).toEqual([
    '2026-12-31',
    '2026-02-28',
    '2026-02-10',
  ]);
});
