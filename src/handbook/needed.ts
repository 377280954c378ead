/** Which guides are needed most: their steps have a picture each. */
import { placeByWords, type StepPlace } from '../markdown/step-place.ts';
import type { Step } from '../markdown/tree.ts';
import type { Guide } from './handbook.ts';

/**
 * Urgent guides, those with an easy-read version, and those that classes are taught from; not those for
 * people who teach or do it at work.
 */
export const isMostNeeded = ({ data, easyRead, programmes }: Guide): boolean =>
  data.level !== 'sure' &&
  (data.stop || data.calls.length > 0 || easyRead !== undefined || programmes.length > 0);

/** Where a step happens. */
export const placeOf = (step: Step): StepPlace => step.on ?? placeByWords(step);

/** Whether a step shows what to do: a drawn screen or a picture. */
export const isPictured = ({ blocks }: Step): boolean =>
  blocks.some(({ kind }) => kind === 'screen' || kind === 'picture');

/** How many steps there are in one place, and how many of them have a picture. */
export interface Pictured {
  readonly steps: number;
  readonly pictured: number;
}

/** Pictures by the place where steps happen. */
export function picturesByPlace(steps: readonly Step[]): ReadonlyMap<StepPlace, Pictured> {
  const all = new Map<StepPlace, Pictured>();
  for (const step of steps) {
    const place = placeOf(step);
    const { steps: seen, pictured } = all.get(place) ?? { steps: 0, pictured: 0 };
    all.set(place, { steps: seen + 1, pictured: pictured + (isPictured(step) ? 1 : 0) });
  }
  return all;
}
