/**
 * The list of many editions: a CSV with a row for each, and the settings that they share with gaps for the
 * columns: `name: Sổ tay <ten>`.
 */
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';

/** Column that names the folder of an edition in the result. */
const folderColumn = 'thu-muc';
/** Column that names a folder with content of its own, from the folder of the list; may be empty. */
const ownColumn = 'rieng';

/** An edition of the list. */
export interface Listed {
  readonly folder: string;
  /** What its `edition.yaml` says. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Folder with its own `content/`. */
  readonly own?: string;
}

/** Rows of a CSV, cells in quotes where they hold commas; a quote in a cell is written twice. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n|$)/g)) {
    row.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === ',') continue;
    if (row.some((cell) => cell !== '')) rows.push(row);
    row = [];
  }
  return rows;
}

/** A value with its gaps filled; what is left empty goes, and so does what then holds nothing. */
function filled(value: unknown, cells: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string')
    return (
      value
        .replace(/<([^<>]+)>/g, (_, column: string) => {
          const cell = cells.get(column);
          if (cell === undefined) throw new Error(`Danh sách không có cột “${column}”. (no such column)`);
          return cell;
        })
        .trim() || undefined
    );
  if (Array.isArray(value)) return value.map((item: unknown) => filled(item, cells));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, filled(item, cells)])
      .filter(([, item]) => item !== undefined),
  );
}

/** A file that somebody named. @throws Error when it is not there */
function textOf(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new Error(`Không có tệp ${file}. Kiểm tra lại đường dẫn. (no such file)`);
  return readFileSync(file, 'utf8');
}

/** Reads the list. @throws Error with what is wrong, in words for its author */
export function readList(list: string, from: string): Listed[] {
  const [head = [], ...rows] = parseCsv(textOf(list));
  if (!head.includes(folderColumn))
    throw new Error(`${list}: dòng đầu phải có cột “${folderColumn}”. (column missing)`);
  const mould: unknown = parse(textOf(from));
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const line = `${list}, dòng ${index + 2}`;
    if (row.length !== head.length)
      throw new Error(`${line}: có ${row.length} ô, dòng đầu có ${head.length} cột. (cells)`);
    const cells = new Map(head.map((column, place) => [column, row[place] ?? '']));
    const folder = cells.get(folderColumn) ?? '';
    if (!/^[a-z0-9][a-z0-9-]*$/.test(folder))
      throw new Error(`${line}: “${folder}” chưa đúng. Viết chữ thường không dấu, số, gạch nối. (folder)`);
    if (seen.has(folder)) throw new Error(`${line}: “${folder}” đã có ở dòng trên. (folder twice)`);
    seen.add(folder);
    const own = cells.get(ownColumn) ?? '';
    const settings = filled(mould, cells);
    return {
      folder,
      settings: { ...(typeof settings === 'object' ? settings : {}) },
      ...(own === '' ? {} : { own: join(dirname(list), own) }),
    };
  });
}

/** The part of a list that one of several machines makes: every n-th row, from the i-th (counted from 1). */
export function shardOf<T>(all: readonly T[], shard: string): T[] {
  const [, at, of] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
  const [first, count] = [Number(at), Number(of)];
  if (at === undefined || first < 1 || first > count)
    throw new Error(`--shard ${shard} chưa đúng. Viết phần/tổng: 3/16. (shard)`);
  return all.filter((_, index) => index % count === first - 1);
}
