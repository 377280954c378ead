/**
 * The edition of a province with 168 communes, built and crawled as it is served at the root of a host: four
 * audiences of the handbook's, a plan of its own with six tasks, another colour, and the pages that lead to
 * its communes. On the small content of the tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownPalette } from '../../src/cli/edition/palette.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { crawl } from '../fixtures/crawl.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { plainHost } from '../fixtures/plain-host.ts';
import { copyTinyProject } from '../fixtures/project.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-tinh-'));
const product = join(scratch, 'so-tay');
const edition = join(scratch, 'tinh-mau');
const dist = join(edition, 'dist');
const page = (path: string): Document =>
  new JSDOM(readFileSync(join(dist, path, 'index.html'), 'utf8')).window.document;

/** Names as communes have them: two syllables, every seventh with a word for what it is. */
const first = ['An', 'Bình', 'Đông', 'Hòa', 'Khánh', 'Long', 'Mỹ', 'Phú', 'Sơn', 'Tân', 'Ứng', 'Xuân'];
const second = ['Ba', 'Châu', 'Điền', 'Hưng', 'Lộc', 'Mai', 'Nghĩa', 'Phong', 'Quý', 'Sen', 'Thịnh', 'Vân'];
const names = Array.from({ length: 168 }, (_, at) => {
  const kind = at % 7 === 0 ? 'Phường' : 'Xã';
  return `${kind} ${first[at % 12] ?? ''} ${second[Math.floor(at / 12) % 12] ?? ''}${at >= 144 ? ' Hạ' : ''}`;
});
const folders = names.map((name) => fold(name).replaceAll(' ', '-'));
/** Of 168 these have a plan of their own. */
const planned = folders.filter((_, at) => at % 4 === 0);

const mould = `base: "0.1.0"
numbers: commune
name: Sổ tay <ten>
edition: Bản của <ten>
place: <ten>
owner: Ủy ban nhân dân <ten>
url: https://<thu-muc>.tinh-mau.example
feedback: Báo với <ten>.
checked: 2026-11-21
`;
const task = readFileSync('test/fixtures/good/content/tasks/xa-mau-01/1.yaml', 'utf8');
const plan = readFileSync('test/fixtures/good/content/plans/tinh-mau-02.mdx', 'utf8');
const audience = readFileSync('test/fixtures/good/content/audiences/nha-nong.yaml', 'utf8');

beforeAll(() => {
  copyTinyProject(product);
  const tasks = Array.from({ length: 6 }, (_, at) => {
    const own = task.replace('item: "1"', `item: "${at + 1}"`).replace('order: 1', `order: ${at + 1}`);
    return `${at + 1}:\n${own.trimEnd().replace(/^/gm, '  ')}\n`;
  });
  const settings = editionSettings
    .replace('numbers: commune', 'numbers: province')
    .replace(/^url: .*$/m, 'url: https://so-tay.tinh-mau.example/');
  const people = ['tieu-thuong', 'hoc-sinh'].map((id): [string, string] => [
    `content/audiences/${id}.yaml`,
    audience
      .replace('order: 2', 'order: 5')
      .replace('Nhà nông', id === 'hoc-sinh' ? 'Học sinh' : 'Tiểu thương'),
  ]);
  writeEdition(edition, {
    'edition.yaml':
      `${settings}show: { audiences: [ba-con, nha-nong, tieu-thuong, hoc-sinh] }\n` +
      'look: { act: "#0a5c36" }\ncommunes: { list: xa.csv, from: xa.yaml }\n',
    'xa.yaml': mould,
    'xa.csv': [
      'thu-muc,ten,rieng',
      ...names.map((name, at) => {
        const folder = folders[at] ?? '';
        return `${folder},${name},${planned.includes(folder) ? `rieng/${folder}` : ''}`;
      }),
    ].join('\n'),
    'content/plans/tinh-vi-du.mdx': plan.replace('02/KH-TM', '77/KH-VD').replace('tỉnh Mẫu', 'tỉnh Ví Dụ'),
    'content/tasks/tinh-vi-du.yaml': tasks.join(''),
    ...Object.fromEntries(people),
    ...Object.fromEntries(
      planned.map((folder, at) => [
        `rieng/${folder}/content/plans/${folder}.mdx`,
        at === 0
          ? plan.replace(/^indicators:\n(?: .*\n)*/m, '')
          : plan.replace('value: 90', `value: ${50 + at}`),
      ]),
    ),
  });
  const home = join(scratch, 'nha');
  mkdirSync(home);
  const run = spawnSync(process.execPath, ['src/cli/edition/run.ts', 'build', '--edition', edition], {
    cwd: product,
    encoding: 'utf8',
    env: cleanEnvironment(home),
  });
  expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0);
}, 240_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('every link and asset of the served site is there', async () => {
  const host = await plainHost(dist, '');
  try {
    const { pages, links, dead } = await crawl(`${host.origin}/`, []);
    expect(dead).toEqual([]);
    expect(pages).toBeGreaterThan(60);
    expect(links).toBeGreaterThan(1000);
  } finally {
    host.close();
  }
});

