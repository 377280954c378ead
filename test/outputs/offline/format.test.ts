/** What travels and what is put together again. */
import { describe, expect, test } from 'vitest';
import { sectionOf } from '../../../src/outputs/offline/section-rules.ts';
import { shownBytes, sizeWords } from '../../../src/books/size-words.ts';
import { withSizes } from '../../../src/outputs/offline/write.ts';
import {
  compose,
  copyOf,
  referencesIn,
  referenceTo,
  typeOf,
} from '../../../src/outputs/offline/runtime/format.ts';
import { keptNote, offlineHeaders } from '../../../src/outputs/offline/runtime/response-headers.ts';

const [a, b] = ['a'.repeat(32), 'b'.repeat(32)] as const;

test('a page is put together from its shared parts', () => {
  const slim = `<!doctype html>${referenceTo(a)}<title>x</title>${referenceTo(b)}`;
  expect(referencesIn(slim)).toEqual([a, b]);
  expect(compose(slim, (hash) => (hash === a ? '$1 $& one' : 'two'))).toBe(
    '<!doctype html>$1 $& one<title>x</title>two',
  );
});

test('a copy knows where each file is, also inside of a handful, and each bundle once', () => {
  const list = {
    bundles: [
      [a, 'txt', 9],
      [b, 'bin', 9, '/x.bin', 3, '/y.bin', 4, '/z.bin', 5],
    ],
    leads: { '/83/': '/x/' },
  } as const;
  const copy = copyOf('2026-11-21', { chung: 'c'.repeat(32) }, [
    list,
    { bundles: [[a, 'txt', 9, '/x/', 9]], leads: { '/84/': '/x/' } },
  ]);
  expect(copy.files).toEqual({ '/x.bin': [b, 0, 3], '/y.bin': [b, 3, 4], '/z.bin': [b, 7, 5], '/x/': [a] });
  expect(copy.bundles).toEqual(['c'.repeat(32), a, b]);
  expect(copy.leads).toEqual({ '/83/': '/x/', '/84/': '/x/' });
});

test('sizes are told as people say them', () => {
  expect([0, 400, 38_400, 99_400, 99_600, 100_000, 149_000, 1_949_000].map(sizeWords)).toEqual([
    '1 kB',
    '1 kB',
    '38 kB',
    '99 kB',
    '0,1 MB',
    '0,1 MB',
    '0,1 MB',
    '1,9 MB',
  ]);
  expect(shownBytes(123_456)).toBe(100_000);
});

describe('sections', () => {
  test.each([
    ['/', 'chung'],
    ['/huong-dan/', 'chung'],
    ['/huong-dan/tien/', 'ke-tien'],
    ['/huong-dan/tien/chuyen-khoan/', 'ke-tien'],
    ['/cho-so/tieu-thuong/x/', 'cho-so'],
    ['/tim/goc.json', 'tim'],
    ['/pagefind/pagefind.js', 'tim-rong'],
    ['/nghe/80.json', 'nghe'],
    ['/don-vi/x/', 'ke-hoach'],
    ['/lich/phong-trao.ics', 'ke-hoach'],
    ['/in/83/', 'tap-huan'],
    ['/mot-trang-moi/', 'khac'],
  ])('%s belongs to %s', (path, section) => expect(sectionOf(path)).toBe(section));
  test.each([
    '/404.html',
    '/phong-cach/',
    '/nhung/83/',
    '/tin/bai-moi.xml',
    '/du-lieu/ke-hoach.json',
    '/ngoai-tuyen/muc.json',
    '/_astro/x.js',
    '/bieu-tuong-512.png',
  ])('%s is not kept by its place', (path) => expect(sectionOf(path)).toBeUndefined());
});

describe('sizes in the page', () => {
  const page =
    '<ul><li data-row="x"><b data-size="x" class="q"></b></li><li data-row="trong"><b data-size="trong"></b></li></ul>';
  test('are put in, twice with the same result; a row whose section is empty goes', () => {
    const once = withSizes(page, { x: { bytes: 123_456, pages: 3 } });
    expect(once).toBe(
      '<ul><li data-row="x"><b data-size="x" data-bytes="100000" class="q">0,1 MB, 3 trang</b></li></ul>',
    );
    expect(withSizes(once, { x: { bytes: 123_456, pages: 3 } })).toBe(once);
  });
  test('a section without a row, or a size of nothing, stops the build', () => {
    expect(() => withSizes(page, { x: { bytes: 1 }, moi: { bytes: 1 } })).toThrow(/moi/);
    expect(() => withSizes('<b data-size="la"></b>', {})).toThrow(/la/);
  });
});

test('a reply from the store is as strict as the server', () => {
  const html =
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src \'self\'"></head><body><main id="x"><h1>a</h1></main>';
  const server = { 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' };
  const headers = offlineHeaders('/x/', html, server);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
  );
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', ...server });
  expect(offlineHeaders('/x/', '<p>no policy</p>', server)['content-security-policy']).toContain(
    "default-src 'none'",
  );
  expect(offlineHeaders('/tim/goc.json', '', server)['content-type']).toBe('application/json; charset=utf-8');
  expect([
    typeOf('/a.png'),
    typeOf('/a.woff2'),
    typeOf('/a.pf_index'),
    typeOf('/a.js'),
    typeOf('/a.ics'),
  ]).toEqual([
    'image/png',
    'font/woff2',
    'application/octet-stream',
    'text/javascript; charset=utf-8',
    'text/calendar; charset=utf-8',
  ]);
  expect(keptNote(html, '2026-11-05', ['Ngày {day}.', 'Xem'])).toContain(
    '<main id="x"><p class="quiet" role="note" data-kept>Ngày 5/11/2026. <a href="/ngoai-tuyen/">Xem</a></p><h1>',
  );
});
