/**
 * Page types in every mode: axe with AAA contrast, target size and best practice in the base and one step at
 * a time, contrast and targets in every look at 320 px, own measurements at 320 and 1280 px; pages whose day
 * it is not before axe (`isTurn`) are measured in the looks that take most room. Then what the modes promise:
 * nothing flashes or moves, what is kept where, what works without script, what paper shows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { axeFaults, axeLookFaults, axeSource } from './axe.ts';
import { modeTokens, presets } from '../../src/modes/settings.ts';
import { someOf, whole } from '../whole.ts';
import { framedTypes, isTurn, pageTypes } from './page-types.ts';
import { measureLooks, newLooks, sharedPage, wear } from './looks.ts';
import { focusFault, shorten, targetFaults, tooWide } from './probes.ts';
import { present } from '../present.ts';

const dist = join(import.meta.dirname, '../../dist');
const types = pageTypes();
const guide = present(types.guide, 'guide');
/** Base, each mode, each preset, and everything that can be on at once. */
const looks = [
  '',
  ...modeTokens,
  ...Object.keys(presets),
  modeTokens.filter((token) => !['chu-to', 'nen-toi', 'tung-buoc'].includes(token)).join(' '),
];
/**
 * Looks that change what is there or in which order: all rules. In the others only what a look can spoil,
 * once for all looks with the same colours; colours do not hang on the width.
 */
const everyRule = ['', 'tung-buoc'];
/** Looks that change sizes: in a wide window the others differ from these in colours and motion alone. */
const sized = ['', 'chu-rat-to', 'gian-dong', 'chu-de-phan-biet', 'de-bam', 'tung-buoc', 'nguoi-cao-tuoi'];
/** Looks that take most room: what stays whole in them stays whole in the others. */
const widest = ['', 'chu-rat-to', 'tung-buoc', present(looks.at(-1), 'everything at once')];
/** Types that all rules judge in a wide window too, every day. */
const wideTypes = new Set(someOf(Object.keys({ ...types, ...framedTypes() }), 4, (type) => type));
/**
 * Types whose colours are judged in every look each day. Colours are a table of names in one sheet, and the
 * page of styles shows each component: it, the guide and the front page always, of the others a third by what
 * stands in their pages. All of them in a whole run.
 */
const colouredTypes = new Set([
  ...['style', 'guide', 'home'],
  ...someOf(Object.entries({ ...types, ...framedTypes() }), 3, ([, address]) => {
    const { pathname } = new URL(address, 'https://so-tay.example');
    return readFileSync(join(dist, pathname, pathname.endsWith('/') ? 'index.html' : ''), 'utf8');
  }).map(([type]) => type),
]);
const leastTarget = (look: string): number => (/de-bam|nguoi-cao-tuoi|tay-run/.test(look) ? 56 : 44);

const rootSize = (page: Page): Promise<number> =>
  page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
const ground = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('lines of pictures stand out from the ground they are drawn on, in every look', async ({ page }) => {
  await page.goto(present(types.style, 'style'));
  for (const look of looks) {
    await wear(page, look);
    const { seen, faint } = await page.evaluate(() => {
      const light = (colour: string): number => {
        const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
          const share = Number(part) / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0);
      };
      const grounds = [...document.querySelectorAll('.picture :is(.w, .t, .y)')];
      const low = grounds.filter((ground) => {
        const { fill, stroke } = getComputedStyle(ground);
        const [least = 0, most = 0] = [light(fill), light(stroke)].sort((one, other) => one - other);
        return (most + 0.05) / (least + 0.05) < 3;
      });
      return { seen: grounds.length, faint: low.map((ground) => ground.outerHTML.slice(0, 80)) };
    });
    expect(seen, look).toBeGreaterThan(10);
    expect(faint, look).toEqual([]);
  }
});
test('there are modes and page types to look at', () => {
  expect(looks).toHaveLength(16);
  expect(widest.every((look) => looks.includes(look))).toBe(true);
  const all = Object.entries({ ...types, ...framedTypes() });
  // Nobody is without a judge, and none of the judges without pages.
  expect(all.filter(([type, path]) => !isTurn('axe', type, path) && !isTurn('engine', type, path))).toEqual(
    [],
  );
  for (const judge of ['axe', 'engine', 'keyboard'] as const)
    expect(all.filter(([type, path]) => isTurn(judge, type, path)).length).toBeGreaterThan(all.length / 4);
  expect(Object.keys(types).length).toBeGreaterThan(35);
});

