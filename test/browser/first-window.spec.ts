/**
 * What the first window of a small phone says, and what a touch there does: buttons to call on urgent guides,
 * menus that open over the page, pictures of the front page that say their names, the quick way out.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** What the pretended voice was given. */
    spokenNames: string[];
  }
}

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
/** Guides that keep buttons to call, found in the finished site. */
const urgent = globSync('huong-dan/*/*/index.html', { cwd: dist })
  .filter((file) => readFileSync(join(dist, file), 'utf8').includes('class="call-bar"'))
  .map((file) => `/${file.replace('index.html', '')}`)
  .sort();
const hidden = urgent.filter((path) =>
  readFileSync(join(dist, path, 'index.html'), 'utf8').includes('data-quick-exit'),
);

test.use({ viewport: { width: 360, height: 640 } });

test('a card for an event of life is not dressed as urgent', () => {
  const cards = globSync('viec-doi-song/*/index.html', { cwd: dist });
  expect(cards.length).toBeGreaterThan(40);
  const dressed = cards.filter((path) => readFileSync(join(dist, path), 'utf8').includes('class="call-bar"'));
  expect(dressed).toEqual([]);
});

test('urgent guides: whom to call and the first act stand in the first window', async ({ page }) => {
  expect(urgent.length).toBeGreaterThanOrEqual(7);
  for (const path of urgent) {
    await page.goto(path);
    const seen = await page.evaluate(() => {
      const bar = document.querySelector('.call-bar');
      const box = bar?.getBoundingClientRect();
      return {
        bar: box && { top: box.top, bottom: box.bottom },
        first: document.querySelector('.steps h3')?.getBoundingClientRect().top ?? Infinity,
        buttons: [...(bar?.querySelectorAll('a') ?? [])].map((link) => ({
          href: link.getAttribute('href') ?? '',
          height: link.getBoundingClientRect().height,
        })),
      };
    });
    expect(seen.bar?.bottom, path).toBeLessThanOrEqual(640);
    expect(seen.first, `${path}: the first act begins over the buttons`).toBeLessThan(seen.bar?.top ?? 0);
    expect(seen.buttons.length, path).toBeGreaterThanOrEqual(2);
    for (const { href, height } of seen.buttons) {
      expect(href, path).toMatch(/^(?:tel:\d{3}|\/danh-ba\/)/);
      expect(height, `${path} ${href}`).toBeGreaterThanOrEqual(56);
    }
  }
});

test('step by step the buttons to call stay, and none lies on the way to the next step', async ({ page }) => {
  expect(urgent.length).toBeGreaterThanOrEqual(7);
  for (const path of urgent) {
    await page.goto(`${path}?che-do=tung-buoc#buoc-1`);
    const bar = page.locator('.call-bar');
    await expect(bar, path).toBeInViewport({ ratio: 1 });
    const next = page.locator('.steps > li:target .turn a').last();
    await next.scrollIntoViewIfNeeded();
    const ways = await next.boundingBox();
    const calls = await bar.boundingBox();
    // Parts of a pixel are rounded away by the screen.
    expect((ways?.y ?? Infinity) + (ways?.height ?? 0), path).toBeLessThanOrEqual((calls?.y ?? 0) + 1);
    await next.click();
    await expect(bar, `${path}: the second step`).toBeInViewport({ ratio: 1 });
  }
});

test('in large letters and in low windows nothing stays over the steps', async ({ page }) => {
  const path = urgent[0] ?? '';
  for (const [query, height] of [
    ['?che-do=chu-rat-to', 640],
    ['', 400],
  ] as const) {
    await page.setViewportSize({ width: 360, height });
    await page.goto(`${path}${query}`);
    const stuck = await page.evaluate(() =>
      ['.top', '.call-bar'].filter((part) =>
        /sticky|fixed/.test(getComputedStyle(document.querySelector(part) ?? document.body).position),
      ),
    );
    expect(stuck, `${query} ${height}`).toEqual([]);
  }
});

test('the menu and the panel open over the page: nothing moves, one closes the other', async ({ page }) => {
  await page.goto(urgent[0] ?? '');
  const place = (): Promise<number> => page.locator('h1').evaluate((h1) => h1.getBoundingClientRect().top);
  const before = await place();
  const menu = page.locator('.top details.menu').last();
  const panel = page.locator('.top details.look');
  await panel.locator('summary').click();
  await expect(panel.getByRole('checkbox').first()).toBeVisible();
  expect(await place()).toBe(before);
  await menu.locator('summary').click();
  await expect(menu.getByRole('link').first()).toBeVisible();
  await expect(panel).not.toHaveAttribute('open');
  expect(await place()).toBe(before);
  await page.locator('.title a:visible').first().focus();
  await expect(menu).not.toHaveAttribute('open');
});

test('front page: field, two doors and the pictures; a door opens the guide', async ({ page }) => {
  await page.goto('/');
  const bottoms = await page
    .locator('.hero input, .doors a, .tiles li:nth-child(-n + 6)')
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom));
  expect(bottoms.length).toBe(9);
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(640);
  await page.locator('.doors a').first().click();
  await expect(page.locator('.call-bar')).toBeVisible();
});

