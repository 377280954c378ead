/**
 * The handbook in other people's pages: what may be framed is shown there and behaves; what may not is
 * refused by the headers that real servers send. Then copying a link to a section or a step, and where such a
 * link leads on a plain host.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { JSDOM } from 'jsdom';
import { modeTokens, presets } from '../../src/modes/settings.ts';
import { framable, headerPolicies, headersAt, serverHeaders } from '../../src/policy/server-headers.ts';
import { framedTypes } from '../access/page-types.ts';
import { tooWide } from '../access/probes.ts';
import { present } from '../present.ts';

const dist = process.env.DIST ?? join(import.meta.dirname, '../../dist');
const kinds: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};
const listen = (server: Server): Promise<string> =>
  new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      done(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });

let handbook: Server;
let portal: Server;
let site = '';
let foreign = '';
/** Page of the foreign site, set by each test. */
let portalPage = '';

test.beforeAll(async () => {
  const policies = globSync('**/*.html', { cwd: dist })
    .map((file) => ({
      path: `/${file.replaceAll('\\', '/')}`,
      policy: /http-equiv="Content-Security-Policy" content="([^"]+)"/
        .exec(readFileSync(join(dist, file), 'utf8'))?.[1]
        ?.replaceAll('&#39;', "'")
        .replaceAll('&#38;', '&'),
    }))
    .filter((item) => item.policy !== undefined);
  const framed = policies.filter((policy) => new RegExp(framable.pattern).test(policy.path));
  expect(framed.length).toBeGreaterThan(100);
  const table = serverHeaders(
    headerPolicies(
      policies.filter((policy) => !framed.includes(policy)).map((policy) => present(policy.policy, 'policy')),
      framed.map((policy) => present(policy.policy, 'policy')),
    ),
  );
  handbook = createServer(({ url }, response: ServerResponse) => {
    const path = decodeURIComponent(new URL(present(url, 'url'), 'http://x').pathname);
    const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
    const there = existsSync(file) && statSync(file).isFile();
    // Strict transport would turn the next request into https, which nobody serves here.
    const { 'strict-transport-security': _, ...headers } = headersAt(table, path);
    response.writeHead(there ? 200 : 404, {
      'content-type': kinds[extname(file)] ?? 'application/octet-stream',
      ...headers,
    });
    response.end(there ? readFileSync(file) : '');
  });
  portal = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(portalPage);
  });
  [site, foreign] = await Promise.all([listen(handbook), listen(portal)]);
});
test.afterAll(() => {
  handbook.close();
  portal.close();
});

let embedPage: Document | undefined;
/** What the embed page offers to paste, told to come from the test's own server. */
function offered(id: string): string {
  embedPage ??= new JSDOM(readFileSync(join(dist, 'nhung/index.html'), 'utf8')).window.document;
  const document = embedPage;
  const base = new URL(
    present(document.querySelector<HTMLLinkElement>('link[rel=canonical]'), 'link[rel=canonical]').href,
  ).origin;
  const code = present(document.getElementById(id), 'the element').textContent;
  expect(code).toContain(base);
  return code.replaceAll(base, site);
}

/** Opens a page of the foreign site which holds that. */
async function inPortal(page: Page, path: string, { width = 600, after = '' } = {}): Promise<FrameLocator> {
  portalPage = `<!doctype html><html lang="vi"><title>Cổng của xã</title><h1>Cổng của xã</h1><a href="#a">Trước khung</a><div style="width:${width}px">${offered('ma-bai').replace(/src="[^"]+"/, `src="${site}${path}"`)}</div><a href="#b">Sau khung</a>${offered('ma-cao')}${after}`;
  await page.goto(foreign);
  return page.frameLocator('iframe');
}

