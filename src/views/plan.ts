/** What the page of a plan shows around its text. */
import type { Handbook, Plan } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { indicatorsOf, type IndicatorRow } from './indicators.ts';
import { unitLink, type Link } from './link.ts';

/** Targets of one group by one measure. */
interface TargetGroup {
  readonly label: string;
  readonly rows: readonly IndicatorRow[];
}
interface TargetScales {
  /**
   * All groups, then those on the scale of percent and those on the scale of people: the two are never drawn
   * on one.
   */
  readonly groups: readonly TargetGroup[];
  readonly percent: readonly TargetGroup[];
  readonly people: readonly TargetGroup[];
  /** Largest number of people, in millions. */
  readonly mostPeople: number;
}
export interface PlanView extends TargetScales {
  /** Parts of the page, in order. */
  readonly parts: readonly Link[];
  /** A unit that the plan names. @throws Error when there is none, which the gate has excluded */
  unit(id: string): Link;
}

/** Targets of a plan by their scale. */
export function targetScales(plan: Plan, indicators: Handbook['indicators']): TargetScales {
  const groups = indicatorsOf(plan, indicators);
  const inPercent = (group: TargetGroup): boolean => group.rows.every((row) => row.unit === 'percent');
  const people = groups.filter((group) => !inPercent(group));
  const mostPeople = Math.max(0, ...people.flatMap((group) => group.rows.map((row) => row.value)));
  return { groups, percent: groups.filter(inPercent), people, mostPeople };
}

export function planView(plan: Plan, handbook: Pick<Handbook, 'indicators' | 'units'>): PlanView {
  const scales = targetScales(plan, handbook.indicators);
  const units = new Map(handbook.units.map((unit) => [unit.id, unitLink(unit)]));
  return {
    ...scales,
    parts: [
      { href: '#nhiem-vu', text: t('plan.tasks') },
      ...(scales.groups.length > 0 ? [{ href: '#chi-tieu', text: t('plan.indicators') }] : []),
      { href: '#muc-dich', text: t('plan.purposes') },
      { href: '#to-chuc', text: t('plan.organisation') },
      { href: '#bao-cao', text: t('plan.reporting') },
      { href: '#can-cu', text: t('plan.basis') },
    ],
    unit: (id) => {
      const unit = units.get(id);
      if (unit === undefined) throw new Error(`Không có đơn vị ${id} (unproven reference).`);
      return unit;
    },
  };
}
