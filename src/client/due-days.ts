/**
 * How far off something is that is due, by the reader's clock: pages are built for no particular day and say
 * days only. Elements bear `data-month` and, where the plan names them, `data-day` and `data-year`.
 */

/** When it is due next. */
export interface NextDue {
  /** Whole days from today; 0 on the day itself. Where only a month is named, to the last day of it. */
  readonly left: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since an epoch, by the calendar, whatever the hour and the season. */
const dayNumber = (year: number, month: number, day: number): number =>
  Math.round(Date.UTC(year, month - 1, day) / 86_400_000);

/** When it is due next, seen from `now`; undefined when its one year has passed. */
export function nextDue({ month, day, year }: DOMStringMap, now: Date): NextDue | undefined {
  const today = dayNumber(now.getFullYear(), now.getMonth() + 1, now.getDate());
  const years = year === undefined ? [now.getFullYear(), now.getFullYear() + 1] : [Number(year)];
  return years
    .map((each) => {
      const last = day === undefined ? new Date(each, Number(month), 0).getDate() : Number(day);
      const left = dayNumber(each, Number(month), last) - today;
      return { left, year: each, month: Number(month), day: last };
    })
    .find(({ left }) => left >= 0);
}

/** “{n}” of a text as a number of days, “today” in its own words; for `data-left="còn {n} ngày|hôm nay"`. */
export function leftWords(words: string | undefined, left: number): string {
  const [some = '', now = ''] = words?.split('|') ?? [];
  return left === 0 ? now : some.replace('{n}', String(left));
}