for (const [type, path] of Object.entries({ ...types, ...framedTypes() })) {
  test(`${type} in every mode at 320 px, in each that changes sizes at 1280 px`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = await sharedPage(browser);
    const turn = isTurn('axe', type, path);
    const worn320 = turn ? looks : widest;
    const worn1280 = turn ? sized : sized.filter((look) => widest.includes(look));
    const faults: string[] = [];
    let looked = 0;
    let judged = 0;
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    for (const [width, worn] of [
      [320, worn320],
      [1280, worn1280],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      const all = worn.map((look) => ({ look, least: leastTarget(look) }));
      for (const { look, seen, wide, targets } of await measureLooks(page, all)) {
        const where = `${look || 'base'}@${width}`;
        for (const fault of wide) faults.push(`${where}: wide ${fault}`);
        // A frame may hold no more than the way to the full guide and the way through its steps.
        expect(seen).toBeGreaterThan(type in framedTypes() ? 1 : 3);
        for (const fault of targets.slice(0, 4)) faults.push(`${where}: ${fault}`);
        looked++;
      }
    }
    expect(looked).toBe(worn320.length + worn1280.length);
    if (!turn) {
      expect(faults).toEqual([]);
      return;
    }
    // What the rules say of eight items of a list they say of eight hundred.
    if (!whole) await page.evaluate(shorten);
    await page.evaluate(axeSource);
    for (const [width, worn] of [
      // The wide window shows the same parts in other places: whole runs judge it on every type.
      [1280, whole || wideTypes.has(type) ? [''] : []],
      [320, colouredTypes.has(type) ? looks : everyRule],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => {
        delete window.judgedLooks;
      });
      for (const look of await newLooks(page, worn)) {
        await wear(page, look);
        const rules = everyRule.includes(look) ? axeFaults : axeLookFaults;
        for (const fault of await rules(page)) faults.push(`${look || 'base'}@${width}: ${fault}`);
        judged++;
      }
    }
    // Base; with colours more contrast and dark at least.
    expect(judged).toBeGreaterThanOrEqual(colouredTypes.has(type) ? 3 : 1);
    expect(faults).toEqual([]);
  });
}

test('dark scheme, more contrast and the panels open: axe on guide, home and style page', async ({
  browser,
}) => {
  const faults: string[] = [];
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  let seen = 0;
  for (const path of [guide, '/', present(types.style, 'style')]) {
    await page.goto(path);
    await page.evaluate(axeSource);
    for (const media of [
      { colorScheme: 'dark', contrast: 'no-preference' },
      { colorScheme: 'light', contrast: 'more' },
      { colorScheme: 'dark', contrast: 'more' },
    ] as const) {
      await page.emulateMedia(media);
      // The page with neither panel, which would cover some of it; then the header with each.
      for (const panel of ['.none', '.look', '.look + .menu']) {
        await page.evaluate((opened) => {
          for (const details of document.querySelectorAll('details'))
            details.open = !details.closest('.top') || details.matches(opened);
        }, panel);
        const where = `${JSON.stringify(media)} ${path} ${panel}`;
        const part = panel === '.none' ? ':root' : '.top';
        // Names and structure of the page are judged in its base, those of the panels here; colours are left.
        const rules = part === ':root' || media.contrast === 'more' ? axeLookFaults : axeFaults;
        for (const fault of await rules(page, part)) faults.push(`${where}: ${fault}`);
        for (const fault of await page.evaluate(tooWide)) faults.push(`${where}: wide ${fault}`);
        for (const fault of (await page.evaluate(targetFaults, 44)).faults) faults.push(`${where}: ${fault}`);
        seen++;
      }
    }
  }
  await page.close();
  expect(seen).toBe(27);
  expect(faults).toEqual([]);
});

