/** The helper "Hỏi sổ tay" in a real browser. */
import { expect, test, type Page } from '@playwright/test';
import { present } from '../present.ts';

async function ask(page: Page, query: string): Promise<void> {
  const before = await page.locator('.answer').count();
  await page.locator('#hoi-o').fill(query);
  await page.keyboard.press('Enter');
  await expect(page.locator('.answer')).toHaveCount(before + 1);
}
const last = (page: Page) => page.locator('.answer').last();

test.beforeEach(async ({ page }) => {
  await page.goto('/hoi/');
});

test('quotes the passage word for word and links it', async ({ page }) => {
  await ask(page, 'Điện thoại rơi xuống nước');
  const quote = last(page).locator('blockquote').first();
  await expect(quote).not.toBeEmpty();
  const cite = present(await quote.getAttribute('cite'), 'getAttribute()');
  const said = (await quote.locator('p').last().innerText()).trim();
  await expect(
    last(page)
      .getByRole('link', { name: /Mở bài/ })
      .first(),
  ).toHaveAttribute('href', cite);
  await page.goto(cite);
  const flat = (text: string): string => text.replace(/\s+/g, ' ');
  // Troubles are folded: their words are in the page all the same.
  expect(flat((await page.locator('main').textContent()) ?? '')).toContain(
    present(flat(said).split('. ').at(-1), 'an item of flat').slice(0, 30),
  );
});

test('offers two more passages that open in place', async ({ page }) => {
  await ask(page, 'Quên mật khẩu VNeID');
  const buttons = last(page).locator('.others button');
  await expect(buttons).toHaveCount(2);
  await buttons.first().click();
  await expect(last(page).locator('blockquote')).toHaveCount(2);
});

test('a short question after an answer stays in its guide', async ({ page }) => {
  await ask(page, 'Làm sao cho chữ to trên máy Android?');
  await ask(page, 'Thế còn iPhone?');
  await expect(last(page)).toContainText('Vẫn trong bài 2');
  await expect(last(page).locator('blockquote').first()).toHaveAttribute('cite', /tren-iphone/);
});

test('the number of a bank is answered from its own entry, never from another hotline', async ({ page }) => {
  await ask(page, 'tổng đài Agribank');
  await expect(last(page).locator('blockquote')).toHaveCount(1);
  await expect(last(page).locator('blockquote')).toHaveAttribute('cite', '/danh-ba/#agribank');
  await expect(last(page)).not.toContainText('1900 0368');
});

test('what no page is about is said, with where to ask, and nothing is quoted', async ({ page }) => {
  await ask(page, 'Đau bụng uống thuốc gì');
  await expect(last(page)).toHaveAttribute('data-untaught', '');
  await expect(last(page)).toContainText('trạm y tế xã');
  await expect(last(page).locator('.quote')).toHaveCount(0);
});

test('says that it is not sure, with at most two guides and whom to ask', async ({ page }) => {
  await ask(page, 'Mái tôn nhà dột thì vá làm sao');
  await expect(last(page)).toHaveAttribute('data-unsure', '');
  expect(await last(page).locator('ul.links a').count()).toBeLessThanOrEqual(2);
  await expect(last(page).getByRole('link', { name: /1022/ })).toHaveAttribute('href', 'tel:1022');
});

for (const [query, id] of [
  ['Lỡ đọc mã OTP cho người lạ', 'lo-doc-otp'],
  ['toi bi lua mat tien roi', 'da-chuyen-tien'],
  ['Con tôi bị dọa tung ảnh', 'tre-em-gap-nguy'],
  ['Có người xưng công an đang gọi tôi đòi tiền', 'xung-cong-an'],
  ['may dien thoai tu chay tu bam', 'may-bi-dieu-khien'],
  // The slots alone take this for “should I”; what was learnt from sentences knows better.
  ['Con tôi vừa đọc mã cho người ta', 'lo-doc-otp'],
] as const) {
  test(`emergency first: ${query}`, async ({ page }) => {
    await ask(page, query);
    await expect(last(page).locator('[data-urgent-shown]')).toHaveAttribute('data-urgent-shown', id);
    await expect(last(page).locator('[data-urgent-shown] ol').first()).toBeVisible();
  });
}

