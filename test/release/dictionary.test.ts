/** The shared dictionary: what it holds, its twins, and which one an edition has. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, type BrotliOptions } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { dictionaryList, dictionaryOf } from '../../src/release/dictionary.ts';
import { currentEdition, target } from '../../src/release/layout.ts';
import { rollback } from '../../src/release/rollback.ts';
import { present } from '../present.ts';
import { page, tinyFiles, type Variant } from './tiny-site.ts';
import { publishTiny, readersSite, scratch } from './tiny.ts';

const live = (root: string): string => join(root, 'noi-phat-hanh/current');
const listed = (root: string): string[] =>
  readFileSync(join(live(root), dictionaryList), 'utf8')
    .trimEnd()
    .split('\n');

/** Twenty guides with the same frame; `frame` differs from one look of the pages to the next. */
function guides(frame: string, edition = 'A', changed = ''): Variant {
  const entries = Array.from(
    { length: 60 },
    (_, at) => `<a class="${frame}-${at}" href="/">${frame} mục ${at * 7}</a>`,
  );
  const body = (index: number): string =>
    `<nav>${entries.join('')}</nav><section class="part"><h2 id="can-gi">Cần gì</h2>` +
    `<p>Việc thứ ${index} của bài ${index * 31}, ${changed}.</p></section>`;
  const also = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `huong-dan/tien/bai-${index}/index.html`,
      page(`Bài ${index}`, body(index)),
    ]),
  );
  return { edition, also: { ...also, 'in/1/index.html': page('In', body(1)) } };
}

/** A twin as a browser unpacks it, which holds the mark and the checksum against its own dictionary. */
function unpacked(twin: Buffer, dictionary: Buffer): string {
  expect(twin.subarray(0, 4)).toEqual(Buffer.from([0xff, 0x44, 0x43, 0x42]));
  expect(twin.subarray(4, 36)).toEqual(createHash('sha256').update(dictionary).digest());
  const options: BrotliOptions & { dictionary: Buffer } = { dictionary };
  return brotliDecompressSync(twin.subarray(36), options).toString();
}

describe('what pages have in common', () => {
  const pages = Array.from(
    { length: 30 },
    (_, index) => `<style>a{color:red}</style><h1>Bài ${index}</h1><p>Gọi người nhà.</p><b>riêng${index}</b>`,
  );
  test('is kept, and nothing that is one page’s own', () => {
    const text = present(dictionaryOf(pages)).toString();
    expect(text).toContain('<style>a{color:red}</style>');
    expect(text).toContain('Gọi người nhà.');
    expect(text).not.toMatch(/riêng|Bài \d/);
  });
  test('is the same whatever one page says of its own', () => {
    const other = pages.map((html, index) => (index === 5 ? html.replace('riêng5', 'khác hẳn') : html));
    expect(dictionaryOf(other)).toEqual(dictionaryOf(pages));
  });
  test('is nothing for a handful of pages', () => {
    expect(dictionaryOf(pages.slice(0, 11))).toBeUndefined();
    expect(dictionaryOf(pages.slice(0, 12))).toBeDefined();
  });
});

describe('an edition', () => {
  test('has a dictionary, and a twin against it of each page that is walked through', async () => {
    const root = scratch();
    await publishTiny(root, guides('nen'));
    const [file = '', ...more] = listed(root);
    expect(more).toEqual([]);
    const dictionary = readFileSync(join(live(root), file));
    const id = createHash('sha256').update(dictionary).digest('hex').slice(0, 16);
    expect(file).toBe(`_astro/nen.${id}.txt`);
    let twins = 0;
    for (const [name, text] of Object.entries(tinyFiles(guides('nen')))) {
      const path = join(live(root), `${name}.${id}.dcb`);
      const wanted = name.endsWith('.html') && !name.startsWith('in/') && Buffer.byteLength(text) > 255;
      expect(existsSync(path), name).toBe(wanted);
      if (!wanted) continue;
      expect(unpacked(readFileSync(path), dictionary)).toBe(text);
      twins++;
    }
    expect(twins).toBeGreaterThan(20);
    const guide = join(live(root), 'huong-dan/tien/bai-3/index.html');
    expect(readFileSync(`${guide}.${id}.dcb`).length).toBeLessThan(readFileSync(`${guide}.br`).length / 2);
    expect(readersSite(join(root, 'noi-phat-hanh')).files).toBeGreaterThan(80);
  });

  test('keeps the dictionary that readers have while it serves', async () => {
    const root = scratch();
    await publishTiny(root, guides('nen'));
    const before = listed(root);
    await publishTiny(root, guides('nen', 'B', 'nói rõ hơn một chút'));
    expect(listed(root)).toEqual(before);
    expect((await publishTiny(root, guides('nen', 'B', 'nói rõ hơn một chút'))).changed).toBe(false);
  });

  test('of another look has a new one, and goes on serving the old one until the next', async () => {
    const root = scratch();
    await publishTiny(root, guides('nen'));
    const [old = ''] = listed(root);
    await publishTiny(root, guides('mau', 'B'));
    const [fresh = '', second] = listed(root);
    expect(fresh).not.toBe(old);
    expect(second).toBe(old);
    for (const file of [fresh, old]) {
      const id = present(/nen\.(.+)\.txt/.exec(file)?.[1]);
      const name = 'huong-dan/tien/bai-3/index.html';
      const twin = readFileSync(join(live(root), `${name}.${id}.dcb`));
      expect(unpacked(twin, readFileSync(join(live(root), file)))).toBe(tinyFiles(guides('mau', 'B'))[name]);
    }
    expect((await publishTiny(root, guides('mau', 'B'))).changed).toBe(false);
    await publishTiny(root, guides('chu', 'C'));
    expect(listed(root)).toEqual([expect.not.stringMatching(old), fresh]);
    // Whoever has the first one only misses its twins; the file itself is still there.
    expect(existsSync(join(live(root), old))).toBe(true);
  });

  test('that is rolled back to has its own again', async () => {
    const root = scratch();
    const to = target(join(root, 'noi-phat-hanh'));
    const first = await publishTiny(root, guides('nen'));
    const [old = ''] = listed(root);
    await publishTiny(root, guides('mau', 'B'));
    const [fresh = ''] = listed(root);
    await rollback({ to: to.root, steps: 1, now: () => new Date(0), say: () => {} });
    expect(currentEdition(to)).toBe(first.edition);
    expect(readlinkSync(to.current)).toBe(`releases/${first.edition}`);
    expect(listed(root)).toEqual([old]);
    expect(existsSync(join(live(root), fresh))).toBe(true);
  });

  test('is made with a new one when the old one is damaged', async () => {
    const root = scratch();
    await publishTiny(root, guides('nen'));
    const [file = ''] = listed(root);
    writeFileSync(join(live(root), file), 'x');
    await publishTiny(root, guides('nen', 'B'));
    expect(listed(root)).toEqual([file]);
    expect(readFileSync(join(live(root), file), 'utf8')).toContain('nen mục 7');
  });

  test('of a handful of pages has none', async () => {
    const root = scratch();
    await publishTiny(root);
    expect(existsSync(join(live(root), dictionaryList))).toBe(false);
  });
});
