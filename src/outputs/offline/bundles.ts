/**
 * Turns files into bundles: pages without the parts that they share, small files by the handful, everything
 * else as it is.
 */
import { createHash } from 'node:crypto';
import { constants, zstdCompressSync } from 'node:zlib';
import type { KeptWork } from '../../domain/kept-work.ts';
import { referenceTo, type Bundle, type Hash } from './runtime/format.ts';

/** Name of some bytes. */
export const hashOf = (bytes: Buffer | string): Hash =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** Bytes that brotli 5 needs for what zstd packs into one. A test holds each section against the truth. */
const brotliOfZstd = 0.9;

/**
 * Bytes on the line, nearly. Servers send text compressed; this is what brotli at level 5 makes of it, told
 * from zstd at level 3, which takes a sixth of the time: whoever makes thousands of editions weighs millions
 * of pages. A single file may be a tenth off, a section is at most 2 %.
 */
const onTheLine = (bytes: Buffer, kind: 'txt' | 'bin'): number => {
  if (kind === 'bin') return bytes.length;
  // With its length told beforehand it takes no room for more.
  const how = { pledgedSrcSize: bytes.length, params: { [constants.ZSTD_c_compressionLevel]: 3 } };
  return Math.min(bytes.length, Math.round(zstdCompressSync(bytes, how).length * brotliOfZstd));
};

/** Tells how many bytes something has on the line. */
type Weigh = typeof onTheLine;
/** The same, from earlier builds where they know it. */
export const weighedBefore =
  (known: KeptWork): Weigh =>
  (bytes, kind) =>
    kind === 'bin' ? bytes.length : known.again('line', [bytes], () => onTheLine(bytes, kind), isNumber);
const isNumber = (value: unknown): value is number => typeof value === 'number';

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

/** Takes a file of the store: its bytes, or that it goes. */
export type Put = (file: string, bytes: Buffer | undefined) => void;

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

/** Which parts of each page another page has too, by the order in which they stand. */
export type SharedParts = ReadonlyMap<string, readonly boolean[]>;

/** Finds what pages share. Pages are read one by one and never held all at once: there may be thousands. */
export function sharedParts(pages: readonly string[], sent: (path: string) => Buffer): SharedParts {
  const byPage = new Map<string, Hash[]>();
  const counts = new Map<Hash, number>();
  for (const path of pages) {
    const html = sent(path);
    const parts = partsOf(html).map(([from, to]) => hashOf(html.subarray(from, to)));
    for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
    byPage.set(path, parts);
  }
  return new Map(
    [...byPage].map(([path, parts]) => [path, parts.map((part) => (counts.get(part) ?? 0) > 1)]),
  );
}

/** Files that travel together, in the order of their names. */
export interface Handful {
  readonly kind: 'txt' | 'bin';
  readonly members: readonly string[];
}

/**
 * Files that are no pages: small ones of one folder and kind by the handful, the others alone, as are those
 * in `alone`. `bytesOf` is how long a file is.
 */
export function handfulsOf(
  paths: readonly string[],
  alone: ReadonlySet<string>,
  bytesOf: (path: string) => number,
): Handful[] {
  const single: Handful[] = [];
  const groups = new Map<string, { readonly kind: 'txt' | 'bin'; readonly members: string[] }>();
  for (const path of paths) {
    const kind = /\.(?:js|json|css|svg|txt|xml|ics|webmanifest)$/.test(path) ? 'txt' : 'bin';
    if (alone.has(path) || !/^\/(?:tim\/bai|pagefind|nghe)\//.test(path) || bytesOf(path) > largestSmall) {
      single.push({ kind, members: [path] });
      continue;
    }
    const inFolder = path.slice(0, path.lastIndexOf('/') + 1);
    const key = `${inFolder} ${kind} ${parseInt(hashOf(path).slice(0, 4), 16) % handfuls}`;
    const group = groups.get(key) ?? { kind, members: [] };
    group.members.push(path);
    groups.set(key, group);
  }
  return [...single, ...groups.values()];
}

