/**
 * Keeps sections on the device: what is wanted stands in the store, so that a download goes on after the tab
 * was closed or the line
 * broke. The old copy serves readers until everything new is there; then one write switches.
 */
import {
  commonSection,
  copyOf,
  indexAddress,
  isKeptCopy,
  isOfflineIndex,
  isPage,
  isSectionList,
  type Hash,
  type KeptCopy,
  type KeptSections,
  type OfflineIndex,
  type SectionList,
} from './format.ts';
import { bringAll, LineBroken, Outdated, stopIfAborted, sweep } from './bring.ts';
import {
  bundleKey,
  bundlesIn,
  chosenCache,
  copyKey,
  NoRoom,
  put,
  record,
  sectionsKey,
  urgentCache,
} from './store.ts';

const wantedKey = '/_h/wanted';

/** What the reader asked for and is not there yet. */
interface Wanted {
  readonly sections: readonly string[];
  /** The reader stopped it, so nothing goes on by itself. */
  readonly paused: boolean;
  /** The index that the download works from, so that a line that breaks later needs no new one. */
  readonly index?: OfflineIndex;
}

const isWanted = (value: unknown): value is Wanted =>
  typeof value === 'object' &&
  value !== null &&
  'sections' in value &&
  Array.isArray(value.sections) &&
  value.sections.every((id) => typeof id === 'string') &&
  'paused' in value &&
  typeof value.paused === 'boolean' &&
  (!('index' in value) || isOfflineIndex(value.index));

export interface Progress {
  readonly arrived: number;
  readonly all: number;
}
/** Why a download is not going on. */
export type Stop = 'reader' | 'line' | 'room' | 'elsewhere' | 'storage';

export interface Kept {
  readonly copy?: KeptCopy;
  readonly wanted?: Wanted;
}
export interface News {
  readonly pages: number;
  readonly bytes: number;
}

const open = (): Promise<Cache> => caches.open(chosenCache);

/** What is kept and what is under way. Makes nothing. */
export async function look(): Promise<Kept> {
  if (!(await caches.has(chosenCache))) return {};
  const cache = await open();
  const [copy, wanted] = await Promise.all([
    record(cache, copyKey, isKeptCopy),
    record(cache, wantedKey, isWanted),
  ]);
  return { ...(copy ? { copy } : {}), ...(wanted ? { wanted } : {}) };
}

/** The index of the site as it is now. Throws without a network. */
export async function readIndex(): Promise<OfflineIndex> {
  const answer = await fetch(indexAddress, { cache: 'no-cache' });
  if (!answer.ok) throw new LineBroken();
  return (await answer.json()) as OfflineIndex;
}

const withCommon = (ids: readonly string[]): string[] => [...new Set([commonSection, ...ids])].sort();
/** Lists of sections that the site still has. */
const listsOf = (index: OfflineIndex, ids: readonly string[]): Record<string, Hash> =>
  Object.fromEntries(
    withCommon(ids).flatMap((id) => {
      const section = index.sections[id];
      return section ? [[id, section.list]] : [];
    }),
  );

/** Brings the lists that are not there yet, and reads all. */
async function readLists(
  cache: Cache,
  hashes: readonly Hash[],
  signal?: AbortSignal,
): Promise<SectionList[]> {
  const there = await bundlesIn(cache);
  await bringAll(
    cache,
    hashes.filter((hash) => !there.has(hash)).map((hash) => [hash, 'txt', 0] as const),
    signal,
  );
  return Promise.all(
    hashes.map(async (hash) => {
      const list = await record(cache, bundleKey(hash), isSectionList);
      // Damaged on the device, and thrown away just now: the next try brings it again.
      if (!list) throw new LineBroken();
      return list;
    }),
  );
}

/** Each bundle once, with its bytes. */
const bundlesOf = (lists: readonly SectionList[]) => [
  ...new Map(
    lists.flatMap((list) => list.bundles).map(([hash, kind, bytes]) => [hash, [hash, kind, bytes] as const]),
  ).values(),
];
const sum = (bundles: readonly (readonly [Hash, string, number])[]): number =>
  bundles.reduce((total, bundle) => total + bundle[2], 0);

