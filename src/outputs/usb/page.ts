/** One page of the finished site, rewritten so that it opens from a disk: relative addresses, ordinary scripts, its own policy. */
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
const dropped = (e: Element): boolean => {
  const rel = attribute(e, 'rel') ?? '';
  return (
    (e.tagName === 'link' &&
      (/\b(?:manifest|search|modulepreload|apple-touch-icon)\b/.test(rel) ||
        (rel === 'alternate' && attribute(e, 'type') !== undefined))) ||
    (e.tagName === 'meta' &&
      /^(?:og|twitter):image/.test(attribute(e, 'property') ?? attribute(e, 'name') ?? ''))
  );
};
const addressed = ['href', 'src', 'action', 'poster'];

function attribute(e: Element, name: string): string | undefined {
  return e.attrs.find((a) => a.name === name)?.value;
}
function setAttribute(e: Element, name: string, value: string): void {
  const found = e.attrs.find((a) => a.name === name);
  if (found) found.value = value;
  else e.attrs.push({ name, value });
}

function* elements(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const c of [...node.childNodes]) yield* elements(c);
}
function remove(e: Element): void {
  const siblings = e.parentNode!.childNodes;
  siblings.splice(siblings.indexOf(e), 1);
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
 * The page policy for a disk: the same list, with `file:` where the site itself stood. Trusted Types go, because files are fetched by script
 * elements there. Hashes are those of the rewritten styles.
 */
function diskPolicy(policy: string, styles: readonly string[]): string {
  return policy
    .split(';')
    .map((d) => d.trim())
    .filter((d) => !/^(?:require-trusted-types-for|trusted-types|manifest-src|worker-src)\b/.test(d))
    .map((d) =>
      d.startsWith('style-src ')
        ? `style-src ${styles.map((s) => `'sha256-${createHash('sha256').update(s).digest('base64')}'`).join(' ') || "'none'"}`
        : d.replaceAll("'self'", 'file:'),
    )
    .join('; ');
}

/** Rewrites a page. `path` is its address on the site, `note` the line put into its foot, `classic` names the ordinary script made of a module. */
export function diskPage(
  html: string,
  path: string,
  note: string,
  classic: (module: string) => string,
  door: string,
): DiskPage {
  const root = rootFrom(path);
  const document = parse(html);
  const modules: string[] = [];
  const styles: string[] = [];
  let policy: Element | undefined;
  let head: Element | undefined;
  let main: Element | undefined;
  let foot: Element | undefined;
  for (const e of elements(document)) {
    if (dropped(e)) {
      remove(e);
      continue;
    }
    if (e.tagName === 'html') setAttribute(e, 'data-goc', root);
    if (e.tagName === 'head') head = e;
    if (e.tagName === 'main') main = e;
    if (e.tagName === 'footer') foot = e;
    if (e.tagName === 'meta' && attribute(e, 'http-equiv')?.toLowerCase() === 'content-security-policy')
      policy = e;
    if (e.tagName === 'meta' && attribute(e, 'http-equiv') === 'refresh')
      setAttribute(
        e,
        'content',
        attribute(e, 'content')!.replace(/url=(.*)$/, (_, to: string) => `url=${diskAddress(root, to)}`),
      );
    if (e.tagName === 'style') {
      const text = e.childNodes[0] as DefaultTreeAdapterMap['textNode'];
      text.value = text.value.replace(
        /url\((["']?)(\/[^)"']*)\1\)/g,
        (_, q: string, to: string) => `url(${q}${diskAddress(root, to)}${q})`,
      );
      styles.push(text.value);
    }
    if (e.tagName === 'script' && attribute(e, 'type') === 'module') {
      const from = attribute(e, 'src')!;
      modules.push(from);
      e.attrs = [
        { name: 'defer', value: '' },
        { name: 'src', value: diskAddress(root, classic(from)) },
      ];
      continue;
    }
    for (const a of e.attrs) if (addressed.includes(a.name)) a.value = diskAddress(root, a.value);
    // A canonical address names the edition on the network; everything else of the site is on the disk.
  }
  if (policy) setAttribute(policy, 'content', diskPolicy(attribute(policy, 'content')!, styles));
  if (foot)
    foot.childNodes.push(
      ...(parse(`<p>${note}</p>`).childNodes[0] as Element).childNodes.flatMap((x) =>
        'childNodes' in x && x.nodeName === 'body' ? x.childNodes : [],
      ),
    );
  if (head && modules.length > 0) {
    const script = {
      ...(parse(`<script defer src="${diskAddress(root, door)}"></script>`).childNodes[0] as Element),
    };
    const first = (script.childNodes.find((x) => x.nodeName === 'head') as Element).childNodes[0]!;
    head.childNodes.push(first);
  }
  const listed = main && attribute(main, 'data-pagefind-body') !== undefined ? main : undefined;
  const title = listed ? [...elements(listed)].find((e) => e.tagName === 'h1') : undefined;
  return {
    html: serialize(document),
    modules,
    ...(listed
      ? {
          listed: {
            title: tidy(title ? textOf(title) : ''),
            kind: attribute(listed, 'data-pagefind-filter')?.replace(/^loai:/, '') ?? '',
            text: tidy(textOf(listed)),
          },
        }
      : {}),
  };
}
