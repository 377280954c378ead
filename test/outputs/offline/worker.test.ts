/**
 * The worker of the site over a damaged store: the script that is published, with every way in which a
 * browser's store can fail.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { workerScript } from '../../../src/outputs/offline/worker-file.ts';
import {
  copyOf,
  notKeptAddress,
  referenceTo,
  type KeptCopy,
} from '../../../src/outputs/offline/runtime/format.ts';
import { bundleKey, chosenCache, copyKey, urgentCache } from '../../../src/outputs/offline/runtime/store.ts';
import { turnsClock } from './turns-clock.ts';

const origin = 'https://so-tay.example';
const pagePath = '/huong-dan/tien/chuyen-khoan/',
  filePath = '/anh/83.png',
  hashedPath = '/_astro/x.js',
  ledPath = '/83/';
/** Bundles are named by their digests. */
const named = (body: string): readonly [hash: string, body: string] => [
  createHash('sha256').update(body).digest('hex').slice(0, 32),
  body,
];
const part = named('<h1>KEPT PAGE</h1>');
const files = named('PNGcode');
const page = named(`<!doctype html><main>${referenceTo(part[0])}</main>`);
const missing = named('<!doctype html><main>NOT KEPT</main>');
const [pageHash, partHash, filesHash, missingHash] = [page[0], part[0], files[0], missing[0]];
const bundles: Readonly<Record<string, string>> = Object.fromEntries([page, part, files, missing]);
const kept: KeptCopy = copyOf('2026-11-21', { chung: 'e'.repeat(32) }, [
  {
    bundles: [
      [pageHash, 'txt', 9, pagePath, 9],
      [filesHash, 'bin', 9, filePath, 3, hashedPath, 4],
      [missingHash, 'txt', 9, notKeptAddress, 9],
    ],
    leads: { [ledPath]: pagePath },
  },
]);
/** A store that can fail. `null` as a record: there is none. */
interface Damage {
  readonly record?: string | null;
  /** Bundles that are gone, or hold something else. */
  readonly bundles?: Readonly<Record<string, string | undefined>>;
  readonly fails?: Partial<
    Record<'has' | 'open' | 'match' | 'delete' | 'body', 'throws' | 'rejects' | 'hangs'>
  >;
}

const quota = (): Error => Object.assign(new Error('full'), { name: 'QuotaExceededError' });
function failing<T>(how: 'throws' | 'rejects' | 'hangs' | undefined, work: () => Promise<T>): Promise<T> {
  if (how === 'throws') throw quota();
  return how === 'rejects'
    ? Promise.reject(quota())
    : how === 'hangs'
      ? new Promise(() => undefined)
      : work();
}

/** The store of a device: the chosen copy damaged, no emergency pages. */
class Store {
  readonly #entries: Map<string, string>;
  damage: Damage;
  constructor(damage: Damage) {
    this.damage = damage;
    this.#entries = new Map(
      Object.entries({ ...bundles, ...damage.bundles }).flatMap(([hash, body]) =>
        body === undefined ? [] : [[bundleKey(hash), body] as const],
      ),
    );
    if (damage.record !== null) this.#entries.set(copyKey, damage.record ?? JSON.stringify(kept));
  }
  has(key: string): boolean {
    return this.#entries.has(key);
  }
  set(key: string, body: string): void {
    this.#entries.set(key, body);
  }
  #answer(key: string): Response | undefined {
    const body = this.#entries.get(key);
    if (body === undefined) return undefined;
    const { body: how } = this.damage.fails ?? {};
    const answer = new Response(body);
    if (how)
      for (const name of ['text', 'json', 'blob', 'arrayBuffer'] as const)
        Object.defineProperty(answer, name, { value: () => failing(how, async () => body) });
    return answer;
  }
  readonly #cache = {
    match: (key: string) => failing(this.damage.fails?.match, async () => this.#answer(key)),
    delete: (key: string) => failing(this.damage.fails?.delete, async () => this.#entries.delete(key)),
    keys: async () => [],
    put: async () => undefined,
  };
  readonly caches = {
    has: (name: string) => failing(this.damage.fails?.has, async () => name === chosenCache),
    open: (name: string) =>
      failing(this.damage.fails?.open, async () => {
        expect([chosenCache, urgentCache]).toContain(name);
        return this.#cache;
      }),
  };
}

