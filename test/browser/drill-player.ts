/** Plays a drill as a reader would: by its right way, with the keyboard or with a finger. */
import { expect, type Locator, type Page } from '@playwright/test';
import { readContent } from '../../src/gate/read.ts';
import { isRight, follows, rightWay } from '../../src/outputs/drills/graph.ts';
import type { DrillData, DrillPress, DrillState } from '../../src/schemas/drill.ts';
import { present } from '../present.ts';

export const drills = readContent(process.cwd()).entries.drills.map(({ id, data }) => ({ id, data }));
export const address = (id: string): string => `/tap/${id}/`;
export const at = (page: Page, state: DrillState): Locator => page.locator(`#m-${state.id}`);

/** The presses of the shortest right way, each with its state and the one that follows. */
function rightPresses(data: DrillData): { state: DrillState; press: DrillPress; next: DrillState }[] {
  const way = present(rightWay(data), data.title);
  return way.slice(0, -1).map((state, place) => {
    const next = present(way[place + 1], 'next state');
    const press = present(
      state.press.find((one) => isRight(one) && follows(state, one) === next.id),
      'right press',
    );
    return { state, press, next };
  });
}

/** Tabs on to what is to be pressed, as who cannot point does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let count = 0; count < 12; count += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by the Tab key').toBeFocused();
}

export type Hand = 'keyboard' | 'touch';
async function use(page: Page, target: Locator, hand: Hand): Promise<void> {
  if (hand === 'touch') return target.tap();
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** What does a press in a state: a link without script; with it a button, or a field. */
export async function does(
  page: Page,
  state: DrillState,
  press: DrillPress,
  by: { hand: Hand; script: boolean },
) {
  const section = at(page, state);
  const name = press.text ?? press.types ?? '';
  if (!by.script) return use(page, section.getByRole('link', { name, exact: true }), by.hand);
  if (press.types === undefined)
    return use(page, section.getByRole('button', { name, exact: true }), by.hand);
  await use(page, section.getByRole('textbox'), by.hand);
  await page.keyboard.type(press.types.replaceAll('.', ''));
  await page.keyboard.press('Enter');
}

/** From the first state to the end; `look` sees each state that is reached. */
export async function playRight(
  page: Page,
  { id, data }: (typeof drills)[number],
  by: { hand: Hand; script: boolean },
  look: (next: DrillState) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const begin = page.getByRole('link', { name: 'Bắt đầu tập' });
  if (by.hand === 'touch') await begin.tap();
  else {
    await begin.focus();
    await page.keyboard.press('Enter');
  }
  for (const { state, press, next } of rightPresses(data)) {
    await expect(page.locator('.now:visible'), id).toHaveCount(1);
    await expect(at(page, state), id).toBeVisible();
    await does(page, state, press, by);
    await expect(at(page, next), `${id}: ${state.id} leads to ${next.id}`).toBeVisible();
    await look(next);
  }
  await expect(page.getByText('Bạn làm được rồi').locator('visible=true'), id).toHaveCount(1);
}
