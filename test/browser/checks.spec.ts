/**
 * Two checks are answered by keyboard and by touch, with and without script, on a narrow screen; every check
 * by presses in its page, each day an eighth of them, chosen by their words.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { answerLetters, type AnswerLetter } from '../../src/schemas/check.ts';
import { axeUsualFaults } from '../access/axe.ts';
import { present } from '../present.ts';
import { someOf } from '../whole.ts';
import { realEntries } from '../real.ts';

const checks = realEntries('checks').map(({ data }) => data);
const [first, ...others] = checks;
const played = [present(first, 'check'), present(others.at(-1), 'last check')];
const address = (skill: string): string => `/tu-kiem/${skill}/`;
const question = (page: Page, place: number): Locator => page.locator('[data-question]').nth(place);
const wrongOf = (right: AnswerLetter): AnswerLetter => (right === 'A' ? 'B' : 'A');

/** Chooses an answer and opens what is said about it. */
async function answer(page: Page, place: number, letter: AnswerLetter, hand: 'keyboard' | 'touch') {
  const box = question(page, place);
  const choice = box.getByRole('radio').nth(answerLetters.indexOf(letter));
  if (hand === 'touch') {
    await box.locator('label').nth(answerLetters.indexOf(letter)).tap();
    await box.locator('summary').tap();
  } else {
    await box.getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    for (let count = 0; count < answerLetters.indexOf(letter); count += 1)
      await page.keyboard.press('ArrowDown');
    await expect(choice).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(box.locator('summary')).toBeFocused();
    await page.keyboard.press('Enter');
  }
  await expect(choice).toBeChecked();
}

for (const script of [true, false])
  for (const hand of ['keyboard', 'touch'] as const)
    test.describe(`by ${hand}, ${script ? 'with' : 'without'} script`, () => {
      test.use({
        viewport: { width: 360, height: 640 },
        hasTouch: true,
        isMobile: true,
        javaScriptEnabled: script,
      });
      for (const { skill, questions } of played)
        test(`${skill}: the first wrong, the rest right`, async ({ page }) => {
          await page.goto(address(skill));
          await expect(page.getByText('không cấp giấy')).toBeVisible();
          for (const [place, { right, why }] of questions.entries()) {
            const box = question(page, place);
            await expect(box.getByText(why)).toBeHidden();
            await answer(page, place, place === 0 ? wrongOf(right) : right, hand);
            await expect(box.getByText(why)).toBeVisible();
            await expect(box.getByText('Chưa đúng.')).toBeVisible({ visible: place === 0 });
            await expect(box.getByText('Đúng rồi.')).toBeVisible({ visible: place > 0 });
            await expect(box.getByText('Bạn chưa chọn')).toBeHidden();
          }
          const read = page.locator('[data-read]');
          const all = new Set(questions.map(({ see, rule }) => see?.guide ?? rule)).size;
          await expect(read.filter({ visible: true })).toHaveCount(script ? 1 : all);
          const sum = `Bạn đúng ${questions.length - 1} trên ${questions.length} câu.`;
          if (script) await expect(page.locator('[data-told]')).toContainText(sum);
          await page.getByRole('link', { name: 'Làm lại từ đầu' }).click();
          await expect(page.locator('[data-question] :checked')).toHaveCount(0);
          await expect(page.locator('[data-question] details[open]')).toHaveCount(0);
          await expect(read.filter({ visible: true })).toHaveCount(all);
        });
    });

/** What the reader has before the eyes once an answer is looked at. */
interface Told {
  readonly before: string;
  readonly after: string;
}

/** Answers every question with a press on its label, and looks at what is said. */
const playAll = (page: Page, letters: readonly AnswerLetter[]): Promise<Told[]> =>
  page.evaluate(
    (places) => {
      const questions = [...document.querySelectorAll<HTMLElement>('[data-question]')];
      return questions.map((question, which) => {
        const before = question.innerText;
        question.querySelectorAll('label')[places[which] ?? 0]?.click();
        question.querySelector('summary')?.click();
        return { before, after: question.innerText };
      });
    },
    letters.map((letter) => answerLetters.indexOf(letter)),
  );

test('an answer, right or wrong, is told so with its reason; sum and list fit', async ({ page }) => {
  const asking = checks.filter((check) => check.questions.length > 0);
  const some = someOf(asking, 8, (check) => JSON.stringify(check));
  let answered = 0;
  for (const { skill, questions } of some) {
    await page.goto(address(skill));
    // All wrong but the last, then all right.
    for (const wrong of [questions.length - 1, 0]) {
      const letters = questions.map(({ right }, place) => (place < wrong ? wrongOf(right) : right));
      const told = await playAll(page, letters);
      expect(told.length, skill).toBe(questions.length);
      for (const [place, { why }] of questions.entries()) {
        const { before, after } = present(told[place], 'question');
        // Values of rules stand in gaps.
        const parts = why.split(/\{[^}]*\}/).sort((one, other) => other.length - one.length);
        const words = present(parts[0], why);
        expect(before, skill).not.toContain(words);
        expect(after, skill).toContain(words);
        expect(after.includes('Đúng rồi.'), `${skill} ${place + 1}`).toBe(place >= wrong);
        expect(after.includes('Chưa đúng.'), `${skill} ${place + 1}`).toBe(place < wrong);
        answered += 1;
      }
      const sum = `Bạn đúng ${questions.length - wrong} trên ${questions.length} câu.`;
      await expect(page.locator('[data-told]'), skill).toContainText(sum);
      const missed = new Set(questions.slice(0, wrong).map(({ see, rule }) => see?.guide ?? rule)).size;
      const all = new Set(questions.map(({ see, rule }) => see?.guide ?? rule)).size;
      await expect(page.locator('[data-read]:not([hidden])'), skill).toHaveCount(wrong > 0 ? missed : all);
      await page.locator('[data-again]').click();
      await expect(page.locator('[data-question] details[open]'), skill).toHaveCount(0);
    }
  }
  expect(some.length).toBeGreaterThan(asking.length / 20);
  expect(answered).toBeGreaterThan(some.length * 5);
});

test('what is said is announced once it is looked at, and not while the arrow keys walk', async ({
  page,
}) => {
  const { skill, questions } = present(first, 'check');
  const { right, why } = present(questions[0], 'question');
  await page.goto(address(skill));
  const spoken = page.locator('[data-check] > [role=status]');
  const box = question(page, 0);
  await box.getByRole('radio').nth(answerLetters.indexOf(right)).check();
  await expect(spoken).toBeEmpty();
  await box.locator('summary').click();
  await expect(spoken).toContainText('Đúng rồi.');
  await expect(spoken).toContainText(why);
  await expect(spoken).not.toContainText('Chưa đúng');
});

test('without an answer the explanation says so', async ({ page }) => {
  await page.goto(address(present(first, 'check').skill));
  await question(page, 0).locator('summary').click();
  await expect(question(page, 0).getByText('Bạn chưa chọn')).toBeVisible();
});

test('axe finds nothing on the list, on a check with all answers open, and on the sheets', async ({
  page,
}) => {
  const { skill, questions } = present(first, 'check');
  let looked = 0;
  for (const path of ['/tu-kiem/', address(skill), `/in/tu-kiem/${skill}/`, '/in/the-abcd/']) {
    await page.goto(path);
    if (path === address(skill))
      for (const [place, { right }] of questions.entries()) await answer(page, place, right, 'keyboard');
    expect(await axeUsualFaults(page), path).toEqual([]);
    looked += 1;
  }
  expect(looked).toBe(4);
});
