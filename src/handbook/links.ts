/**
 * Second phase of the join: what points back. Lists are filled in a fixed order, so that every build shows
 * them alike.
 */
import { collator } from '../vietnamese/text.ts';
import type { TaskPick } from '../schemas/fields.ts';
import type { Entries } from '../schemas/collections.ts';
import { levels } from '../schemas/people.ts';
import { folderOf, need, needAll, type Draft, type Drafts } from './drafts.ts';
import type { Audience, Guide, PlacedIndicator, Plan, Task, Picked } from './handbook.ts';
import { related } from './related.ts';

const levelOrder: readonly string[] = levels;
/** Place of a level of the administration, widest first. */
export const levelPlace = (level: string): number => levelOrder.indexOf(level);

/** What the second phase finds out besides. */
export interface Linked {
  /** Widest level first. */
  readonly plans: readonly Draft<Plan>[];
  /** By plan, then in the plan's own order. */
  readonly tasks: readonly Draft<Task>[];
  readonly indicators: readonly PlacedIndicator[];
}

export function linkAll(drafts: Drafts, entries: Entries): Linked {
  const plans = [...drafts.plans.values()].sort(
    (a, b) =>
      levelPlace(a.data.level) - levelPlace(b.data.level) || collator.compare(a.data.short, b.data.short),
  );
  const planPlace = new Map(plans.map((plan, place) => [plan.id, place]));
  const placeOf = (task: Draft<Task>): number => planPlace.get(task.plan.id) ?? 0;
  const tasks = [...drafts.tasks.values()].sort(
    (a, b) => placeOf(a) - placeOf(b) || a.data.order - b.data.order,
  );
  linkOwn(drafts, entries);
  const indicators = linkPlans(drafts, plans);
  linkTasks(drafts, tasks);
  linkGuides(drafts, tasks);
  return { plans, tasks, indicators };
}

/** Easy-read versions, announcements, and the trees of skills, audiences and units. */
function linkOwn(drafts: Drafts, entries: Entries): void {
  const { guides, easyRead, skills, areas, audiences, units } = drafts;
  for (const version of easyRead.values()) need(guides, version.data.guide).easyRead = version;
  for (const { data } of entries.announcements) need(guides, data.guide).announcement = data;
  for (const skill of skills.values()) need(areas, skill.data.area).skills.push(skill);
  for (const area of areas.values()) area.skills.sort((a, b) => collator.compare(a.data.code, b.data.code));
  for (const audience of audiences.values()) {
    if (audience.data.parent) {
      const parent = need(audiences, audience.data.parent);
      audience.parent = parent;
      parent.children.push(audience);
    }
    audience.first = needAll(guides, audience.data.first);
  }
  for (const unit of units.values())
    if (unit.data.parent) {
      const parent = need(units, unit.data.parent);
      unit.parent = parent;
      parent.children.push(unit);
    }
}

function linkPlans({ plans, units, audiences }: Drafts, sorted: readonly Draft<Plan>[]): PlacedIndicator[] {
  const indicators: PlacedIndicator[] = [];
  for (const plan of sorted) {
    const wider = needAll(plans, plan.data.carriesOut);
    plan.carriesOut = [...wider];
    for (const other of wider) other.carriedOutBy.push(plan);
    need(units, plan.data.issuer).issues.push(plan);
    for (const { unit, duties, item } of plan.data.organisation)
      need(units, unit).duties.push({ plan, duties, ...(item ? { item } : {}) });
    for (const indicator of plan.data.indicators) {
      const audience = need(audiences, indicator.group);
      const others = needAll(audiences, indicator.alsoFor);
      const placed = { plan, indicator, audience, others };
      indicators.push(placed);
      for (const group of [audience, ...others]) group.indicators.push(placed);
    }
  }
  return indicators;
}

