/** What is proven of a PDF before anybody gets it, and the parts of it that hold the clock. */
import { getDocument, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader, or a screen reader, gets of a PDF. */
export interface PdfFacts {
  readonly pages: number;
  /** Marked and with a structure tree on every page. */
  readonly tagged: boolean;
  /** Roles in the structure, such as `H1`, `L`, `LI`, `Figure`. */
  readonly roles: ReadonlySet<string>;
  readonly title: string;
  readonly language: string;
  /**
   * Families of the letters, without weight: `Roboto`; those that are not in the file itself with “ (không
   * kèm)”.
   */
  readonly fonts: ReadonlySet<string>;
  /** Text by page, blanks folded. */
  readonly text: readonly string[];
}

interface StructNode {
  readonly role?: string;
  readonly children?: readonly StructNode[];
}

/** Adds the families that a page draws with. */
async function addFonts(page: PDFPageProxy, fonts: Set<string>): Promise<void> {
  // Fonts are known once the page's drawing is read.
  await page.getOperatorList();
  const { items } = await page.getTextContent();
  for (const name of new Set(items.flatMap((item) => ('fontName' in item ? [item.fontName] : [])))) {
    const font: unknown = page.commonObjs.get(name);
    if (typeof font !== 'object' || font === null || !('name' in font)) continue;
    const family = String(font.name)
      .replace(/^[A-Z]{6}\+/, '')
      .replace(/-.*$/, '');
    fonts.add('missingFile' in font && font.missingFile === true ? `${family} (không kèm)` : family);
  }
}

/** Reads a PDF again, independently of the browser that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  // A copy: the reader takes the bytes away from whoever hands them over.
  const task = getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    fontExtraProperties: true,
    useSystemFonts: false,
  });
  const doc = await task.promise;
  try {
    const roles = new Set<string>();
    const fonts = new Set<string>();
    const walk = (node: StructNode): void => {
      if (node.role) roles.add(node.role);
      for (const child of node.children ?? []) walk(child);
    };
    const text: string[] = [];
    let tagged =
      ((await doc.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true;
    for (let i = 1; i <= doc.numPages; i++) {
      const page = await doc.getPage(i);
      const tree = (await page.getStructTree()) as StructNode | null;
      if (tree) walk(tree);
      else tagged = false;
      await addFonts(page, fonts);
      const { items } = await page.getTextContent();
      text.push(
        items
          .map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''))
          .join('')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    }
    const { info } = (await doc.getMetadata()) as unknown as { info: { Title?: string; Language?: string } };
    return {
      pages: doc.numPages,
      tagged,
      roles,
      title: info.Title ?? '',
      language: info.Language ?? '',
      fonts,
      text,
    };
  } finally {
    await task.destroy();
  }
}

/**
 * The same PDF whenever and after whatever it was made: its dates are the edition's day, and cells of tables
 * are numbered from one, where the browser goes on counting from what it drew before. Lengths and the order
 * of numbers stay, so that nothing inside moves.
 */
export function settledPdf(bytes: Uint8Array, day: string): Uint8Array {
  const stamp = `D:${day.replaceAll('-', '')}000000`;
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/\(D:\d{14}/g, `(${stamp}`);
  const cells = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const numbers = new Map(cells.map((cell, at) => [cell, `(node${String(at + 1).padStart(8, '0')})`]));
  const counted = text.replace(/\(node\d{8}\)/g, (cell) => numbers.get(cell) ?? cell);
  return new Uint8Array(Buffer.from(counted, 'latin1'));
}
