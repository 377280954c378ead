/** What task rows and the task page show. */
import type { Guide, Task } from '../handbook/handbook.ts';
import { guideLink, taskLink, unitLink, type GuideLink, type Link } from './link.ts';
import { timeWords } from './time.ts';

/** A task in a list. */
export interface TaskRow {
  readonly href: string;
  readonly item: string;
  readonly title: string;
  readonly plan: string;
  readonly lead: string;
  readonly when: string;
}

export function taskRow(x: Task): TaskRow {
  return {
    href: x.address,
    item: x.data.item,
    title: x.data.title,
    plan: x.plan.data.short,
    lead: x.lead.map((u) => u.data.short ?? u.data.name).join(', ') || (x.data.leadNote ?? ''),
    when: timeWords(x.data.time),
  };
}

/** How many guides a task page lists before it only gives the count; the workstream page has them all. */
export const guidesShown = 8;

/** How well a guide fits a task. A guide made for few strands of work fits them better than one that serves many. */
export function fit(g: Guide, x: Task): number {
  const shared = g.workstreams.filter((w) => x.workstreams.includes(w)).length;
  return (
    (g.data.tasks.includes(x.id) ? 10 : 0) +
    (shared * 3) / Math.sqrt(g.workstreams.length || 1) +
    g.audiences.filter((a) => x.audiences.includes(a)).length
  );
}

/** A task's guides: those that share most workstreams and audiences with it come first. */
export const guidesByFit = (x: Task): Guide[] =>
  [...x.guides].sort((a, b) => fit(b, x) - fit(a, x) || a.data.number - b.data.number);

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
  readonly result: string | null;
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

export function taskView(x: Task): TaskView {
  const at = x.plan.tasks.indexOf(x);
  const before = x.plan.tasks[at - 1];
  const after = x.plan.tasks[at + 1];
  const plans = [...new Set(x.same.map((o) => o.plan))];
  const guides = guidesByFit(x);
  return {
    title: x.data.title,
    item: x.data.item,
    plan: { href: x.plan.address, text: x.plan.data.short },
    summary: x.data.summary,
    lead: x.lead.map(unitLink),
    ...(x.data.leadNote ? { leadNote: x.data.leadNote } : {}),
    coordinating: x.coordinating.map(unitLink),
    ...(x.data.coordinatingNote ? { coordinatingNote: x.data.coordinatingNote } : {}),
    when: timeWords(x.data.time),
    ...('words' in x.data.time ? { timeWords: x.data.time.words } : {}),
    result: x.data.result,
    audiences: x.audiences.map((a) => ({ href: a.address, text: a.data.title })),
    workstreams: x.workstreams.map((w) => ({ href: w.address, text: w.data.title })),
    guides: guides.slice(0, guidesShown).map(guideLink),
    guideCount: guides.length,
    ...(x.data.handbook.by === 'none' ? { notServed: x.data.handbook.reason } : {}),
    same: plans.map((p) => ({ plan: p.data.short, tasks: x.same.filter((o) => o.plan === p).map(taskLink) })),
    ...(before ? { previous: taskLink(before) } : {}),
    ...(after ? { next: taskLink(after) } : {}),
    checked: x.data.checked,
  };
}
