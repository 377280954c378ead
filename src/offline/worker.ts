/**
 * The worker of the whole site, `/sw.js`. It keeps the pages for an emergency, serves what is kept when the network does not answer,
 * and changes nothing else: with a network every page comes from the network. It never touches another host.
 */
import { copyOf, compose, indexAddress, isPage, notKeptAddress, referencesIn, storeFolder, type Hash, type KeptCopy, type Place, type SectionList } from './format.ts';
import { keptNote, offlineHeaders } from './reply.ts';
import { bringAll, bundleKey, bundlesIn, chosenCache, copyKey, put, record, sweep, urgentCache } from './store.ts';
import type { WorkerScope } from './worker-scope.ts';

declare const self: WorkerScope;
/** Put in by the build: the pages for an emergency, the day of the edition, the words of the note, the headers of the server. */
declare const urgentList: SectionList, edition: string, noteWords: readonly [text: string, link: string], headers: Readonly<Record<string, string>>;

/** After this long a kept page is shown in place of one that does not come, in milliseconds. */
const patience = 2500;

self.addEventListener('install', (event) => event.waitUntil(keepUrgent().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Brings what is new of the emergency pages, then switches to them with one write. */
async function keepUrgent(): Promise<void> {
  const cache = await caches.open(urgentCache);
  const there = await bundlesIn(cache);
  await bringAll(cache, urgentList.bundles.filter(([hash]) => !there.has(hash)).map(([hash, kind, bytes]) => [hash, kind, bytes] as const));
  const copy = copyOf(edition, {}, [urgentList]);
  await put(cache, copyKey, JSON.stringify(copy));
  await sweep(cache, new Set(copy.bundles));
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // Other hosts, what is sent, parts of files and the offline copy itself go their own way.
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('range') || url.pathname.startsWith(storeFolder) || url.pathname === indexAddress) return;
  event.respondWith(request.mode === 'navigate' ? page(request, url) : file(request, url.pathname));
});

let copies: Promise<KeptCopy[]> | undefined;
/** What is kept: what the reader chose, then the emergency pages. */
function kept(): Promise<KeptCopy[]> {
  return (copies = Promise.all([chosenCache, urgentCache].map(async (name) => ((await caches.has(name)) ? record<KeptCopy>(await caches.open(name), copyKey) : undefined)))
    .then((all) => all.filter((c) => c !== undefined)));
}

interface Found { readonly copy: KeptCopy; readonly place: Place }
function find(all: readonly KeptCopy[], path: string): Found | undefined {
  for (const copy of all) {
    const place = Object.hasOwn(copy.files, path) ? copy.files[path] : undefined;
    if (place) return { copy, place };
  }
  return undefined;
}

/** A page: from the network while it answers in time, else as it is kept. */
async function page(request: Request, { pathname, search }: URL): Promise<Response> {
  const found = kept().then((all) => find(all, pathname));
  // No navigation preload: Firefox 153 shows its error page when the preload fails, whatever the worker answers.
  const net = fetch(request);
  // It may fail after the kept page was chosen.
  net.catch(() => undefined);
  try {
    const answer = await ((await found) ? Promise.race([net, late()]) : net);
    // A server in trouble is no better than none, but it speaks for itself where nothing is kept.
    if (answer.status < 500 || !(await found)) return answer;
  } catch { /* no network, or too slow */ }
  return (await keptPage(pathname, search, await found)) ?? net;
}

async function late(): Promise<never> {
  await new Promise((done) => { setTimeout(done, patience); });
  throw new Error('late');
}

/** A kept page with the note that it is one; an address that leads on; or the page that says what is kept. */
async function keptPage(path: string, search: string, found: Found | undefined): Promise<Response | undefined> {
  const html = found && await text(found.place);
  if (html !== undefined) return new Response(keptNote(html, found!.copy.edition, noteWords), { headers: offlineHeaders(path, html, headers) });
  const all = await copies!;
  const full = path.endsWith('/') ? path : `${path.replace(/\/index\.html$/, '')}/`;
  const to = all.map((c) => (Object.hasOwn(c.leads, full) ? c.leads[full] : undefined)).find((x) => x !== undefined) ?? (full !== path && find(all, full) ? full : undefined);
  if (to !== undefined) {
    const url = new URL(to, location.origin);
    url.search = search;
    return Response.redirect(url.href, 302);
  }
  const missing = find(all, notKeptAddress);
  const words = missing && await text(missing.place);
  return words === undefined ? undefined : new Response(words, { status: 503, headers: offlineHeaders(path, words, headers) });
}

/** A file: hashed names never change, so the kept one is as good; others come from the network while it answers in time. */
async function file(request: Request, path: string): Promise<Response> {
  const found = find(await (copies ?? kept()), path);
  const own = found && path.startsWith('/_astro/') ? await keptFile(path, found) : undefined;
  if (own) return own;
  try {
    const net = fetch(request);
    net.catch(() => undefined);
    const answer = await (found ? Promise.race([net, late()]) : net);
    if (answer.status < 500) return answer;
  } catch { /* no network, or too slow */ }
  // What is kept may have changed since the page was opened.
  const now = find(await kept(), path);
  return (now && await keptFile(path, now)) ?? fetch(request);
}

/** A kept file. A script may ask for a page as well; it gets it as it is on the server. */
async function keptFile(path: string, { place }: Found): Promise<Response | undefined> {
  const html = isPage(path) ? await text(place) : undefined;
  const body = html ?? await bytes(place);
  return body === undefined ? undefined : new Response(body, { headers: offlineHeaders(path, html ?? '', headers) });
}

async function bytes([hash, start, length]: Place): Promise<Blob | undefined> {
  const blob = await (await caches.match(bundleKey(hash)))?.blob();
  return start === undefined ? blob : blob?.slice(start, start + length!);
}

const parts = new Map<Hash, string>();
/** A page with its shared parts put back, or nothing when a part is gone. */
async function text(place: Place): Promise<string | undefined> {
  const own = await (await bytes(place))?.text();
  if (own === undefined) return undefined;
  for (const hash of referencesIn(own)) {
    if (parts.has(hash)) continue;
    const part = await (await caches.match(bundleKey(hash)))?.text();
    if (part === undefined) return undefined;
    parts.set(hash, part);
  }
  return compose(own, (hash) => parts.get(hash)!);
}
