/**
 * The print kit on paper: page counts are taken from PDFs, which is what a printer gets; codes are read from
 * pictures of the page.
 */
import { bringLetters, printFamily, setInLetters } from '../../src/books/print-letters.ts';
import { present } from '../present.ts';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test, type Page } from '@playwright/test';
import jsQR from 'jsqr';
import { PNG } from './png.ts';
import { readPdf, settledPdf, type PdfFacts } from '../../src/books/pdf-facts.ts';
import { pdfFaults } from '../../src/outputs/print/pdf-faults.ts';
import type { SheetFile } from '../../src/outputs/print/print-kit.ts';
import { someOf, whole } from '../whole.ts';

const dist = join(import.meta.dirname, '../../dist');
const list = JSON.parse(readFileSync(join(dist, 'du-lieu/to-in.json'), 'utf8')) as {
  edition: string;
  sheets: SheetFile[];
};
const handouts = globSync('in/[0-9]*/index.html', { cwd: dist })
  .map((file) => ({ number: Number(file.split(/[\\/]/)[1]), html: readFileSync(join(dist, file), 'utf8') }))
  .sort((a, b) => a.number - b.number);
const style =
  present(
    /<style>([\s\S]*?)<\/style>/.exec(present(handouts[0], 'item 0 of handouts').html),
    'the pattern in the text',
  )[1] ?? '';
const article = (html: string): string =>
  present(/<article[\s\S]*<\/article>/.exec(html), 'the pattern in the text')[0];

const pdf = async (page: Page): Promise<PdfFacts> =>
  readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })));

/**
 * Letters of other systems than this one: the sheet asks for them by name, so the test may put one in front.
 */
const letters = {
  'as this machine has them': '',
  'of Arial’s width': '"Liberation Sans"',
  'of a machine that has only wide letters': 'NarrowDejaVu',
};
/** What fits in the widest letters fits in the others. */
const widest = 'of a machine that has only wide letters';
/** Half by what stands in them, all in a whole run: a guide that fits no sheet is told by the gate. */
const looked = someOf(handouts, 2, ({ html }) => html);
for (const [name, family] of Object.entries(letters)) {
  if (!whole && name !== widest) continue;
  test(`each handout is one A4 page, letters ${name}`, async ({ page }) => {
    // All sheets in one document: each begins on a page of its own, so a sheet that is too long shifts all
    // that follow.
    const css = `${style}${family === '' ? '' : `:root { --letters: ${family} }`} .sheet:last-child { break-after: page } .sheet:last-of-type { break-after: auto }`;
    const sheets = looked.map((handout) => article(handout.html)).join('');
    await page.setContent(
      `<!doctype html><html lang="vi"><head><title>Tờ phát tay</title><style>${css}</style></head>` +
        `<body><main>${sheets}</main></body></html>`,
    );
    await page.evaluate(() => document.fonts.ready);
    const facts = await pdf(page);
    expect(facts.pages).toBe(looked.length);
    expect(handouts.length).toBeGreaterThan(120);
    expect(looked.length).toBeGreaterThan(handouts.length / 4);
    facts.text.forEach((text, index) => {
      expect(
        text.startsWith(`Bài ${present(looked[index], 'an item of looked').number} `),
        `page ${index + 1}: ${text.slice(0, 60)}`,
      ).toBe(true);
      expect(text, `page ${index + 1}`).toContain(
        `Mở sổ tay, gõ số ${present(looked[index], 'an item of looked').number}`,
      );
      // A capital with two marks at the top of the next page may reach over the edge of this one: here pages
      // touch, on paper they do not.
      expect(text, `page ${index + 1} ends with its foot`).toMatch(
        /iểm tra ngày \d{1,2}\/\d{1,2}\/\d{4}\.(?: In từ bản ngày [\d/]+\. Tờ này còn đúng không: quét mã bên, hoặc mở .+\/ ?kiem\/\d+)?(?: \p{Lu})?$/u,
      );
    });
  });
}

test('a sheet that is too long would be noticed', async ({ page }) => {
  await page.setContent(
    `<!doctype html><html lang="vi"><head><title>x</title><style>${style}</style></head><body><main>${article(present(handouts[0], 'item 0 of handouts').html).replace('<footer', `${'<p>Thêm một dòng.</p>'.repeat(30)}<footer`)}</main></body></html>`,
  );
  expect((await pdf(page)).pages).toBe(2);
});

