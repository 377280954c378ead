/** What task rows and the task page show. */
import type { Audience, Guide, Picked, Task, Workstream } from '../handbook/handbook.ts';
import { pages } from '../domain/address.ts';
import { offersPage } from '../domain/offers.ts';
import { documentWords } from '../domain/timing.ts';
import { guideLink, taskLink, unitLink, type GuideLink, type Link } from './link.ts';
import { t } from '../words/words.ts';
import { taskBlank, taskTime } from './stated.ts';

/** A task in a list. */
export interface TaskRow {
  readonly href: string;
  readonly item: string;
  readonly title: string;
  readonly plan: string;
  readonly lead: string;
  readonly when: string;
}

export function taskRow(task: Task): TaskRow {
  return {
    href: task.address,
    item: task.data.item,
    title: task.data.title,
    plan: task.plan.data.short,
    lead: task.lead.map((unit) => unit.data.short ?? unit.data.name).join(', ') || (task.data.leadNote ?? ''),
    when: taskTime(task.data),
  };
}

/** How many guides a task page lists besides those picked; the workstream page has them all. */
const guidesShown = 6;

/** How much it says that two share a workstream: the fewer guides it has, the more. */
const weight = (workstream: Workstream): number => 1 / Math.log2(2 + workstream.guides.length);
const sum = (workstreams: readonly Workstream[]): number =>
  workstreams.reduce((total, workstream) => total + weight(workstream), 0);

/** Whether a guide is for somebody whom the task names; a task that names nobody is for everybody. */
export const sharesAudience = (guide: Pick<Guide, 'audiences'>, task: Task): boolean =>
  task.audiences.length === 0 || related(guide.audiences, task.audiences);

/** Whether one of these audiences is one of those, or within it, or around it. */
function related(some: readonly Audience[], others: readonly Audience[]): boolean {
  const chain = (audience: Audience | undefined): Audience[] =>
    audience === undefined ? [] : [audience, ...chain(audience.parent)];
  return some.some((one) => others.some((other) => chain(one).includes(other) || chain(other).includes(one)));
}

const isPicked = (guide: Guide, task: Task): boolean =>
  task.picks.some(({ what }) => what.kind === 'guide' && what.guide === guide);

/**
 * How well tags say that a guide fits a task, 0 to 3: how much of the task's strands it shares and how much
 * of its own, rare strands weighing more; whom both are for; whether it is written for those who organise.
 */
export function fit(guide: Guide, task: Task): number {
  const shared = sum(guide.workstreams.filter((workstream) => task.workstreams.includes(workstream)));
  const strands = shared / (sum(task.workstreams) || 1) + shared / (sum(guide.workstreams) || 1);
  return strands + (sharesAudience(guide, task) ? 0.6 : 0) + (guide.data.level === 'sure' ? 0.4 : 0);
}

/** From here on tags alone make a guide count as one that helps. */
const strongFit = 1.8;

/** Guides that help with a task, best first: picked ones, then those that fit it well. */
export const guidesByFit = (task: Task): Guide[] =>
  task.guides
    .map((guide) => ({ guide, picked: isPicked(guide, task), near: fit(guide, task) }))
    .filter(({ picked, near }) => picked || near >= strongFit)
    .sort(
      (a, b) =>
        Number(b.picked) - Number(a.picked) || b.near - a.near || a.guide.data.number - b.guide.data.number,
    )
    .map(({ guide }) => guide);

/** Something that a task starts with, and why. */
export interface StartLink extends Link {
  readonly kind: Picked['what']['kind'];
  /** Number of a guide. */
  readonly number?: number;
  readonly why: string;
}

const kindOrder = ['session', 'guide', 'form'] as const;