test('has four audiences and its own plan with six tasks', () => {
  const people = globSync('danh-cho/*/index.html', { cwd: dist }).length;
  expect(people).toBe(4);
  expect(globSync('ke-hoach/tinh-vi-du/*/index.html', { cwd: dist }).length).toBe(6);
  expect(page('danh-cho').body.textContent).not.toContain('Cán bộ xã');
});

test('leads to every commune at its own address, by letter, without a script', () => {
  const document = page('cac-xa');
  const entries = [...document.querySelectorAll('main section li[data-entry]')];
  expect(entries.length).toBe(168);
  const hrefs = entries.map((entry) => entry.querySelector('a')?.href);
  expect(hrefs.toSorted()).toEqual(folders.map((folder) => `https://${folder}.tinh-mau.example/`).toSorted());
  const letters = [...document.querySelectorAll('main section > h2')].map(({ textContent }) => textContent);
  expect(letters).toEqual(['A', 'B', 'Đ', 'H', 'K', 'L', 'M', 'P', 'S', 'T', 'U', 'X']);
  for (const link of document.querySelectorAll('main nav a'))
    expect(document.querySelector(link.getAttribute('href') ?? ''), link.textContent).not.toBeNull();
  // What a browser fetches for it is the site's own.
  for (const named of document.querySelectorAll('script[src], link[rel=stylesheet], img'))
    expect(named.getAttribute('src') ?? named.getAttribute('href')).toMatch(/^\//);
  const list = [...document.querySelectorAll('main section')].map(({ outerHTML }) => outerHTML).join('');
  expect(Buffer.byteLength(list)).toBeLessThan(60_000);
  for (const path of ['', 'ke-hoach'])
    expect(page(path).querySelector('main a[href="/cac-xa/"]'), path).not.toBeNull();
});

test('says of each commune which plan it has, or that it has none, and compares their targets', () => {
  const entries = [...page('cac-xa').querySelectorAll<HTMLElement>('main section li[data-entry]')];
  const without = entries.filter(({ textContent }) => textContent.includes('chưa có kế hoạch riêng'));
  expect(without.length).toBe(168 - planned.length);
  expect(page('cac-xa').body.textContent).toContain(
    `${planned.length} nơi có kế hoạch riêng, 126 nơi chưa có.`,
  );
  const document = page('cac-xa/chi-tieu');
  const rows = [...document.querySelectorAll('main table tbody tr')];
  // The first of them sets no target.
  expect(rows.length).toBe(planned.length - 1);
  const row = rows.find((one) => one.querySelector('a')?.href.includes(planned[1] ?? '?'));
  expect(row?.querySelector('a')?.href).toBe(
    `https://${planned[1] ?? ''}.tinh-mau.example/ke-hoach/${planned[1] ?? ''}/`,
  );
  expect([...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent)).toEqual([
    '80%',
    'ít nhất 51%',
  ]);
  expect(document.body.textContent).toContain(`không nêu chỉ tiêu bằng số: ${names[0] ?? ''}.`);
});

/** A colour as programs write it. */
const forms = (hex: string): string[] => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [hex, `${red}, ?${green}, ?${blue}`, `${red} ${green} ${blue}`];
};

test('no file of it has a colour of the handbook’s', async () => {
  const colours = new RegExp(
    Object.values({ ...ownPalette })
      .flatMap(forms)
      .join('|'),
    'i',
  );
  const texts: string[] = globSync('**/*.{html,css,js,json,svg,xml,webmanifest,txt,csv,md}', { cwd: dist });
  const holding = texts.filter((file) => colours.test(readFileSync(join(dist, file), 'utf8')));
  expect(texts.length).toBeGreaterThan(250);
  expect(holding).toEqual([]);
  const pictures: string[] = globSync('**/*.png', { cwd: dist });
  expect(pictures.length).toBeGreaterThan(8);
  const known = new Set(Object.values({ ...ownPalette }).map((hex) => Number.parseInt(hex.slice(1), 16)));
  for (const file of pictures) {
    const data = await sharp(join(dist, file)).removeAlpha().toColourspace('srgb').raw().toBuffer();
    let found = 0;
    for (let at = 0; at < data.length; at += 3) if (known.has(data.readUIntBE(at, 3))) found++;
    expect(found, file).toBe(0);
  }
});

test('a list that cannot be read is told with its line and what to do', () => {
  const list = join(edition, 'xa.csv');
  const before = readFileSync(list, 'utf8');
  writeFileSync(list, `${before}\nxa-thua,Xã Thừa`);
  const run = spawnSync(process.execPath, ['src/cli/edition/run.ts', 'check', '--edition', edition], {
    cwd: product,
    encoding: 'utf8',
  });
  expect(run.status).toBe(1);
  expect(run.stdout).toMatch(/tinh-mau\/edition\.yaml:\d+/);
  expect(run.stdout).toContain('dòng 170: có 2 ô, dòng đầu có 3 cột');
  expect(existsSync(join(dist, 'cac-xa/index.html'))).toBe(true);
});