function linkTasks({ plans, units, workstreams, audiences }: Drafts, sorted: readonly Draft<Task>[]): void {
  for (const task of sorted) {
    need(plans, folderOf(task.id)).tasks.push(task);
    for (const unit of needAll(units, task.data.lead)) unit.leads.push(task);
    for (const unit of needAll(units, task.data.coordinating)) unit.joins.push(task);
    for (const workstream of needAll(workstreams, task.data.workstreams)) workstream.tasks.push(task);
    for (const audience of needAll(audiences, task.data.audiences)) audience.tasks.push(task);
  }
  for (const task of sorted) {
    const inStreams = task.workstreams.flatMap((workstream) => workstream.tasks);
    task.same = [...new Set(inStreams.filter((other) => other.plan !== task.plan))];
  }
}

/** Audiences of these ids and all wider ones that they belong to. */
export function withWider(audiences: Drafts['audiences'], ids: readonly string[]): Set<Draft<Audience>> {
  const reached = new Set<Draft<Audience>>();
  for (const id of ids)
    for (let at: string | undefined = id; at !== undefined;) {
      const audience: Draft<Audience> = need(audiences, at);
      reached.add(audience);
      at = audience.data.parent;
    }
  return reached;
}

/**
 * Tasks that guides or sessions carry out, in their order: those they are picked for and those of the
 * workstreams. A task that no guide can serve stays a task of its workstream, but guides do not claim it.
 */
export function servedTasks(
  drafts: Pick<Drafts, 'tasks' | 'workstreams'>,
  sorted: readonly Draft<Task>[],
  { serves, workstreams }: { readonly serves: readonly TaskPick[]; readonly workstreams: readonly string[] },
): Draft<Task>[] {
  const served = new Set<Task>([
    ...serves.map(({ task }) => need(drafts.tasks, task)),
    ...needAll(drafts.workstreams, workstreams).flatMap((workstream) => workstream.tasks),
  ]);
  return sorted.filter((task) => served.has(task) && task.data.handbook.by === 'guides');
}

/** Picks in the order of their places; those without one come last. */
const byPlace = (picks: readonly TaskPick[]): TaskPick[] =>
  [...picks].sort((a, b) => (a.first ?? Infinity) - (b.first ?? Infinity));

/** Tells each task what was picked for it. */
export function pickFor(
  { tasks }: Pick<Drafts, 'tasks'>,
  picks: readonly TaskPick[],
  what: Picked['what'],
): void {
  for (const { task, why, first } of picks)
    need(tasks, task).picks.push({ why, what, ...(first === undefined ? {} : { first }) });
}

/** Gives a task that starts like another one the picks of that one, where it has none of its own. */
export function borrowPicks({ tasks }: Pick<Drafts, 'tasks'>): void {
  for (const { data, picks } of tasks.values())
    if (picks.length === 0 && data.handbook.by === 'guides' && data.handbook.as !== undefined)
      picks.push(...need(tasks, data.handbook.as).picks);
}

function linkGuides(drafts: Drafts, sorted: readonly Draft<Task>[]): void {
  const { guides, topics, tracks, skills, workstreams, audiences } = drafts;
  for (const guide of guides.values()) {
    need(guide.collection === 'market' ? tracks : topics, folderOf(guide.id)).guides.push(guide);
    for (const skill of needAll(skills, guide.data.skills)) skill.guides.push(guide);
    for (const workstream of needAll(workstreams, guide.data.workstreams)) workstream.guides.push(guide);
    for (const audience of withWider(audiences, guide.data.audiences)) audience.guides.push(guide);
    const tasks = servedTasks(drafts, sorted, guide.data);
    guide.tasks = [...tasks];
    for (const task of tasks) task.guides.push(guide);
    pickFor(drafts, guide.data.serves, { kind: 'guide', guide });
    guide.picked = byPlace(guide.data.serves).map(({ task }) => need(drafts.tasks, task));
    guide.before = needAll<Guide>(guides, guide.data.before);
    guide.next = needAll<Guide>(guides, guide.data.next);
  }
  for (const guide of guides.values()) guide.seeAlso = related(guide);
}
