/**
 * Slides: nothing to scroll on a projector, every key that a hand or a presenter remote sends, touch, modes,
 * no script, paper.
 */
import { present } from '../present.ts';
import { someOf } from '../whole.ts';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { readPdf } from '../../src/books/pdf-facts.ts';

const dist = join(import.meta.dirname, '../../dist');
const decks = globSync('trinh-chieu/**/index.html', { cwd: dist })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
  .filter((path) => path !== '/trinh-chieu/')
  .sort();
const deck = '/trinh-chieu/62/';

const at = (page: Page): Promise<{ shown: string[]; hash: string; focus: string; status: string }> =>
  page.evaluate(() => ({
    shown: [...document.querySelectorAll<HTMLElement>('.slide')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.querySelector('h1, h2')!.id),
    hash: location.hash,
    focus: document.activeElement?.id ?? '',
    status: document.querySelector('[role=status]')!.textContent,
  }));
const on = async (page: Page, number: number): Promise<void> => {
  const count = await page.locator('.slide').count();
  await expect
    .poll(() => at(page))
    .toEqual({
      shown: [String(number)],
      hash: `#${number}`,
      focus: String(number),
      status: `${number} / ${count}`,
    });
};

/**
 * Where everything is told in shares of the picture, of which 1024 × 768 is the narrowest for its height: the
 * wide shapes on a sixth by what stands in them, all in a whole run.
 */
const someDecks = someOf(decks, 6, (path) => readFileSync(join(dist, path, 'index.html'), 'utf8'));

for (const [width, height, looked] of [
  [1280, 720, someDecks],
  [1024, 768, decks],
  [1920, 1080, someDecks],
] as const) {
  test(`no slide of any guide or session has anything outside the picture at ${width} × ${height}`, async ({
    browser,
  }) => {
    // The policy of the page forbids what this loop does: it fetches the other sets and puts their slides
    // into one page.
    const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(deck);
    const { seen, faults, least } = await page.evaluate(async (paths) => {
      const main = document.querySelector('main')!;
      const faults: string[] = [];
      let [seen, least] = [0, Infinity];
      for (const path of paths) {
        const doc = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
        const slides = [...doc.querySelectorAll<HTMLElement>('.slide')];
        main.replaceChildren(...slides);
        for (const slide of slides) {
          slide.setAttribute('data-now', '');
          const box = slide.getBoundingClientRect();
          if (slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1)
            faults.push(
              `${path}#${slide.querySelector('h1, h2')!.id}: ${slide.scrollWidth}×${slide.scrollHeight} in ${slide.clientWidth}×${slide.clientHeight}`,
            );
          for (const element of slide.querySelectorAll('h1, h2, p, li, .phone, .qr')) {
            const otherBox = element.getBoundingClientRect();
            if (
              otherBox.width > 0 &&
              (otherBox.left < box.left - 1 ||
                otherBox.right > box.right + 1 ||
                otherBox.top < box.top - 1 ||
                otherBox.bottom > box.bottom + 1) &&
              !element.closest('.note')
            )
              faults.push(
                `${path}#${slide.querySelector('h1, h2')!.id}: ${element.tagName} ${element.textContent.slice(0, 30)} reaches outside`,
              );
          }
          for (const element of slide.querySelectorAll('.words > p:not(.no, .kicker), .words li'))
            least = Math.min(least, Number.parseFloat(getComputedStyle(element).fontSize));
          slide.removeAttribute('data-now');
          seen++;
        }
      }
      return { seen, faults, least };
    }, looked);
    console.log(
      `${width} × ${height}: ${seen} slides of ${looked.length} sets, smallest text ${least.toFixed(1)} px`,
    );
    expect(faults).toEqual([]);
    expect(seen).toBeGreaterThan(10 * looked.length);
    expect(looked.length).toBeGreaterThan(10);
    // A fortieth of the height of the picture can be read from the last row.
    expect(least).toBeGreaterThanOrEqual(height / 26);
    await context.close();
  });
}

test('keys of the keyboard and of presenter remotes', async ({ page }) => {
  await page.goto(deck);
  const last = await page.locator('.slide').count();
  await on(page, 1);
  let count = 1;
  for (const [key, by] of [
    ['ArrowRight', 1],
    ['ArrowDown', 1],
    ['PageDown', 1],
    ['Space', 1],
    ['Enter', 1],
    ['ArrowLeft', -1],
    ['ArrowUp', -1],
    ['PageUp', -1],
    ['Backspace', -1],
    ['Shift+Space', -1],
  ] as const) {
    await page.keyboard.press(key);
    count += by;
    await on(page, count);
  }
  await page.keyboard.press('ArrowLeft');
  await on(page, 1);
  await page.keyboard.press('End');
  await on(page, last);
  await page.keyboard.press('PageDown');
  await on(page, last);
  await page.keyboard.press('Home');
  await on(page, 1);
  await page.keyboard.type('12');
  expect((await at(page)).status).toContain('12');
  await page.keyboard.press('Enter');
  await on(page, 12);
  await page.keyboard.type('999');
  await page.keyboard.press('Enter');
  await on(page, last);
  await page.keyboard.type('3');
  await page.keyboard.press('Escape');
  await on(page, last);
});

