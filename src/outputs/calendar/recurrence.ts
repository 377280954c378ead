/** The days of plans as calendars hold them (RFC 5545): first days, rule, end. */
import { addDays, firstDayOf, lastDayOf } from '../../domain/days.ts';
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
  /** How often it comes where the document names no day, so that the day is the calendar's own choice. */
  readonly reminds?: keyof typeof remindRules;
}

/**
 * Rules of work that comes again without a day of its own: a reminder on the first day of each stretch. Work
 * of each day is called to mind each week, as an entry a day would bury all others; what comes “from time to
 * time” each quarter, when reports are written. Both say so in their words.
 */
const remindRules = {
  daily: 'FREQ=WEEKLY',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  quarterly: 'FREQ=MONTHLY;INTERVAL=3',
  periodic: 'FREQ=MONTHLY;INTERVAL=3',
  yearly: 'FREQ=YEARLY',
} as const;
const isReminded = (kind: Timing['kind']): kind is keyof typeof remindRules => kind in remindRules;
const monday = 1;

const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === monday;
const opensQuarter = (day: string): boolean => /-(?:01|04|07|10)-01$/.test(day);

/** The first day of a week, a month, a quarter or a year on `from` or after it. */
function beginning(kind: keyof typeof remindRules, from: string): string {
  const begins = {
    daily: isMonday,
    weekly: isMonday,
    monthly: (day: string) => day.endsWith('-01'),
    quarterly: opensQuarter,
    periodic: opensQuarter,
    yearly: (day: string) => day.endsWith('-01-01'),
  }[kind];
  let day = from;
  while (!begins(day)) day = addDays(day, 1);
  return day;
}

/** Reminders of work that comes again on no day that the document names. */
function reminders(time: Timing, bounds: Span): CalendarDays | undefined {
  if (!isReminded(time.kind)) return undefined;
  const from = 'from' in time && time.from !== undefined ? firstDayOf(time.from) : bounds.first;
  const until = 'until' in time && time.until !== undefined ? lastDayOf(time.until) : endless;
  const first = beginning(time.kind, later(from, bounds.first));
  const end = earlier(until, bounds.last);
  if (first > end) return undefined;
  const rule = `${remindRules[time.kind]};UNTIL=${end.replaceAll('-', '')}`;
  return { first, last: first, rule, reminds: time.kind };
}
const later = (one: string, other: string): string => (one > other ? one : other);

/**
 * The days of a time as a calendar holds them, from `bounds.first` on where the document names no start; what
 * comes again ends with `bounds.last` at the latest. Undefined when no day is left.
 */
export function calendarDays(time: Timing, bounds: Span): CalendarDays | undefined {
  const again = repetition(time);
  if (again === undefined) return onceSpan(time) ?? reminders(time, bounds);
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
