/** A finished page as Markdown: the words of its main part in their order, for machines that quote. Pure. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A page read for its twin. */
export interface TwinPage {
  readonly title: string;
  /** What it says when its title is not there: what search engines show. */
  readonly lead: string;
  /** Its main part as Markdown. */
  readonly body: string;
  /** First line of its foot: the day it was looked at. */
  readonly foot: string;
}

/** Whether something is a page read for its twin, or that it has none. */
export const isTwinPage = (value: unknown): value is TwinPage | null =>
  value === null || (typeof value === 'object' && 'body' in value && 'foot' in value);

const isElement = (node: Node): node is Element => 'tagName' in node;
const given = (node: Element, name: string): string | undefined =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

/** Nothing of these is words of the page. */
const silent = new Set(
  ['script', 'style', 'template', 'noscript', 'nav', 'button', 'input', 'select', 'textarea'].concat([
    'svg',
    'iframe',
    'progress',
    'dialog',
  ]),
);
const isSilent = (node: Element): boolean =>
  silent.has(node.tagName) || given(node, 'hidden') !== undefined || given(node, 'aria-hidden') === 'true';

/** Elements that stand inside a line. */
const inLine = new Set(
  ['a', 'abbr', 'b', 'bdi', 'br', 'code', 'em', 'i', 'img', 'kbd', 'mark', 's', 'small', 'span'].concat([
    'strong',
    'sub',
    'sup',
    'time',
    'u',
    'dfn',
    'cite',
    'q',
    'label',
    'summary',
    'legend',
    'var',
  ]),
);

/** Only what would turn words into something else. */
const literally = (text: string): string => text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`);

/** Turns the address of a link to one that is whole. */
type Whole = (address: string) => string;

/** Whether two words would run into one: styles hold them apart on the page. */
const touch = (before: string, after: string): boolean =>
  /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);

/** Words of a line. */
function line(nodes: readonly Node[], whole: Whole): string {
  return nodes
    .map((node) => {
      if ('value' in node) return literally(node.value);
      if (!isElement(node) || isSilent(node)) return '';
      if (node.tagName === 'br') return ' ';
      if (node.tagName === 'img') return literally(given(node, 'alt') ?? '');
      const inner = line(node.childNodes, whole);
      const words = inner.replace(/\s+/g, ' ').trim();
      const to = given(node, 'href');
      if (node.tagName === 'a' && to !== undefined && words !== '') return ` [${words}](${whole(to)}) `;
      if (/^(?:strong|b)$/.test(node.tagName) && words !== '') return ` **${words}** `;
      return inLine.has(node.tagName) ? inner : ` ${inner} `;
    })
    .reduce((before, after) => `${before}${touch(before, after) ? ' ' : ''}${after}`, '');
}

const tidy = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)])/g, '$1')
    .trim();

const rowsOf = (node: Element): Element[] =>
  node.childNodes.filter(isElement).flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child)));

/** A table with the first row as its head. */
function table(node: Element, whole: Whole): string[] {
  const caption = node.childNodes.filter(isElement).find(({ tagName }) => tagName === 'caption');
  const rows = rowsOf(node).map((row) =>
    row.childNodes
      .filter(isElement)
      .map(({ childNodes }) => tidy(line(childNodes, whole)).replaceAll('|', String.raw`\|`)),
  );
  const [head = [], ...rest] = rows;
  if (head.length === 0) return [];
  const marked = [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`);
  return [...(caption ? [tidy(line(caption.childNodes, whole))] : []), marked.join('\n')];
}

/** Items of a list; what an item holds besides a line is moved in. */
function list(node: Element, whole: Whole): string[] {
  const items = node.childNodes.filter(isElement).filter((item) => !isSilent(item));
  const first = Number(given(node, 'start') ?? 1);
  const written = items.map((item, index) => {
    const mark = node.tagName === 'ol' ? `${first + index}. ` : '- ';
    return (
      mark +
      blocks(item.childNodes, whole)
        .join('\n\n')
        .replace(/\n(?!\n)/g, `\n${' '.repeat(mark.length)}`)
    );
  });
  return written.length === 0 ? [] : [written.join('\n')];
}

function block(node: Element, whole: Whole): string[] {
  const { tagName, childNodes } = node;
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) return [`${'#'.repeat(Number(heading))} ${tidy(line(childNodes, whole))}`];
  if (tagName === 'ul' || tagName === 'ol') return list(node, whole);
  if (tagName === 'table') return table(node, whole);
  if (tagName === 'p' || tagName === 'dt') return [tidy(line(childNodes, whole))];
  return blocks(childNodes, whole);
}

/** Paragraphs of what stands below each other. */
function blocks(nodes: readonly Node[], whole: Whole): string[] {
  const found: string[] = [];
  let open: Node[] = [];
  const close = (): void => {
    found.push(tidy(line(open, whole)));
    open = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isSilent(node)) continue;
    if (!isElement(node) || inLine.has(node.tagName)) {
      open.push(node);
      continue;
    }
    close();
    found.push(...block(node, whole));
  }
  close();
  return found.filter((words) => words !== '');
}

/** The first element of a name. */
function firstOf(nodes: readonly Node[], name: string): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === name ? node : firstOf(node.childNodes, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Reads a page. Nothing when it has no main part that search engines may read. */
export function twinPage(html: string, whole: Whole): TwinPage | undefined {
  // The rest of a page is styles and menus: reading them too would take four times as long.
  const from = html.search(/<main\b[^>]*\sdata-pagefind-body/);
  if (from < 0) return undefined;
  const { childNodes } = parseFragment(html.slice(from));
  const root = childNodes.filter((node): node is Element => 'tagName' in node);
  const main = firstOf(root, 'main');
  if (main === undefined) return undefined;
  const title = tidy(line(firstOf(main.childNodes, 'h1')?.childNodes ?? [], whole));
  const foot = firstOf(firstOf(root, 'footer')?.childNodes ?? [], 'p');
  const [, lead = ''] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
  const words = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return {
    title,
    lead: words(lead),
    body: blocks(main.childNodes, whole).join('\n\n'),
    foot: tidy(line(foot?.childNodes ?? [], whole)),
  };
}
