/** Lessons in a platform: scorm-again stands above the frame as a platform does. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { realHandbook } from '../real.ts';
import type { Choice } from '../../src/outputs/output.ts';
import { packages } from '../../src/outputs/scorm/write.ts';
import { present } from '../present.ts';

const runtime = (name: string): string =>
  readFileSync(createRequire(import.meta.url).resolve(`scorm-again/${name}`), 'utf8');
type Standard = '1.2' | '2004';
/** What stands above a lesson, and what the tests read of it. */
const platforms = {
  '1.2': {
    script: runtime('scorm12'),
    object: 'API',
    status: 'core.lesson_status',
    location: 'core.lesson_location',
  },
  '2004': {
    script: runtime('scorm2004'),
    object: 'API_1484_11',
    status: 'completion_status',
    location: 'location',
  },
} as const;
const firstSession = () => present(realHandbook().programmes[0], 'session');
const silentGuide = () => {
  const { guides, programmes } = realHandbook();
  const silent = guides.find((guide) =>
    programmes.every(({ questions }) => questions.every((one) => one.guide.id !== guide.id)),
  );
  return present(silent, 'a guide without questions');
};
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
};

/** Files of a package at an address of their own; tells what else was asked for. */
async function serve(page: Page, choice: Choice, standard: Standard): Promise<string[]> {
  const all = await packages({
    handbook: realHandbook(),
    choice,
    program: () => '',
    browser: () => '',
    say: () => undefined,
  });
  const made = all.find(({ name }) => name.includes('/2004/') === (standard === '2004'));
  const files = unzipSync(Buffer.from(present(made, 'package').content));
  const strange: string[] = [];
  await page.route('**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.slice(1);
    const bytes = files[name];
    if (name === 'nen-tang') {
      const frame = '<iframe title="bài" width="360" height="640"></iframe>';
      const script = `<script>${platforms[standard].script}</script>`;
      const body = `<!doctype html><title>nền tảng</title>${frame}${script}`;
      await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
    } else if (bytes === undefined) {
      if (name !== 'favicon.ico') strange.push(route.request().url());
      await route.fulfill({ status: 404 });
    } else {
      const contentType = types[name.split('.').at(-1) ?? ''] ?? '';
      await route.fulfill({ contentType, body: strFromU8(bytes) });
    }
  });
  return strange;
}

/** Opens a lesson as a platform does, with what it kept of last time. */
async function open(page: Page, standard: Standard, file: string, before?: string): Promise<void> {
  await page.goto('http://nen-tang.test/nen-tang');
  await page.evaluate(
    ([name, version, object, before]) => {
      const Api = version === '2004' ? Scorm2004API : Scorm12API;
      const api = new Api({ autocommit: false, logLevel: 5 });
      if (before !== undefined) api.loadFromJSON(JSON.parse(before));
      Object.assign(window, { [object]: api, kept: api });
      const frame = document.querySelector('iframe');
      if (frame) frame.src = name;
    },
    [file, standard, platforms[standard].object, before] as const,
  );
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
}
const state = (page: Page): Promise<string> => page.evaluate(() => kept.renderCMIToJSONString());
/** A value of the platform by its way: `core.lesson_status`. */
const told = (page: Page, way: string): Promise<unknown> =>
  page.evaluate(
    (names) =>
      names
        .split('.')
        .reduce<unknown>(
          (inner, name) =>
            typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined,
          kept.cmi,
        ),
    way,
  );

declare const Scorm12API: new (settings: object) => Api;
declare const Scorm2004API: new (settings: object) => Api;
declare const kept: Api;
interface Api {
  loadFromJSON(state: unknown): void;
  renderCMIToJSONString(): string;
  readonly cmi: object;
}

for (const standard of ['1.2', '2004'] as const) {
  const { status, location } = platforms[standard];
  test.describe(`SCORM ${standard}`, () => {
    test('the end of a session: resumed with what was opened, complete after the third answer', async ({
      page,
    }) => {
      const session = firstSession();
      const choice: Choice = {
        of: 'session',
        slug: session.id,
        title: session.data.title,
        guides: session.guides,
      };
      const strange = await serve(page, choice, standard);
      const frame = page.frameLocator('iframe');
      await open(page, standard, 'ba-cau-hoi.html');
      expect(await told(page, status)).toBe('incomplete');
      await frame.getByText('Xem câu trả lời').nth(1).click();
      await expect(frame.getByText(present(session.questions[1], 'question').expect)).toBeVisible();
      await page.locator('iframe').evaluate((element) => element.setAttribute('src', 'about:blank'));
      await expect.poll(() => state(page)).toContain('"exit":"suspend"');
      const kept = await state(page);

      await open(page, standard, 'ba-cau-hoi.html', kept);
      await expect(frame.locator('details[open]')).toHaveCount(1);
      await frame.getByText('Xem câu trả lời').nth(0).click();
      expect(await told(page, status)).toBe('incomplete');
      await frame.getByText('Xem câu trả lời').nth(2).click();
      await expect(frame.getByRole('status')).toHaveText('Đã ghi là học xong.');
      expect(await told(page, status)).toBe('completed');
      // Nothing but how far and done: no score, no time, no answers.
      const last = await state(page);
      expect(last).toContain(`"suspend_data":"${realHandbook().edition}:0,1,2"`);
      for (const silence of [
        /"raw":"[^"]/,
        /"session_time":"(?!00:00:00|PT0H0M0S)/,
        /"(?:student|learner)_response"/,
      ])
        expect(last).not.toMatch(silence);
      expect(strange).toEqual([]);
    });

    test('a guide: the button completes it, and next time it leads back to where its reader was', async ({
      page,
    }) => {
      const silent = silentGuide();
      await serve(page, { of: 'guides', slug: 'mot', title: 'một bài', guides: [silent] }, standard);
      const frame = page.frameLocator('iframe');
      const file = `bai-${silent.data.number}.html`;
      await open(page, standard, file);
      await frame.locator('main h3').nth(1).scrollIntoViewIfNeeded();
      await expect(async () => {
        await frame.locator('main h2').last().scrollIntoViewIfNeeded();
        await frame.locator('body').evaluate(() => dispatchEvent(new Event('pagehide')));
        expect(await told(page, location)).toMatch(/^\d{4}-\d{2}-\d{2}:[1-9]/);
      }).toPass();
      const kept = await state(page);
      await open(page, standard, file, kept);
      await expect(frame.getByText('Lần trước đang đọc đến:')).toBeVisible();
      await frame.getByRole('button', { name: 'Tôi đã xem hết và làm thử' }).click();
      await expect(frame.getByRole('status')).toHaveText('Đã ghi là học xong.');
      expect(await told(page, status)).toBe('completed');
    });

    test('opened without a platform it can be read, and says that nothing is kept', async ({ page }) => {
      const silent = silentGuide();
      await serve(page, { of: 'guides', slug: 'mot', title: 'một bài', guides: [silent] }, standard);
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      await page.goto(`http://nen-tang.test/bai-${silent.data.number}.html`);
      await expect(page.getByRole('status')).toHaveText(
        'Bài đang mở ngoài nền tảng học nên không ghi lại gì.',
      );
      await page.getByRole('button', { name: 'Tôi đã xem hết và làm thử' }).click();
      await expect(page.getByRole('status')).toHaveText('Bạn đã xem hết bài này.');
      expect(faults).toEqual([]);
    });
  });
}
