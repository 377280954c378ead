/**
 * The finished site as the offline copy sees it: files, addresses that lead on, and what each page needs
 * besides itself.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnFile } from '../output.ts';
import { isPage } from './runtime/format.ts';

export interface FinishedSite {
  /** Paths of all files, sorted; pages by their address. */
  readonly paths: readonly string[];
  /** Addresses of pages that only lead on. */
  readonly leads: ReadonlyMap<string, string>;
  /** A file as the build wrote it: addresses in it count from the root. */
  read(path: string): Buffer;
  /** The same file as the server will send it. */
  sent(path: string): Buffer;
  /** What is made of the site, as the server will send it. */
  readonly turned: TurnFile;
}

const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

/** Reads what is in `dist`; `turned` turns a file to the address of the edition. */
export function finishedSite(dist: string, turned: TurnFile): FinishedSite {
  const all = globSync('**/*', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => statSync(join(dist, file)).isFile())
    .sort();
  const read = (path: string): Buffer => readFileSync(join(dist, fileOf(path)));
  const paths: string[] = [];
  const leads = new Map<string, string>();
  for (const path of all.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)) {
    const to = isPage(path)
      ? /<meta http-equiv="refresh" content="\d+;url=([^"]+)"/.exec(read(path).toString('latin1'))?.[1]
      : undefined;
    if (to === undefined) paths.push(path);
    else leads.set(path, to);
  }
  const sent = (path: string): Buffer => turned(fileOf(path), read(path));
  return { paths, leads, read, sent, turned };
}

/** Finds what a page needs. */
export type Needs = (path: string, without?: RegExp) => ReadonlySet<string>;

/**
 * Files that a page names: scripts, pictures, icons, what its scripts are told to fetch; and what those files
 * name. Links to other pages are not among them; nor is what `without` fits, and what only that names.
 */
export function neededBy(site: FinishedSite): Needs {
  const there = new Set(site.paths);
  const direct = new Map<string, string[]>();
  const named = (path: string): string[] => {
    let found = direct.get(path);
    if (found === undefined) {
      const text = /\.(?:js|css|svg)$/.test(path) || isPage(path) ? site.read(path).toString() : '';
      const addresses = [
        ...(isPage(path)
          ? [...text.matchAll(/<link\b[^>]*\bhref="([^"]+)"|(?:\bsrc|\bdata-[\w-]+)="(\/[^"]+)"/g)].map(
              (match) => match[1] ?? match[2]!,
            )
          : []),
        ...(path.endsWith('.js')
          ? [...text.matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].map((match) => match[1]!)
          : []),
        ...[...text.matchAll(/url\(["']?([^"')]+)["']?\)/g)].map((match) => match[1]!),
      ];
      found = [
        ...new Set(
          addresses.flatMap((address) => {
            const ownInside = inside(address, path);
            return ownInside !== undefined && ownInside !== path && !isPage(ownInside) && there.has(ownInside)
              ? [ownInside]
              : [];
          }),
        ),
      ];
      direct.set(path, found);
    }
    return found;
  };
  return (path, without) => {
    const all = new Set<string>();
    const walk = (from: string): void => {
      for (const otherFrom of named(from))
        if (!all.has(otherFrom) && without?.test(otherFrom) !== true) {
          all.add(otherFrom);
          walk(otherFrom);
        }
    };
    walk(path);
    return all;
  };
}

/** The path that an address of a page means, when it is one of this site. */
function inside(address: string, from: string): string | undefined {
  const url = new URL(address, `https://x.invalid${from}`);
  return url.host === 'x.invalid' ? decodeURIComponent(url.pathname) : undefined;
}
