/**
 * The worker of the whole site, `/sw.js`. It keeps the pages for an emergency, serves what is kept when the
 * network does not answer,
 * and changes nothing else: with a network every page comes from the network. It never touches another host.
 *
 * The store is the browser's, and may be damaged, closed, full or silent. Whatever it fails at counts as "not
 * kept", for this once: the
 * network is asked as if there were no worker.
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
import { keptNote, offlineHeaders } from './reply.ts';
import {
  bringAll,
  bundleKey,
  bundlesIn,
  chosenCache,
  copyKey,
  put,
  record,
  sweep,
  urgentCache,
} from './store.ts';
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

/** Brings what is new of the emergency pages, then switches to them with one write. */
async function keepUrgent(): Promise<void> {
  const cache = await caches.open(urgentCache);
  const there = await bundlesIn(cache);
  await bringAll(
    cache,
    urgentList.bundles
      .filter(([hash]) => !there.has(hash))
      .map(([hash, kind, bytes]) => [hash, kind, bytes] as const),
  );
  const copy = copyOf(edition, {}, [urgentList]);
  await put(cache, copyKey, JSON.stringify(copy));
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
  event.respondWith(request.mode === 'navigate' ? page(request, url) : file(request, url.pathname));
});

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

interface Found {
  readonly copy: KeptCopy;
  readonly place: Place;
}
function find(all: readonly KeptCopy[], path: string): Found | undefined {
  for (const copy of all) {
    const place = owns(copy.files, path) ? copy.files[path] : undefined;
    if (place) return { copy, place };
  }
  return undefined;
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
    if (answer.status < 500) return answer;
  } catch {
    /* no network, or too slow */
  }
  const copies = await all;
  const own = await keptPage(pathname, await found);
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

/** A kept page with the note that it is one. */
const keptPage = (path: string, found: Found | undefined): Promise<Response | undefined> =>
  orNothing(async () => {
    if (!found) return undefined;
    const html = await text(found.place);
    return html === undefined
      ? undefined
      : new Response(keptNote(html, found.copy.edition, noteWords), {
          headers: offlineHeaders(path, html, headers),
        });
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
    const words = missing && (await text(missing.place));
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
const keptFile = (path: string, { place }: Found): Promise<Response | undefined> =>
  orNothing(async () => {
    const html = isPage(path) ? await text(place) : undefined;
    const body = html ?? (await bytes(place));
    return body === undefined
      ? undefined
      : new Response(body, { headers: offlineHeaders(path, html ?? '', headers) });
  });

/** The bytes of a kept file, or nothing when its bundle is gone or too short. */
async function bytes([hash, start, length]: Place): Promise<Blob | undefined> {
  const blob = await (await caches.match(bundleKey(hash)))?.blob();
  if (start === undefined || length === undefined) return blob;
  return blob && blob.size >= start + length ? blob.slice(start, start + length) : undefined;
}

const parts = new Map<Hash, string>();
/** A page with its shared parts put back, or nothing when it is empty or a part is gone. */
async function text(place: Place): Promise<string | undefined> {
  const own = await (await bytes(place))?.text();
  if (own === undefined || own === '') return undefined;
  for (const hash of referencesIn(own)) {
    if (parts.has(hash)) continue;
    const part = await (await caches.match(bundleKey(hash)))?.text();
    if (part === undefined) return undefined;
    parts.set(hash, part);
  }
  return compose(own, (hash) => parts.get(hash) ?? '');
}
