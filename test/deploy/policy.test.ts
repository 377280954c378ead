/**
 * The policy in real browsers, as headers and as the page's own: nothing of ours is refused on any type of
 * page, and everything brought in is.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findShell } from '../../src/cli/browser.ts';
import { program } from '../../src/cli/debian.ts';
import { pageTypes } from '../access/page-types.ts';
import { attacked, attacks } from './attacks.ts';
import { compress, dist, makeSite, nginxPath, startNginx, type Running, type Site } from './servers.ts';
import { present } from '../present.ts';
import { guidePage } from '../asked-pages.ts';
import { someOf } from '../whole.ts';

const nginx = nginxPath();
const firefox = program('firefox-esr') ?? program('firefox');
const guide = join(dist, guidePage('tien/chuyen-khoan'), 'index.html');
const meta = /<meta http-equiv="Content-Security-Policy" content="[^"]+">/;

/** The page of an address. */
function textOf(path: string): string {
  const { pathname } = new URL(path, 'http://x');
  return readFileSync(join(dist, pathname, pathname.endsWith('/') ? 'index.html' : ''), 'utf8');
}

/** A foreign site; every request that reaches it is a leak. */
async function foreignSite(): Promise<{
  readonly address: string;
  readonly reached: string[];
  readonly server: Server;
}> {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    if (!present(request.url, 'url').startsWith('/holds')) {
      reached.push(`${request.method} ${request.url}`);
      response.end('x');
      return;
    }
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><title>x</title><iframe src="${present(new URL(present(request.url, 'url'), 'http://x').searchParams.get('page'), 'page in searchParams')}"></iframe>`,
    );
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return { address: `http://localhost:${(server.address() as AddressInfo).port}`, reached, server };
}

/** A host that sets no headers: all depends on the page. */
async function bareHost(root: string): Promise<{ readonly address: string; readonly server: Server }> {
  const types: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.pagefind': 'application/wasm',
  };
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(present(request.url, 'url'), 'http://x').pathname);
    if (path.endsWith('/')) path += 'index.html';
    try {
      const body = readFileSync(join(root, path));
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(readFileSync(join(root, '404.html')));
    }
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Collects what the browser refuses from the first moment. */
async function watch(page: Page): Promise<() => Promise<{ directive: string; what: string }[]>> {
  await page.evaluateOnNewDocument(() => {
    const list: { directive: string; what: string }[] = [];
    Object.assign(globalThis, { refused: list });
    addEventListener(
      'securitypolicyviolation',
      (event) =>
        list.push({ directive: event.effectiveDirective, what: `${event.blockedURI} ${event.sample}` }),
      true,
    );
  });
  return () =>
    page.evaluate(
      () => (globalThis as unknown as { refused: { directive: string; what: string }[] }).refused,
    );
}

const browsers = [
  {
    name: 'Chromium',
    start: () =>
      puppeteer.launch({
        browser: 'chrome',
        // The same engine without windows.
        executablePath: findShell(),
        args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
      }),
    there: true,
  },
  {
    name: 'Firefox',
    start: () =>
      puppeteer.launch({
        browser: 'firefox',
        executablePath: present(firefox, 'firefox'),
        args: ['--headless'],
      }),
    there: firefox !== undefined,
  },
] as const;

