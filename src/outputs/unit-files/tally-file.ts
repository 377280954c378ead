/** The table that the tally page saves, read back: sums go by file from a village to its commune. Pure. */
import { largestCount, type TallySheet } from '../../sessions/tally.ts';

/** Cells of a line: between commas, as the page writes them, or as a spreadsheet here saves them. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,;\t]*)(?:[,;\t]|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replace(/""/g, '"') : cell.trim(),
  );

const count = (cell: string | undefined): number | undefined =>
  cell !== undefined && /^\d{1,5}$/.test(cell) && Number(cell) <= largestCount ? Number(cell) : undefined;

/**
 * The sums of a file as one sheet; `idOf` knows the rows by their names. Undefined for a file without any of
 * the rows: it is another table.
 */
export function sheetOfFile(
  text: string,
  idOf: (name: string) => string | undefined,
): TallySheet | undefined {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map(cellsOf);
  const counts = Object.fromEntries(
    rows.flatMap(([name = '', value]) => {
      const [id, number] = [idOf(name), count(value)];
      return id === undefined || number === undefined ? [] : [[id, number]];
    }),
  );
  const guides = rows.flatMap(([guide, learnt, did]) => {
    const [number, learners, done] = [guide, learnt, did].map(count);
    return number === undefined || learners === undefined || done === undefined
      ? []
      : [{ number, learners, done }];
  });
  return Object.keys(counts).length > 0 ? { counts, guides } : undefined;
}
