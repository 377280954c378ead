/**
 * The copy that opens from a disk: every link leads to a file, names suit Windows, two copies are the same to
 * the byte.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usbCopy } from '../../src/outputs/usb/command.ts';
import { diskAddress, rootFrom } from '../../src/outputs/usb/disk-address.ts';
import { badName, sameNames } from '../../src/outputs/usb/names.ts';
import { attribute, dist, sitePages, type Element } from './dist.ts';
import { present } from '../present.ts';
import { realHandbook } from '../real.ts';
import { someOf, whole } from '../whole.ts';
import { floor } from '../national/edition.ts';

const handbook = realHandbook();
const to = mkdtempSync(join(tmpdir(), 'so-tay-usb-'));
let made: Awaited<ReturnType<typeof usbCopy>>;
beforeAll(async () => {
  made = await usbCopy(dist, to, handbook);
}, 120_000);
afterAll(() => rmSync(to, { recursive: true, force: true }));

test('addresses from the root become addresses from the page', () => {
  expect(rootFrom('/')).toBe('');
  expect(rootFrom('/huong-dan/tien/')).toBe('../../');
  expect(rootFrom('/404.html')).toBe('');
  expect(diskAddress('../../', '/83/?che-do=chu-to#buoc-1')).toBe('../../83/index.html?che-do=chu-to#buoc-1');
  expect(diskAddress('', '/')).toBe('index.html');
  for (const same of ['#x', '?q=1', 'tel:113', 'https://a.vn/', '//a.vn/x'])
    expect(diskAddress('../', same)).toBe(same);
});

test('names that Windows refuses are seen', () => {
  for (const bad of [
    'a/con/x.html',
    'a/nul.txt',
    'a:b',
    'a?b',
    'x./y',
    'x /y',
    'o\u0302.html',
    'a'.repeat(181),
  ])
    expect(badName(bad), bad).toBeDefined();
  for (const good of ['so-tay/83/index.html', 'MO-TRANG-NAY.html', 'cong/console.html'])
    expect(badName(good), good).toBeUndefined();
  expect(sameNames(['A.html', 'b.html', 'a.HTML'])).toEqual([['A.html', 'a.HTML']]);
});

function walk(node: unknown, found: Element[]): Element[] {
  const element = node as Element;
  if ('tagName' in element) found.push(element);
  for (const childNode of element.childNodes ?? []) walk(childNode, found);
  return found;
}

test('every link, form, picture and script of a page leads to a file of the copy, and to a part that is there', () => {
  const files = globSync('**/*.html', { cwd: made.folder });
  const contentOf = (file: string): string => readFileSync(join(made.folder, file), 'utf8');
  const some = someOf(files, 4, contentOf);
  const pages = new Map(
    some.map((file) => [resolve(made.folder, file), walk(parse(contentOf(file)), [])] as const),
  );
  const known = new Map<string, Set<string>>();
  /** Ids of a page of the copy. */
  const idsOf = (file: string): Set<string> => {
    const ids =
      known.get(file) ??
      new Set([...readFileSync(file, 'utf8').matchAll(/\sid="?([^"\s>]+)/g)].map(([, id = '']) => id));
    known.set(file, ids);
    return ids;
  };
  const broken: string[] = [];
  let links = 0;
  for (const [file, elements] of pages) {
    for (const element of elements) {
      const refresh =
        attribute(element, 'http-equiv') === 'refresh'
          ? present(attribute(element, 'content'), 'attribute').replace(/^\d+;url=/, '')
          : undefined;
      for (const address of [
        attribute(element, 'href'),
        attribute(element, 'src'),
        attribute(element, 'action'),
        refresh,
      ]) {
        if (address === undefined || address === '' || /^(?:[a-z]+:|\/\/|\?)/.test(address)) continue;
        links++;
        const [path, part] = address.replace(/\?[^#]*/, '').split('#');
        const target = path === '' ? file : resolve(dirname(file), decodeURIComponent(present(path, 'path')));
        if (present(path, 'path').startsWith('/') || !existsSync(target)) broken.push(`${file}: ${address}`);
        else if (part && target.endsWith('.html') && !idsOf(target).has(decodeURIComponent(part)))
          broken.push(`${file}: ${address} (part)`);
      }
    }
    const styles = elements
      .filter((element) => element.tagName === 'style')
      .map((element) => (element.childNodes[0] as unknown as { value: string }).value)
      .join('');
    for (const [, address] of styles.matchAll(/url\(["']?([^)"']+)["']?\)/g))
      if (
        !present(address, 'address').startsWith('data:') &&
        !existsSync(resolve(dirname(file), present(address, 'address')))
      )
        broken.push(`${file}: ${address} (style)`);
  }
  console.log(
    `usb: ${pages.size} pages, ${links} links, ${made.files} files, ${(made.bytes / 1e6).toFixed(1)} MB, zip ${(made.zipBytes / 1e6).toFixed(1)} MB`,
  );
  expect(broken.slice(0, 20)).toEqual([]);
  expect(files.length).toBe(sitePages.length + 1);
  expect(pages.size).toBeGreaterThan(files.length / 8);
  expect(links).toBeGreaterThan(floor(10_000));
});

test('no page asks for a module, a manifest or the site on the network; each says of which day it is', () => {
  let said = 0;
  for (const file of globSync('so-tay/**/*.html', { cwd: made.folder })) {
    const html = readFileSync(join(made.folder, file), 'utf8');
    expect(html, file).not.toMatch(/type="module"|rel="manifest"|rel="modulepreload"/);
    if (html.includes('<footer')) {
      expect(html, file).toMatch(/Bản chép để đọc khi không có mạng, nội dung đến ngày \d+\/\d+\/\d{4}/);
      said++;
    }
  }
  expect(said).toBeGreaterThan(floor(400));
});

test('a folder of that name that is no copy stays untouched', async () => {
  const other = join(to, 'nguoi-khac');
  mkdirSync(join(other, 'so-tay-so'), { recursive: true });
  writeFileSync(join(other, 'so-tay-so/quan-trong.txt'), 'x');
  await expect(usbCopy(dist, other, handbook)).rejects.toThrow(/không phải bản chép trước/);
  expect(readFileSync(join(other, 'so-tay-so/quan-trong.txt'), 'utf8')).toBe('x');
});

test('the zip holds the same files and says its checksum', () => {
  const bytes = readFileSync(made.zip);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(made.sha256);
  expect(readFileSync(`${made.zip}.sha256`, 'utf8')).toBe(`${made.sha256}  ${made.zip.split('/').at(-1)}\n`);
  const inside = unzipSync(bytes);
  expect(Object.keys(inside).length).toBe(made.files);
  expect(
    Buffer.from(
      present(inside['so-tay-so/MO-TRANG-NAY.html'], 'so-tay-so/MO-TRANG-NAY.html of inside'),
    ).equals(readFileSync(join(made.folder, 'MO-TRANG-NAY.html'))),
  ).toBe(true);
}, 120_000);

test.runIf(whole)(
  'the zip is the same when made again',
  async () => {
    const again = await usbCopy(dist, join(to, 'lan-hai'), handbook);
    expect(again.sha256).toBe(made.sha256);
  },
  120_000,
);
