/**
 * Pages of the build before, each with what it read. One folder: in `pages` the files by their digest, and
 * `index.json`, which is put in place between adding files and removing others. A folder that is broken in
 * any way is an empty one.
 *
 * A kept file and one in the site are one and the same, by a hard link: fresh memory for thousands of files
 * costs more than drawing some. So whoever changes a page of the site lays a new file; were one written into,
 * its digest would tell.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInTurn } from '../../books/site-files.ts';
import { linkFile } from './link-file.ts';

/** A kept page. */
export interface KeptRow {
  readonly length: number;
  readonly digest: string;
  /** Media type. */
  readonly type: string;
  /** Its file in the site. */
  readonly file: string;
  /** The group that it read. */
  readonly group: number;
}
/** What was kept, and what each page read. */
export interface KeptIndex {
  /** Digest of all that is not content: code, styles, settings, packages. */
  readonly code: string;
  /** Names of fields, and what each said. */
  readonly fields: readonly (readonly [name: string, said: string])[];
  /** Fields that were read together, and other groups. */
  readonly groups: readonly { readonly fields: readonly number[]; readonly groups: readonly number[] }[];
  readonly drawn: Readonly<Record<string, KeptRow>>;
}

/** Name of some bytes. */
export const digestOf = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The index is written with its own digest, so that it need not be looked through. */
const isIndex = (value: unknown): value is KeptIndex =>
  typeof value === 'object' && value !== null && 'drawn' in value;

/** What a build before kept for this code. */
export interface Kept {
  readonly index: KeptIndex;
  /** A page, if its bytes are whole. They hold until the next page is asked for. */
  readonly page: (row: KeptRow) => Buffer | undefined;
  /** Lays a page that is whole into the site. */
  readonly lay: (row: KeptRow, site: string) => void;
}

const placeOf = (folder: string, digest: string): string => join(folder, 'pages', digest);

/** `undefined` where there is nothing that may be trusted. */
export function readKept(folder: string, code: string): Kept | undefined {
  try {
    const [sum = '', text = ''] = readFileSync(join(folder, 'index.json'), 'utf8').split(/\n(.*)/s);
    const index: unknown = sum === digestOf(text) ? JSON.parse(text) : undefined;
    if (!isIndex(index) || index.code !== code) return undefined;
    const read = readInTurn();
    return {
      index,
      page: ({ digest }) => {
        const place = placeOf(folder, digest);
        const body = existsSync(place) ? read(place) : undefined;
        if (body && digestOf(body) === digest) return body;
        rmSync(place, { force: true });
        return undefined;
      },
      lay: ({ digest, file }, site) => linkFile(placeOf(folder, digest), join(site, file)),
    };
  } catch {
    return undefined;
  }
}

/** Keeps what the next build may take over, and nothing else. */
export function writeKept(folder: string, site: string, index: KeptIndex): void {
  const wanted = new Set<string>();
  for (const { digest, file } of Object.values(index.drawn)) {
    const place = placeOf(folder, digest);
    if (!wanted.has(digest) && !existsSync(place)) linkFile(join(site, file), place);
    wanted.add(digest);
  }
  mkdirSync(join(folder, 'pages'), { recursive: true });
  const list = join(folder, 'index.json');
  const text = JSON.stringify(index);
  writeFileSync(`${list}.half`, `${digestOf(text)}\n${text}`);
  renameSync(`${list}.half`, list);
  for (const name of readdirSync(join(folder, 'pages')))
    if (!wanted.has(name)) rmSync(join(folder, 'pages', name));
}
