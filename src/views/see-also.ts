/** "See also" of pages other than guides: always computed from relations, nearest first. */
import type { Audience, Plan, Skill, Unit, Workstream } from '../handbook/handbook.ts';
import type { Link } from './link.ts';

/** How many neighbours a page names. */
const most = 6;

function nearest<T>(counts: ReadonlyMap<T, number>, link: (item: T) => Link): Link[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([item]) => link(item));
}

function tally<T>(lists: Iterable<Iterable<T>>, skip: T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const list of lists)
    for (const item of list) if (item !== skip) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Units that work on the same tasks most often. */
export const besideUnit = (unit: Unit): Link[] =>
  nearest(
    tally(
      [...unit.leads, ...unit.joins].map((task) => [...task.lead, ...task.coordinating]),
      unit,
    ),
    (otherUnit) => ({ href: otherUnit.address, text: otherUnit.data.name }),
  );

/** Workstreams that share most tasks and guides. */
export const besideWorkstream = (workstream: Workstream): Link[] =>
  nearest(
    tally(
      [
        ...workstream.tasks.map((task) => task.workstreams),
        ...workstream.guides.map((guide) => guide.workstreams),
      ],
      workstream,
    ),
    (otherWorkstream) => ({
      href: otherWorkstream.address,
      text: otherWorkstream.data.title,
    }),
  );

/** Audiences that share most guides. */
export const besideAudience = (audience: Audience): Link[] =>
  nearest(
    tally(
      audience.guides.map((guide) => guide.audiences),
      audience,
    ),
    (otherAudience) => ({ href: otherAudience.address, text: otherAudience.data.title }),
  );

/** Skills taught by the same guides. */
export const besideSkill = (skill: Skill): Link[] =>
  nearest(
    tally(
      skill.guides.map((guide) => guide.skills),
      skill,
    ),
    (otherSkill) => ({ href: otherSkill.address, text: `${otherSkill.data.code}. ${otherSkill.data.title}` }),
  );

/** Plans with most work in common. */
export const besidePlan = (plan: Plan): Link[] =>
  nearest(
    tally(
      plan.tasks.map((task) => task.same.map((otherTask) => otherTask.plan)),
      plan,
    ),
    (otherPlan) => ({ href: otherPlan.address, text: otherPlan.data.short }),
  );

/** Plans that a list of tasks was taken from. */
export const plansOf = (tasks: readonly { readonly plan: Plan }[]): Link[] =>
  [...new Set(tasks.map((task) => task.plan))].map((plan) => ({
    href: plan.address,
    text: plan.data.number ? `${plan.data.short} (${plan.data.number})` : plan.data.short,
  }));
