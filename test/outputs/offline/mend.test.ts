/**
 * The worker of the site over a device on which single things went bad: never rubble, never an error page
 * while the network answers, and whole again after one page.
 */
import { createHash } from 'node:crypto';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { workerScript } from '../../../src/outputs/offline/worker-file.ts';
import {
  copyOf,
  notKeptAddress,
  referenceTo,
  storeFolder,
  type SectionList,
} from '../../../src/outputs/offline/runtime/format.ts';
import {
  bundleKey,
  chosenCache,
  copyKey,
  sectionsKey,
  urgentCache,
} from '../../../src/outputs/offline/runtime/store.ts';
import { turnsClock } from './turns-clock.ts';

const origin = 'https://so-tay.example';
const edition = '2026-11-28';
const utf8 = new TextEncoder();
const hashOf = (body: Uint8Array | string): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 32);

/** What the server has, by the name of each bundle. */
const served = new Map<string, string>();
function bundle(body: string): string {
  const hash = hashOf(body);
  served.set(hash, body);
  return hash;
}

const guide = '/huong-dan/tien/chuyen-khoan/',
  urgent = '/huong-dan/an-toan/bi-lua/',
  script = '/_astro/x.js',
  picture = '/anh/83.png';
const part = bundle('<h1>TRANG ĐÃ LƯU</h1>');
const page = bundle(`<!doctype html><main>${referenceTo(part)}</main>`);
const files = bundle('PNGcode');
const urgentPage = bundle('<!doctype html><main>TRANG KHẨN CẤP</main>');
const missing = bundle('<!doctype html><main>CHƯA LƯU</main>');
const chosenList: SectionList = {
  bundles: [
    [page, 'txt', 9, guide, 9],
    [part, 'txt', 9],
    [files, 'bin', 9, picture, 3, script, 4],
  ],
  leads: {},
};
const urgentList: SectionList = {
  bundles: [
    [urgentPage, 'txt', 9, urgent, 9],
    [missing, 'txt', 9, notKeptAddress, 9],
  ],
  leads: {},
};
const list = bundle(JSON.stringify(chosenList));
const sections = { chung: list };
const workerText = await workerScript(urgentList, edition, ['Bản ngày {day}.', 'Xem']);

interface Item {
  readonly body: Uint8Array;
  readonly headers?: Record<string, string>;
}
const kept = (value: unknown): Item => {
  const body = utf8.encode(JSON.stringify(value));
  return { body, headers: { 'x-digest': hashOf(body) } };
};

type Device = Map<string, Map<string, Item>>;
/** A device with everything in place. */
function wholeDevice(): Device {
  const bundles = (...hashes: string[]): [string, Item][] =>
    hashes.map((hash) => [bundleKey(hash), { body: utf8.encode(served.get(hash)) }]);
  return new Map([
    [
      chosenCache,
      new Map([
        ...bundles(page, part, files, list),
        [sectionsKey, kept({ edition, sections })],
        [copyKey, kept(copyOf(edition, sections, [chosenList]))],
      ]),
    ],
    [
      urgentCache,
      new Map([...bundles(urgentPage, missing), [copyKey, kept(copyOf(edition, {}, [urgentList]))]]),
    ],
  ]);
}
const whole = wholeDevice();

/** The state of the world around the worker. */
interface World {
  line: 'up' | 'down' | 'without bundles' | 'damaging' | 'older';
  full: boolean;
  lock: 'free' | 'taken' | 'none';
}

function cacheOf(items: Map<string, Item>, world: World) {
  return {
    match: async (key: string) => {
      const item = items.get(key);
      return item && new Response(item.body.slice(), item.headers ? { headers: item.headers } : {});
    },
    put: async (key: string, answer: Response) => {
      if (world.full) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
      const digest = answer.headers.get('x-digest');
      const body = new Uint8Array(await answer.arrayBuffer());
      items.set(key, { body, ...(digest === null ? {} : { headers: { 'x-digest': digest } }) });
    },
    delete: async (key: string) => items.delete(key),
    keys: async () => [...items.keys()].map((key) => new Request(origin + key)),
  };
}

/** How the line answers for an address. */
function answerOf(address: string, { line }: World): Response {
  if (line === 'down') throw new TypeError('Failed to fetch');
  if (!address.startsWith(storeFolder)) return new Response('TỪ MẠNG');
  const body = served.get(address.slice(storeFolder.length).replace(/\.\w+$/, ''));
  if (line === 'older' || body === undefined) return new Response('', { status: 404 });
  if (line === 'without bundles') return new Response('', { status: 503 });
  return new Response(line === 'damaging' ? `${body}.` : body);
}

