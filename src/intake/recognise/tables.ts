/** Tasks and targets in tables, whatever the order of the columns. */
import type { Cell, Table } from '../document.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import { isDeadline, isHeaderRow, partOf, type Part } from './columns.ts';
import type { Told } from './outline.ts';
import { readTarget, yearIn, type FoundTarget } from './targets.ts';

export interface TableTask {
  readonly item: string;
  readonly told: Told;
  readonly parts: Readonly<Partial<Record<Part, readonly Told[]>>>;
}

const textOf = (cell: Cell | undefined): string => cell?.text.replace(/\n/g, ' ').trim() ?? '';
const romanItem = /^(?:[IVX]+|[A-HĐ])[.)]?$/u;

/** The row of column names, or −1. Names may be told over two rows. */
function headerOf(rows: Table['rows']): {
  readonly index: number;
  readonly parts: readonly (Part | undefined)[];
  readonly deadline: boolean;
} {
  for (let index = 0; index < Math.min(rows.length, 8); index++) {
    const cells = (rows[index] ?? []).map(textOf);
    if (isHeaderRow(cells)) {
      const below = (rows[index + 1] ?? []).map(textOf);
      const two = below.some(
        (name, column) => name !== cells[column] && partOf(name) !== undefined && name !== '',
      );
      const parts = cells.map(
        (name, column) => (two ? partOf(below[column] ?? '') : undefined) ?? partOf(name),
      );
      const names = [...cells, ...(two ? below : [])];
      return { index: two ? index + 1 : index, parts, deadline: names.some(isDeadline) };
    }
  }
  return { index: -1, parts: [], deadline: false };
}

/** A row of numbers of columns: “(1) (2) (3)”. */
const isCount = (texts: readonly string[]): boolean =>
  texts.every((text) => text === '' || /^\(?\d{1,2}\)?$|^\([A-Z]\)$/.test(text));

/** A row that is the title of the rows below: one text alone, or one merged cell. */
function groupOf(row: readonly Cell[], parts: readonly (Part | undefined)[]): string | undefined {
  const texts = new Set(
    row
      .filter((_, column) => parts[column] !== 'item')
      .map(textOf)
      .filter((text) => text !== ''),
  );
  const [only] = texts;
  return texts.size === 1 ? only : undefined;
}

/** Adds what a cell tells to a part of a task. */
function addPart(parts: Partial<Record<Part, Told[]>>, part: Part, cell: Cell, deadline: boolean): void {
  const text = cell.text.replace(/\n/g, '; ').replace(/;;/g, ';').trim();
  if (text === '' || /^[-–./x]+$/i.test(text)) return;
  const list = (parts[part] ??= []);
  if (!list.some((one) => one.text === text))
    list.push({ text, place: cell.place, ...(deadline ? { deadline } : {}) });
}

/** A number in front of the text of a task, where no column has it. */
const ownNumber = /^((?:[IVX]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ]))[.)]\s+(.+)$/u;

class TaskRows {
  readonly tasks: { item: string; told: Told; parts: Partial<Record<Part, Told[]>> }[] = [];
  readonly #header: readonly (Part | undefined)[];
  readonly #deadline: boolean;
  #group = '';
  #number = '';
  #above: Cell | undefined;

  constructor(header: readonly (Part | undefined)[], deadline: boolean) {
    [this.#header, this.#deadline] = [header, deadline];
  }

  #cell(row: readonly Cell[], part: Part): Cell | undefined {
    const column = this.#header.indexOf(part);
    return column < 0 ? undefined : row[column];
  }

