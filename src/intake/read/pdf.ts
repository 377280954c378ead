/**
 * PDFs with text. Where the file is tagged (Word, LibreOffice and browsers tag what they write), paragraphs
 * and cells come from its structure; else from where lines stand. A table without structure is refused, since
 * its columns would run into one another.
 */
import { getDocument, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { tidy, type Block, type Cell, type PlanDocument } from '../document.ts';
import { Refusal } from '../refusal.ts';
import { isHeaderRow } from '../recognise/columns.ts';
import { paragraphsOf, type Line } from './lines.ts';

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

/** Lines of a page, top to bottom, and the pieces of each, left to right. */
function linesOf(items: readonly Item[], page: number): { line: Line; pieces: string[] }[] {
  const rows: { y: number; pieces: { x: number; end: number; text: string }[] }[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])];
    const near = rows.find((row) => Math.abs(row.y - y) < 4);
    const piece = { x, end: x + item.width, text: item.str };
    if (near) near.pieces.push(piece);
    else rows.push({ y, pieces: [piece] });
  }
  rows.sort((one, other) => other.y - one.y);
  return rows.map(({ pieces }, index) => {
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
    const plain: Line[] = [];
    let tagged = true;
    let columns = false;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const tree: StructNode | null = await page.getStructTree();
      const texts = textByMark(items);
      const lines = linesOf(items, number);
      plain.push(...lines.map(({ line }) => line));
      columns ||= lines.some(({ pieces }) => isHeaderRow(pieces));
      if (hasText(tree, texts)) structure.page(tree, texts, number);
      else if (lines.length > 0) tagged = false;
    }
    if (plain.length === 0) throw new Refusal('scanned', name);
    if (tagged) return { name, blocks: structure.blocks };
    if (columns) throw new Refusal('loose-table', name);
    return { name, blocks: paragraphsOf(plain) };
  } catch (reason) {
    if (reason instanceof Refusal) throw reason;
    const locked = reason instanceof Error && reason.name === 'PasswordException';
    throw new Refusal(locked ? 'encrypted' : 'damaged', name);
  } finally {
    await task.destroy();
  }
}
