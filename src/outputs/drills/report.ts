/** What `npm run report` says of drills: how each is walked, and its faults by name. */
import type { Problem } from '../../domain/problem.ts';
import type { Drill, Handbook } from '../../handbook/handbook.ts';
import type { DrillPress } from '../../schemas/drill.ts';
import { t } from '../../words/words.ts';
import { follows, rightWay } from './graph.ts';
import { drillProblems } from './judge.ts';

const sign = ({ fine, danger }: DrillPress): string =>
  danger !== undefined ? '!' : fine !== undefined ? '~' : '→';

/** States with what leads on from each: → right, ~ forgivable, ! dangerous. */
export const graphLines = ({ data }: Pick<Drill, 'data'>): string[] =>
  data.states.flatMap((state) => [
    `    ${state.id}: ${state.title}`,
    ...state.press.map(
      (press) => `      ${sign(press)} ${follows(state, press)}: ${press.text ?? press.types ?? ''}`,
    ),
  ]);

const faultLine = ({ message, line, rule }: Problem): string =>
  `    ${t('drill.report_fault', { line, message, rule })}`;

/** One line a drill, its faults below it; with `all` the whole graph. */
export function drillReport(handbook: Handbook, all: boolean): readonly string[] {
  const problems = drillProblems(handbook);
  return handbook.drills.flatMap((drill) => {
    const presses = drill.data.states.flatMap(({ press }) => press);
    return [
      `  ${t('drill.report', {
        id: drill.id,
        title: drill.data.title,
        states: drill.data.states.length,
        way: rightWay(drill.data)?.length ?? 0,
        dangers: presses.filter(({ danger }) => danger !== undefined).length,
        fine: presses.filter(({ fine }) => fine !== undefined).length,
      })}`,
      ...problems.filter(({ file }) => file === drill.file).map(faultLine),
      ...(all ? graphLines(drill) : []),
    ];
  });
}
