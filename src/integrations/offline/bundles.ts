/** Turns files into bundles: pages without the parts that they share, small files by the handful, everything else as it is. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { isPage, referenceTo, type Bundle, type Hash } from '../../offline/format.ts';
import type { FinishedSite } from './finished-site.ts';

/** Name of some bytes. */
export const hashOf = (bytes: Buffer | string): Hash => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/**
 * Bytes on the line. Servers send text compressed; this is brotli at level 5, which a release that is compressed beforehand (level 11)
 * stays a little below.
 */
export const onTheLine = (bytes: Buffer, kind: 'txt' | 'bin'): number => (kind === 'bin' ? bytes.length : Math.min(bytes.length, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length));

/** Weights by name: bundles are made twice, before and after their sizes are written into the page that tells them. */
const weights = new Map<Hash, number>();

/** What pages share: policy and early script, style, header. Cut where the frame of the page has its seams. */
const seams = [/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"[\s\S]*?(?=<title>)/, /<style>[\s\S]*?<\/style>/g, /<header class="top">[\s\S]*?<\/header>/];
/** Shorter parts are not worth a file of their own. */
const leastShared = 400;

/** Files of one folder that travel together: so many handfuls, by a digest of the name, so that a new file moves no other. */
const handfuls = 16;
/** Larger files travel alone, in bytes. */
const largestSmall = 30_000;

export interface Bundled {
  /** Bundles of a set of paths. */
  of(paths: readonly string[]): Bundle[];
  /** What goes into the store: bytes and kind by name. */
  readonly store: ReadonlyMap<Hash, { readonly bytes: Buffer; readonly kind: 'txt' | 'bin' }>;
}

/** Makes bundles over all `paths`; `of` then chooses among them. Files in `alone` never travel in a handful. */
export function bundle(site: FinishedSite, paths: readonly string[], alone: ReadonlySet<string>): Bundled {
  const store = new Map<Hash, { bytes: Buffer; kind: 'txt' | 'bin' }>();
  const keep = (bytes: Buffer, kind: 'txt' | 'bin'): Hash => {
    const hash = hashOf(bytes);
    if (!store.has(hash)) {
      store.set(hash, { bytes, kind });
      if (!weights.has(hash)) weights.set(hash, onTheLine(bytes, kind));
    }
    return hash;
  };
  const made = (bytes: Buffer, kind: 'txt' | 'bin', ...files: (string | number)[]): Bundle => { const hash = keep(bytes, kind); return [hash, kind, weights.get(hash)!, ...files]; };

  // Byte for byte: seams are plain ASCII, and a whole site of Vietnamese decoded takes twice its room.
  const pages = new Map(paths.filter(isPage).map((p) => [p, site.read(p).toString('latin1')]));
  const counts = new Map<string, number>();
  for (const html of pages.values()) for (const seam of seams) for (const part of html.match(seam) ?? []) counts.set(part, (counts.get(part) ?? 0) + 1);
  const shared = (part: string): boolean => part.length >= leastShared && counts.get(part)! > 1;

  const bundles = new Map<string, readonly Bundle[]>();
  for (const [path, html] of pages) {
    const parts: Bundle[] = [];
    let slim = html;
    for (const seam of seams) {
      slim = slim.replace(seam, (part) => {
        if (!shared(part)) return part;
        const b = made(Buffer.from(part, 'latin1'), 'txt');
        parts.push(b);
        return referenceTo(b[0]);
      });
    }
    bundles.set(path, [...parts, made(Buffer.from(slim, 'latin1'), 'txt', path, html.length)]);
  }

  const groups = new Map<string, string[]>();
  for (const path of paths.filter((p) => !isPage(p))) {
    const kind = /\.(?:js|json|css|svg|txt|xml|ics|webmanifest)$/.test(path) ? 'txt' : 'bin';
    const bytes = site.read(path);
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    if (alone.has(path) || bytes.length > largestSmall || !/^\/(?:tim\/bai|pagefind|nghe)\//.test(path)) bundles.set(path, [made(bytes, kind, path, bytes.length)]);
    else {
      const key = `${folder} ${kind} ${parseInt(hashOf(path).slice(0, 4), 16) % handfuls}`;
      groups.set(key, [...(groups.get(key) ?? []), path]);
    }
  }
  for (const [key, members] of groups) {
    const bodies = members.map((p) => site.read(p));
    const b = made(Buffer.concat(bodies), key.split(' ')[1] as 'txt' | 'bin', ...members.flatMap((p, i) => [p, bodies[i]!.length]));
    for (const p of members) bundles.set(p, [b]);
  }
  return { store, of: (some) => [...new Map(some.flatMap((p) => bundles.get(p) ?? []).map((b) => [b.join('\n'), b])).values()] };
}
