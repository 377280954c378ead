/**
 * When the work of a plan is due. Only this file knows the kinds of times that plans state: what each says in
 * words, its days, when it comes again. Days are `YYYY-MM-DD`; a date may also be a month `YYYY-MM` or a year
 * `YYYY`, as exact as the document. The clock is never read here.
 */
import { addDays, firstDayOf, lastDay, lastDayOf } from './days.ts';

/** From when and until when work comes again, as far as the document says. */
interface Bounds {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
/** Whether a named day is the last in time (`by`) or the first too late (`before`). Absent: on that day. */
export type Limit = 'by' | 'before';

/** Work that comes again on a day: of the month, of the last month of a quarter, of a month each year. */
interface Again extends Bounds {
  readonly day?: number | undefined;
  readonly limit?: Limit | undefined;
}

/** A time as a document states it; `schemas/task.ts` says what authors write. */
export type Timing =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: Limit; readonly date: string }
  | { readonly kind: 'period'; readonly from: string; readonly until: string }
  | { readonly kind: 'once'; readonly month: string }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'event'; readonly event: string }
  | ({ readonly kind: 'daily' | 'weekly' | 'periodic' | 'ongoing' } & Bounds)
  | ({ readonly kind: 'monthly' | 'quarterly' } & Again)
  | ({ readonly kind: 'yearly'; readonly month?: number | undefined } & Again)
  | { readonly kind: 'school-year'; readonly years: string }
  | { readonly kind: 'on-instruction' }
  | { readonly kind: 'not-stated' };

/** Days in a row, both ends included. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** Last months of the quarters. */
export const quarterEnds = [3, 6, 9, 12] as const;
export const twelve = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** The year of what has no end. */
export const endless = '9999';
export const earlier = (one: string, other: string): string => (one < other ? one : other);
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const monthOfYear = (year: number, month: number): string => `${year}-${twoDigits(month)}`;

/** Whether the document states a time at all. */
export const isStated = ({ kind }: Timing): boolean => kind !== 'not-stated';

/** The document's own words for a time; empty when it states none. */
export const documentWords = (time: Timing & { readonly words?: string }): string => time.words ?? '';

/**
 * First and last as a document names them: a day, a month or a year; undefined when the time has no end. Takes
 * times that no schema has read yet, as the intake finds them.
 */
export function namedBounds(time: {
  readonly kind: Timing['kind'];
  readonly [field: string]: unknown;
}): { readonly from?: string; readonly until: string } | undefined {
  switch (time.kind) {
    case 'period':
      return { from: String(time.from), until: String(time.until) };
    case 'year':
      return { from: String(time.year), until: String(time.year) };
    case 'by':
      return { until: String(time.date) };
    default:
      return undefined;
  }
}

/** The days of work that comes once; undefined for all other work. */
export function onceSpan(time: Timing): Span | undefined {
  const span = (from: string, until = from): Span => ({ first: firstDayOf(from), last: lastDayOf(until) });
  switch (time.kind) {
    case 'day':
      return span(time.day);
    case 'by':
      return span(time.date);
    case 'before':
      return span(addDays(firstDayOf(time.date), -1));
    case 'period':
      return span(time.from, time.until);
    case 'once':
      return span(time.month);
    case 'quarter':
      return span(monthOfYear(time.year, time.quarter * 3 - 2), monthOfYear(time.year, time.quarter * 3));
    case 'year':
      return span(String(time.year));
    default:
      return undefined;
  }
}

/** Months of each year, and the day in them, by which work comes again; without a day the whole month. */
export interface Repetition extends Again {
  readonly months: readonly number[];
}

/** How work comes again; undefined when it comes once, or when the document names neither day nor month. */
export function repetition(time: Timing): Repetition | undefined {
  if (time.kind === 'yearly') return time.month === undefined ? undefined : { ...time, months: [time.month] };
  if (time.kind !== 'monthly' && time.kind !== 'quarterly') return undefined;
  return time.day === undefined
    ? undefined
    : { ...time, months: time.kind === 'monthly' ? twelve : quarterEnds };
}

/**
 * Days of a repetition in one month. Before a day means the day before it; a day that the month does not have
 * is its last.
 */
function spanIn(month: string, { day, limit }: Again): Span {
  if (day === undefined) return { first: firstDayOf(month), last: lastDay(month) };
  const named = addDays(`${month}-01`, (limit === 'before' ? day - 1 : day) - 1);
  const only = earlier(named, lastDay(month));
  return { first: only, last: only };
}

