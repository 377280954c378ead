/** The line: brings bundles into the store, and throws away what nobody needs. */
import { storeFolder, type Hash } from './format.ts';
import { bundleKey, bundlesIn, digest, NoRoom, write } from './store.ts';

/** Tries for one file, with these pauses between them, in milliseconds. */
const pauses = [400, 800, 1600];
const parallel = 4;

/** The server no longer has this file: the list is older than the site. */
export class Outdated extends Error {}
/** The line broke, or what came was damaged, on every try. */
export class LineBroken extends Error {}

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
