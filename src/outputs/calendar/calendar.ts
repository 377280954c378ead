/**
 * The campaign's calendar as iCalendar (RFC 5545): CRLF, lines folded at 75 bytes, UIDs that never change.
 */
import { foldLine } from '../../formats/ics.ts';
import { absolute, pages, unitFileAddress } from '../../domain/address.ts';
import { addDays, firstDayOf, lastDayOf } from '../../domain/days.ts';
import { calendarHolds, documentWords } from '../../domain/timing.ts';
import type { Handbook, Plan, Task, Unit } from '../../handbook/handbook.ts';
import { festival } from '../../views/event.ts';
import { plansOfUnit, reportTiming } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';
import { calendarDays, type CalendarDays } from './recurrence.ts';

const escape = (title: string): string => title.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');
const compact = (day: string): string => day.replaceAll('-', '');

/** What every UID ends with. Not the site's host: who moves to another domain keeps the events. */
const home = 'so-tay-binh-dan-hoc-vu-so';

/**
 * Which version of its events a file holds (RFC 5545, SEQUENCE): days from 2025 to the edition, so that a
 * later edition replaces what a calendar took from an earlier one. Never below 0.
 */
const sequenceOf = (edition: string): number =>
  Math.max(0, Math.round((Date.parse(edition) - Date.parse('2025-01-01')) / 86_400_000));

interface CalendarEntry extends CalendarDays {
  readonly uid: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
}
type Book = Pick<Handbook, 'site' | 'edition'>;

/**
 * Days between which a plan's work comes again. A plan that states no day of its own begins with the year of
 * its first target. What has no end in the plan is written to the end of the year after the edition; a later
 * edition goes on from there, and nobody's calendar is filled for ever.
 */
function boundsOf({ data }: Plan, edition: string): { readonly first: string; readonly last: string } {
  const years = data.indicators.map(({ year }) => year);
  const year = data.year ?? (years.length > 0 ? Math.min(...years) : edition.slice(0, 4));
  const first = data.period?.from ?? data.date ?? String(year);
  return { first: firstDayOf(first), last: data.period ? lastDayOf(data.period.until) : horizon(edition) };
}
/** What is said of work that goes on after the last day that this edition writes down. */
const goesOn = ({ rule }: CalendarDays, edition: string): string =>
  rule?.endsWith(compact(horizon(edition)))
    ? ` ${t('calendar.goesOn', { year: horizon(edition).slice(0, 4) })}`
    : '';
/** Says that the day of a reminder is not the document's. */
const remindsOn = ({ reminds }: CalendarDays): string =>
  reminds ? ` ${t(`calendar.remind_${reminds}`)}` : '';
const horizon = (edition: string): string => lastDayOf(String(Number(edition.slice(0, 4)) + 1));

function taskEntries(tasks: readonly Task[], { site, edition }: Book): CalendarEntry[] {
  return tasks.flatMap((task): CalendarEntry[] => {
    const days = calendarDays(task.data.time, boundsOf(task.plan, edition));
    if (days === undefined) return [];
    const words = documentWords(task.data.time);
    return [
      {
        ...days,
        uid: `nhiem-vu-${task.id.replaceAll('/', '-')}@${home}`,
        title: `${task.data.title} (${task.plan.data.short})`,
        about:
          days.rule === undefined
            ? `Hạn: ${words}. ${task.data.summary}`
            : [task.data.summary, remindsOn(days), goesOn(days, edition)].join(''),
        url: absolute(site.url, task.address),
      },
    ];
  });
}

function reportEntries(plans: readonly Plan[], { site, edition }: Book): CalendarEntry[] {
  return plans.flatMap((plan): CalendarEntry[] => {
    const timing = reportTiming(plan);
    const days = timing && calendarDays(timing, boundsOf(plan, edition));
    if (days === undefined) return [];
    return [
      {
        ...days,
        uid: `bao-cao-${plan.id}@${home}`,
        title: `${timing?.kind === 'quarterly' ? 'Báo cáo quý' : 'Báo cáo'}: ${plan.data.short}`,
        about: (plan.data.reporting?.words ?? '') + goesOn(days, edition),
        url: absolute(site.url, `${plan.address}#bao-cao`),
      },
    ];
  });
}

/** Events of the calendar: months of tasks, yearly days, quarter reports. */
export const calendarEntries = (handbook: Book & Pick<Handbook, 'tasks' | 'plans'>): CalendarEntry[] => [
  ...taskEntries(handbook.tasks, handbook),
  ...reportEntries(handbook.plans, handbook),
];

