/**
 * "Nghe bài này" in a real browser, with a voice that only pretends: it keeps what it was given and speaks as
 * fast as the test wants.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { present } from '../present.ts';
import { someOf } from '../whole.ts';

interface FakeVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default: boolean;
}
interface Options {
  readonly voices: readonly FakeVoice[];
  /** Milliseconds until the voices are listed. */
  readonly listedAfter?: number;
  /**
   * What an utterance does: begins and ends at once, begins and stays, never begins, ends without a
   * beginning, or reports `error`.
   */
  readonly speech?: 'quick' | 'held' | 'dead' | 'endless' | 'error';
  readonly error?: string;
  /** Swallows what is given within this many milliseconds after `cancel()`. */
  readonly deaf?: number;
  /** No Custom Highlight API. */
  readonly oldBrowser?: boolean;
}
interface Said {
  readonly text: string;
  readonly rate: number;
  readonly lang: string;
  readonly voice: string;
  readonly marked: string;
}
declare global {
  interface Window {
    said: Said[];
    cancelled: number;
    writeDown(utterance: SpeechSynthesisUtterance): void;
  }
}

const linh: FakeVoice = { name: 'Linh', lang: 'vi-VN', localService: true, default: false };
const online: FakeVoice = { name: 'HoaiMy', lang: 'vi-VN', localService: false, default: false };
const english: FakeVoice = { name: 'Samantha', lang: 'en-US', localService: true, default: true };
const guide = '/huong-dan/an-toan/ma-otp/';

/** What stands in for an utterance, and what the tests look at. Runs in the page. */
function utterances(oldBrowser: boolean): void {
  window.said = [];
  window.cancelled = 0;
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      text: string;
      rate = 1;
      lang = '';
      voice = null;
      onstart = null;
      onend = null;
      onerror = null;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  if (oldBrowser) Reflect.deleteProperty(CSS, 'highlights');
}

/** Writes down what is said, with what the page marks at that moment. Runs in the page. */
function writeDown(): void {
  window.writeDown = (utterance) => {
    const range =
      'highlights' in CSS ? ([...(CSS.highlights.get('nghe') ?? [])][0] as Range | undefined) : undefined;
    const block = document.querySelector('.nghe-day');
    const inside = range?.cloneContents();
    // The meaning of a word lies inside the sentence, unseen until it is asked for.
    inside?.querySelectorAll('[popover]').forEach((element) => element.remove());
    window.said.push({
      text: utterance.text,
      rate: utterance.rate,
      lang: utterance.lang,
      voice: utterance.voice?.name ?? '',
      marked: inside?.textContent ?? block?.getAttribute('aria-label') ?? block?.textContent ?? '',
    });
  };
}

