/** The units' files in the finished site: offered where they are, there where they are offered, and the same as a second making of them. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { unitFiles } from '../../src/domain/address.ts';
import { prove } from '../../src/gate/prove.ts';
import { reportDraft } from '../../src/outputs/unit-files/report-draft.ts';
import { joinHandbook } from '../../src/handbook/handbook.ts';
import { parseCsv } from '../fixtures/csv.ts';
import { openDocx } from '../fixtures/docx.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { attribute, dist, realPages } from './dist.ts';

const desks = realPages.filter((p) => /^\/don-vi\/[^/]+\/$/.test(p.path) && p.path !== '/don-vi/so-dem/');

test('each desk offers the files that lie beside it, and none lies there unoffered', () => {
  expect(desks.length).toBeGreaterThan(60);
  const offered = desks.flatMap((p) =>
    p.elements
      .filter((e) => e.tagName === 'a' && attribute(e, 'download') !== undefined)
      .map((e) => attribute(e, 'href')!),
  );
  for (const href of offered) expect(existsSync(join(dist, href)), href).toBe(true);
  const there = globSync(`don-vi/*/{${Object.values(unitFiles).join(',')}}`, { cwd: dist }).map(
    (f) => `/${f.replaceAll('\\', '/')}`,
  );
  expect(there.sort()).toEqual([...offered].sort());
  expect(there.length).toBeGreaterThan(200);
  const bytes = there.reduce((n, f) => n + readFileSync(join(dist, f)).length, 0);
  console.log(`files of units: ${there.length}, ${Math.round(bytes / 1024)} KB`);
  // A commune's whole server should not notice them.
  expect(bytes).toBeLessThan(2_000_000);
});

test('every file opens and holds something', () => {
  const count = { ics: 0, csv: 0, docx: 0 };
  for (const f of globSync('don-vi/*/*.{ics,csv,docx}', { cwd: dist })) {
    const bytes = readFileSync(join(dist, f));
    if (f.endsWith('.ics')) {
      count.ics++;
      expect(
        new ICAL.Component(ICAL.parse(bytes.toString())).getAllSubcomponents('vevent').length,
        f,
      ).toBeGreaterThan(0);
    } else if (f.endsWith('.csv')) {
      count.csv++;
      expect([...bytes.subarray(0, 3)], f).toEqual([0xef, 0xbb, 0xbf]);
      expect(parseCsv(bytes.toString().slice(1)).length, f).toBeGreaterThan(1);
    } else {
      count.docx++;
      expect(bytes.subarray(0, 2).toString(), f).toBe('PK');
    }
  }
  expect([count.ics > 40, count.csv > 100, count.docx > 60]).toEqual([true, true, true]);
});

test('a draft made again, by another process at another time, has the same bytes', async () => {
  const { entries } = readContent(projectRoot);
  const h = joinHandbook(entries, prove(entries));
  for (const id of ['gia-lai-xa-uy-ban-nhan-dan', 'hoc-vien-cong-nghe-buu-chinh-vien-thong']) {
    const built = readFileSync(join(dist, 'don-vi', id, unitFiles.report));
    expect(openDocx(built).tables.length).toBeGreaterThanOrEqual(4);
    expect(
      Buffer.compare(
        built,
        Buffer.from(
          await reportDraft(
            h.units.find((u) => u.id === id)!,
            h,
          ),
        ),
      ),
      id,
    ).toBe(0);
  }
});

test('every guide has its announcement: a page that is not for search and names the guide, and two plain files', () => {
  const pages = realPages.filter((p) => /^\/loa\/\d+\/$/.test(p.path));
  expect(pages.length).toBeGreaterThanOrEqual(126);
  for (const p of pages) {
    expect(p.html, p.path).toContain('content="noindex"');
    const canonical = p.elements.find((e) => e.tagName === 'link' && attribute(e, 'rel') === 'canonical')!;
    expect(new URL(attribute(canonical, 'href')!).pathname, p.path).toMatch(/^\/(?:huong-dan|cho-so)\//);
    const [loud, zalo] = ['loa.txt', 'zalo.txt'].map((f) => readFileSync(join(dist, p.path, f), 'utf8'));
    expect(loud, p.path).not.toMatch(/\d/);
    expect([...zalo!.trimEnd()].length, p.path).toBeLessThanOrEqual(500);
    expect(zalo!.split('\n').length, p.path).toBeGreaterThan(3);
    // The page shows the file's words.
    for (const line of zalo!.trimEnd().split('\n'))
      expect(p.html.replaceAll('&#38;', '&').replaceAll('&amp;', '&'), p.path).toContain(line);
  }
});
