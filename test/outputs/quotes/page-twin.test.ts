/** A page as Markdown: every word a reader sees, in order, and nothing that is not for readers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeTwins } from '../../../src/outputs/quotes/finish.ts';
import { twinPage } from '../../../src/outputs/quotes/page-twin.ts';
import { present } from '../../present.ts';

const page = (main: string, named = 'data-pagefind-body'): string =>
  `<!doctype html><html><head><meta name="description" content="Nói về &quot;việc&quot;"></head><body>
  <nav>danh mục</nav><main ${named}><h1>Tên <b>trang</b></h1>${main}</main>
  <footer><p>Kiểm tra ngày 1/2/2026.</p><p>khác</p></footer></body></html>`;
const whole = (address: string): string => `https://vidu.gov.vn${address}`;
const body = (main: string): string => present(twinPage(page(main), whole), 'a page').body;

test('keeps paragraphs, links with whole addresses, weight and drawn signs of Markdown', () => {
  expect(body('<p>Gọi <a href="/danh-ba/"><span>danh bạ</span></a>, <strong>đừng</strong> chờ *.</p>')).toBe(
    '# Tên **trang**\n\nGọi [danh bạ](https://vidu.gov.vn/danh-ba/), **đừng** chờ \\*.',
  );
});

test('keeps words apart that only styles hold apart', () => {
  expect(body('<p><span>IV.1</span>Mở lớp (<em>ở xã</em>)</p>')).toContain('IV.1 Mở lớp (ở xã)');
});

test('keeps lists in lists, and where a list begins', () => {
  const lists = '<ol start="3"><li>một<ul><li>trong</li></ul></li><li><p>hai</p><p>ba</p></li></ol>';
  expect(body(lists)).toContain('3. một\n\n   - trong\n4. hai\n\n   ba');
});

test('keeps tables with their caption; a bar in a cell does not break the row', () => {
  const cells = '<tr><th>Việc</th><th>Hạn</th></tr><tr><td>a|b</td><td>1/2</td></tr>';
  const text = body(`<table><caption>Bảng</caption><tbody>${cells}</tbody></table>`);
  expect(text).toContain('Bảng\n\n| Việc | Hạn |\n| --- | --- |\n| a\\|b | 1/2 |');
});

test('leaves out what is hidden, pressed or run, and keeps folded parts', () => {
  const text = body(
    '<button>Chép</button><p hidden>ẩn</p><script>chạy()</script><svg><title>hình</title></svg>' +
      '<details><summary>Trên iPhone</summary><p>Mở Cài đặt.</p></details>',
  );
  expect(text).toBe('# Tên **trang**\n\nTrên iPhone\n\nMở Cài đặt.');
});

test('tells title, lead and day; a page that is not to be found has no twin', () => {
  const found = present(twinPage(page('<p>Lời.</p>'), whole), 'a page');
  expect(found.lead).toBe('Nói về "việc"');
  expect(found.foot).toBe('Kiểm tra ngày 1/2/2026.');
  expect(twinPage(page('<p>Lời.</p>', ''), whole)).toBeUndefined();
});

test('writes a twin beside each page that has none, and lists it once', () => {
  const dist = mkdtempSync(join(tmpdir(), 'ban-md-'));
  try {
    for (const name of ['don-vi', 'bai', 'in']) mkdirSync(join(dist, name), { recursive: true });
    writeFileSync(join(dist, 'don-vi/index.html'), page('<p>Lời.</p>'));
    writeFileSync(join(dist, 'bai/index.html'), page('<p>Lời.</p>'));
    writeFileSync(join(dist, 'bai/index.md'), 'đã có');
    writeFileSync(join(dist, 'in/index.html'), page('<p>Lời.</p>', ''));
    expect(writeTwins({ dist, base: 'https://vidu.gov.vn/so-tay/' })).toMatch(/^1 /);
    const twin = readFileSync(join(dist, 'don-vi/index.md'), 'utf8');
    expect(twin).toContain('(https://vidu.gov.vn/so-tay/llms.txt)');
    expect(twin).toContain('Kiểm tra ngày 1/2/2026.');
    expect(twin).toContain('chép đúng từng chữ');
    expect(readFileSync(join(dist, 'bai/index.md'), 'utf8')).toBe('đã có');
    const list = readFileSync(join(dist, 'llms-trang.txt'), 'utf8');
    expect(list.match(/^- \[/gm)?.length).toBe(1);
    expect(list).toContain('(https://vidu.gov.vn/so-tay/don-vi/index.md)');
  } finally {
    rmSync(dist, { recursive: true });
  }
});
