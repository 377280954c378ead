/** The days of plans as calendars hold them (RFC 5545): first days, rule, end. */
import { lastDayOf } from '../../domain/days.ts';
import {
  earlier,
  endless,
  onceSpan,
  repetition,
  spansOf,
  type Repetition,
  type Span,
  type Timing,
} from '../../domain/timing.ts';

/** Work in a calendar: its first days, and how they come again (RFC 5545). */
export interface CalendarDays extends Span {
  readonly rule?: string;
  /** The days after the first, where no rule that all readers follow says them. */
  readonly also?: readonly string[];
}

/**
 * The days of a time as a calendar holds them, from `bounds.first` on where the document names no start; what
 * comes again ends with `bounds.last` at the latest. Undefined when no day is left.
 */
export function calendarDays(time: Timing, bounds: Span): CalendarDays | undefined {
  const again = repetition(time);
  if (again === undefined) return onceSpan(time);
  const [span, ...others] = spansOf(again, bounds);
  if (span === undefined) return undefined;
  const rule = ruleOf(again);
  if (rule === undefined) return { ...span, also: others.map(({ last }) => last) };
  const end = earlier(lastDayOf(again.until ?? endless), bounds.last);
  return { ...span, rule: `${rule};UNTIL=${end.replaceAll('-', '')}` };
}

/**
 * How a calendar repeats the days of a repetition. A month that lacks the day takes its last; the day before
 * a first is the last of the month before. Last days are counted by month, as readers of calendars differ on
 * “the last day” of a year's months. Undefined for a 29th or 30th of each month, as February has its last:
 * the rule for it (BYSETPOS) is read wrongly by some.
 */
function ruleOf({ months, day, limit }: Repetition): string | undefined {
  const last = limit === 'before' && day !== undefined ? day - 1 : day;
  const every = `FREQ=MONTHLY${months.length === 12 ? '' : `;INTERVAL=${12 / months.length}`}`;
  if (last === undefined) return 'FREQ=YEARLY';
  if (last === 0) return `${every};BYMONTHDAY=-1`;
  if (months.length === 1) return 'FREQ=YEARLY';
  if (last === 31) return `${every};BYMONTHDAY=-1`;
  if (months.length === 4) return `FREQ=YEARLY;BYMONTH=${months.join(',')}`;
  return last < 29 ? every : undefined;
}