for (const type of ['home', 'guide', 'plan', 'guides', 'search', 'preset'] as const) {
  const path = present(types[type], 'an item of types');
  // The base is walked to its last stop in keyboard.spec.ts, on the days of the type.
  const walked = ['', 'chu-rat-to', 'nen-toi de-bam'].filter(
    (look) => look !== '' || whole || !isTurn('keyboard', type, path),
  );
  test(`keyboard: every stop on ${type} has a ring and is not covered, in base, large and dark`, async ({
    page,
  }) => {
    // Without motion, or the page is still on its way to the focus when it is measured.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const faults: string[] = [];
    let stops = 0;
    for (const look of walked) {
      await page.goto(path);
      await wear(page, look);
      for (let i = 0; i < 45; i++) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate(focusFault);
        if (fault) faults.push(`${look || 'base'}: ${fault}`);
        stops++;
      }
    }
    expect(stops).toBe(45 * walked.length);
    expect(walked.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });
}

test.describe('the first frame', () => {
  test('nothing moves, no policy violation, in each mode', async ({ page }) => {
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => said.push(`${page.url()}: ${error.message}`));
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(globalThis, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // One window for all, in which each page comes as it does the first time.
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.setViewportSize({ width: 360, height: 640 });
    let looked = 0;
    for (const look of modeTokens) {
      await page.goto(`${guide}?che-do=${look}`);
      await page.waitForTimeout(700);
      expect(
        await page.evaluate(() => {
          sessionStorage.clear();
          return (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0);
        }),
        look,
        // These letters come when they come, so that an address that asks for them works on its first page.
      ).toBeLessThanOrEqual(look === 'chu-de-phan-biet' ? 0.05 : 0);
      looked++;
    }
    expect(looked).toBeGreaterThan(8);
    expect(said).toEqual([]);
  });
  test('the ground is already black while the page is still arriving', async ({ page }) => {
    const first = page.waitForFunction(
      () => document.body && getComputedStyle(document.documentElement).backgroundColor,
      undefined,
      { polling: 'raf' },
    );
    await page.goto(`${guide}?che-do=nen-toi`, { waitUntil: 'commit' });
    expect(await (await first).jsonValue()).toBe('rgb(0, 0, 0)');
  });
  test('letters of “Chữ dễ phân biệt” are asked for in that mode only', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') asked.push(new URL(request.url()).pathname);
    });
    await page.goto(guide);
    await page.waitForLoadState('networkidle');
    expect(asked).toEqual([]);
    await page.goto(`${guide}?che-do=chu-de-phan-biet`);
    await page.waitForLoadState('networkidle');
    expect([...new Set(asked)].sort()).toEqual([
      '/phong-chu/andika-latin.woff2',
      '/phong-chu/andika-vietnamese.woff2',
    ]);
  });
});

