/**
 * The campaign's calendar as iCalendar (RFC 5545): CRLF, lines folded at 75 bytes, UIDs that never change.
 */
import { absolute, pages, unitFileAddress } from '../../domain/address.ts';
import { addDays, lastDay, quarterReportDays, quarterReportRule } from '../../handbook/schedule.ts';
import type { Handbook, Plan, Task, Unit } from '../../handbook/handbook.ts';
import { festival } from '../../views/event.ts';
import { plansOfUnit } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';

const escape = (title: string): string => title.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');
const compact = (day: string): string => day.replaceAll('-', '');

/** Folds one content line at 75 bytes, never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const ch of line) {
    const length = Buffer.byteLength(ch);
    if (bytes + length > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += ch;
    bytes += length;
  }
  return [...parts, part].join('\r\n');
}

/** What every UID ends with. Not the site's host: who moves to another domain keeps the events. */
const home = 'so-tay-binh-dan-hoc-vu-so';

/**
 * Which version of its events a file holds (RFC 5545, SEQUENCE): days from 2025 to the edition, so that a
 * later edition replaces what a calendar took from an earlier one. Never below 0.
 */
const sequenceOf = (edition: string): number =>
  Math.max(0, Math.round((Date.parse(edition) - Date.parse('2025-01-01')) / 86_400_000));

interface CalendarEntry {
  readonly uid: string;
  readonly day: string;
  /** Last day, where it is another than `day`. */
  readonly last?: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  readonly rule?: string;
}

/** Year in which a plan's repeated days begin. */
const firstYear = (plan: Plan): number => Number(plan.data.date?.slice(0, 4) ?? plan.data.year ?? 2025);

function taskEntries(tasks: readonly Task[], site: Handbook['site']): CalendarEntry[] {
  return tasks.flatMap((task): CalendarEntry[] => {
    const time = task.data.time;
    const base = {
      uid: `nhiem-vu-${task.id.replaceAll('/', '-')}@${home}`,
      title: `${task.data.title} (${task.plan.data.short})`,
      about: task.data.summary,
      url: absolute(site.url, task.address),
    };
    // The plan names no day, so that the task takes the whole month and not one day of it.
    if (time.kind === 'once')
      return [
        {
          ...base,
          day: `${time.month}-01`,
          last: lastDay(time.month),
          about: `Hạn: ${time.words}. ${task.data.summary}`,
        },
      ];
    if (time.kind === 'yearly')
      return [
        {
          ...base,
          day: `${firstYear(task.plan)}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`,
          rule: 'FREQ=YEARLY',
        },
      ];
    return [];
  });
}

function reportEntries(plans: readonly Plan[], site: Handbook['site']): CalendarEntry[] {
  return plans.flatMap((plan): CalendarEntry[] => {
    const reporting = plan.data.reporting;
    if (!reporting || reporting.every !== 'quarter' || reporting.day === undefined) return [];
    const limit = reporting.limit ?? 'by';
    return [
      {
        uid: `bao-cao-${plan.id}@${home}`,
        day: quarterReportDays(firstYear(plan), reporting.day, limit)[0]!,
        title: `Báo cáo quý: ${plan.data.short}`,
        about: reporting.words,
        url: absolute(site.url, `${plan.address}#bao-cao`),
        rule: quarterReportRule(reporting.day, limit),
      },
    ];
  });
}

/** Events of the calendar: months of tasks, yearly days, quarter reports. */
export function calendarEntries({
  tasks,
  plans,
  site,
}: Pick<Handbook, 'tasks' | 'plans' | 'site'>): CalendarEntry[] {
  return [...taskEntries(tasks, site), ...reportEntries(plans, site)];
}

/**
 * Events of a unit: its own tasks and the reports of its plans. The UIDs are those of the whole calendar, so
 * that who takes both sees each once.
 */
function unitCalendarEntries(unit: Unit, { plans, site }: Pick<Handbook, 'plans' | 'site'>): CalendarEntry[] {
  return [
    ...taskEntries([...unit.leads, ...unit.joins], site),
    ...reportEntries(plansOfUnit(unit, plans), site),
  ];
}

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
  const base = { url: absolute(site.url, pages.event), rule: 'FREQ=YEARLY' };
  const minutes = event.programme.at(-1)!.to;
  return [
    {
      ...base,
      uid: `ngay-hoi-${programme.id}@${home}`,
      day: date,
      title: event.name,
      about: t('event.calendarAbout', { n: minutes, begins: event.begins }),
    },
    ...event.checklist
      .filter((stage) => stage.days !== 0)
      .map((stage) => ({
        ...base,
        uid: `ngay-hoi-${programme.id}-${stage.days < 0 ? 'truoc' : 'sau'}-${Math.abs(stage.days)}@${home}`,
        day: addDays(date, stage.days),
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
): string {
  const stamp = `${compact(handbook.edition)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${handbook.site.name}//Lich phong trao//VI`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(`${name} – ${handbook.site.name}`)}`,
    `URL:${absolute(handbook.site.url, address)}`,
    ...entries.flatMap((entry) => [
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${stamp}`,
      `SEQUENCE:${sequenceOf(handbook.edition)}`,
      `DTSTART;VALUE=DATE:${compact(entry.day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(entry.last ?? entry.day, 1))}`,
      ...(entry.rule ? [`RRULE:${entry.rule}`] : []),
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

/** The campaign's calendar. */
export function calendarFile(handbook: Pick<Handbook, 'tasks' | 'plans' | 'site' | 'edition'>): string {
  return file(t('calendar.title'), pages.calendarFile, calendarEntries(handbook), handbook);
}

/** The calendar of one unit. Call only when `unitCalendarEntries` has any. */
export function unitCalendarFile(unit: Unit, handbook: Pick<Handbook, 'plans' | 'site' | 'edition'>): string {
  return file(
    t('unit.calendarName', { name: unit.data.short ?? unit.data.name }),
    unitFileAddress(unit.id, 'calendar'),
    unitCalendarEntries(unit, handbook),
    handbook,
  );
}

/** The festival of 10 October with its preparations. */
export function eventCalendarFile(handbook: Pick<Handbook, 'programmes' | 'site' | 'edition'>): string {
  return file(t('event.calendarName'), pages.eventFile, eventCalendarEntries(handbook), handbook);
}