test('black picture, notes, list, and letters that can be switched off', async ({ page }) => {
  await page.goto(`${deck}#3`);
  await on(page, 3);
  const black = (): Promise<string> =>
    page.evaluate(() => getComputedStyle(document.body, '::after').content);
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    expect(await black()).toBe('""');
    await expect(page.getByRole('status')).toContainText('đen');
    await page.keyboard.press('PageDown');
    expect(await black()).toBe('none');
    await on(page, 3);
  }
  await expect(page.locator('.note.all')).toBeHidden();
  await page.keyboard.press('n');
  await expect(page.locator('.note.all')).toBeVisible();
  await expect(
    page.getByRole('region', { name: 'Điều khiển trình chiếu' }).getByRole('button', { name: 'Ghi chú' }),
  ).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('N');
  await expect(page.locator('.note.all')).toBeHidden();
  await page.keyboard.press('Escape');
  const contents = page.getByRole('navigation', { name: 'Mục lục' });
  await expect(contents).toBeVisible();
  await expect(contents).toBeFocused();
  await contents.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await expect(contents).toBeHidden();
  await on(page, 3);
  await page.keyboard.press('b');
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  expect(await black()).toBe('none');
  await on(page, 4);
  await page.keyboard.press('Escape');
  await contents.getByRole('link').nth(1).click();
  await on(page, 2);
  await page.keyboard.press('Escape');
  await contents.getByRole('link', { name: 'Về bài 62' }).click();
  await expect(page).toHaveURL(/\/huong-dan\//);
});

test('the address opens its slide, and follows when it is changed by hand', async ({ page }) => {
  await page.goto(`${deck}#5`);
  await on(page, 5);
  await page.evaluate(() => {
    location.hash = '#2';
  });
  await on(page, 2);
  await page.goto(`${deck}#77`);
  await page.reload();
  await on(page, await page.locator('.slide').count());
});

test('a second window with the notes follows', async ({ context }) => {
  const wall = await context.newPage();
  await wall.goto(deck);
  const hand = await context.newPage();
  await hand.goto(`${deck}?ghi-chu=1`);
  await expect(hand.locator('.note.all')).toBeVisible();
  await hand.keyboard.press('PageDown');
  await on(hand, 2);
  expect((await at(wall)).shown).toEqual(['2']);
  expect(
    await hand
      .locator('.slide:visible')
      .evaluate((element) => element.scrollHeight <= element.clientHeight + 1),
  ).toBe(true);
});

test('touch: a swipe turns, a scroll does not; the buttons are large', async ({ browser }) => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(deck);
  const swipe = (x: number, y: number): Promise<void> =>
    page.evaluate(
      ([dx, dy]) => {
        const target = document.querySelector('.slide[data-now]')!;
        const touch = (px: number, py: number): Touch =>
          new Touch({ identifier: 1, target, clientX: px, clientY: py });
        target.dispatchEvent(
          new TouchEvent('touchstart', {
            bubbles: true,
            touches: [touch(180, 300)],
            changedTouches: [touch(180, 300)],
          }),
        );
        target.dispatchEvent(
          new TouchEvent('touchend', {
            bubbles: true,
            touches: [],
            changedTouches: [touch(180 + dx!, 300 + dy!)],
          }),
        );
      },
      [x, y],
    );
  await swipe(-120, 10);
  await on(page, 2);
  await swipe(-90, 80);
  await on(page, 2);
  await swipe(100, -5);
  await on(page, 1);
  for (const name of ['Sau', 'Trước']) {
    const button = page.getByRole('button', { name, exact: true });
    const box = present(await button.boundingBox(), 'boundingBox()');
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(56);
    await button.tap();
  }
  await on(page, 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(
    await page
      .locator('.slide:visible .words > p:not(.no)')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(18);
  await context.close();
});

test('modes: larger letters, colours; what no longer fits is scrolled by the same keys', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const size = (): Promise<number> =>
    page
      .locator('.slide:visible h2')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await page.goto(`${deck}#2`);
  const usual = await size();
  await page.goto(`${deck}?che-do=chu-rat-to#2`);
  expect(await size()).toBeGreaterThan(usual * 1.3);
  await page.goto(`${deck}?che-do=nen-toi#2`);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(0, 0, 0)',
  );
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  // A window of a phone held sideways: the key first shows the rest of the slide, then turns.
  await page.setViewportSize({ width: 640, height: 300 });
  await page.goto(`${deck}?che-do=chu-rat-to#2`);
  const top = (): Promise<number> => page.locator('.slide:visible').evaluate((element) => element.scrollTop);
  expect(
    await page
      .locator('.slide:visible')
      .evaluate((element) => element.scrollHeight > element.clientHeight + 4),
  ).toBe(true);
  await page.keyboard.press('PageDown');
  expect(await top()).toBeGreaterThan(0);
  expect((await at(page)).shown).toEqual(['2']);
  for (let i = 0; i < 30 && (await at(page)).shown[0] === '2'; i++) await page.keyboard.press('PageDown');
  await on(page, 3);
});

test('without script: one long page in order, with its list; anchors lead to the slides', async ({
  browser,
}) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(deck);
  const slides = page.locator('.slide');
  for (let i = 0; i < (await slides.count()); i++) await expect(slides.nth(i)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quét mã QR để trả tiền');
  await expect(page.getByRole('heading', { name: 'Ghi chú cho người hướng dẫn' })).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Mục lục' }).getByRole('link').nth(3).click();
  await expect(slides.nth(3)).toBeInViewport();
  await context.close();
});

test('on paper: two slides a page, nothing of the controls', async ({ page }) => {
  await page.goto(deck);
  const count = await page.locator('.slide').count();
  const facts = await readPdf(
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })),
  );
  expect(facts.pages).toBe(Math.ceil(count / 2) + 1);
  expect(facts.text.join(' ')).toContain('Bước 1 trên 8');
  expect(facts.text.at(-1)).toContain('Ghi chú cho người hướng dẫn');
  expect(facts.text.join(' ')).not.toContain('Toàn màn hình');
  expect(facts.tagged).toBe(true);
});