test.describe('what each mode changes', () => {
  test('letters × 1.5 and × 2, fields included', async ({ page }) => {
    await page.goto('/tim-kiem/');
    expect(await rootSize(page)).toBe(18);
    for (const [look, size] of [
      ['chu-to', 27],
      ['chu-rat-to', 36],
      ['nguoi-cao-tuoi', 27],
      ['thi-luc-kem', 36],
    ] as const) {
      await wear(page, look);
      expect(await rootSize(page)).toBe(size);
      expect(
        await page.locator('#q').evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
      ).toBe(size);
    }
  });
  test('wide lines: computed spacing, nothing clipped with the reader’s own spacing on top', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(guide);
    await wear(page, 'gian-dong');
    const locator = page.locator('.body p').first();
    const style = await locator.evaluate((element) => {
      const computed = getComputedStyle(element);
      return {
        size: Number.parseFloat(computed.fontSize),
        line: Number.parseFloat(computed.lineHeight),
        letter: Number.parseFloat(computed.letterSpacing),
        word: Number.parseFloat(computed.wordSpacing),
        align: computed.textAlign,
        hyphens: computed.hyphens,
      };
    });
    expect(style).toEqual({
      size: 18,
      line: 36,
      letter: expect.closeTo(0.9, 1),
      word: expect.closeTo(2.88, 1),
      align: 'start',
      hyphens: 'none',
    });
    await page.evaluate(() => {
      for (const element of document.querySelectorAll<HTMLElement>('body *')) {
        element.style.letterSpacing = '.12em';
        element.style.wordSpacing = '.16em';
      }
    });
    expect(await page.evaluate(tooWide)).toEqual([]);
  });
  test('no motion at all', async ({ page }) => {
    await page.goto(`${guide}?che-do=tinh`);
    await page.locator('summary').first().click();
    await page.locator('.skip').focus();
    expect(
      await page.evaluate(() => ({
        running: document.getAnimations().length,
        scroll: getComputedStyle(document.documentElement).scrollBehavior,
      })),
    ).toEqual({ running: 0, scroll: 'auto' });
  });
  test('forced colours: frames stay where grounds go', async ({ browser }) => {
    const context = await browser.newContext({
      forcedColors: 'active',
      viewport: { width: 360, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(present(types.style, 'style'));
    for (const selector of [
      '.no',
      '.steps > li > .n',
      '.phone .press',
      '.pill.full',
      '.find button',
      '.box',
      '.doors .pill',
    ]) {
      expect(
        await page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const style = getComputedStyle(element);
            return Math.max(
              Number.parseFloat(style.borderTopWidth),
              style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
            );
          }),
        selector,
      ).toBeGreaterThanOrEqual(1);
    }
    await context.close();
  });
});

