/** Whose checks: the four groups of the framework, as the guides of each skill name their readers. Pure. */
import type { Check, Handbook } from '../../handbook/handbook.ts';

/** The four groups that the framework names, in its order. */
export const checkGroups = ['students', 'citizens', 'officials', 'workers'] as const;
export type CheckGroup = (typeof checkGroups)[number];

/** Checks of the skills that some guide teaches to a group. */
export function checksOf(
  group: CheckGroup,
  { audiences, checks }: Pick<Handbook, 'audiences' | 'checks'>,
): Check[] {
  const guides = new Set(
    audiences.filter(({ data }) => data.group === group).flatMap((audience) => audience.guides),
  );
  return checks.filter(({ skill }) => skill.guides.some((guide) => guides.has(guide)));
}
