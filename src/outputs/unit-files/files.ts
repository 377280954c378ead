/** Files of each unit's desk that have something in them. */
import { unitFileAddress, type unitFiles } from '../../domain/address.ts';
import type { Handbook, Unit } from '../../handbook/handbook.ts';
import { unitDownloads } from '../../views/unit-work.ts';
import type { HandbookFile } from '../output.ts';
import { reportDraft } from './report-draft.ts';
import { unitCoverageCsv, unitTasksCsv } from './sheets.ts';

interface Writer {
  readonly file: keyof typeof unitFiles;
  readonly type: string;
  readonly write: (unit: Unit, handbook: Handbook) => ReturnType<HandbookFile['content']>;
}
const csv = 'text/csv; charset=utf-8';
const writers: readonly Writer[] = [
  {
    file: 'report',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (unit, handbook) => Buffer.from(await reportDraft(unit, handbook)),
  },
  { file: 'tasks', type: csv, write: unitTasksCsv },
  { file: 'coverage', type: csv, write: unitCoverageCsv },
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
