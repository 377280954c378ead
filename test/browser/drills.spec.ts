/**
 * A third of the drills, all in a whole run, are played to their end by keyboard and by touch, with and
 * without script, in sets of display modes by turns and without a network, on a narrow screen; from a disk in
 * usb.spec.ts, from a kept copy in offline.spec.ts.
 */
import { expect, test } from '@playwright/test';
import { isRight } from '../../src/outputs/drills/graph.ts';
import type { DrillState } from '../../src/schemas/drill.ts';
import { axeFaults, axeSource } from '../access/axe.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';
import { address, at, does, drills, onePlayOf, playEach, playsOf, someDrills } from './drill-player.ts';

for (const script of [true, false]) {
  test.describe(`${script ? 'with' : 'without'} script`, () => {
    test.use({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled: script,
    });
    test('each drill to its end in sets of modes, by finger and keyboard, without a network', async ({
      page,
    }) => {
      test.setTimeout(whole ? 900_000 : 480_000);
      let all = 0;
      // Each way through each drill is walked without a browser (`test/outputs/drills`,
      // `test/site/drills.test.ts`); here one component and one script are seen at work.
      const played = [...drills.entries()].filter(([, drill]) => someDrills.includes(drill));
      for (const [place, drill] of played) {
        await page.goto(address(drill.id));
        await expect(page.getByText('Màn hình tập, không phải ứng dụng thật').first()).toBeVisible();
        // Once the page is there nothing more is asked of the line.
        await page.context().setOffline(true);
        all += await playEach(page, drill, script, whole ? playsOf(place) : onePlayOf(place));
        await page.context().setOffline(false);
      }
      expect(drills.length).toBeGreaterThanOrEqual(30);
      expect(played.length).toBeGreaterThan(5);
      expect(all).toBe(played.length * (whole ? 6 : 1));
    });
  });
}

test('the way to begin leads to the heading again where the address is that one already', async ({
  page,
}) => {
  const { id, data } = present(drills[0], 'drill');
  const first = at(page, present(data.states[0], 'first state')).getByRole('heading');
  const begin = page.getByRole('link', { name: 'Bắt đầu tập' });
  await page.goto(address(id));
  for (const how of ['the first time', 'again']) {
    await begin.focus();
    await page.keyboard.press('Enter');
    await expect(first, how).toBeFocused();
  }
});

test('every wrong press says why and leads back; the second one opens the hint and tells it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  let wrong = 0;
  const open = (state: DrillState): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `m-${state.id}`);
  expect(someDrills.length).toBeGreaterThan(5);
  for (const { id, data } of someDrills) {
    await page.goto(address(id));
    for (const state of data.states) {
      const presses = state.press.filter((press) => !isRight(press));
      if (presses.length === 0) continue;
      await open(state);
      const bad = present(presses[0], 'wrong press');
      for (const count of [1, 2]) {
        await does(page, state, bad, { hand: 'keyboard', script: true });
        const why = page.locator('.now:visible');
        await expect(why).toContainText(bad.danger ?? bad.fine ?? '');
        const told = page.getByRole('status');
        await expect(told).toContainText(bad.danger ?? bad.fine ?? '');
        if (count === 2) await expect(told).toContainText(`Gợi ý: ${state.hint ?? ''}`);
        await open(state);
      }
      await expect(at(page, state).getByText(state.hint ?? '')).toBeVisible();
      wrong += 1;
    }
  }
  expect(wrong).toBeGreaterThan(someDrills.length * 2);
});

test('what nobody foresaw in a field is answered, and the field keeps nothing', async ({ page }) => {
  const { id, data } = present(
    drills.find(({ data }) => data.states.some(({ field }) => field)),
    'drill with a field',
  );
  const state = present(
    data.states.find(({ field }) => field),
    'state with a field',
  );
  await page.goto(`${address(id)}#m-${state.id}`);
  const box = at(page, state).getByRole('textbox');
  await expect(box).toHaveAttribute('autocomplete', 'off');
  await box.fill('7');
  await page.keyboard.press('Enter');
  await expect(at(page, state).locator('form p')).toHaveText(state.field?.other ?? '');
  await expect(page.getByRole('status')).toContainText(state.field?.other ?? '');
  const [right] = state.press.filter(isRight);
  await box.fill(present(right?.types, 'right typing'));
  await page.keyboard.press('Enter');
  await page.goBack();
  await expect(box).toHaveValue('');
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('keys of Telex that are drawn write live, and the phone’s own keyboard stays away', async ({ page }) => {
  const found = drills.flatMap(({ id, data }) =>
    data.states.flatMap((state) => (state.field?.keys === 'telex' ? [{ id, state }] : [])),
  );
  const { id, state } = present(found[0], 'state with keys of Telex');
  await page.goto(`${address(id)}#m-${state.id}`);
  const box = at(page, state).getByRole('textbox');
  const board = at(page, state).getByRole('group', { name: 'Bàn phím tập' });
  await expect(box).toHaveAttribute('inputmode', 'none');
  for (const [key, shown] of Object.entries({ n: 'n', h: 'nh', a: 'nha', s: 'nhá', f: 'nhà' })) {
    await board.getByRole('button', { name: key, exact: true }).click();
    await expect(box).toHaveValue(shown);
  }
  await board.getByRole('button', { name: 'Xóa' }).click();
  await expect(box).toHaveValue('nh');
});

test('a class takes its drills in turns, and the session leads there', async ({ page }) => {
  await page.goto('/tap-huan/toi-phong-lua-dao/');
  await page.getByRole('link', { name: 'Tập xoay vòng trên ít máy' }).click();
  await expect(page.getByRole('heading', { name: '20 người, 6 máy' })).toBeVisible();
  const tables = page.locator('section:has(> #lop-20) > ul > li');
  await expect(tables).toHaveCount(6);
  await expect(tables.first().locator('li')).toHaveCount(4);
});

test('axe finds nothing in any state of a drill, with AAA contrast and sizes', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.addInitScript(axeSource);
  for (const { id } of someDrills) {
    await page.goto(address(id));
    // One state at a time is what the reader sees; all of them at once are judged in one go.
    await page.locator('.now').evaluateAll((all) => {
      for (const state of all) if (state instanceof HTMLElement) state.style.display = 'block';
    });
    expect(await axeFaults(page), id).toEqual([]);
  }
});