/** Why keeping ended, and what is left so that it can be gone on with. */
async function stopped(
  cache: Cache,
  sections: readonly string[],
  signal: AbortSignal,
  error: unknown,
): Promise<Stop> {
  if (signal.aborted) {
    await put(cache, wantedKey, { sections, paused: true } satisfies Wanted).catch(() => undefined);
    return 'reader';
  }
  if (!(error instanceof NoRoom)) return 'line';
  // A full device is a trouble of its own: what could not be finished is given back.
  await cache.delete(wantedKey);
  await sweep(cache, new Set((await record(cache, copyKey, isKeptCopy))?.bundles ?? []));
  return 'room';
}

/**
 * Keeps exactly these sections. Tells how far it is. Ends with nothing when all is there and in use, or with
 * the reason why it
 * stopped: what arrived stays, save when there is no room.
 */
export async function keep(
  sections: readonly string[],
  signal: AbortSignal,
  tell: (progress: Progress) => void,
  index?: OfflineIndex,
): Promise<Stop | undefined> {
  const run = async (): Promise<Stop | undefined> => {
    let cache: Cache;
    try {
      cache = await open();
    } catch {
      return 'storage';
    }
    try {
      const now = index ?? (await readIndex());
      await put(cache, wantedKey, { sections, paused: false, index: now } satisfies Wanted);
      const hashes = listsOf(now, sections);
      const lists = await readLists(cache, Object.values(hashes), signal);
      const there = await bundlesIn(cache);
      const all = bundlesOf(lists);
      const missing = all.filter(([hash]) => !there.has(hash));
      const size = sum(all);
      let arrived = size - sum(missing);
      tell({ arrived, all: size });
      await bringAll(cache, missing, signal, (bytes) => {
        arrived += bytes;
        tell({ arrived, all: size });
      });
      stopIfAborted(signal);
      const copy = copyOf(now.edition, hashes, lists);
      await put(cache, sectionsKey, {
        edition: copy.edition,
        sections: copy.sections,
      } satisfies KeptSections);
      await put(cache, copyKey, copy);
      await cache.delete(wantedKey);
      await sweep(cache, new Set(copy.bundles));
      return undefined;
    } catch (error) {
      // The site was published anew meanwhile: what arrived and is still right is used.
      if (!signal.aborted && error instanceof Outdated && index) {
        index = undefined;
        return run();
      }
      return stopped(cache, sections, signal, error);
    }
  };
  // Two tabs would sweep away what the other one has just brought.
  const locks = navigator.locks as LockManager | undefined;
  return locks
    ? locks.request(chosenCache, { ifAvailable: true }, (lock) => (lock ? run() : 'elsewhere'))
    : run();
}

/** What an update would bring, or nothing when all is as on the site. Throws without a network. */
export async function news(copy: KeptCopy): Promise<{ readonly index: OfflineIndex; readonly news?: News }> {
  const index = await readIndex();
  const hashes = listsOf(index, Object.keys(copy.sections));
  if (
    Object.keys(hashes).length === Object.keys(copy.sections).length &&
    Object.entries(hashes).every(([id, hash]) => copy.sections[id] === hash)
  )
    return { index };
  const cache = await open();
  const lists = await readLists(cache, Object.values(hashes));
  const kept = new Set(copy.bundles);
  const next = copyOf(index.edition, hashes, lists);
  const paths = new Set([...Object.keys(copy.files), ...Object.keys(next.files)].filter(isPage));
  return {
    index,
    news: {
      pages: [...paths].filter((path) => copy.files[path]?.[0] !== next.files[path]?.[0]).length,
      bytes: sum(bundlesOf(lists).filter(([hash]) => !kept.has(hash))),
    },
  };
}

/** Stops keeping: the chosen sections, and with `all` the emergency pages and the worker too. */
export async function remove(all: boolean): Promise<void> {
  await caches.delete(chosenCache);
  if (!all) return;
  for (const registration of await navigator.serviceWorker.getRegistrations())
    await registration.unregister();
  await caches.delete(urgentCache);
}
