/** Excel workbooks: every visible sheet is a table; a merged cell is told in each cell that it covers. */
import { tidy, type Cell, type PlanDocument, type Table } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { attribute, below, child, children, openPackage, type Package } from './xml.ts';

/** “C12” as column and row, from 0. */
function reference(text: string): { readonly column: number; readonly row: number } {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)/.exec(text) ?? [];
  const column = [...letters].reduce((total, letter) => total * 26 + (letter.codePointAt(0) ?? 65) - 64, 0);
  return { column: column - 1, row: Number(digits) - 1 };
}

/** Number formats of dates that every workbook knows. */
const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22]);

/** Styles, by their place in the list, that show a number as a day. */
function dateStyles(root: Element | undefined): ReadonlySet<number> {
  const own = new Map(
    children(child(root, 'numFmts'), 'numFmt').map((one) => [
      Number(attribute(one, 'numFmtId')),
      attribute(one, 'formatCode') ?? '',
    ]),
  );
  return new Set(
    children(child(root, 'cellXfs'), 'xf').flatMap((one, index) => {
      const format = Number(attribute(one, 'numFmtId') ?? 0);
      return dateFormats.has(format) || /[dy]/i.test(own.get(format) ?? '') ? [index] : [];
    }),
  );
}

/** Day 1 of Excel is 1 January 1900, with a 29 February that never was. */
function dayOf(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  return [day.getUTCDate(), day.getUTCMonth() + 1, day.getUTCFullYear()].join('/');
}

/** What a cell shows. */
function shown(cell: Element, strings: readonly string[], dates: ReadonlySet<number>): string {
  const value = child(cell, 'v')?.textContent ?? '';
  const type = attribute(cell, 't');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'inlineStr')
    return below(cell, 't')
      .map(({ textContent }) => textContent)
      .join('');
  if (type === 'e') return '';
  if (type === undefined || type === 'n')
    return value !== '' && dates.has(Number(attribute(cell, 's') ?? -1)) ? dayOf(Number(value)) : value;
  return value;
}

/** Cells of a sheet by row and column. */
function readSheet(
  sheet: Element,
  title: string,
  strings: readonly string[],
  dates: ReadonlySet<number>,
): Table {
  const grid: Cell[][] = [];
  let width = 0;
  for (const cell of below(sheet, 'c')) {
    const name = attribute(cell, 'r') ?? 'A1';
    const { column, row } = reference(name);
    const text = shown(cell, strings, dates)
      .split('\n')
      .map(tidy)
      .filter((line) => line !== '')
      .join('\n');
    (grid[row] ??= [])[column] = { text, place: `trang tính “${title}”, ô ${name}` };
    width = Math.max(width, column + 1);
  }
  for (const merge of below(sheet, 'mergeCell')) {
    const [first = 'A1', last = 'A1'] = (attribute(merge, 'ref') ?? '').split(':');
    const [from, to] = [reference(first), reference(last)];
    const told = grid[from.row]?.[from.column];
    if (told === undefined) continue;
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) (grid[row] ??= [])[column] = told;
  }
  const rows = Array.from(grid, (row: Cell[] | undefined, index) =>
    Array.from(
      { length: width },
      (_, column) => row?.[column] ?? { text: '', place: `trang tính “${title}”, hàng ${index + 1}` },
    ),
  );
  return { kind: 'table', rows: rows.filter((row) => row.some(({ text }) => text !== '')) };
}

/** Paths and names of the sheets that are shown. */
function sheetsOf({ part }: Package): { readonly path: string; readonly title: string }[] {
  const targets = new Map(
    children(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      attribute(one, 'Id') ?? '',
      (attribute(one, 'Target') ?? '').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return children(child(part('xl/workbook.xml'), 'sheets'), 'sheet')
    .filter((one) => (attribute(one, 'state') ?? 'visible') === 'visible')
    .map((one) => ({
      path: targets.get([...one.attributes].find(({ name }) => name === 'r:id')?.value ?? '') ?? '',
      title: attribute(one, 'name') ?? '',
    }));
}

/** Reads an .xlsx. */
export function readXlsx(bytes: Uint8Array, name: string): PlanDocument {
  const open = openPackage(bytes, name);
  const sheets = sheetsOf(open);
  if (sheets.length === 0) throw new Refusal('damaged', name);
  const strings = children(open.part('xl/sharedStrings.xml'), 'si').map((one) =>
    below(one, 't')
      .filter(({ parentElement }) => parentElement?.localName !== 'rPh')
      .map(({ textContent }) => textContent)
      .join(''),
  );
  const dates = dateStyles(open.part('xl/styles.xml'));
  const blocks = sheets.flatMap(({ path, title }) => {
    const sheet = open.part(path);
    return sheet ? [readSheet(sheet, title, strings, dates)] : [];
  });
  return { name, blocks };
}