/** Starts the worker on a device, a hundred times faster than in a browser. It may use no clock. */
function start(device: Device, world: World) {
  const listeners = new Map<string, (event: unknown) => void>();
  const scope = {
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
  };
  const caches = {
    has: async (name: string) => device.has(name),
    open: async (name: string) => {
      const items = device.get(name) ?? new Map<string, Item>();
      device.set(name, items);
      return cacheOf(items, world);
    },
  };
  const locks = {
    request: async (_: string, __: unknown, work: (lock: unknown) => Promise<unknown>) =>
      work(world.lock === 'free' ? {} : null),
  };
  runInNewContext(workerText, {
    self: scope,
    caches,
    fetch: async (asked: { url: string } | string) =>
      answerOf(new URL(typeof asked === 'string' ? asked : asked.url, origin).pathname, world),
    location: { origin },
    setTimeout: turnsClock(100),
    clearTimeout,
    navigator: world.lock === 'none' ? {} : { locks },
    Date: undefined,
    ...{ Response, URL, TextDecoder, TextEncoder, AbortController, DOMException, Error, crypto },
  });
  return async (path: string): Promise<string> => {
    let answer: Promise<Response> | undefined;
    const work: Promise<unknown>[] = [];
    listeners.get('fetch')?.({
      request: {
        method: 'GET',
        url: origin + path,
        headers: new Headers(),
        mode: path.endsWith('/') ? 'navigate' : 'no-cors',
      },
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
      waitUntil: (given: Promise<unknown>) => work.push(given),
    });
    const response = await answer?.catch(() => undefined);
    await Promise.all(work);
    return response === undefined ? 'KHÔNG MỞ ĐƯỢC' : response.text();
  };
}

const flip = (body: Uint8Array, index: number): Uint8Array =>
  body.map((byte, place) => (place === index ? byte ^ 1 : byte));
/** What can happen to the bytes of one kept thing; undefined: it is gone. */
const harms: Readonly<Record<string, (body: Uint8Array) => Uint8Array | undefined>> = {
  'a flipped bit at the start': (body) => flip(body, 0),
  'a flipped bit in the middle': (body) => flip(body, body.length >> 1),
  'a flipped bit at the end': (body) => flip(body, body.length - 1),
  'the first half': (body) => body.slice(0, body.length >> 1),
  'one byte too many': (body) => new Uint8Array([...body, 32]),
  'zeros of the same length': (body) => new Uint8Array(body.length),
  nothing: () => new Uint8Array(),
  'the page of a sign-in': () => utf8.encode('<!doctype html><title>Đăng nhập Wi-Fi</title>'),
  'another kept thing': () => utf8.encode(served.get(missing)),
  gone: () => undefined,
};
const things: readonly (readonly [what: string, cache: string, key: string])[] = [
  ['a page', chosenCache, bundleKey(page)],
  ['a shared part', chosenCache, bundleKey(part)],
  ['small files', chosenCache, bundleKey(files)],
  ['the list of a section', chosenCache, bundleKey(list)],
  ['the record of the copy', chosenCache, copyKey],
  ['the names of its lists', chosenCache, sectionsKey],
  ['the record of the emergency pages', urgentCache, copyKey],
  ['an emergency page', urgentCache, bundleKey(urgentPage)],
];

function harmed(cache: string, key: string, harm: (body: Uint8Array) => Uint8Array | undefined) {
  const device = wholeDevice();
  const items = device.get(cache);
  const item = items?.get(key);
  const body = item && harm(item.body);
  if (body === undefined) items?.delete(key);
  else items?.set(key, { ...item, body });
  return device;
}

const kinds = things.flatMap(([what, cache, key]) =>
  Object.entries(harms)
    // Where it already is that thing, nothing was harmed.
    .filter(([harm]) => !(key === bundleKey(missing) && harm === 'another kept thing'))
    .map(([harm, work]) => ({
      name: `${what}: ${harm}`,
      // The page of the kept copy mends what the reader chose; the worker mends its own.
      mends: cache === urgentCache,
      device: () => harmed(cache, key, work),
    })),
);
const rightWords: Readonly<Record<string, RegExp>> = {
  [guide]: /TRANG ĐÃ LƯU/,
  [urgent]: /TRANG KHẨN CẤP/,
  [script]: /^code$/,
  [picture]: /^PNG$/,
};
const paths = Object.keys(rightWords);
const world = (change: Partial<World> = {}): World => ({ line: 'up', full: false, lock: 'free', ...change });
/** What may come without a network: what was kept, the page that says that nothing is, the browser's word. */
const honest = (path: string, body: string): boolean =>
  rightWords[path]?.test(body) === true || /CHƯA LƯU|^KHÔNG MỞ ĐƯỢC$/.test(body);

