/** What a proposal changes, for whoever reviews it: in words, and in the rules that are named. Pure. */
import { isRuns, type Block, type Item, type Runs } from './body.ts';
import { openEntry } from './entry.ts';
import type { CollectionForm, FieldForm, Shape } from './form-kinds.ts';
import { isGroup, isList, type Value } from './yaml-edit.ts';

/** One line of an entry: where it stands, in words, and what it says. */
export interface Line {
  readonly where: string;
  readonly text: string;
}
/** Words that stayed, went or came. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}
/** A line that is another than before. */
export interface ChangedLine {
  readonly where: string;
  readonly pieces: readonly Piece[];
}

/** Fields of a group, as its shape has them; of one of several kinds those of the kind that is written. */
function fieldsIn(shape: Shape | undefined, value: Value): readonly FieldForm[] {
  if (shape?.kind === 'group') return shape.fields;
  if (shape?.kind === 'either') return shape.options.flatMap((option) => fieldsIn(option, value));
  if (shape?.kind !== 'kinds' || !isGroup(value)) return [];
  return shape.options.find((option) => option.value === value[shape.tag])?.fields ?? [];
}

function valueLines(value: Value, where: string, shape: Shape | undefined): Line[] {
  if (isList(value)) {
    const item = shape?.kind === 'list' ? shape.item : undefined;
    return value.flatMap((one) => valueLines(one, where, item));
  }
  if (!isGroup(value))
    return String(value)
      .split('\n')
      .map((text) => ({ where, text }));
  const fields = fieldsIn(shape, value);
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = fields.find((one) => one.name === name);
    const title = field?.title ?? name;
    return valueLines(inner, where === '' ? title : `${where} › ${title}`, field?.shape);
  });
}

const runsText = (runs: Runs): string =>
  runs
    .map((run) => {
      if (run.kind === 'break') return ' ';
      if (run.kind !== 'piece') return run.text;
      return run.text === '' ? `[${Object.values(run.props).join(' ')}]` : run.text;
    })
    .join('');

const itemLines = (item: Item, where: string): Line[] =>
  isRuns(item) ? [{ where, text: runsText(item) }] : item.items.flatMap((one) => itemLines(one, where));

function blockLines(block: Block, where: string, partName: (name: string) => string): Line[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [{ where, text: runsText(block.runs) }];
    case 'list':
      return itemLines(block, where);
    case 'table':
      return block.rows.flatMap((row) => row.map((cell) => ({ where, text: runsText(cell) })));
    case 'kept':
      return [{ where, text: block.source }];
    case 'part': {
      const inside = `${where} › ${partName(block.name)}`;
      return [
        ...Object.values(block.props).map((text) => ({ where: inside, text })),
        ...block.children.flatMap((child) => blockLines(child, inside, partName)),
      ];
    }
    default:
      return block satisfies never;
  }
}

/**
 * An entry as lines, each with the title of its field or part. `partName` gives the Vietnamese name of a part
 * of a body; `body` is what the body is called. A text that cannot be read is given line by line.
 */
export function linesOf(
  file: string,
  text: string,
  form: CollectionForm,
  names: { readonly body: string; readonly partName: (name: string) => string },
): Line[] {
  try {
    const { head, body } = openEntry(file, text);
    return [
      ...valueLines(head, '', { kind: 'group', fields: form.fields }),
      ...(body?.blocks ?? []).flatMap((block) => blockLines(block, names.body, names.partName)),
    ];
  } catch {
    return text.split('\n').map((line) => ({ where: names.body, text: line }));
  }
}

/**
 * The way from one list to another by what stays in order (longest common subsequence). What both begin and
 * end with is set aside first, so that the table stays small.
 */
function wayBetween<Of>(
  before: readonly Of[],
  after: readonly Of[],
  same: (one: Of, other: Of) => boolean,
): { readonly kind: Piece['kind']; readonly item: Of }[] {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  const equal = (one: number, other: number): boolean => {
    const [a, b] = [before[one], after[other]];
    return a !== undefined && b !== undefined && same(a, b);
  };
  while (start < shorter && equal(start, start)) start++;
  let end = 0;
  while (end < shorter - start && equal(before.length - 1 - end, after.length - 1 - end)) end++;
  const [rows, columns] = [before.length - start - end, after.length - start - end];
  // longest[row][column]: most that what follows both places has in common.
  const longest = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (row: number, column: number): number => longest[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--)
    for (let column = columns - 1; column >= 0; column--) {
      const best = equal(start + row, start + column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      longest[row]?.splice(column, 1, best);
    }
  const kept = (items: readonly Of[]) => items.map((item) => ({ kind: 'same', item }) as const);
  const way: { kind: Piece['kind']; item: Of }[] = kept(after.slice(0, start));
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [old, young] = [before[start + row], after[start + column]];
    if (row < rows && column < columns && old !== undefined && equal(start + row, start + column)) {
      way.push({ kind: 'same', item: young ?? old });
      row++;
      column++;
    } else if (
      row < rows &&
      old !== undefined &&
      (column >= columns || at(row + 1, column) >= at(row, column + 1))
    ) {
      way.push({ kind: 'gone', item: old });
      row++;
    } else if (young !== undefined) {
      way.push({ kind: 'new', item: young });
      column++;
    }
  }
  return [...way, ...kept(after.slice(after.length - end))];
}

/** Words that stayed, went and came between two sentences. */
export function wordChanges(before: string, after: string): Piece[] {
  const words = (text: string): string[] => text.match(/\S+\s*/g) ?? [];
  const joined: { kind: Piece['kind']; text: string }[] = [];
  const same = (one: string, other: string): boolean => one.trim() === other.trim();
  for (const { kind, item } of wayBetween(words(before), words(after), same)) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += item;
    else joined.push({ kind, text: item });
  }
  return joined;
}

/** Lines that are others than before; a line that was rewritten stands once, its words compared. */
export function changedLines(before: readonly Line[], after: readonly Line[]): ChangedLine[] {
  const way = wayBetween(before, after, (one, other) => one.where === other.where && one.text === other.text);
  const changed: ChangedLine[] = [];
  let [gone, fresh]: [Line[], Line[]] = [[], []];
  const settle = (): void => {
    for (const line of gone) {
      const partner = fresh.findIndex(({ where }) => where === line.where);
      const [young] = partner < 0 ? [] : fresh.splice(partner, 1);
      const pieces = young
        ? wordChanges(line.text, young.text)
        : [{ kind: 'gone', text: line.text } as const];
      changed.push({ where: line.where, pieces });
    }
    for (const { where, text } of fresh) changed.push({ where, pieces: [{ kind: 'new', text }] });
    [gone, fresh] = [[], []];
  };
  for (const { kind, item } of way) {
    if (kind === 'same') settle();
    else (kind === 'gone' ? gone : fresh).push(item);
  }
  settle();
  return changed;
}

/** Ids of the rules that a text names: figures in its sentences, and fields that refer to a rule. */
export const rulesNamed = (text: string): string[] =>
  [
    ...new Set(
      [...text.matchAll(/<Rule\s[^>]*?\bid="([^"]+)"|\brule: ([a-z0-9-]+\/[a-z0-9-]+)/g)].map(
        ([, quoted, field]) => quoted ?? field ?? '',
      ),
    ),
  ].toSorted();