test('an emergency is answered with no index at all', async ({ page }) => {
  await page.route('**/tim/**', (route) => route.abort());
  await ask(page, 'Lỡ đọc mã OTP cho người lạ');
  await expect(last(page).locator('[data-urgent-shown]')).toBeVisible();
});

test('what the reader chose is kept on the device and changes nothing else', async ({ page }) => {
  await page.locator('.who > summary').click();
  await page.getByLabel('Đang dạy người khác').check();
  await page.locator('#hoi-ai').selectOption('to-cong-nghe-so');
  await page.reload();
  await page.locator('.who > summary').click();
  await expect(page.getByLabel('Đang dạy người khác')).toBeChecked();
  await expect(page.locator('#hoi-ai')).toHaveValue('to-cong-nghe-so');
});

test('nothing is sent anywhere and no policy is broken', async ({ page }) => {
  const sent: string[] = [];
  const faults: string[] = [];
  page.on('request', (request) => {
    if (
      request.method() !== 'GET' ||
      new URL(request.url()).hostname !== '127.0.0.1' ||
      /otp/i.test(request.url())
    )
      sent.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await ask(page, 'mã otp là gì');
  await ask(page, 'đọc mã otp cho ngân hàng được không');
  expect(sent).toEqual([]);
  expect(faults).toEqual([]);
});

test('is a region of its own whose heading gets the focus', async ({ page }) => {
  await page.locator('[data-example]').first().focus();
  await page.keyboard.press('Enter');
  await expect(last(page).locator('blockquote').first()).toBeVisible();
  await expect(last(page)).toHaveRole('region');
  await expect(last(page).getByRole('heading').first()).toBeFocused();
});

test('tells what to do where somebody asks whether to give a code', async ({ page }) => {
  await ask(page, 'Ngân hàng gọi xin mã OTP, có nên đọc không?');
  await expect(last(page).locator('[data-should-shown]')).toContainText('Không đưa');
});

test('an unknown telephone number gets one answer: no list, and where to report', async ({ page }) => {
  await ask(page, 'số 0999000111 là của ai');
  await expect(last(page)).toContainText('không giữ danh sách số tốt hay số xấu');
  await expect(last(page).getByRole('link', { name: /156/ }).first()).toHaveAttribute('href', 'tel:156');
  await expect(last(page).locator('blockquote')).toHaveCount(0);
});

for (const question of [
  'xây dựng nền tảng học trực tuyến mở đại trà',
  'Tuyên truyền để mọi nhóm hiểu vì sao cần khoa học',
])
  test(`a page without text answers as a row: ${question}`, async ({ page }) => {
    const missing: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 404) missing.push(response.url());
    });
    await ask(page, question);
    await expect(last(page)).not.toContainText('Chưa tải được phần tìm kiếm');
    await expect(last(page).getByRole('link').first()).toHaveAttribute('href', /^\//);
    expect(missing).toEqual([]);
  });

for (const question of ['62', 'bài 62', 'số 62'])
  test(`the number of a guide is answered by that guide: ${question}`, async ({ page }) => {
    await ask(page, question);
    await expect(last(page).locator('blockquote')).toHaveCount(1);
    await expect(last(page).locator('.by').first()).toContainText('bài 62');
  });

for (const question of ['113', 'số 113', 'gọi 113'])
  test(`a number that helps is answered with the call itself: ${question}`, async ({ page }) => {
    await ask(page, question);
    await expect(last(page).getByRole('link', { name: /^Gọi 113/ })).toHaveAttribute('href', 'tel:113');
  });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });
  test('emergencies are there to open', async ({ page }) => {
    await page.goto('/hoi/');
    await expect(page.locator('main [data-unheard]')).toBeVisible();
    await page.getByText('Vừa chuyển tiền cho kẻ lừa').click();
    await expect(page.getByText('Không chuyển thêm đồng nào').first()).toBeVisible();
  });
});
