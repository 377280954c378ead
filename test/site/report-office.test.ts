/**
 * Report drafts as they leave the build, opened by an office program that is not the library which wrote
 * them. Left out where none is installed.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parseCsv } from '../fixtures/csv.ts';
import { unitWith } from '../asked-pages.ts';
import { dist } from './dist.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

const office = ['soffice', 'libreoffice'].find((name) => {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
});
if (office === undefined)
  console.log(
    'report drafts: no LibreOffice here (apt-get install libreoffice-writer-nogui), the conversion is left out',
  );

/** Opens a file in the office program and writes it anew into `folder`. */
const convert = async (file: string, to: string, folder: string): Promise<unknown> =>
  promisify(execFile)(
    present(office, 'office'),
    [
      '--headless',
      '--norestore',
      // A profile of its own, so that a window of the same program that is open elsewhere does not swallow
      // the work.
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      to,
      '--outdir',
      folder,
      file,
    ],
    { timeout: 90_000 },
  );

const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

test.skipIf(office === undefined)(
  'two drafts open in LibreOffice; every task and its promised result stand in the text',
  async () => {
    const handbook = realHandbook();
    const folder = mkdtempSync(join(tmpdir(), 'bao-cao-'));
    try {
      const ids = ['gia-lai-xa-uy-ban-nhan-dan', 'lam-dong-so-khoa-hoc-va-cong-nghe'].map((id) =>
        unitWith('bao-cao-quy.docx', id),
      );
      for (const id of ids) {
        await convert(join(dist, 'don-vi', id, 'bao-cao-quy.docx'), 'txt:Text (encoded):UTF8', folder);
        const text = squeeze(readFileSync(join(folder, 'bao-cao-quy.txt'), 'utf8'));
        const unit = present(
          handbook.units.find((candidate) => candidate.id === id),
          'one of units',
        );
        const tasks = [...new Set([...unit.leads, ...unit.joins])];
        // Another edition may have a unit with one task only.
        expect(tasks.length).toBeGreaterThan(Math.max(0, floor(5)));
        for (const task of tasks) {
          expect(text, `${id}: ${task.id}`).toContain(
            squeeze(`${task.data.title.replace(/\.$/, '')} (mục ${task.data.item})`),
          );
          if (task.data.result !== null)
            expect(text, `${id}: ${task.id}`).toContain(squeeze(task.data.result));
        }
        for (const words of ['Kính gửi:', 'Căn cứ', 'Kết quả trong quý', 'PHỤ LỤC 1.', 'Chữ ký'])
          expect(text, id).toContain(squeeze(words));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  240_000,
);

test.skipIf(office === undefined)(
  'the workbook of a unit opens in LibreOffice and holds the rows of the CSV beside it',
  async ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'bang-'));
    try {
      let rows = 0;
      // Asked with a table of nobody's making, so that a workbook that does not open is a fault and no skip.
      writeFileSync(join(folder, 'thu.csv'), 'Việc\n');
      await convert(join(folder, 'thu.csv'), 'ods', folder);
      if (!existsSync(join(folder, 'thu.ods')))
        skip('LibreOffice here opens no sheets (apt-get install libreoffice-calc-nogui)');
      for (const name of ['nhiem-vu', 'do-phu']) {
        const desk = join(dist, 'don-vi', unitWith('do-phu.xlsx', 'gia-lai-xa-uy-ban-nhan-dan'));
        // Field and text marks and letters of the output: comma, quote, UTF-8.
        await convert(join(desk, `${name}.xlsx`), 'csv:Text - txt - csv (StarCalc):44,34,76', folder);
        const plain = (file: string): string[][] =>
          parseCsv(
            readFileSync(file, 'utf8')
              .replace(/^\uFEFF/, '')
              .replace(/\r?\n/g, '\r\n'),
          ).map((row) =>
            // A CSV marks text that begins like a formula.
            row.map((cell) => cell.replace(/^'(?=[=+@-])/, '')),
          );
        const opened = plain(join(folder, `${name}.csv`));
        expect(JSON.stringify(opened)).toBe(
          JSON.stringify(plain(join(desk, `${name}.csv`))).replaceAll(realHandbook().site.url, ''),
        );
        rows += opened.length;
      }
      expect(rows).toBeGreaterThan(floor(20));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  240_000,
);