test.describe('in a foreign page', () => {
  test('a guide is shown, tells its height and nothing else; no policy is violated', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
        said.push(message.text());
    });
    await page.addInitScript(() => {
      Object.assign(globalThis, { heard: [] as unknown[] });
      addEventListener('message', (event) => {
        (globalThis as unknown as { heard: unknown[] }).heard.push([event.origin, event.data]);
      });
    });
    const frame = await inPortal(page, '/nhung/80/');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Bị lừa, làm gì ngay');
    await expect(frame.getByText('Bước 1 trên')).toBeVisible();
    await expect
      .poll(() => page.locator('iframe').evaluate((element) => Number(element.getAttribute('height'))))
      .toBeGreaterThan(700);
    const height = await page.locator('iframe').evaluate((element) => Number(element.getAttribute('height')));
    expect(
      Math.abs(
        (await frame.locator('html').evaluate((element) => element.getBoundingClientRect().height)) - height,
      ),
    ).toBeLessThanOrEqual(1);
    const heard = await page.evaluate(
      () => (globalThis as unknown as { heard: [string, Record<string, unknown>][] }).heard,
    );
    expect(heard.length).toBeGreaterThan(0);
    for (const [origin, data] of heard) {
      expect(origin).toBe('null');
      expect(Object.entries(data)).toEqual([['soTaySoHeight', expect.any(Number)]]);
    }
    expect(said).toEqual([]);
  });

  test('the listener takes no height from anywhere else', async ({ page }) => {
    const frame = await inPortal(page, '/nhung/moi/', { after: '<iframe id="other" srcdoc="x"></iframe>' });
    const first = page.locator('iframe').first();
    await expect(page.frameLocator('iframe >> nth=0').getByRole('heading', { level: 1 })).toBeVisible();
    expect(frame).toBeDefined();
    await page.waitForTimeout(300);
    const before = await first.getAttribute('height');
    await page.evaluate(() => {
      for (const height of [5000, '900', -1, 1e9, Number.NaN, { toString: () => 'x' }.toString()])
        postMessage({ soTaySoHeight: height }, '*');
    });
    await present(page.frames().at(-1), 'an item of frames').evaluate(() => {
      parent.postMessage({ soTaySoHeight: 4321 }, '*');
    });
    await page.waitForTimeout(200);
    expect(await first.getAttribute('height')).toBe(before);
    expect(await page.locator('#other').getAttribute('height')).toBeNull();
  });

  test('lists are shown; nothing else of the handbook is', async ({ page }) => {
    for (const path of ['/nhung/moi/', '/nhung/danh-cho/nguoi-cao-tuoi/']) {
      const frame = await inPortal(page, path);
      await expect(frame.getByRole('heading', { level: 1 }), path).toBeVisible();
      expect(await frame.getByRole('listitem').count()).toBeGreaterThan(2);
    }
    const refused = [
      '/',
      '/huong-dan/an-toan/bi-lua-lam-gi-ngay/',
      '/80/',
      '/nhung/',
      '/tim-kiem/',
      '/hoi/',
      '/don-vi/',
      '/tro-nang/',
      '/404.html',
      '/nhung/80.json',
      '/khong-co/',
    ];
    for (const path of refused) {
      await inPortal(page, path);
      const shown = present(
        page.frames().find((frame) => frame !== page.mainFrame()),
        'one of frames',
      );
      expect(
        await shown.evaluate(() => document.body.textContent.includes('Sổ tay số')).catch(() => false),
        path,
      ).toBe(false);
      expect(shown.url(), path).toMatch(/^chrome-error:/);
    }
    expect(refused.length).toBeGreaterThan(10);
  });

  test('its links open the full guide in a tab of its own, free of sandbox and of the page around', async ({
    page,
    context,
  }) => {
    const frame = await inPortal(page, '/nhung/80/');
    const opened = context.waitForEvent('page');
    await frame.getByRole('link', { name: /Đọc bài đầy đủ/ }).click();
    const full = await opened;
    await full.waitForLoadState();
    expect(full.url()).toBe(`${site}/huong-dan/an-toan/bi-lua-lam-gi-ngay/`);
    expect(await full.evaluate(() => [window.opener, window.origin])).toEqual([null, site]);
    expect(page.url()).toBe(`${foreign}/`);
  });

  test('modes asked for in its address are worn, also without an origin; step by step by its own links', async ({
    page,
  }) => {
    const frame = await inPortal(page, '/nhung/80/?che-do=nen-toi,chu-to');
    expect(
      await frame
        .locator('html')
        .evaluate((element) => [
          getComputedStyle(element).backgroundColor,
          getComputedStyle(element).fontSize,
        ]),
    ).toEqual(['rgb(0, 0, 0)', '27px']);
    const steps = await inPortal(page, '/nhung/80/?che-do=tung-buoc');
    await expect(steps.getByText(/^Bước \d trên/)).toHaveCount(7);
    const shown = (): Promise<string[]> =>
      steps
        .locator('.steps > li')
        .evaluateAll((list) =>
          list.filter((element) => (element as HTMLElement).checkVisibility()).map((element) => element.id),
        );
    expect(await shown()).toEqual(['buoc-1']);
    // A step as high as its frame, in a frame as high as its step, would grow without end.
    const height = (): Promise<string | null> => page.locator('iframe').getAttribute('height');
    await expect.poll(height).not.toBe('640');
    const told = await height();
    await page.waitForTimeout(300);
    expect(await height()).toBe(told);
    await steps.getByRole('link', { name: 'Bước sau' }).click();
    await expect.poll(shown).toEqual(['buoc-2']);
    await expect(steps.getByRole('link', { name: /Đọc bài đầy đủ/ })).toBeVisible();
  });

  test('without script it reads the same', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const frame = await inPortal(page, '/nhung/80/');
    await expect(frame.getByText('Bước 7 trên 7')).toBeVisible();
    await expect(page.locator('iframe')).toHaveAttribute('height', '640');
    await context.close();
  });

  test('by keyboard one comes in, to every link, and out again; each stop has a ring', async ({ page }) => {
    const frame = await inPortal(page, '/nhung/moi/');
    await expect(frame.getByRole('heading', { level: 1 })).toBeVisible();
    const wanted = await frame.locator('a[href]').count();
    expect(wanted).toBeGreaterThan(5);
    await page.getByRole('link', { name: 'Trước khung' }).focus();
    let inside = 0;
    for (let i = 0; i < wanted + 5; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.textContent === 'Sau khung')) break;
      const ring = await present(page.frames()[1], 'item 1 of frames').evaluate(() => {
        const element = document.activeElement;
        return element instanceof HTMLAnchorElement
          ? Number.parseFloat(getComputedStyle(element).outlineWidth)
          : undefined;
      });
      if (ring !== undefined) {
        inside++;
        expect(ring).toBeGreaterThanOrEqual(2.9);
      }
    }
    expect(inside).toBe(wanted);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sau khung');
  });
});

