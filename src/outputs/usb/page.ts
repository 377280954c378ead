/**
 * One page of the finished site, rewritten so that it opens from a disk: relative addresses, ordinary
 * scripts, its own policy.
 */
import { createHash } from 'node:crypto';
import { parse, serialize, type DefaultTreeAdapterMap } from 'parse5';
import { diskAddress, rootFrom } from './disk-address.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What a page needs from the rest of the copy. */
export interface DiskPage {
  readonly html: string;
  /** Addresses of module scripts that it loads, from the root of the site. */
  readonly modules: readonly string[];
  /** What the page-finder reads, for pages that the site's search lists. */
  readonly listed?: { readonly title: string; readonly kind: string; readonly text: string };
}

/** What only a server can use. */
const dropped = (element: Element): boolean => {
  const rel = attribute(element, 'rel') ?? '';
  return (
    (element.tagName === 'link' &&
      (/\b(?:manifest|search|modulepreload|apple-touch-icon)\b/.test(rel) ||
        (rel === 'alternate' && attribute(element, 'type') !== undefined))) ||
    (element.tagName === 'meta' &&
      /^(?:og|twitter):image/.test(attribute(element, 'property') ?? attribute(element, 'name') ?? ''))
  );
};
const addressed = ['href', 'src', 'action', 'poster'];

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
function setAttribute(element: Element, name: string, value: string): void {
  const found = element.attrs.find((attribute) => attribute.name === name);
  if (found) found.value = value;
  else element.attrs.push({ name, value });
}

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const childNode of [...node.childNodes]) yield* elements(childNode);
}
function remove(element: Element): void {
  const siblings = element.parentNode!.childNodes;
  siblings.splice(siblings.indexOf(element), 1);
}
const textOf = (node: Node): string =>
  node.nodeName === '#text'
    ? (node as DefaultTreeAdapterMap['textNode']).value
    : 'tagName' in node &&
        (['script', 'style'].includes(node.tagName) || attribute(node, 'data-pagefind-ignore') !== undefined)
      ? ''
      : 'childNodes' in node
        ? node.childNodes.map(textOf).join(' ')
        : '';
const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * The page policy for a disk: the same list, with `file:` where the site itself stood. Trusted Types go,
 * because files are fetched by script
 * elements there. Hashes are those of the rewritten styles.
 */
function diskPolicy(policy: string, styles: readonly string[]): string {
  return policy
    .split(';')
    .map((part) => part.trim())
    .filter((part) => !/^(?:require-trusted-types-for|trusted-types|manifest-src|worker-src)\b/.test(part))
    .map((part) =>
      part.startsWith('style-src ')
        ? `style-src ${styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`).join(' ') || "'none'"}`
        : part.replaceAll("'self'", 'file:'),
    )
    .join('; ');
}

/** The parts of a page that are changed as a whole, once every element was seen. */
interface PageParts {
  head?: Element;
  main?: Element;
  foot?: Element;
  policy?: Element;
  readonly modules: string[];
  readonly styles: string[];
}

/** Notes the parts of a page that are wanted again. */
function note(element: Element, parts: PageParts): void {
  if (element.tagName === 'head') parts.head = element;
  if (element.tagName === 'main') parts.main = element;
  if (element.tagName === 'footer') parts.foot = element;
  if (
    element.tagName === 'meta' &&
    attribute(element, 'http-equiv')?.toLowerCase() === 'content-security-policy'
  )
    parts.policy = element;
}

/** Rewrites the addresses of one element; a module becomes the ordinary script that `classic` names. */
function rewrite(
  element: Element,
  root: string,
  parts: PageParts,
  classic: (module: string) => string,
): void {
  if (element.tagName === 'html') setAttribute(element, 'data-goc', root);
  if (element.tagName === 'meta' && attribute(element, 'http-equiv') === 'refresh') {
    const content = attribute(element, 'content') ?? '';
    const moved = content.replace(/url=(.*)$/, (_, to: string) => `url=${diskAddress(root, to)}`);
    setAttribute(element, 'content', moved);
  }
  if (element.tagName === 'style') {
    const text = element.childNodes[0] as DefaultTreeAdapterMap['textNode'];
    text.value = text.value.replace(
      /url\((["']?)(\/[^)"']*)\1\)/g,
      (_, quote: string, to: string) => `url(${quote}${diskAddress(root, to)}${quote})`,
    );
    parts.styles.push(text.value);
  }
  const from = attribute(element, 'src');
  if (element.tagName === 'script' && attribute(element, 'type') === 'module' && from !== undefined) {
    parts.modules.push(from);
    element.attrs = [
      { name: 'defer', value: '' },
      { name: 'src', value: diskAddress(root, classic(from)) },
    ];
    return;
  }
  // A canonical address names the edition on the network; everything else of the site is on the disk.
  for (const attribute of element.attrs)
    if (addressed.includes(attribute.name)) attribute.value = diskAddress(root, attribute.value);
}

/** The elements that a piece of markup stands for, without the page that the parser puts around it. */
function piecesOf(markup: string, place: 'head' | 'body'): Element['childNodes'] {
  const whole = [...elements(parse(markup))].find((element) => element.tagName === place);
  return whole?.childNodes ?? [];
}

/**
 * Rewrites a page. `path` is its address on the site, `line` what is put into its foot, `classic` names the
 * ordinary script made of a module, `door` the script that fetches for all of them.
 */
export function diskPage(
  html: string,
  path: string,
  line: string,
  classic: (module: string) => string,
  door: string,
): DiskPage {
  const root = rootFrom(path);
  const document = parse(html);
  const parts: PageParts = { modules: [], styles: [] };
  for (const element of elements(document)) {
    if (dropped(element)) {
      remove(element);
      continue;
    }
    note(element, parts);
    rewrite(element, root, parts, classic);
  }
  const { head, main, foot, policy, modules, styles } = parts;
  if (policy) setAttribute(policy, 'content', diskPolicy(attribute(policy, 'content') ?? '', styles));
  foot?.childNodes.push(...piecesOf(`<p>${line}</p>`, 'body'));
  if (modules.length > 0)
    head?.childNodes.push(...piecesOf(`<script defer src="${diskAddress(root, door)}"></script>`, 'head'));
  const listed = main && attribute(main, 'data-pagefind-body') !== undefined ? main : undefined;
  return { html: serialize(document), modules, ...(listed ? { listed: listedAs(listed) } : {}) };
}

/** What the page-finder reads of a page. */
function listedAs(main: Element): NonNullable<DiskPage['listed']> {
  const title = [...elements(main)].find((element) => element.tagName === 'h1');
  return {
    title: tidy(title ? textOf(title) : ''),
    kind: attribute(main, 'data-pagefind-filter')?.replace(/^loai:/, '') ?? '',
    text: tidy(textOf(main)),
  };
}