const script = await workerScript({ bundles: [], leads: {} }, '2026-11-28', ['Bản ngày {day}.', 'Xem']);
type Net = () => Promise<Response>;
const up: Net = async () => new Response('FROM THE NETWORK');
const down: Net = () => Promise.reject(new TypeError('Failed to fetch'));
const soon = turnsClock(50);
/** Comes after the patience with a kept page has ended. */
const slow: Net = () =>
  new Promise((done) => {
    soon(() => done(new Response('FROM THE NETWORK')), 6000);
  });

/** Starts the worker on this store and this clock, so that its patience ends soon. */
function start(store: Store, net: () => Net) {
  const listeners = new Map<string, (event: unknown) => void>();
  const scope = {
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
    clients: { claim: async () => undefined },
    skipWaiting: async () => undefined,
  };
  new Function('self', 'caches', 'fetch', 'location', 'setTimeout', script)(
    scope,
    store.caches,
    () => net()(),
    { origin },
    soon,
  );
  return async (path: string): Promise<{ status: number; body: string }> => {
    let answer: Promise<Response> | undefined;
    listeners.get('fetch')?.({
      request: {
        method: 'GET',
        url: origin + path,
        headers: new Headers(),
        mode: path.endsWith('/') ? 'navigate' : 'no-cors',
      },
      waitUntil: () => undefined,
      respondWith: (given: Promise<Response>) => {
        answer = given;
      },
    });
    if (!answer) throw new Error('the worker did not answer');
    try {
      const response = await answer;
      return {
        status: response.status,
        body: response.status === 302 ? (response.headers.get('location') ?? '') : await response.text(),
      };
    } catch (error) {
      // What a reader sees as the browser's own error page.
      return { status: 0, body: String(error) };
    }
  };
}

const shaped = (change: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...kept, ...change });
const badRecords: Readonly<Record<string, string>> = {
  'an empty record': '',
  'no JSON': '{"edition":"2026-11-21","files":{',
  rubble: '\u0000\u0001\uFFFD',
  'a web page': '<!doctype html><title>Đăng nhập Wi-Fi</title>',
  null: 'null',
  'a number': '5',
  'a text': '"x"',
  'a list': '[]',
  'an empty map': '{}',
  'no files': shaped({ files: undefined }),
  'files null': shaped({ files: null }),
  'files a list': shaped({ files: [[pageHash]] }),
  'files a text': shaped({ files: 'x' }),
  'a place that is null': shaped({ files: { [pagePath]: null, [filePath]: null, [hashedPath]: null } }),
  'a place that is a text': shaped({ files: { [pagePath]: pageHash } }),
  'a place with half a piece': shaped({ files: { [pagePath]: [pageHash, 3] } }),
  'a place before the start': shaped({ files: { [pagePath]: [pageHash, -3, 5] } }),
  'no leads': shaped({ leads: undefined }),
  'leads null': shaped({ leads: null }),
  'a lead to another site': shaped({ leads: { [ledPath]: '//evil.example/' } }),
  'a lead that is a number': shaped({ leads: { [ledPath]: 5 } }),
  'no edition': shaped({ edition: undefined }),
  'an edition that is a number': shaped({ edition: 5 }),
  'no bundles': shaped({ bundles: null }),
  'sections a list': shaped({ sections: [], bundles: 5 }),
};
const damages: Readonly<Record<string, Damage>> = {
  ...Object.fromEntries(Object.entries(badRecords).map(([name, record]) => [name, { record }])),
  'no record': { record: null },
  'a record that cannot be thrown away': { record: '{', fails: { delete: 'rejects' } },
  'the page is missing': { bundles: { [pageHash]: undefined, [filesHash]: undefined } },
  'the page is empty': { bundles: { [pageHash]: '', [filesHash]: '' } },
  'a shared part is missing': { bundles: { [partHash]: undefined, [filesHash]: 'PN' } },
  'everything is missing': {
    bundles: {
      [pageHash]: undefined,
      [partHash]: undefined,
      [filesHash]: undefined,
      [missingHash]: undefined,
    },
  },
  'a policy that no header can carry': {
    bundles: {
      [pageHash]: '<meta http-equiv="Content-Security-Policy" content="\u0000\uFFFD"><main>',
      [filesHash]: '',
    },
  },
  ...Object.fromEntries(
    (['has', 'open', 'match', 'body'] as const).flatMap((part) =>
      (['throws', 'rejects', 'hangs'] as const).map((how) => [`${part} ${how}`, { fails: { [part]: how } }]),
    ),
  ),
};
const paths = [pagePath, filePath, hashedPath, ledPath, '/khong-co/'];

