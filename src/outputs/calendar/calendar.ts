/** The campaign's calendar as iCalendar (RFC 5545): CRLF, lines folded at 75 bytes, UIDs that never change. */
import { absolute, pages, unitFileAddress } from '../../domain/address.ts';
import { addDays, quarterReportDays, quarterReportRule } from '../../handbook/schedule.ts';
import type { Handbook, Plan, Task, Unit } from '../../handbook/handbook.ts';
import { festival } from '../../views/event.ts';
import { plansOfUnit } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';

const escape = (s: string): string => s.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');
const compact = (day: string): string => day.replaceAll('-', '');

/** Folds one content line at 75 bytes, never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const ch of line) {
    const n = Buffer.byteLength(ch);
    if (bytes + n > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += ch;
    bytes += n;
  }
  return [...parts, part].join('\r\n');
}

interface CalendarEntry {
  readonly uid: string;
  readonly day: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  readonly rule?: string;
}

/** Year in which a plan's repeated days begin. */
const firstYear = (p: Plan): number => Number(p.data.date?.slice(0, 4) ?? p.data.year ?? 2025);

function taskEntries(tasks: readonly Task[], site: Handbook['site']): CalendarEntry[] {
  const host = new URL(site.url).hostname;
  return tasks.flatMap((x): CalendarEntry[] => {
    const time = x.data.time;
    const base = {
      uid: `nhiem-vu-${x.id.replaceAll('/', '-')}@${host}`,
      title: `${x.data.title} (${x.plan.data.short})`,
      about: x.data.summary,
      url: absolute(site.url, x.address),
    };
    // A month's task is placed on the month's first day; the plan names no day.
    if (time.kind === 'once')
      return [{ ...base, day: `${time.month}-01`, about: `Hạn: ${time.words}. ${x.data.summary}` }];
    if (time.kind === 'yearly')
      return [
        {
          ...base,
          day: `${firstYear(x.plan)}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`,
          rule: 'FREQ=YEARLY',
        },
      ];
    return [];
  });
}

function reportEntries(plans: readonly Plan[], site: Handbook['site']): CalendarEntry[] {
  const host = new URL(site.url).hostname;
  return plans.flatMap((p): CalendarEntry[] => {
    const r = p.data.reporting;
    if (!r || r.every !== 'quarter' || r.day === undefined) return [];
    const limit = r.limit ?? 'by';
    return [
      {
        uid: `bao-cao-${p.id}@${host}`,
        day: quarterReportDays(firstYear(p), r.day, limit)[0]!,
        title: `Báo cáo quý: ${p.data.short}`,
        about: r.words,
        url: absolute(site.url, `${p.address}#bao-cao`),
        rule: quarterReportRule(r.day, limit),
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

/** Events of a unit: its own tasks and the reports of its plans. The UIDs are those of the whole calendar, so that who takes both sees each once. */
export function unitCalendarEntries(
  u: Unit,
  { plans, site }: Pick<Handbook, 'plans' | 'site'>,
): CalendarEntry[] {
  return [...taskEntries([...u.leads, ...u.joins], site), ...reportEntries(plansOfUnit(u, plans), site)];
}

/** Events of the festival: the day itself each year, and each point of its checklist. The UIDs hang on the session and the number of days, never on words. */
export function eventCalendarEntries({
  programmes,
  site,
  edition,
}: Pick<Handbook, 'programmes' | 'site' | 'edition'>): CalendarEntry[] {
  const { programme, event } = festival(programmes);
  const host = new URL(site.url).hostname;
  const date = `${edition.slice(0, 4)}-${String(event.month).padStart(2, '0')}-${String(event.day).padStart(2, '0')}`;
  const base = { url: absolute(site.url, pages.event), rule: 'FREQ=YEARLY' };
  const minutes = event.programme.at(-1)!.to;
  return [
    {
      ...base,
      uid: `ngay-hoi-${programme.id}@${host}`,
      day: date,
      title: event.name,
      about: t('event.calendarAbout', { n: minutes, begins: event.begins }),
    },
    ...event.checklist
      .filter((c) => c.days !== 0)
      .map((c) => ({
        ...base,
        uid: `ngay-hoi-${programme.id}-${c.days < 0 ? 'truoc' : 'sau'}-${Math.abs(c.days)}@${host}`,
        day: addDays(date, c.days),
        title: t('event.calendarStep', { when: c.when }),
        about: c.things.join('\n'),
      })),
  ];
}

/** A whole file. The stamp is the edition's day, so that two builds of one edition are the same. */
function file(
  name: string,
  address: string,
  entries: readonly CalendarEntry[],
  h: Pick<Handbook, 'site' | 'edition'>,
): string {
  const stamp = `${compact(h.edition)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${h.site.name}//Lich phong trao//VI`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(`${name} – ${h.site.name}`)}`,
    `URL:${absolute(h.site.url, address)}`,
    ...entries.flatMap((e) => [
      'BEGIN:VEVENT',
      `UID:${e.uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(e.day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(e.day, 1))}`,
      ...(e.rule ? [`RRULE:${e.rule}`] : []),
      `SUMMARY:${escape(e.title)}`,
      `DESCRIPTION:${escape(e.about)}`,
      `URL:${e.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

/** The campaign's calendar. */
export function calendarFile(h: Pick<Handbook, 'tasks' | 'plans' | 'site' | 'edition'>): string {
  return file(t('calendar.title'), pages.calendarFile, calendarEntries(h), h);
}

/** The calendar of one unit. Call only when `unitCalendarEntries` has any. */
export function unitCalendarFile(u: Unit, h: Pick<Handbook, 'plans' | 'site' | 'edition'>): string {
  return file(
    t('unit.calendarName', { name: u.data.short ?? u.data.name }),
    unitFileAddress(u.id, 'calendar'),
    unitCalendarEntries(u, h),
    h,
  );
}

/** The festival of 10 October with its preparations. */
export function eventCalendarFile(h: Pick<Handbook, 'programmes' | 'site' | 'edition'>): string {
  return file(t('event.calendarName'), pages.eventFile, eventCalendarEntries(h), h);
}
