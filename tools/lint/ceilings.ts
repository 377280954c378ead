/**
 * Ceilings that only fall: how often a rule may still be broken in the whole tree, from `tools/lint/ceilings.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Finding } from './finding.ts';

const ceilingsSchema = z.strictObject({
  /** What the house aims at, by rule: a count, or a count per 1,000 lines. Never a reason to fail. */
  goals: z.record(
    z.string(),
    z.union([z.strictObject({ count: z.number() }), z.strictObject({ perThousandLines: z.number() })]),
  ),
  /** How often each rule is broken today. A rule that is not named must not be broken at all. */
  ceilings: z.record(z.string(), z.int().positive()),
});
export type Ceilings = z.output<typeof ceilingsSchema>;

export const readCeilings = (file: string): Ceilings =>
  ceilingsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));

export interface Judgement {
  /** Rules broken more often than they may, with every place. */
  readonly above: readonly {
    readonly rule: string;
    readonly ceiling: number;
    readonly places: readonly Finding[];
  }[];
  /** Ceilings that stand higher than they need. */
  readonly spare: readonly { readonly rule: string; readonly ceiling: number; readonly count: number }[];
}

/** Places by rule. */
function byRule(findings: readonly Finding[]): Map<string, Finding[]> {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = places.get(finding.rule);
    if (list) list.push(finding);
    else places.set(finding.rule, [finding]);
  }
  return places;
}

export function judge({ ceilings }: Ceilings, findings: readonly Finding[]): Judgement {
  const places = byRule(findings);
  return {
    above: [...places]
      .map(([rule, found]) => ({ rule, ceiling: ceilings[rule] ?? 0, places: found }))
      .filter(({ ceiling, places: found }) => found.length > ceiling),
    spare: Object.entries(ceilings)
      .map(([rule, ceiling]) => ({ rule, ceiling, count: places.get(rule)?.length ?? 0 }))
      .filter(({ ceiling, count }) => count < ceiling),
  };
}

/** Ceilings brought down to the counts of today; none is raised. */
export function lowered({ goals, ceilings }: Ceilings, findings: readonly Finding[]): Ceilings {
  const places = byRule(findings);
  const rows = Object.entries(ceilings)
    .map(([rule, ceiling]): [string, number] => [rule, Math.min(ceiling, places.get(rule)?.length ?? 0)])
    .filter(([, count]) => count > 0);
  return { goals, ceilings: Object.fromEntries(rows) };
}

export const writeCeilings = (file: string, ceilings: Ceilings): void =>
  writeFileSync(file, `${JSON.stringify(ceilings, null, 2)}\n`);

/** The goals as a table: count of today, its share, what is aimed at. */
export function goalsTable({ goals }: Ceilings, findings: readonly Finding[], lines: number): string {
  const places = byRule(findings);
  return Object.entries(goals)
    .map(([rule, goal]) => {
      const count = places.get(rule)?.length ?? 0;
      const share = ((count / lines) * 1000).toFixed(1);
      return 'count' in goal
        ? `  ${rule}: ${count} (đích ${goal.count})`
        : `  ${rule}: ${count}, ${share} trên 1.000 dòng (đích ${goal.perThousandLines})`;
    })
    .join('\n');
}
