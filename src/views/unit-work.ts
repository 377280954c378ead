/**
 * A unit's work as rows, for its page, its sheets and its report: every task once, with the part it plays.
 */
import { offers } from '../domain/offers.ts';
import { calendarHolds, documentWords, type Timing } from '../domain/timing.ts';
import { unitFiles } from '../domain/address.ts';
import { byTime, type Guide, type Plan, type Programme, type Task, type Unit } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { fit } from './task.ts';
import { taskBlank, taskTime } from './stated.ts';

/** Plans that give a unit work of any kind, in the Handbook's order. */
export function plansOfUnit(unit: Unit, plans: readonly Plan[]): Plan[] {
  const own = new Set([...unit.leads, ...unit.joins, ...unit.duties].map((duty) => duty.plan));
  return plans.filter((plan) => own.has(plan));
}

/** A task or a duty of the unit. `task` is absent for duties, which have no page of their own. */
export interface UnitWorkRow {
  readonly plan: Plan;
  readonly item: string;
  readonly title: string;
  readonly role: string;
  readonly others: string;
  readonly when: string;
  readonly wording: string;
  readonly result: string;
  readonly address: string;
  readonly task?: Task;
}

const nameOf = (unit: Unit): string => unit.data.short ?? unit.data.name;

/** What the unit leads, then what it joins, each in the order of time, then its duties. Each task once. */
export function unitWork(unit: Unit): UnitWorkRow[] {
  const row = (task: Task, role: string): UnitWorkRow => ({
    plan: task.plan,
    item: task.data.item,
    title: task.data.title,
    role,
    others: [...task.lead, ...task.coordinating]
      .filter((otherUnit) => otherUnit !== unit)
      .map(nameOf)
      .join('; '),
    when: taskTime(task.data),
    wording: documentWords(task.data.time),
    result: [
      task.data.result ?? taskBlank(task.data, 'result', t('unit.notStated')),
      ...task.data.products,
    ].join('\n'),
    address: task.address,
    task,
  });
  return [
    ...byTime(unit.leads).map((task) => row(task, t('unit.roleLead'))),
    ...byTime(unit.joins.filter((task) => !unit.leads.includes(task))).map((task) =>
      row(task, t('unit.roleJoin')),
    ),
    ...unit.duties.flatMap((duty) =>
      duty.duties.map((text): UnitWorkRow => ({
        plan: duty.plan,
        item: duty.item ?? '',
        title: text,
        role: t('unit.roleDuty'),
        others: '',
        when: '',
        wording: '',
        result: '',
        address: duty.plan.address,
      })),
    ),
  ];
}

const tasksOf = (unit: Unit): Task[] => [...new Set([...unit.leads, ...unit.joins])];

/**
 * Guides for the unit's tasks, those that serve most of them first; of two, the one that fits them better.
 */
export function unitGuides(unit: Unit): Guide[] {
  const score = new Map<Guide, { tasks: number; fit: number }>();
  for (const task of tasksOf(unit))
    for (const guide of task.guides) {
      const result = score.get(guide);
      score.set(guide, { tasks: (result?.tasks ?? 0) + 1, fit: (result?.fit ?? 0) + fit(guide, task) });
    }
  return [...score]
    .sort(
      ([guide, item], [otherGuide, otherItem]) =>
        otherItem.tasks - item.tasks ||
        otherItem.fit - item.fit ||
        guide.data.number - otherGuide.data.number,
    )
    .map(([guide]) => guide);
}

/**
 * Most groups of readers, and guides for each, that a unit is offered: an officer in a hurry takes a handful
 * of sheets, not a shelf.
 */
const groupsShown = 5;
const guidesShown = 4;

/**
 * Guides to hand out, by the readers whom the unit's tasks are for, with what these readers should do first
 * in front; each guide once. Tasks that name nobody are for everybody.
 */
export function unitHandouts(
  unit: Unit,
): { readonly audience?: string; readonly address?: string; readonly guides: readonly Guide[] }[] {
  const guides = unitGuides(unit);
  const tasks = tasksOf(unit).filter((task) => task.guides.length > 0);
  const counts = new Map(tasks.flatMap((task) => task.audiences).map((audience) => [audience, 0]));
  for (const task of tasks)
    for (const audience of task.audiences) counts.set(audience, counts.get(audience)! + 1);
  const used = new Set<Guide>();
  const take = (list: readonly Guide[]): Guide[] => {
    const taken = list.filter((guide) => !used.has(guide)).slice(0, guidesShown);
    for (const guide of taken) used.add(guide);
    return taken;
  };
  const groups = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].data.order - b[0].data.order)
    .slice(0, groupsShown)
    .map(([audience]) => ({
      audience: audience.data.title,
      address: audience.address,
      guides: take([
        ...audience.first.filter((guide) => guides.includes(guide)),
        ...guides.filter((guide) => audience.guides.includes(guide) && !audience.first.includes(guide)),
      ]),
    }))
    .filter((item) => item.guides.length > 0);
  return groups.length > 0 ? groups : [{ guides: take(guides) }].filter((item) => item.guides.length > 0);
}

/** Most sessions that a unit is offered. */
const sessionsShown = 6;

/** Ready sessions that carry the unit's tasks out, those for most of them first. */
export function unitSessions(unit: Unit, programmes: readonly Programme[]): Programme[] {
  const own = new Set(tasksOf(unit));
  const shared = (programme: Programme): number => programme.tasks.filter((task) => own.has(task)).length;
  return programmes
    .filter((programme) => shared(programme) > 0)
    .sort((a, b) => shared(b) - shared(a) || a.data.order - b.data.order)
    .slice(0, sessionsShown);
}

/** When a plan asks for reports; undefined when it names no day. */
export function reportTiming({ data: { reporting } }: Plan): Timing | undefined {
  if (!reporting) return undefined;
  const { every, on, day, month, limit = 'by' } = reporting;
  if (every === 'once' && on !== undefined)
    return limit === 'before' ? { kind: 'before', date: on } : { kind: 'by', date: on };
  if (day === undefined) return undefined;
  if (every === 'year') return { kind: 'yearly', day, month, limit };
  if (every === 'month') return { kind: 'monthly', day, limit };
  return every === 'quarter' ? { kind: 'quarterly', day, limit } : undefined;
}

/** Files that have something in them for this unit. */
export function unitDownloads(unit: Unit): (keyof typeof unitFiles)[] {
  const tasks = tasksOf(unit);
  const plans = [...new Set([...tasks, ...unit.duties].map((task) => task.plan))];
  const has: Record<keyof typeof unitFiles, boolean> = {
    report: plans.length > 0,
    calendar:
      plans.some((plan) => reportTiming(plan) !== undefined) ||
      tasks.some((task) => calendarHolds(task.data.time)),
    tasksBook: plans.length > 0,
    coverageBook: tasks.some((task) => task.guides.length > 0),
    tasks: plans.length > 0,
    coverage: tasks.some((task) => task.guides.length > 0),
  };
  return (Object.keys(has) as (keyof typeof unitFiles)[]).filter(
    (key) => has[key] && offers(key === 'calendar' ? 'calendar' : 'unit-files'),
  );
}
