/**
 * Input methods that put words together (Telex, VNI, voice, handwriting): what is composed is searched, and
 * the keys they take do nothing else.
 */
import { expect, test, type CDPSession, type Page } from '@playwright/test';

/** A keyboard that composes, through the browser's own door for input methods. */
async function keyboard(page: Page): Promise<{
  compose(text: string): Promise<void>;
  commit(text: string): Promise<void>;
  taken(key: string): Promise<void>;
}> {
  const client: CDPSession = await page.context().newCDPSession(page);
  return {
    /** The word so far, still underlined. */
    compose: async (text) => {
      await client.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    /** The word as it stays. */
    commit: async (text) => {
      await client.send('Input.insertText', { text });
    },
    /** A key that the input method takes: it comes to the page with code 229. */
    taken: async (key) => {
      await client.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      });
      await client.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key,
        code: key,
        windowsVirtualKeyCode: 229,
      });
    },
  };
}
const rows = (page: Page) => page.locator('ol[data-results] > li');

test('search: what is being composed is searched, and what was composed stays searched', async ({ page }) => {
  await page.goto('/tim-kiem/');
  await page.locator('#q').focus();
  const keys = await keyboard(page);
  await keys.compose('vneid');
  await expect(page.locator('#q')).toHaveValue('vneid');
  await expect(rows(page).first()).toContainText(/vneid/i);
  await keys.commit('vneid');
  await expect(page.locator('[data-status]')).toHaveText(/kết quả cho “vneid”/);
  expect(await rows(page).count()).toBeGreaterThan(3);
});

test('search: a word that is there only when the keyboard ends it is searched too', async ({ page }) => {
  await page.goto('/tim-kiem/');
  await page.locator('#q').focus();
  // As some keyboards do: the text changes at the end of the word and no `input` follows.
  await page.locator('#q').evaluate((field: HTMLInputElement) => {
    field.value = 'vneid';
    field.dispatchEvent(new CompositionEvent('compositionend', { data: 'vneid', bubbles: true }));
  });
  await expect(rows(page).first()).toContainText(/vneid/i);
});

test('search: arrows that walk through suggestions do not leave the field', async ({ page }) => {
  await page.goto('/tim-kiem/?q=vneid');
  await expect(rows(page).nth(1)).toBeVisible();
  await page.locator('#q').focus();
  const keys = await keyboard(page);
  await keys.compose('vneid m');
  await keys.taken('ArrowDown');
  await expect(page.locator('#q')).toBeFocused();
  await keys.commit('vneid mới');
  await page.locator('#q').press('ArrowDown');
  await expect(page.locator('#q')).not.toBeFocused();
});

test('builder: guides are found while composing', async ({ page }) => {
  await page.goto('/tap-huan/soan/');
  // The builder shows itself when its data is read.
  await expect(page.locator('#soan-tim')).toBeVisible();
  await page.locator('#soan-tim').focus();
  const keys = await keyboard(page);
  await keys.compose('chuyển');
  await expect(page.locator('[data-offers] button').first()).toContainText(/chuyển/i);
  await keys.commit('chuyển khoản');
  await expect(page.locator('[data-offers] button').first()).toContainText(/chuyển khoản/i);
});

/** Page, field, what is composed, and what shows that Enter did something. */
const fields = [
  [
    '/tim-kiem/',
    '#q',
    'vneid',
    (page: Page): Promise<number> => page.evaluate(() => (location.search.includes('q=') ? 1 : 0)),
  ],
  [
    '/',
    '#q',
    'vneid',
    (page: Page): Promise<number> => page.evaluate(() => (location.search.includes('q=') ? 1 : 0)),
  ],
  [
    '/khong-co-trang-nay/',
    '#q',
    'vneid',
    (page: Page): Promise<number> => page.evaluate(() => (location.search.includes('q=') ? 1 : 0)),
  ],
  ['/hoi/', '#hoi-o', 'vneid', (page: Page): Promise<number> => page.locator('[data-talk] .said').count()],
  [
    '/tap-huan/soan/',
    '#soan-tim',
    'mật khẩu',
    (page: Page): Promise<number> => page.locator('[data-chosen] > li').count(),
  ],
  [
    '/tap-huan/soan/',
    '#soan-phut',
    '60',
    (page: Page): Promise<number> => page.evaluate(() => (location.search.includes('phut=60') ? 1 : 0)),
  ],
  [
    '/don-vi/so-dem/',
    '[name=luot]',
    '12',
    (page: Page): Promise<number> => page.locator('[data-sheets] > li').count(),
  ],
] as const;
for (const [path, field, word, acted] of fields) {
  test(`the Enter that ends a word does nothing else: ${path} ${field}`, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator(field)).toBeVisible();
    await page.locator(field).focus();
    const keys = await keyboard(page);
    const atMinutes = field === '#soan-phut';
    if (!atMinutes) await keys.compose(word);
    await keys.taken('Enter');
    // The other sort: code 13, but the browser says that a word is being composed.
    await page.locator(field).dispatchEvent('keydown', {
      key: 'Enter',
      keyCode: 13,
      isComposing: true,
      bubbles: true,
      cancelable: true,
    });
    await page.locator(field).dispatchEvent('keydown', {
      key: 'Enter',
      keyCode: 229,
      isComposing: false,
      bubbles: true,
      cancelable: true,
    });
    await page.waitForTimeout(200);
    expect(await acted(page)).toBe(0);
    if (atMinutes) await page.locator(field).fill('');
    await keys.commit(word);
    await expect(page.locator(field)).toHaveValue(word);
    await page.locator(field).press('Enter');
    await expect.poll(() => acted(page)).toBe(1);
  });
}
