/**
 * Sheets and slides as pages: axe with AAA contrast, contrast in five looks that cover the modes, sizes in
 * each of them at two widths, keyboard from the first stop to the last. Each day a sheet is before axe or
 * before the keyboard, by turns that hang on what stands in it; sizes are measured on all.
 */
import { expect, test } from '@playwright/test';
import { axeFaults, axeLookFaults, axeSource } from './axe.ts';
import { whole } from '../whole.ts';
import { measureLooks, wear } from './looks.ts';
import { isTurn, sheetTypes } from './page-types.ts';
import { focusFault, targetFaults } from './probes.ts';

/**
 * Base, what changes colours, and everything that makes a page larger at once; what fits with all of that
 * fits with each.
 */
const looks = ['', 'tuong-phan', 'nen-toi', 'chu-to', 'chu-rat-to gian-dong chu-de-phan-biet de-bam'];

/** Looks in which the rules judge the wide window. */
const judgedWide = whole ? looks : [];

for (const [type, path] of Object.entries(sheetTypes())) {
  test(`${type}: modes at 320 and 1280 px, no policy violation`, async ({ browser }) => {
    const faults: string[] = [];
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(path);
    const turn = isTurn('axe', type, path);
    if (turn) await page.evaluate(axeSource);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const all = looks.map((look) => ({ look, least: look.includes('de-bam') ? 56 : 44 }));
      for (const { look, seen, wide, targets } of await measureLooks(page, all)) {
        const where = `${look || 'base'}@${width}`;
        expect(seen, where).toBeGreaterThanOrEqual(2);
        for (const fault of wide) faults.push(`${where}: wide ${fault}`);
        for (const fault of targets.slice(0, 3)) faults.push(`${where}: ${fault}`);
      }
      // Colours do not hang on the width; the wide window shows the same parts beside each other.
      for (const look of !turn ? [] : width === 320 ? looks : judgedWide) {
        await wear(page, look);
        const rules = look === '' ? axeFaults : axeLookFaults;
        for (const fault of await rules(page)) faults.push(`${look || 'base'}@${width}: ${fault}`);
      }
    }
    await page.close();
    expect(faults).toEqual([]);
  });

  if (!whole && isTurn('axe', type, path)) continue;
  test(`${type}: every stop of the keyboard is shown; the skip link skips`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(path);
    // Slides give the focus to their heading; the walk begins at the top.
    await page.evaluate(() => {
      (document.activeElement as HTMLElement | null)?.blur();
      document.querySelector<HTMLElement>('.skip')!.focus();
    });
    expect(await page.evaluate(focusFault)).toBeUndefined();
    const wanted = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, [tabindex="0"]')].filter(
          (element) => element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }),
        ).length,
    );
    const faults: string[] = [];
    let stops = 1;
    for (; stops < wanted + 5; stops++) {
      await page.keyboard.press('Tab');
      if (
        await page.evaluate(
          () =>
            document.activeElement === document.body || document.activeElement === document.documentElement,
        )
      )
        break;
      const fault = await page.evaluate(focusFault);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThanOrEqual(wanted);
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^(?:noi-dung|\d+)$/);
  });
}

test('each sheet has a judge, and each judge has sheets', () => {
  const all = Object.entries(sheetTypes());
  const axe = all.filter(([type, path]) => isTurn('axe', type, path)).length;
  expect(axe).toBeGreaterThan(0);
  expect(all.length - (whole ? 0 : axe)).toBeGreaterThan(0);
});

test('slides: the list and the notes open, in dark', async ({ page }) => {
  await page.goto('/trinh-chieu/80/?che-do=nen-toi#3');
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await page.evaluate(axeSource);
  // The title slide has the first heading; the third slide, alone in the picture, rightly has a second.
  expect((await axeFaults(page)).filter((fault) => !fault.startsWith('page-has-heading-one'))).toEqual([]);
  // What the list has scrolled out of sight lies under the bar and is no overlap; the sizes count.
  expect(
    (await page.evaluate(targetFaults, 44)).faults.filter((fault) => !fault.startsWith('overlap')),
  ).toEqual([]);
});