describe.skipIf(nginx === undefined)(nginx ? 'policy' : 'policy: không cài được nginx trên máy này', () => {
  let site: Site;
  let server: Running;
  let bare: Awaited<ReturnType<typeof bareHost>>;
  let foreign: Awaited<ReturnType<typeof foreignSite>>;
  beforeAll(async () => {
    site = makeSite();
    foreign = await foreignSite();
    const page = readFileSync(guide, 'utf8');
    expect(page).toMatch(meta);
    for (const [folder, html] of [
      ['tan-cong-dau', attacked(page.replace(meta, ''), foreign.address)],
      ['tan-cong-the', attacked(page, foreign.address)],
    ] as const) {
      mkdirSync(join(site.release, folder));
      writeFileSync(join(site.release, folder, 'index.html'), html);
    }
    mkdirSync(join(site.release, 'nhung/99998'), { recursive: true });
    writeFileSync(join(site.release, 'nhung/99998/index.html'), page);
    compress(site.release, ['index.html']);
    server = await startNginx(site.dir, { file: 'nginx-sau-proxy.conf' });
    bare = await bareHost(site.release);
  });
  afterAll(async () => {
    await server?.stop();
    bare?.server.close();
    foreign?.server.close();
    site?.remove();
  });

  describe.each(browsers)('$name', ({ name, start, there }) => {
    describe.skipIf(!there)(there ? 'is there' : `không cài được ${name} trên máy này`, () => {
      let browser: Browser;
      beforeAll(async () => {
        browser = await start();
      }, 60_000);
      afterAll(() => browser?.close());

      test('every type of page: nothing of ours is refused, with headers and the page’s own policy together', async () => {
        const all = Object.entries(pageTypes());
        // Page and policy are the same in both browsers: Firefox reads those of a sixth.
        const types = name === 'Firefox' ? someOf(all, 6, ([, path]) => textOf(path)) : all;
        const page = await browser.newPage();
        const refused = await watch(page);
        const faults: string[] = [];
        let seen = 0;
        for (const [type, path] of types) {
          const answer = await page.goto(`http://127.0.0.1:${server.http}${path}`, { waitUntil: 'load' });
          expect(answer?.headers()['content-security-policy'], path).toContain(
            "require-trusted-types-for 'script'",
          );
          expect(present(answer, 'answer').headers()['content-security-policy'], path).not.toContain(
            'unsafe-inline',
          );
          for (const refusal of await refused())
            faults.push(`${type} ${path}: ${refusal.directive} ${refusal.what}`);
          // The style is really there: without it no page has this limit.
          if (
            await page.evaluate(
              () =>
                document.querySelector('style') !== null &&
                getComputedStyle(document.body).boxSizing !== 'border-box',
            )
          )
            faults.push(`${type} ${path}: without its style`);
          seen++;
        }
        await page.close();
        expect(seen).toBeGreaterThan(name === 'Firefox' ? 2 : 35);
        expect(faults).toEqual([]);
      });

      test('search with its compiled code, the assistant and the player work under both', async () => {
        const page = await browser.newPage();
        const refused = await watch(page);
        await page.goto(`http://127.0.0.1:${server.http}/tim-kiem/?q=kế hoạch`);
        await page.waitForFunction(
          () => (document.querySelector('[data-status]')?.textContent ?? '').includes('kết quả'),
          { timeout: 20_000 },
        );
        await page.click('[data-wide] button');
        await page.waitForFunction(
          () => document.querySelector<HTMLElement>('[data-wide-results]')?.hidden === false,
          { timeout: 20_000 },
        );
        await page.waitForFunction(
          () => performance.getEntriesByType('resource').some((entry) => entry.name.includes('wasm')),
          { timeout: 20_000 },
        );
        expect(await refused()).toEqual([]);
        await page.goto(`http://127.0.0.1:${server.http}/hoi/?q=chuyển khoản nhầm`);
        await page.waitForFunction(
          () =>
            performance.getEntriesByType('resource').some((entry) => entry.name.includes('/tim/goc.json')),
          { timeout: 20_000 },
        );
        expect(await refused()).toEqual([]);
        await page.close();
      });

      test.each([
        ['headers alone', 'dau'],
        ['the page’s own policy alone', 'the'],
      ] as const)('%s: everything brought in is refused', async (_, way) => {
        foreign.reached.length = 0;
        const page = await browser.newPage();
        const refused = await watch(page);
        page.on('dialog', (dialog) => void dialog.dismiss());
        const base = way === 'dau' ? `http://127.0.0.1:${server.http}` : bare.address;
        const answer = await page.goto(`${base}/tan-cong-${way}/`, { waitUntil: 'load' });
        expect(present(answer, 'answer').headers()['content-security-policy'] !== undefined).toBe(
          way === 'dau',
        );
        for (const attack of attacks)
          if (attack.act) await page.evaluate(attack.act, foreign.address).catch(() => undefined);
        // Browsers tell some of it a moment later.
        await expect
          .poll(
            async () => {
              const list = await refused();
              return attacks
                .filter(
                  (attack) =>
                    !attack.stoppedBy.some((directive) =>
                      list.some((refusal) => refusal.directive === directive),
                    ),
                )
                .map((attack) => attack.name);
            },
            { timeout: 10_000 },
          )
          .toEqual([]);
        const list = await refused();
        // One refusal at least for each, not one for several.
        expect(list.length).toBeGreaterThanOrEqual(attacks.length);
        expect(await page.evaluate(() => document.documentElement.dataset.hit)).toBeUndefined();
        expect(await page.evaluate(() => getComputedStyle(document.getElementById('styled')!).position)).toBe(
          'static',
        );
        expect(await page.evaluate(() => document.baseURI === location.href)).toBe(true);
        expect(foreign.reached).toEqual([]);
        await page.close();
      });

      test('other sites may frame the light form of a guide and nothing else', async () => {
        const page = await browser.newPage();
        const shown = async (path: string): Promise<boolean> => {
          await page.goto(
            `${foreign.address}/holds?page=${encodeURIComponent(`http://127.0.0.1:${server.http}${path}`)}`,
            { waitUntil: 'load' },
          );
          const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
          try {
            return await present(frame, 'frame').evaluate(() => document.getElementById('noi-dung') !== null);
          } catch {
            return false;
          }
        };
        expect(await shown('/nhung/99998/')).toBe(true);
        for (const path of ['/', guidePage('tien/chuyen-khoan'), '/tim-kiem/', '/404.html'])
          expect(await shown(path), path).toBe(false);
        await page.close();
      });
    });
  });
});
