/**
 * `npm run print`: every sheet of the print kit as a tagged PDF, made by Chromium from the finished site in
 * `dist`, read again and proven before it is
 * written. `npm run print -- 62 danh-ba, phieu-dem` makes only the sheets whose file name has one of these
 * words;
 * `--to DIR`, `--slides`, `--zip`; `--kit nguoi-cao-tuoi-60`: all of one session, with its zip.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { pages as addresses } from '../../domain/address.ts';
import type { SheetFile } from './print-kit.ts';
import type { CommandInput } from '../output.ts';
import { pdfFaults } from './pdf-faults.ts';
import { readPdf, settledPdf } from '../../books/pdf-facts.ts';
import { bringLetters, setInLetters } from '../../books/print-letters.ts';
import { ownFolder } from './form.ts';
import { serveSite } from './site-server.ts';

/** What its options say. */
const given = z.object({ to: z.string(), slides: z.boolean(), zip: z.boolean(), kit: z.string().optional() });

/** The list of sheets in the finished site. */
interface SheetList {
  readonly edition: string;
  readonly sheets: readonly SheetFile[];
  readonly slides: readonly SheetFile[];
  /** Names of files by session. */
  readonly kits: Readonly<Record<string, readonly string[]>>;
}

/** The list of sheets in a finished site. @throws Error when there is none */
function sheetList(dist: string): SheetList {
  try {
    return JSON.parse(readFileSync(join(dist, addresses.sheetList), 'utf8')) as SheetList;
  } catch {
    throw new Error('Chưa có bản dựng. Chạy npm run build trước. (no finished site in dist)');
  }
}

/** Sheets whose file name has one of the words; all without words. @throws Error when no name has one */
function named(sheets: readonly SheetFile[], words: readonly string[]): readonly SheetFile[] {
  const wanted =
    words.length === 0
      ? sheets
      : sheets.filter(({ file }) => words.some((word) => `-${file}-`.includes(`-${word}-`)));
  if (wanted.length > 0) return wanted;
  throw new Error(
    `Không có tờ nào tên có “${words.join('”, “')}”. Thử số bài, hoặc: ap-phich, the-dai-su-so, ` +
      'gia-dinh-so, phieu-dem, tap-huan. (no such sheet)',
  );
}

/** A session's kit: its one PDF, what hangs on the wall, its slides. @throws Error for none such */
function ofKit(all: readonly SheetFile[], { kits }: SheetList, session: string): readonly SheetFile[] {
  const files = kits[session];
  if (files) return all.filter(({ file }) => files.includes(file));
  throw new Error(
    `Không có buổi nào mã “${session}”. Các buổi: ${Object.keys(kits).join(', ')}. (no such kit)`,
  );
}

/** The same bytes for the same edition. */
function writeZip(path: string, files: Record<string, Uint8Array>, edition: string): void {
  writeFileSync(path, zipSync(files, { mtime: new Date(`${edition}T00:00:00`), level: 6 }));
}

/** Makes the PDF files, each proven before any is written. */
export async function printKit(input: CommandInput): Promise<string> {
  const { dist, words, browser: findBrowser, say } = input;
  const values = given.parse(input.given);
  const list = sheetList(dist);
  const all = values.slides || values.kit !== undefined ? [...list.sheets, ...list.slides] : list.sheets;
  const wanted = values.kit === undefined ? named(all, words) : ofKit(all, list, values.kit);
  const started = performance.now();
  const server = await serveSite(dist);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
  const made: Record<string, Uint8Array> = {};
  const faults: string[] = [];
  let pages = 0;
  try {
    const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce' });
    await bringLetters(context);
    const page = await context.newPage();
    for (const [index, sheet] of wanted.entries()) {
      await page.goto(server.base + sheet.path, { waitUntil: 'load' });
      // An address that differs by its last part only does not load again.
      if (sheet.path.includes('#')) await page.reload({ waitUntil: 'load' });
      await setInLetters(page);
      const bytes = settledPdf(
        new Uint8Array(await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })),
        list.edition,
      );
      const facts = await readPdf(bytes);
      pages += facts.pages;
      for (const fault of pdfFaults(sheet, facts)) faults.push(`${sheet.file}.pdf: ${fault}`);
      made[`${sheet.file}.pdf`] = bytes;
      if ((index + 1) % 50 === 0) say(`  ${index + 1} tờ…`);
    }
  } finally {
    await browser.close();
    server.close();
  }
  if (faults.length > 0) throw new Error(`Có tờ chưa đạt, chưa ghi tệp nào:\n${faults.join('\n')}`);
  // A whole run empties the project's own folder; a folder that somebody named may hold other things, so
  // there files are only replaced.
  if (wanted.length === all.length && values.to === ownFolder)
    rmSync(ownFolder, { recursive: true, force: true });
  mkdirSync(values.to, { recursive: true });
  for (const [name, bytes] of Object.entries(made)) writeFileSync(join(values.to, name), bytes);
  if (values.zip || values.kit !== undefined)
    writeZip(join(values.to, `bo-${values.kit ?? 'in'}.zip`), made, list.edition);
  const bytes = Object.values(made).reduce((total, otherBytes) => total + otherBytes.length, 0);
  return `${wanted.length} tờ, ${pages} trang, ${(bytes / 1e6).toFixed(1)} MB trong ${((performance.now() - started) / 1000).toFixed(0)} giây, vào ${values.to}/. Tờ nào cũng có thẻ cấu trúc, đúng số trang, lấy được chữ.`;
}
