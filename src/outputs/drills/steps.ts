/** Steps of a guide in the order in which people count them. */
import type { Guide } from '../../handbook/handbook.ts';
import type { Step } from '../../markdown/tree.ts';

export const stepsOf = ({ tree }: Guide): readonly Step[] =>
  tree.sections.find(({ steps }) => steps.length > 0)?.steps ?? [];
