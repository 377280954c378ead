/**
 * The shared dictionary (RFC 9842): what the pages have in common, as one file that browsers fetch once when
 * they are idle. A page compressed against it is a quarter as long. Browsers and servers that know nothing of
 * it get the brotli or gzip twin as ever.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, type BrotliOptions } from 'node:zlib';
import { writeWhole } from './durable.ts';
import { strongest } from './names.ts';
import type { SiteFacts } from './site-facts.ts';

const brotli = promisify(brotliCompress);

/** A dictionary of an edition. */
export interface Dictionary {
  /** Sixteen hexadecimal digits of its SHA-256: in its file's name, in its twins' names, told by browsers. */
  readonly id: string;
  readonly file: string;
  readonly bytes: Buffer;
}

/** Names the dictionaries of an edition, the one that is offered first. */
export const dictionaryList = 'du-lieu/may-chu/tu-dien-nen.txt';

/** With fewer pages there is nothing to have in common. */
const fewestPages = 12;
/** Share of all pages that must have a piece of the page in the middle, or one of another page. */
const shares = { own: 0.02, others: 0.2 } as const;
/** How much longer pages may be against the dictionary that readers have than against a new one. */
const worn = 1.15;
/** Pages that are tried for that. */
const tried = 12;

/** Pieces of markup and text. Cut where one page may differ from the next: at tags, after marks. */
const pieces = (html: string): string[] => html.split(/(?<=>)|(?=<)|(?<=[.!?;,:}] ?)/u);

/** The dictionary of these pages: one of them without what is its own, after what many others have. */
export function dictionaryOf(pages: readonly string[]): Buffer | undefined {
  if (pages.length < fewestPages) return undefined;
  const cut = pages.map(pieces);
  const count = new Map<string, number>();
  for (const page of cut) for (const piece of new Set(page)) count.set(piece, (count.get(piece) ?? 0) + 1);
  const had = (piece: string): number => count.get(piece) ?? 0;
  const shared = (page: readonly string[]): number =>
    [...new Set(page)].reduce((total, piece) => total + piece.length * (had(piece) - 1), 0);
  let [middle = [], most] = [cut[0], shared(cut[0] ?? [])];
  for (const page of cut) {
    const much = shared(page);
    if (much > most) [middle, most] = [page, much];
  }
  const least = (share: number): number => Math.max(3, Math.ceil(pages.length * share));
  const kept = middle.filter((piece) => had(piece) >= least(shares.own));
  const known = new Set(kept);
  const more: string[] = [];
  for (const piece of cut.flat()) {
    if (known.has(piece) || had(piece) < least(shares.others)) continue;
    known.add(piece);
    more.push(piece);
  }
  // What stands nearest to a page's own bytes is the cheapest to point at.
  return Buffer.from([...more, ...kept].join(''));
}

function named(bytes: Buffer): Dictionary {
  const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { id, file: `_astro/nen.${id}.txt`, bytes };
}

/** Mark of a twin (RFC 9842, section 4), before the dictionary's SHA-256. */
const mark = Buffer.from([0xff, 0x44, 0x43, 0x42]);

/** A page against a dictionary: the mark, the dictionary's SHA-256, then brotli at its strongest. */
export async function dictionaryTwin(data: Buffer, { bytes }: Dictionary): Promise<Buffer> {
  // The types of Node do not know this option of 26 yet.
  const options: BrotliOptions & { dictionary: Buffer } = { ...strongest(data.length), dictionary: bytes };
  const packed = await brotli(data, options);
  return Buffer.concat([mark, createHash('sha256').update(bytes).digest(), packed]);
}

/**
 * Pages that readers walk through. Sheets to print, slides and frames are opened one at a time, and a frame
 * in another site has a store of its own.
 */
export const walked = (file: string): boolean => /^(?!in\/|trinh-chieu\/|nhung\/).*\.html$/.test(file);

/** The dictionaries of an edition on the disk, the one on offer first; a damaged one is none. */
export function dictionariesOf(root: string): Dictionary[] {
  if (!existsSync(join(root, dictionaryList))) return [];
  return readFileSync(join(root, dictionaryList), 'utf8')
    .split('\n')
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .map((file) => ({ file, found: named(readFileSync(join(root, file))) }))
    .flatMap(({ file, found }) => (found.file === file ? [found] : []));
}

/** Bytes of all pages against a dictionary. */
async function total(pages: readonly Buffer[], dictionary: Dictionary): Promise<number> {
  const twins = await Promise.all(pages.map((page) => dictionaryTwin(page, dictionary)));
  return twins.reduce((sum, twin) => sum + twin.length, 0);
}

/**
 * The dictionaries of the next edition, the one on offer first. Readers keep the one that they have until
 * pages are clearly shorter against a new one; then the old one is served beside it until the next change.
 */
export async function chooseDictionaries(
  site: string,
  { pages }: SiteFacts,
  earlier: readonly Dictionary[],
): Promise<readonly Dictionary[]> {
  const guides = pages
    .filter((page) => page.searched && page.places.length > 0 && page.leadsTo === undefined)
    .map((page) => readFileSync(join(site, page.file)));
  const made = dictionaryOf(guides.map((page) => page.toString('utf8')));
  if (made === undefined) return [];
  const fresh = named(made);
  const [held] = earlier;
  if (held === undefined) return [fresh];
  const step = Math.ceil(guides.length / tried);
  const sample = guides.filter((_, index) => index % step === 0);
  const enough = held.id === fresh.id || (await total(sample, held)) <= worn * (await total(sample, fresh));
  return enough ? earlier.slice(0, 2) : [fresh, held];
}

/** Writes the dictionaries into an edition that is being made, and which they are. */
export function writeDictionaries(site: string, dictionaries: readonly Dictionary[]): void {
  if (dictionaries.length === 0) return;
  for (const { file, bytes } of dictionaries) writeWhole(join(site, file), bytes);
  writeWhole(join(site, dictionaryList), dictionaries.map(({ file }) => `${file}\n`).join(''));
}
