/** Long lists in parts: nothing is lost, no page is too long, and what fits stays as it is. */
import { describe, expect, test } from 'vitest';
import { cutPage, mostBytes, type CutInput, type CutPage } from '../../../src/outputs/parts/cut.ts';
import { present } from '../../present.ts';

const input: CutInput = { address: '/so/', base: 'https://vidu.example/', finder: '/_astro/tim.js' };
const bytes = (text: string): number => Buffer.byteLength(text);
const hrefs = (html: string): string[] =>
  [...html.matchAll(/<li[^>]*data-entry[^>]*><a href="([^"]+)"/g)].map(([, href = '']) => href);
const links = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);

const row = (number: number, more = ''): string =>
  [
    `<li data-entry ${more}><a href="/huong-dan/ke/bai-${number}/">`,
    `<span class="num"><span class="unseen">Bài </span>${number}</span>`,
    `<b>Tìm danh bạ trên điện thoại, bài ${number}</b></a></li>`,
  ].join('');
const rows = (from: number, count: number, more?: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => row(from + index, more?.(index))).join('');
const page = (main: string): string =>
  [
    '<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Danh sách – Sổ tay số</title>',
    '<meta name="description" content="Mọi bài"><link rel="canonical" href="https://vidu.example/so/">',
    '<meta property="og:title" content="Danh sách"><link rel="alternate" href="/tin/a.xml">',
    `<style>${'a{}'.repeat(10_000)}</style></head><body>`,
    '<header class="top"><a href="/so/" aria-current="page">Số</a></header><nav class="crumbs">',
    '<ol class="trail"><li><a href="/">Trang đầu</a></li><li aria-hidden="true">Danh sách</li></ol></nav>',
    `<main id="noi-dung" data-pagefind-body>${main}</main>`,
    '<footer><p>Địa chỉ: https://vidu.example/so/ – hôm nay</p></footer></body></html>',
  ].join('');
const whole = (count: number): string =>
  page(
    [
      '<h1>Danh sách</h1><p class="lead">Lời dẫn</p>',
      '<div class="own" hidden data-find="không|{count}"><input type="search"></div><p role="status"></p>',
      `<ul class="bai" data-cut>${rows(1, count)}</ul>`,
      '<section><h2 id="da-bo">Bài đã bỏ</h2></section><script type="module" src="/_astro/a.js"></script>',
    ].join(''),
  );
const cut = (html: string, over: Partial<CutInput> = {}): CutPage =>
  present(cutPage(html, { ...input, ...over }), 'a page that is cut');

test('a list that fits, and one that is not marked, stay as they are', () => {
  expect(cutPage(whole(50), input)).toBeUndefined();
  expect(cutPage(whole(1_131).replace(' data-cut', ''), input)).toBeUndefined();
});

describe.each([131, 1_131, 4_131])('%i guides in one list', (count) => {
  const { first, parts, files } = cut(whole(count));
  test('no page is longer than it may be, and every row stands on one page, in order', () => {
    for (const { address, text } of [{ address: '/so/', text: first }, ...parts])
      expect(bytes(text), address).toBeLessThanOrEqual(mostBytes);
    const all = parts.flatMap(({ text }) => hrefs(text));
    expect(all.length).toBe(count);
    expect(all).toEqual(hrefs(whole(count)));
    // Not one page for each row either.
    expect(parts.length).toBeLessThan(count / 40);
  });
  test('without a script every part is reached by a link that says what is on it', () => {
    const found = links(first).filter((href) => href.startsWith('/so/phan/'));
    expect(found).toEqual(parts.map(({ address }) => address));
    const [one, two] = parts.map(({ text }) => hrefs(text).length);
    expect(first).toContain(`>Bài 1 – ${one} (có ${one} bài)</a>`);
    expect(first).toContain(`>Bài ${(one ?? 0) + 1} – ${(one ?? 0) + (two ?? 0)} (có ${two} bài)</a>`);
    expect(first).toContain('<section><h2 id="da-bo">');
  });
  test('the file of the finder holds every row, whichever part it stands on', () => {
    const [file] = files;
    expect(file?.address).toBe('/so/phan/tim.json');
    expect(first).toContain('data-over="/so/phan/tim.json"');
    expect(first).not.toContain('data-find=');
    const found: unknown = JSON.parse(file?.text ?? '');
    expect(found).toEqual(
      Array.from({ length: count }, (_, index) => [
        [
          [
            `/huong-dan/ke/bai-${index + 1}/`,
            `Bài ${index + 1} Tìm danh bạ trên điện thoại, bài ${index + 1}`,
          ],
        ],
      ]),
    );
  });
});

