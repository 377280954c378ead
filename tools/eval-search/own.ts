/** What the search page answers, and whether that is right: for measuring and for floors. */
import { find } from '../../src/search/find.ts';
import { sheetOf } from '../../src/search/sheets.ts';
import { files, index, sourcesOfContent } from '../../test/search/index-of-content.ts';

const { danger } = sourcesOfContent;

/** What search finds for a question, with the words of danger as on the page. */
export const asOnThePage = (text: string) => find(text, index, { danger });

/** Addresses of the rows, best first. */
export const ownAnswers = (text: string): string[] =>
  asOnThePage(text).rows.map((row) => {
    const page = index.page(row.page);
    const sheet = row.sheet === undefined ? undefined : files.core.sheets[row.sheet];
    return sheet ? sheetOf(sheet, page).address : page.address;
  });

/** A page is right when its address is among the right ones, or the page that its anchor stands on is. */
export const isAmong = (address: string, right: readonly string[]): boolean =>
  right.some((one) =>
    one.endsWith('*')
      ? address.startsWith(one.slice(0, -1))
      : one === address || one === address.replace(/#.*/, ''),
  );
