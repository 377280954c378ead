/**
 * The worker over a real browser's profile on disk that went bad: whatever is damaged, lost or half done, the
 * network's page comes while the network answers; the emergency pages are whole again after a page or two,
 * and open with the server ended. Three kinds in every run, all of them with `npm test -- --whole`.
 */
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { isSectionList } from '../../src/outputs/offline/runtime/format.ts';
import { workerScript } from '../../src/outputs/offline/worker-file.ts';
import { LameServer } from './offline-server.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';
import { guidePage } from '../asked-pages.ts';

const dist = join(import.meta.dirname, '../../dist');
const stop = '/huong-dan/an-toan/bi-lua-lam-gi-ngay/';
const plain = guidePage('tien/chuyen-khoan');

/** Opens a browser of its own on a profile. */
function open(profile: string): Promise<BrowserContext> {
  const executablePath = process.env.CHROMIUM;
  return chromium.launchPersistentContext(profile, {
    ...(executablePath ? { executablePath } : {}),
    serviceWorkers: 'allow',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}

/** The browser process of a profile that this test started. */
function processOf(profile: string): number {
  const own = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      return (
        words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='))
      );
    } catch {
      return false;
    }
  });
  return Number(present(own, `a browser process of ${profile}`));
}

/** Whether the emergency pages of an edition are all kept, each as its digest says. */
const isWhole = (page: Page, edition: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    // A worker whose script was lost is put in its place by the next page.
    if (navigator.serviceWorker.controller === null || !(await caches.has('so-tay-khan-cap'))) return false;
    const cache = await caches.open('so-tay-khan-cap');
    const copy = (await (await cache.match('/_h/copy'))?.json().catch(() => undefined)) as
      { edition: string; bundles: string[] } | undefined;
    if (copy?.edition !== wanted || copy.bundles.length === 0) return false;
    for (const hash of copy.bundles) {
      const body = await (await cache.match(`/_h/${hash}`))?.arrayBuffer().catch(() => undefined);
      if (body === undefined) return false;
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', body), 0, 16);
      if ([...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== hash) return false;
    }
    return true;
  }, edition);

/** Files of a profile below one of the folders of the worker. */
const filesIn = (profile: string, pattern: string): string[] =>
  globSync(`Default/Service Worker/${pattern}`, { cwd: profile })
    .map((file) => join(profile, file))
    .filter((file) => statSync(file).isFile());

/** Changes files in place; says how many, so that a kind cannot quietly damage nothing. */
const damage = (pattern: string, change: (file: string) => void) => (profile: string) => {
  const files = filesIn(profile, pattern);
  expect(files.length, pattern).toBeGreaterThan(0);
  files.forEach(change);
};
/** Turns bits over in many places of a file. */
const flip = (file: string): void => {
  const bytes = readFileSync(file);
  for (let at = 3; at < bytes.length; at += 97) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
  writeFileSync(file, bytes);
};
const noise = (file: string): void => writeFileSync(file, '\0{"x":');
const halve = (file: string): void => truncateSync(file, Math.floor(statSync(file).size / 2));
const clear = (file: string): void => truncateSync(file, 0);
const entries = 'CacheStorage/*/*/*_0';

interface Fault {
  /** Done to the profile on disk while no browser runs. */
  readonly onDisk?: (profile: string) => void;
  /** Done in the browser before it is looked at: a record that another program wrote, no room. */
  readonly inBrowser?: (page: Page) => Promise<void>;
  /** Looked at in two tabs that open at once. */
  readonly tabs?: 2;
  /** The clock of the device as the worker and its pages read it. */
  readonly clock?: string;
  /** So little room that nothing can be kept while it lasts; all is whole when there is room again. */
  readonly full?: true;
}

/** What a clock reads, for a worker or a page: `Date` in its place. */
const clockOf = (now: string): string =>
  `{ const Real = Date; let tick = 0; const at = () => ${now};
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length > 0) super(...given); else super(at()); }
      static now() { return at(); }
    }; }\n`;

