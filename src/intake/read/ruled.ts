/**
 * Tables of a page without structure, by the lines that are drawn around their cells: a signed plan is often
 * printed to PDF by a program that marks nothing. Pure, but for the operators that pdf.js reads.
 */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { tidy, type Cell } from '../document.ts';

/** A piece of text on a page, in points from the lower left. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A table, with the pieces that stand in its cells and the height at which it begins. */
export interface RuledTable {
  readonly rows: Cell[][];
  readonly pieces: ReadonlySet<Piece>;
  readonly top: number;
  /** Where its columns begin and end, rounded: a table that goes on over the page has the same. */
  readonly columns: string;
}

/** An upright or level line: where it stands on one axis, from and to on the other. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

interface Rules {
  readonly level: Rule[];
  readonly upright: Rule[];
}

/** What pdf.js gives for a page: the operators and their arguments. */
interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** How many numbers each step of a path takes: move, line, curve, quadratic curve, close. */
const takes = [2, 2, 6, 4, 0];

/** The straight pieces of a path, after the matrix that holds where it is drawn. */
function* segmentsOf(steps: Iterable<number>, matrix: readonly number[]): Generator<[number, number][]> {
  const numbers = [...steps];
  let start: [number, number] | undefined;
  let last: [number, number] | undefined;
  for (let at = 0; at < numbers.length;) {
    const kind = numbers[at] ?? 4;
    const count = takes[kind] ?? 0;
    const [x = 0, y = 0] = numbers.slice(at + 1 + Math.max(0, count - 2), at + 1 + count);
    at += 1 + count;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const point: [number, number] = [a * x + c * y + e, b * x + d * y + f];
    if (kind === 1 && last) yield [last, point];
    if (kind === 4 && last && start) yield [last, start];
    if (kind === 0) start = point;
    last = kind === 4 ? start : point;
  }
}

/** A matrix inside of another: what is drawn after both. */
function within(outer: readonly number[], inner: readonly number[]): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const apply = (x: number, y: number): [number, number] => [a * x + c * y, b * x + d * y];
  const [m = 1, n = 0, o = 0, p = 1, q = 0, r = 0] = inner;
  const [right, up, moved] = [apply(m, n), apply(o, p), apply(q, r)];
  return [...right, ...up, moved[0] + e, moved[1] + f];
}

/** All upright and level lines of a page; thin filled boxes are lines too. */
function rulesOf({ fnArray, argsArray }: Operators): Rules {
  const rules: Rules = { level: [], upright: [] };
  const kept: number[][] = [];
  let matrix: number[] = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, index) => {
    const given = argsArray[index];
    if (operator === OPS.save) kept.push(matrix);
    if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    if (!isList(given)) return;
    if (operator === OPS.transform) matrix = within(matrix, given.map(Number));
    // A path that only clips is not drawn.
    if (operator !== OPS.constructPath || given[0] === OPS.endPath) return;
    const [steps] = isList(given[1]) ? given[1] : [];
    if (!(steps instanceof Float32Array)) return;
    for (const [[x, y] = [0, 0], [toX, toY] = [0, 0]] of segmentsOf(steps, matrix)) {
      if (Math.abs(y - toY) < 1 && Math.abs(x - toX) > 6)
        rules.level.push({ at: y, from: Math.min(x, toX), to: Math.max(x, toX) });
      if (Math.abs(x - toX) < 1 && Math.abs(y - toY) > 6)
        rules.upright.push({ at: x, from: Math.min(y, toY), to: Math.max(y, toY) });
    }
  });
  return rules;
}

/** A cell by its four edges. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The cell around a point: the nearest line on each side that reaches as far as the point. */
function boxAround({ level, upright }: Rules, [x, y]: readonly [number, number]): Box | undefined {
  const across = (rules: readonly Rule[], at: number): number[] =>
    rules.filter(({ from, to }) => from - 2 <= at && at <= to + 2).map((rule) => rule.at);
  const sides = across(upright, y);
  const ends = across(level, x);
  const left = Math.max(...sides.filter((one) => one <= x));
  const right = Math.min(...sides.filter((one) => one > x));
  const bottom = Math.max(...ends.filter((one) => one <= y));
  const top = Math.min(...ends.filter((one) => one > y));
  return [left, right, bottom, top].every(Number.isFinite) ? { left, right, bottom, top } : undefined;
}