test('a part is a page of its own: name, address, way back, and the parts beside it', () => {
  const { parts } = cut(whole(1_131));
  const { address, text } = present(parts[1], 'a second part');
  expect(address).toBe('/so/phan/2/');
  expect(text).toMatch(/<title>Danh sách: Bài \d+ – \d+ \(có \d+ bài\) – Sổ tay số<\/title>/);
  expect(text).toContain('<link rel="canonical" href="https://vidu.example/so/phan/2/">');
  expect(text).toContain('Địa chỉ: https://vidu.example/so/phan/2/ –');
  expect(text).toContain('<li><a href="/so/">Danh sách</a></li><li aria-hidden="true">Bài ');
  expect(text).toContain('aria-current="true"');
  expect(text).not.toContain('rel="alternate"');
  expect(text).toContain('rel="prev" href="/so/phan/1/"');
  expect(text).toContain('rel="next" href="/so/phan/3/"');
  expect(text).not.toContain('Lời dẫn');
  expect(text).not.toContain('da-bo');
  // Its rows are guides, which search knows by their own pages.
  expect(text).not.toContain('data-pagefind-body');
  expect([...text.matchAll(/<h1>/g)].length).toBe(1);
  expect(text).toContain('<script type="module" src="/_astro/a.js">');
});

test('sections are cut from the longest kind on; short ones and what each part needs stay', () => {
  const shelf = (id: string, from: number, count: number): string =>
    `<section><h2 id="ke-${id}">Kệ ${id}</h2><ul data-cut="bai">${rows(from, count)}</ul></section>`;
  const { first, parts } = cut(
    page(
      [
        `<h1>Kệ</h1><p data-each>Ở mọi phần</p>${shelf('dai', 1, 300)}${shelf('ngan', 400, 3)}`,
        `<section><h2 id="viec">Việc</h2><ul data-cut="viec">${rows(500, 20)}</ul></section>`,
      ].join(''),
    ),
  );
  expect(hrefs(first)).toEqual(
    [400, 401, 402, ...Array.from({ length: 20 }, (_, index) => 500 + index)].map(
      (number) => `/huong-dan/ke/bai-${number}/`,
    ),
  );
  expect(parts.map(({ address }) => address).slice(0, 2)).toEqual(['/so/phan/ke-dai/', '/so/phan/ke-dai-2/']);
  for (const { text } of parts) {
    expect(text).toContain('<p data-each>Ở mọi phần</p>');
    expect(text).toContain('<h2 id="ke-dai">Kệ dai</h2>');
    expect(text).not.toContain('ke-ngan');
  }
  expect(present(parts[1], 'a second part').text).toContain(
    `<h1>Kệ: Kệ dai, phần 2 trên ${parts.length}</h1>`,
  );
  expect(first).toContain('<h2 id="ke-dai">Kệ dai</h2>');
});

test('where a page shows the rows already the list leads there, and keeps what choices ask for', () => {
  const kinds = (index: number): string => `data-ai="${index % 2 ? 'nguoi-gia' : 'can-bo'}" data-muc="first"`;
  const shelf = (index: number): string =>
    [
      `<section class="shelf" data-loai="guides"><h2 id="ke-${index}">Kệ</h2>`,
      `<ul data-cut data-cut-at="/huong-dan/ke-${index}/" data-cut-gather="ai muc">`,
      `${rows(index * 100, 90, kinds)}</ul></section>`,
    ].join('');
  const shelves = Array.from({ length: 12 }, (_, index) => shelf(index));
  const choices = ['loai', 'ai'].map((name) => `<input type="radio" name="${name}" value="a">`);
  const { first, parts, files } = cut(
    page(`<h1>Kệ</h1><form data-cut-choose>${choices.join('')}</form>${shelves.join('')}`),
  );
  expect(parts).toEqual([]);
  expect(first).toContain(
    '<li data-ai="can-bo nguoi-gia" data-muc="first"><a href="/huong-dan/ke-3/">Bài 300 – 389 (có 90 bài)</a>',
  );
  expect(first).toContain('data-over=');
  const found: unknown = JSON.parse(present(files[0], 'a file').text);
  expect(found).toHaveLength(12 * 90);
  expect(found).toHaveProperty([0, 2], { loai: 'guides', ai: 'can-bo' });
});

