/** "See also" of pages other than guides: always computed from relations, nearest first. */
import type { Audience, Plan, Skill, Unit, Workstream } from '../handbook/handbook.ts';
import type { Link } from './link.ts';

/** How many neighbours a page names. */
const most = 6;

function nearest<T>(counts: ReadonlyMap<T, number>, link: (x: T) => Link): Link[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([x]) => link(x));
}

function tally<T>(lists: Iterable<Iterable<T>>, skip: T): Map<T, number> {
  const counts = new Map<T, number>();
  for (const list of lists) for (const x of list) if (x !== skip) counts.set(x, (counts.get(x) ?? 0) + 1);
  return counts;
}

/** Units that work on the same tasks most often. */
export const besideUnit = (u: Unit): Link[] =>
  nearest(
    tally(
      [...u.leads, ...u.joins].map((x) => [...x.lead, ...x.coordinating]),
      u,
    ),
    (o) => ({ href: o.address, text: o.data.name }),
  );

/** Workstreams that share most tasks and guides. */
export const besideWorkstream = (w: Workstream): Link[] =>
  nearest(tally([...w.tasks.map((x) => x.workstreams), ...w.guides.map((g) => g.workstreams)], w), (o) => ({
    href: o.address,
    text: o.data.title,
  }));

/** Audiences that share most guides. */
export const besideAudience = (a: Audience): Link[] =>
  nearest(
    tally(
      a.guides.map((g) => g.audiences),
      a,
    ),
    (o) => ({ href: o.address, text: o.data.title }),
  );

/** Skills taught by the same guides. */
export const besideSkill = (s: Skill): Link[] =>
  nearest(
    tally(
      s.guides.map((g) => g.skills),
      s,
    ),
    (o) => ({ href: o.address, text: `${o.data.code}. ${o.data.title}` }),
  );

/** Plans with most work in common. */
export const besidePlan = (p: Plan): Link[] =>
  nearest(
    tally(
      p.tasks.map((x) => x.same.map((o) => o.plan)),
      p,
    ),
    (o) => ({ href: o.address, text: o.data.short }),
  );

/** Plans that a list of tasks was taken from. */
export const plansOf = (tasks: readonly { readonly plan: Plan }[]): Link[] =>
  [...new Set(tasks.map((x) => x.plan))].map((p) => ({
    href: p.address,
    text: p.data.number ? `${p.data.short} (${p.data.number})` : p.data.short,
  }));