/** The stretches of a repetition that end in `within`, in order, held to the document's own bounds. */
export function spansOf(again: Repetition, within: Span): Span[] {
  const first = again.from === undefined ? '' : firstDayOf(again.from);
  const last = lastDayOf(again.until ?? endless);
  const years = [Number(within.first.slice(0, 4)), Number(within.last.slice(0, 4)) + 1] as const;
  return Array.from({ length: years[1] - years[0] + 1 }, (_, index) => years[0] + index)
    .flatMap((year) => again.months.map((month) => spanIn(monthOfYear(year, month), again)))
    .filter((span) => span.last >= within.first && span.last <= within.last)
    .filter((span) => span.first >= first && span.last <= last);
}

/** A day that is told as a deadline is the last one; other times stay. */
export const asDeadline = <Told extends { kind: string; day?: unknown; words?: string }>(
  time: Told,
): Told | { kind: 'by'; date: unknown; words: string } =>
  time.kind === 'day' ? { kind: 'by', date: time.day, words: time.words ?? '' } : time;

/** Whether a time has days of its own, so that a calendar can hold it. */
export const hasDays = (time: Timing): boolean => (onceSpan(time) ?? repetition(time)) !== undefined;

/** Whether a calendar can hold a time: it has days, or comes so often that the calendar may remind of it. */
export const calendarHolds = (time: Timing): boolean =>
  hasDays(time) || ['daily', 'weekly', 'monthly', 'quarterly', 'periodic', 'yearly'].includes(time.kind);

/** A place in the year by which something is due. */
export interface DueMark {
  readonly month: number;
  /** Absent when the document names no day. */
  readonly day?: number;
  /** Absent when it comes each year. */
  readonly year?: number;
}

/** Where a mark stands in a year, for sorting; without a day after all days of its month. */
const inYear = ({ month, day = 32 }: DueMark): string => `${twoDigits(month)}-${twoDigits(day)}`;

function markOf(last: string, named: { readonly day: boolean; readonly year: boolean }): DueMark {
  const [year, month, day] = last.split('-').map(Number) as [number, number, number];
  return { month, ...(named.day ? { day } : {}), ...(named.year ? { year } : {}) };
}

/** Whether the end of work that comes once is a day and not a month, a quarter or a year. */
function endsOnDay(time: Timing): boolean {
  if (time.kind === 'before') return true;
  if (time.kind === 'by') return time.date.length === 10;
  return time.kind === 'day' || (time.kind === 'period' && time.until.length === 10);
}

/** Places in the year of a repetition. No leap year: what comes each year never falls on 29 February. */
const eachYear = (again: Repetition): DueMark[] =>
  again.months.map((month) =>
    markOf(spanIn(monthOfYear(2025, month), again).last, { day: again.day !== undefined, year: false }),
  );

/**
 * By when work is due, seen from `today`; none for standing work. What comes again without an end is told
 * without years. With an end it is told by its days of the year to come, or by its last day when it is over.
 */
export function dueMarks(time: Timing, today: string, end = endless): DueMark[] {
  const once = onceSpan(time);
  if (once !== undefined) return [markOf(once.last, { day: endsOnDay(time), year: true })];
  const again = repetition(time);
  if (again === undefined) return [];
  const until = earlier(lastDayOf(again.until ?? endless), lastDayOf(end));
  if (until === lastDayOf(endless)) return eachYear(again);
  const spans = spansOf(again, { first: addDays(earlier(until, today), -365), last: until });
  const coming = spans.filter(({ last }) => last >= today && last < addDays(today, 365));
  return (coming.length > 0 ? coming : spans.slice(-1)).map(({ last }) =>
    markOf(last, { day: again.day !== undefined, year: true }),
  );
}

/** Whether a mark of one year had passed on `today`; a month is not past before its last day. */
export const isPast = (mark: DueMark, today: string): boolean =>
  mark.year !== undefined && `${mark.year}-${inYear(mark)}` < today;

/** Whether a time falls on one day of a year, and on no other. */
export function fallsOn(time: Timing, month: number, day: number): boolean {
  const wanted = inYear({ month, day });
  const once = onceSpan(time);
  if (once !== undefined) return once.first === once.last && once.last.endsWith(wanted);
  const again = repetition(time);
  return again !== undefined && eachYear(again).map(inYear).join() === wanted;
}

/** Shelves of a calendar, in order: what has an end, what comes on days, what goes on, the rest. */
const timingShelves = [
  'fixed',
  'yearly',
  'school-year',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'each-year',
  'ongoing',
  'periodic',
  'event',
  'on-instruction',
  'not-stated',
] as const;
export type TimingShelf = (typeof timingShelves)[number];

