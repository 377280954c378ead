/** Sheets that are made of many pages: "tờ phát bài 84", "báo cáo quý word sở nội vụ". Pure. */
import { fold } from '../vietnamese/diacritics.ts';
import { exactPages } from './exact.ts';
import type { Row } from './find.ts';
import type { SheetRow } from './format.ts';
import type { PassageIndex } from './passage-index.ts';
import { readQuery, type Query } from './query.ts';
import { rank } from './rank.ts';
import { syllables } from './syllables.ts';

/** What kind of sheet a question asks for, and the rest of the question. */
interface SheetAsked {
  readonly sheets: readonly number[];
  readonly rest: string;
}

/** Most sheets that are put up. */
const mostSheets = 3;
/** Least part of the rest of the question that a page has to hold. */
const leastCoverage = 0.5;

/** The sheet that a question names, the longest name first; undefined when it names none. */
export function sheetAsked(query: Query, { file }: PassageIndex): SheetAsked | undefined {
  const words = query.groups.filter((group) => group.for === undefined).map((group) => group.text);
  const text = ` ${words.join(' ')} `;
  const marked = /[^\x00-\x7f]/.test(text);
  const folded = fold(text);
  const names = file.sheets.flatMap((sheet, place) =>
    sheet.names.map((name) => ({ place, name: syllables(name).join(' ') })),
  );
  names.sort((a, b) => b.name.length - a.name.length);
  const found = names.find(({ name }) =>
    marked ? text.includes(` ${name} `) : folded.includes(` ${fold(name)} `),
  );
  if (!found) return undefined;
  const at = marked ? text.indexOf(` ${found.name} `) : folded.indexOf(` ${fold(found.name)} `);
  return {
    sheets: names.filter(({ name }) => name === found.name).map(({ place }) => place),
    rest: `${text.slice(0, at)} ${text.slice(at + found.name.length + 1)}`.trim(),
  };
}

const has = (sheet: SheetRow | undefined, page: number): boolean =>
  sheet?.pages.some(([first, last]) => page >= first && page <= last) === true;

/**
 * The pages with such a sheet whose title and owner hold every word that weighs: "xã gia lai" names no
 * title, but where the unit is. Titles that hold more of the words stand first, then those with whom a place
 * is named.
 */
function ofPlace(sheets: readonly number[], query: Query, index: PassageIndex): number[] {
  const asked = query.groups.filter(({ weight, for: stands }) => weight >= 1 && stands === undefined);
  const words = asked.map(({ text }) => fold(text));
  const held = (text: string): number => {
    const own = new Set(syllables(text).map(fold));
    return words.filter((word) => own.has(word)).length;
  };
  return index.pages
    .flatMap(({ title, owner }, place) =>
      owner !== '' &&
      sheets.some((sheet) => has(index.file.sheets[sheet], place)) &&
      held(`${title} ${owner}`) === words.length
        ? [{ place, inTitle: held(title), governs: fold(title).startsWith(governing) }]
        : [],
    )
    .sort((a, b) => b.inTitle - a.inTitle || Number(b.governs) - Number(a.governs))
    .map(({ place }) => place);
}
/** The committee that answers for a place; it is meant where only the place is named. Without marks. */
const governing = 'uy ban nhan dan';

/**
 * The sheets of the pages that the rest of the question means; none when it means no page. A question that
 * names the sheet alone means that of `own`, the page that the reader has chosen on this device.
 */
export function sheetRows(
  { sheets, rest }: SheetAsked,
  whole: Query,
  index: PassageIndex,
  own?: number,
): Row[] {
  const of = (page: number, exact: boolean): Row[] =>
    sheets.flatMap((sheet) => (has(index.file.sheets[sheet], page) ? [{ page, sheet, exact }] : []));
  const query = readQuery(rest, index, { literal: whole.rewritten });
  if (query.groups.every((group) => group.weight < 1)) return own === undefined ? [] : of(own, true);
  const exact = exactPages(rest, query, index);
  const ranked = rank(query, index.evidence).filter((page) => page.coverage >= leastCoverage);
  const rows = [...exact, ...ranked.map(({ page }) => page)].flatMap((page) =>
    of(page, exact.includes(page)),
  );
  if (rows.length > 0) return rows.slice(0, exact.length > 0 ? 1 : mostSheets);
  return ofPlace(sheets, query, index)
    .flatMap((page) => of(page, false))
    .slice(0, mostSheets);
}

/** The files that a page offers beside itself, as the buttons of its row: the drafts and lists of a unit. */
export const filesOf = (page: number, { file }: PassageIndex): SheetRow[] =>
  file.sheets.filter((sheet) => sheet.action === 'download' && has(sheet, page));

/** The address and the title of a sheet made of a page. */
export function sheetOf(
  sheet: SheetRow,
  page: { readonly number: number; readonly title: string; readonly address: string },
) {
  const last = /([^/]+)\/$/.exec(page.address)?.[1] ?? '';
  const fill = (text: string): string =>
    text.replace(/\{(n|title|address|last)\}/g, (_, gap: string) =>
      gap === 'n' ? String(page.number) : gap === 'title' ? page.title : gap === 'last' ? last : page.address,
    );
  return { title: fill(sheet.title), address: fill(sheet.address) };
}
