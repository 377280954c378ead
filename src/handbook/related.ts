/** What else somebody who reads a guide may want. */
import type { Guide } from './handbook.ts';

/** How much it counts to share something. */
const weights = { skill: 3, shelf: 1, audience: 0.5 };
/** How many are shown. */
const most = 4;

/** Nearest guides by what they share; only guides of a shared skill, workstream or shelf are looked at. */
export function related(guide: Guide): Guide[] {
  const score = new Map<Guide, number>();
  const add = (list: readonly Guide[], points: number): void => {
    for (const other of list) score.set(other, (score.get(other) ?? 0) + points);
  };
  for (const skill of guide.skills) add(skill.guides, weights.skill);
  add(guide.shelf.guides, weights.shelf);
  const own = new Set(guide.audiences);
  const skip = new Set<Guide>([guide, ...guide.before, ...guide.next]);
  return [...score]
    .filter(([other]) => !skip.has(other))
    .map(([other, value]) => ({
      other,
      near: value + other.audiences.filter((audience) => own.has(audience)).length * weights.audience,
    }))
    .sort((a, b) => b.near - a.near || a.other.data.number - b.other.data.number)
    .slice(0, most)
    .map(({ other }) => other);
}
