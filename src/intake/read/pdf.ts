/**
 * PDFs with text. Where the file is tagged (Word and browsers tag what they write), paragraphs and cells
 * come from its structure; else from where lines stand, and cells from the lines drawn around them. A table
 * without either is refused, since its columns would run into one another.
 */
import { getDocument, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { tidy, type Block, type Cell, type PlanDocument } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { isHeaderRow } from '../recognise/columns.ts';
import { paragraphsOf, type Line } from './lines.ts';
import { ruledTables, type Piece, type RuledTable } from './ruled.ts';

interface StructNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

type Item = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items'][number];

/** Text of a page by the marks of its structure. */
function textByMark(items: readonly Item[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== '') ?? '';
      texts.set(id, `${texts.get(id) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return texts;
}

/** Texts of a page and where they stand. */
const piecesOf = (items: readonly Item[]): Piece[] =>
  items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [
          {
            text: item.str,
            x: Number(item.transform[4]),
            y: Number(item.transform[5]),
            width: item.width,
            height: item.height,
          },
        ]
      : [],
  );

/** Lines of a page, top to bottom, and the pieces of each, left to right. */
function linesOf(all: readonly Piece[], page: number): { line: Line; height: number; pieces: string[] }[] {
  const rows: { y: number; pieces: { x: number; end: number; text: string }[] }[] = [];
  for (const { text, x, y, width } of all) {
    const near = rows.find((row) => Math.abs(row.y - y) < 4);
    const piece = { x, end: x + width, text };
    if (near) near.pieces.push(piece);
    else rows.push({ y, pieces: [piece] });
  }
  rows.sort((one, other) => other.y - one.y);
  return rows.map(({ y: height, pieces }, index) => {
    pieces.sort((one, other) => one.x - other.x);
    const columns: string[] = [];
    let end = Number.NEGATIVE_INFINITY;
    for (const { x, end: to, text } of pieces) {
      if (x - end > 14) columns.push(text);
      else columns.push(`${columns.pop() ?? ''}${x - end > 1.5 ? ' ' : ''}${text}`);
      end = to;
    }
    return {
      line: { text: tidy(columns.join(' ')), place: `trang ${page}, dòng ${index + 1}` },
      height,
      pieces: columns.map(tidy),
    };
  });
}

/** Walks the structure of all pages, one after the other. */
class Structure {
  readonly lines: Line[] = [];
  readonly blocks: Block[] = [];
  #tables = 0;
  #paragraphs = 0;
  #rows: Cell[][] | undefined;

  /** A table that goes on over the edge of a page is one table. */
  flush(): void {
    this.blocks.push(...this.lines.map(({ text, place }): Block => ({ kind: 'paragraph', text, place })));
    this.lines.length = 0;
  }

  page(root: StructNode, texts: ReadonlyMap<string, string>, page: number): void {
    this.#paragraphs = 0;
    const textOf = (node: StructNode): string =>
      node.id === undefined ? (node.children ?? []).map(textOf).join(' ') : (texts.get(node.id) ?? '');
    const rowsOf = (node: StructNode): StructNode[] =>
      (node.children ?? []).flatMap((one) => (one.role === 'TR' ? [one] : rowsOf(one)));
    const table = (node: StructNode): void => {
      this.flush();
      this.#tables++;
      const rows = rowsOf(node).map((row, index) =>
        (row.children ?? []).map((cell, column) => ({
          text: (cell.children ?? [])
            .map(textOf)
            .map(tidy)
            .filter((text) => text !== '')
            .join('\n'),
          place: `trang ${page}, bảng ${this.#tables}, hàng ${index + 1}, cột ${column + 1}`,
        })),
      );
      if (this.#rows && rows[0]?.length === this.#rows[0]?.length && this.lines.length === 0)
        this.#rows.push(...rows);
      else this.blocks.push({ kind: 'table', rows: (this.#rows = rows) });
    };
    const visit = (node: StructNode): void => {
      if (node.role === 'Table') {
        table(node);
        return;
      }
      const holds = (node.children ?? []).some(({ role }) => role !== undefined && !inline.has(role));
      if (holds || node.role === 'Root') {
        (node.children ?? []).forEach(visit);
        return;
      }
      this.#paragraphs++;
      const text = tidy(textOf(node));
      if (text === '' || /^\d{1,3}$/.test(text)) return;
      this.#rows = undefined;
      this.lines.push({ text, place: `trang ${page}, đoạn ${this.#paragraphs}` });
    };
    visit(root);
    this.flush();
  }
}

/** A document without structure: lines, and tables where lines are drawn around cells. */
class Drawn {
  readonly #blocks: Block[] = [];
  /** Lines since the last table: they become paragraphs together, over the edge of a page too. */
  #lines: Line[] = [];
  #last: RuledTable | undefined;
  #tables = 0;
  /** Whether names of columns stand outside of any drawn table. */
  loose = false;

  async page(page: PDFPageProxy, pieces: readonly Piece[], number: number): Promise<void> {
    const tables = ruledTables(await page.getOperatorList(), pieces, number, this.#tables + 1);
    this.#tables += tables.length;
    const inside = new Set(tables.flatMap((table) => [...table.pieces]));
    const waiting = [...tables];
    const lines = linesOf(
      pieces.filter((piece) => !inside.has(piece)),
      number,
    );
    this.loose ||= lines.some((line) => isHeaderRow(line.pieces));
    for (const { line, height } of lines) {
      while (waiting[0] && waiting[0].top > height) this.#table(waiting.shift());
      this.#lines.push(line);
      if (!/^\d{1,3}$/.test(line.text)) this.#last = undefined;
    }
    for (const table of waiting) this.#table(table);
  }

  /** A table that goes on over the edge of a page is one table; so is a row that does. */
  #table(table: RuledTable | undefined): void {
    if (!table) return;
    const before = this.#last;
    if (before?.columns !== table.columns) {
      this.#flush();
      this.#blocks.push({ kind: 'table', rows: table.rows });
      this.#last = table;
      return;
    }
    const [first = [], ...rest] = table.rows;
    const above = before.rows.at(-1);
    const goesOn = above !== undefined && first[0]?.text === '' && first.some(({ text }) => text !== '');
    if (goesOn)
      before.rows[before.rows.length - 1] = above.map((cell, column) => ({
        ...cell,
        text: tidy(`${cell.text} ${first[column]?.text ?? ''}`),
      }));
    before.rows.push(...(goesOn ? rest : table.rows));
  }

  #flush(): void {
    this.#blocks.push(...paragraphsOf(this.#lines));
    this.#lines = [];
  }

  blocks(): Block[] {
    this.#flush();
    return this.#blocks;
  }
}

