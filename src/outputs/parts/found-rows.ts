/** Rows of a list as the finder over its parts reads them. */
import { given, isElement, textOf, type Element } from './markup.ts';

/** A piece of a row: words, or a link as its address and its words. */
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

function piecesIn(row: Element): FoundPiece[] {
  const pieces: FoundPiece[] = [];
  const walk = (node: Element): void => {
    for (const child of node.childNodes) {
      if (isElement(child)) {
        const href = child.tagName === 'a' ? given(child, 'href') : undefined;
        if (href === undefined) walk(child);
        else pieces.push([href, wordsOf(child)]);
      } else if ('value' in child) {
        const last = pieces.at(-1);
        const words = child.value.replace(/\s+/g, ' ');
        if (typeof last === 'string') pieces[pieces.length - 1] = last + words;
        else if (words !== '') pieces.push(words);
      }
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

/** @param choices names of the choices that rows are held to */
export const rowsOf = (rows: readonly Element[], choices: readonly string[]): FoundRow[] =>
  rows.map((row) => {
    const names = given(row, 'data-entry') ?? '';
    const kinds = Object.fromEntries(choices.map((name) => [name, kindOf(row, name)]));
    if (choices.length > 0) return [piecesIn(row), names, kinds];
    return names === '' ? [piecesIn(row)] : [piecesIn(row), names];
  });