/**
 * Events of a unit: its own tasks and the reports of its plans. The UIDs are those of the whole calendar, so
 * that who takes both sees each once.
 */
const unitCalendarEntries = (unit: Unit, handbook: Book & Pick<Handbook, 'plans'>): CalendarEntry[] => [
  ...taskEntries([...unit.leads, ...unit.joins], handbook),
  ...reportEntries(plansOfUnit(unit, handbook.plans), handbook),
];

/**
 * Events of the festival: the day itself each year, and each point of its checklist. The UIDs hang on the
 * session and the number of days, never on words.
 */
export function eventCalendarEntries({
  programmes,
  site,
  edition,
}: Pick<Handbook, 'programmes' | 'site' | 'edition'>): CalendarEntry[] {
  const { programme, event } = festival(programmes);
  const date = `${edition.slice(0, 4)}-${String(event.month).padStart(2, '0')}-${String(event.day).padStart(2, '0')}`;
  const base = {
    url: absolute(site.url, pages.event),
    rule: `FREQ=YEARLY;UNTIL=${compact(horizon(edition))}`,
  };
  const oneDay = (day: string): CalendarDays => ({ first: day, last: day });
  const minutes = event.programme.at(-1)!.to;
  return [
    {
      ...base,
      uid: `ngay-hoi-${programme.id}@${home}`,
      ...oneDay(date),
      title: event.name,
      about: t('event.calendarAbout', { n: minutes, begins: event.begins }),
    },
    ...event.checklist
      .filter((stage) => stage.days !== 0)
      .map((stage) => ({
        ...base,
        uid: `ngay-hoi-${programme.id}-${stage.days < 0 ? 'truoc' : 'sau'}-${Math.abs(stage.days)}@${home}`,
        ...oneDay(addDays(date, stage.days)),
        title: t('event.calendarStep', { when: stage.when }),
        about: stage.things.join('\n'),
      })),
  ];
}

/** A whole file. The stamp is the edition's day, so that two builds of one edition are the same. */
function file(
  name: string,
  address: string,
  entries: readonly CalendarEntry[],
  handbook: Pick<Handbook, 'site' | 'edition'>,
  about?: string,
): string {
  const stamp = `${compact(handbook.edition)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${handbook.site.name}//Lich phong trao//VI`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(`${name} – ${handbook.site.name}`)}`,
    ...(about === undefined ? [] : [`X-WR-CALDESC:${escape(about)}`]),
    `URL:${absolute(handbook.site.url, address)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequenceOf(handbook.edition)}`,
      `DTSTART;VALUE=DATE:${compact(entry.first)}`,
      `DTEND;VALUE=DATE:${compact(addDays(entry.last, 1))}`,
      ...(entry.rule ? [`RRULE:${entry.rule}`] : []),
      ...(entry.also ? [`RDATE;VALUE=DATE:${[entry.first, ...entry.also].map(compact).join(',')}`] : []),
      `SUMMARY:${escape(entry.title)}`,
      `DESCRIPTION:${escape(entry.about)}`,
      `URL:${entry.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

/** What a calendar leaves out and why, as its description; undefined when it holds every task. */
function leftOut(tasks: readonly Task[], address: string, { site }: Book): string | undefined {
  const n = tasks.filter(({ data }) => !calendarHolds(data.time)).length;
  return n === 0 ? undefined : t('calendar.noDays', { n, address: absolute(site.url, address) });
}

/** The campaign's calendar. */
export function calendarFile(handbook: Pick<Handbook, 'tasks' | 'plans' | 'site' | 'edition'>): string {
  const about = leftOut(handbook.tasks, pages.calendar, handbook);
  return file(t('calendar.title'), pages.calendarFile, calendarEntries(handbook), handbook, about);
}

/** The calendar of one unit. Call only when `unitCalendarEntries` has any. */
export function unitCalendarFile(unit: Unit, handbook: Pick<Handbook, 'plans' | 'site' | 'edition'>): string {
  return file(
    t('unit.calendarName', { name: unit.data.short ?? unit.data.name }),
    unitFileAddress(unit.id, 'calendar'),
    unitCalendarEntries(unit, handbook),
    handbook,
    leftOut([...unit.leads, ...unit.joins], unit.address, handbook),
  );
}

/** The festival of 10 October with its preparations. */
export function eventCalendarFile(handbook: Pick<Handbook, 'programmes' | 'site' | 'edition'>): string {
  return file(t('event.calendarName'), pages.eventFile, eventCalendarEntries(handbook), handbook);
}
