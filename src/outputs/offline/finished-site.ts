/**
 * The finished site as the offline copy sees it: files, addresses that lead on, and what each page needs
 * besides itself.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readInTurn, siteFiles } from '../../books/site-files.ts';
import type { TurnFile } from '../output.ts';
import { isPage } from './runtime/format.ts';

export interface FinishedSite {
  /** Paths of all files, sorted; pages by their address. */
  readonly paths: readonly string[];
  /** Addresses of pages that only lead on. */
  readonly leads: ReadonlyMap<string, string>;
  /**
   * A file as the build wrote it: addresses in it count from the root. The bytes of a page hold until the
   * next page is read.
   */
  read(path: string): Buffer;
  /** The same file as the server will send it. */
  sent(path: string): Buffer;
  /** What is made of the site, as the server will send it. */
  readonly turned: TurnFile;
}

/** A page that only leads on is shorter. */
const mostOfLead = 8_000;

const fileOf = (path: string): string => (path.endsWith('/') ? `${path}index.html` : path).slice(1);

/** Reads what is in `dist`; `turned` turns a file to the address of the edition. */
export function finishedSite(dist: string, turned: TurnFile): FinishedSite {
  const whole = (path: string): string => join(dist, fileOf(path));
  const readPage = readInTurn();
  const read = (path: string): Buffer => (isPage(path) ? readPage(whole(path)) : readFileSync(whole(path)));
  const paths: string[] = [];
  const leads = new Map<string, string>();
  for (const file of siteFiles(dist)) {
    const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
    const to =
      isPage(path) && statSync(whole(path)).size < mostOfLead
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