test('pages of people under threat: a red door to their guide in the first window', async ({ page }) => {
  expect(hidden.length).toBeGreaterThan(0);
  let doors = 0;
  for (const path of ['hoc-sinh-sinh-vien', 'hoc-sinh', 'sinh-vien', 'phu-huynh']) {
    await page.goto(`/danh-cho/${path}/`);
    for (const guide of hidden) {
      const door = page.locator(`main a.stop[href="${guide}"]`);
      const box = await door.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0), `${path}: ${guide}`).toBeLessThanOrEqual(640);
      expect(box?.height, path).toBeGreaterThanOrEqual(44);
      doors++;
    }
  }
  expect(doors).toBe(4 * hidden.length);
});

test('one left edge: a title begins where the text below it does', async ({ page }) => {
  const apart: string[] = [];
  let looked = 0;
  for (const width of [360, 1280])
    for (const path of [
      '/huong-dan/an-toan/xac-thuc-hai-lop/',
      '/huong-dan/an-toan/bi-lua-lam-gi-ngay/',
      '/danh-cho/hoc-sinh/',
      '/mang-viec/',
      '/so/',
      '/do-phu/',
      '/tu-dien/',
    ])
      for (const mode of ['', '?che-do=chu-to']) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path + mode);
        const edges = await page.evaluate(() =>
          ['h1', 'main > p, .body > p'].map((part) => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(part) ?? document.body);
            return range.getBoundingClientRect().left;
          }),
        );
        if (Math.abs((edges[0] ?? 0) - (edges[1] ?? 999)) > 3)
          apart.push(`${path}${mode} ${width}: ${edges.join(' ')}`);
        looked++;
      }
  expect(looked).toBe(28);
  expect(apart).toEqual([]);
});

test('in the header every way in is seen to be one: each has its edge', async ({ page }) => {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto('/');
    const edges = await page
      .locator('.top .nav a, .top summary')
      .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).borderTopWidth));
    expect(edges).toEqual(['2px', '2px', '2px', '2px']);
  }
});

test('cards of one row begin their names at one height', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  let rows = 0;
  for (const path of ['/', '/mang-viec/', '/danh-cho/', '/ke-hoach/']) {
    await page.goto(path);
    const names = await page.locator('main .card').evaluateAll((cards) =>
      cards.map((card) => ({
        row: Math.round(card.getBoundingClientRect().top),
        name: Math.round(card.querySelector('b')?.getBoundingClientRect().top ?? -1),
      })),
    );
    const heights = new Map<number, Set<number>>();
    for (const { row, name } of names) heights.set(row, (heights.get(row) ?? new Set()).add(name));
    for (const [row, tops] of heights) expect([...tops], `${path}: cards at ${row}`).toHaveLength(1);
    rows += heights.size;
  }
  expect(rows).toBeGreaterThan(6);
});

test('a number and what it counts stand in one line on cards', async ({ page }) => {
  let counted = 0;
  for (const width of [360, 768, 1280])
    for (const path of ['/mang-viec/', '/ke-hoach/', '/ky-nang/an-toan/']) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const lines = await page
        .locator('.card .j')
        .evaluateAll((parts) => parts.map((part) => part.getClientRects().length));
      expect(
        lines.filter((count) => count !== 1),
        `${path} ${width}`,
      ).toEqual([]);
      counted += lines.length;
    }
  expect(counted).toBeGreaterThan(60);
});

/** A device with a Vietnamese voice that only keeps what it was given. */
async function speaking(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.spokenNames = [];
    const voice = { lang: 'vi-VN', localService: true, default: true, name: 'vi', voiceURI: 'vi' };
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: {
        getVoices: () => [voice],
        speak: (line: { text: string }) => window.spokenNames.push(line.text),
        cancel: () => undefined,
        speaking: false,
        pending: false,
        paused: false,
      },
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  });
}

test('“Chạm để nghe”: the first touch says the name, the second opens; off again, one touch opens', async ({
  page,
}) => {
  await speaking(page);
  await page.goto('/');
  const said = (): Promise<readonly string[]> => page.evaluate(() => window.spokenNames);
  const tile = page.locator('.tiles a').first();
  const name = await tile.locator('b').innerText();
  const button = page.getByRole('button', { name: 'Chạm để nghe' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await tile.click();
  expect((await said()).at(-1)).toBe(name);
  expect(new URL(page.url()).pathname).toBe('/');
  await tile.click();
  await expect(page).toHaveURL(/huong-dan/);
  await page.goto('/');
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await button.click();
  await tile.click();
  await expect(page).toHaveURL(/huong-dan/);
});

test('without a voice there is no switch, and one touch opens', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined });
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Chạm để nghe' })).toBeHidden();
  await page.locator('.tiles a').first().click();
  await expect(page).toHaveURL(/huong-dan/);
});

test('the quick way out: the front page, and no way back to the guide', async ({ page }) => {
  expect(hidden.length).toBeGreaterThanOrEqual(1);
  await page.goto('/tu-dien/');
  await page.goto(hidden[0] ?? '');
  await page.getByRole('link', { name: 'Thoát nhanh' }).click();
  await expect(page).toHaveURL(/:\d+\/$/);
  await page.goBack();
  await expect(page).toHaveURL(/tu-dien/);
});