/** Roles inside of a line. */
const inline = new Set(['Span', 'Link', 'Quote', 'Reference', 'Note', 'Em', 'Strong', 'Code', 'Annot']);

const hasText = (node: StructNode | null, texts: ReadonlyMap<string, string>): boolean =>
  node !== null &&
  (node.id === undefined
    ? (node.children ?? []).some((one) => hasText(one, texts))
    : (texts.get(node.id) ?? '').trim() !== '');

/** Reads a .pdf. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<PlanDocument> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  try {
    const document = await task.promise;
    const structure = new Structure();
    const drawn = new Drawn();
    let [tagged, empty] = [true, true];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tree: StructNode | null = await page.getStructTree();
      const texts = textByMark(items);
      const pieces = piecesOf(items);
      empty &&= pieces.length === 0;
      if (hasText(tree, texts)) structure.page(tree, texts, number);
      else if (pieces.length > 0) tagged = false;
      await drawn.page(page, pieces, number);
    }
    if (empty) throw new Refusal('scanned', name);
    if (tagged) return { name, blocks: structure.blocks };
    if (drawn.loose) throw new Refusal('loose-table', name);
    return { name, blocks: drawn.blocks() };
  } catch (reason) {
    if (reason instanceof Refusal) throw reason;
    const locked = reason instanceof Error && reason.name === 'PasswordException';
    throw new Refusal(locked ? 'encrypted' : 'damaged', name);
  } finally {
    await task.destroy();
  }
}
