/**
 * An edition of the list put in its place: files that all have are second names of one file, files that did
 * not change since its last release are second names of those, the rest is stamped. One rename puts it in
 * place, as publishing does.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { eachAnew } from '../../domain/kept-work.ts';
import { table } from '../../outputs/table.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { addressesOf, formatLedger, joined, parseLedger } from '../../release/ledger.ts';
import { filesUnder, formatSums, readSums, sha256 } from '../../release/checksums.ts';
import { isUnfinished, unfinishedName, writeWhole } from '../../release/durable.ts';
import { readHistory, record } from '../../release/history.ts';
import { currentEdition, listName, prepare, target, type Target } from '../../release/layout.ts';
import { takeLock } from '../../release/lock.ts';
import { compressible, isTwin } from '../../release/names.ts';
import type { SiteFacts } from '../../release/site-facts.ts';
import { goLive } from '../../release/switch.ts';
import { ofOffline, type MouldFiles } from './mould-files.ts';
import type { Slots } from './mould.ts';

/** A mould ready for stamping. */
export interface ReadyMould {
  readonly files: MouldFiles;
  /** Name of all that it is made of. */
  readonly id: string;
  /** Folder with the files that all editions share, and with their compressed twins. */
  readonly store: string;
  /** Sums of what is in the store, twins too. */
  readonly stored: ReadonlyMap<string, string>;
  /** Pages of the mould: the same addresses in every edition. */
  readonly facts: SiteFacts;
}

/** An edition to be stamped. */
export interface Order {
  /** Where it is published to. */
  readonly to: string;
  readonly slots: Slots;
  readonly site: Handbook['site'];
  readonly now: Date;
}

/** Level of the twins of stamped files; a higher one takes ten times as long and saves a tenth. */
const level = 5;
const packed = (bytes: Buffer, quality = level): Buffer =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });

/** What an edition was made of, written beside it. */
const madeSchema = z.object({
  mould: z.string(),
  slots: z.string(),
  /** Sums of the mould's files that were stamped. */
  sums: z.record(z.string(), z.string()),
});
type Made = z.output<typeof madeSchema>;

const madeFile = 'khuon.json';

function readMade(root: string): Made | undefined {
  const file = join(root, 'kept', madeFile);
  return existsSync(file) ? madeSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

const smallest = 256;

/** The release that readers have, to take unchanged files from. */
interface Live {
  readonly root: string;
  readonly sums: ReadonlyMap<string, string>;
  readonly made: Made | undefined;
}

/** Writes files into a stage and remembers their sums. */
class Stage {
  readonly site: string;
  readonly sums = new Map<string, string>();
  readonly #folders = new Set<string>();

  constructor(site: string) {
    this.site = site;
  }

  link(from: string, file: string, sum: string): void {
    this.#folder(file);
    linkSync(join(from, file), join(this.site, file));
    this.sums.set(file, sum);
  }

  write(file: string, bytes: Buffer): void {
    this.#folder(file);
    writeFileSync(join(this.site, file), bytes);
    this.sums.set(file, sha256(bytes));
  }

  /** A file as it is now, with its twin; both of the release before where that has the same bytes. */
  finish(file: string, live: Live | undefined): void {
    const bytes = readFileSync(join(this.site, file));
    const sum = sha256(bytes);
    const before = live?.sums.get(file) === sum ? live : undefined;
    if (before) {
      rmSync(join(this.site, file));
      this.link(before.root, file, sum);
    } else this.sums.set(file, sum);
    const twin = before?.sums.get(`${file}.br`);
    if (before && twin !== undefined) this.link(before.root, `${file}.br`, twin);
    else if (compressible(file) && bytes.length >= smallest) this.#pack(file, bytes);
  }

  #pack(file: string, bytes: Buffer): void {
    const twin = packed(bytes);
    if (twin.length < bytes.length) this.write(`${file}.br`, twin);
  }

  #folder(file: string): void {
    const folder = dirname(file);
    if (this.#folders.has(folder)) return;
    this.#folders.add(folder);
    mkdirSync(join(this.site, folder), { recursive: true });
  }
}

/** Files for hosts, which the build writes when the offline copy is done. */
const afterOffline = /^(?:_headers|_redirects|\.nojekyll)$|^du-lieu\/may-chu\//;
/** The page that offers the offline copy; its sizes are written into it. */
const offerPage = 'ngoai-tuyen/index.html';

/** Stamps all files of an edition: the plain ones, what is kept of them offline, then the twins. */
async function stampAll(
  stage: Stage,
  mould: ReadyMould,
  order: Order,
  live: Live | undefined,
): Promise<void> {
  const shared = [...mould.stored];
  const later = ([file]: readonly [string, string]): boolean => isTwin(file) || afterOffline.test(file);
  for (const [file, sum] of shared.filter((one) => !later(one))) stage.link(mould.store, file, sum);
  const asBefore = live?.made?.slots === slotsText(order.slots) ? live : undefined;
  for (const [file, { make, sum }] of mould.files.made) {
    const before = asBefore?.made?.sums[file] === sum ? asBefore.sums.get(file) : undefined;
    if (asBefore && before !== undefined && file !== offerPage) stage.link(asBefore.root, file, before);
    else stage.write(file, await make(order.slots, order.site));
  }
  await table
    .find(({ name }) => name === 'offline')
    ?.finish?.({
      dist: stage.site,
      root: mould.files.dist,
      findables: () => Promise.resolve({ items: [], sheets: [] }),
      base: '',
      path: '',
      served: (_, bytes) => bytes,
      known: eachAnew,
    });
  const made = [...mould.files.made.keys(), ...filesUnder(stage.site).filter((file) => ofOffline.test(file))];
  for (const file of made) stage.finish(file, live);
  for (const [file, sum] of shared.filter(later)) stage.link(mould.store, file, sum);
}