test('a page whose policy lets nothing be fetched cannot be searched in parts', () => {
  const meta = (policy: string): string =>
    whole(1_131).replace(
      '<meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'${policy}">`,
    );
  expect(() => cut(meta(''))).toThrow('/so/: its policy');
  expect(cut(meta("; connect-src 'self'")).parts.length).toBeGreaterThan(1);
});

test('data of a script goes beside a page that is too long, and nowhere else', () => {
  const data = JSON.stringify({ long: 'x'.repeat(40_000) });
  const withData = (size: string): string =>
    page(`<h1>Soạn</h1><script type="application/json" id="du-lieu-soan" data-beside>${size}</script>`);
  const { first, files } = cut(withData(data));
  expect(files).toEqual([{ address: '/so/du-lieu-soan.json', text: data }]);
  expect(first).toContain('id="du-lieu-soan" data-from="/so/du-lieu-soan.json"></script>');
  expect(cutPage(withData('{}'), input)).toBeUndefined();
});

test('a fold of the third rank stands right below the title of its part', () => {
  const fold = (id: string): string =>
    `<details><summary><h3 id="${id}">Kệ ${id}</h3></summary><ul data-cut>${rows(1, 600)}</ul></details>`;
  const { parts } = cut(page(`<h1>Danh sách</h1><h2>Theo việc</h2>${fold('mot')}${fold('hai')}`));
  expect(parts.length).toBeGreaterThan(2);
  for (const { address, text } of parts) {
    const ranks = [...text.matchAll(/<h([1-6])\b/g)].map(([, rank = '']) => rank);
    expect(ranks, address).toEqual(['1', '2']);
    expect(text, address).toMatch(/<h2 id="(?:mot|hai)">Kệ (?:mot|hai)<\/h2>/);
  }
});

test('rows that addresses name keep their places on the first page, and are found with their way', () => {
  const word = (letter: string, index: number): string =>
    [
      `<div data-entry="${letter}${index} tiếng khác"><h3 id="${letter}${index}">Từ ${letter}${index}</h3>`,
      `<p>Nghĩa ${'dài '.repeat(100)}</p><p><a href="/huong-dan/">Có trong bài</a></p></div>`,
    ].join('');
  const letters = ['a', 'b', 'c'];
  const fold = (letter: string): string =>
    [
      `<details class="letter" id="chu-${letter}"><summary><h2>${letter}</h2></summary>`,
      '<div data-cut data-cut-keeps>',
      `${Array.from({ length: 90 }, (_, index) => word(letter, index)).join('')}</div></details>`,
    ].join('');
  const { first, parts, files } = cut(
    page(`<h1>Từ</h1><div data-find="|"></div><p role="status"></p>${letters.map(fold).join('')}`),
  );
  const [split, next] = parts;
  expect(split?.address).toBe('/so/phan/chu-a/');
  expect(next?.address).toBe('/so/phan/chu-a-2/');
  expect(first).toContain('<li><a href="/so/phan/chu-a/">Từ a0 – ');
  const placed = parts.flatMap(({ address, text }) => {
    // Only here can a search of all pages find what a word means.
    expect(text, address).toContain('data-pagefind-body');
    expect(text, address).toContain('<details class="letter"');
    return [...text.matchAll(/<h3 id="(\w+)">/g)].map(([, id = '']) => ({ id, address }));
  });
  expect(placed.length).toBe(270);
  for (const { id, address } of placed) {
    const named = first.indexOf(`<b id=${id}>Từ ${id}</b>`);
    expect(named, id).toBeGreaterThan(0);
    expect(first.slice(0, named).split('<a href="').at(-1), id).toMatch(new RegExp(`^${address}"`));
  }
  const found: unknown = JSON.parse(present(files[0], 'a file').text);
  expect(found).toHaveProperty([0, 0, 0], ['/so/phan/chu-a/#a0', 'Từ a0']);
  expect(found).toHaveProperty([0, 0, 1], expect.stringMatching(/^ Nghĩa dài .* $/));
});
