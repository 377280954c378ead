/**
 * Every drill is played to its end by keyboard and by touch, with and without script, in display modes and
 * without a network, on a narrow screen.
 */
import { expect, test } from '@playwright/test';
import { isRight } from '../../src/outputs/drills/graph.ts';
import { settingName, type presets } from '../../src/modes/settings.ts';
import type { DrillState } from '../../src/schemas/drill.ts';
import { axeFaults, axeSource } from '../access/axe.ts';
import { present } from '../present.ts';
import { someOf, whole } from '../whole.ts';
import { address, at, does, drills, playRight } from './drill-player.ts';

/** Three sets of display modes; each drill is played in one of them, in a whole run in all. */
const modes = [
  'nguoi-cao-tuoi',
  'thi-luc-kem',
  'tay-run',
] as const satisfies readonly (keyof typeof presets)[];
const modesFor = (place: number): readonly string[] =>
  modes.filter((_, index) => whole || index === place % modes.length);

const ways = [
  { hand: 'keyboard', script: true },
  { hand: 'touch', script: true },
  { hand: 'keyboard', script: false },
  { hand: 'touch', script: false },
] as const;

for (const by of ways) {
  test.describe(`by ${by.hand}, ${by.script ? 'with' : 'without'} script`, () => {
    test.use({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      javaScriptEnabled: by.script,
    });
    // By touch with script each is played every day; the other ways take a third of them in turn.
    const played = by.hand === 'touch' && by.script ? drills : someOf(drills, 3, ({ id }) => id);
    test('the right way of each drill to its end', async ({ page }) => {
      test.setTimeout(whole ? 900_000 : 240_000);
      const seen = new Set<string>();
      for (const [place, drill] of played.entries())
        for (const mode of by.script ? modesFor(place) : ['']) {
          const { id, data } = drill;
          await page.goto(`${address(id)}${mode === '' ? '' : `?${settingName}=${mode}`}`);
          await expect(page.getByText('Màn hình tập, không phải ứng dụng thật').first()).toBeVisible();
          // Once the page is there nothing more is asked of the line.
          await page.context().setOffline(true);
          await playRight(page, drill, by, async (next) => {
            if (!by.script) return;
            await expect(at(page, next).getByRole('heading')).toBeFocused();
            const wide = await page.evaluate(() => document.documentElement.scrollWidth);
            expect(wide, `${id} ${next.id} ${mode}`).toBeLessThanOrEqual(360);
          });
          if (by.script) await expect(page.locator('html')).toHaveAttribute('data-che-do', /./);
          await page.locator('.now:visible').getByRole('link', { name: 'Tập lại từ đầu' }).click();
          await expect(at(page, present(data.states[0], 'first state'))).toBeVisible();
          await page.context().setOffline(false);
          seen.add(mode);
        }
      expect(seen.size).toBe(by.script ? modes.length : 1);
      expect(drills.length).toBeGreaterThanOrEqual(30);
      expect(played.length).toBeGreaterThan(5);
    });
  });
}

test('every wrong press says why and leads back; the second one opens the hint and tells it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  let wrong = 0;
  const open = (state: DrillState): Promise<void> =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, `m-${state.id}`);
  const some = someOf(drills, 3, ({ id, data }) => `${id} ${data.title}`);
  expect(some.length).toBeGreaterThan(5);
  for (const { id, data } of some) {
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
  expect(wrong).toBeGreaterThan(some.length * 2);
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

test('no drill leads out of the handbook or calls anybody, and the list names them all', async ({ page }) => {
  for (const { id } of drills) {
    await page.goto(address(id));
    const out = await page
      .locator('main a')
      .evaluateAll((all) =>
        all.map((element) => element.getAttribute('href') ?? '').filter((href) => !/^[#/](?!\/)/.test(href)),
      );
    expect(out, id).toEqual([]);
  }
  await page.goto('/tap/');
  for (const { id, data } of drills)
    await expect(page.locator(`main a[href="${address(id)}"]`)).toHaveText(data.title);
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

test('axe finds nothing in any state of any drill, with AAA contrast and sizes', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 640 });
  await page.addInitScript(axeSource);
  const some = someOf(drills, 2, ({ data }) => JSON.stringify(data));
  expect(some.length).toBeGreaterThan(8);
  for (const { id } of some) {
    await page.goto(address(id));
    // One state at a time is what the reader sees; all of them at once are judged in one go.
    await page.locator('.now').evaluateAll((all) => {
      for (const state of all) if (state instanceof HTMLElement) state.style.display = 'block';
    });
    expect(await axeFaults(page), id).toEqual([]);
  }
});
