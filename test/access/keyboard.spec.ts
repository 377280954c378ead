/**
 * Keyboard walk of each type of page whose day it is (`isTurn`), from the first stop to the last: every stop
 * is shown and uncovered, the order is that of the page, nothing is left out, nothing holds the reader. Then
 * what opens and closes.
 */
import { expect, test, type Page } from '@playwright/test';
import { whole } from '../whole.ts';
import { sharedPage } from './looks.ts';
import { isTurn, pageTypes } from './page-types.ts';
import { shorten } from './probes.ts';
import { present } from '../present.ts';

const types = pageTypes();

/**
 * What stands at the focus. `at` counts elements of the page in order; undefined when the focus has left the
 * page.
 */
interface Stop {
  readonly at: number;
  readonly name: string;
  readonly fault?: string;
}

declare global {
  interface Window {
    /** Elements by their place; the page does not change while it is walked. */
    places?: Map<Element, number>;
    /** What stood at the focus whenever the next Tab was pressed. */
    stops?: (Stop | undefined)[];
    lookAtStop?: typeof stop;
  }
}

/** Runs in the page: looks at the focused element. */
function stop(): Stop | undefined {
  const element = document.activeElement as HTMLElement | null;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  window.places ??= new Map([...document.querySelectorAll('*')].map((each, index) => [each, index]));
  const at = window.places.get(element) ?? -1;
  const name = `${element.tagName.toLowerCase()}${element.id ? `#${element.id}` : ''} “${(element.getAttribute('aria-label') ?? element.closest('label')?.textContent ?? element.textContent).trim().slice(0, 30)}”`;
  const style = getComputedStyle(element);
  const ring = (otherStyle: CSSStyleDeclaration): boolean =>
    otherStyle.outlineStyle !== 'none' &&
    Number.parseFloat(otherStyle.outlineWidth) >= 2.9 &&
    !/, 0\)$|^transparent$/.test(otherStyle.outlineColor);
  // The focus is on a stop inside the frame, whose page is a type of its own.
  if (element.tagName === 'IFRAME') return { at, name };
  if (!ring(style)) return { at, name, fault: `no ring (${style.outline})` };
  const [box] = element.getClientRects();
  if (!box || box.width === 0 || box.height === 0) return { at, name, fault: 'no box' };
  // Every part of the first line of the target, as far as it can be in the window.
  // Below the header, which stays, and the room that a scroll leaves under it: what is higher than the rest
  // of the window is seen from its beginning.
  const header = document.querySelector('.top')?.getBoundingClientRect().height ?? 0;
  const kept = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const room = innerHeight - Math.max(header, kept);
  if (box.height <= room && (box.top < -1 || box.bottom > innerHeight + 2))
    return {
      at,
      name,
      fault: `outside the window: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`,
    };
  // Of what is higher than the window the part under the header cannot be shown.
  const highest = box.top < 0 ? header + 1 : 0;
  for (const [fx, fy] of [
    [0.5, 0.5],
    [0.1, 0.3],
    [0.9, 0.3],
    [0.1, 0.7],
    [0.9, 0.7],
  ] as const) {
    const x = Math.min(Math.max(box.left + box.width * fx, 0), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height * fy, highest), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    if (top && !element.contains(top) && !top.contains(element))
      return { at, name, fault: `covered by ${top.tagName.toLowerCase()}.${top.className}` };
  }
  return { at, name };
}

/**
 * Runs in the page: what the keyboard must reach, by place in the page; of the choices under one name one is
 * enough.
 */
function reachable(): { at: number; name: string }[] {
  const all = [...document.querySelectorAll('*')];
  const groups = new Set<string>();
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    ),
  ]
    .filter((element) => {
      if (
        element.tabIndex < 0 ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.matches(':disabled, [type=hidden]')
      )
        return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = element.name;
      const checked = document.querySelector(`input[type=radio][name="${group}"]:checked`);
      if (groups.has(group) || (checked !== null && checked !== element)) return false;
      groups.add(group);
      return true;
    })
    .map((element) => ({
      at: all.indexOf(element),
      name: `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 30)}”`,
    }));
}

async function open(page: Page, path: string): Promise<void> {
  // Without motion, or the page is still on its way to the focus when it is looked at.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(path);
  await page.waitForLoadState('load');
  // What the script makes of data beside the page is there before the first stop.
  if ((await page.locator('[data-from]').count()) > 0) await page.waitForLoadState('networkidle');
  // Who gets through eight items of a list gets through eight hundred.
  if (!whole) await page.evaluate(shorten);
}

/**
 * Presses a key many times and answers with what stood at the focus after each press. Each press lets the
 * page look at where the one before has led, so that no answer is waited for in between. A page with a frame
 * gets no presses that go into the frame: there each stop is asked for.
 */
async function press(page: Page, key: string, times: number): Promise<(Stop | undefined)[]> {
  if ((await page.locator('iframe').count()) > 0) {
    const stops: (Stop | undefined)[] = [];
    for (let i = 0; i < times; i++) {
      await page.keyboard.press(key);
      stops.push(await page.evaluate(stop));
    }
    return stops;
  }
  await page.evaluate(`window.lookAtStop = ${stop.toString()}`);
  await page.evaluate(() => {
    const note = ({ key: pressed }: KeyboardEvent): void => {
      if (pressed === 'Tab') window.stops?.push(window.lookAtStop?.());
    };
    if (window.stops === undefined) addEventListener('keydown', note, true);
    window.stops = [];
  });
  await Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));
  // The first look was before the first press.
  return page.evaluate(() => [...(window.stops ?? []).slice(1), window.lookAtStop?.()]);
}

