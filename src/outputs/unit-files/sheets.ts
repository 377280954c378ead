/** Sheets of a unit: its tasks, and what of the Handbook serves each. */
import { absolute } from '../../domain/address.ts';
import type { Handbook, Unit } from '../../handbook/handbook.ts';
import { planBlank } from '../../views/stated.ts';
import { guidesByFit } from '../../views/task.ts';
import { unitWork } from '../../views/unit-work.ts';
import { t, type WordIn } from '../../words/words.ts';

const head = (...names: readonly WordIn<'sheet'>[]): string[] => names.map((name) => t(`sheet.${name}`));

/** Rows of a sheet, its head first. */
export type SheetRows = readonly (readonly (string | number)[])[];

/** A row a task or duty, as the plans have it. */
export function unitTasks(unit: Unit, { site }: Pick<Handbook, 'site'>): SheetRows {
  return [
    head('no', 'plan', 'number', 'item', 'task', 'role', 'others', 'when', 'wording', 'result', 'address'),
    ...unitWork(unit).map((row, index) => [
      index + 1,
      row.plan.data.short,
      row.plan.data.number ?? planBlank(row.plan.data, 'number', t('plan.unstatedValue')),
      row.item,
      row.title,
      row.role,
      row.others,
      row.when,
      row.wording,
      row.result,
      absolute(site.url, row.address),
    ]),
  ];
}

/** Guides named by title for each task; the others are given by number. */
const titled = 5;

/**
 * A row a task: whether guides serve it, which fit best, all by number, and the sessions that carry it out.
 */
export function unitCoverage(
  unit: Unit,
  { site, programmes }: Pick<Handbook, 'site' | 'programmes'>,
): SheetRows {
  return [
    head('no', 'plan', 'item', 'task', 'role', 'state', 'count', 'best', 'guides', 'sessions', 'address'),
    ...unitWork(unit)
      .flatMap((row) => (row.task ? [{ ...row, task: row.task }] : []))
      .map((item, index) => {
        const guides = guidesByFit(item.task);
        const state =
          item.task.data.handbook.by === 'none'
            ? `${t('coverage.outside')}: ${item.task.data.handbook.reason}`
            : t(guides.length > 0 ? 'coverage.served' : 'coverage.gap');
        return [
          index + 1,
          item.plan.data.short,
          item.item,
          item.title,
          item.role,
          state,
          guides.length,
          guides
            .slice(0, titled)
            .map((guide) => `${guide.data.number} ${guide.data.title}`)
            .join('\n'),
          guides
            .map((guide) => guide.data.number)
            .sort((a, b) => a - b)
            .join('; '),
          programmes
            .filter((programme) => programme.tasks.includes(item.task))
            .map((programme) => programme.data.title)
            .join('\n'),
          absolute(site.url, item.address),
        ];
      }),
  ];
}
