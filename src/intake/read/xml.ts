/** Parts of an office file: a zip of XML. */
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { Refusal } from '../refusal.ts';

/** Bytes that a part may have once unpacked: a plan's text is below a tenth of it. */
const mostBytes = 60_000_000;

export interface Package {
  /** A part as XML; undefined where there is none. */
  readonly part: (path: string) => Element | undefined;
  readonly paths: readonly string[];
}

/** Opens the zip; only XML parts are unpacked. */
export function openPackage(bytes: Uint8Array, name: string): Package {
  let files: Record<string, Uint8Array>;
  let total = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (!/\.(?:xml|rels)$/.test(path)) return false;
        total += originalSize;
        return total < mostBytes;
      },
    });
  } catch {
    throw new Refusal('damaged', name);
  }
  const window = new JSDOM('').window;
  const part = (path: string): Element | undefined => {
    const file = files[path];
    if (file === undefined) return undefined;
    const parsed = new window.DOMParser().parseFromString(strFromU8(file), 'application/xml');
    if (parsed.getElementsByTagName('parsererror').length > 0) throw new Refusal('damaged', name);
    return parsed.documentElement;
  };
  return { part, paths: Object.keys(files) };
}

/** Children with a local name. */
export const children = (node: Element | undefined, ...names: readonly string[]): Element[] =>
  [...(node?.children ?? [])].filter(({ localName }) => names.includes(localName));

/** The first child by each local name in turn. */
export function child(node: Element | undefined, ...path: readonly string[]): Element | undefined {
  let at = node;
  for (const name of path) [at] = children(at, name);
  return at;
}

/** All elements below with a local name, in order. */
export const below = (node: Element | undefined, name: string): Element[] =>
  node ? [...node.getElementsByTagNameNS('*', name)] : [];

/** An attribute by its local name, whatever its prefix. */
export const attribute = (node: Element | undefined, name: string): string | undefined =>
  node ? [...node.attributes].find(({ localName }) => localName === name)?.value : undefined;
