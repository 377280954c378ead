/** The desk of a unit: what it leads and joins, what is due, what to hand out and to run, what to take along. */
import { announcementAddress, unitFileAddress, unitFiles } from '../domain/address.ts';
import { reportDay, quarterEnds } from '../handbook/schedule.ts';
import { byTime, type Handbook, type Unit } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, unitLink, type GuideLink, type Link } from './link.ts';
import { taskRow, type TaskRow } from './task.ts';
import { plansOfUnit, reportsQuarterly, unitDownloads, unitHandouts, unitSessions } from './unit-work.ts';

/** Something due. `day` is absent when the plan names a month only, `year` when it comes each year. */
export interface DueRow {
  readonly month: number;
  readonly day?: number;
  readonly year?: number;
  readonly when: string;
  readonly what: string;
  readonly href: string;
}

export interface UnitView {
  /** Level of government; absent for a part of a unit of that level, as a department of a ministry is not a ministry. */
  readonly level?: string;
  readonly name: string;
  readonly about?: string;
  readonly spellings: readonly string[];
  readonly group: boolean;
  readonly parent?: Link;
  readonly children: readonly Link[];
  readonly issues: readonly Link[];
  readonly leads: readonly TaskRow[];
  readonly joins: readonly TaskRow[];
  readonly duties: readonly { readonly plan: Link; readonly duties: readonly string[] }[];
  /** Days that come each year and months still to come, by quarter; quarters without any are left out. */
  readonly quarters: readonly { readonly quarter: number; readonly due: readonly DueRow[] }[];
  /** Months that had passed when this edition was made. */
  readonly past: readonly DueRow[];
  /** How many tasks have no day: standing work, school years, on instruction. */
  readonly standing: number;
  /** Whom the unit reports to, and the rule, in the plan's words; empty when no plan of its own asks for quarterly reports. */
  readonly reporting: readonly { readonly plan: Link; readonly words: string; readonly receives: boolean }[];
  readonly handouts: readonly {
    readonly audience?: string;
    readonly address?: string;
    readonly guides: readonly (GuideLink & { readonly announce: string })[];
  }[];
  readonly sessions: readonly {
    readonly href: string;
    readonly title: string;
    readonly minutes: number;
    readonly note: string;
  }[];
  readonly downloads: readonly {
    readonly href: string;
    readonly name: string;
    readonly text: string;
    readonly note: string;
  }[];
}

/** `h.edition` decides which months have passed, so that an edition is the same whenever it is built. */
export function unitView(u: Unit, h: Pick<Handbook, 'plans' | 'programmes' | 'edition'>): UnitView {
  const plans = plansOfUnit(u, h.plans);
  const tasks = byTime([...new Set([...u.leads, ...u.joins])]);
  const due: DueRow[] = tasks.flatMap((x): DueRow[] => {
    const time = x.data.time;
    const base = { what: x.data.title, href: x.address };
    if (time.kind === 'once') {
      const [year, month] = time.month.split('-').map(Number) as [number, number];
      return [{ ...base, year, month, when: t('task.once', { month: `${month}/${year}` }) }];
    }
    return time.kind === 'yearly'
      ? [
          {
            ...base,
            month: time.month,
            day: time.day,
            when: t('task.yearly', { day: `${time.day}/${time.month}` }),
          },
        ]
      : [];
  });
  const year = h.edition.slice(0, 4);
  for (const plan of plans.filter(reportsQuarterly)) {
    const r = plan.data.reporting!;
    quarterEnds.forEach((m, i) => {
      const [, month, day] = reportDay(`${year}-${String(m).padStart(2, '0')}`, r.day!, r.limit ?? 'by')
        .split('-')
        .map(Number) as [number, number, number];
      due.push({
        month,
        day,
        when: t('calendar.by', { day: `${day}/${month}` }),
        what: `${t(r.to.includes(u.id) ? 'unit.receive' : 'unit.report', { q: i + 1 })}: ${plan.data.short}`,
        href: `${plan.address}#bao-cao`,
      });
    });
  }
  const passed = (d: DueRow): boolean =>
    d.year !== undefined && `${d.year}-${String(d.month).padStart(2, '0')}` < h.edition.slice(0, 7);
  const coming = due
    .filter((d) => !passed(d))
    .sort((a, b) => a.month - b.month || (a.day ?? 32) - (b.day ?? 32));
  return {
    name: u.data.name,
    ...(u.parent?.data.level === u.data.level ? {} : { level: t(`level.${u.data.level}`) }),
    spellings: u.data.spellings,
    group: u.data.kind === 'group',
    ...(u.data.about ? { about: u.data.about } : {}),
    ...(u.parent ? { parent: unitLink(u.parent) } : {}),
    children: u.children.map(unitLink),
    issues: u.issues.map((p) => ({ href: p.address, text: p.data.title })),
    leads: byTime(u.leads).map(taskRow),
    joins: byTime(u.joins).map(taskRow),
    duties: u.duties.map((d) => ({
      plan: { href: d.plan.address, text: d.plan.data.short },
      duties: d.duties,
    })),
    quarters: [1, 2, 3, 4]
      .map((quarter) => ({ quarter, due: coming.filter((d) => Math.ceil(d.month / 3) === quarter) }))
      .filter((q) => q.due.length > 0),
    past: due.filter(passed),
    standing: tasks.filter((x) => x.data.time.kind !== 'once' && x.data.time.kind !== 'yearly').length,
    reporting: plans.filter(reportsQuarterly).map((p) => ({
      plan: { href: `${p.address}#bao-cao`, text: p.data.short },
      words: p.data.reporting!.words,
      receives: p.data.reporting!.to.includes(u.id),
    })),
    handouts: unitHandouts(u).map((g) => ({
      ...g,
      guides: g.guides.map((x) => ({ ...guideLink(x), announce: announcementAddress(x.data.number) })),
    })),
    sessions: unitSessions(u, h.programmes).map((p) => ({
      href: p.address,
      title: p.data.title,
      minutes: p.data.minutes,
      note: p.data.summary,
    })),
    downloads: unitDownloads(u).map((f) => ({
      href: unitFileAddress(u.id, f),
      name: `${u.id}-${unitFiles[f]}`,
      text: t(`unit.file_${f}`),
      note: t(`unit.note_${f}`),
    })),
  };
}