test.describe('one step at a time', () => {
  const shownSteps = (page: Page): Promise<string[]> =>
    page
      .locator('.steps > li')
      .evaluateAll((list) =>
        list
          .filter((element) => (element as HTMLElement).checkVisibility())
          .map((element) => element.querySelector('.of')!.textContent),
      );
  test('first step, next, back, all; with script', async ({ page }) => {
    await page.goto(`${guide}?che-do=tung-buoc`);
    expect(await shownSteps(page)).toEqual([expect.stringMatching(/^Bước 1 trên \d+$/)]);
    await page.getByRole('link', { name: 'Bước sau' }).click();
    expect(await shownSteps(page)).toEqual([expect.stringMatching(/^Bước 2 trên/)]);
    expect(await page.locator('.steps > li:target').getAttribute('value')).toBe('2');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Bị lừa?' })).toBeVisible();
    await page.getByRole('link', { name: 'Bước trước' }).click();
    expect(await shownSteps(page)).toEqual([expect.stringMatching(/^Bước 1 trên/)]);
    await page.getByRole('link', { name: 'Xem tất cả' }).click();
    expect((await shownSteps(page)).length).toBeGreaterThan(2);
    await expect(page.locator('footer')).toBeVisible();
  });
  test('several lists on one page follow each other; ids are unique', async ({ page }) => {
    await page.goto(`${types.guideWithLists}?che-do=tung-buoc`);
    const total = await page.locator('.steps > li').count();
    const ids = await page.locator('.steps > li').evaluateAll((list) => list.map((element) => element.id));
    expect(new Set(ids).size).toBe(total);
    for (let i = 1; i < total; i++) {
      await page.getByRole('link', { name: 'Bước sau' }).click();
      expect(await shownSteps(page)).toHaveLength(1);
      expect(new URL(page.url()).hash).toBe(`#${ids[i]}`);
    }
    await expect(page.getByRole('link', { name: 'Bước sau' })).toHaveCount(0);
    expect(total).toBeGreaterThan(5);
  });
  for (const type of ['mode', 'preset', 'easyRead', 'lesson'] as const) {
    test(`${type}: its steps are there, and nothing else but its title`, async ({ page }) => {
      await page.goto(`${types[type]}?che-do=tung-buoc`);
      expect(await shownSteps(page)).toEqual([expect.stringMatching(/^Bước 1 trên/)]);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
  test('without script, from the check box', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(guide);
    await page.getByText('Cách hiển thị').first().click();
    await page.locator('#cd-tung-buoc').check();
    expect(await page.locator('.steps > li:visible').count()).toBe(1);
    await page.getByRole('link', { name: 'Bước sau' }).click();
    await expect(page.locator('.steps > li:visible')).toHaveAttribute('value', '2');
    await context.close();
  });
  test('paper shows every step, in black on white, and folded parts open', async ({ page }) => {
    await page.goto(`${guide}?che-do=tung-buoc,nen-toi#buoc-2`);
    const total = await page.locator('.steps > li').count();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.steps > li:visible').count()).toBe(total);
    expect(
      await page.evaluate(() => ({
        ink: getComputedStyle(document.querySelector('h1')!).color,
        header: getComputedStyle(document.querySelector('header')!).display,
        address: document.querySelector('.paper-only')!.getClientRects().length > 0,
      })),
    ).toEqual({ ink: 'rgb(0, 0, 0)', header: 'none', address: true });
  });
});

test.describe('what is kept', () => {
  test('address → tab, not device; the next page keeps it; a new tab starts clean', async ({
    context,
    page,
  }) => {
    await page.goto(`${guide}?che-do=nen-toi`);
    expect(
      await page.evaluate(() => ({
        tab: sessionStorage['che-do'],
        device: localStorage['che-do'],
        cookie: document.cookie,
      })),
    ).toEqual({ tab: 'nen-toi', device: undefined, cookie: '' });
    await page.goto('/');
    expect(await ground(page)).toBe('rgb(0, 0, 0)');
    const other = await context.newPage();
    await other.goto('/');
    expect(await ground(other)).not.toBe('rgb(0, 0, 0)');
  });
  test('panel: tick, remember, back to normal; nothing is sent', async ({ context, page }) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (
        request.method() !== 'GET' ||
        ['fetch', 'xhr', 'ping', 'websocket', 'eventsource'].includes(request.resourceType()) ||
        new URL(request.url()).hostname !== '127.0.0.1'
      )
        sent.push(`${request.method()} ${request.url()}`);
    });
    await page.goto(guide);
    const summary = page.locator('.look > summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Chữ rất to').check();
    expect(await rootSize(page)).toBe(36);
    await page.getByLabel('Chữ to', { exact: true }).check();
    expect(await rootSize(page)).toBe(27);
    await expect(page.getByLabel('Chữ rất to')).not.toBeChecked();
    await expect(page.locator('.look [role=status]')).toHaveText('Đang bật: Chữ to.');
    expect(await page.evaluate(() => localStorage['che-do'])).toBeUndefined();
    await page.getByLabel('Nhớ trên máy này').check();
    expect(await page.evaluate(() => localStorage['che-do'])).toBe('chu-to');
    const other = await context.newPage();
    await other.goto('/');
    expect(await rootSize(other)).toBe(27);
    await other.close();
    await page.getByRole('button', { name: 'Trở lại bình thường' }).click();
    expect(await rootSize(page)).toBe(18);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage['che-do']])).toEqual([
      0,
      undefined,
    ]);
    await page.getByLabel('Giãn dòng').focus();
    await page.keyboard.press('Escape');
    await expect(page.locator('.look')).not.toHaveAttribute('open');
    await expect(summary).toBeFocused();
    expect(sent).toEqual([]);
  });
  test('back to normal also takes the parameter out of the address', async ({ page }) => {
    await page.goto(`${guide}?che-do=chu-to`);
    await page.locator('.look > summary').click();
    await page.getByRole('button', { name: 'Trở lại bình thường' }).click();
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    expect(await rootSize(page)).toBe(18);
  });
  test('a remembered mode can be left for one tab', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      localStorage['che-do'] = 'nen-toi';
    });
    await page.goto('/?che-do=binh-thuong');
    expect(await ground(page)).not.toBe('rgb(0, 0, 0)');
  });
  test('a ready set shows at once while choosing, and the way back comes first', async ({ page }) => {
    await page.goto(guide);
    await page.locator('.look > summary').click();
    const back = page.getByRole('button', { name: 'Trở lại bình thường' });
    await expect(back).toBeHidden();
    await page.locator('.look').getByRole('link', { name: 'cao tuổi' }).click();
    expect(await rootSize(page)).toBe(27);
    await expect(page.locator('.look')).toHaveAttribute('open');
    await expect(page.locator('.look .over > :visible').first()).toHaveText('Trở lại bình thường');
    await back.click();
    expect(await rootSize(page)).toBe(18);
  });
  test('a machine that many use keeps nothing, and its modes go along in addresses', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      localStorage['cham-nghe'] = '1';
      sessionStorage['che-do'] = 'tinh';
    });
    await page.goto(`${guide}?che-do=may-chung+chu-to`);
    expect(await rootSize(page)).toBe(27);
    const kept = (): Promise<string> => page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
    expect(await kept()).toBe('[{"luu":"khong"},{}]');
    await page.locator('.look > summary').click();
    await expect(page.getByLabel('Máy dùng chung')).toBeChecked();
    await expect(page.getByLabel('Nhớ trên máy này')).toBeDisabled();
    await page.getByLabel('Giãn dòng').check();
    await page.locator('.brand').click();
    await expect(page).toHaveURL(/\/\?che-do=chu-to,gian-dong$/);
    expect(await rootSize(page)).toBe(27);
    expect(await kept()).toBe('[{"luu":"khong"},{}]');
    await page.locator('.look > summary').click();
    await page.getByLabel('Máy dùng chung').uncheck();
    expect(await kept()).toBe('[{},{"che-do":"chu-to,gian-dong"}]');
  });
  test('a hostile parameter is ignored', async ({ page }) => {
    await page.goto(`${guide}?che-do="><img src=x onerror=alert(1)>`);
    expect(await page.evaluate(() => document.documentElement.dataset.cheDo)).toBeUndefined();
  });
  test('the address to send carries the set', async ({ page }) => {
    await page.goto('/tro-nang/?che-do=chu-to,tinh');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'share', { value: undefined });
    });
    await page.getByRole('button', { name: 'Gửi cách hiển thị này cho lớp' }).click();
    await expect(page.locator('main [data-copied]')).toContainText('/?che-do=chu-to,tinh');
  });
  test('a number address keeps the mode on its way', async ({ page }) => {
    await page.goto('/80/?che-do=nen-toi');
    await page.waitForURL(/an-toan/);
    expect(await ground(page)).toBe('rgb(0, 0, 0)');
  });
});

test('without script every mode acts from its check box', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(guide);
  await page.locator('.look > summary').click();
  await expect(page.getByRole('button', { name: 'Trở lại bình thường' })).toBeHidden();
  const look = (): Promise<string> =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const otherStyle = getComputedStyle(document.body);
      return [
        style.fontSize,
        style.backgroundColor,
        style.color,
        style.letterSpacing,
        style.fontFamily,
        style.getPropertyValue('--target'),
        style.scrollBehavior,
        document.body.scrollHeight,
        otherStyle.paddingInlineStart,
      ].join();
    });
  const base = await look();
  let acted = 0;
  for (const token of modeTokens.filter((token) => token !== 'nghe')) {
    await page.locator(`#cd-${token}`).check();
    expect(await look(), token).not.toBe(base);
    await page.locator(`#cd-${token}`).uncheck();
    expect(await look(), token).toBe(base);
    acted++;
  }
  expect(acted).toBe(modeTokens.length - 1);
  await context.close();
});
