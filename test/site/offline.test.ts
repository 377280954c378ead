/**
 * The offline copy over the finished site: everything is in it once, what is told is right, and the same site
 * gives the same files.
 */
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sectionOf } from '../../src/outputs/offline/section-rules.ts';
import { sizeWords } from '../../src/books/size-words.ts';
import { hashOf } from '../../src/outputs/offline/bundles.ts';
import { writeOffline } from '../../src/outputs/offline/write.ts';
import {
  compose,
  copyOf,
  isPage,
  type OfflineIndex,
  type SectionList,
} from '../../src/outputs/offline/runtime/format.ts';
import { attribute, dist, realPages, sitePages } from './dist.ts';
import { present } from '../present.ts';
import { floor } from '../national/edition.ts';
import { whole as all } from '../whole.ts';

const store = join(dist, 'ngoai-tuyen/kho');
const index = JSON.parse(readFileSync(join(dist, 'ngoai-tuyen/muc.json'), 'utf8')) as OfflineIndex;
const list = (id: string): SectionList =>
  JSON.parse(
    readFileSync(join(store, `${present(index.sections[id], 'an item of sections').list}.txt`), 'utf8'),
  ) as SectionList;
const ids = Object.keys(index.sections);
const fixed = ids.filter((id) => !id.startsWith('ai-'));
const lists = new Map(ids.map((id) => [id, list(id)]));
const whole = copyOf(
  index.edition,
  {},
  fixed.map((id) => present(lists.get(id), 'an entry of lists')),
);
const read = (path: string): Buffer =>
  readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path));

describe('the store', () => {
  test('every file is what its name says, and is needed by a list or the worker', () => {
    const files = globSync('*', { cwd: store }).sort();
    expect(files.length).toBeGreaterThan(floor(400));
    for (const file of files) expect(hashOf(readFileSync(join(store, file))), file).toBe(file.split('.')[0]);
    const needed = new Set([
      ...ids.map((id) => `${present(index.sections[id], 'an item of sections').list}.txt`),
      ...[...lists.values()].flatMap((sectionList) =>
        sectionList.bundles.map(([hash, kind]) => `${hash}.${kind}`),
      ),
      ...urgent().bundles.map(([hash, kind]) => `${hash}.${kind}`),
    ]);
    expect(files.filter((file) => !needed.has(file))).toEqual([]);
  });

  test('every page but those that nobody keeps is in it, once among the sections that are no selection, and the same to the byte', () => {
    const homes = new Map<string, string[]>();
    for (const id of fixed)
      for (const path of Object.keys(copyOf('', {}, [present(lists.get(id), 'an entry of lists')]).files))
        homes.set(path, [...(homes.get(path) ?? []), id]);
    const wanted = realPages.filter((page) => sectionOf(page.path) !== undefined);
    expect(
      realPages
        .filter((page) => sectionOf(page.path) === undefined)
        .map((page) => page.path)
        // What a sheet is held against must be of today, so it is asked of the network.
        .filter((path) => !/^\/(?:nhung|kiem)\//.test(path)),
    ).toEqual(['/404.html', '/phong-cach/']);
    expect(wanted.length).toBeGreaterThan(floor(400));
    for (const page of wanted) expect(homes.get(page.path), page.path).toEqual([sectionOf(page.path)]);
    for (const [path, [hash, start, length]] of Object.entries(whole.files)) {
      const bytes = globRead(hash);
      const body = isPage(path)
        ? Buffer.from(compose(bytes.toString(), (otherHash) => globRead(otherHash).toString()))
        : start === undefined
          ? bytes
          : bytes.subarray(start, start + present(length, 'length'));
      expect(body.equals(read(path)), path).toBe(true);
    }
  });

  test('every address that leads on is in it', () => {
    const stubs = sitePages.filter((page) => page.stub && !page.path.startsWith('/nhung/'));
    expect(stubs.length).toBeGreaterThan(floor(100));
    expect(stubs.filter((stub) => !Object.hasOwn(whole.leads, stub.path)).map((stub) => stub.path)).toEqual(
      [],
    );
  });

  test('what kept pages fetch to show themselves is kept with them', () => {
    let files = 0;
    for (const id of ids) {
      const own = copyOf('', {}, [
        present(lists.get(id), 'an entry of lists'),
        present(lists.get('chung'), 'chung in lists'),
      ]).files;
      for (const path of Object.keys(own).filter(isPage)) {
        for (const [, address] of read(path)
          .toString()
          .matchAll(/<(?:script|img)\b[^>]*\bsrc="(\/[^"]+)"/g)) {
          files++;
          expect(Object.hasOwn(own, present(address, 'address')), `${id}: ${path} needs ${address}`).toBe(
            true,
          );
        }
      }
    }
    expect(files).toBeGreaterThan(floor(400));
  });
});

const cache = new Map<string, Buffer>();
/** The folder has thousands of files: it is listed once. */
const names = new Map(globSync('*', { cwd: store }).map((file) => [file.split('.')[0] ?? '', file]));
function globRead(hash: string): Buffer {
  let bytes = cache.get(hash);
  if (!bytes) cache.set(hash, (bytes = readFileSync(join(store, present(names.get(hash), hash)))));
  return bytes;
}
function urgent(): SectionList {
  return JSON.parse(
    present(
      /^const urgentList=(.*),edition=/.exec(readFileSync(join(dist, 'sw.js'), 'utf8')),
      'the pattern in the text',
    )[1] ?? '',
  ) as SectionList;
}

