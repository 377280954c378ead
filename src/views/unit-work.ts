/** A unit's work as rows, for its page, its sheets and its report: every task once, with the part it plays. */
import { unitFiles } from '../domain/address.ts';
import { byTime, type Guide, type Plan, type Programme, type Task, type Unit } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { fit } from './task.ts';
import { timeWords } from './time.ts';

/** Plans that give a unit work of any kind, in the Handbook's order. */
export function plansOfUnit(u: Unit, plans: readonly Plan[]): Plan[] {
  const own = new Set([...u.leads, ...u.joins, ...u.duties].map((x) => x.plan));
  return plans.filter((p) => own.has(p));
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

const nameOf = (x: Unit): string => x.data.short ?? x.data.name;

/** What the unit leads, then what it joins, each in the order of time, then its duties. Each task once. */
export function unitWork(u: Unit): UnitWorkRow[] {
  const row = (x: Task, role: string): UnitWorkRow => ({
    plan: x.plan,
    item: x.data.item,
    title: x.data.title,
    role,
    others: [...x.lead, ...x.coordinating]
      .filter((o) => o !== u)
      .map(nameOf)
      .join('; '),
    when: timeWords(x.data.time),
    wording: 'words' in x.data.time ? x.data.time.words : '',
    result: x.data.result ?? t('unit.notStated'),
    address: x.address,
    task: x,
  });
  return [
    ...byTime(u.leads).map((x) => row(x, t('unit.roleLead'))),
    ...byTime(u.joins.filter((x) => !u.leads.includes(x))).map((x) => row(x, t('unit.roleJoin'))),
    ...u.duties.flatMap((d) =>
      d.duties.map((text): UnitWorkRow => ({
        plan: d.plan,
        item: d.item ?? '',
        title: text,
        role: t('unit.roleDuty'),
        others: '',
        when: '',
        wording: '',
        result: '',
        address: d.plan.address,
      })),
    ),
  ];
}

const tasksOf = (u: Unit): Task[] => [...new Set([...u.leads, ...u.joins])];

/** Guides for the unit's tasks, those that serve most of them first; of two, the one that fits them better. */
export function unitGuides(u: Unit): Guide[] {
  const score = new Map<Guide, { tasks: number; fit: number }>();
  for (const x of tasksOf(u))
    for (const g of x.guides) {
      const s = score.get(g);
      score.set(g, { tasks: (s?.tasks ?? 0) + 1, fit: (s?.fit ?? 0) + fit(g, x) });
    }
  return [...score]
    .sort(([g, a], [o, b]) => b.tasks - a.tasks || b.fit - a.fit || g.data.number - o.data.number)
    .map(([g]) => g);
}

/** Most groups of readers, and guides for each, that a unit is offered: an officer in a hurry takes a handful of sheets, not a shelf. */
const groupsShown = 5;
const guidesShown = 4;

/** Guides to hand out, by the readers whom the unit's tasks are for, with what these readers should do first in front; each guide once. Tasks that name nobody are for everybody. */
export function unitHandouts(
  u: Unit,
): { readonly audience?: string; readonly address?: string; readonly guides: readonly Guide[] }[] {
  const guides = unitGuides(u);
  const tasks = tasksOf(u).filter((x) => x.guides.length > 0);
  const counts = new Map(tasks.flatMap((x) => x.audiences).map((a) => [a, 0]));
  for (const x of tasks) for (const a of x.audiences) counts.set(a, counts.get(a)! + 1);
  const used = new Set<Guide>();
  const take = (list: readonly Guide[]): Guide[] => {
    const taken = list.filter((g) => !used.has(g)).slice(0, guidesShown);
    for (const g of taken) used.add(g);
    return taken;
  };
  const groups = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].data.order - b[0].data.order)
    .slice(0, groupsShown)
    .map(([a]) => ({
      audience: a.data.title,
      address: a.address,
      guides: take([
        ...a.first.filter((g) => guides.includes(g)),
        ...guides.filter((g) => a.guides.includes(g) && !a.first.includes(g)),
      ]),
    }))
    .filter((g) => g.guides.length > 0);
  return groups.length > 0 ? groups : [{ guides: take(guides) }].filter((g) => g.guides.length > 0);
}

/** Most sessions that a unit is offered. */
const sessionsShown = 6;

/** Ready sessions that carry the unit's tasks out, those for most of them first. */
export function unitSessions(u: Unit, programmes: readonly Programme[]): Programme[] {
  const own = new Set(tasksOf(u));
  const shared = (p: Programme): number => p.tasks.filter((x) => own.has(x)).length;
  return programmes
    .filter((p) => shared(p) > 0)
    .sort((a, b) => shared(b) - shared(a) || a.data.order - b.data.order)
    .slice(0, sessionsShown);
}

/** Whether a plan asks for a report each quarter by a day. */
export const reportsQuarterly = (p: Plan): boolean =>
  p.data.reporting?.every === 'quarter' && p.data.reporting.day !== undefined;

/** Files that have something in them for this unit. */
export function unitDownloads(u: Unit): (keyof typeof unitFiles)[] {
  const tasks = tasksOf(u);
  const plans = [...new Set([...tasks, ...u.duties].map((x) => x.plan))];
  const has: Record<keyof typeof unitFiles, boolean> = {
    report: plans.length > 0,
    calendar:
      plans.some(reportsQuarterly) ||
      tasks.some((x) => x.data.time.kind === 'once' || x.data.time.kind === 'yearly'),
    tasks: plans.length > 0,
    coverage: tasks.some((x) => x.guides.length > 0),
  };
  return (Object.keys(has) as (keyof typeof unitFiles)[]).filter((f) => has[f]);
}
