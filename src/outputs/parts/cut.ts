/**
 * Cuts one finished list page that has become too long: the rows go to pages of their own, the first page
 * tells what each of them holds. Pure; the README says what templates write for it.
 */
import { html as markup, Markup } from '../../components/prose/html.ts';
import { absolute } from '../../domain/address.ts';
import { t } from '../../words/words.ts';
import { rowsOf } from './found-rows.ts';
import {
  elementsOf,
  given,
  innerOf,
  isElement,
  spanOf,
  spliced,
  tagOf,
  within,
  wordsIn,
  type Element,
  type Span,
} from './markup.ts';

/** Bytes of HTML that a list page may have. */
export const mostBytes = 60_000;
/** What a page has besides its styles and its main part: head, header and foot, with room to spare. */
const frame = 7_600;
/** Rows that take less stay on the first page, where they are read without a tap. */
const short = 1_500;
/** Bytes of a part's heading and of the ways on from it. */
const ownWords = 1_500;

/** A page, or a file beside one. */
export interface Made {
  readonly address: string;
  readonly text: string;
}
/** What became of a page. */
export interface CutPage {
  /** The first page, at the address of the list. */
  readonly first: string;
  readonly parts: readonly Made[];
  /** Files that its scripts fetch. */
  readonly files: readonly Made[];
}

const bytes = (text: string): number => Buffer.byteLength(text);
const textIn = (html: string, { from, to }: Span): string => html.slice(from, to);

/** An element whose children are rows. */
interface Box {
  readonly element: Element;
  readonly rows: readonly Element[];
  readonly kind: string;
  readonly heading: Element | undefined;
  /** Last part of the addresses of its parts; '' where the page has one list without a heading. */
  readonly name: string;
  readonly size: number;
}

const heads = new Set(['h2', 'h3', 'h4']);
/** The heading right before an element, or in the summary of the fold that holds it. */
function headingOf(element: Element): Element | undefined {
  const parent = element.parentNode;
  if (parent === null || !('tagName' in parent)) return undefined;
  const beside = parent.childNodes.filter(isElement);
  const before = beside.slice(0, beside.indexOf(element));
  const fold = before.find(({ tagName }) => tagName === 'summary');
  if (fold) return [...within(fold)].find(({ tagName }) => heads.has(tagName)) ?? fold;
  return before.findLast(({ tagName }) => heads.has(tagName));
}

/** Elements that hold an element, from the nearest on, below `top`. */
function above(element: Element, top: Element): Element[] {
  const parent = element.parentNode;
  return !parent || !('tagName' in parent) || parent === top ? [] : [parent, ...above(parent, top)];
}

function boxesOf(html: string, main: Element): Box[] {
  const found = [...within(main)].filter((element) => given(element, 'data-cut') !== undefined);
  return found.map((element, index) => {
    const heading = headingOf(element);
    const id =
      heading && [heading, ...above(heading, main)].map((node) => given(node, 'id')).find((one) => one);
    return {
      element,
      heading,
      rows: element.childNodes.filter(isElement),
      kind: given(element, 'data-cut') ?? '',
      name: id ?? (found.length === 1 ? '' : `muc-${index + 1}`),
      size: bytes(textIn(html, innerOf(element))),
    };
  });
}

/** Which boxes are cut: kinds from the longest on until the page fits, short ones only where they must. */
function chosenBoxes(boxes: readonly Box[], over: number): Set<Box> {
  const chosen = new Set<Box>();
  let left = over;
  const take = (some: readonly Box[]): void => {
    for (const box of some) {
      chosen.add(box);
      // What the first page says instead.
      left -= Math.max(0, box.size - 250);
    }
  };
  const sum = (some: readonly Box[]): number => some.reduce((total, { size }) => total + size, 0);
  const kinds = [...Map.groupBy(boxes, ({ kind }) => kind).values()].sort((a, b) => sum(b) - sum(a));
  for (const least of [short, 400])
    for (const kind of kinds)
      if (left > 0) take(kind.filter((box) => box.size > least && box.rows.length > 1 && !chosen.has(box)));
  return chosen;
}

