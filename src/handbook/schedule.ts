/** When work is due. Days are `YYYY-MM-DD`; the clock is never read here. */
import type { TaskTime } from '../schemas/task.ts';

/** Last day of a month `YYYY-MM`. */
export function lastDay(month: string): string {
  const [year, monthNumber] = month.split('-').map(Number) as [number, number];
  return `${month}-${String(new Date(Date.UTC(year, monthNumber, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** A day `days` days later. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whether an entry checked on `checked` must be checked again on `today`. */
export function isStale(checked: string, reviewEvery: number, today: string): boolean {
  return addDays(checked, reviewEvery) < today;
}

/** Last months of the quarters. */
export const quarterEnds = [3, 6, 9, 12] as const;

/**
 * Last day on which a report of a month `YYYY-MM` is in time: `day` of it, or the day before when the rule
 * says "before". A day that the month does not have is its last.
 */
export function reportDay(month: string, day: number, limit: 'by' | 'before'): string {
  const last = limit === 'before' ? day - 1 : day;
  if (last === 0) return addDays(`${month}-01`, -1);
  const named = `${month}-${String(last).padStart(2, '0')}`;
  return named < lastDay(month) ? named : lastDay(month);
}

/** The days by which a year's four quarter reports are due. */
export function quarterReportDays(year: number, day: number, limit: 'by' | 'before'): string[] {
  return quarterEnds.map((month) => reportDay(`${year}-${String(month).padStart(2, '0')}`, day, limit));
}

/**
 * How a calendar repeats those days (RFC 5545), from the first of `quarterReportDays`. Each last month of a
 * quarter has a 30th; only a 31st may be missing.
 */
export function quarterReportRule(day: number, limit: 'by' | 'before'): string {
  const last = limit === 'before' ? day - 1 : day;
  // By month, because readers of calendars differ over "the last day" of a year's months. The day before a
  // first ends the month before.
  return last === 0 || last > 30
    ? 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1'
    : `FREQ=YEARLY;BYMONTH=${quarterEnds.join(',')}`;
}

/** Where a task stands in a calendar. `at` is a day for fixed dates; the rest are grouped by `kind`. */
export function dueDay(time: TaskTime): string | undefined {
  return time.kind === 'once' ? lastDay(time.month) : undefined;
}

/** Sort key for tasks by time: fixed months first, then yearly days, then standing work. */
export function timeOrder(time: TaskTime): string {
  switch (time.kind) {
    case 'once':
      return `0-${time.month}`;
    case 'yearly':
      return `1-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
    case 'school-year':
      return `2-${time.years}`;
    case 'weekly':
      return '3';
    case 'ongoing':
      return `4-${time.from ?? '0000'}`;
    case 'on-instruction':
      return '5';
    case 'not-stated':
      return '6';
  }
}
