/** Files of the units' desks that somebody may look for by name. */
import { pages, unitFiles } from '../../domain/address.ts';
import type { Findables, FindableSheet } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { unitDownloads } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';

export function findables(handbook: Handbook): Findables {
  const sheet = (
    name: FindableSheet['name'],
    file: keyof typeof unitFiles,
    title: string,
  ): FindableSheet => ({
    name,
    title: `${title}: {title}`,
    address: `{address}${unitFiles[file]}`,
    action: 'download',
    pages: handbook.units.filter((unit) => unitDownloads(unit).includes(file)).map(({ address }) => address),
  });
  return {
    items: [
      { kind: 'tool', title: t('tally.title'), address: pages.tally },
      { kind: 'tool', title: t('fill.title'), address: pages.reportFill },
    ],
    sheets: [
      sheet('report', 'report', t('unit.file_report')),
      sheet('unitTasks', 'tasksBook', t('unit.file_tasksBook')),
    ],
  };
}
