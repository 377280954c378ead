/** Targets of all plans, one table for each group, measure and unit. */
import type { Handbook } from '../handbook/handbook.ts';
import { indicatorRow, type IndicatorRow } from './indicators.ts';

export interface TargetTable {
  readonly group: string;
  readonly measure: string;
  readonly unit: IndicatorRow['unit'];
  readonly unitName: string;
  /** Full length of a bar: 100 for percent, the largest figure for millions. */
  readonly max: number;
  readonly rows: readonly {
    readonly plan: string;
    readonly planAddress: string;
    readonly years: readonly { readonly year: number; readonly row?: IndicatorRow }[];
  }[];
}

export function targetTables({ indicators }: Pick<Handbook, 'indicators'>): TargetTable[] {
  const rows = indicators.map(indicatorRow);
  const years = [...new Set(rows.map((row) => row.year))].sort();
  const keys = [...new Set(rows.map((row) => `${row.group}|${row.measure}|${row.unitName}`))];
  return keys
    .map((key) => {
      const own = rows.filter((row) => `${row.group}|${row.measure}|${row.unitName}` === key);
      const first = own[0]!;
      const plans = [...new Set(own.map((row) => row.plan))];
      return {
        group: first.group,
        measure: first.measure,
        unit: first.unit,
        unitName: first.unitName,
        max: first.unit === 'percent' ? 100 : Math.max(...own.map((row) => row.value)),
        rows: plans.map((plan) => ({
          plan,
          planAddress: own.find((row) => row.plan === plan)!.planAddress,
          years: years.map((year) => {
            const row = own.find((candidate) => candidate.plan === plan && candidate.year === year);
            return row ? { year, row } : { year };
          }),
        })),
      };
    })
    .sort((a, b) => b.rows.length - a.rows.length);
}
