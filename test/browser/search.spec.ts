/** The search page in a real browser. */
import { expect, test, type Page } from '@playwright/test';

/** Collects what the page's policy refused and what went wrong in scripts. */
function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}
const rows = (page: Page) => page.locator('ol[data-results] > li');
const firstLink = (page: Page) => rows(page).first().locator('a').first();

test.describe('search', () => {
  for (const [name, part] of [
    ['without marks', 'quen mat khau vneid'],
    ['Telex', 'queen maatj khaaur vneid'],
    ['VNI', 'que6n ma65t kha63u vneid'],
    ['a question', 'quên mật khẩu vneid thì làm sao'],
  ] as const) {
    test(`a plain address answers: ${name}`, async ({ page }) => {
      const faults = watch(page);
      await page.goto(`/tim-kiem/?q=${encodeURIComponent(part)}`);
      await expect(firstLink(page)).toHaveAttribute(
        'href',
        '/huong-dan/danh-tinh-dich-vu-cong/quen-mat-khau-vneid/',
      );
      await expect(rows(page).first().locator('blockquote')).not.toBeEmpty();
      await expect(page.locator('[data-status]')).toHaveText(/\d+ kết quả cho/);
      expect(faults).toEqual([]);
    });
  }

  test('filters search again over everything, stand in the address and come back with it', async ({
    page,
  }) => {
    await page.goto('/tim-kiem/?q=lừa đảo');
    await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
    const hrefs = (): Promise<string[]> =>
      rows(page).evaluateAll((all) => all.map((li) => li.querySelector('a')?.getAttribute('href') ?? ''));
    expect(new Set((await hrefs()).map((href) => href.split('/')[1])).size).toBeGreaterThan(1);
    await page.getByText('Lọc kết quả').click();
    await page.getByLabel('Loại trang').selectOption({ label: 'Bài chợ số' });
    await expect.poll(async () => (await hrefs()).every((href) => href.startsWith('/cho-so/'))).toBe(true);
    expect((await hrefs()).length).toBeGreaterThan(0);
    await expect(page.locator('[data-filtered]')).toContainText('Bài chợ số');
    await page.getByLabel('Loại trang').selectOption('');
    await page.getByLabel('Dành cho').selectOption({ label: 'Học sinh, sinh viên' });
    await expect(page.locator('[data-filtered]')).toContainText('Học sinh, sinh viên');
    await expect(rows(page)).toHaveCount(8);
    const students = await hrefs();
    expect(new URL(page.url()).searchParams.get('ai')).toBe('hoc-sinh-sinh-vien');
    const address = page.url();
    await page.goto('/');
    await page.goto(address);
    await expect(page.getByLabel('Dành cho')).toHaveValue('hoc-sinh-sinh-vien');
    await expect.poll(hrefs).toEqual(students);
  });

  test('a filter that empties the list says so, and how many there are without it', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('1410/KH-UBND')}&loai=cho-so`);
    await expect(page.locator('[data-filtered]')).toContainText(/Không có kết quả nào .*“Bài chợ số”.*\d/);
    await page.getByRole('button', { name: 'Bỏ lọc' }).click();
    await expect(firstLink(page)).toHaveAttribute('href', /\/ke-hoach\//);
  });

  test('after Enter the first row is in the window of a small phone, and who listens stands before it', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/tim-kiem/');
    await page.locator('#q').fill('quên mật khẩu vneid');
    await page.keyboard.press('Enter');
    await expect(rows(page).nth(2)).toBeVisible();
    await expect(page.locator('[data-heading]')).toBeFocused();
    await expect(page.locator('#q')).not.toBeFocused();
    const box = await firstLink(page).boundingBox();
    expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    expect(box?.y ?? -1).toBeGreaterThanOrEqual(0);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

  test('what was typed and never sent comes back with the way back', async ({ page }) => {
    await page.goto('/tim-kiem/');
    await page.locator('#q').pressSequentially('chuyen nham tien');
    await expect(firstLink(page)).toContainText(/chuyển/i);
    await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('chuyen nham tien');
    await page.goto('/');
    await page.goBack();
    await expect(page.locator('#q')).toHaveValue('chuyen nham tien');
    await expect(firstLink(page)).toContainText(/chuyển/i);
  });

  test('rows that stand do not move when the texts come, and nothing shifts', async ({ page }) => {
    let open = (): void => undefined;
    const opened = new Promise<void>((done) => (open = done));
    await page.route('**/tim/them.json', async (route) => {
      await opened;
      await route.continue();
    });
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('quên mật khẩu vneid')}`);
    await expect(rows(page).first()).toBeVisible();
    const titles = (): Promise<string[]> =>
      rows(page).evaluateAll((all) => all.map((li) => li.querySelector('a')?.textContent ?? ''));
    await expect(rows(page).first().locator('blockquote')).not.toBeEmpty();
    const before = await titles();
    open();
    await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
    const after = await titles();
    expect(after.length).toBeGreaterThan(before.length);
    expect(after.slice(0, before.length)).toEqual(before);
    const shift = await page.evaluate(async () => {
      const entries = await new Promise<number>((done) => {
        new PerformanceObserver((list) => {
          done(
            list.getEntries().reduce((sum, entry) => sum + ('value' in entry ? Number(entry.value) : 0), 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(0), 500);
      });
      return entries;
    });
    expect(shift).toBeLessThan(0.05);
  });

  test('every page is one tap away, under a name of its own', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('bình dân học vụ số')}`);
    await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
    const fetched = () =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => name.includes('pagefind')).length,
      );
    expect(await fetched()).toBe(0);
    await page.getByRole('button', { name: 'Tìm trong mọi trang' }).click();
    await expect(page.getByRole('heading', { name: 'Tìm trong mọi trang' })).toBeFocused();
    await expect(page.locator('[data-wide-results] li').first()).toBeVisible();
    expect(await fetched()).toBeGreaterThan(0);
  });

  test('a sheet, a file and a call have their button in the row', async ({ page }) => {
    for (const [question, name, href] of [
      ['tờ phát bài 84', /^Mở để in/, '/in/84/'],
      ['trang chiếu bài 84', /^Mở ?: /, '/trinh-chieu/84/'],
      ['1900 0368', /^Gọi 19000368/, 'tel:19000368'],
    ] as const) {
      await page.goto(`/tim-kiem/?q=${encodeURIComponent(question)}`);
      await expect(rows(page).first().getByRole('link', { name })).toHaveAttribute('href', href);
    }
  });

  test('no policy is broken and nothing leaves for another place', async ({ page }) => {
    const broken: string[] = [];
    const foreign: string[] = [];
    await page.exposeFunction('tellBroken', (text: string) => broken.push(text));
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', (event) =>
        (globalThis as unknown as { tellBroken(text: string): void }).tellBroken(event.violatedDirective),
      ),
    );
    page.on('request', (request) => {
      if (new URL(request.url()).hostname !== '127.0.0.1') foreign.push(request.url());
    });
    await page.goto('/tim-kiem/?q=kế hoạch');
    await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
    await page.getByRole('button', { name: 'Tìm trong mọi trang' }).click();
    await expect(page.locator('[data-wide-results] li').first()).toBeVisible();
    expect(broken).toEqual([]);
    expect(foreign).toEqual([]);
  });

  test('as one types: results follow, the last word may be unfinished, the count is announced once', async ({
    page,
  }) => {
    await page.goto('/tim-kiem/');
    const said = await page.evaluateHandle(() => {
      const list: string[] = [];
      const status = document.querySelector('[data-status]')!;
      new MutationObserver(() => {
        if (status.textContent !== '') list.push(status.textContent);
      }).observe(status, { childList: true, characterData: true, subtree: true });
      return list;
    });
    await page.locator('#q').pressSequentially('chuyen nham ti', { delay: 60 });
    await expect(firstLink(page)).toContainText(/chuyển/i);
    await expect(page.locator('[data-status]')).toHaveText(/kết quả cho “chuyen nham ti”/);
    expect(await said.jsonValue()).toHaveLength(1);
  });

  test('the keyboard walks through the list and back', async ({ page }) => {
    await page.goto('/tim-kiem/?q=wifi');
    await expect(rows(page).nth(1)).toBeVisible();
    await expect(page.locator('[data-status]')).toHaveText(/kết quả/);
    await page.locator('#q').focus();
    await page.keyboard.press('ArrowDown');
    await expect(firstLink(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1).locator('a').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.locator('#q')).toBeFocused();
  });

  test('a rewritten question says so and lets one go back to the letters', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('dieenj thoaij')}`);
    await expect(page.locator('[data-understood]')).toContainText('Đang tìm theo: “điện thoại”');
    await page.getByRole('button', { name: 'Tìm đúng chữ đã gõ' }).click();
    await expect(page.locator('[data-understood]')).toBeHidden();
  });

  test('the number of a guide goes to it', async ({ page }) => {
    await page.goto('/tim-kiem/');
    await page.locator('#q').fill('80');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/bi-lua-lam-gi-ngay/);
  });

  test('marks show what matched, with đ', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('dien thoai')}`);
    await expect(page.locator('ol[data-results] mark').first()).toHaveText(/điện thoại/i);
    await expect(page.locator('ol[data-results]')).not.toContainText('\u0335');
  });

  test('an emergency shows what to do before the list', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('tôi vừa bị lừa chuyển tiền')}`);
    const box = page.locator('[data-urgent-place] details[open]');
    await expect(box).toBeVisible();
    await expect(box.getByRole('link', { name: /113/ })).toHaveAttribute('href', 'tel:113');
  });

  test('who sends a question that sounds like danger stands before what to do, not before the list', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 640 });
    await page.goto('/tim-kiem/');
    await page.fill('#q', 'tôi vừa đọc mã otp cho người lạ');
    await page.keyboard.press('Enter');
    await expect(firstLink(page)).toHaveCount(1);
    const box = page.locator('[data-urgent-place] details:visible');
    await expect(box.locator('summary')).toBeFocused();
    await expect(box.locator('summary')).toBeInViewport();
    await expect(box.locator('li').first()).toBeInViewport();
  });

  test('a question that nothing answers gets help', async ({ page }) => {
    await page.goto(`/tim-kiem/?q=${encodeURIComponent('zxqv ghjklm')}`);
    await expect(page.locator('[data-nothing]')).toBeVisible();
    await expect(page.locator('[data-nothing] a').first()).toBeVisible();
  });

  test('after the first visit it answers without network', async ({ page, context }) => {
    await page.goto('/tim-kiem/');
    await page.locator('#q').fill('mã otp');
    await expect(rows(page).first()).toBeVisible();
    await context.setOffline(true);
    await page.locator('#q').fill('khoá màn hình');
    await expect(firstLink(page)).toHaveAttribute('href', /khoa-man-hinh/);
  });

  test('with the index refused it says so', async ({ page }) => {
    await page.route('**/tim/goc.json', (route) => route.abort());
    await page.goto('/tim-kiem/?q=wifi');
    await expect(page.locator('[data-status]')).toHaveText(/Chưa tải được/);
  });
});

test.describe('search without script', () => {
  test.use({ javaScriptEnabled: false });
  test('explains and offers other ways', async ({ page }) => {
    await page.goto('/tim-kiem/?q=wifi');
    await expect(page.locator('main [data-unheard]')).toBeVisible();
    for (const href of ['/so/', '/huong-dan/', '/danh-cho/', '/tu-dien/'])
      await expect(page.locator(`main a[href="${href}"]`)).toBeVisible();
  });
});
