/** Pictures of steps: enlarged and closed by taps, also without script; gestures stop where nothing moves. */
import { expect, test } from '@playwright/test';
import { lacks } from '../asked-pages.ts';

const guide = '/huong-dan/thiet-bi/chu-to-am-luong-do-sang/';
test.use({ viewport: { width: 360, height: 640 } });

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled });

    test('a picture fills the window and leads back to its step', async ({ page }) => {
      const asked: string[] = [];
      await page.goto(guide);
      const pictures = page.locator('.steps figure');
      const count = await pictures.count();
      expect(count).toBeGreaterThan(5);
      page.on('request', (request) => asked.push(request.url()));
      for (const index of [0, 1]) {
        const figure = pictures.nth(index);
        await expect(figure.getByText('Đóng hình')).toBeHidden();
        await figure.getByRole('link').first().click();
        await expect.poll(async () => (await figure.boundingBox())?.height).toBe(640);
        const drawn = await figure.locator('svg, .phone').first().boundingBox();
        expect(drawn?.width, 'it is larger than in its step').toBeGreaterThan(250);
        await figure.getByRole('link', { name: 'Đóng hình' }).click();
        await expect(figure.getByText('Đóng hình')).toBeHidden();
        await expect(figure.locator('xpath=ancestor::li[1]')).toBeInViewport();
      }
      expect(
        asked.filter((address) => !address.includes('#')),
        'nothing more is fetched',
      ).toEqual([]);
    });
  });

const gestures = '/huong-dan/tro-nang/phong-to-man-hinh/';

test('a gesture moves in one place; where nothing may move its moments stand in a row', async ({ page }) => {
  test.skip(...lacks(gestures));
  const moments = page.locator('.steps .loop').first().locator('svg');
  const stand = (): Promise<{ left: number; moves: boolean }[]> =>
    moments.evaluateAll((all) =>
      all.map((one) => ({
        left: Math.round(one.getBoundingClientRect().left),
        moves: getComputedStyle(one).animationName !== 'none',
      })),
    );
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.goto(gestures);
  const moving = await stand();
  expect(moving).toHaveLength(3);
  expect(new Set(moving.map(({ left }) => left)).size).toBe(1);
  expect(moving.every(({ moves }) => moves)).toBe(true);
  for (const still of [{ reducedMotion: 'reduce' }, { media: 'print' }] as const) {
    await page.emulateMedia({ reducedMotion: 'no-preference', media: 'screen', ...still });
    const row = await stand();
    expect(new Set(row.map(({ left }) => left)).size, JSON.stringify(still)).toBe(3);
    expect(row.some(({ moves }) => moves)).toBe(false);
  }
  await page.emulateMedia({ reducedMotion: 'no-preference', media: 'screen' });
  await page.goto(`${gestures}?che-do=tinh`);
  expect(new Set((await stand()).map(({ left }) => left)).size, 'the display mode').toBe(3);
});
