/** Steps of one of the lists of a guide, in the order in which people count them; lists count from 1. */
import type { Guide } from './handbook.ts';
import type { Step } from '../markdown/tree.ts';

export const stepsOf = ({ tree }: Guide, list: number): readonly Step[] =>
  tree.sections.filter(({ steps }) => steps.length > 0)[list - 1]?.steps ?? [];

/** All steps of a guide, over its lists. */
export const allStepsOf = ({ tree }: Guide): readonly Step[] =>
  tree.sections.filter(({ kind }) => kind === 'steps').flatMap(({ steps }) => steps);
