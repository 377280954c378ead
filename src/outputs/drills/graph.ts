/** A drill as a graph: what follows a press, what can be reached, which way is right. Pure. */
import type { DrillData, DrillPress, DrillState } from '../../schemas/drill.ts';

type States = Pick<DrillData, 'states'>;

/** Neither forgivable nor dangerous. */
export const isRight = ({ fine, danger }: DrillPress): boolean => fine === undefined && danger === undefined;

/** Id of the state that follows a press. */
export const follows = (state: DrillState, press: DrillPress): string => press.to ?? state.id;

/** Ids that presses lead to from one state, over any number of presses; itself among them. */
export function reached(
  { states }: States,
  from: string,
  counts: (press: DrillPress) => boolean,
): Set<string> {
  const byId = new Map(states.map((state) => [state.id, state]));
  const seen = new Set([from]);
  for (const id of seen) {
    const state = byId.get(id);
    for (const press of state?.press ?? []) if (state && counts(press)) seen.add(follows(state, press));
  }
  return seen;
}

/** The shortest right way from the first state to an end, its states in order; nothing when there is none. */
export function rightWay({ states }: States): readonly DrillState[] | undefined {
  const byId = new Map(states.map((state) => [state.id, state]));
  const ways: (readonly DrillState[])[] = states.slice(0, 1).map((first) => [first]);
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1);
    if (last === undefined || seen.has(last.id)) continue;
    seen.add(last.id);
    if (last.done !== undefined) return way;
    for (const press of last.press.filter(isRight)) {
      const next = byId.get(follows(last, press));
      if (next) ways.push([...way, next]);
    }
  }
  return undefined;
}
