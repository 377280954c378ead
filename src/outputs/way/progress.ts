/**
 * What one person has done, as the device keeps it and as a code carries it. Guides, drills and skills are
 * named by what never changes: their numbers, and the code of the skill. Pure.
 */

/** People whose ways a device keeps apart: oneself, and as many as stand on the family's sheet. */
export const mostPeople = 6;

/** How often a check was answered right, of how many questions. */
export type CheckResult = readonly [right: number, of: number];

export interface Progress {
  /** Numbers of guides that were ticked, ascending. */
  readonly done: readonly number[];
  /** The furthest step that was read, by the number of the guide; steps count from 1. */
  readonly at: ReadonlyMap<number, number>;
  /** The best result, by the code of the skill: `E1`. */
  readonly checks: ReadonlyMap<string, CheckResult>;
  /** Numbers of drills that were brought to their right end, ascending. */
  readonly drills: readonly number[];
}

export const nothingDone: Progress = { done: [], at: new Map(), checks: new Map(), drills: [] };

export const isEmpty = ({ done, at, checks, drills }: Progress): boolean =>
  done.length + at.size + checks.size + drills.length === 0;

/** Ascending, each once. */
export const ascending = (numbers: readonly number[]): number[] =>
  [...new Set(numbers)].sort((left, right) => left - right);

/** The better of two results: the larger share, then the longer check. */
const better = (left: CheckResult, right: CheckResult): CheckResult => {
  const share = left[0] * right[1] - right[0] * left[1];
  return share > 0 || (share === 0 && left[1] >= right[1]) ? left : right;
};

/** One map of two, in the order of the keys. */
function both<Key extends string | number, Value>(
  left: ReadonlyMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  choose: (one: Value, other: Value) => Value,
): ReadonlyMap<Key, Value> {
  const merged = new Map(left);
  for (const [key, value] of right) {
    const known = merged.get(key);
    merged.set(key, known === undefined ? value : choose(known, value));
  }
  return new Map([...merged].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)));
}

/**
 * What two devices know together. Nothing of either is lost: every tick and drill stays, of places the
 * furthest, of results the best. In any order and however often it gives the same.
 */
export const merged = (left: Progress, right: Progress): Progress => ({
  done: ascending([...left.done, ...right.done]),
  at: both(left.at, right.at, (one, other) => Math.max(one, other)),
  checks: both(left.checks, right.checks, better),
  drills: ascending([...left.drills, ...right.drills]),
});