/** A link to what was picked; undefined for a form that this edition does not have. */
function startLink({ what, why }: Picked): StartLink | undefined {
  if (what.kind === 'session')
    return { kind: what.kind, why, href: what.programme.address, text: what.programme.data.title };
  if (what.kind === 'guide') {
    const { address, data } = what.guide;
    return { kind: what.kind, why, href: address, text: data.title, number: data.number };
  }
  return offersPage(what.page)
    ? { kind: what.kind, why, href: pages[what.page], text: what.name }
    : undefined;
}

/** What a task starts with: the session, up to three guides in their places, the form. */
export function startOf(task: Task): StartLink[] {
  return task.picks
    .filter(({ first }) => first !== undefined)
    .sort(
      (a, b) =>
        kindOrder.indexOf(a.what.kind) - kindOrder.indexOf(b.what.kind) || (a.first ?? 0) - (b.first ?? 0),
    )
    .flatMap((pick) => startLink(pick) ?? []);
}

export interface TaskView {
  readonly title: string;
  readonly item: string;
  readonly plan: Link;
  readonly summary: string;
  readonly lead: readonly Link[];
  readonly leadNote?: string;
  readonly coordinating: readonly Link[];
  readonly coordinatingNote?: string;
  readonly when: string;
  readonly timeWords?: string;
  readonly result: string;
  /** Products and parts, where the document lists them. */
  readonly lists: readonly { readonly name: string; readonly texts: readonly string[] }[];
  /** What is said where no unit joins in. */
  readonly noCoordination: string;
  readonly audiences: readonly Link[];
  readonly workstreams: readonly Link[];
  /** What to start with, picked by hand. */
  readonly start: readonly StartLink[];
  /** What else helps, found by tags. */
  readonly guides: readonly GuideLink[];
  readonly guideCount: number;
  readonly notServed?: string;
  readonly same: readonly { readonly plan: string; readonly tasks: readonly Link[] }[];
  readonly previous?: Link;
  readonly next?: Link;
  readonly checked: string;
}

export function taskView(task: Task): TaskView {
  const at = task.plan.tasks.indexOf(task);
  const before = task.plan.tasks[at - 1];
  const wording = documentWords(task.data.time);
  const after = task.plan.tasks[at + 1];
  const plans = [...new Set(task.same.map((otherTask) => otherTask.plan))];
  const guides = guidesByFit(task);
  const start = startOf(task);
  return {
    title: task.data.title,
    item: task.data.item,
    plan: { href: task.plan.address, text: task.plan.data.short },
    summary: task.data.summary,
    lead: task.lead.map(unitLink),
    ...(task.data.leadNote ? { leadNote: task.data.leadNote } : {}),
    coordinating: task.coordinating.map(unitLink),
    ...(task.data.coordinatingNote ? { coordinatingNote: task.data.coordinatingNote } : {}),
    when: taskTime(task.data),
    ...(wording === '' ? {} : { timeWords: wording }),
    result: task.data.result ?? taskBlank(task.data, 'result', t('task.resultNone')),
    lists: [
      { name: t('task.products'), texts: task.data.products },
      { name: t('task.parts'), texts: task.data.parts.map((part) => t('task.part', part)) },
    ].filter(({ texts }) => texts.length > 0),
    noCoordination: taskBlank(task.data, 'coordinating', t('task.withNone')),
    audiences: task.audiences.map((audience) => ({ href: audience.address, text: audience.data.title })),
    workstreams: task.workstreams.map((workstream) => ({
      href: workstream.address,
      text: workstream.data.title,
    })),
    start,
    guides: guides
      .filter((guide) => !start.some(({ href }) => href === guide.address))
      .slice(0, guidesShown)
      .map(guideLink),
    guideCount: guides.length,
    ...(task.data.handbook.by === 'none' ? { notServed: task.data.handbook.reason } : {}),
    same: plans.map((plan) => ({
      plan: plan.data.short,
      tasks: task.same.filter((otherTask) => otherTask.plan === plan).map(taskLink),
    })),
    ...(before ? { previous: taskLink(before) } : {}),
    ...(after ? { next: taskLink(after) } : {}),
    checked: task.data.checked,
  };
}
