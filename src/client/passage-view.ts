/** A quoted passage as nodes: text only, never HTML from a string. */
import type { PassageLine } from '../search/format.ts';

/** Marks words of a text; without it the text stays plain. */
export type Mark = (text: string) => (Node | string)[];
const plainly: Mark = (text) => [text];

/** An element with these children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  if (className !== '') e.className = className;
  e.append(...children);
  return e;
}

/** Runs of text, the hits marked. */
export function markNodes(
  runs: readonly { readonly text: string; readonly hit: boolean }[],
): (Node | string)[] {
  return runs.map((r) => (r.hit ? element('mark', '', r.text) : r.text));
}

function lineNodes(l: PassageLine, mark: Mark): (Node | string)[] {
  const title =
    l.title === undefined
      ? []
      : [
          element('b', '', ...mark(l.title)),
          ...(l.text === '' ? [] : [/[.!?…:]$/.test(l.title) ? ' ' : '. ']),
        ];
  const nodes = [...title, ...mark(l.text)];
  if (l.link === undefined) return nodes;
  const a = element('a', '', l.title ?? l.text);
  a.href = l.link;
  return [a, '. ', ...mark(l.text)];
}

/** The lines as they stand in the guide: steps as a numbered list, troubles with what one sees. `quote` is cited from `cite`. */
export function quoteView(lines: readonly PassageLine[], cite: string, mark: Mark = plainly): HTMLElement {
  const quote = element('blockquote', 'quote');
  quote.cite = cite;
  let list: HTMLOListElement | HTMLUListElement | undefined;
  for (const l of lines) {
    const kind = l.as === 'step' ? 'ol' : l.as === 'li' || l.as === 'call' ? 'ul' : undefined;
    if (kind === undefined) {
      list = undefined;
      if (l.as === 'case')
        quote.append(element('p', 'case', ...mark(l.title ?? '')), element('p', '', ...mark(l.text)));
      else quote.append(element('p', '', ...lineNodes(l, mark)));
      continue;
    }
    if (!list || list.localName !== kind) {
      list = element(kind, '');
      if (list instanceof HTMLOListElement) list.start = l.no ?? 1;
      quote.append(list);
    }
    list.append(element('li', '', ...lineNodes(l, mark)));
  }
  return quote;
}
