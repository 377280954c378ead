/**
 * Pages against the shared dictionary, from real servers and in real browsers: who has the dictionary gets
 * the short form, everybody else what they always got.
 */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, type BrotliOptions } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findShell } from '../../src/cli/browser.ts';
import { program } from '../../src/cli/debian.ts';
import { writeHosting } from '../../src/outputs/hosting/write.ts';
import { filesUnder } from '../../src/release/checksums.ts';
import {
  chooseDictionaries,
  dictionaryTwin,
  writeDictionaries,
  type Dictionary,
} from '../../src/release/dictionary.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { present } from '../present.ts';
import {
  addRelease,
  ask,
  caddyPath,
  compress,
  dist,
  makeSite,
  nginxPath,
  prepare,
  startCaddy,
  startNginx,
  switchTo,
  type Answer,
  type Running,
  type Site,
} from './servers.ts';
import { guidePage } from '../asked-pages.ts';
import { whole } from '../whole.ts';

const guide = `${guidePage('tien/chuyen-khoan').slice(1)}index.html`;
const second = `${guidePage('tien/quet-ma-qr-de-tra-tien').slice(1)}index.html`;
const address = (file: string): string => `/${file.replace('index.html', '')}`;
const sheet = 'in/83/index.html';

let site: Site;
let dictionary: Dictionary;

/** What a browser sends that has a dictionary. */
const having = ({ bytes, id }: Dictionary): Record<string, string> => ({
  'accept-encoding': 'gzip, deflate, br, zstd, dcb, dcz',
  'available-dictionary': `:${createHash('sha256').update(bytes).digest('base64')}:`,
  'dictionary-id': `"${id}"`,
});

/** What only browsers send that know what a dictionary is for. */
const chromium = { 'accept-encoding': 'br', 'sec-ch-ua': '"Chromium";v="156", "Not-A.Brand";v="24"' };

/** The page as the browser unpacks it. */
function unpacked(answer: Answer): Buffer {
  const coding = answer.headers['content-encoding'];
  if (coding === 'br') return brotliDecompressSync(answer.body);
  if (coding === 'gzip') return gunzipSync(answer.body);
  if (coding !== 'dcb') return answer.body;
  expect(answer.body.subarray(4, 36)).toEqual(createHash('sha256').update(dictionary.bytes).digest());
  const options: BrotliOptions & { dictionary: Buffer } = { dictionary: dictionary.bytes };
  return brotliDecompressSync(answer.body.subarray(36), options);
}

beforeAll(async () => {
  site = makeSite();
  const facts = siteFacts(site.release, filesUnder(site.release));
  const chosen = await chooseDictionaries(site.release, facts, []);
  writeDictionaries(site.release, chosen);
  dictionary = present(chosen[0]);
  compress(site.release, ['index.html', guide, second, sheet, dictionary.file]);
  for (const file of ['index.html', guide, second, sheet])
    writeFileSync(
      join(site.release, `${file}.${dictionary.id}.dcb`),
      await dictionaryTwin(readFileSync(join(dist, file)), dictionary),
    );
  prepare(site.dir);
}, 120_000);
afterAll(() => site.remove());

