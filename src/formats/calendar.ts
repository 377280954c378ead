/** The campaign's calendar as iCalendar (RFC 5545): CRLF, lines folded at 75 bytes, UIDs that never change. */
import { absolute, pages } from '../domain/address.ts';
import { addDays } from '../domain/schedule.ts';
import type { Handbook } from '../handbook/handbook.ts';

const escape = (s: string): string => s.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');
const compact = (day: string): string => day.replaceAll('-', '');

/** Folds one content line at 75 bytes, never inside a character. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const ch of line) {
    const n = Buffer.byteLength(ch);
    if (bytes + n > 75) { parts.push(part); part = ' '; bytes = 1; }
    part += ch;
    bytes += n;
  }
  return [...parts, part].join('\r\n');
}

interface CalendarEntry { readonly uid: string; readonly day: string; readonly title: string; readonly about: string; readonly url: string; readonly rule?: string }

/** Events of the calendar: months of tasks, yearly days, quarter reports. */
export function calendarEntries({ tasks, plans, site }: Pick<Handbook, 'tasks' | 'plans' | 'site'>): CalendarEntry[] {
  const host = new URL(site.url).hostname;
  const fromTasks = tasks.flatMap((x): CalendarEntry[] => {
    const time = x.data.time;
    const base = { uid: `nhiem-vu-${x.id.replaceAll('/', '-')}@${host}`, title: `${x.data.title} (${x.plan.data.short})`, about: x.data.summary, url: absolute(site.url, x.address) };
    // A month's task is placed on the month's first day; the plan names no day.
    if (time.kind === 'once') return [{ ...base, day: `${time.month}-01`, about: `Hạn: ${time.words}. ${x.data.summary}` }];
    if (time.kind === 'yearly') return [{ ...base, day: `${x.plan.data.date?.slice(0, 4) ?? x.plan.data.year ?? 2025}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`, rule: 'FREQ=YEARLY' }];
    return [];
  });
  const reports = plans.flatMap((p): CalendarEntry[] => {
    const r = p.data.reporting;
    if (!r || r.every !== 'quarter' || r.day === undefined) return [];
    const first = `${p.data.date?.slice(0, 4) ?? p.data.year ?? 2025}-03-${String(r.day).padStart(2, '0')}`;
    return [{ uid: `bao-cao-${p.id}@${host}`, day: r.limit === 'before' ? addDays(first, -1) : first, title: `Báo cáo quý: ${p.data.short}`, about: r.words, url: absolute(site.url, `${p.address}#bao-cao`), rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12' }];
  });
  return [...fromTasks, ...reports];
}

/** The whole file. The stamp is the edition's day, so that two builds of one edition are the same. */
export function calendarFile(h: Pick<Handbook, 'tasks' | 'plans' | 'site' | 'edition'>): string {
  const stamp = `${compact(h.edition)}T000000Z`;
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${h.site.name}//Lich phong trao//VI`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escape(`Lịch phong trào – ${h.site.name}`)}`, `URL:${absolute(h.site.url, pages.calendarFile)}`,
    ...calendarEntries(h).flatMap((e) => [
      'BEGIN:VEVENT', `UID:${e.uid}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${compact(e.day)}`, `DTEND;VALUE=DATE:${compact(addDays(e.day, 1))}`, ...(e.rule ? [`RRULE:${e.rule}`] : []),
      `SUMMARY:${escape(e.title)}`, `DESCRIPTION:${escape(e.about)}`, `URL:${e.url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}
