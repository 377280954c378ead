/** What is on each page of a built site, read once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eachAnew, type KeptWork } from '../domain/kept-work.ts';

/** One page. */
export interface PageFacts {
  readonly file: string;
  /** `/a/` for `a/index.html`. */
  readonly address: string;
  /** The file ends as a page ends. */
  readonly whole: boolean;
  readonly title: string;
  readonly heading: string;
  /** Ids of section headings, steps, terms and telephone entries: what links may point at. */
  readonly places: readonly string[];
  /** Where the page leads on to, when it does nothing else; counted from the root of the site. */
  readonly leadsTo?: string;
  /** Pages and files of the host that it names, as they are served, without `?` and `#`; each once. */
  readonly links: readonly string[];
  /** Whether the page belongs in the search index. */
  readonly searched: boolean;
}

/** Every page of the site. */
export interface SiteFacts {
  /** Path that the site stands under on its host: `/so-tay`; '' at the root. */
  readonly path: string;
  readonly files: readonly string[];
  readonly pages: readonly PageFacts[];
}

/** Address of a file. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

const areFacts = (value: unknown): value is PageFacts =>
  typeof value === 'object' && value !== null && 'places' in value && 'links' in value;

/**
 * Reads the HTML files among `files` of a site that is served under `path`; the bytes that `read` answers are
 * not looked at again when it reads the next one.
 */
export function siteFacts(
  root: string,
  files: readonly string[],
  path = '',
  known: KeptWork = eachAnew,
  read: (file: string) => Buffer = readFileSync,
): SiteFacts {
  const factsOf = (file: string): PageFacts => {
    const bytes = read(join(root, file));
    return known.again(
      'page-facts',
      [file, path, bytes],
      () => pageFacts(file, bytes.toString(), path),
      areFacts,
    );
  };
  return { path, files, pages: files.filter((file) => file.endsWith('.html')).map(factsOf) };
}

/** An address as it is served, counted from the root of the site; one outside of its path stays as it is. */
const fromRoot = (address: string | undefined, path: string): string | undefined =>
  address?.startsWith(`${path}/`) ? address.slice(path.length) : address;
/** What a tag names on its own host. */
const named = /\s(?:href|src|action|poster|data-listen|data-path)="(\/(?!\/)[^"?#]*)/g;

/** Elements that have no end tag. */
const empty = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
/** A comment, what a script or style holds, or a tag with its attributes. Quoted values may hold `>`. */
const tag =
  /<!--[\s\S]*?-->|<(script|style)\b[^>]*>[\s\S]*?<\/\1>|<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

/**
 * Facts of one page, read tag by tag: thousands of pages are read after each build, and a parser that also
 * repairs what browsers would have to repair takes several times as long. A test holds the result against
 * such a parser.
 */
export function pageFacts(file: string, html: string, path = ''): PageFacts {
  let title: string | undefined;
  let heading: string | undefined;
  let leadsTo: string | undefined;
  let searched = false;
  const places: string[] = [];
  const links = new Set<string>();
  /** Open elements, and how many of them are parts. */
  const open: { readonly name: string; readonly part: boolean; readonly from: number }[] = [];
  let parts = 0;
  for (const match of html.matchAll(tag)) {
    const [whole, , closing, raw, given = ''] = match;
    if (raw === undefined) continue;
    const name = raw.toLowerCase();
    if (closing === '/') {
      if (!open.some((item) => item.name === name)) continue;
      for (let o = open.pop(); o; o = open.pop()) {
        if (o.part) parts--;
        if (o.name !== name) continue;
        if (name === 'title') title ??= words(html.slice(o.from, match.index)).trim();
        if (name === 'h1') heading ??= words(html.slice(o.from, match.index)).trim();
        break;
      }
      continue;
    }
    if (given.includes('="/')) for (const [, link = ''] of given.matchAll(named)) links.add(plainText(link));
    if (!searched && given.includes('data-pagefind-body')) searched = true;
    if (name === 'meta' && attribute(given, 'http-equiv')?.toLowerCase() === 'refresh')
      leadsTo = fromRoot(/^\s*0;\s*url=(.+)$/i.exec(attribute(given, 'content') ?? '')?.[1]?.trim(), path);
    const part = given.includes('part') && (attribute(given, 'class') ?? '').split(/\s+/).includes('part');
    // Sections and their steps; the entries of the glossary (h3, and b where letters are pages of their
    // own) and of the directory (li).
    if (
      ((parts > 0 || part) && (name === 'h2' || name === 'li')) ||
      (file === 'tu-dien/index.html' && (name === 'h3' || name === 'b')) ||
      (file === 'danh-ba/index.html' && name === 'li')
    ) {
      const id = attribute(given, 'id');
      if (id !== undefined) places.push(id);
    }
    if (empty.has(name) || given.endsWith('/')) continue;
    if (part) parts++;
    open.push({ name, part, from: match.index + whole.length });
  }
  const facts: PageFacts = {
    file,
    address: addressOf(file),
    whole: html.trimEnd().endsWith('</html>'),
    title: title ?? '',
    heading: heading ?? '',
    places,
    links: [...links],
    searched,
    ...(leadsTo === undefined ? {} : { leadsTo }),
  };
  // A piece of a string holds all of it: copied, these facts hold no page.
  return structuredClone(facts);
}

const names = ['class', 'id', 'http-equiv', 'content'] as const;
const patterns = Object.fromEntries(
  names.map((name) => [
    name,
    new RegExp(`(?:^|[\\s"'])${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+)))?(?=[\\s/>]|$)`, 'i'),
  ]),
) as Record<(typeof names)[number], RegExp>;

const attribute = (given: string, name: (typeof names)[number]): string | undefined => {
  const found = given === '' ? null : patterns[name].exec(given);
  return found ? plainText(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
};
const words = (html: string): string => plainText(html.replace(tag, ''));
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
const plainText = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
        (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
          name !== undefined
            ? (entities[name.toLowerCase()] ?? all)
            : String.fromCodePoint(hex !== undefined ? parseInt(hex, 16) : Number(decimal)),
      )
    : text;