/** Numbers that lie within three points of one another, once each, from the smallest. */
function bands(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((one, other) => one - other))
    if (value - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > 3) found.push(value);
  return found;
}

/** The text of a cell: its lines from the top, each from the left. */
function textOf(pieces: readonly Piece[]): string {
  const lines: { y: number; pieces: Piece[] }[] = [];
  for (const piece of [...pieces].sort((one, other) => other.y - one.y || one.x - other.x)) {
    const line = lines.find((one) => Math.abs(one.y - piece.y) < 4);
    if (line) line.pieces.push(piece);
    else lines.push({ y: piece.y, pieces: [piece] });
  }
  return tidy(
    lines
      .map((line) => {
        let end = Number.POSITIVE_INFINITY;
        return line.pieces
          .sort((one, other) => one.x - other.x)
          .map((piece) => {
            const gap = piece.x - end > 1.5 ? ' ' : '';
            end = piece.x + piece.width;
            return gap + piece.text;
          })
          .join('');
      })
      .join(' '),
  );
}

type Filled = Box & { readonly pieces: Piece[] };

/** Boxes that touch from top to bottom, as tables. */
function apart(boxes: readonly Filled[]): Filled[][] {
  const tables: Filled[][] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const box of [...boxes].sort((one, other) => other.top - one.top)) {
    if (box.top < lowest - 3 || tables.length === 0) tables.push([]);
    tables.at(-1)?.push(box);
    lowest = Math.min(tables.at(-1)?.length === 1 ? box.bottom : lowest, box.bottom);
  }
  return tables;
}

/**
 * The tables of one page. `first` is the number of the page's first table in the document, for its places.
 * A frame around one text is no table: there have to be two columns and two rows.
 */
export function ruledTables(
  operators: Operators,
  pieces: readonly Piece[],
  page: number,
  first: number,
): RuledTable[] {
  const rules = rulesOf(operators);
  const boxes: Filled[] = [];
  for (const piece of pieces) {
    const box = boxAround(rules, [piece.x + piece.width / 2, piece.y + piece.height * 0.3]);
    if (!box) continue;
    const known = boxes.find((one) =>
      (['left', 'right', 'bottom', 'top'] as const).every((edge) => Math.abs(one[edge] - box[edge]) < 3),
    );
    if (known) known.pieces.push(piece);
    else boxes.push({ ...box, pieces: [piece] });
  }
  return apart(boxes).flatMap((cells, index): RuledTable[] => {
    const xs = bands(cells.flatMap(({ left, right }) => [left, right]));
    const ys = bands(cells.flatMap(({ bottom, top }) => [bottom, top])).reverse();
    if (xs.length < 3 || ys.length < 3) return [];
    const made = new Map<Filled, Cell>();
    const rows = ys.slice(1).map((low, row) =>
      xs.slice(1).map((right, column): Cell => {
        const [x, y] = [(right + (xs[column] ?? right)) / 2, (low + (ys[row] ?? low)) / 2];
        const box = cells.find(
          (one) => one.left - 2 < x && x < one.right + 2 && one.bottom - 2 < y && y < one.top + 2,
        );
        const place = `trang ${page}, bảng ${first + index}, hàng ${row + 1}, cột ${column + 1}`;
        if (!box) return { text: '', place };
        const cell = made.get(box) ?? { text: textOf(box.pieces), place };
        made.set(box, cell);
        return cell;
      }),
    );
    return [
      {
        rows,
        pieces: new Set(cells.flatMap((one) => one.pieces)),
        top: ys[0] ?? 0,
        columns: xs.map((edge) => Math.round(edge / 4)).join(' '),
      },
    ];
  });
}
