/** Days as text, `YYYY-MM-DD`. The clock is never read here. */

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

/** First day of a year, a month or a day. */
export const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Last day of a year, a month or a day. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? lastDay(date) : date;
}