/** What a server sends of a list that compresses by itself. */
const sentBytes = ({ bundles }: SectionList): number =>
  [...new Map(bundles.map((bundle) => [bundle[0], bundle[1]]))].reduce(
    (total, [hash, kind]) =>
      total +
      (kind === 'bin'
        ? globRead(hash).length
        : brotliCompressSync(globRead(hash), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length),
    0,
  );

test('the told size of each section is what servers send, to 2 %', () => {
  const wrong: string[] = [];
  for (const [id, sectionList] of lists) {
    const bytesOf = new Map(sectionList.bundles.map(([hash, , bytes]) => [hash, bytes]));
    const told = [...bytesOf.values()].reduce((total, bytes) => total + bytes, 0);
    const sent = sentBytes(sectionList);
    if (Math.abs(told / sent - 1) > 0.02) wrong.push(`${id}: told ${told}, sent ${sent}`);
  }
  expect(lists.size).toBeGreaterThan(20);
  expect(wrong).toEqual([]);
}, 60_000);

test('the emergency pages with all they need and the worker weigh at most 50 kB', () => {
  const files = Object.keys(copyOf('', {}, [urgent()]).files);
  expect(files).toContain('/danh-ba/');
  expect(files).toContain('/ngoai-tuyen/chua-luu/');
  expect(files).toContain(urgent().leads['/80/']);
  const weight = sentBytes(urgent()) + brotliCompressSync(readFileSync(join(dist, 'sw.js'))).length;
  console.log(`offline: emergency pages ${files.length} files, ${weight} bytes with the worker`);
  expect(weight).toBeLessThanOrEqual(50_000);
});

test('the page tells every section, readable without script, with the size in the index; lists are small', () => {
  const page = present(
    realPages.find((candidate) => candidate.path === '/ngoai-tuyen/'),
    'one of realPages',
  );
  const rows: string[] = [];
  for (const id of ids) {
    const { bytes, pages, list: hash } = present(index.sections[id], 'an item of sections');
    expect(page.html, id).toMatch(
      new RegExp(`data-size="${id}" data-bytes="\\d+"[^>]*>${sizeWords(bytes)}, ${pages} trang<`),
    );
    const listBytes = brotliCompressSync(readFileSync(join(store, `${hash}.txt`))).length;
    rows.push(`${id} ${bytes} (list ${listBytes})`);
    // A phone that keeps one section gets no list of everything.
    // The longest, for trainers, names slides and sheets of every guide and card, drills, checks, rooms and
    // kits of every session, and parts of long lists: 20.3 kB.
    expect(listBytes, id).toBeLessThanOrEqual(21_000);
  }
  console.log(`offline sections, bytes: ${rows.join('; ')}`);
  expect(page.html).toMatch(/data-size="ca-so-tay" data-bytes="\d+"[^>]*>\d+,\d MB, \d+ trang</);
  expect(page.html).toMatch(/data-size="khan-cap" data-bytes="\d+"[^>]*>\d+ kB</);
  const script = page.elements.filter((element) => attribute(element, 'data-unheard') !== undefined);
  expect(script.length).toBe(1);
  for (const element of page.elements.filter(
    (element) => element.tagName === 'input' && attribute(element, 'name') === 'phan',
  ))
    expect(attribute(element, 'hidden'), 'boxes wait for the script').toBeDefined();
});

test('the told size is a little more than a server sends that compresses as well as it can', () => {
  for (const id of ['ke-tien', 'chung']) {
    const best = [
      ...new Map(
        present(lists.get(id), 'an entry of lists').bundles.map((bundle) => [bundle[0], bundle]),
      ).values(),
    ].reduce(
      (total, [hash, kind]) =>
        total + (kind === 'bin' ? globRead(hash).length : brotliCompressSync(globRead(hash)).length),
      0,
    );
    const told = present(index.sections[id], 'an item of sections').bytes;
    console.log(`offline: ${id} told ${told}, brotli 11 ${best}`);
    expect(told).toBeGreaterThanOrEqual(best);
    expect(told).toBeLessThan(best * 1.25);
  }
});

// Each day the small content is made twice, its offline copy too, and is the same (`release.test.ts`).
test.runIf(all)('made again from the same site it is the same, file by file', () => {
  const again = mkdtempSync(join(tmpdir(), 'so-tay-again-'));
  try {
    cpSync(dist, again, { recursive: true });
    rmSync(join(again, 'ngoai-tuyen/kho'), { recursive: true });
    rmSync(join(again, 'ngoai-tuyen/muc.json'));
    const made = writeOffline(again);
    expect(made.urgent).toEqual(urgent());
    const files = globSync('ngoai-tuyen/**/*.*', { cwd: again }).sort();
    expect(files).toEqual(globSync('ngoai-tuyen/**/*.*', { cwd: dist }).sort());
    expect(files.length).toBeGreaterThan(floor(400));
    for (const file of files)
      expect(readFileSync(join(again, file)).equals(readFileSync(join(dist, file))), file).toBe(true);
  } finally {
    rmSync(again, { recursive: true, force: true });
  }
});