test('the store as it should be: kept pages and files with the network down, the network with it up', async () => {
  const ask = start(new Store({}), () => down);
  expect(await ask(pagePath)).toEqual({ status: 200, body: expect.stringContaining('KEPT PAGE') });
  expect((await ask(pagePath)).body).toContain('Bản ngày 21/11/2026.');
  expect(await ask(filePath)).toEqual({ status: 200, body: 'PNG' });
  expect(await ask(hashedPath)).toEqual({ status: 200, body: 'code' });
  expect(await ask(ledPath)).toEqual({ status: 302, body: origin + pagePath });
  expect(await ask('/khong-co/')).toEqual({ status: 503, body: expect.stringContaining('NOT KEPT') });
  expect((await ask('/anh/khong-co.png')).status).toBe(0);
  const online = start(new Store({}), () => up);
  for (const path of [pagePath, filePath, ledPath, '/khong-co/'])
    expect(await online(path), path).toEqual({ status: 200, body: 'FROM THE NETWORK' });
  expect((await start(new Store({}), () => slow)(pagePath)).body).toContain('KEPT PAGE');
  expect(
    (await start(new Store({}), () => async () => new Response('x', { status: 502 }))(pagePath)).body,
  ).toContain('KEPT PAGE');
});

describe('a damaged store', () => {
  test.concurrent.each(Object.entries(damages))(
    '%s: the network answers; without it the reader is told, and nothing hangs',
    async (_, damage) => {
      let seen = 0;
      await Promise.all(
        paths.map(async (path) => {
          const store = new Store(damage);
          const ask = start(store, () => up);
          // Twice: what failed the first time is not remembered as a failure.
          for (const turn of [1, 2]) {
            expect(await ask(path), `${path}, ${turn}`).toEqual({ status: 200, body: 'FROM THE NETWORK' });
            seen++;
          }
          const late = await start(new Store(damage), () => slow)(path);
          expect(late, `${path}, slow`).toEqual({ status: 200, body: 'FROM THE NETWORK' });
          seen++;
          const without = await start(new Store(damage), () => down)(path);
          expect(
            without.status === 0
              ? without.body
              : without.status === 503
                ? without.body
                : `${without.status} ${without.body}`,
            `${path}, no network`,
          ).toMatch(
            /Failed to fetch|NOT KEPT|^302 https:\/\/so-tay\.example\/huong-dan\/tien\/chuyen-khoan\/$/,
          );
          seen++;
        }),
      );
      expect(seen).toBe(paths.length * 4);
    },
  );

  test('a server in trouble speaks for itself where nothing can be read', async () => {
    let seen = 0;
    for (const [name, damage] of Object.entries(damages)) {
      expect(
        await start(new Store(damage), () => async () => new Response('ĐANG SỬA', { status: 502 }))(pagePath),
        name,
      ).toEqual({ status: 502, body: 'ĐANG SỬA' });
      seen++;
    }
    expect(seen).toBe(44);
  });

  test('a damaged record is thrown away, and what is written in its place is used at once', async () => {
    let seen = 0;
    for (const [name, record] of Object.entries(badRecords)) {
      const store = new Store({ record });
      const ask = start(store, () => down);
      expect((await ask(filePath)).status, name).toBe(0);
      expect(store.has(copyKey), name).toBe(false);
      store.set(copyKey, JSON.stringify(kept));
      expect(await ask(filePath), name).toEqual({ status: 200, body: 'PNG' });
      expect((await ask(pagePath)).body, name).toContain('KEPT PAGE');
      seen++;
    }
    expect(seen).toBe(25);
  });

  test('a store that works again is used again: a failure is not remembered', async () => {
    let seen = 0;
    for (const part of ['has', 'open', 'match', 'body'] as const) {
      for (const how of ['throws', 'rejects', 'hangs'] as const) {
        const store = new Store({ fails: { [part]: how } });
        let net = up;
        const ask = start(store, () => net);
        for (const path of [pagePath, filePath, hashedPath])
          expect((await ask(path)).body, `${part} ${how}`).toBe('FROM THE NETWORK');
        store.damage = {};
        net = down;
        expect(await ask(hashedPath), `${part} ${how}`).toEqual({ status: 200, body: 'code' });
        expect((await ask(pagePath)).body, `${part} ${how}`).toContain('KEPT PAGE');
        seen++;
      }
    }
    expect(seen).toBe(12);
  });
});
