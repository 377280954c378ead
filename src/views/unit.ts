/** What a unit leads and joins, and when it is due. */
import { quarterReportDays } from '../domain/schedule.ts';
import { byTime, type Unit } from '../handbook/handbook.ts';
import { dayWords, t } from '../words/words.ts';
import { unitLink, type Link } from './link.ts';
import { taskRow, type TaskRow } from './task.ts';

export interface UnitView {
  readonly name: string; readonly level: string; readonly about?: string; readonly spellings: readonly string[]; readonly group: boolean;
  readonly parent?: Link; readonly children: readonly Link[]; readonly issues: readonly Link[];
  readonly leads: readonly TaskRow[]; readonly joins: readonly TaskRow[];
  readonly duties: readonly { readonly plan: Link; readonly duties: readonly string[] }[];
  /** Fixed days, soonest first: months of tasks, yearly days, quarter reports. */
  readonly due: readonly { readonly when: string; readonly what: string; readonly href: string }[];
}

/** Year for which quarter days are listed. */
export function unitView(u: Unit, year: number): UnitView {
  const tasks = byTime([...u.leads, ...u.joins]);
  const due: UnitView['due'][number][] = tasks.flatMap((x) => (x.data.time.kind === 'once' || x.data.time.kind === 'yearly' ? [{ when: taskRow(x).when, what: x.data.title, href: x.address }] : []));
  for (const plan of new Set([...u.leads, ...u.joins].map((x) => x.plan).concat(u.duties.map((d) => d.plan)))) {
    const r = plan.data.reporting;
    if (r?.every !== 'quarter' || r.day === undefined) continue;
    quarterReportDays(year, r.day, r.limit ?? 'by').forEach((day, i) => due.push({ when: t('calendar.by', { day: dayWords(day) }), what: `${t('unit.report', { q: i + 1 })}: ${plan.data.short}`, href: `${plan.address}#bao-cao` }));
  }
  return {
    name: u.data.name, level: t(`level.${u.data.level}`), spellings: u.data.spellings, group: u.data.kind === 'group',
    ...(u.data.about ? { about: u.data.about } : {}), ...(u.parent ? { parent: unitLink(u.parent) } : {}),
    children: u.children.map(unitLink), issues: u.issues.map((p) => ({ href: p.address, text: p.data.title })),
    leads: byTime(u.leads).map(taskRow), joins: byTime(u.joins).map(taskRow),
    duties: u.duties.map((d) => ({ plan: { href: d.plan.address, text: d.plan.data.short }, duties: d.duties })), due,
  };
}