describe.each([
  { name: 'nginx', there: nginxPath(), start: (dir: string) => startNginx(dir) },
  { name: 'caddy', there: caddyPath(), start: startCaddy },
])('$name', ({ name, there, start }) => {
  describe.skipIf(!there)(there ? 'over TLS' : `không cài được ${name} trên máy này`, () => {
    let server: Running;
    beforeAll(async () => {
      server = await start(site.dir);
    });
    afterAll(() => server.stop());

    test('a page offers the dictionary, and the dictionary says what it is for', async () => {
      const page = await ask(server, address(guide), { headers: chromium });
      expect(page.headers.link).toBe(`</${dictionary.file}>; rel="compression-dictionary"`);
      const file = await ask(server, `/${dictionary.file}`, { headers: { 'accept-encoding': 'br' } });
      expect(file.headers['use-as-dictionary']).toBe(`match="/*", id="${dictionary.id}"`);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(unpacked(file)).toEqual(dictionary.bytes);
      for (const other of ['/sw.js', address(sheet), '/nhung/', '/du-lieu/huong-dan.json'])
        expect((await ask(server, other, { headers: chromium })).headers.link, other).toBeUndefined();
      // Firefox 153 would fetch it and never use it.
      expect((await ask(server, address(guide))).headers.link).toBeUndefined();
    });

    test('who has it gets the short form, with every header of the page', async () => {
      for (const file of ['index.html', guide, second]) {
        const plain = await ask(server, address(file), { headers: { 'accept-encoding': 'br' } });
        const short = await ask(server, address(file), { headers: having(dictionary) });
        expect(short.status).toBe(200);
        expect(short.headers['content-encoding']).toBe('dcb');
        expect(short.body.length).toBe(statSync(join(site.release, `${file}.${dictionary.id}.dcb`)).size);
        expect(short.body.length).toBeLessThan(plain.body.length / 2);
        expect(unpacked(short).equals(readFileSync(join(dist, file)))).toBe(true);
        for (const answer of [plain, short])
          for (const part of ['Accept-Encoding', 'Available-Dictionary', 'Dictionary-ID'])
            expect(present(answer.headers.vary).split(', '), file).toContain(part);
        const same = ({ headers }: Answer): object => {
          const own = ['content-encoding', 'content-length', 'vary', 'etag', 'date', 'last-modified'];
          return Object.fromEntries(Object.entries(headers).filter(([key]) => !own.includes(key)));
        };
        expect(same(short)).toEqual(same(plain));
        const again = await ask(server, address(file), {
          headers: { ...having(dictionary), 'if-none-match': present(short.headers.etag) },
        });
        expect([again.status, again.body.length]).toEqual([304, 0]);
        const head = await ask(server, address(file), { method: 'HEAD', headers: having(dictionary) });
        expect([head.headers['content-encoding'], head.body.length]).toEqual(['dcb', 0]);
      }
    });

    test('whoever has no dictionary, another one or an odd wish gets what there was before', async () => {
      const has = having(dictionary);
      const wishes: Record<string, string>[] = [
        { 'accept-encoding': 'gzip, deflate, br' },
        { ...has, 'accept-encoding': 'gzip, deflate, br' },
        { ...has, 'dictionary-id': '"0123456789abcdef"' },
        { ...has, 'dictionary-id': '' },
        { ...has, 'dictionary-id': '"../../../../etc/passwd"' },
        { ...has, 'dictionary-id': `"${dictionary.id}/"` },
        { ...has, 'available-dictionary': 'x' },
        { 'accept-encoding': 'dcb, br' },
      ];
      for (const headers of wishes) {
        const answer = await ask(server, address(guide), { headers });
        expect(answer.status, JSON.stringify(headers)).toBe(200);
        expect(answer.headers['content-encoding'], JSON.stringify(headers)).toBe('br');
        expect(unpacked(answer).equals(readFileSync(join(dist, guide)))).toBe(true);
      }
      const plain = await ask(server, address(guide), { headers: { 'accept-encoding': 'identity' } });
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.equals(readFileSync(join(dist, guide)))).toBe(true);
    });

    test('what has no short form is served as ever; a short form is no page of its own', async () => {
      for (const path of [address(sheet), '/sw.js', '/danh-ba/', '/khong-co-trang-nay/']) {
        const answer = await ask(server, path, { headers: having(dictionary) });
        expect(answer.status, path).toBe(path.startsWith('/khong') ? 404 : 200);
        expect(answer.headers['content-encoding'], path).not.toBe('dcb');
      }
      const direct = `/${guide}.${dictionary.id}.dcb`;
      expect((await ask(server, direct, { headers: having(dictionary) })).status).toBe(404);
      const moved = await ask(server, '/83/', { headers: having(dictionary) });
      expect(moved.status).toBe(301);
      const posted = await ask(server, address(guide), { method: 'POST', headers: having(dictionary) });
      expect(posted.status).toBe(405);
    });
  });
});

