/** Targets as rows. Percent and million people are never put on one scale. */
import type { PlacedIndicator, Plan } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';

/** One target as it is shown. */
export interface IndicatorRow {
  readonly year: number;
  readonly group: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: 'percent' | 'million-people';
  /** "trên 58%". */
  readonly words: string;
  readonly wording: string;
  readonly item: string;
  readonly plan: string;
  readonly planAddress: string;
}

export function indicatorRow({ plan, indicator, audience }: PlacedIndicator): IndicatorRow {
  const value = String(indicator.value).replace('.', ',');
  const number = indicator.unit === 'percent' ? t('plan.pct', { n: value }) : t('plan.million', { n: value });
  const words =
    indicator.comparator === 'more-than'
      ? t('plan.moreThan', { n: number })
      : indicator.comparator === 'at-least'
        ? t('plan.atLeast', { n: number })
        : number;
  return {
    year: indicator.year,
    group: audience.data.title,
    measure: t(`plan.measure_${indicator.measure}`),
    value: indicator.value,
    unit: indicator.unit,
    words,
    wording: indicator.wording,
    item: indicator.item,
    plan: plan.data.short,
    planAddress: plan.address,
  };
}

/** A plan's targets by group and measure, years beside each other. */
export function indicatorsOf(
  plan: Plan,
  all: readonly PlacedIndicator[],
): { readonly label: string; readonly rows: readonly IndicatorRow[] }[] {
  const own = all.filter((indicator) => indicator.plan === plan).map(indicatorRow);
  const labels = [...new Set(own.map((row) => `${row.group}: ${row.measure}`))];
  return labels.map((label) => ({
    label,
    rows: own.filter((row) => `${row.group}: ${row.measure}` === label).sort((a, b) => a.year - b.year),
  }));
}
