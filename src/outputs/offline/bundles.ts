/**
 * Turns files into bundles: pages without the parts that they share, small files by the handful, everything
 * else as it is.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { isPage, referenceTo, type Bundle, type Hash } from './runtime/format.ts';
import type { FinishedSite } from './finished-site.ts';

/** Name of some bytes. */
export const hashOf = (bytes: Buffer | string): Hash =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/**
 * Bytes on the line. Servers send text compressed; this is brotli at level 5, which a release that is
 * compressed beforehand (level 11)
 * stays a little below.
 */
export const onTheLine = (bytes: Buffer, kind: 'txt' | 'bin'): number =>
  kind === 'bin'
    ? bytes.length
    : Math.min(
        bytes.length,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length,
      );

/**
 * What pages share: policy and early script, style, header. Cut where the frame of the page has its seams:
 * from the first text to the second, which belongs to it or not.
 */
const seams = [
  { from: '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"', to: '<title>', closed: false },
  { from: '<style>', to: '</style>', closed: true },
  { from: '<header class="top">', to: '</header>', closed: true },
] as const;
/** Shorter parts are not worth a file of their own. */
const leastShared = 400;

/**
 * Files of one folder that travel together: so many handfuls, by a digest of the name, so that a new file
 * moves no other.
 */
const handfuls = 16;
/** Larger files travel alone, in bytes. */
const largestSmall = 30_000;

export interface Bundled {
  /** Bundles of a set of paths. */
  of(paths: readonly string[]): Bundle[];
  /** Bytes of a bundle in the store of the device. */
  room(hash: Hash): number;
  /** How many there are. */
  count(): number;
  /** Makes the bundle of a page again, which has changed outside what it shares. */
  again(page: string): void;
}

/** Start and end of the parts of a page that others may have too, in order. */
function partsOf(html: Buffer): [number, number][] {
  const found: [number, number][] = [];
  for (const { from, to, closed } of seams) {
    for (let start = html.indexOf(from); start >= 0;) {
      const end = html.indexOf(to, start + from.length);
      if (end < 0) break;
      const after = closed ? end + to.length : end;
      if (after - start >= leastShared) found.push([start, after]);
      start = html.indexOf(from, after);
    }
  }
  return found.sort(([a], [b]) => a - b);
}

/** Bytes by their names, written once each. */
class BundleStore {
  readonly #folder: string;
  /** What is known of each: bytes on the line and in the store of the device. */
  readonly #known = new Map<Hash, { readonly line: number; readonly room: number }>();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  add(bytes: Buffer, kind: 'txt' | 'bin', ...files: (string | number)[]): Bundle {
    const hash = hashOf(bytes);
    const known = this.#known.get(hash) ?? { line: onTheLine(bytes, kind), room: bytes.length };
    if (!this.#known.has(hash)) {
      this.#known.set(hash, known);
      writeFileSync(join(this.#folder, `${hash}.${kind}`), bytes);
    }
    return [hash, kind, known.line, ...files];
  }

  /** Bytes in the store of the device. Throws for what was never added. */
  room(hash: Hash): number {
    const known = this.#known.get(hash);
    if (known === undefined) throw new Error(`${hash}: no bundle of that name`);
    return known.room;
  }

  removePage(hash: Hash): void {
    this.#known.delete(hash);
    rmSync(join(this.#folder, `${hash}.txt`), { force: true });
  }

  get size(): number {
    return this.#known.size;
  }
}

/** How many pages have each part. */
function countParts(site: FinishedSite, pages: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of pages) {
    const html = site.sent(path);
    for (const [from, to] of partsOf(html)) {
      const part = html.toString('latin1', from, to);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  return counts;
}

/** A page as its shared parts and what is its own. */
function pageBundles(
  path: string,
  html: Buffer,
  counts: ReadonlyMap<string, number>,
  store: BundleStore,
): readonly Bundle[] {
  const shared: Bundle[] = [];
  const slim: Buffer[] = [];
  let done = 0;
  for (const [from, to] of partsOf(html)) {
    if ((counts.get(html.toString('latin1', from, to)) ?? 0) < 2) continue;
    const bundle = store.add(html.subarray(from, to), 'txt');
    shared.push(bundle);
    slim.push(html.subarray(done, from), Buffer.from(referenceTo(bundle[0])));
    done = to;
  }
  return [...shared, store.add(Buffer.concat([...slim, html.subarray(done)]), 'txt', path, html.length)];
}

/** Files that are no pages: small ones of one folder and kind by the handful, the others alone. */
function fileBundles(
  site: FinishedSite,
  paths: readonly string[],
  alone: ReadonlySet<string>,
  store: BundleStore,
): Map<string, readonly Bundle[]> {
  const bundles = new Map<string, readonly Bundle[]>();
  const groups = new Map<string, { readonly kind: 'txt' | 'bin'; readonly members: string[] }>();
  for (const path of paths) {
    const kind = /\.(?:js|json|css|svg|txt|xml|ics|webmanifest)$/.test(path) ? 'txt' : 'bin';
    const bytes = site.sent(path);
    if (alone.has(path) || bytes.length > largestSmall || !/^\/(?:tim\/bai|pagefind|nghe)\//.test(path)) {
      bundles.set(path, [store.add(bytes, kind, path, bytes.length)]);
      continue;
    }
    const inFolder = path.slice(0, path.lastIndexOf('/') + 1);
    const key = `${inFolder} ${kind} ${parseInt(hashOf(path).slice(0, 4), 16) % handfuls}`;
    const group = groups.get(key) ?? { kind, members: [] };
    group.members.push(path);
    groups.set(key, group);
  }
  for (const { kind, members } of groups.values()) {
    const bodies = members.map((member) => site.sent(member));
    const named = members.flatMap((member, index) => [member, bodies[index]?.length ?? 0]);
    const bundle = store.add(Buffer.concat(bodies), kind, ...named);
    for (const member of members) bundles.set(member, [bundle]);
  }
  return bundles;
}

/**
 * Makes bundles over all `paths` and writes them into `folder`; `of` then chooses among them. Files in
 * `alone` never travel in a handful.
 * Pages are read twice and never held all at once: an edition may have thousands.
 */
export function bundle(
  site: FinishedSite,
  paths: readonly string[],
  alone: ReadonlySet<string>,
  folder: string,
): Bundled {
  const store = new BundleStore(folder);
  const pages = paths.filter(isPage);
  const counts = countParts(site, pages);
  const bundles = new Map<string, readonly Bundle[]>();
  const bundlePage = (path: string): void => {
    bundles.set(path, pageBundles(path, site.sent(path), counts, store));
  };
  pages.forEach(bundlePage);
  const others = paths.filter((path) => !isPage(path));
  for (const [path, made] of fileBundles(site, others, alone, store)) bundles.set(path, made);
  return {
    of: (some) => [
      ...new Map(
        some.flatMap((path) => bundles.get(path) ?? []).map((bundle) => [bundle.join('\n'), bundle]),
      ).values(),
    ],
    room: (hash) => store.room(hash),
    count: () => store.size,
    again: (page) => {
      const own = bundles.get(page)?.at(-1)?.[0];
      bundles.delete(page);
      if (own !== undefined && ![...bundles.values()].some((all) => all.some(([hash]) => hash === own)))
        store.removePage(own);
      bundlePage(page);
    },
  };
}
