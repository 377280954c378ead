/**
 * A plan's document as every reader gives it: paragraphs and tables in their order, each with the place at
 * which an officer finds it again.
 */

/** One paragraph, or one line of a page. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** NFC, single spaces. A number that the word processor sets by itself stands in front. */
  readonly text: string;
  /** Where it stands, in Vietnamese: “đoạn 12”, “trang 2, dòng 4”. */
  readonly place: string;
}

/** One cell. A merged cell is told in every cell that it covers. */
export interface Cell {
  readonly text: string;
  /** Where it stands: “bảng 1, hàng 3, cột 2”, “trang tính “Phụ lục”, ô C4”. */
  readonly place: string;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: readonly (readonly Cell[])[];
}

export type Block = Paragraph | Table;

export interface PlanDocument {
  /** Name of the file without its folder. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** Text as readers give it: composed letters, one space between words. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
