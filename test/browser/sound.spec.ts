/**
 * "Nghe bài này" where the edition has sound: the page's words come with a file and the seconds of its parts,
 * as `test/outputs/audio/offered-sound.test.ts` proves that the build writes them. The sound is a tone that
 * this test makes.
 */
import { expect, test, type Page } from '@playwright/test';

declare global {
  interface Window {
    /** What the device's voice was given. */
    spoken: string[];
  }
}

const guide = '/huong-dan/an-toan/ma-otp/';
const file = '/tai-ve/am-thanh/thu.wav';
const rate = 8000;
/** Seconds of each part. */
const length = 1;

/** A quiet tone of 220 Hz as a WAV file. */
function tone(seconds: number): Buffer {
  const samples = seconds * rate;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  const wave = Uint8Array.from({ length: samples }, (_, at) =>
    Math.round(128 + 20 * Math.sin((at * 220 * 2 * Math.PI) / rate)),
  );
  return Buffer.concat([head, wave]);
}

interface Script {
  readonly lines: readonly (readonly [id: string, shown: string, say?: string])[];
}
const isScript = (value: unknown): value is Script =>
  typeof value === 'object' && value !== null && 'lines' in value;
const partOf = (id: string): string => id.slice(0, id.lastIndexOf('.'));

/** Parts of the page's words with their first line and how many they have. */
function partsOf({ lines }: Script): { id: string; first: number; count: number }[] {
  const parts: { id: string; first: number; count: number }[] = [];
  lines.forEach(([id], index) => {
    const last = parts.at(-1);
    if (last?.id === partOf(id)) last.count++;
    else parts.push({ id: partOf(id), first: index, count: 1 });
  });
  return parts;
}

/** The device has a voice, which notes what it says. */
async function withVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.spoken = [];
    const voice = { lang: 'vi-VN', localService: true, default: true, name: 'vi', voiceURI: 'vi' };
    Object.defineProperty(globalThis, 'speechSynthesis', {
      value: Object.assign(new EventTarget(), {
        getVoices: () => [voice],
        cancel: () => undefined,
        speaking: false,
        pending: false,
        paused: false,
        speak: (line: { text: string; onstart(): void; onend(): void }) => {
          window.spoken.push(line.text);
          setTimeout(() => {
            line.onstart();
            setTimeout(() => line.onend(), 30);
          });
        },
      }),
    });
    Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
  });
}

/** The words of the guide come with sound of these parts; a press of the file's bytes answers in pieces. */
async function withSound(
  page: Page,
  holds: (id: string) => boolean,
  answers: 'plays' | 'gone' = 'plays',
): Promise<void> {
  await withVoice(page);
  // The policy of an edition with sound lets it play; this one has none.
  await page.route(`**${guide}`, async (route) => {
    const answer = await route.fetch();
    const html = (await answer.text()).replace('connect-src', "media-src 'self'; connect-src");
    await route.fulfill({ response: answer, body: html });
  });
  await page.route('**/nghe/82.json', async (route) => {
    const script: unknown = await (await route.fetch()).json();
    if (!isScript(script)) throw new Error('no lines');
    const held = partsOf(script).filter(({ id }) => holds(id));
    const parts = held.map(({ first, count }, at) => [first, count, at * length, (at + 0.7) * length]);
    await route.fulfill({ json: { ...script, sound: { file, by: 'Người đọc: Bà Lan.', parts } } });
  });
  const bytes = tone(60);
  await page.route(`**${file}`, (route) => {
    if (answers === 'gone') return route.fulfill({ status: 404 });
    const from = Number(/bytes=(\d+)/.exec(route.request().headers().range ?? '')?.[1] ?? 0);
    return route.fulfill({
      status: 206,
      contentType: 'audio/wav',
      headers: {
        'accept-ranges': 'bytes',
        'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
      },
      body: bytes.subarray(from),
    });
  });
}

const player = (page: Page) => page.getByRole('region', { name: 'Nghe đọc' });
const listen = (page: Page) => page.getByRole('button', { name: 'Nghe bài này' }).click();
const isStep = (id: string): boolean => /^cac-buoc\.\d+$/.test(id);
const marked = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const [range] = 'highlights' in CSS ? [...(CSS.highlights.get('nghe') ?? [])] : [];
    return (range?.startContainer.parentElement ?? document.querySelector('.nghe-day'))?.textContent ?? '';
  });

test.use({
  viewport: { width: 360, height: 640 },
  launchOptions: {
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
    ...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
  },
});

test('the file is played and the mark follows the steps; it keeps to a quarter of the window', async ({
  page,
}) => {
  await withSound(page, () => true);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(guide);
  expect(asked).not.toContain(file);
  await listen(page);
  await expect(player(page).getByRole('status')).toHaveText('Người đọc: Bà Lan.');
  const seen = new Set<string>();
  await expect
    .poll(
      async () => {
        seen.add(await marked(page));
        return seen.size;
      },
      { timeout: 30_000, intervals: [200] },
    )
    .toBeGreaterThan(4);
  const steps = [...seen].filter((text) => /^Bước \d+ trên \d+/.test(text));
  expect(steps.length, [...seen].join(' | ')).toBeGreaterThan(1);
  expect(asked).toContain(file);
  expect(await page.evaluate(() => window.spoken)).toEqual([]);
  const box = await player(page).boundingBox();
  expect(box?.height).toBeLessThanOrEqual(160);
});

test('a stretch that nobody has read is left to the device’s voice, and the file goes on after it', async ({
  page,
}) => {
  await withSound(page, isStep);
  await page.goto(guide);
  await listen(page);
  // The opening is spoken, then the first step is played.
  await expect.poll(() => page.evaluate(() => window.spoken.length)).toBeGreaterThan(0);
  await expect(player(page).getByRole('status')).toHaveText('Người đọc: Bà Lan.', { timeout: 20_000 });
  const before = await page.evaluate(() => window.spoken.length);
  await page.waitForTimeout(600);
  expect(await page.evaluate(() => window.spoken.length)).toBe(before);
});

test('a file that does not come is no loss: the device’s voice reads the same part', async ({ page }) => {
  await withSound(page, () => true, 'gone');
  await page.goto(guide);
  await listen(page);
  await expect.poll(() => page.evaluate(() => window.spoken.length), { timeout: 20_000 }).toBeGreaterThan(2);
  expect(await page.evaluate(() => window.spoken[0])).toMatch(/^Bài /);
});

test('stops and goes on by parts', async ({ page }) => {
  await withSound(page, () => true);
  await page.goto(guide);
  await listen(page);
  const button = (name: string) => player(page).getByRole('button', { name, exact: true });
  await expect(button('Dừng')).toBeVisible();
  await button('Dừng').click();
  await expect(button('Đọc')).toBeVisible();
  const place = (): Promise<string> =>
    page.evaluate(() => document.querySelector('.player .quiet')?.textContent ?? '');
  const first = await place();
  await button('Câu sau').click();
  await expect.poll(place).not.toBe(first);
  await button('Dừng').click();
  const words = await place();
  await page.waitForTimeout(1500);
  expect(await place()).toBe(words);
  expect(await page.evaluate(() => window.spoken)).toEqual([]);
});