export const slotsText = (slots: Slots): string => JSON.stringify([...slots]);

/** The ledger of the edition: what it ever had and what it has now. */
function keepAddresses(place: Target, base: string, { facts }: ReadyMould, files: readonly string[]): void {
  const before = existsSync(place.addresses) ? readFileSync(place.addresses, 'utf8') : '';
  const addresses = joined(parseLedger(before).addresses, addressesOf({ ...facts, files: [...files] }));
  writeWhole(place.addresses, formatLedger({ base, addresses }));
}

/** Makes an edition of a mould and puts it in place; `false` when it is there already, and untouched. */
export async function placeEdition(mould: ReadyMould, order: Order): Promise<boolean> {
  const place = target(order.to);
  const last = existsSync(place.current) ? readMade(place.root) : undefined;
  if (last?.mould === mould.id && last.slots === slotsText(order.slots)) return false;
  prepare(place);
  const lock = takeLock(place.lock, 'phát hành');
  const stage = new Stage(join(unfinishedName(join(place.root, 'ban')), 'site'));
  try {
    const current = currentEdition(place);
    const live =
      current === undefined
        ? undefined
        : {
            root: place.release(current),
            sums: readSums(join(place.release(current), listName)),
            made: last,
          };
    await stampAll(stage, mould, order, live);
    const list = formatSums(stage.sums);
    writeFileSync(join(stage.site, listName), list);
    const edition = sha256(list);
    keepAddresses(place, order.site.url, mould, [...stage.sums.keys()]);
    if (!existsSync(place.release(edition))) renameSync(stage.site, place.release(edition));
    if (edition !== current) {
      const history = record(place.history, readHistory(place.history), 'publish', edition, order.now);
      goLive(place, edition, () => undefined);
      history.write();
    }
    const sums = Object.fromEntries([...mould.files.made].map(([file, { sum }]) => [file, sum]));
    const made: Made = { mould: mould.id, slots: slotsText(order.slots), sums };
    writeWhole(join(place.root, 'kept', madeFile), JSON.stringify(made));
    return edition !== current;
  } finally {
    rmSync(dirname(stage.site), { recursive: true, force: true });
    lock.release();
  }
}

/** A store of an earlier mould: most files are the same in the next. */
interface Earlier {
  readonly root: string;
  readonly sums: ReadonlyMap<string, string>;
}

/** Stores beside a new one. */
function earlierStores(store: string): Earlier[] {
  const stores = dirname(store);
  return readdirSync(stores, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !isUnfinished(entry.name))
    .map(({ name }) => ({ root: join(stores, name), sums: readSums(join(stores, name, listName)) }));
}

/**
 * Whether files of a store are what its list says, so that what is damaged there is not spread. To read
 * 146 MB takes half a second of the processor; a mould takes most of a minute.
 */
const isWhole = ({ root, sums }: Earlier, files: Iterable<string>): boolean =>
  [...files].every((file) => {
    const path = join(root, file);
    return existsSync(path) && sha256(readFileSync(path)) === sums.get(file);
  });

/**
 * Puts the files that all editions share into a store, with twins of the best level. What an earlier store
 * has the same is linked with its twin, not compressed again.
 */
export function storeShared(
  files: Pick<MouldFiles, 'same' | 'dist'>,
  store: string,
  better: number,
): Map<string, string> {
  const known = readSums(join(store, listName));
  if (known.size > 0 && isWhole({ root: store, sums: known }, known.keys())) return known;
  // Editions that have its files keep them; the next get whole ones.
  rmSync(store, { recursive: true, force: true });
  const earlier = earlierStores(store);
  const stage = new Stage(unfinishedName(store));
  for (const [file, sum] of files.same) {
    const both = [file, `${file}.br`];
    const names = ({ sums }: Earlier): string[] => both.filter((name) => sums.has(name));
    const from = earlier.find((one) => one.sums.get(file) === sum && isWhole(one, names(one)));
    if (from) {
      for (const name of names(from)) stage.link(from.root, name, from.sums.get(name) ?? '');
      continue;
    }
    const bytes = readFileSync(join(files.dist, file));
    stage.write(file, bytes);
    if (!compressible(file) || bytes.length < smallest) continue;
    const twin = packed(bytes, better);
    if (twin.length < bytes.length) stage.write(`${file}.br`, twin);
  }
  writeFileSync(join(stage.site, listName), formatSums(stage.sums));
  renameSync(stage.site, store);
  return stage.sums;
}
