/** The store on the device, and the line. Runs in the worker and in pages. */
import { storeFolder, type Hash } from './format.ts';

/** Pages that the reader chose to keep: filled by the page `/ngoai-tuyen/`. */
export const chosenCache = 'so-tay';
/** The pages for an emergency: filled by the worker. */
export const urgentCache = 'so-tay-khan-cap';

/** Key of the record of what is kept, in either cache. */
export const copyKey = '/_h/copy';
/** Key of the record that names the lists of the copy, in the cache of what the reader chose. */
export const sectionsKey = '/_h/sections';
export const bundleKey = (hash: Hash): string => `/_h/${hash}`;
const hashOf = (request: Request): string => new URL(request.url).pathname.slice('/_h/'.length);

/** Tries for one file, with these pauses between them, in milliseconds. */
const pauses = [400, 800, 1600];
const parallel = 4;

/** The server no longer has this file: the list is older than the site. */
export class Outdated extends Error {}
/** The device has no room. */
export class NoRoom extends Error {}
/** The line broke, or what came was damaged, on every try. */
export class LineBroken extends Error {}

/** Names of the bundles that are there. */
export async function bundlesIn(cache: Cache): Promise<Set<Hash>> {
  return new Set((await cache.keys()).map(hashOf).filter((hash) => hash.length === 32));
}

/** Header of a kept record with its digest; records of editions before this one have none. */
const digestHeader = 'x-digest';

async function digest(body: BufferSource): Promise<Hash> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body), 0, 16);
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What is kept under a key, proved by its digest, or nothing: a bundle by its name, a record by its header.
 * What is damaged is thrown away, so that it is brought again. Throws when the store itself fails.
 */
export async function proven(cache: Cache, key: string): Promise<ArrayBuffer | undefined> {
  const answer = await cache.match(key);
  if (answer === undefined) return undefined;
  const body = await answer.arrayBuffer();
  const due = /\/([\da-f]{32})$/.exec(key)?.[1] ?? answer.headers.get(digestHeader);
  if (due === null || (await digest(body)) === due) return body;
  await cache.delete(key);
  return undefined;
}

/**
 * A JSON record of the right shape, or nothing. A damaged one is thrown away, so that it is written anew.
 * Throws when the store itself fails.
 */
export async function record<T>(
  cache: Cache,
  key: string,
  isRight: (value: unknown) => value is T,
): Promise<T | undefined> {
  const body = await proven(cache, key);
  if (body === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (isRight(value)) return value;
  } catch {
    /* no JSON */
  }
  await cache.delete(key);
  return undefined;
}

async function write(cache: Cache, key: string, answer: Response): Promise<void> {
  try {
    await cache.put(key, answer);
  } catch (error) {
    throw error instanceof Error && error.name === 'QuotaExceededError' ? new NoRoom() : error;
  }
}

/** Writes a record with its digest. Throws `NoRoom` when the device refuses it for want of room. */
export async function put(cache: Cache, key: string, value: unknown): Promise<void> {
  const body = new TextEncoder().encode(JSON.stringify(value));
  await write(cache, key, new Response(body, { headers: { [digestHeader]: await digest(body) } }));
}

/**
 * Throws when it was ended. `signal.throwIfAborted` and reasons are younger than the oldest browsers served.
 */
export function stopIfAborted(signal?: AbortSignal): void {
  if (signal?.aborted) throw signal.reason ?? new DOMException('ended', 'AbortError');
}

/** Waits, but not when it was ended meanwhile. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, ended) => {
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        ended(signal.reason as Error);
      },
      { once: true },
    );
  });
}

/**
 * Fetches one bundle, proves it by its hash and keeps it. Throws `Outdated`, `NoRoom`, `LineBroken` or the
 * reason of the signal.
 */
async function bring(cache: Cache, hash: Hash, kind: string, signal?: AbortSignal): Promise<void> {
  for (let turn = 0; ; turn++) {
    try {
      // Not into the browser's own cache as well: it would take the room twice.
      const answer = await fetch(`${storeFolder}${hash}.${kind}`, {
        cache: 'no-store',
        ...(signal ? { signal } : {}),
      });
      if (answer.status === 404 || answer.status === 410) throw new Outdated();
      const body = await answer.arrayBuffer();
      if (answer.ok && (await digest(body)) === hash) {
        await write(cache, bundleKey(hash), new Response(body));
        return;
      }
    } catch (error) {
      stopIfAborted(signal);
      if (error instanceof Outdated || error instanceof NoRoom) throw error;
    }
    const wait = pauses[turn];
    if (wait === undefined) throw new LineBroken();
    await pause(wait, signal);
  }
}

/**
 * Brings all of these, a few at a time. What a bad line refuses on every try comes again at the end; the line
 * counts as broken when
 * nothing else arrived meanwhile. What came before stays.
 */
export async function bringAll(
  cache: Cache,
  wanted: readonly (readonly [Hash, string, number])[],
  signal?: AbortSignal,
  arrived: (bytes: number) => void = () => undefined,
): Promise<void> {
  const end = new AbortController();
  signal?.addEventListener('abort', () => end.abort(signal.reason), { once: true });
  stopIfAborted(signal);
  const waiting = [...wanted];
  let came = 0;
  const one = async (): Promise<void> => {
    for (let b = waiting.shift(); b !== undefined; b = waiting.shift()) {
      const before = came;
      try {
        await bring(cache, b[0], b[1], end.signal);
      } catch (error) {
        if (!(error instanceof LineBroken) || came === before) throw error;
        waiting.push(b);
        continue;
      }
      came++;
      arrived(b[2]);
    }
  };
  const hands = Array.from({ length: parallel }, one);
  try {
    await Promise.all(hands);
  } catch (error) {
    end.abort(error);
    // Nothing may be written after this has ended.
    await Promise.allSettled(hands);
    throw error;
  }
}

/** Throws away the bundles that nobody needs. */
export async function sweep(cache: Cache, needed: ReadonlySet<Hash>): Promise<void> {
  for (const hash of await bundlesIn(cache)) if (!needed.has(hash)) await cache.delete(bundleKey(hash));
}