/** The bundles of a site: which paths are in which, and what is known of each. */
export class Bundles {
  readonly #put: Put;
  readonly #byPath = new Map<string, readonly Bundle[]>();
  /** Bytes of each: on the line, and in the store of the device. */
  readonly #known = new Map<Hash, { readonly line: number; readonly room: number }>();

  readonly #weigh: Weigh;

  constructor(put: Put, weigh: Weigh = onTheLine) {
    this.#put = put;
    this.#weigh = weigh;
  }

  /** Bytes on the line of a text that is not a bundle. */
  weight(text: Buffer): number {
    return this.#weigh(text, 'txt');
  }

  /** A page as its shared parts and what is its own. @throws Error when it has other parts than it had */
  page(path: string, html: Buffer, shared: readonly boolean[]): void {
    const bundles: Bundle[] = [];
    const slim: Buffer[] = [];
    let done = 0;
    const parts = partsOf(html);
    if (parts.length !== shared.length)
      throw new Error(`Bản ngoại tuyến: ${path} không còn đúng các phần của nó. (other parts)`);
    for (const [at, [from, to]] of parts.entries()) {
      if (shared[at] !== true) continue;
      const bundle = this.#add(html.subarray(from, to), 'txt');
      bundles.push(bundle);
      slim.push(html.subarray(done, from), Buffer.from(referenceTo(bundle[0])));
      done = to;
    }
    const own = this.#add(Buffer.concat([...slim, html.subarray(done)]), 'txt', path, html.length);
    this.#byPath.set(path, [...bundles, own]);
  }

  handful({ kind, members }: Handful, bodies: readonly Buffer[]): void {
    const named = members.flatMap((member, index) => [member, bodies[index]?.length ?? 0]);
    const bundle = this.#add(Buffer.concat(bodies), kind, ...named);
    for (const member of members) this.#byPath.set(member, [bundle]);
  }

  /** Takes over what is known of a path. */
  keep(path: string, bundles: readonly Bundle[], room: (hash: Hash) => number): void {
    this.#byPath.set(path, bundles);
    for (const [hash, , line] of bundles)
      if (!this.#known.has(hash)) this.#known.set(hash, { line, room: room(hash) });
  }

  /** Makes the bundle of a page again, which has changed outside what it shares. */
  again(path: string, html: Buffer, shared: readonly boolean[]): void {
    const [hash] = this.#byPath.get(path)?.at(-1) ?? [];
    this.#byPath.delete(path);
    if (hash !== undefined && ![...this.#byPath.values()].some((all) => all.some(([one]) => one === hash))) {
      this.#known.delete(hash);
      this.#put(`${hash}.txt`, undefined);
    }
    this.page(path, html, shared);
  }

  /** Bundles of a set of paths. */
  of(paths: readonly string[]): Bundle[] {
    const all = paths.flatMap((path) => this.#byPath.get(path) ?? []);
    return [...new Map(all.map((bundle) => [bundle.join('\n'), bundle])).values()];
  }

  /** Bytes of a bundle in the store of the device. Throws for what was never added. */
  room(hash: Hash): number {
    const known = this.#known.get(hash);
    if (known === undefined) throw new Error(`${hash}: no bundle of that name`);
    return known.room;
  }

  /** How many there are. */
  get size(): number {
    return this.#known.size;
  }

  #add(bytes: Buffer, kind: 'txt' | 'bin', ...files: (string | number)[]): Bundle {
    const hash = hashOf(bytes);
    const known = this.#known.get(hash) ?? { line: this.#weigh(bytes, kind), room: bytes.length };
    if (!this.#known.has(hash)) {
      this.#known.set(hash, known);
      this.#put(`${hash}.${kind}`, bytes);
    }
    return [hash, kind, known.line, ...files];
  }
}
