/**
 * Figures of the tally put into a report draft, in the reader's browser: the rows of the last appendix are
 * found by their words, so that the draft itself needs no marks. Pure.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A row of the appendix by its words, and the figure for the quarter. */
export interface Figure {
  readonly name: string;
  readonly value: number;
}

const body = 'word/document.xml';
/** The column of the quarter; the year's is for whoever adds quarters up. */
const quarter = 2;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What stands in a piece of the document, its words only, as XML. */
const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words).join('');

/** A row with a text in one of its cells, which is empty so far. */
function withText(row: string, column: number, text: string): string {
  let at = -1;
  return row.replace(/<w:tc>.*?<\/w:tc>/gs, (cell) => {
    at++;
    return at === column ? cell.replace(/<\/w:p>/, `<w:r><w:t>${escaped(text)}</w:t></w:r></w:p>`) : cell;
  });
}

/** A row of the appendix with other words: its number, its name. */
const renamed = (row: string, number: number, name: string): string => {
  const words = [String(number), escaped(name)];
  return row.replace(
    /(<w:t(?: [^>]*)?>)[^<]*(?=<\/w:t>)/g,
    (_, open: string) => open + (words.shift() ?? ''),
  );
};

/**
 * The draft with its figures. `more` are rows that the appendix does not have; they come at its end. Figures
 * without a row are left out: `filled` says how many stand in the document.
 */
export function fillReport(
  draft: Uint8Array,
  figures: readonly Figure[],
  more: readonly Figure[],
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly filled: number } {
  const files = unzipSync(draft);
  const wanted = new Map(figures.map(({ name, value }) => [escaped(name), value]));
  let [filled, last, rows] = [0, '', 0];
  const document = strFromU8(files[body] ?? new Uint8Array()).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const name = wordsIn(row.split('</w:tc>')[1] ?? '').replace(/^[^:]*: /, '');
    const value = wanted.get(name);
    if (value === undefined) return row;
    filled++;
    return withText(row, quarter, String(value));
  });
  for (const [row] of document.matchAll(/<w:tr>.*?<\/w:tr>/gs)) {
    last = row;
    rows = Number(wordsIn(row.split('</w:tc>')[0] ?? ''));
  }
  const blank = withoutFigure(last);
  const added = more.map(({ name, value }, index) =>
    withText(renamed(blank, rows + index + 1, name), quarter, String(value)),
  );
  const whole = document.replace(last, () => last + added.join(''));
  return {
    bytes: new Uint8Array(zipSync({ ...files, [body]: strToU8(whole) }, { level: 6 })),
    filled: filled + added.length,
  };
}

/** A row whose figure is taken out again. */
function withoutFigure(row: string): string {
  return row.replace(/<w:r><w:t>\d+<\/w:t><\/w:r>/g, '');
}
