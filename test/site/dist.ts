/** Reads the finished site for the tests over `dist`. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';

export const dist = join(import.meta.dirname, '../../dist');
type Node = DefaultTreeAdapterMap['node'];
export type Element = DefaultTreeAdapterMap['element'];

/** A finished page. */
export interface SitePage {
  readonly file: string;
  readonly path: string;
  readonly html: string;
  readonly elements: readonly Element[];
  readonly stub: boolean;
}

function walk(node: Node, found: Element[]): Element[] {
  if ('tagName' in node) found.push(node);
  if ('childNodes' in node) for (const childNode of node.childNodes) walk(childNode, found);
  return found;
}

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** Text inside an element. */
export function text(node: Node): string {
  return 'value' in node && node.nodeName === '#text'
    ? (node as { value: string }).value
    : 'childNodes' in node
      ? node.childNodes.map(text).join('')
      : '';
}

/** Every page; `stub` marks number addresses, which only lead on. */
export const sitePages: readonly SitePage[] = globSync('**/*.html', { cwd: dist })
  .sort()
  .map((path) => {
    const file = path.replaceAll('\\', '/');
    const html = readFileSync(join(dist, file), 'utf8');
    return {
      file,
      path: `/${file.replace(/index\.html$/, '')}`,
      html,
      elements: walk(parse(html), []),
      stub: html.includes('http-equiv="refresh"'),
    };
  });
export const realPages = sitePages.filter((page) => !page.stub);