test('one file of each kind: tagged, titled, in Vietnamese, right paper, right number of pages', async ({
  page,
}) => {
  const kinds = [
    'bai-80',
    'ap-phich-80-a4',
    'ap-phich-80-a3',
    'ap-phich-so-goi-a4',
    'ap-phich-ngay-hoi-10-10-a4',
    'the-dai-su-so',
    'gia-dinh-so',
    'phieu-dem',
    present(
      list.sheets.find((sheet) => sheet.file.startsWith('tap-huan-')),
      'one of sheets',
    ).file,
  ];
  const faults: string[] = [];
  await bringLetters(page.context());
  for (const kind of kinds) {
    const sheet = present(
      list.sheets.find((candidate) => candidate.file === kind),
      'one of sheets',
    );
    await page.goto(sheet.path);
    if (sheet.path.includes('#')) await page.reload();
    await setInLetters(page);
    const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
    const facts = await readPdf(bytes);
    faults.push(...pdfFaults(sheet, facts).map((fault) => `${kind}: ${fault}`));
    const box = present(
      /\/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+)/.exec(Buffer.from(bytes).toString('latin1')),
      'the pattern in the text',
    );
    expect(Math.round(Number(box[2])), kind).toBe(sheet.size === 'A3' ? 1191 : 842);
    expect(facts.roles.has('Figure'), `${kind}: the code is a picture with words`).toBe(kind !== 'phieu-dem');
  }
  expect(faults).toEqual([]);
});

/** A browser on a machine with only these letters, as a Debian or Ubuntu has them when it is new. */
async function withFewLetters(use: (page: Page) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'few-letters-'));
  const config = join(folder, 'fonts.conf');
  const folders = ['dejavu', 'liberation'].map((name) => `<dir>/usr/share/fonts/truetype/${name}</dir>`);
  writeFileSync(config, `<fontconfig>${folders.join('')}<cachedir>${folder}</cachedir></fontconfig>`);
  const executablePath = process.env.CHROMIUM;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox'],
    env: { ...process.env, FONTCONFIG_FILE: config },
  });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

test('one family with every letter of Vietnamese is in each file, on a machine that does not have it', async ({
  baseURL,
}) => {
  const kinds = [
    'bai-80',
    'bai-83',
    'ap-phich-80-a4',
    'ap-phich-ngay-hoi-10-10-a4',
    'the-dai-su-so',
    'gia-dinh-so',
    'phieu-dem',
    // One component draws them all: a sixth by what stands in them, all in a whole run.
    ...someOf(
      list.sheets.filter((sheet) => sheet.file.startsWith('tap-huan-')),
      6,
      ({ path }) => readFileSync(join(dist, path, 'index.html'), 'utf8'),
    ).map((sheet) => sheet.file),
  ];
  const letters = [...'aăâeêioôơuưy'].flatMap((base) =>
    ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (base + tone).normalize('NFC')),
  );
  const all = [...letters, 'đ'].flatMap((letter) => [letter, letter.toUpperCase()]).join('');
  let trainers = 0;
  await withFewLetters(async (page) => {
    const first = list.sheets.find((sheet) => sheet.file === 'bai-80');
    // Before: what that machine has, and more than one family.
    await page.goto(`${baseURL}${first?.path}`);
    const before = await pdf(page);
    expect([...before.fonts]).not.toContain(printFamily);
    expect(before.fonts.size).toBeGreaterThan(0);
    await bringLetters(page.context());
    for (const kind of kinds) {
      const sheet = list.sheets.find((candidate) => candidate.file === kind);
      expect(sheet, kind).toBeDefined();
      await page.goto(`${baseURL}${sheet?.path}`);
      await setInLetters(page);
      const { fonts, pages, text } = await pdf(page);
      expect([...fonts], kind).toEqual([printFamily]);
      expect(pages, kind).toBeLessThanOrEqual(sheet?.most ?? 0);
      if (!kind.startsWith('tap-huan-')) continue;
      trainers++;
      // Another page is for more than a line or two.
      expect(text.at(-1)?.split(' ').length, `${kind}: words on page ${pages}`).toBeGreaterThan(60);
    }
    await page.goto(`${baseURL}/in/80/`);
    await page.evaluate((text) => {
      for (const weight of ['400', '600', '700', '800']) {
        const line = document.createElement('p');
        line.style.fontWeight = weight;
        line.textContent = text;
        document.querySelector('main')?.prepend(line);
      }
    }, all);
    await setInLetters(page);
    const { fonts, text } = await pdf(page);
    expect([...fonts]).toEqual([printFamily]);
    const printed = text.join('').normalize('NFC').replace(/\s/g, '');
    expect(printed.split(all)).toHaveLength(5);
  });
  expect(kinds.length).toBeGreaterThan(8);
  expect(trainers).toBeGreaterThan(whole ? 15 : 0);
});

