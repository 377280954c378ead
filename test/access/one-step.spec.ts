/**
 * “Từng bước một” on a telephone, in each state that a reader reaches: axe with its AAA rules, the walk by
 * keyboard, what a screen reader is given and in which order, and letters of twice their size.
 */
import { expect, test, type Page } from '@playwright/test';
import { axeFaults, axeSource } from './axe.ts';
import { shorten, tooWide } from './probes.ts';
import { whole } from '../whole.ts';
import { brokenSyllables, cutLetters } from './text-size-probes.ts';

const guide = '/huong-dan/an-toan/ma-otp/';
const urgent = '/huong-dan/an-toan/bi-lua-lam-gi-ngay/';
const easy = '/de-doc/ma-otp/';
const mode = '?che-do=tung-buoc';

const enlarge = (page: Page): Promise<void> =>
  page.locator('.steps > li:target figure > a:first-child').first().click();

/** How each state is reached. */
const states: readonly { readonly name: string; readonly reach: (page: Page) => Promise<unknown> }[] = [
  { name: 'start', reach: (page) => page.goto(`${guide}${mode}`) },
  { name: 'middle, with a drawn screen', reach: (page) => page.goto(`${guide}${mode}#buoc-3`) },
  { name: 'last', reach: (page) => page.goto(`${guide}${mode}#buoc-6`) },
  {
    name: 'a picture enlarged',
    reach: async (page) => {
      await page.goto(`${guide}${mode}#buoc-3`);
      await enlarge(page);
      await expect(page.locator('figure:target')).toBeVisible();
    },
  },
  {
    name: 'back from the picture',
    reach: async (page) => {
      await page.goto(`${guide}${mode}#buoc-3`);
      await enlarge(page);
      await page.locator('figure:target > .shut').click();
      await expect(page.locator('#buoc-3')).toBeVisible();
      await expect(page.locator('#buoc-2')).toBeHidden();
    },
  },
  {
    name: 'troubles, opened',
    reach: async (page) => {
      await page.goto(`${guide}${mode}#buoc-1`);
      await page.locator('.aids a[href="#truc-trac"]').click();
      for (const fold of await page.locator('.cases > details > summary').all()) await fold.click();
      await expect(page.locator('.cases p:visible').first()).toBeVisible();
    },
  },
  { name: 'urgent, its first step', reach: (page) => page.goto(`${urgent}${mode}`) },
  { name: 'urgent, switches drawn', reach: (page) => page.goto(`${urgent}${mode}#buoc-2`) },
  { name: 'easy read', reach: (page) => page.goto(`${easy}${mode}#buoc-2`) },
];

test.use({ bypassCSP: true, viewport: { width: 360, height: 640 } });

for (const { name, reach } of states)
  test(`step by step, ${name}: axe finds nothing, AAA included`, async ({ page }) => {
    await page.addInitScript(axeSource);
    await reach(page);
    expect(await axeFaults(page)).toEqual([]);
  });

test('step by step in letters of twice their size: no word is broken, nothing is cut or too wide', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'],
  });
  const faults: string[] = [];
  let seen = 0;
  // The narrowest breaks first; the others in a whole run.
  const widths = whole ? [320, 360, 412] : [320];
  for (const width of widths) {
    const context = await browser.newContext({
      ...(baseURL === undefined ? {} : { baseURL }),
      viewport: { width, height: 640 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    for (const { name, reach } of states) {
      await reach(page);
      await page.evaluate(shorten);
      const found = [
        ...(await page.evaluate(tooWide)),
        ...(await page.evaluate(brokenSyllables)),
        ...(await page.evaluate(cutLetters)),
      ];
      seen++;
      if (found.length > 0) faults.push(`${name} at ${width}: ${found.slice(0, 3).join(' | ')}`);
    }
    await context.close();
  }
  await browser.close();
  expect(seen).toBe(widths.length * states.length);
  expect(faults).toEqual([]);
});

test('step by step by keyboard: from a step to the next in few presses, the focus always in sight', async ({
  page,
}) => {
  // Scrolling that takes its time would be looked at on its way.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${guide}${mode}#buoc-1`);
  const last = await page.locator('.steps > li').count();
  const faults: string[] = [];
  let presses = 0;
  for (let step = 1; step < last; step++) {
    for (let here = 1; ; here++) {
      await page.keyboard.press('Tab');
      presses++;
      const focus = await page.evaluate(() => {
        const now = document.activeElement;
        const box = now?.getBoundingClientRect();
        const inSight =
          !!box &&
          !!now &&
          now.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
        return { words: now?.textContent.trim().slice(0, 40) ?? '', inSight };
      });
      if (!focus.inSight) faults.push(`step ${step}: “${focus.words}” cannot be seen`);
      if (focus.words === 'Bước sau') break;
      if (here > 10) {
        faults.push(`step ${step}: no “Bước sau” in ten presses`);
        break;
      }
    }
    await page.keyboard.press('Enter');
    await expect(page.locator(`#buoc-${step + 1}`)).toBeVisible();
    await expect(page.locator(`#buoc-${step}`)).toBeHidden();
  }
  expect(last).toBe(6);
  expect(faults).toEqual([]);
  // The first step names the places of the page, the others have a picture and two ways.
  expect(presses).toBeLessThanOrEqual(30);
});

test('step by step for a screen reader: number, name, words, picture, ways, and no other step', async ({
  page,
}) => {
  await page.goto(`${guide}${mode}#buoc-3`);
  const tree = await page.locator('main').ariaSnapshot();
  const order = [
    'heading "Giữ mã OTP, không đọc cho ai" [level=1]',
    'Bước 3 trên 6',
    'heading "Đọc hết tin, không chỉ đọc dãy số" [level=3]',
    'Tin nói khác việc bạn đang làm',
    'Màn hình “Tin nhắn từ ngân hàng',
    'link "Bước trước"',
    'link "Bước sau"',
    'link "Xem tất cả"',
  ];
  const places = order.map((words) => tree.indexOf(words));
  expect(
    places.map((place, index) => (place < 0 ? order[index] : '')).filter((words) => words !== ''),
  ).toEqual([]);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(tree.match(/\[level=3\]/g)).toHaveLength(1);
  expect(tree.match(/Bước \d trên \d/g)).toEqual(['Bước 3 trên 6']);

  // Enlarged, the picture has its words and the way back to its step.
  await enlarge(page);
  await expect(page.locator('figure:target')).toMatchAriaSnapshot(`
    - figure:
      - link /Màn hình “Tin nhắn từ ngân hàng/
      - link "Đóng hình"
  `);
});
