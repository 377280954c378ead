/** The store on the device. Runs in the worker and in pages. */
import type { Hash } from './format.ts';

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

/** The device has no room. */
export class NoRoom extends Error {}

/** Names of the bundles that are there. */
export async function bundlesIn(cache: Cache): Promise<Set<Hash>> {
  return new Set((await cache.keys()).map(hashOf).filter((hash) => hash.length === 32));
}

/** Header of a kept record with its digest; records of editions before this one have none. */
const digestHeader = 'x-digest';

/** The digest by which what is kept is named: the first half of SHA-256. */
export async function digest(body: BufferSource): Promise<Hash> {
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

/** Writes an answer. Throws `NoRoom` when the device refuses it for want of room. */
export async function write(cache: Cache, key: string, answer: Response): Promise<void> {
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
