/** When work is due. Days are `YYYY-MM-DD`; the clock is never read here. */
import type { TaskTime } from '../schemas/task.ts';

/** Last day of a month `YYYY-MM`. */
export function lastDay(month: string): string {
  const [y, m] = month.split('-').map(Number) as [number, number];
  return `${month}-${String(new Date(Date.UTC(y, m, 0)).getUTCDate()).padStart(2, '0')}`;
}

/** A day `n` days later. */
export function addDays(day: string, n: number): string {
  const d = new Date(`${day}T00:00:00Z`);
  d.setUTCDate(d.getUTCDate() + n);
  return d.toISOString().slice(0, 10);
}

/** Whether an entry checked on `checked` must be checked again on `today`. */
export function isStale(checked: string, reviewEvery: number, today: string): boolean {
  return addDays(checked, reviewEvery) < today;
}

/** Last months of the quarters. */
export const quarterEnds = [3, 6, 9, 12] as const;

/** The day by which a quarter's report is due: `day` of the quarter's last month; the day before when the rule says "before". */
export function quarterReportDays(year: number, day: number, limit: 'by' | 'before'): string[] {
  return quarterEnds.map((m) => {
    const month = `${year}-${String(m).padStart(2, '0')}`;
    const named = `${month}-${String(day).padStart(2, '0')}`;
    // A month without that day ends before it.
    const on = named < lastDay(month) ? named : lastDay(month);
    return limit === 'before' ? addDays(on, -1) : on;
  });
}

/** Where a task stands in a calendar. `at` is a day for fixed dates; the rest are grouped by `kind`. */
export function dueDay(time: TaskTime): string | undefined {
  return time.kind === 'once' ? lastDay(time.month) : undefined;
}

/** Sort key for tasks by time: fixed months first, then yearly days, then standing work. */
export function timeOrder(time: TaskTime): string {
  switch (time.kind) {
    case 'once': return `0-${time.month}`;
    case 'yearly': return `1-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
    case 'school-year': return `2-${time.years}`;
    case 'weekly': return '3';
    case 'ongoing': return `4-${time.from ?? '0000'}`;
    case 'on-instruction': return '5';
    case 'not-stated': return '6';
  }
}
