/** The book: opened again, counted against the handbook, and judged by epubcheck where it is there. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { book } from '../../../src/outputs/epub/write.ts';
import { present } from '../../present.ts';
import { runFolder } from '../../run-folder.ts';
import { whole } from '../../whole.ts';
import { everything, handbook } from '../exported.ts';
import { epubcheck, isJudge } from './epubcheck.ts';
import { floor } from '../../national/edition.ts';

const bytesOf = (input: typeof everything): Uint8Array =>
  Buffer.from(present(book(input)[0], 'the book').content);
const bytes = bytesOf(everything);
const files = unzipSync(bytes);
const source = (name: string): string => strFromU8(present(files[`sach/${name}`], name));
const page = (name: string): Document =>
  new JSDOM(source(name), { contentType: 'application/xhtml+xml' }).window.document;

const session = present(handbook.programmes[0], 'a session');
const inSession = { of: 'session' as const, slug: 'buoi', title: session.data.title, guides: session.guides };
const audience = present(handbook.audiences[0], 'an audience');
const forAudience = {
  of: 'audience' as const,
  slug: 'nhom',
  title: audience.data.title,
  guides: audience.guides,
};
const ofSession = bytesOf({ ...everything, choice: inSession });

test('is one file of less than a megabyte, the same each time', () => {
  expect(Buffer.compare(ofSession, bytesOf({ ...everything, choice: inSession }))).toBe(0);
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(strFromU8(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
});

test('every guide is a chapter, and what is drawn says what it shows', () => {
  let drawings = 0;
  for (const guide of handbook.guides) {
    const chapter = source(`bai-${guide.data.number}.xhtml`);
    const drawn = chapter.match(/<svg /g)?.length ?? 0;
    expect(chapter.match(/<svg [^>]*role="img" aria-label="[^"]+"/g)?.length ?? 0).toBe(drawn);
    drawings += drawn;
  }
  expect(drawings).toBeGreaterThan(floor(50));
});

test('contents lead to every guide by its number, and every link of a chapter leads to one', () => {
  const contents = page('muc-luc.xhtml');
  const leads = (place: string): (string | null)[] =>
    [...contents.querySelectorAll(`#${place} a`)].map((link) => link.getAttribute('href'));
  const links = leads('toc');
  expect(links.length).toBe(handbook.guides.length + 1);
  const numbers = handbook.guides.map(({ data }) => data.number).sort((one, other) => one - other);
  expect(leads('so')).toEqual(numbers.map((number) => `bai-${number}.xhtml`));
  let followed = 0;
  for (const { data } of handbook.guides) {
    expect(links).toContain(`bai-${data.number}.xhtml`);
    for (const [, to = ''] of source(`bai-${data.number}.xhtml`).matchAll(/<a href="(bai-[^"]+)"/g)) {
      expect(files).toHaveProperty([`sach/${to}`]);
      followed += 1;
    }
  }
  expect(followed).toBeGreaterThan(floor(100));
});

test('says for whom it can be read, its day, and where the newest is', () => {
  const opf = strFromU8(present(files['sach/sach.opf'], 'package'));
  for (const name of ['accessMode', 'accessibilityFeature', 'accessibilityHazard', 'accessibilitySummary'])
    expect(opf).toContain(`schema:${name}`);
  expect(opf).toContain(`${handbook.edition}T00:00:00Z`);
  expect(page('ve.xhtml').documentElement.textContent).toContain(handbook.site.url);
});

describe.skipIf(!isJudge)('epubcheck (Debian epubcheck)', () => {
  // The whole has every chapter and every list; smaller books are the same chapters with another title page.
  const books: readonly (readonly [of: string, made: Uint8Array])[] = [
    ['the whole', bytes],
    ['a session', ofSession],
    ['an audience', bytesOf({ ...everything, choice: forAudience })],
  ];
  test.each(whole ? books : books.slice(0, 1))(
    '%s: no fault and no warning',
    { timeout: 120_000 },
    (_, made) => {
      const file = join(mkdtempSync(join(runFolder(), 'sach-')), 'sach.epub');
      writeFileSync(file, made);
      expect(epubcheck(file)).toMatch(/0 fatals \/ 0 errors \/ 0 warnings/);
    },
  );
});