  add(row: readonly Cell[]): void {
    const merged = new Set(row).size === 1;
    const given = merged ? '' : textOf(this.#cell(row, 'item')).replace(/[.)\s]+$/, '');
    const cell = this.#cell(row, 'task');
    const title = groupOf(row, this.#header);
    const known = this.tasks.at(-1);
    if (title !== undefined && this.#isGroup(given, title)) {
      const [, own = ''] = ownNumber.exec(title) ?? [];
      const number = given || own;
      if (romanItem.test(number) || number === '') this.#group = number;
      else this.#number = number;
      this.#above = undefined;
      return;
    }
    if (cell === undefined || (textOf(cell) === '' && known === undefined)) return;
    // One task over several rows: a merged cell, or nothing new in the column of tasks.
    if (known && (cell === this.#above || textOf(cell) === '')) {
      this.#fill(known.parts, row);
      return;
    }
    this.#above = cell;
    const [, own, rest] = given === '' ? (ownNumber.exec(textOf(cell)) ?? []) : [];
    const item = this.#itemOf(given === '' ? (own ?? '') : given);
    const task = { item, told: { text: rest ?? textOf(cell), place: cell.place }, parts: {} };
    this.#fill(task.parts, row);
    this.tasks.push(task);
  }

  #isGroup(given: string, title: string): boolean {
    const whole = fold(title);
    return romanItem.test(given) || given === '' || /^\d+$/.test(given) || whole.startsWith('nhom ');
  }

  #itemOf(number: string): string {
    const inGroup = this.#group === '' ? number : `${this.#group}.${number}`;
    const told =
      /^[a-zđ]$/u.test(number) && this.#number !== ''
        ? `${this.#group === '' ? '' : `${this.#group}.`}${this.#number}.${number}`
        : inGroup;
    const used = new Set(this.tasks.map(({ item }) => item));
    if (number !== '' && !used.has(told)) return told;
    return `${this.#group === '' ? '' : `${this.#group}.`}${this.tasks.length + 1}`;
  }

  #fill(parts: Partial<Record<Part, Told[]>>, row: readonly Cell[]): void {
    this.#header.forEach((part, column) => {
      const cell = row[column];
      if (part && cell && part !== 'item' && part !== 'task' && part !== 'other')
        addPart(parts, part, cell, part === 'time' && this.#deadline);
    });
  }
}

/** Tasks of a table; none when its columns do not tell of tasks. */
export function tasksOfTable({ rows }: Table): TableTask[] {
  const { index, parts, deadline } = headerOf(rows);
  if (index < 0 || !parts.includes('task')) return [];
  const reader = new TaskRows(parts, deadline);
  for (const row of rows.slice(index + 1)) {
    const texts = row.map(textOf);
    if (texts.every((text) => text === '') || isCount(texts) || isHeaderRow(texts)) continue;
    reader.add(row);
  }
  return reader.tasks;
}

/** Targets of a table: a column of targets, with a number in it or in columns of years. */
export function targetsOfTable({ rows }: Table): FoundTarget[] {
  const { index, parts } = headerOf(rows);
  const column = parts.indexOf('target');
  if (index < 0 || column < 0 || parts.includes('task')) return [];
  const years = (rows[index] ?? []).map((cell, at) =>
    at === column ? undefined : yearIn(`nam ${textOf(cell)}`).year,
  );
  return rows.slice(index + 1).flatMap((row, at) => {
    const cell = row[column];
    const given = textOf(row[parts.indexOf('item')]) || String(at + 1);
    if (cell === undefined || textOf(cell) === '') return [];
    const words = textOf(cell);
    const inYears = years.flatMap((year, place) => {
      const value = textOf(row[place]);
      if (year === undefined || !/\d/.test(value)) return [];
      const shown = value.includes('%') || /%|tỷ lệ/iu.test(words) ? `${value.replace('%', '')}%` : value;
      const target = readTarget(
        {
          text: `${shown} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
          place: row[place]?.place ?? cell.place,
        },
        given,
        { year },
      );
      return target
        ? [{ ...target, year, told: { text: `${words}: ${value}`, place: row[place]?.place ?? cell.place } }]
        : [];
    });
    const own = inYears.length > 0 ? [] : [readTarget({ text: words, place: cell.place }, given, {})];
    return [...inYears, ...own.filter((one) => one !== undefined)];
  });
}