test('the same page gives the same file, but for the time of making, which becomes the edition’s day', async ({
  page,
}) => {
  await page.goto('/in/80/');
  const make = async (): Promise<Uint8Array> =>
    new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true }));
  const [one, two] = [settledPdf(await make(), list.edition), settledPdf(await make(), list.edition)];
  expect(Buffer.compare(one, two)).toBe(0);
  expect(Buffer.from(one).toString('latin1')).toContain(`(D:${list.edition.replaceAll('-', '')}000000`);
});

test('heads of tables keep their words whole on paper, in narrow and in wide letters', async ({ page }) => {
  const sheets = globSync('in/**/index.html', { cwd: dist })
    .filter((file) => readFileSync(join(dist, file), 'utf8').includes('<thead'))
    .map((file) => `/${file.replace('index.html', '')}`);
  expect(sheets.length).toBeGreaterThan(20);
  // The same few tables stand on many sheets.
  const looked = someOf(sheets, 8, (path) => readFileSync(join(dist, path, 'index.html'), 'utf8'));
  await page.setViewportSize({ width: 718, height: 1046 });
  await page.emulateMedia({ media: 'print' });
  let words = 0;
  const broken: string[] = [];
  for (const path of looked) {
    await page.goto(path);
    for (const family of ['Roboto', 'NarrowDejaVu', 'DejaVu Sans']) {
      const seen = await page.evaluate((family) => {
        document.documentElement.style.setProperty('--letters', `"${family}"`);
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        let count = 0;
        const parts: string[] = [];
        while (walker.nextNode()) {
          const node = walker.currentNode as Text;
          if (!node.parentElement?.closest('thead th')) continue;
          for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{M}]+/gu)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            count++;
            if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
              parts.push(word);
          }
        }
        return { count, parts };
      }, family);
      words += seen.count;
      broken.push(...seen.parts.map((word) => `${path} ${family}: ${word}`));
    }
  }
  expect(words).toBeGreaterThan(10 * looked.length);
  expect(looked.length).toBeGreaterThan(sheets.length / 24);
  expect(broken).toEqual([]);
});

test('codes are read from a picture of the sheet, also in dark and coloured modes', async ({ page }) => {
  let read = 0;
  for (const [path, look] of [
    ['/in/62/', ''],
    ['/in/80/', 'nen-toi'],
    ['/in/ap-phich/80/', ''],
    ['/trinh-chieu/62/', 'tuong-phan'],
    ['/in/gia-dinh-so/', ''],
  ] as const) {
    await page.goto(look === '' ? path : `${path}?che-do=${look}`);
    const { data, width, height } = PNG(await page.locator('svg.qr').first().screenshot());
    const text = jsQR(data, width, height)?.data;
    expect(text, path).toMatch(/^https:\/\/[^/]+\/\d+\/$/);
    if (/\/\d+\/$/.test(path))
      expect(new URL(present(text, 'text')).pathname).toBe(path.replace(/^.*(?=\/\d+\/$)/, ''));
    read++;
  }
  expect(read).toBe(5);
});

test('the button prints; on a phone a sheet is a page to read', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.addInitScript(() => {
    Object.assign(globalThis, { printed: 0 });
    globalThis.print = () => {
      (globalThis as unknown as { printed: number }).printed++;
    };
  });
  await page.goto('/in/62/');
  await page.getByRole('button', { name: 'In tờ này' }).click();
  expect(await page.evaluate(() => (globalThis as unknown as { printed: number }).printed)).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(
    await page
      .locator('.work p')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(18);
});
