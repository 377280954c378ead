/** Rows of a list as the finder over its parts reads them. */
import { given, isElement, textOf, type Element } from './markup.ts';

/** A piece of a row: words, or a link as its address and its words; the name of a row has no address. */
export type FoundPiece = string | readonly [href: string, words: string];
/**
 * A row: what it reads, by what it is found where its words are not enough, and what it is by the names of
 * the choices.
 */
export type FoundRow = readonly [
  pieces: readonly FoundPiece[],
  names?: string,
  kinds?: Readonly<Record<string, string>>,
];

/** Names of rows. */
const heads = new Set(['h2', 'h3', 'h4']);
/** What stands in lines of its own is kept apart by a blank. */
const lines = new Set([...heads, 'p']);

/** @param page where the row stands when it has a place of its own */
function piecesIn(row: Element, page: string | undefined): FoundPiece[] {
  const pieces: FoundPiece[] = [];
  const say = (text: string): void => {
    const last = pieces.at(-1);
    const words = text.replace(/\s+/g, ' ');
    if (typeof last === 'string') pieces[pieces.length - 1] = `${last}${words}`.replace(/ {2,}/g, ' ');
    else if (words !== '') pieces.push(words);
  };
  const hrefOf = (node: Element): string | undefined => {
    const id = given(node, 'id');
    if (page !== undefined && id !== undefined) return `${page}#${id}`;
    return node.tagName === 'a' ? given(node, 'href') : undefined;
  };
  const walk = (node: Element): void => {
    for (const child of node.childNodes) {
      if (isElement(child)) {
        const href = hrefOf(child);
        if (href === undefined && heads.has(child.tagName)) pieces.push(['', wordsOf(child)]);
        else if (href === undefined) walk(child);
        else pieces.push([href, wordsOf(child)]);
        if (lines.has(child.tagName)) say(' ');
      } else if ('value' in child) say(child.value);
    }
  };
  walk(row);
  return pieces;
}

/** Words of a link; what stands in elements of their own is kept apart by a blank. */
const wordsOf = (link: Element): string =>
  link.childNodes
    .map((child) => textOf(child))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a row, or what holds it, is by the name of a choice. */
function kindOf(row: Element, name: string): string {
  for (let node: Element['parentNode'] = row; node && 'attrs' in node; node = node.parentNode) {
    const kind = given(node, `data-${name}`);
    if (kind !== undefined) return kind;
  }
  return '';
}

/**
 * @param choices names of the choices that rows are held to
 * @param pageOf the part where a row stands whose place has a name
 */
export const rowsOf = (
  rows: readonly Element[],
  choices: readonly string[],
  pageOf: (row: Element) => string | undefined = () => undefined,
): FoundRow[] =>
  rows.map((row) => {
    const pieces = piecesIn(row, pageOf(row));
    const names = given(row, 'data-entry') ?? '';
    const kinds = Object.fromEntries(choices.map((name) => [name, kindOf(row, name)]));
    if (choices.length > 0) return [pieces, names, kinds];
    return names === '' ? [pieces] : [pieces, names];
  });
