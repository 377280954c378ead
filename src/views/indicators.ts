/** Targets as rows. Percent and million people are never put on one scale. */
import type { PlacedIndicator, Plan } from '../handbook/handbook.ts';
import type { Indicator } from '../schemas/plan.ts';
import { dayWords, t } from '../words/words.ts';

/** One target as it is shown. */
export interface IndicatorRow {
  readonly year: number;
  readonly group: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: Indicator['unit'];
  /** What the figures of its table count. */
  readonly unitName: string;
  /** "trên 58%". */
  readonly words: string;
  readonly wording: string;
  readonly item: string;
  readonly plan: string;
  readonly planAddress: string;
}

/** "1.500", "4,5". */
const figure = (value: number): string => value.toLocaleString('vi-VN');

/** What a target's figure counts, as its table says it. */
function unitName({ unit, of = '' }: Indicator): string {
  if (unit === 'count') return t('targets.unitCount', { of });
  return unit === 'percent' ? t('targets.unitPct') : t('targets.unitMillion');
}

/** The figure in words: "trên 58%", "từ 60 đến 70%", "ít nhất 1 mô hình". */
function figureWords({ comparator, value, most, unit, of = '' }: Indicator): string {
  const n = most === undefined ? figure(value) : t('plan.range', { from: figure(value), to: figure(most) });
  const number =
    unit === 'count' ? `${n} ${of}` : unit === 'percent' ? t('plan.pct', { n }) : t('plan.million', { n });
  if (comparator === 'more-than') return t('plan.moreThan', { n: number });
  return comparator === 'at-least' ? t('plan.atLeast', { n: number }) : number;
}

/** A target, and what is said of its plan and its groups. */
interface Titled {
  readonly data: { readonly title: string };
}
interface Worded extends Pick<PlacedIndicator, 'indicator'> {
  readonly plan: { readonly data: { readonly short: string }; readonly address: string };
  readonly audience: Titled;
  readonly others: readonly Titled[];
}

export function indicatorRow({ plan, indicator, audience, others }: Worded): IndicatorRow {
  const words = figureWords(indicator);
  const places = indicator.places.length > 0 ? ` (${indicator.places.join(', ')})` : '';
  return {
    year: indicator.year,
    group: [audience, ...others].map(({ data }) => data.title).join(', ') + places,
    measure: indicator.what ?? t(`plan.measure_${indicator.measure}`),
    value: indicator.value,
    unit: indicator.unit,
    unitName: unitName(indicator),
    words: indicator.by === undefined ? words : t('plan.by', { words, day: dayWords(indicator.by) }),
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