describe.skipIf(!nginxPath())('nginx', () => {
  test('the same for an edition under a path of its host', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'tu-dien-nen-'));
    const release = join(dir, 'releases/a');
    const plain = ['index.html', '404.html', guide, 'du-lieu/chuyen-huong.txt', 'du-lieu/chuyen-huong.nginx'];
    for (const file of plain) cpSync(join(dist, file), join(release, file));
    writeHosting(release, '/so-tay');
    writeDictionaries(release, [dictionary]);
    cpSync(
      join(site.release, `${guide}.${dictionary.id}.dcb`),
      join(release, `${guide}.${dictionary.id}.dcb`),
    );
    symlinkSync('releases/a', join(dir, 'current'));
    chmodSync(dir, 0o755);
    prepare(dir);
    const server = await startNginx(dir, {
      change: (config) => config.replace(/root .*;/, 'location = /cong { return 200 "portal"; }'),
    });
    try {
      const path = `/so-tay${address(guide)}`;
      const short = await ask(server, path, { headers: { ...chromium, ...having(dictionary) } });
      expect(short.headers['content-encoding']).toBe('dcb');
      expect(unpacked(short).equals(readFileSync(join(dist, guide)))).toBe(true);
      expect(short.headers.link).toBe(`</so-tay/${dictionary.file}>; rel="compression-dictionary"`);
      const file = await ask(server, `/so-tay/${dictionary.file}`);
      expect(file.headers['use-as-dictionary']).toBe(`match="/so-tay/*", id="${dictionary.id}"`);
      const without = await ask(server, path, { headers: { 'accept-encoding': 'identity' } });
      expect(without.body.equals(readFileSync(join(dist, guide)))).toBe(true);
      expect((await ask(server, `${path}index.html.${dictionary.id}.dcb`)).status).toBe(404);
    } finally {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    }
  });

  test('before it, the caching machine keeps a form for each, and mixes none', async () => {
    const main = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
    const edge = await startNginx(site.dir, {
      file: 'nginx-dem.conf',
      change: (config) =>
        config
          .replaceAll('192.0.2.11:8080', `127.0.0.1:${main.http}`)
          .replaceAll('192.0.2.12:8080', `127.0.0.1:${main.http}`)
          .replace('proxy_cache so_tay;', 'proxy_cache so_tay; add_header X-Thu $upstream_cache_status;'),
    });
    try {
      const seen: unknown[] = [];
      for (const headers of [having(dictionary), { 'accept-encoding': 'br' }, {}, { ...chromium }])
        for (const turn of ['MISS', 'HIT']) {
          const answer = await ask(edge, address(guide), { headers });
          expect(unpacked(answer).equals(readFileSync(join(dist, guide)))).toBe(true);
          expect(answer.headers['x-thu']).toBe(turn);
          seen.push([answer.headers['content-encoding'], answer.headers.link !== undefined]);
        }
      const forms = [
        ['dcb', false],
        ['br', false],
        [undefined, false],
        ['br', true],
      ];
      expect(seen).toEqual(forms.flatMap((form) => [form, form]));
    } finally {
      await edge.stop();
      await main.stop();
    }
  });

  test('not reloaded, it sends no page against a dictionary that the reader does not have', async () => {
    const server = await startNginx(site.dir);
    try {
      const next = addRelease(site.dir, 'b'.repeat(64), site.release);
      const other: Dictionary = { id: 'f'.repeat(16), file: '', bytes: Buffer.from('khác') };
      writeFileSync(join(next, `${guide}.${other.id}.dcb`), 'x'.repeat(99));
      switchTo(site.dir, 'b'.repeat(64));
      const old = await ask(server, address(guide), { headers: having(dictionary) });
      expect(unpacked(old).equals(readFileSync(join(dist, guide)))).toBe(true);
      const fresh = await ask(server, address(guide), { headers: having(other) });
      expect(fresh.body.length).toBe(99);
      expect(fresh.headers.link).toBeUndefined();
    } finally {
      switchTo(site.dir, 'a'.repeat(64));
      await server.stop();
    }
  });
});

const firefox = program('firefox-esr') ?? program('firefox');
const started = {
  Chromium: () =>
    puppeteer.launch({
      browser: 'chrome',
      executablePath: findShell(),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
    }),
  Firefox: () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: present(firefox, 'firefox'),
      args: ['--headless'],
    }),
};

describe.skipIf(!nginxPath())('browsers that walk from guide to guide', () => {
  test.for([
    { name: 'Chromium', there: true, goal: 'dcb' },
    // In a whole run: each day the server is asked as by a browser that names no dictionary.
    ...(whole ? [{ name: 'Firefox', there: firefox !== undefined, goal: undefined } as const] : []),
  ] as const)('$name', { timeout: 120_000 }, async ({ name, there, goal }, { skip }) => {
    if (!there) skip(`không cài được ${name} trên máy này`);
    const server = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
    const browser = await started[name]();
    try {
      const page = await browser.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const codings = new Set<string | undefined>();
      // The dictionary comes when the browser is idle; how soon is the browser's own affair.
      // One that knows of none is asked no more often than it would take the other.
      const turns = goal === undefined ? 4 : 12;
      for (let turn = 0; turn < turns && !(goal !== undefined && codings.has(goal)); turn++) {
        const file = turn % 2 === 0 ? guide : second;
        const answer = await page.goto(`http://localhost:${server.http}${address(file)}`);
        codings.add(answer?.headers()['content-encoding']);
        const heading = /<h1[^>]*>(?:<[^>]+>)*([^<]+)/.exec(readFileSync(join(dist, file), 'utf8'))?.[1];
        expect(await page.$eval('h1', (element) => element.textContent)).toContain(present(heading).trim());
        await new Promise((done) => {
          setTimeout(done, 500);
        });
      }
      expect(codings.has('dcb')).toBe(goal === 'dcb');
      if (goal === undefined) expect(asked).not.toContain(`/${dictionary.file}`);
      expect(asked.length).toBeGreaterThan(2);
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});