/** Stands in for the voices of the device. Runs in the page, after the two above. */
function voices(options: Options): void {
  const target = new EventTarget();
  let listed = (options.listedAfter ?? 0) === 0;
  if (!listed)
    setTimeout(() => {
      listed = true;
      target.dispatchEvent(new Event('voiceschanged'));
    }, options.listedAfter);
  let current: SpeechSynthesisUtterance | undefined;
  let cancelledAt = -Infinity;
  const synthesis = Object.assign(target, {
    getVoices: () => (listed ? options.voices : []),
    cancel: () => {
      window.cancelled++;
      cancelledAt = performance.now();
      current = undefined;
    },
    speak: (utterance: SpeechSynthesisUtterance) => {
      current = utterance;
      window.writeDown(utterance);
      const step = options.speech ?? 'quick';
      if (performance.now() - cancelledAt < (options.deaf ?? 0)) return;
      if (step === 'dead') return;
      const soon = step === 'quick' ? queueMicrotask : (run: () => void) => void setTimeout(run);
      soon(() => {
        if (current !== utterance) return;
        if (step === 'error')
          return utterance.onerror?.(
            Object.assign(new Event('error'), {
              error: options.error ?? '',
            }) as SpeechSynthesisErrorEvent,
          );
        if (step !== 'endless') utterance.onstart?.(new Event('start') as SpeechSynthesisEvent);
        if (step === 'quick' || step === 'endless')
          soon(() => {
            if (current === utterance) utterance.onend?.(new Event('end') as SpeechSynthesisEvent);
          });
      });
    },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
}

async function withVoice(page: Page, options: Options): Promise<void> {
  await page.addInitScript(utterances, options.oldBrowser === true);
  await page.addInitScript(writeDown);
  await page.addInitScript(voices, options);
}

const said = (page: Page): Promise<Said[]> => page.evaluate(() => window.said);
const open = (page: Page) => page.getByRole('button', { name: 'Nghe bài này' });
const player = (page: Page) => page.getByRole('region', { name: 'Nghe đọc' });
const button = (page: Page, name: string) => player(page).getByRole('button', { name, exact: true });
const letters = (marked: string): string =>
  [...marked].filter((character) => /[\p{L}\p{N}]/u.test(character)).join('');

test('nothing sounds and nothing of the player is loaded before a press', async ({ page }) => {
  await withVoice(page, { voices: [linh] });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(guide);
  await expect(open(page)).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(await said(page)).toEqual([]);
  expect(asked.filter((address) => /read-aloud|\/nghe\//.test(address))).toEqual([]);
});

test('plays, pauses, goes back and on by a sentence, and starts again from the first', async ({ page }) => {
  await withVoice(page, { voices: [english, online, linh], speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await expect(button(page, 'Dừng')).toBeFocused();
  await expect(player(page).getByText(/^Câu 1 trên \d+$/)).toBeVisible();
  const presses = ['Câu sau', 'Câu sau', 'Câu trước', 'Dừng', 'Đọc', 'Từ đầu'];
  let count = 1;
  for (const name of presses) {
    await button(page, name).click();
    if (name === 'Dừng') await expect(button(page, 'Đọc')).toBeVisible();
    else count++;
    await expect.poll(async () => (await said(page)).length).toBe(count);
  }
  const list = await said(page);
  const [one, two, three] = list.map((said) => said.text);
  expect(list.map((said) => said.text)).toEqual([one, two, three, two, two, one]);
  expect(one).toMatch(/^Bài [^\d]+: /);
  expect(new Set([one, two, three]).size).toBe(3);
  // A voice on the device before one on the network, and never one of another language.
  expect(list.every((said) => said.voice === 'Linh' && said.lang === 'vi-VN')).toBe(true);
});

test('speed is kept, and a change repeats the sentence', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await player(page).getByLabel('Tốc độ').selectOption('0.75');
  await page.goto('/huong-dan/an-toan/mat-khau-manh/');
  await open(page).click();
  await expect.poll(() => said(page)).toHaveLength(1);
  expect((await said(page))[0]?.rate).toBe(0.75);
  await player(page).getByLabel('Tốc độ').selectOption('1.5');
  await expect.poll(() => said(page)).toHaveLength(2);
  const list = await said(page);
  expect(list.map((said) => said.rate)).toEqual([0.75, 1.5]);
  expect(list[0]?.text).toBe(present(list[1], 'item 1 of list').text);
});

test('keeps its place for this guide and this tab', async ({ page, context }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  for (let i = 0; i < 5; i++) await button(page, 'Câu sau').click();
  await expect(player(page).getByText(/^Câu 6 trên /)).toBeVisible();
  await page.waitForTimeout(500);
  const place = (await said(page)).at(-1)!.text;
  await page.reload();
  await open(page).click();
  await expect.poll(async () => (await said(page)).at(-1)?.text).toBe(place);
  const other = await context.newPage();
  await withVoice(other, { voices: [linh], speech: 'held' });
  await other.goto(guide);
  await open(other).click();
  await expect(player(other).getByText(/^Câu 1 trên /)).toBeVisible();
});

test('reads from each part and step that has the button', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  await expect(page.getByRole('button', { name: /^Đọc từ đây/ })).toHaveCount(0);
  await open(page).click();
  const starts = page.getByRole('button', { name: /^Đọc từ đây/ });
  // Those of a part that is folded stand in the fold.
  await page.locator('.body details.part').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true;
  });
  await expect(starts).toHaveCount(await page.locator('.body h2[id], .steps > li > h3').count());
  const number = await starts.count();
  expect(number).toBeGreaterThan(8);
  for (let i = 0; i < number; i++) {
    const title = letters(
      present(await starts.nth(i).getAttribute('aria-label'), 'getAttribute()').slice('Đọc từ đây: '.length),
    );
    await starts.nth(i).press('Enter');
    await expect.poll(async () => (await said(page)).length).toBe(i + 2);
    const { marked } = (await said(page)).at(-1)!;
    expect(letters(marked).endsWith(title), `${marked} ends with ${title}`).toBe(true);
  }
});

test('everything by keyboard, and closing gives the focus back', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  await open(page).focus();
  await page.keyboard.press('Enter');
  await expect(button(page, 'Dừng')).toBeFocused();
  const names: string[] = [];
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab');
    names.push(
      await page.evaluate(
        () => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent,
      ),
    );
  }
  expect(names).toEqual(['Câu trước', 'Câu sau', 'Từ đầu', 'Tốc độ', 'Tắt nghe']);
  await page.keyboard.press('Enter');
  await expect(player(page)).toHaveCount(0);
  await expect(open(page)).toBeFocused();
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});

