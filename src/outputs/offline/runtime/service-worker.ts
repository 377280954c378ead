/**
 * The worker of the whole site, `/sw.js`. It keeps the pages for an emergency, serves what is kept when the
 * network does not answer,
 * and changes nothing else: with a network every page comes from the network. It never touches another host.
 *
 * The store is the browser's, and may be damaged, closed, full or silent. Whatever it fails at, and whatever
 * is not what its digest says, counts as "not kept", for this once: the network is asked as if there were no
 * worker. What is missing is brought again: at each start, and when damage was met.
 */
import {
  copyOf,
  compose,
  indexAddress,
  isKeptCopy,
  isPage,
  notKeptAddress,
  referencesIn,
  storeFolder,
  type Hash,
  type KeptCopy,
  type Place,
  type SectionList,
} from './format.ts';
import { keptNote, offlineHeaders } from './response-headers.ts';
import { bringAll, sweep } from './bring.ts';
import { bundleKey, bundlesIn, chosenCache, copyKey, proven, put, record, urgentCache } from './store.ts';
import type { WorkerScope } from './worker-scope.ts';
import { owns } from '../../../domain/owns.ts';

declare const self: WorkerScope;
/**
 * Put in by the build: the pages for an emergency, the day of the edition, the words of the note, the headers
 * of the server.
 */
declare const urgentList: SectionList,
  edition: string,
  noteWords: readonly [text: string, link: string],
  headers: Readonly<Record<string, string>>;

/** After this long a kept page is shown in place of one that does not come, in milliseconds. */
const patience = 2500;
/**
 * A store that is silent for this long is as good as closed, in milliseconds. Far more than a cheap phone
 * needs that is busy with a download.
 */
const storePatience = 10_000;

self.addEventListener('install', (event) => event.waitUntil(keepUrgent().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/**
 * Brings what is new or damaged of the emergency pages, then switches to them with one write. Mending, it
 * leaves the pages of a newer worker alone that is being installed.
 */
async function keepUrgent(mending = false): Promise<void> {
  const cache = await caches.open(urgentCache);
  const copy = copyOf(edition, {}, [urgentList]);
  const before = mending ? await record(cache, copyKey, isKeptCopy) : undefined;
  if (before && before.bundles.join() !== copy.bundles.join()) return;
  // Damaged ones are thrown away by the proof.
  for (const hash of copy.bundles) await proven(cache, bundleKey(hash));
  const there = await bundlesIn(cache);
  await bringAll(
    cache,
    urgentList.bundles
      .filter(([hash]) => !there.has(hash))
      .map(([hash, kind, bytes]) => [hash, kind, bytes] as const),
  );
  await put(cache, copyKey, copy);
  await sweep(cache, new Set(copy.bundles));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Other hosts, what is sent, parts of files and the offline copy itself go their own way.
  if (
    request.method !== 'GET' ||
    url.origin !== location.origin ||
    request.headers.has('range') ||
    url.pathname.startsWith(storeFolder) ||
    url.pathname === indexAddress
  )
    return;
  const answer = request.mode === 'navigate' ? page(request, url) : file(request, url.pathname);
  // Whatever this worker trips over, the reader has what he would have without it.
  event.respondWith(answer.catch(() => fetch(request)));
  if (request.mode === 'navigate') event.waitUntil(answer.then(mend, () => undefined));
});

/** Something may be missing from the store: at each start, and when something damaged was met. */
let doubtful = true;
/** The network has answered since then. */
let online = false;

/** Brings what is missing, once for each doubt, while the network answers. Never fails. */
async function mend(): Promise<void> {
  if (!doubtful || !online) return;
  doubtful = false;
  await keepUrgent(true).catch(() => undefined);
  remembered = undefined;
}

/** What the store gives, or nothing when it fails or does not answer. */
async function orNothing<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await Promise.race([ask(), late(storePatience)]);
  } catch {
    return undefined;
  }
}

/** What was kept when it was last looked up. Files ask often; pages look again. */
let remembered: readonly KeptCopy[] | undefined;
/**
 * What is kept: what the reader chose, then the emergency pages. Never fails; what could not be read is asked
 * for again the next time.
 */
async function kept(): Promise<readonly KeptCopy[]> {
  let answered = 0;
  const all = await Promise.all(
    [chosenCache, urgentCache].map((name) =>
      orNothing(async () => {
        const copy = (await caches.has(name))
          ? await record(await caches.open(name), copyKey, isKeptCopy)
          : undefined;
        answered++;
        return copy;
      }),
    ),
  );
  const found = all.filter((copy) => copy !== undefined);
  remembered = answered === all.length ? found : undefined;
  return found;
}

function find(all: readonly KeptCopy[], path: string): Place | undefined {
  return all.map((copy) => (owns(copy.files, path) ? copy.files[path] : undefined)).find(Boolean);
}

