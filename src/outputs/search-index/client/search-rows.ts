/** Rows of the results as nodes: text only, never HTML from a string. */
import { linesToShow, rankPassages } from '../../../search/answer.ts';
import type { Found, Row } from '../../../search/find.ts';
import type { PageText } from '../../../search/format.ts';
import { runs } from '../highlight.ts';
import type { IndexedPage, PassageIndex } from '../../../search/passage-index.ts';
import { filesOf, sheetOf } from '../../../search/sheets.ts';
import type { PageWords } from '../../../client/page-parts.ts';
import { element, markNodes, quoteView } from '../../../client/passage-view.ts';

/** Rows shown at first, and with each press of "more". */
export const rowsAtOnce = 8;

/** What a row is drawn from. */
export interface Drawing {
  readonly index: PassageIndex;
  readonly found: Found;
  readonly words: PageWords;
}

/** One name for a row, the same before and after the second file has come. */
export const rowKey = (row: Row): string => `${row.page} ${row.sheet ?? ''}`;

const marked = ({ index, found }: Drawing, text: string): (Node | string)[] =>
  markNodes(runs(text, found.query, index));

/** "Bài 84", "Nhiệm vụ của Bộ Khoa học và Công nghệ". */
export function kindLine(page: IndexedPage, words: PageWords): string {
  if (page.number > 0) return words(page.kind === 'lesson' ? 'lesson' : 'guide', { n: page.number });
  const kind = words(`kind_${page.kind}`);
  if (page.owner === '') return kind;
  return words(page.kind === 'task' || page.kind === 'target' ? 'ofOwner' : 'atOwner', {
    kind,
    owner: page.owner,
  });
}

/** A button that is a link: it opens a sheet, a file, or the telephone. */
function doing(words: string, href: string, title: string): HTMLElement {
  return element('p', '', button(words, href, title));
}
function button(words: string, href: string, title: string): HTMLAnchorElement {
  const link = element('a', 'pill', words, element('span', 'unseen', `: ${title}`));
  link.href = href;
  return link;
}

/** The draft report, the list and the calendar of a unit, each one tap from its row. */
function unitFiles(page: IndexedPage, place: number, index: PassageIndex): HTMLElement[] {
  const files = filesOf(place, index);
  if (files.length === 0) return [];
  const buttons = files.map((sheet) =>
    button(sheet.title.replace(/: \{title\}$/, ''), sheetOf(sheet, page).address, page.title),
  );
  return [element('p', 'pills', ...buttons)];
}

/** The telephone number that a page stands for. */
function telephone(place: number, { file }: PassageIndex): string | undefined {
  return Object.keys(file.keys).find((key) => /^\d+$/.test(key) && file.keys[key]?.includes(place) === true);
}

/** The call itself, for a page that stands for a telephone number. */
export function callLink(place: number, index: PassageIndex, words: PageWords): HTMLElement | undefined {
  const page = index.page(place);
  const number = page.kind === 'call' ? telephone(place, index) : undefined;
  return number === undefined
    ? undefined
    : doing(words('do_call', { n: number }), `tel:${number}`, page.title);
}

function sheetView(row: Row, page: IndexedPage, drawing: Drawing): HTMLLIElement | undefined {
  const sheet = row.sheet === undefined ? undefined : drawing.index.file.sheets[row.sheet];
  if (!sheet) return undefined;
  const { title, address } = sheetOf(sheet, page);
  const link = element('a', '', ...marked(drawing, title));
  link.href = address;
  return element(
    'li',
    '',
    element('p', 'kind', drawing.words('kind_sheet', { title: page.title })),
    link,
    doing(drawing.words(`do_${sheet.action}`), address, title),
  );
}

/** A row: its kind, its title, and what can be done at once. */
export function rowView(row: Row, drawing: Drawing): HTMLLIElement {
  const { index, words } = drawing;
  const page = index.page(row.page);
  const sheet = sheetView(row, page, drawing);
  if (sheet) return sheet;
  const link = element('a', '', ...marked(drawing, page.title));
  link.href = page.address;
  const li = element('li', '', element('p', 'kind', kindLine(page, words)), link);
  const call = callLink(row.page, index, words);
  if (call) li.append(call);
  else if (page.kind === 'poster' || page.kind === 'paper')
    li.append(doing(words('do_print'), page.address, page.title));
  else if (page.kind === 'unit') li.append(...unitFiles(page, row.page, index));
  else if (page.kind === 'tool') li.append(doing(words('do_open'), page.address, page.title));
  return li;
}

/** Adds the best passage of a page to its row. */
export function quote(li: HTMLLIElement, row: Row, text: PageText, drawing: Drawing): void {
  const { index, found, words } = drawing;
  if (!row.ranked || li.querySelector('.quote')) return;
  const page = index.page(row.page);
  const best = rankPassages(found.query, index, [row.ranked], new Map([[row.page, text]]))[0];
  if (!best) return;
  const { passage } = best;
  const address = passage.id === '' ? page.address : `${page.address.replace(/#.*$/, '')}#${passage.id}`;
  const most = passage.kind === 'steps' ? 3 : 2;
  const lines = linesToShow(passage, found.query, index, 2).slice(0, most);
  li.append(quoteView(lines, address, (line) => marked(drawing, line)));
  if (passage.id === '') return;
  const part = element('a', 'part', words('inPart', { part: passage.title }));
  part.href = address;
  li.append(part);
}
