/**
 * A script that does not come – cut off on a weak line, or refused by a filter – leaves no page silent: after
 * eight seconds a sentence stands there, and a link near it does the work in another way. Where the script
 * runs, nothing is said.
 */
import { expect, test, type Page } from '@playwright/test';
import { present } from '../present.ts';

interface Silent {
  readonly address: string;
  /** A piece of the sentence. */
  readonly says: string;
  /** Where the link leads that does the work without a script. */
  readonly way: RegExp;
}
const pages: readonly Silent[] = [
  { address: '/tim-kiem/', says: 'chưa chạy được phần tìm kiếm', way: /^\/tu-dien\/$/ },
  { address: '/hoi/', says: 'chưa chạy được phần hỏi', way: /^\/huong-dan\/$/ },
  { address: '/tap-huan/soan/', says: 'chưa chạy được phần soạn', way: /^\/tap-huan\/[a-z\d-]+\/$/ },
  { address: '/don-vi/so-dem/', says: 'chưa chạy được phần cộng', way: /^\/in\/phieu-dem\/$/ },
  { address: '/don-vi/dien-bao-cao/', says: 'chưa chạy được phần điền số', way: /^\/don-vi\/$/ },
  { address: '/ngoai-tuyen/', says: 'chưa lưu được vào máy', way: /^\/tai-ve\/$/ },
];

test.use({ viewport: { width: 360, height: 640 } });

/** As if eight seconds had gone by. */
const later = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const animation of document.querySelector('[data-unheard]')?.getAnimations() ?? [])
      animation.finish();
  });

for (const { address, says, way } of pages)
  test(`${address}: no script comes, and the page says so and leads on`, async ({ page }) => {
    let refused = 0;
    await page.route(
      (url) => url.pathname.endsWith('.js'),
      (route) => {
        refused++;
        return route.abort();
      },
    );
    await page.goto(address);
    const sentence = page.locator('[data-unheard]');
    await expect(sentence).toBeHidden();
    await later(page);
    await expect(sentence).toBeVisible();
    await expect(sentence).toContainText(says);
    expect(refused).toBeGreaterThan(0);
    const ways = await page
      .locator('main a:visible')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const on = present(
      ways.find((link) => way.test(link)),
      `a way on among ${ways.join(' ')}`,
    );
    const answer = await page.request.get(on);
    expect(answer.status(), on).toBe(200);
  });

test('where the scripts come nothing is said', async ({ context }) => {
  const said = await Promise.all(
    pages.map(async ({ address }) => {
      const page = await context.newPage();
      await page.goto(address);
      await expect(page.locator('[data-unheard]')).toHaveCount(0);
      return address;
    }),
  );
  expect(said).toHaveLength(6);
});
