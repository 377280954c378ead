/**
 * The units' files in the finished site: offered where they are, there where they are offered, and the same
 * as a second making of them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { unitFiles } from '../../src/domain/address.ts';
import { reportDraft } from '../../src/outputs/unit-files/report-draft.ts';
import { parseCsv } from '../fixtures/csv.ts';
import { openDocx } from '../fixtures/docx.ts';
import { attribute, dist, realPages } from './dist.ts';
import { present } from '../present.ts';
import { unitWith } from '../asked-pages.ts';
import { floor } from '../national/edition.ts';
import { realHandbook } from '../real.ts';

const desks = realPages.filter(
  (page) => /^\/don-vi\/[^/]+\/$/.test(page.path) && !/\/(?:so-dem|dien-bao-cao)\/$/.test(page.path),
);

test('each desk offers the files that lie beside it, and none lies there unoffered', () => {
  expect(desks.length).toBeGreaterThan(floor(60));
  const offered = desks.flatMap((desk) =>
    desk.elements
      .filter((element) => element.tagName === 'a' && attribute(element, 'download') !== undefined)
      .map((element) => present(attribute(element, 'href'), 'attribute')),
  );
  for (const href of offered) expect(existsSync(join(dist, href)), href).toBe(true);
  const there = globSync(`don-vi/*/{${Object.values(unitFiles).join(',')}}`, { cwd: dist }).map(
    (file) => `/${file.replaceAll('\\', '/')}`,
  );
  expect(there.sort()).toEqual([...offered].sort());
  expect(there.length).toBeGreaterThan(floor(200));
  const bytes = there.reduce((total, file) => total + readFileSync(join(dist, file)).length, 0);
  console.log(`files of units: ${there.length}, ${Math.round(bytes / 1024)} KB`);
  // A commune's whole server should not notice them.
  expect(bytes).toBeLessThan(2_000_000);
});

test('every file opens and holds something', () => {
  const count = { ics: 0, csv: 0, xlsx: 0, docx: 0 };
  for (const file of globSync('don-vi/*/*.{ics,csv,xlsx,docx}', { cwd: dist })) {
    const bytes = readFileSync(join(dist, file));
    if (file.endsWith('.ics')) {
      count.ics++;
      expect(
        new ICAL.Component(ICAL.parse(bytes.toString())).getAllSubcomponents('vevent').length,
        file,
      ).toBeGreaterThan(0);
    } else if (file.endsWith('.csv')) {
      count.csv++;
      expect([...bytes.subarray(0, 3)], file).toEqual([0xef, 0xbb, 0xbf]);
      expect(parseCsv(bytes.toString().slice(1)).length, file).toBeGreaterThan(1);
    } else {
      count[file.endsWith('.xlsx') ? 'xlsx' : 'docx']++;
      expect(bytes.subarray(0, 2).toString(), file).toBe('PK');
    }
  }
  expect([count.ics >= floor(41), count.csv >= floor(101), count.docx >= floor(61)]).toEqual([
    true,
    true,
    true,
  ]);
  expect(count.xlsx).toBe(count.csv);
});

test('a draft made again, by another process at another time, has the same bytes', async () => {
  const handbook = realHandbook();
  for (const wanted of ['gia-lai-xa-uy-ban-nhan-dan', 'hoc-vien-cong-nghe-buu-chinh-vien-thong']) {
    const id = unitWith(unitFiles.report, wanted);
    const built = readFileSync(join(dist, 'don-vi', id, unitFiles.report));
    expect(openDocx(built).tables.length).toBeGreaterThanOrEqual(4);
    expect(
      Buffer.compare(
        built,
        Buffer.from(
          await reportDraft(
            present(
              handbook.units.find((unit) => unit.id === id),
              'one of units',
            ),
            handbook,
          ),
        ),
      ),
      id,
    ).toBe(0);
  }
});

test('every guide has its announcement: a page that is not for search and names the guide, and two plain files', () => {
  const pages = realPages.filter((page) => /^\/loa\/\d+\/$/.test(page.path));
  expect(pages.length).toBeGreaterThanOrEqual(floor(126));
  for (const page of pages) {
    expect(page.html, page.path).toContain('content="noindex"');
    const canonical = present(
      page.elements.find(
        (element) => element.tagName === 'link' && attribute(element, 'rel') === 'canonical',
      ),
      'one of elements',
    );
    expect(new URL(present(attribute(canonical, 'href'), 'attribute')).pathname, page.path).toMatch(
      /^\/(?:huong-dan|cho-so|viec-doi-song)\//,
    );
    const [loud, zalo] = ['loa.txt', 'zalo.txt'].map((file) =>
      readFileSync(join(dist, page.path, file), 'utf8'),
    );
    expect(loud, page.path).not.toMatch(/\d/);
    expect([...present(zalo, 'zalo').trimEnd()].length, page.path).toBeLessThanOrEqual(500);
    expect(zalo?.split('\n').length, page.path).toBeGreaterThan(3);
    // The page shows the file's words.
    for (const line of present(zalo, 'zalo').trimEnd().split('\n'))
      expect(page.html.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), page.path).toContain(line);
  }
});
