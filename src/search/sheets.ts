/** Sheets that are made of many pages: "tờ phát bài 84", "báo cáo quý word sở nội vụ". Pure. */
import { fold } from '../vietnamese/text.ts';
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

/** The sheets of the pages that the rest of the question means; none when it means no page. */
export function sheetRows({ sheets, rest }: SheetAsked, whole: Query, index: PassageIndex): Row[] {
  if (rest === '') return [];
  const query = readQuery(rest, index, { literal: whole.rewritten });
  if (query.groups.every((group) => group.weight < 1)) return [];
  const exact = exactPages(rest, query, index);
  const ranked = rank(query, index.evidence).filter((page) => page.coverage >= leastCoverage);
  return [...exact, ...ranked.map(({ page }) => page)]
    .flatMap((page) =>
      sheets.flatMap((sheet): Row[] =>
        has(index.file.sheets[sheet], page) ? [{ page, sheet, exact: exact.includes(page) }] : [],
      ),
    )
    .slice(0, exact.length > 0 ? 1 : mostSheets);
}

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
