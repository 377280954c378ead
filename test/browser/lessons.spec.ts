/** A stallholder walks each market track from its first lesson to its last by the links on the pages. */
import { expect, test } from '@playwright/test';

const tracks = ['tieu-thuong', 'thuong-mai-dien-tu', 'thanh-toan', 'tiet-kiem'];

for (const track of tracks) {
  test(`track ${track}: every lesson in order`, async ({ page }) => {
    await page.goto(`/cho-so/${track}/`);
    const lessons = await page
      .locator('.path > li > a')
      .evaluateAll((all) => all.map((element) => (element as HTMLAnchorElement).pathname));
    expect(lessons.length).toBeGreaterThanOrEqual(5);
    await page.locator('.path > li > a').first().click();
    for (const [index, path] of lessons.entries()) {
      await page.waitForURL(`**${path}`);
      await expect(page.locator('ol.steps').first(), `${path}: steps`).toBeVisible();
      for (const part of ['Tập thử', 'Bài về nhà', 'Nếu gặp trục trặc'])
        await expect(page.getByRole('heading', { level: 2, name: part }), `${path}: ${part}`).toBeVisible();
      await expect(page.locator('.part-story'), `${path}: story`).toBeVisible();
      const next = lessons[index + 1];
      if (next) await page.locator(`section:has(> #tiep) a[href="${next}"]`).click({ timeout: 5_000 });
    }
  });
}

test('a track prints on one sheet, with a box to tick for each lesson', async ({ page }) => {
  await page.goto('/cho-so/thanh-toan/');
  const pdf = (
    await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' } })
  ).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  await page.emulateMedia({ media: 'print' });
  const box = await page
    .locator('.path > li > a')
    .first()
    .evaluate((element) => getComputedStyle(element, '::after').borderTopWidth);
  expect(parseFloat(box)).toBeGreaterThan(1);
});
