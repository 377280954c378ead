/**
 * Brings again what was lost on the device: browsers clear a cache, disks flip bytes, an update is killed
 * half way. Runs in the page of the kept copy; the worker mends its emergency pages itself.
 */
import { copyOf, isKeptCopy, isKeptSections, isSectionList, type Bundle } from './format.ts';
import { bringAll } from './bring.ts';
import { bundleKey, bundlesIn, chosenCache, copyKey, proven, put, record, sectionsKey } from './store.ts';

/** Brings those of these bundles that are not there. With `anew` each one that is there is proved first. */
async function refill(cache: Cache, bundles: readonly Bundle[], anew: boolean): Promise<void> {
  // Damaged ones are thrown away by the proof.
  if (anew) for (const [hash] of bundles) await proven(cache, bundleKey(hash));
  const there = await bundlesIn(cache);
  await bringAll(
    cache,
    bundles.filter(([hash]) => !there.has(hash)).map(([hash, kind, bytes]) => [hash, kind, bytes] as const),
  );
}

/** What the reader chose, by its lists. A record that was lost is made again from them. */
async function mendCopy(cache: Cache): Promise<void> {
  const copy = await record(cache, copyKey, isKeptCopy);
  const kept = copy ?? (await record(cache, sectionsKey, isKeptSections));
  if (kept === undefined) return;
  const hashes = Object.values(kept.sections);
  await refill(
    cache,
    hashes.map((hash) => [hash, 'txt', 0] as const),
    true,
  );
  const found = await Promise.all(hashes.map((hash) => record(cache, bundleKey(hash), isSectionList)));
  const lists = found.filter((list) => list !== undefined);
  for (const { bundles } of lists) await refill(cache, bundles, false);
  if (copy === undefined && lists.length === hashes.length)
    await put(cache, copyKey, copyOf(kept.edition, kept.sections, lists));
  if (copy !== undefined && (await record(cache, sectionsKey, isKeptSections)) === undefined)
    await put(cache, sectionsKey, { edition: copy.edition, sections: copy.sections });
}

/**
 * Mends what the reader chose to keep; what is there is proved when it is read. While a page keeps or
 * updates, it brings everything itself.
 */
export async function mendChosen(): Promise<void> {
  if (!(await caches.has(chosenCache))) return;
  const work = async (): Promise<void> => mendCopy(await caches.open(chosenCache));
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(chosenCache, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
