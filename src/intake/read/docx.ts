/**
 * Word documents. Numbers that Word sets by itself are written out, since items are known by them; text that
 * was struck out by tracked changes is left out.
 */
import { tidy, type Block, type Cell, type PlanDocument } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { attribute, below, child, children, openPackage } from './xml.ts';

/** One level of a list: its format and its pattern, “%1.%2.”. */
interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
}

type Numbering = ReadonlyMap<string, ReadonlyMap<number, Level>>;

function readNumbering(root: Element | undefined): Numbering {
  const abstracts = new Map(
    children(root, 'abstractNum').map((one) => [
      attribute(one, 'abstractNumId') ?? '',
      new Map(
        children(one, 'lvl').map((level): [number, Level] => [
          Number(attribute(level, 'ilvl') ?? 0),
          {
            format: attribute(child(level, 'numFmt'), 'val') ?? 'decimal',
            pattern: attribute(child(level, 'lvlText'), 'val') ?? '',
            start: Number(attribute(child(level, 'start'), 'val') ?? 1),
          },
        ]),
      ),
    ]),
  );
  return new Map(
    children(root, 'num').map((one) => [
      attribute(one, 'numId') ?? '',
      abstracts.get(attribute(child(one, 'abstractNumId'), 'val') ?? '') ?? new Map<number, Level>(),
    ]),
  );
}

const romanParts: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** A number of a list as Word writes it. */
export function writtenNumber(count: number, format: string): string {
  if (format === 'lowerLetter') return String.fromCodePoint(96 + count);
  if (format === 'upperLetter') return String.fromCodePoint(64 + count);
  if (!format.endsWith('Roman')) return String(count);
  let left = count;
  let text = '';
  for (const [value, letters] of romanParts)
    while (left >= value) {
      text += letters;
      left -= value;
    }
  return format === 'lowerRoman' ? text.toLowerCase() : text;
}

/** Counts the numbers of all lists of a document. */
class Counter {
  readonly #counts = new Map<string, number[]>();
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The number in front of the next paragraph of a list; a bullet is told as a dash. */
  next(list: string, depth: number): string {
    const levels = this.#numbering.get(list);
    const level = levels?.get(depth);
    if (!levels || !level) return '';
    if (level.format === 'bullet') return '- ';
    if (level.format === 'none') return '';
    const counts = this.#counts.get(list) ?? [];
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.#counts.set(list, counts);
    const written = level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return writtenNumber(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal');
    });
    return `${written} `;
  }
}

/** Text of a paragraph, tabs as spaces; footnotes and deleted runs left out. */
function textOf(paragraph: Element): string {
  return below(paragraph, '*')
    .map((node) => {
      if (node.localName === 't') return node.textContent;
      return ['tab', 'br', 'cr'].includes(node.localName) ? ' ' : '';
    })
    .join('');
}

/** Paragraphs in order, each with its number; a counter per document. */
class Reader {
  #paragraphs = 0;
  #tables = 0;
  readonly #counter: Counter;
  readonly #styles: ReadonlyMap<string, Element>;

  constructor(counter: Counter, styles: ReadonlyMap<string, Element>) {
    this.#counter = counter;
    this.#styles = styles;
  }

  #numbered(paragraph: Element): string {
    const own = child(paragraph, 'pPr', 'numPr');
    const style = attribute(child(paragraph, 'pPr', 'pStyle'), 'val') ?? '';
    const properties = own ?? child(this.#styles.get(style), 'pPr', 'numPr');
    const list = attribute(child(properties, 'numId'), 'val');
    const text = textOf(paragraph);
    if (list === undefined || list === '0' || text.trim() === '') return tidy(text);
    return tidy(this.#counter.next(list, Number(attribute(child(properties, 'ilvl'), 'val') ?? 0)) + text);
  }

  blocks(body: Element): Block[] {
    return [...body.children].flatMap((node): Block[] => {
      if (node.localName === 'tbl') return [this.#table(node)];
      if (node.localName === 'sdt') return this.blocks(child(node, 'sdtContent') ?? node);
      if (node.localName !== 'p') return [];
      this.#paragraphs++;
      const text = this.#numbered(node);
      return text === '' ? [] : [{ kind: 'paragraph', text, place: `đoạn ${this.#paragraphs}` }];
    });
  }

  #table(table: Element): Block {
    this.#tables++;
    const above: Cell[] = [];
    const rows = children(table, 'tr').map((row, index) => {
      const cells: Cell[] = [];
      for (const cell of children(row, 'tc')) {
        const place = `bảng ${this.#tables}, hàng ${index + 1}, cột ${cells.length + 1}`;
        const merge = child(cell, 'tcPr', 'vMerge');
        const goesOn = merge !== undefined && attribute(merge, 'val') !== 'restart';
        const text = below(cell, 'p')
          .map((paragraph) => this.#numbered(paragraph))
          .filter((line) => line !== '')
          .join('\n');
        const told = goesOn ? (above[cells.length] ?? { text, place }) : { text, place };
        const width = Number(attribute(child(cell, 'tcPr', 'gridSpan'), 'val') ?? 1);
        for (let column = 0; column < width; column++) cells.push(told);
      }
      cells.forEach((cell, column) => (above[column] = cell));
      return cells;
    });
    return { kind: 'table', rows };
  }
}

/** Reads a .docx. */
export function readDocx(bytes: Uint8Array, name: string): PlanDocument {
  const { part } = openPackage(bytes, name);
  const body = child(part('word/document.xml'), 'body');
  if (body === undefined) throw new Refusal('damaged', name);
  const styles = new Map(
    children(part('word/styles.xml'), 'style').map((one) => [attribute(one, 'styleId') ?? '', one]),
  );
  const reader = new Reader(new Counter(readNumbering(part('word/numbering.xml'))), styles);
  return { name, blocks: reader.blocks(body) };
}