test('from 240 px on nothing is wider than the frame, in any mode', async ({ page }) => {
  await page.setViewportSize({ width: 240, height: 700 });
  const looks = ['', ...modeTokens, ...Object.keys(presets)];
  const wide: string[] = [];
  let looked = 0;
  for (const path of [...Object.values(framedTypes()), '/nhung/danh-cho/nguoi-cao-tuoi/']) {
    await page.goto(`${site}${path}`);
    for (const look of looks) {
      await page.evaluate((value) => {
        document.documentElement.dataset.cheDo = value;
      }, look);
      for (const fault of await page.evaluate(tooWide)) wide.push(`${path} ${look}: ${fault}`);
      looked++;
    }
  }
  expect(looked).toBeGreaterThan(50);
  expect(wide).toEqual([]);
});

test.describe('copying a link', () => {
  const guide = '/huong-dan/an-toan/bi-lua-lam-gi-ngay/';
  const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

  test('by keyboard: the short address, then that of a step; the page says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${guide}#day`);
    const button = page.getByRole('button', { name: 'Chép liên kết' });
    const status = page.locator('p:has([data-copy=""]) + [role=status]');
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(status).toHaveText(/^Đã chép\. https:\/\/[^/]+\/80\/$/);
    const short = await clipboard(page);
    expect(await status.textContent()).toBe(`Đã chép. ${short}`);
    await expect(button).toBeFocused();
    const choice = page.getByRole('combobox', { name: 'Trong bài này' });
    const parts = await choice.locator('option').allTextContents();
    expect(parts).toContain('Các bước');
    expect(parts).toContain('Bước 3 trên 7: Gọi ngân hàng, xin khóa tài khoản');
    expect(parts.length).toBe(1 + (await page.locator('.body h2[id], .body .steps > li').count()));
    await page.keyboard.press('Shift+Tab');
    await expect(choice).toBeFocused();
    await choice.selectOption({ label: 'Bước 3 trên 7: Gọi ngân hàng, xin khóa tài khoản' });
    await button.press('Space');
    await expect(status).toHaveText(`Đã chép. ${short}#buoc-3`);
    expect(await clipboard(page)).toBe(`${short}#buoc-3`);
    expect(await page.evaluate(tooWide)).toEqual([]);
  });

  test('where the clipboard is closed the address stands there, marked, to be copied by hand', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('closed')) },
      });
      // The old way is closed too.
      Reflect.set(document, 'execCommand', () => false);
    });
    await page.goto(`${guide}#day`);
    await page.getByRole('button', { name: 'Chép liên kết' }).click();
    await expect(page.locator('p:has([data-copy=""]) + [role=status]')).toHaveText(
      /^Hãy tự chép\. https:\/\/[^/]+\/80\/$/,
    );
    expect(await page.evaluate(() => getSelection()!.toString())).toMatch(/\/80\/$/);
  });

  test('without script there is the address and no button', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${guide}#day`);
    await expect(page.locator('[data-copy=""]')).toBeHidden();
    await expect(page.locator('p:has([data-copy=""]) a')).toHaveText(/^[^/]+\/80$/);
    await context.close();
  });

  test('on a host that cannot redirect, a number with a step or a section leads to that step or section', async ({
    page,
  }) => {
    for (const id of ['buoc-2', 'an-toan']) {
      await page.goto(`${site}/80/#${id}`);
      await page.waitForURL(`${site}${guide}#${id}`);
      expect(await page.locator(`#${id}`).evaluate((element) => element.matches(':target'))).toBe(true);
    }
    await page.goto(`${site}/80/`);
    await page.waitForURL(`${site}${guide}`);
  });

  test('the embed page copies what it shows, and shows a guide in a frame', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site });
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
        said.push(message.text());
    });
    await page.goto(`${site}/nhung/`);
    const codes = page.locator('pre.code');
    expect(await codes.count()).toBe(4);
    for (const code of await codes.all()) {
      const line = code.locator('xpath=following-sibling::p[1]');
      await line.getByRole('button', { name: 'Chép đoạn mã' }).click();
      await expect(code.locator('xpath=following-sibling::p[2]')).toHaveText('Đã chép.');
      expect(await clipboard(page)).toBe(await code.textContent());
    }
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible();
    expect(said).toEqual([]);
  });
});
