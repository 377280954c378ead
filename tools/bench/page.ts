/**
 * One page as a reader gets it, in Chromium: bytes and requests on the line, elements, and when it is
 * painted.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findBrowser } from '../../src/cli/browser.ts';
import { median } from './measure.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.xml': 'application/xml',
};
const squeezable = /^(?:text|application)|svg/;

/** Serves a finished site as a good host does: brotli 11, made before it is asked for the second time. */
export async function serve(dist: string): Promise<{ origin: string; close(): void }> {
  const ready = new Map<string, Buffer>();
  const server: Server = createServer((request, answer) => {
    const path = normalize(join(dist, decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!file.startsWith(dist) || !existsSync(file)) {
      answer.writeHead(404).end();
      return;
    }
    const type = types[extname(file)] ?? 'application/octet-stream';
    if (!squeezable.test(type)) {
      answer.writeHead(200, { 'content-type': type }).end(readFileSync(file));
      return;
    }
    // Names that tell their bytes are asked for once, as on every good host.
    const caching = /[/\\](?:_astro|pagefind)[/\\]/.test(file) ? 'max-age=31536000, immutable' : 'no-cache';
    const body =
      ready.get(file) ??
      brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
    ready.set(file, body);
    answer
      .writeHead(200, {
        'content-type': type,
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': caching,
      })
      .end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What one view of a page costs. Times in milliseconds. */
export interface View {
  /** Bytes on the line with headers, and requests, until the page is at rest. */
  readonly bytes: number;
  readonly requests: number;
  /** The page alone, brotli 11, with its headers. */
  readonly html: number;
  readonly elements: number;
  readonly fcp: number;
  readonly lcp: number;
  /** Time over 50 ms of each long task after the first paint. */
  readonly tbt: number;
  readonly cls: number;
}

/** Slow 3G, a phone whose processor is four times slower than this one. */
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const slower = 4;
const phone = { width: 390, height: 844, deviceScaleFactor: 3, mobile: true };
/** After the load event, how long to wait for late paints and scripts. */
const rest = 1500;

const observe = `(() => {
  const seen = (globalThis.seen = { lcp: 0, cls: 0, tasks: [] });
  new PerformanceObserver((l) => { for (const e of l.getEntries()) seen.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((l) => { for (const e of l.getEntries()) if (!e.hadRecentInput) seen.cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((l) => { for (const e of l.getEntries()) seen.tasks.push([e.startTime, e.duration]); }).observe({ type: 'longtask', buffered: true });
})()`;

/** Opens a browser for views; the caller closes it. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** Makes a page a phone on slow 3G. */
async function onPhone(cdp: CDPSession): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', line);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await cdp.send('Emulation.setDeviceMetricsOverride', phone);
}

/** What somebody waits for, and what it brings over the line. */
export interface Act {
  readonly bytes: number;
  /** Milliseconds until it is there. */
  readonly wait: number;
}

/** Bytes and time of what is done on a page that stands already; `whole` counts that page's bytes too. */
async function act(
  browser: Browser,
  address: string,
  whole: boolean,
  work: (page: Page) => Promise<number | undefined>,
): Promise<Act> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await onPhone(cdp);
    let bytes = 0;
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
    await page.waitForTimeout(rest);
    if (!whole) bytes = 0;
    const started = performance.now();
    const told = await work(page);
    const wait = told ?? performance.now() - started;
    await page.waitForTimeout(rest);
    return { bytes, wait };
  } finally {
    await context.close();
  }
}

/** Another guide after the first one: what both need is there. Until its first paint. */
export const furtherView = (browser: Browser, first: string, further: string): Promise<Act> =>
  act(browser, first, false, async (page) => {
    await page.goto(further, { waitUntil: 'load', timeout: 120_000 });
    return page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
  });

/** How a site is searched: the page where it begins, and what is done until the first answer can be seen. */
export interface Search {
  readonly address: string;
  readonly ask: (page: Page, words: string) => Promise<void>;
}

/** The first search: bytes of the page for it and of the answer, time from the question on. */
export const firstSearch = (browser: Browser, origin: string, { address, ask }: Search): Promise<Act> =>
  act(browser, origin + address, true, async (page) => {
    await ask(page, 'quét mã qr');
    return undefined;
  });

/** The middle of several acts, figure by figure. */
export const middleAct = (acts: readonly Act[]): Act => ({
  bytes: median(acts.map(({ bytes }) => bytes)),
  wait: median(acts.map(({ wait }) => wait)),
});

/** One first view, with an empty cache. */
export async function view(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext();
  try {
    const page: Page = await context.newPage();
    const cdp: CDPSession = await context.newCDPSession(page);
    let bytes = 0;
    let requests = 0;
    let html = 0;
    await onPhone(cdp);
    const first = new Map<string, boolean>();
    cdp.on('Network.requestWillBeSent', (payload) => {
      if (payload.request.url.startsWith('http')) {
        requests++;
        first.set(payload.requestId, payload.type === 'Document');
      }
    });
    cdp.on('Network.loadingFinished', (payload) => {
      bytes += payload.encodedDataLength;
      if (first.get(payload.requestId)) html += payload.encodedDataLength;
    });
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
    await page.waitForTimeout(rest);
    const told = await page.evaluate(() => {
      const { seen } = globalThis as unknown as {
        seen: { lcp: number; cls: number; tasks: [number, number][] };
      };
      const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      return {
        fcp,
        lcp: seen.lcp,
        cls: seen.cls,
        tbt: seen.tasks
          .filter(([at]) => at >= fcp)
          .reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0),
        elements: document.querySelectorAll('*').length,
      };
    });
    return { bytes, requests, html, ...told };
  } finally {
    await context.close();
  }
}

/** The middle of several views, figure by figure. */
export function middle(views: readonly View[]): View {
  const of = (pick: (view: View) => number): number => median(views.map(pick));
  return {
    bytes: of((view) => view.bytes),
    requests: of((view) => view.requests),
    html: of((view) => view.html),
    elements: of((view) => view.elements),
    fcp: of((view) => view.fcp),
    lcp: of((view) => view.lcp),
    tbt: of((view) => view.tbt),
    cls: of((view) => view.cls),
  };
}
