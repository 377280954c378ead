/** Files of each unit's desk that have something in them. */
import { unitFileAddress, type unitFiles } from '../../domain/address.ts';
import type { Handbook, Unit } from '../../handbook/handbook.ts';
import { unitDownloads } from '../../views/unit-work.ts';
import type { HandbookFile } from '../output.ts';
import { csv } from './csv.ts';
import { t } from '../../words/words.ts';
import { reportDraft } from './report-draft.ts';
import { unitCoverage, unitTasks, type SheetRows } from './sheets.ts';
import { workbook } from './workbook.ts';

/** Addresses from the root of the site: a packed file cannot be turned when many editions are stamped. */
const withoutHost = (rows: readonly (readonly (string | number)[])[], host: string): (string | number)[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell.replaceAll(host, '') : cell)));

interface Writer {
  readonly file: keyof typeof unitFiles;
  readonly type: string;
  readonly write: (unit: Unit, handbook: Handbook) => ReturnType<HandbookFile['content']>;
}
/** Media type of a report draft. */
export const reportType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A sheet in the two forms in which it is offered: for Excel, and as text for any other program. */
const sheet = (
  files: Record<'book' | 'text', keyof typeof unitFiles>,
  name: string,
  rows: (unit: Unit, handbook: Handbook) => SheetRows,
): Writer[] => [
  {
    file: files.book,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: async (unit, handbook) =>
      workbook(name, withoutHost(rows(unit, handbook), handbook.site.url), handbook.edition),
  },
  {
    file: files.text,
    type: 'text/csv; charset=utf-8',
    write: (unit, handbook) => csv(rows(unit, handbook)),
  },
];
const writers: readonly Writer[] = [
  {
    file: 'report',
    type: reportType,
    write: async (unit, handbook) => Buffer.from(await reportDraft(unit, handbook)),
  },
  ...sheet({ book: 'tasksBook', text: 'tasks' }, t('sheet.tasksTab'), unitTasks),
  ...sheet({ book: 'coverageBook', text: 'coverage' }, t('sheet.coverageTab'), unitCoverage),
];

export const files = (handbook: Handbook): HandbookFile[] =>
  handbook.units.flatMap((unit) =>
    writers
      .filter(({ file }) => unitDownloads(unit).includes(file))
      .map(({ file, type, write }) => ({
        address: unitFileAddress(unit.id, file),
        type,
        content: () => write(unit, handbook),
      })),
  );
