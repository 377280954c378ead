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
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** Runs of text, the hits marked. */
export function markNodes(
  runs: readonly { readonly text: string; readonly hit: boolean }[],
): (Node | string)[] {
  return runs.map((run) => (run.hit ? element('mark', '', run.text) : run.text));
}

function lineNodes(line: PassageLine, mark: Mark): (Node | string)[] {
  const title =
    line.title === undefined
      ? []
      : [
          element('b', '', ...mark(line.title)),
          ...(line.text === '' ? [] : [/[.!?…:]$/.test(line.title) ? ' ' : '. ']),
        ];
  const nodes = [...title, ...mark(line.text)];
  if (line.link === undefined) return nodes;
  const link = element('a', '', line.title ?? line.text);
  link.href = line.link;
  return [link, '. ', ...mark(line.text)];
}

/**
 * The lines as they stand in the guide: steps as a numbered list, troubles with what one sees. `quote` is
 * cited from `cite`.
 */
export function quoteView(lines: readonly PassageLine[], cite: string, mark: Mark = plainly): HTMLElement {
  const quote = element('blockquote', 'quote');
  quote.cite = cite;
  let list: HTMLOListElement | HTMLUListElement | undefined;
  for (const line of lines) {
    const kind = line.as === 'step' ? 'ol' : line.as === 'li' || line.as === 'call' ? 'ul' : undefined;
    if (kind === undefined) {
      list = undefined;
      if (line.as === 'case')
        quote.append(element('p', 'case', ...mark(line.title ?? '')), element('p', '', ...mark(line.text)));
      else quote.append(element('p', '', ...lineNodes(line, mark)));
      continue;
    }
    if (list?.localName !== kind) {
      list = element(kind, '');
      if (list instanceof HTMLOListElement) list.start = line.no ?? 1;
      quote.append(list);
    }
    list.append(element('li', '', ...lineNodes(line, mark)));
  }
  return quote;
}
