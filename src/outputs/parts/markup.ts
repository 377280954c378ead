/**
 * A finished page as elements that know where they stand in its text, so that the rest stays byte for byte.
 */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const given = (node: Element, name: string): string | undefined =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

/** Elements inside a node in their order. */
export function* within(node: { readonly childNodes: readonly Node[] }): Generator<Element> {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    yield child;
    yield* within(child);
  }
}

export const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
/** Words as they are read: blanks of the markup are one. */
export const wordsIn = (node: Node): string => textOf(node).replace(/\s+/g, ' ').trim();

/** From where to where, counted in letters of the text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** @throws Error for an element that stands nowhere in the text */
export function spanOf(node: Node): Span {
  const place = node.sourceCodeLocation;
  if (!place) throw new Error('an element that is not in the page');
  return { from: place.startOffset, to: place.endOffset };
}
/** What stands between the tags of an element. */
export function innerOf(node: Element): Span {
  const place = node.sourceCodeLocation;
  if (!place?.startTag || !place.endTag) throw new Error(`<${node.tagName}> is not closed in the page`);
  return { from: place.startTag.endOffset, to: place.endTag.startOffset };
}

/** The start tag of an element. */
export function tagOf(node: Element): Span {
  const place = node.sourceCodeLocation?.startTag;
  return place ? { from: place.startOffset, to: place.endOffset } : spanOf(node);
}

/** The text with spans replaced, which must not overlap. */
export function spliced(html: string, changes: readonly (readonly [Span, string])[]): string {
  let at = 0;
  const out: string[] = [];
  for (const [{ from, to }, text] of [...changes].sort(([one], [other]) => one.from - other.from)) {
    out.push(html.slice(at, from), text);
    at = to;
  }
  return out.join('') + html.slice(at);
}

/** The elements of a page. */
export const elementsOf = (html: string): Element[] => [
  ...within(parse(html, { sourceCodeLocationInfo: true })),
];
