/** A sheet as a workbook of Excel: one table, its head bold and held in view. */
import writeWorkbook, { type Cell } from 'write-excel-file/node';
import { steadyZip } from './steady-zip.ts';

/** Widest column, in letters: longer text wraps. */
const widest = 48;

/** Letters of the longest line of a cell. */
const letters = (value: string | number): number =>
  Math.max(
    ...String(value)
      .split('\n')
      .map((line) => line.length),
  );

/** Text is stored as text, so a cell that begins like a formula is none. */
function cellOf(value: string | number): Cell {
  if (value === '') return null;
  return typeof value === 'number'
    ? { value, alignVertical: 'top' }
    : { value, type: String, wrap: true, alignVertical: 'top' };
}

/**
 * The file's bytes; the same for the same rows. `name` stands on the tab, at most 31 letters. The first row
 * is the head.
 */
export async function workbook(
  name: string,
  [head = [], ...body]: readonly (readonly (string | number)[])[],
  day: string,
): Promise<Buffer> {
  const written = await writeWorkbook(
    [
      head.map((value) => ({ value: String(value), type: String, fontWeight: 'bold' as const, wrap: true })),
      ...body.map((row) => row.map(cellOf)),
    ],
    {
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((value, column) => ({
        width: Math.min(
          widest,
          2 + Math.max(letters(value), ...body.map((row) => letters(row[column] ?? ''))),
        ),
      })),
    },
  ).toBuffer();
  return Buffer.from(steadyZip(written, day));
}
