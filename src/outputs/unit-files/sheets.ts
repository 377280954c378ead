/** Sheets of a unit: its tasks, and what of the Handbook serves each. */
import { absolute } from '../../domain/address.ts';
import type { Handbook, Unit } from '../../handbook/handbook.ts';
import { guidesByFit } from '../../views/task.ts';
import { unitWork } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';
import { csv } from '../../formats/csv.ts';

const head = (...names: string[]): string[] => names.map((n) => t(`sheet.${n}`));

/** A row a task or duty, as the plans have it. */
export function unitTasksCsv(u: Unit, { site }: Pick<Handbook, 'site'>): string {
  return csv([
    head('no', 'plan', 'number', 'item', 'task', 'role', 'others', 'when', 'wording', 'result', 'address'),
    ...unitWork(u).map((r, i) => [
      i + 1,
      r.plan.data.short,
      r.plan.data.number ?? t('plan.unstatedValue'),
      r.item,
      r.title,
      r.role,
      r.others,
      r.when,
      r.wording,
      r.result,
      absolute(site.url, r.address),
    ]),
  ]);
}

/** Guides named by title for each task; the others are given by number. */
const titled = 5;

/** A row a task: whether guides serve it, which fit best, all by number, and the sessions that carry it out. */
export function unitCoverageCsv(
  u: Unit,
  { site, programmes }: Pick<Handbook, 'site' | 'programmes'>,
): string {
  return csv([
    head('no', 'plan', 'item', 'task', 'role', 'state', 'count', 'best', 'guides', 'sessions', 'address'),
    ...unitWork(u)
      .flatMap((r) => (r.task ? [{ ...r, task: r.task }] : []))
      .map((r, i) => {
        const guides = guidesByFit(r.task);
        const state =
          r.task.data.handbook.by === 'none'
            ? `${t('coverage.outside')}: ${r.task.data.handbook.reason}`
            : t(guides.length > 0 ? 'coverage.served' : 'coverage.gap');
        return [
          i + 1,
          r.plan.data.short,
          r.item,
          r.title,
          r.role,
          state,
          guides.length,
          guides
            .slice(0, titled)
            .map((g) => `${g.data.number} ${g.data.title}`)
            .join('\n'),
          guides
            .map((g) => g.data.number)
            .sort((a, b) => a - b)
            .join('; '),
          programmes
            .filter((p) => p.tasks.includes(r.task))
            .map((p) => p.data.title)
            .join('\n'),
          absolute(site.url, r.address),
        ];
      }),
  ]);
}
