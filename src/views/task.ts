/** What task rows and the task page show. */
import type { Guide, Task } from '../handbook/handbook.ts';
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

/** How many guides a task page lists before it only gives the count; the workstream page has them all. */
const guidesShown = 8;

/**
 * How well a guide fits a task. A guide made for few strands of work fits them better than one that serves
 * many.
 */
export function fit(guide: Guide, task: Task): number {
  const shared = guide.workstreams.filter((workstream) => task.workstreams.includes(workstream)).length;
  return (
    (guide.data.tasks.includes(task.id) ? 10 : 0) +
    (shared * 3) / Math.sqrt(guide.workstreams.length || 1) +
    guide.audiences.filter((audience) => task.audiences.includes(audience)).length
  );
}

/** A task's guides: those that share most workstreams and audiences with it come first. */
export const guidesByFit = (task: Task): Guide[] =>
  [...task.guides].sort((a, b) => fit(b, task) - fit(a, task) || a.data.number - b.data.number);

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
  /** What is said where no unit joins in. */
  readonly noCoordination: string;
  readonly audiences: readonly Link[];
  readonly workstreams: readonly Link[];
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
  const after = task.plan.tasks[at + 1];
  const plans = [...new Set(task.same.map((otherTask) => otherTask.plan))];
  const guides = guidesByFit(task);
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
    ...('words' in task.data.time ? { timeWords: task.data.time.words } : {}),
    result: task.data.result ?? taskBlank(task.data, 'result', t('task.resultNone')),
    noCoordination: taskBlank(task.data, 'coordinating', t('task.withNone')),
    audiences: task.audiences.map((audience) => ({ href: audience.address, text: audience.data.title })),
    workstreams: task.workstreams.map((workstream) => ({
      href: workstream.address,
      text: workstream.data.title,
    })),
    guides: guides.slice(0, guidesShown).map(guideLink),
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