/** Rows in pieces of about the same size, each within `room`. */
function piecesOf(html: string, rows: readonly Element[], room: number): Element[][] {
  const sizes = rows.map((row) => bytes(textIn(html, spanOf(row))));
  const whole = sizes.reduce((total, size) => total + size, 0);
  const each = whole / Math.ceil(whole / room);
  const pieces: Element[][] = [];
  let held = Infinity;
  for (const [index, row] of rows.entries()) {
    const size = sizes[index] ?? 0;
    const last = pieces.at(-1);
    if (last === undefined || held + size > room || held + size / 2 > each) {
      pieces.push([row]);
      held = size;
    } else {
      last.push(row);
      held += size;
    }
  }
  return pieces;
}

/** How a row is called: by its heading, its number, or its first words. */
function nameOf(row: Element): { readonly number?: string; readonly words: string } {
  const heading = [...within(row)].find(({ tagName }) => heads.has(tagName));
  if (heading) return { words: wordsIn(heading) };
  const text = wordsIn(row);
  const number = given(row, 'data-item') ?? /^(?:\p{L}+ )?(\d+)(?=\D)/u.exec(text)?.[1];
  const all = text.split(' ');
  const first = all
    .slice(0, 4)
    .join(' ')
    .replace(/[.,:;(“–]+$/u, '');
  // A name that goes on says so: its last word here may be “về” or “kế”.
  const words = all.length > 4 ? `${first}…` : first;
  return { words, ...(number === undefined ? {} : { number }) };
}

/** What an address names in a row. @throws Error for a row that has no such place */
function namedIn(row: Element): { readonly id: string; readonly words: string } {
  const named = [row, ...within(row)].find((node) => given(node, 'id') !== undefined);
  const id = named && given(named, 'id');
  if (named === undefined || id === undefined) throw new Error(`${wordsIn(row)}: a row without an id`);
  return { id, words: wordsIn(named) };
}

/** What a part holds, from its first to its last row. */
function holds(rows: readonly Element[]): string {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [nameOf(first), nameOf(last)];
  const n = rows.length;
  if (n === 1) return from.number === undefined ? from.words : t('parts.one', { number: from.number });
  return from.number === undefined || to.number === undefined
    ? t('parts.words', { from: from.words, to: to.words, n })
    : t('parts.numbers', { from: from.number, to: to.number, n });
}

/** What is kept of the main part around some rows of a box: what leads to them, and what each part has. */
function kept(html: string, main: Element, box: Box, rows: readonly Element[]): string {
  const around = new Set(above(box.element, main));
  const draw = (node: Element): string => {
    if (node === box.element) return tags(html, node, rows.map((row) => textIn(html, spanOf(row))).join(''));
    if (around.has(node))
      return tags(
        html,
        node,
        node.childNodes.filter(isElement).map(draw).join(''),
        node.tagName === 'details',
      );
    const stays =
      node === box.heading ||
      node.tagName === 'summary' ||
      node.tagName === 'script' ||
      given(node, 'data-each') !== undefined;
    return stays ? textIn(html, spanOf(node)) : '';
  };
  return main.childNodes.filter(isElement).map(draw).join('');
}

/** A box's own heading comes right below the title of its part, whatever stood above it in the list. */
const ranked = (part: string, { heading }: Box): string =>
  heading?.tagName === 'h3' ? part.replace(/<h3\b([^>]*>.*?<\/)h3>/s, '<h2$1h2>') : part;

/** An element with other content. */
function tags(html: string, node: Element, inner: string, open = false): string {
  const { to } = spanOf(node);
  const start = textIn(html, tagOf(node));
  return `${open ? start.replace(/>$/, ' open>') : start}${inner}${html.slice(innerOf(node).to, to)}`;
}

/** What a page is cut with. */
export interface CutInput {
  /** The address of the page: `/so/`. */
  readonly address: string;
  /** Where the edition is published: `https://vidu.gov.vn/`. */
  readonly base: string;
  /** Address of the script that finds over all parts. */
  readonly finder: string;
}

/** A page that holds rows of a box. */
interface Piece {
  readonly address: string;
  readonly rows: readonly Element[];
  /** Absent where the page is there already. */
  readonly made?: Made;
}

type Change = readonly [Span, string];

/** A page being cut. */
class ListPage {
  readonly #html: string;
  readonly #input: CutInput;
  readonly #elements: readonly Element[];
  readonly #main: Element;
  readonly #room: number;
  readonly #title: string;

  constructor(html: string, input: CutInput) {
    this.#html = html;
    this.#input = input;
    this.#elements = elementsOf(html);
    const [main, heading] = [this.#first('main'), this.#first('h1')];
    if (!main || !heading) throw new Error(`${input.address}: a list page without <main> or <h1>`);
    this.#main = main;
    this.#title = wordsIn(heading);
    const styles = this.#elements.filter(({ tagName }) => tagName === 'style');
    this.#room = mostBytes - frame - styles.reduce((sum, style) => sum + bytes(this.#text(style)), 0);
  }

  #first(name: string): Element | undefined {
    return this.#elements.find(({ tagName }) => tagName === name);
  }
  #text(node: Element): string {
    return textIn(this.#html, spanOf(node));
  }

  cut(): CutPage | undefined {
    const over = bytes(textIn(this.#html, innerOf(this.#main))) - this.#room;
    if (over <= 0) return undefined;
    const data = this.#besides();
    const boxes = boxesOf(this.#html, this.#main);
    const moved = data.files.reduce((sum, { text }) => sum + bytes(text), 0);
    const chosen = chosenBoxes(boxes, over - moved);
    if (chosen.size === 0 && data.files.length === 0) return undefined;
    const cuts = [...chosen].map((box) => ({ box, pages: this.#pagesOf(box) }));
    const found = chosen.size > 0 ? this.#finding(boxes, cuts) : { changes: [], files: [] };
    return {
      first: spliced(this.#html, [
        ...data.changes,
        ...found.changes,
        ...cuts.map(({ box, pages }): Change => [spanOf(box.element), headsOf(box, pages).text]),
      ]),
      parts: cuts.flatMap(({ pages }) => pages.flatMap(({ made }) => (made ? [made] : []))),
      files: [...data.files, ...found.files],
    };
  }

  /** Data for scripts, moved to files. */
  #besides(): { readonly changes: readonly Change[]; readonly files: readonly Made[] } {
    const places = [...within(this.#main)].filter((node) => given(node, 'data-beside') !== undefined);
    const all = places.map((place) => {
      const address = `${this.#input.address}${given(place, 'id') ?? 'du-lieu'}.json`;
      const start = textIn(this.#html, tagOf(place));
      const change: Change = [
        { from: tagOf(place).from, to: innerOf(place).to },
        start.replace(/ data-beside(?:="")?/, () => ` data-from="${address}"`),
      ];
      return { change, file: { address, text: textIn(this.#html, innerOf(place)) } };
    });
    return { changes: all.map(({ change }) => change), files: all.map(({ file }) => file) };
  }

  #pagesOf(box: Box): Piece[] {
    const { address: list } = this.#input;
    const there = given(box.element, 'data-cut-at');
    if (there !== undefined && there !== list) return [{ address: there, rows: box.rows }];
    const around = bytes(kept(this.#html, this.#main, box, []));
    const pieces = piecesOf(this.#html, box.rows, Math.max(this.#room - around - ownWords, 4_000));
    const addressOf = (index: number): string => {
      const piece = index === 0 && box.name !== '' ? [] : [String(index + 1)];
      return `${list}phan/${[...(box.name === '' ? [] : [box.name]), ...piece].join('-')}/`;
    };
    return pieces.map((rows, index) => {
      const address = addressOf(index);
      const near: Near = {
        name: nameOfPart(box, rows, index + 1, pieces.length),
        before: index === 0 ? undefined : addressOf(index - 1),
        after: index + 1 === pieces.length ? undefined : addressOf(index + 1),
      };
      return { address, rows, made: { address, text: this.#part(box, rows, address, near) } };
    });
  }

  /** The page of a part: the frame of the list around other rows. */
  #part(box: Box, rows: readonly Element[], address: string, near: Near): string {
    const { address: list, base } = this.#input;
    const title = t('parts.title', { list: this.#title, part: near.name });
    const main = markup`<div class="title plain"><h1>${title}</h1></div>${new Markup(
      ranked(kept(this.#html, this.#main, box, rows), box),
    )}${ways(near, list, this.#title)}`;
    // Rows that lead to pages of this site are found there; only what stands nowhere else is found here.
    const start = textIn(this.#html, tagOf(this.#main));
    const onlyHere =
      given(box.element, 'data-cut-keeps') !== undefined ||
      rows.some((row) => this.#text(row).includes('href="http'));
    const page = spliced(this.#html, [
      [tagOf(this.#main), onlyHere ? start : start.replace(/ data-pagefind-body(?:="")?/, '')],
      [innerOf(this.#main), main.text],
      ...this.#frameOf(title, near.name),
    ]);
    const own = absolute(base, list);
    const plain = own.replace(/[.?]/g, String.raw`\$&`);
    return page.replaceAll(new RegExp(`${plain}(?=["\\s])`, 'g'), () => absolute(base, address));
  }

  /** What the frame says of the page, said of a part. */
  #frameOf(title: string, name: string): Change[] {
    const start = (node: Element, from: RegExp, to: string): Change => [
      tagOf(node),
      textIn(this.#html, tagOf(node)).replace(from, () => to),
    ];
    const content = markup` content="${title}"`.text;
    return this.#elements.flatMap((node): Change[] => {
      const told = given(node, 'property') ?? given(node, 'name');
      if (node.tagName === 'meta' && told === 'og:title') return [start(node, / content="[^"]*"/, content)];
      if (node.tagName === 'meta' && told === 'description')
        return [start(node, / content="/, content.replace(/"$/, '. '))];
      if (node.tagName === 'link' && given(node, 'rel') === 'alternate') return [[spanOf(node), '']];
      // The list is where this page belongs, not this page.
      if (given(node, 'aria-current') === 'page')
        return [start(node, /aria-current="page"/, 'aria-current="true"')];
      if (node.tagName === 'title' && node === this.#first('title')) {
        const old = textIn(this.#html, innerOf(node));
        return [[innerOf(node), markup`${title}`.text + old.slice(Math.max(0, old.lastIndexOf(' – ')))]];
      }
      const parent = node.parentNode;
      const here =
        given(node, 'aria-hidden') === 'true' &&
        parent &&
        'attrs' in parent &&
        given(parent, 'class') === 'trail';
      if (!here) return [];
      const list = new Markup(textIn(this.#html, innerOf(node)));
      const up = markup`<li><a href="${this.#input.address}">${list}</a></li>`;
      const crumbs = markup`${up}<li aria-hidden="true">${name}</li>`;
      return [[spanOf(node), crumbs.text]];
    });
  }

  /** Lets the field, or the choices, find over all parts. */
  #finding(
    boxes: readonly Box[],
    cuts: readonly { readonly box: Box; readonly pages: readonly Piece[] }[],
  ): { readonly changes: readonly Change[]; readonly files: readonly Made[] } {
    const finder = [...within(this.#main)].find(
      (node) => given(node, 'data-find') !== undefined || given(node, 'data-cut-choose') !== undefined,
    );
    if (!finder) return { changes: [], files: [] };
    const policy = this.#elements.find(
      (node) => given(node, 'http-equiv')?.toLowerCase() === 'content-security-policy',
    );
    if (policy && given(policy, 'content')?.includes('connect-src') !== true)
      throw new Error(
        `${this.#input.address}: its policy lets nothing be fetched, so no part can be searched`,
      );
    const address = `${this.#input.address}phan/tim.json`;
    const radios = [...within(finder)].filter((node) => given(node, 'type') === 'radio');
    const chosen = [...new Set(radios.map((node) => given(node, 'name') ?? ''))];
    const moved = cuts.filter(({ box }) => given(box.element, 'data-cut-keeps') !== undefined);
    const places = new Map(
      moved.flatMap(({ pages }) => pages.flatMap(({ address, rows }) => rows.map((row) => [row, address]))),
    );
    const rows = boxes.flatMap((box) => rowsOf(box.rows, chosen, (row) => places.get(row)));
    const words = [
      t('parts.reading'),
      t('parts.unread'),
      t('parts.none'),
      t('parts.found', { count: '{count}' }),
      t('parts.more', { count: '{count}', n: '{n}' }),
    ];
    const told = markup` data-over="${address}" data-over-words="${words.join('|')}">`.text;
    const start = textIn(this.#html, tagOf(finder)).replace(/ data-(?:find|cut-choose)(?:="[^"]*")?/, '');
    const place = '<ul class="links" data-over-found hidden></ul>';
    const beside = finder.parentNode?.childNodes.filter(isElement) ?? [];
    const next = beside[beside.indexOf(finder) + 1];
    const status = next !== undefined && given(next, 'role') === 'status' ? next : undefined;
    const after = spanOf(status ?? finder).to;
    const end = innerOf(this.#main).to;
    return {
      changes: [
        [tagOf(finder), start.replace(/>$/, () => told)],
        [{ from: after, to: after }, status ? place : `<p role="status"></p>${place}`],
        [{ from: end, to: end }, `<script type="module" src="${this.#input.finder}"></script>`],
      ],
      files: [{ address, text: JSON.stringify(rows) }],
    };
  }
}

/** What a part is called, and the parts beside it. */
interface Near {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A part by its heading; where there is none, by its rows. */
function nameOfPart({ heading }: Box, rows: readonly Element[], place: number, of: number): string {
  if (heading === undefined) return holds(rows);
  return of === 1 ? wordsIn(heading) : t('parts.piece', { part: wordsIn(heading), k: place, n: of });
}

/** Where one goes from a part. */
const ways = ({ before, after }: Near, list: string, title: string): Markup =>
  markup`<ul class="pills" data-part-of>${[
    before !== undefined &&
      markup`<li><a class="pill" rel="prev" href="${before}">${t('parts.before')}</a></li>`,
    after !== undefined &&
      markup`<li><a class="pill" rel="next" href="${after}">${t('parts.after')}</a></li>`,
    markup`<li><a class="pill" href="${list}">${t('parts.all', { list: title })}</a></li>`,
  ]}</ul>`;

/** From which to which row; how many they are can be seen below it. */
const span = (rows: readonly Element[]): string =>
  [...new Set([rows[0], rows.at(-1)].flatMap((row) => (row ? nameOf(row).words : [])))].join(' – ');

/**
 * The names of rows, each with its place: an address that names one still leads to it. They are what the
 * first page grows by, so that nothing is said that HTML can do without.
 */
const placesOf = (rows: readonly Element[]): Markup =>
  markup`<br>${rows.map((row, index) => {
    const { id, words } = namedIn(row);
    const place = new Markup(/^[\w-]+$/.test(id) ? `id=${id}` : `id="${id}"`);
    return markup`${index > 0 && ', '}<b ${place}>${words}</b>`;
  })}`;

/** Links to the parts of a box, in its place. */
function headsOf(box: Box, pages: readonly Piece[]): Markup {
  const names = (given(box.element, 'data-cut-gather') ?? '').split(' ').filter((name) => name !== '');
  const keeps = given(box.element, 'data-cut-keeps') !== undefined;
  const gathered = (rows: readonly Element[]): Markup[] =>
    names.map((name) => {
      const values = rows.flatMap((row) => (given(row, `data-${name}`) ?? '').split(' '));
      return markup` ${new Markup(`data-${name}`)}="${[...new Set(values)].join(' ')}"`;
    });
  return markup`<ul class="links" data-heads>${pages.map(({ address, rows }) =>
    keeps
      ? markup`<li${gathered(rows)}><a href="${address}">${span(rows)}</a>${placesOf(rows)}</li>`
      : markup`<li${gathered(rows)}><a href="${address}">${holds(rows)}</a></li>`,
  )}</ul>`;
}

/**
 * Cuts the page where it is too long and its template allows it.
 * @param html The finished page; addresses in it count from the root.
 * @returns nothing for a page that stays as it is
 */
export const cutPage = (html: string, input: CutInput): CutPage | undefined =>
  / data-(?:cut|beside)\b/.test(html) ? new ListPage(html, input).cut() : undefined;
