/**
 * Ring 2 for modes: every mode has code and every code has a mode, presets alike. Runs in `prove()`, so both
 * check and build stop.
 */
import type { Problem } from '../../domain/problem.ts';
import { modeTokens, presets } from '../../modes/settings.ts';
import type { ModeData } from '../../schemas/knowledge.ts';
import { fault, problemAt } from '../faults.ts';

/** What is wrong between `content/modes/` and `modes/settings.ts`. */
export function modeProblems(
  entries: readonly { readonly id: string; readonly file: string; readonly data: ModeData }[],
): Problem[] {
  const coded = new Map<string, readonly string[]>([
    ...modeTokens.map((token) => [token, []] as const),
    ...Object.entries(presets),
  ]);
  const written = new Set(entries.map((entry) => entry.id));
  return [
    ...entries.flatMap(({ id, file, data }) => {
      const set = coded.get(id);
      if (set === undefined) return [problemAt(file, fault('mode-code', { id, coded: [...coded.keys()] }))];
      return set.join() === data.preset.join()
        ? []
        : [problemAt(file, fault('mode-preset', { id, set }), { field: 'preset' })];
    }),
    ...[...coded.keys()]
      .filter((id) => !written.has(id))
      .map((id) => problemAt(`content/modes/${id}.mdx`, fault('mode-page', { id }))),
  ];
}
