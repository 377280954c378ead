/**
 * The edition of a commune, built and crawled as it is served: under a path, of a state office, with a guide
 * of its own, one in place of the handbook's, and without a plan. On the small content of the tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { crawl } from '../fixtures/crawl.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { plainHost } from '../fixtures/plain-host.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { searchOf } from './search-of.ts';

const scratch = mkdtempSync(join(tmpdir(), 'so-tay-ban-'));
const product = join(scratch, 'so-tay');
const edition = join(scratch, 'xa-vi-du');
const dist = join(edition, 'dist');
const page = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** A sign of one colour, which stands nowhere else. */
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path fill="#c58b00" d="M0 0h10v10z"/></svg>';
let log = '';

beforeAll(() => {
  copyTinyProject(product);
  const guide = readFileSync(join(product, 'content/guides/bep/rua-rau.mdx'), 'utf8');
  const settings = editionSettings.replace(/^url: .*$/m, 'url: https://xa-vi-du.gov.vn/so-tay/');
  writeEdition(edition, {
    'edition.yaml':
      `${settings}official: true\nshow: { plans: [xa-mau-01], practices: [] }\n` +
      'look: { act: "#0a5c36", emblem: dau.svg, logo: { picture: logo.svg, alt: Cây đa xã Ví Dụ } }\n' +
      'words: { home.ask: Bà con xã mình làm gì? }\n',
    'content/withdrawn/gieng-cu.yaml':
      'number: 8001\ntitle: Múc nước giếng cũ\naddress: /huong-dan/bep/gieng-cu/\ndate: 2026-11-20\n' +
      'reason: Giếng ấy đã lấp.\ninstead: [bep/rua-rau]\n',
    'content/pages/ban-nay.mdx':
      '---\ntitle: Bản này của ai\nsummary: Ai chịu trách nhiệm bản này\naddress: /ban-nay/\n' +
      'checked: 2026-11-21\n---\n\nBản này <Site show="notice" />\n',
    'dau.svg': drawing,
    'logo.svg': drawing,
    'content/guides/bep/rua-rau-xa.mdx': guide
      .replace('number: 2', 'number: 8000')
      .replace('title: Rửa rau cho sạch', 'title: Rửa rau ở giếng xã'),
    'content/guides/bep/rua-rau.mdx': guide
      .replace('---\n', '---\nreplaces: 000000000000\n')
      .replace('Bỏ lá úa.', 'Bỏ lá úa, gốc già.'),
  });
  const home = join(scratch, 'nha');
  mkdirSync(home);
  const run = spawnSync(process.execPath, ['src/cli/edition/run.ts', 'build', '--edition', edition], {
    cwd: product,
    encoding: 'utf8',
    env: cleanEnvironment(home),
  });
  log = `${run.stdout}\n${run.stderr}`;
  expect(run.status, log).toBe(0);
}, 240_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test('every link and asset of the served site is there', async () => {
  const host = await plainHost(dist, '/so-tay');
  try {
    const { pages, links, dead } = await crawl(`${host.origin}/so-tay/`, ['8000/']);
    expect(dead).toEqual([]);
    expect(pages).toBeGreaterThan(40);
    expect(links).toBeGreaterThan(500);
  } finally {
    host.close();
  }
});

test('every page says whose it is and what it is made from, and nothing denies the state office', () => {
  const pages = globSync('{huong-dan,ke-hoach,danh-ba}/**/index.html', { cwd: dist });
  let count = 0;
  for (const file of pages) {
    const html = readFileSync(join(dist, file), 'utf8');
    if (html.includes('http-equiv="refresh"')) continue;
    count++;
    expect(html, file).toContain('Trang chính thức của Tổ làm sổ tay xã Ví Dụ.');
    expect(html, file).toContain('Làm từ Sổ thử (https://so-thu.example), phiên bản 0.1.0');
    expect(html, file).not.toContain('không phải trang của cơ quan nhà nước');
  }
  expect(count).toBeGreaterThan(8);
  const all = globSync('**/index.html', { cwd: dist });
  expect(all.length).toBeGreaterThan(count);
  for (const file of all)
    expect(readFileSync(join(dist, file), 'utf8'), file).not.toContain(
      'không phải trang của cơ quan nhà nước',
    );
  expect(page('ban-nay')).toMatch(/Bản này\s+Trang chính thức của Tổ làm sổ tay xã Ví Dụ\./);
});

test('looks as its settings say, on every page and where it is installed', async () => {
  const pages = globSync('{huong-dan,ke-hoach,danh-ba,in,trinh-chieu}/**/index.html', { cwd: dist });
  let framed = 0;
  for (const file of pages) {
    const html = readFileSync(join(dist, file), 'utf8');
    expect(html, file).not.toMatch(/#46238a|#cdb8ff|#1a0a63/i);
    if (!html.includes('class="brand"')) continue;
    framed++;
    expect(html, file).toContain('<img src="/so-tay/bieu-tuong.svg" alt="">');
    expect(html, file).toContain('src="/so-tay/bieu-trung.svg" alt="Cây đa xã Ví Dụ"');
    expect(html, file).toContain('--act:#0a5c36');
  }
  expect(pages.length).toBeGreaterThan(15);
  expect(framed).toBeGreaterThan(8);
  expect(page('')).toContain('Bà con xã mình làm gì?');
  for (const file of ['bieu-tuong.svg', 'bieu-trung.svg'])
    expect(readFileSync(join(dist, file), 'utf8')).toContain('#c58b00');
  expect(JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'))).toMatchObject({
    theme_color: '#0a5c36',
  });
  const { data } = await sharp(join(dist, 'bieu-tuong-192.png'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // The upper right of the sign, above its diagonal.
  expect([...data.subarray((20 * 192 + 170) * 3, (20 * 192 + 170) * 3 + 3)]).toEqual([0xc5, 0x8b, 0]);
});

test('has its own guide under its number, the replaced text, and not the plan that it leaves out', () => {
  expect(page('huong-dan/bep/rua-rau-xa')).toContain('Rửa rau ở giếng xã');
  expect(existsSync(join(dist, '8000/index.html'))).toBe(true);
  expect(page('huong-dan/bep/rua-rau')).toContain('Bỏ lá úa, gốc già.');
  expect(existsSync(join(dist, 'ke-hoach/xa-mau-01/index.html'))).toBe(true);
  expect(existsSync(join(dist, 'ke-hoach/tinh-mau-02'))).toBe(false);
});

test('where no good practice was chosen no page leads to them, and the old address says so', () => {
  expect(page('cach-lam-hay')).toContain('Bản này chưa chọn cách làm nào.');
  const leading = globSync('**/index.html', { cwd: dist }).filter((file) =>
    readFileSync(join(dist, file), 'utf8').includes('href="/so-tay/cach-lam-hay/"'),
  );
  expect(leading).toEqual([]);
  expect(page('')).toContain('href="/so-tay/tap-huan/"');
});

test('a guide that was taken out leaves a page that says why, under every address of its number', () => {
  const html = page('huong-dan/bep/gieng-cu');
  for (const said of [
    'Bài 8001 đã bỏ: Múc nước giếng cũ',
    'Giếng ấy đã lấp.',
    '20/11/2026',
    'Rửa rau cho sạch',
  ])
    expect(html).toContain(said);
  for (const path of ['8001', 'kiem/8001', 'in/8001', 'loa/8001', 'nhung/8001', 'trinh-chieu/8001'])
    expect(page(path), path).toContain('content="0;url=/so-tay/huong-dan/bep/gieng-cu/"');
  expect(readFileSync(join(dist, '_redirects'), 'utf8')).toContain(
    '/so-tay/8001/ /so-tay/huong-dan/bep/gieng-cu/ 301',
  );
  expect(page('so')).toContain('Bài 8001 đã bỏ');
  expect(searchOf(dist).pages.map(({ title }) => title)).toContain('Bài 8001 đã bỏ: Múc nước giếng cũ');
});

test('says which edition it is, of which version and day, for whoever watches over many', () => {
  const told: unknown = JSON.parse(readFileSync(join(dist, 'du-lieu/ban.json'), 'utf8'));
  expect(told).toMatchObject({
    name: 'Sổ tay xã Ví Dụ',
    url: 'https://xa-vi-du.gov.vn/so-tay/',
    official: true,
    version: '0.1.0',
    base: '0.1.0',
    withdrawn: [
      { number: 8001, address: '/so-tay/huong-dan/bep/gieng-cu/', date: '2026-11-20' },
      { number: 190, address: '/so-tay/huong-dan/bep/nhom-bep/', date: '2026-11-20' },
    ],
  });
  expect(told).toHaveProperty('day', expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/));
});

test('the build tells that an original has changed since it was replaced, by the file of the edition', () => {
  expect(log).toContain('Nên xem lại');
  expect(log).toContain('../xa-vi-du/content/guides/bep/rua-rau.mdx:2');
  expect(log).toContain('Bản gốc đã đổi từ khi tệp này được chép');
});