/** Gives the room back that a quota took; only the session that took it can. */
let giveRoom = (): Promise<unknown> => Promise.resolve();
/** A quota of so many bytes; the browser itself refuses what is more. */
function quota(bytes: number): (page: Page) => Promise<void> {
  return async (page) => {
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    giveRoom = () => session.send('Storage.overrideQuotaForOrigin', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  };
}
const record =
  (key: string, text: string) =>
  (page: Page): Promise<void> =>
    page.evaluate(async ([at, body]) => (await caches.open('so-tay-khan-cap')).put(at, new Response(body)), [
      key,
      text,
    ] as const);

/** Parts of a profile, each of which can be damaged in each way. */
const parts: Readonly<Record<string, string>> = {
  'every kept file': entries,
  'the list of caches': 'CacheStorage/*/index.txt',
  'the list of a cache': 'CacheStorage/*/*/index-dir/*',
  'the script of the worker': 'ScriptCache/*_{0,1}',
  'the list of scripts': 'ScriptCache/index-dir/*',
  'the register of workers': 'Database/*.{log,ldb}',
  'the head of the register': 'Database/{CURRENT,MANIFEST*}',
};
const ways: Readonly<Record<string, (file: string) => void>> = {
  'flipped bits in': flip,
  'cut in half:': halve,
  'empty:': clear,
  'gone:': (file) => rmSync(file),
  'noise in': noise,
};

const faults: Readonly<Record<string, Fault>> = {
  ...Object.fromEntries(
    Object.entries(parts).flatMap(([what, pattern]) =>
      Object.entries(ways).map(([how, change]): [string, Fault] => [
        `${how} ${what}`,
        { onDisk: damage(pattern, change) },
      ]),
    ),
  ),
  'flipped bits in one kept file': {
    onDisk: (profile) => flip(present(filesIn(profile, entries)[1], 'a kept file')),
  },
  'one kept file gone': {
    onDisk: (profile) => rmSync(present(filesIn(profile, entries)[0], 'a kept file')),
  },
  'the caches gone, the worker there': {
    onDisk: (profile) => rmSync(join(profile, 'Default/Service Worker/CacheStorage'), { recursive: true }),
  },
  'the whole folder of scripts gone': {
    onDisk: (profile) => rmSync(join(profile, 'Default/Service Worker/ScriptCache'), { recursive: true }),
  },
  'the clock far ahead when it was written': {
    onDisk: damage('**', (file) => utimesSync(file, new Date('2096-01-01'), new Date('2096-01-01'))),
  },
  'the clock far back when it was written': {
    onDisk: damage('**', (file) => utimesSync(file, new Date('1980-01-01'), new Date('1980-01-01'))),
  },
  'the record is no JSON': { inBrowser: record('/_h/copy', '{"edition":') },
  'the record is of another shape': { inBrowser: record('/_h/copy', '[1,null,{"files":7}]') },
  'the record is empty': { inBrowser: record('/_h/copy', '') },
  'no room on the device': {
    onDisk: damage(entries, (file) => rmSync(file)),
    inBrowser: quota(1),
    full: true,
  },
  'room for a part only': {
    onDisk: damage(entries, (file) => rmSync(file)),
    inBrowser: quota(30_000),
    full: true,
  },
  'no room over flipped bits': { onDisk: damage(entries, flip), inBrowser: quota(1), full: true },
  'the clock stands in 2096': { clock: 'Real.UTC(2096, 0, 1)', onDisk: damage(entries, flip) },
  'the clock stands in 1970': { clock: '0', onDisk: damage(entries, flip) },
  'the clock runs backwards': { clock: 'Real.UTC(2026, 0, 1) - 86_400_000 * tick++' },
  'the clock says nothing': { clock: 'NaN' },
  'two tabs at once over flipped bits': { onDisk: damage(entries, flip), tabs: 2 },
};
/** What breaks most, and in every run. */
const daily = new Set(['flipped bits in every kept file', 'the record is no JSON']);

test.describe.configure({ mode: 'default', timeout: 120_000 });

let server: LameServer;
let folder: string;
let edition: string;
let list: string;

test.beforeAll(async () => {
  server = await new LameServer(dist).start();
  folder = mkdtempSync(join(tmpdir(), 'so-tay-profile-'));
  const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
  [, list = '', edition = ''] = present(
    /^const urgentList=(.*),edition="([^"]*)"/.exec(worker),
    'the list of the worker',
  );
  const context = await open(join(folder, 'good'));
  const [page] = context.pages();
  await present(page, 'a page').goto(server.origin + plain);
  await expect.poll(() => isWhole(present(page, 'a page'), edition), { timeout: 60_000 }).toBe(true);
  await context.close();
});
test.afterAll(async () => {
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

const profileOf = (name: string): string => {
  const profile = join(folder, name.replaceAll(' ', '-'));
  cpSync(join(folder, 'good'), profile, { recursive: true });
  return profile;
};

/** With the network: the page of the network, three times, and the emergency pages whole after that. */
async function staysWhole(context: BrowserContext, tabs: number, room = true): Promise<void> {
  const pages = await Promise.all(Array.from({ length: tabs }, () => context.newPage()));
  for (let round = 0; round < 3; round++)
    await Promise.all(
      pages.map(async (page) => {
        const answer = present(await page.goto(server.origin + plain), 'an answer');
        expect(answer.status()).toBe(200);
        await expect(page.locator('main h1')).toHaveText(/\p{L}/u);
        await expect(page.locator('[data-kept]')).toHaveCount(0);
      }),
    );
  const page = present(pages[0], 'a page');
  if (!room) return;
  await expect
    .poll(
      async () => {
        if (await isWhole(page, edition)) return true;
        await page.reload();
        return isWhole(page, edition);
      },
      { timeout: 40_000, intervals: [300, 1000, 2000] },
    )
    .toBe(true);
  await server.end();
  try {
    const answer = present(await page.goto(server.origin + stop), 'an answer');
    expect(answer.status()).toBe(200);
    await expect(page.locator('[data-kept]')).toBeVisible();
  } finally {
    await server.start();
  }
}

for (const [name, fault] of Object.entries(faults).filter(([name]) => whole || daily.has(name)))
  test(`damaged on the device: ${name}`, async () => {
    const profile = profileOf(name);
    fault.onDisk?.(profile);
    if (fault.clock !== undefined)
      server.instead.set('/sw.js', clockOf(fault.clock) + readFileSync(join(dist, 'sw.js'), 'utf8'));
    const context = await open(profile);
    try {
      if (fault.clock !== undefined) await context.addInitScript(clockOf(fault.clock));
      if (fault.inBrowser !== undefined) {
        const page = await context.newPage();
        await page.goto(server.origin + plain);
        await fault.inBrowser(page);
        // The worker starts again, as it does on another day.
        const session = await context.newCDPSession(page);
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
      }
      await staysWhole(context, fault.tabs ?? 1, fault.full !== true);
      if (fault.full !== true) return;
      await giveRoom();
      const session = await context.newCDPSession(present(context.pages()[0], 'a page'));
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await staysWhole(context, 1);
    } finally {
      server.instead.clear();
      await context.close();
    }
  });

test('the browser is killed while the worker keeps; an old worker meets a new page', async () => {
  // An edition before this one: other emergency pages, and its own worker.
  const urgent: unknown = JSON.parse(list);
  if (!isSectionList(urgent)) throw new Error('the list of emergency pages has another shape');
  const old = await workerScript({ ...urgent, bundles: urgent.bundles.slice(0, -1) }, '2020-01-01', [
    'Bản ngày {day}.',
    'Xem',
  ]);
  server.instead.set('/sw.js', old);
  const profile = join(folder, 'killed');
  let context = await open(profile);
  let page = await context.newPage();
  await page.goto(server.origin + plain);
  await expect.poll(() => isWhole(page, '2020-01-01'), { timeout: 60_000 }).toBe(true);
  await context.close();

  // The new edition is on its way, slowly, when the battery ends.
  server.instead.clear();
  server.log = [];
  context = await open(profile);
  page = await context.newPage();
  server.delay = 250;
  await page.goto(server.origin + plain, { waitUntil: 'commit' });
  await expect.poll(() => server.log.some(({ path }) => path === '/sw.js'), { timeout: 20_000 }).toBe(true);
  process.kill(processOf(profile), 'SIGKILL');
  await context.close().catch(() => undefined);
  server.delay = 0;
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    if (existsSync(join(profile, lock))) rmSync(join(profile, lock));

  context = await open(profile);
  try {
    await staysWhole(context, 1);
  } finally {
    await context.close();
  }
});

test('kinds of damage that are tried', () => {
  expect(Object.keys(faults).length).toBe(52);
  expect([...daily].every((name) => name in faults)).toBe(true);
});
