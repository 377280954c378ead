/**
 * The desk of a unit: what it leads and joins, what is due, what to hand out and to run, what to take along.
 */
import { announcementAddress, unitFileAddress, unitFiles } from '../domain/address.ts';
import { dueMarks, hasDays, isPast, type DueMark, type Timing } from '../domain/timing.ts';
import { byTime, type Handbook, type Plan, type Task, type Unit } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, unitLink, type GuideLink, type Link } from './link.ts';
import { taskRow, type TaskRow } from './task.ts';
import { timeWords } from './time.ts';
import { plansOfUnit, reportTiming, unitDownloads, unitHandouts, unitSessions } from './unit-work.ts';

/** Something due. */
interface DueRow extends DueMark {
  readonly when: string;
  readonly what: string;
  readonly href: string;
}

export interface UnitView {
  /**
   * Level of government; absent for a part of a unit of that level, as a department of a ministry is not a
   * ministry.
   */
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
  /**
   * Whom the unit reports to, and the rule, in the plan's words; empty when no plan of its own asks for
   * quarterly reports.
   */
  readonly reporting: readonly { readonly plan: Link; readonly words: string }[];
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

/** Where tasks stand in the year; standing work gives nothing. */
const tasksDue = (tasks: readonly Task[], today: string): DueRow[] =>
  tasks.flatMap(({ data, address, plan }) =>
    dueMarks(data.time, today, plan.data.period?.until).map((mark) => ({
      ...mark,
      when: timeWords(data.time),
      what: data.title,
      href: address,
    })),
  );

/** Days on which a unit sends a plan's reports, or receives them. */
function reportsDue(unit: Unit, plan: Plan, timing: Timing, today: string): DueRow[] {
  const doing = plan.data.reporting?.to.includes(unit.id) ? 'unit.receive' : 'unit.report';
  return dueMarks(timing, today, plan.data.period?.until).map((mark) => ({
    ...mark,
    when: t('calendar.by', { day: `${mark.day}/${mark.month}` }),
    what: `${t(doing, { q: Math.ceil(mark.month / 3) })}: ${plan.data.short}`,
    href: `${plan.address}#bao-cao`,
  }));
}

/** What a unit hands out, by group of readers. */
const handoutsOf = (unit: Unit): UnitView['handouts'] =>
  unitHandouts(unit).map((handout) => ({
    ...handout,
    guides: handout.guides.map((guide) => ({
      ...guideLink(guide),
      announce: announcementAddress(guide.data.number),
    })),
  }));

/** Ready sessions that a unit may run. */
const sessionsOf = (unit: Unit, programmes: Handbook['programmes']): UnitView['sessions'] =>
  unitSessions(unit, programmes).map((session) => ({
    href: session.address,
    title: session.data.title,
    minutes: session.data.minutes,
    note: session.data.summary,
  }));

/** `h.edition` decides which months have passed, so that an edition is the same whenever it is built. */
export function unitView(unit: Unit, handbook: Pick<Handbook, 'plans' | 'programmes' | 'edition'>): UnitView {
  const plans = plansOfUnit(unit, handbook.plans);
  const tasks = byTime([...new Set([...unit.leads, ...unit.joins])]);
  const reported = plans.flatMap((plan) => {
    const timing = reportTiming(plan);
    return timing === undefined ? [] : [{ plan, timing }];
  });
  const due = [
    ...tasksDue(tasks, handbook.edition),
    ...reported.flatMap(({ plan, timing }) => reportsDue(unit, plan, timing, handbook.edition)),
  ];
  const passed = (row: DueRow): boolean => isPast(row, handbook.edition);
  const coming = due
    .filter((row) => !passed(row))
    .sort((a, b) => a.month - b.month || (a.day ?? 32) - (b.day ?? 32));
  return {
    name: unit.data.name,
    ...(unit.parent?.data.level === unit.data.level ? {} : { level: t(`level.${unit.data.level}`) }),
    spellings: unit.data.spellings,
    group: unit.data.kind === 'group',
    ...(unit.data.about ? { about: unit.data.about } : {}),
    ...(unit.parent ? { parent: unitLink(unit.parent) } : {}),
    children: unit.children.map(unitLink),
    issues: unit.issues.map((plan) => ({ href: plan.address, text: plan.data.title })),
    leads: byTime(unit.leads).map(taskRow),
    joins: byTime(unit.joins).map(taskRow),
    duties: unit.duties.map((duty) => ({
      plan: { href: duty.plan.address, text: duty.plan.data.short },
      duties: duty.duties,
    })),
    quarters: [1, 2, 3, 4]
      .map((quarter) => ({ quarter, due: coming.filter((row) => Math.ceil(row.month / 3) === quarter) }))
      .filter((item) => item.due.length > 0),
    past: due.filter(passed),
    standing: tasks.filter((task) => !hasDays(task.data.time)).length,
    reporting: reported.map(({ plan }) => ({
      plan: { href: `${plan.address}#bao-cao`, text: plan.data.short },
      words: plan.data.reporting?.words ?? '',
    })),
    handouts: handoutsOf(unit),
    sessions: sessionsOf(unit, handbook.programmes),
    downloads: unitDownloads(unit).map((download) => ({
      href: unitFileAddress(unit.id, download),
      name: `${unit.id}-${unitFiles[download]}`,
      text: t(`unit.file_${download}`),
      note: t(`unit.note_${download}`),
    })),
  };
}

/** Units of one place in the list of all; without a name those that work everywhere. */
export interface UnitPlace {
  readonly place?: string;
  readonly units: readonly (Link & {
    /** Its name, spellings and place, for finding. */
    readonly names: string;
    /** How many tasks it leads and joins; empty when it has none. */
    readonly counts: string;
  })[];
}

const namesOf = ({ data }: Unit): string =>
  [data.name, ...data.spellings, ...(data.place === undefined ? [] : [data.place])].join(' ');

const countsOf = ({ leads, joins }: Unit): string =>
  [
    ...(leads.length > 0 ? [t('unit.leadsCount', { n: leads.length })] : []),
    ...(joins.length > 0 ? [t('unit.joinsCount', { n: joins.length })] : []),
  ].join(', ');

/** All units by place, in the order in which the places first come. */
export function unitsByPlace(units: readonly Unit[]): UnitPlace[] {
  const places = [...new Set(units.map(({ data }) => data.place))];
  return places.map((place) => ({
    ...(place === undefined ? {} : { place }),
    units: units
      .filter(({ data }) => data.place === place)
      .map((unit) => ({ ...unitLink(unit), names: namesOf(unit), counts: countsOf(unit) })),
  }));
}