test('says plainly that there is no Vietnamese voice, with the way to add one', async ({ page }) => {
  await withVoice(page, { voices: [english] });
  await page.goto(guide);
  await open(page).click();
  await expect(player(page).getByRole('status')).toContainText('Máy này chưa có giọng đọc tiếng Việt.', {
    timeout: 4000,
  });
  await expect(player(page).getByRole('link', { name: 'Cách thêm giọng đọc' })).toHaveAttribute(
    'href',
    '/tro-nang/nghe/',
  );
  expect(await said(page)).toEqual([]);
});

test('waits for voices that are listed late', async ({ page }) => {
  await withVoice(page, { voices: [{ ...linh, lang: 'vi_VN' }], listedAfter: 900, speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await expect.poll(() => said(page)).toHaveLength(1);
  expect((await said(page))[0]?.lang).toBe('vi-VN');
});

for (const [what, options, text, tries] of [
  ['never begins', { speech: 'dead' }, 'Đã thử hai lần, máy vẫn chưa phát ra tiếng.', 2],
  ['ends without a beginning', { speech: 'endless' }, 'có thể chưa tải về', 2],
  ['has no engine', { speech: 'error', error: 'synthesis-unavailable' }, 'Bộ đọc không chạy.', 1],
  ['may not sound yet', { speech: 'error', error: 'not-allowed' }, 'Trình duyệt chưa cho phát tiếng.', 1],
  ['is cut by others', { speech: 'error', error: 'interrupted' }, 'đã ngắt giọng đọc', 2],
  [
    'finds the loudspeaker taken',
    { speech: 'error', error: 'audio-busy' },
    'Loa đang được ứng dụng khác dùng.',
    1,
  ],
] as const satisfies readonly (readonly [string, Omit<Options, 'voices'>, string, number])[]) {
  test(`tells the truth when a listed voice ${what}`, async ({ page }) => {
    await withVoice(page, { voices: [linh], ...options });
    await page.goto(guide);
    await open(page).click();
    await expect(player(page).getByRole('status')).toContainText(text, { timeout: 15_000 });
    await expect(button(page, 'Đọc')).toBeVisible();
    expect(await said(page)).toHaveLength(tries);
  });
}

test('a voice that begins and never ends: the next sentence is read after a while, and three in a row end it', async ({
  page,
}) => {
  await page.clock.install();
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await expect(player(page).getByText(/^Câu 1 trên /)).toBeVisible();
  await page.clock.runFor(40_000);
  await expect(player(page).getByRole('status')).toContainText('Giọng đọc không đọc trọn câu trước.');
  await page.clock.runFor(120_000);
  await expect(player(page).getByRole('status')).toContainText('treo ba câu liền');
  await expect(button(page, 'Đọc')).toBeVisible();
  const texts = (await said(page)).map((line) => line.text);
  expect(texts).toHaveLength(3);
  expect(new Set(texts).size).toBe(3);
});

test('an engine that swallows what comes right after a stop still reads the sentence asked for', async ({
  page,
}) => {
  await withVoice(page, { voices: [linh], speech: 'held', deaf: 50 });
  await page.goto(guide);
  await open(page).click();
  await expect.poll(() => said(page)).toHaveLength(1);
  await button(page, 'Câu sau').click();
  await expect.poll(() => said(page)).toHaveLength(2);
  await page.waitForTimeout(2500);
  // Heard: no second try, and nothing is complained of.
  expect(await said(page)).toHaveLength(2);
  await expect(player(page).locator('[role=status]')).toHaveText('');
});

test('a voice named after the message is offered, and does not begin by itself', async ({ page }) => {
  await withVoice(page, { voices: [linh], listedAfter: 4000, speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await expect(player(page).getByRole('status')).toContainText('Máy chưa đưa ra giọng đọc nào.');
  await expect(player(page).getByRole('status')).toContainText('Giọng tiếng Việt đã sẵn sàng.', {
    timeout: 10_000,
  });
  expect(await said(page)).toEqual([]);
  await button(page, 'Đọc').click();
  await expect.poll(() => said(page)).toHaveLength(1);
});

test('says where the words go when the voice is not on the device', async ({ page }) => {
  await withVoice(page, { voices: [online], speech: 'held' });
  await page.goto(guide);
  await open(page).click();
  await expect(player(page).getByRole('status')).toContainText('đọc qua mạng');
});

test('tells when the script cannot be loaded, and can be tried again', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(guide);
  // The network is gone: neither the words nor the file that tells a newer edition from a broken one comes.
  const lost = /\/(?:nghe\/[^/]*|tai-sau)\.json$/;
  await page.route(lost, (route) => route.abort());
  await open(page).click();
  await expect(page.getByText('Chưa tải được lời đọc')).toBeVisible();
  await page.unroute(lost);
  await open(page).click();
  await expect.poll(() => said(page)).toHaveLength(1);
  await expect(page.getByText('Chưa tải được lời đọc')).toBeHidden();
});

test('an old browser gets the block marked instead', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held', oldBrowser: true });
  await page.goto(guide);
  await open(page).click();
  await expect(page.locator('.nghe-day')).toHaveCount(1);
  await expect(page.locator('h1.nghe-day, p.nghe-day')).toHaveCount(1);
});

test('in the mode the player is there without a press, silent, and nothing moves', async ({ page }) => {
  await withVoice(page, { voices: [linh] });
  await page.addInitScript(() => {
    (window as unknown as { moved: number }).moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        (window as unknown as { moved: number }).moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const size of [
    { width: 360, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`${guide}?che-do=nghe`);
    await expect(player(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as unknown as { moved: number }).moved)).toBe(0);
    expect(await said(page)).toEqual([]);
  }
});

test('step by step: the step being read is the one shown', async ({ page }) => {
  await withVoice(page, { voices: [linh], speech: 'held' });
  await page.goto(`${guide}?che-do=nghe,tung-buoc`);
  await button(page, 'Đọc').click();
  await expect.poll(() => said(page)).toHaveLength(1);
  for (let i = 0; i < 40 && !(await said(page)).at(-1)!.text.startsWith('Bước hai trên'); i++) {
    await button(page, 'Câu sau').click();
    await expect.poll(async () => (await said(page)).length).toBe(i + 2);
  }
  expect((await said(page)).at(-1)!.text).toMatch(/^Bước hai trên/);
  await expect(page.locator('#buoc-2')).toBeVisible();
  await expect(page.locator('#buoc-1')).toBeHidden();
});

const dist = join(import.meta.dirname, '../../dist');
const guides = globSync(['huong-dan/*/*/index.html', 'cho-so/*/*/index.html'], { cwd: dist })
  .sort()
  .map((file) => ({
    address: `/${file.replace('index.html', '')}`,
    html: readFileSync(join(dist, file), 'utf8'),
  }));
/** What a body may hold that a mark must fit around: the first guide with each is listened to. */
const shapes = [
  /role="img"/,
  /<table/,
  /popover/,
  /class="box/,
  /<details/,
  /<ol class="steps/,
  /<dl/,
  /<figure/,
];
const heardOf = new Set([
  ...shapes.flatMap((shape) => guides.find(({ html }) => shape.test(html))?.address ?? []),
  ...someOf(guides, 20, ({ html }) => html).map(({ address }) => address),
]);
const parts = 4;
for (let part = 0; part < parts; part++)
  test(`chosen guides, part ${part + 1} of ${parts}: each line is said, marked where it stands`, async ({
    page,
    request,
  }) => {
    await withVoice(page, { voices: [linh] });
    // All in sight: scrolling to every sentence would take most of the time.
    await page.setViewportSize({ width: 1280, height: 12_000 });
    const policy: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy|Trusted/i.test(message.text())) policy.push(message.text());
    });
    for (const address of [...heardOf].filter((_, index) => index % parts === part)) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      await open(page).click();
      await expect(player(page).getByRole('status')).toHaveText('Đã đọc hết bài.', { timeout: 20_000 });
      const script = (await (
        await request.get(present(await open(page).getAttribute('data-listen'), 'getAttribute()'))
      ).json()) as {
        lines: [string, string, string?][];
      };
      const list = await said(page);
      expect(list.length, address).toBe(script.lines.length);
      // That every line of every guide is found where it stands: test/site/spoken-places.test.ts.
      script.lines.forEach(([id, shown, say], index) => {
        const { text, marked } = present(list[index], 'an item of list');
        expect(text, `${address} ${id}`).toBe(say ?? shown);
        if (shown !== '') expect(letters(marked), `${address} ${id}`).toBe(letters(shown));
        else expect(marked, `${address} ${id}`).toBe(present(list[index - 1], 'an item of list').marked);
      });
    }
    expect(heardOf.size).toBeGreaterThanOrEqual(parts);
    expect(policy).toEqual([]);
  });
