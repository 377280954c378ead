/**
 * A tab that stays open while a new edition is published: what it loads late is gone from the site. Each such
 * control is pressed with its
 * file gone in a newer edition, gone in the same edition, and without a network; each time the reader is told
 * which of them it is.
 */
import { expect, test, type Page } from '@playwright/test';

const guide = '/huong-dan/an-toan/ma-otp/';

interface Control {
  readonly what: string;
  readonly address: string;
  /** The file that is asked for late. */
  readonly file: RegExp;
  press(page: Page): Promise<void>;
  /** What a reader sees when it works. */
  works(page: Page): Promise<void>;
}

const ask = async (page: Page): Promise<void> => {
  await page.getByRole('searchbox').or(page.locator('main input[name=q]')).first().fill('mất điện thoại');
  await page.keyboard.press('Enter');
};
const listen = (page: Page): Promise<void> => page.getByRole('button', { name: 'Nghe bài này' }).click();
const playerShown = (page: Page): Promise<void> =>
  expect(page.getByRole('region', { name: 'Nghe đọc' })).toBeVisible();
const copied = (page: Page): Promise<void> => expect(page.getByText(/Đã chép\./)).toBeVisible();

const controls: readonly Control[] = [
  { what: 'the player', address: guide, file: /_astro\/read-aloud\./, press: listen, works: playerShown },
  {
    what: 'the words to be read',
    address: guide,
    file: /\/nghe\/\d+\.json/,
    press: listen,
    works: playerShown,
  },
  {
    what: 'the player, by its mode',
    address: guide,
    file: /_astro\/read-aloud\./,
    press: async (page) => {
      await page.locator('[data-look] > summary').click();
      await page.locator('#cd-nghe').check();
    },
    works: playerShown,
  },
  {
    what: 'copying of a guide',
    address: `${guide}#day`,
    file: /_astro\/copy\.[^/]*js/,
    press: (page) => page.getByRole('button', { name: 'Chép liên kết' }).click(),
    works: copied,
  },
  {
    what: 'copying of a frame',
    address: '/nhung/',
    file: /_astro\/copy\.[^/]*js/,
    press: (page) => page.locator('[data-copy]').first().click(),
    works: copied,
  },
  {
    what: 'search',
    address: '/tim-kiem/',
    file: /\/tim\/goc\.json/,
    press: ask,
    works: (page) => expect(page.locator('[data-results] li').first()).toBeVisible(),
  },
  {
    what: 'the passages of search',
    address: '/tim-kiem/',
    file: /\/tim\/bai\//,
    press: ask,
    works: (page) => expect(page.locator('[data-results] .quote').first()).toBeVisible(),
  },
  {
    what: 'the helper',
    address: '/hoi/',
    file: /\/tim\/goc\.json/,
    press: ask,
    // Fixed words of an emergency come before what is quoted, which is then folded: it is there.
    works: (page) => expect(page.locator('[data-talk] .quote').first()).toBeAttached(),
  },
];

// A worker that takes the page over while a test runs would fetch past the routes that play the missing
// files.
test.use({ serviceWorkers: 'block' });

const notice = (page: Page) => page.getByRole('alert');
const gone = (page: Page, file: RegExp): Promise<unknown> =>
  page.route(file, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>404</h1>' }));

/** The page as the next edition would have it: its scripts have other names. */
const publish = (page: Page, address: string): Promise<unknown> =>
  page.route(
    (url) => url.pathname === address,
    async (route) => {
      if (route.request().resourceType() !== 'fetch') return route.fallback();
      const answer = await route.fetch();
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace(/(_astro\/[^"]*)\.js/g, '$1x.js'),
      });
    },
  );

test.beforeEach(async ({ context, page }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.setViewportSize({ width: 360, height: 640 });
});

for (const control of controls) {
  test(`${control.what}: gone with a newer edition, which is said, and one press brings it`, async ({
    page,
  }) => {
    await page.goto(control.address);
    await gone(page, control.file);
    await publish(page, control.address.replace(/#.*/, ''));
    await control.press(page);
    await expect(notice(page)).toContainText('Sổ tay vừa có bản mới');
    await expect(page.getByText('Kiểm tra mạng')).toHaveCount(0);
    const before = await page.evaluate(() => scrollY);
    await page.unrouteAll({ behavior: 'wait' });
    const loaded = page.waitForEvent('load');
    await notice(page).getByRole('button', { name: 'Tải lại trang' }).click();
    await loaded;
    await expect(notice(page)).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before - 60);
    if (control.what !== 'the player, by its mode') await control.press(page);
    await control.works(page);
  });

  test(`${control.what}: missing in the same edition is laid to the server`, async ({ page }) => {
    await page.goto(control.address);
    await gone(page, control.file);
    await control.press(page);
    await expect(notice(page)).toContainText('máy chủ chưa đưa được phần này');
    await expect(notice(page).getByRole('button')).toHaveCount(0);
  });

  test(`${control.what}: without a network no edition is spoken of`, async ({ page }) => {
    await page.goto(control.address);
    await page.waitForLoadState('networkidle');
    await page.route(control.file, (route) => route.abort());
    await page.route('**/tai-sau.json', (route) => route.abort());
    await control.press(page);
    await page.waitForTimeout(1500);
    await expect(notice(page)).toHaveCount(0);
  });
}

test('what comes later than the failure of another file does not take its notice away', async ({ page }) => {
  await page.goto('/tim-kiem/');
  await gone(page, /\/tim\/goc\.json/);
  let giveDanger = (): void => undefined;
  const held = new Promise<void>((done) => (giveDanger = done));
  await page.route(/\/tim\/nguy\.json/, async (route) => {
    await held;
    await route.continue();
  });
  await ask(page);
  await expect(notice(page)).toContainText('máy chủ chưa đưa được phần này');
  const came = page.waitForResponse(/\/tim\/nguy\.json/);
  giveDanger();
  await (await came).finished();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await expect(notice(page)).toContainText('máy chủ chưa đưa được phần này');
});

test('where a page in the place of the network answers anything, nothing is said of an edition', async ({
  page,
}) => {
  await page.goto(guide);
  await page.route(/_astro\/read-aloud|tai-sau\.json/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>Đăng nhập Wi-Fi</h1>' }),
  );
  await listen(page);
  await expect(page.getByText('Chưa tải được lời đọc')).toBeVisible();
  await expect(notice(page)).toHaveCount(0);
});
