/** What is on each page of a built site, read once with an HTML parser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

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
  /** Where the page leads on to, when it does nothing else. */
  readonly leadsTo?: string;
  /** Whether the page belongs in the search index. */
  readonly searched: boolean;
}

/** Every page of the site. */
export interface SiteFacts { readonly files: readonly string[]; readonly pages: readonly PageFacts[] }

/** Address of a file. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** Reads the HTML files among `files`. */
export function siteFacts(root: string, files: readonly string[]): SiteFacts {
  return { files, pages: files.filter((f) => f.endsWith('.html')).map((f) => pageFacts(f, readFileSync(join(root, f), 'utf8'))) };
}

export function pageFacts(file: string, html: string): PageFacts {
  let title = '';
  let heading = '';
  let leadsTo: string | undefined;
  let searched = false;
  const places: string[] = [];
  const visit = (node: Node, inPart: boolean): void => {
    let part = inPart;
    if ('tagName' in node) {
      const name = node.tagName;
      if (name === 'title' && title === '') title = text(node).trim();
      if (name === 'h1' && heading === '') heading = text(node).trim();
      if (attribute(node, 'data-pagefind-body') !== undefined) searched = true;
      if (name === 'meta' && attribute(node, 'http-equiv')?.toLowerCase() === 'refresh') leadsTo = /^\s*0;\s*url=(.+)$/i.exec(attribute(node, 'content') ?? '')?.[1]?.trim();
      part ||= (attribute(node, 'class') ?? '').split(/\s+/).includes('part');
      const id = attribute(node, 'id');
      // Sections and their steps; the entries of the glossary (h3) and of the phone page (li).
      if (id !== undefined && ((part && (name === 'h2' || name === 'li')) || (file === 'tu-dien/index.html' && name === 'h3') || (file === 'goi-ai/index.html' && name === 'li'))) places.push(id);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, part);
  };
  visit(parse(html), false);
  return { file, address: addressOf(file), whole: html.trimEnd().endsWith('</html>'), title, heading, places, searched, ...(leadsTo === undefined ? {} : { leadsTo }) };
}

const attribute = (e: Element, name: string): string | undefined => e.attrs.find((a) => a.name === name)?.value;
const text = (node: Node): string => ('value' in node && node.nodeName === '#text' ? (node as { value: string }).value : 'childNodes' in node ? node.childNodes.map(text).join('') : '');