/** The shelf of a calendar on which a time lies. */
export function timingShelf(time: Timing): TimingShelf {
  switch (time.kind) {
    case 'day':
    case 'by':
    case 'before':
    case 'period':
    case 'once':
    case 'quarter':
    case 'year':
      return 'fixed';
    case 'yearly':
      return time.month === undefined ? 'each-year' : 'yearly';
    default:
      return time.kind;
  }
}

/** Sort key: by shelf, then by the days in it. */
export function timingOrder(time: Timing): string {
  const again = repetition(time);
  const start = time.kind === 'school-year' ? time.years : 'from' in time ? time.from : undefined;
  const days = again === undefined ? (onceSpan(time)?.last ?? start) : eachYear(again).map(inYear).join();
  return `${twoDigits(timingShelves.indexOf(timingShelf(time)))} ${days ?? ''}`;
}

/** The month `YYYY-MM` in which work that comes once is due; undefined where a wider time is all we know. */
export function dueMonth(time: Timing): string | undefined {
  const exact = time.kind === 'by' ? time.date : time.kind === 'period' ? time.until : '0000-00';
  if (time.kind === 'quarter' || time.kind === 'year' || exact.length === 4) return undefined;
  return onceSpan(time)?.last.slice(0, 7);
}

/** Names of the phrases that a time is told with, in the group `timing` of the words. */
export const timingPhrases = [
  'day',
  'month',
  'year',
  'quarter',
  'by',
  'before',
  'period',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'yearly',
  'ongoing',
  'periodic',
  'ofMonth',
  'ofQuarter',
  'ofYear',
  'from',
  'until',
  'schoolYear',
  'onInstruction',
  'notStated',
] as const;
type Say = (
  phrase: (typeof timingPhrases)[number],
  values?: Readonly<Record<string, string | number>>,
) => string;

/** A date with its noun: “ngày 10/10/2026”, “tháng 10/2026”, “năm 2026”. */
function dateText(date: string, say: Say): string {
  const noun = date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
  return say(noun, { date: date.split('-').reverse().map(Number).join('/') });
}

/** What comes again: “hằng tháng”, “chậm nhất ngày 15 hằng tháng, từ tháng 3/2026, đến năm 2027”. */
function againText(time: Bounds & { readonly kind: string }, what: string, say: Say): string {
  const limit = 'limit' in time && (time.limit === 'by' || time.limit === 'before') ? time.limit : undefined;
  return [
    limit === undefined ? what : say(limit, { date: what }),
    ...(time.from === undefined ? [] : [say('from', { date: dateText(time.from, say) })]),
    ...(time.until === undefined ? [] : [say('until', { date: dateText(time.until, say) })]),
  ].join(', ');
}

/** The days of the month or of the year on which work comes again. */
function againDay(time: Timing & { readonly kind: 'monthly' | 'quarterly' | 'yearly' }, say: Say): string {
  if (time.kind !== 'yearly') {
    const phrase = time.kind === 'monthly' ? 'ofMonth' : 'ofQuarter';
    return time.day === undefined ? say(time.kind) : say(phrase, { day: time.day });
  }
  if (time.month === undefined) return say('yearly');
  const date = time.day === undefined ? 'month' : 'day';
  return say('ofYear', { date: say(date, { date: [time.day ?? [], time.month].flat().join('/') }) });
}

function plainText(time: Timing, say: Say): string {
  switch (time.kind) {
    case 'day':
      return dateText(time.day, say);
    case 'once':
      return dateText(time.month, say);
    case 'year':
      return dateText(String(time.year), say);
    case 'by':
    case 'before':
      return say(time.kind, { date: dateText(time.date, say) });
    case 'period':
      return say('period', { from: dateText(time.from, say), until: dateText(time.until, say) });
    case 'quarter':
      return say('quarter', { quarter: ['I', 'II', 'III', 'IV'][time.quarter - 1] ?? '', year: time.year });
    case 'event':
      return time.event;
    case 'monthly':
    case 'quarterly':
    case 'yearly':
      return againText(time, againDay(time, say), say);
    case 'school-year':
      return say('schoolYear', { years: time.years.replace('-', '–') });
    case 'on-instruction':
      return say('onInstruction');
    case 'not-stated':
      return say('notStated');
    default:
      return againText(time, say(time.kind), say);
  }
}

/** A time in words, without the document's own wording; `say` fills a phrase of the words. */
export function timingText(time: Timing, say: Say): string {
  const text = plainText(time, say);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