/** Presses Tab until the focus leaves the page. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length <= most)
    for (const found of await press(page, 'Tab', 30)) {
      if (found === undefined) return stops;
      stops.push(found);
    }
  throw new Error(
    `still in the page after ${most} stops; the last ones: ${stops
      .slice(-4)
      .map((stop) => stop.name)
      .join(', ')}`,
  );
}

/** The stops before the last one, backwards from it. */
async function walkBack(page: Page, stops: readonly Stop[]): Promise<(number | undefined)[]> {
  await page.evaluate((last) => {
    for (const [element, at] of window.places ?? [])
      if (at === last && element instanceof HTMLElement) element.focus();
  }, stops.at(-1)?.at);
  return (await press(page, 'Shift+Tab', stops.length - 1)).map((found) => found?.at);
}

for (const [type, path] of Object.entries(types)) {
  if (!isTurn('keyboard', type, path)) continue;
  test(`${type}: every stop shown, in order, none left out, no trap; the skip link; folded parts`, async ({
    browser,
  }) => {
    test.setTimeout(400_000);
    const page = await sharedPage(browser);
    await open(page, path);
    const wanted = await page.evaluate(reachable);
    const stops = await walk(page, wanted.length + 40);
    expect(wanted.length).toBeGreaterThan(8);
    expect(
      stops.filter((stop) => stop.fault !== undefined).map((stop) => `${stop.name}: ${stop.fault}`),
    ).toEqual([]);
    const seen = new Set(stops.map((stop) => stop.at));
    expect(
      wanted.filter((item) => !seen.has(item.at)).map((item) => item.name),
      'never reached',
    ).toEqual([]);
    expect(
      stops
        .filter(
          (stop, index) =>
            index > 0 &&
            (stop.at < present(stops[index - 1], 'an item of stops').at ||
              (stop.at === present(stops[index - 1], 'an item of stops').at &&
                !stop.name.startsWith('iframe'))),
        )
        .map((stop) => stop.name),
      'out of order',
    ).toEqual([]);
    expect(stops[0]?.name).toContain('Đến nội dung chính');
    if (wanted.length < 80)
      expect(await walkBack(page, stops), 'back the same way').toEqual(
        stops
          .map((stop) => stop.at)
          .reverse()
          .slice(1),
      );

    // The skip link skips.
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(() => document.activeElement?.closest('main, footer') !== null),
      'the next stop comes after the header',
    ).toBe(true);
    // Folded parts open with Enter and close with the space bar; those of the frame are looked at on one
    // page.
    const folded = await page.locator(type === 'home' ? 'summary' : 'main summary').all();
    let tried = 0;
    for (const summary of folded.slice(0, 6)) {
      if (!(await summary.isVisible())) continue;
      const isOpen = (): Promise<boolean> =>
        summary.evaluate((element) => element.closest('details')?.open === true);
      const before = await isOpen();
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await isOpen()).toBe(!before);
      await page.keyboard.press('Space');
      expect(await isOpen()).toBe(before);
      tried++;
    }
    if (type === 'home') expect(tried).toBeGreaterThanOrEqual(2);
  });
}

test.describe('what opens, closes with Escape and gives the focus back', () => {
  test('the meaning of a word', async ({ page }) => {
    await open(page, present(types.guide, 'guide'));
    // A word within a trouble is there once its trouble is opened.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.toggleAttribute('open', true);
    });
    const words = page.locator('main button.term');
    const count = await words.count();
    expect(count).toBeGreaterThan(0);
    for (let i = 0; i < count; i++) {
      const word = words.nth(i);
      const meaning = page.locator(`#${await word.getAttribute('popovertarget')}`);
      await word.focus();
      await page.keyboard.press('Enter');
      await expect(meaning).toBeVisible();
      const box = present(await meaning.boundingBox(), 'boundingBox()');
      expect(
        box.y >= 0 && box.y + box.height <= 640 && box.x >= 0 && box.x + box.width <= 360,
        'inside the window',
      ).toBe(true);
      await page.keyboard.press('Escape');
      await expect(meaning).toBeHidden();
      await expect(word).toBeFocused();
    }
  });

  test('the panel “Cách hiển thị”', async ({ page }) => {
    await open(page, '/');
    const panel = page.locator('details[data-look]');
    await panel.locator('summary').focus();
    await page.keyboard.press('Enter');
    // Ready sets come first, then what is kept, then the single ways of showing.
    const mode = panel.locator('fieldset').getByRole('checkbox').first();
    for (let stops = 0; stops < 20 && !(await mode.evaluate((box) => box.matches(':focus'))); stops++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(mode).toBeChecked();
    await page.keyboard.press('Escape');
    expect(await panel.evaluate((element) => element.matches('[open]'))).toBe(false);
    await expect(panel.locator('summary')).toBeFocused();
  });
});
