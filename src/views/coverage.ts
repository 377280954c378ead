/** Each task and the guides that serve it. Generated; the same figures are printed by `npm run report`. */
import type { Handbook, Plan, Skill, Task } from '../handbook/handbook.ts';

import { guidesByFit, startOf } from './task.ts';

interface CoverageRow {
  readonly task: Task;
  readonly state: 'served' | 'gap' | 'outside';
  readonly reason?: string;
  readonly guides: number;
}
export interface Coverage {
  readonly plans: readonly { readonly plan: Plan; readonly rows: readonly CoverageRow[] }[];
  readonly served: number;
  readonly gap: number;
  readonly outside: number;
  readonly skillGaps: readonly Skill[];
}

export function coverage({ plans, skills }: Pick<Handbook, 'plans' | 'skills'>): Coverage {
  const perPlan = plans.map((plan) => ({
    plan,
    rows: plan.tasks.map((task): CoverageRow =>
      task.data.handbook.by === 'none'
        ? { task, state: 'outside', reason: task.data.handbook.reason, guides: 0 }
        : { task, state: startOf(task).length > 0 ? 'served' : 'gap', guides: guidesByFit(task).length },
    ),
  }));
  const count = (state: CoverageRow['state']): number =>
    perPlan.reduce((total, item) => total + item.rows.filter((row) => row.state === state).length, 0);
  return {
    plans: perPlan,
    served: count('served'),
    gap: count('gap'),
    outside: count('outside'),
    skillGaps: skills.filter((skill) => skill.guides.length === 0),
  };
}