/** A page: from the network while it answers in time, else as it is kept. */
async function page(request: Request, { pathname, search }: URL): Promise<Response> {
  const all = kept();
  const found = all.then((copies) => find(copies, pathname));
  // No navigation preload: Firefox 153 shows its error page when the preload fails, whatever the worker
  // answers.
  const net = fetch(request);
  // It may fail after the kept page was chosen.
  net.catch(() => undefined);
  try {
    // The store may be slower than the network, which then waits for nothing.
    const answer = await Promise.race([net, found.then((place) => (place ? late() : net))]);
    // A server in trouble is no better than none, but it speaks for itself where nothing is kept.
    online = answer.status < 500;
    if (online) return answer;
  } catch {
    // No network, or too slow.
    online = false;
  }
  const copies = await all;
  const own = await keptPage(pathname, copies);
  if (own) return own;
  // Nothing can be read: the network's own answer is better than none, however late it comes.
  return net.catch(async () => (await instead(copies, pathname, search)) ?? net);
}

async function late(milliseconds = patience): Promise<never> {
  await new Promise((done) => {
    setTimeout(done, milliseconds);
  });
  throw new Error('late');
}

/** A kept page with the note that it is one; where one copy of it is damaged, another may be whole. */
const keptPage = (path: string, copies: readonly KeptCopy[]): Promise<Response | undefined> =>
  orNothing(async () => {
    for (const copy of copies) {
      const found = find([copy], path);
      const html = found && (await text(found));
      if (html !== undefined)
        return new Response(keptNote(html, copy.edition, noteWords), {
          headers: offlineHeaders(path, html, headers),
        });
    }
    return undefined;
  });

/**
 * In place of a page that is not kept: the address that it leads on to, or the page that says what is kept.
 */
async function instead(
  all: readonly KeptCopy[],
  path: string,
  search: string,
): Promise<Response | undefined> {
  const full = path.endsWith('/') ? path : `${path.replace(/\/index\.html$/, '')}/`;
  const to =
    all
      .map((copy) => (owns(copy.leads, full) ? copy.leads[full] : undefined))
      .find((text) => text !== undefined) ?? (full !== path && find(all, full) ? full : undefined);
  if (to !== undefined) {
    const url = new URL(to, location.origin);
    url.search = search;
    return Response.redirect(url.href, 302);
  }
  return orNothing(async () => {
    const missing = find(all, notKeptAddress);
    const words = missing && (await text(missing));
    return words === undefined
      ? undefined
      : new Response(words, { status: 503, headers: offlineHeaders(path, words, headers) });
  });
}

/**
 * A file: hashed names never change, so the kept one is as good; others come from the network while it
 * answers in time.
 */
async function file(request: Request, path: string): Promise<Response> {
  const found = (async () => find(remembered ?? (await kept()), path))();
  const own = path.startsWith('/_astro/')
    ? await Promise.race([
        found.then((place) => place && keptFile(path, place)),
        late().catch(() => undefined),
      ])
    : undefined;
  if (own) return own;
  const net = fetch(request);
  net.catch(() => undefined);
  try {
    const answer = await Promise.race([net, found.then((place) => (place ? late() : net))]);
    if (answer.status < 500) return answer;
  } catch {
    /* no network, or too slow */
  }
  // What is kept may have changed since the page was opened.
  const now = find(await kept(), path);
  return (now && (await keptFile(path, now))) ?? net;
}

/** A kept file. A script may ask for a page as well; it gets it as it is on the server. */
const keptFile = (path: string, place: Place): Promise<Response | undefined> =>
  orNothing(async () => {
    const html = isPage(path) ? await text(place) : undefined;
    const body = html ?? (await bytes(place));
    return body === undefined
      ? undefined
      : new Response(body, { headers: offlineHeaders(path, html ?? '', headers) });
  });

/** A bundle as it was sent, or nothing: where one is damaged in one cache, the other may have it. */
async function bundle(hash: Hash): Promise<ArrayBuffer | undefined> {
  for (const name of [chosenCache, urgentCache]) {
    const body = (await caches.has(name))
      ? await proven(await caches.open(name), bundleKey(hash))
      : undefined;
    if (body !== undefined) return body;
  }
  doubtful = true;
  return undefined;
}

/** The bytes of a kept file, or nothing when its bundle is gone, damaged or too short. */
async function bytes([hash, start, length]: Place): Promise<ArrayBuffer | undefined> {
  const body = await bundle(hash);
  if (start === undefined || length === undefined) return body;
  return body && body.byteLength >= start + length ? body.slice(start, start + length) : undefined;
}

const read = (body: ArrayBuffer | undefined): string => new TextDecoder().decode(body);

const parts = new Map<Hash, string>();
/** A page with its shared parts put back, or nothing when it is empty or a part is gone. */
async function text(place: Place): Promise<string | undefined> {
  const own = read(await bytes(place));
  if (own === '') return undefined;
  for (const hash of referencesIn(own)) {
    if (parts.has(hash)) continue;
    const part = await bundle(hash);
    if (part === undefined) return undefined;
    parts.set(hash, read(part));
  }
  return compose(own, (hash) => parts.get(hash) ?? '');
}