describe('one thing on the device went bad', () => {
  test('never rubble; with the network always a page; emergency pages whole after one', async () => {
    let unreachable = 0;
    for (const { name, mends, device } of kinds) {
      for (const path of paths) {
        const body = await start(device(), world({ line: 'down' }))(path);
        expect(honest(path, body), `${name}, ${path} without a network: ${body}`).toBe(true);
        const online = await start(device(), world())(path);
        if (online === 'KHÔNG MỞ ĐƯỢC') unreachable++;
        expect(online, `${name}, ${path}`).toMatch(path === script ? /^code$|TỪ MẠNG/ : /TỪ MẠNG/);
      }
      if (!mends) continue;
      const state = world();
      const mended = device();
      const ask = start(mended, state);
      // The first page brings what is gone, reading finds what is damaged, the next page brings that.
      for (const path of [guide, script]) await ask(path);
      state.line = 'down';
      for (const path of paths) await ask(path);
      state.line = 'up';
      await ask(guide);
      state.line = 'down';
      for (const path of paths)
        expect(await ask(path), `${name}, ${path}, mended`).toMatch(rightWords[path] ?? /^$/);
      expect(mended, name).toEqual(whole);
    }
    expect(unreachable).toBe(0);
    expect(kinds).toHaveLength(80);
  });

  test('where nothing can be brought or written, what is there is used, or the network', async () => {
    const changes: readonly Partial<World>[] = [
      { line: 'without bundles' },
      { line: 'damaging' },
      { line: 'older' },
      { full: true },
      { lock: 'taken' },
      { lock: 'none' },
    ];
    let seen = 0;
    const one = async (name: string, device: Device, state: World): Promise<void> => {
      const ask = start(device, state);
      expect(await ask(guide), name).toBe('TỪ MẠNG');
      expect(await ask(urgent), name).toBe('TỪ MẠNG');
      state.line = 'down';
      for (const path of paths) expect(honest(path, await ask(path)), `${name}, ${path}`).toBe(true);
      seen++;
    };
    await Promise.all(
      changes.flatMap((change) => kinds.map(({ name, device }) => one(name, device(), world(change)))),
    );
    expect(seen).toBe(480);
  });
});

describe('workers and editions beside each other', () => {
  test('an older worker leaves the emergency pages of a newer one alone', async () => {
    const device = wholeDevice();
    const newer = { bundles: [[page, 'txt', 9, urgent, 9]], leads: {} } satisfies SectionList;
    const record = kept(copyOf('2026-12-24', {}, [newer]));
    device.set(urgentCache, new Map([[copyKey, record]]));
    expect(await start(device, world())(guide)).toBe('TỪ MẠNG');
    expect(device.get(urgentCache)).toEqual(new Map([[copyKey, record]]));
  });

  test('records of an edition before digests are believed by their shape', async () => {
    const device = wholeDevice();
    for (const items of device.values()) for (const [key, { body }] of items) items.set(key, { body });
    const ask = start(device, world({ line: 'down' }));
    for (const path of paths) expect(await ask(path)).toMatch(rightWords[path] ?? /^$/);
  });

  test('an update that was killed half way: the old copy serves on', async () => {
    const device = wholeDevice();
    device.get(chosenCache)?.set(bundleKey(hashOf('new')), { body: utf8.encode('ne') });
    device.get(chosenCache)?.set('/_h/wanted', kept({ sections: ['tien'], paused: false }));
    const ask = start(device, world({ line: 'down' }));
    for (const path of paths) expect(await ask(path)).toMatch(rightWords[path] ?? /^$/);
  });

  test('two tabs that mend at once: both have their page, and nothing is half', async () => {
    let seen = 0;
    for (const { name, device } of kinds) {
      const both = device();
      const state = world();
      const tabs = [start(both, state), start(both, state)];
      for (const path of [guide, urgent, guide])
        expect(await Promise.all(tabs.map((ask) => ask(path))), name).toEqual(['TỪ MẠNG', 'TỪ MẠNG']);
      state.line = 'down';
      for (const ask of tabs)
        for (const path of paths) expect(honest(path, await ask(path)), `${name}, ${path}`).toBe(true);
      seen++;
    }
    expect(seen).toBe(80);
  });

  test('a cache that the browser cleared: the emergency pages are back after one page', async () => {
    const device = wholeDevice();
    device.clear();
    const state = world();
    const ask = start(device, state);
    await ask('/');
    state.line = 'down';
    expect(await ask(urgent)).toMatch(/TRANG KHẨN CẤP/);
    expect([...device.keys()]).toEqual([urgentCache]);
  });
});
