/**
 * What an edition adds, on the small content: a page of its own, and a guide in a language of its own, built
 * as readers get them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { turnPage } from '../../src/outputs/sub-path/page.ts';
import { under } from '../../src/outputs/sub-path/turn.ts';
import { makeCopy } from '../../src/outputs/usb/copy.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { addMadeUpLanguage, madeUp, mark } from '../fixtures/made-up-language.ts';
import { writeOwnTopicPage } from '../fixtures/own-page.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { searchOf } from './search-of.ts';

const root = mkdtempSync(join(tmpdir(), 'so-tay-trang-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const read = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

/** Of the small content: a lesson in steps, with needs and troubles. */
const guide = 'bep/nau-com-dien';
const ownPage = `---
title: Lịch lớp của xã
summary: Lớp ở các thôn
address: /lich-lop/
menu: [main]
checked: 2026-11-21
---

Ai cũng vào học được.

<Part title="Tháng này" id="thang-nay">

Có <Count of="guides" /> bài để học. Xem [giới thiệu](/gioi-thieu/#mot).

<Table title="Lịch lớp">

| Thôn | Giờ |
| --- | --- |
| Thôn Đông | 19 giờ |

</Table>

</Part>
`;

beforeAll(async () => {
  copyTinyProject(root);
  await writeOwnTopicPage(root);
  addMadeUpLanguage(root, guide);
  writeFileSync(join(root, 'content/pages/lich-lop.mdx'), ownPage);
  const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: cleanEnvironment(root),
  });
  expect(run.status, `${run.stdout.replace(/^.*[├└]─.*\n/gm, '')}\n${run.stderr}`).toBe(0);
}, 240_000);

/** Addresses of the part of the offline copy that holds an edition's own pages. */
function keptList(): string {
  const offer = JSON.parse(read('ngoai-tuyen/muc.json')) as { sections: { khac: { list: string } } };
  return read(`ngoai-tuyen/kho/${offer.sections.khac.list}.txt`);
}

test('a page of an edition’s own: read at its address, found in the list of every page, by search and by crawlers', () => {
  const page = read('lich-lop/index.html');
  expect(page).toMatch(/<h1>\s*Lịch lớp của xã/);
  expect(page).toMatch(/<p class="lead">Ai cũng vào học được/);
  expect(page).toMatch(/Có \d+ bài để học/);
  expect(page).toContain('href="/gioi-thieu/#mot"');
  expect(page).toContain('data-label="Giờ"');
  expect(read('gioi-thieu/index.html')).toMatch(/href="\/lich-lop\/"[^>]*>\s*Lịch lớp của xã/);
  expect(read('sitemap-0.xml')).toContain('/lich-lop/');
  expect(searchOf(join(root, 'dist')).pages.map(({ title }) => title)).toContain('Lịch lớp của xã');
  expect(page).toContain('data-pagefind-body');
  expect(keptList()).toContain('/lich-lop/');
  // The guide for somebody who is being cheated is kept for everybody, whatever its number.
  expect(read('ngoai-tuyen/chua-luu/index.html')).toMatch(/<a href="\/huong-dan\/[^"]+" data-urgent/);
  expect(read('sw.js')).toMatch(/\/huong-dan\/[a-z0-9-]+\/[a-z0-9-]+\//);
});

test('a page with every part: photos with words, chart, calendar, calls, steps', () => {
  const page = read('chuyen-trang/index.html');
  const images = [...page.matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag);
  expect(images).toHaveLength(3);
  for (const image of images) {
    expect(image).toMatch(/ alt="[^"]{15,}"/);
    expect(image).toMatch(/ width="640" height="480"[^>]* loading="lazy"/);
    const file = /src="\/(anh-chup\/[^"]+)"/.exec(image)?.[1] ?? '';
    expect(existsSync(join(root, 'dist', file)), file).toBe(true);
  }
  expect(existsSync(join(root, 'dist/anh-chup/khong-dung.jpg'))).toBe(false);
  expect(page).toMatch(/<figcaption>\s*Lớp tối thôn Đông\. Ảnh: Tổ công nghệ số cộng đồng, 19/);
  // The photo's own style stands in this page and in no other.
  expect(page).toContain('.photos');
  expect(read('gioi-thieu/index.html')).not.toContain('.photos');
  for (const words of ['80%', 'ít nhất 90%', 'Chỉ tiêu của Tỉnh Mẫu', 'Gọi tổ trưởng', 'Cứu hộ', 'Rửa rau'])
    expect(page).toContain(words);
  expect(page).toContain('data-label="Nơi học"');
  expect(page).toMatch(/class="task" href="\/ke-hoach\/xa-mau-01\//);
  expect(page).toMatch(/<a class="number" href="tel:/);
});

test('its photos come along: kept on the telephone, copied to a stick, named under a path', async () => {
  expect(keptList()).toContain('/anh-chup/lop-toi.jpg');
  const words = { name: '', edition: '', foot: '', open: '', hint: '' };
  const to = join(root, 'usb');
  mkdirSync(to);
  await makeCopy({ dist: join(root, 'dist'), to, words });
  expect(existsSync(join(to, 'so-tay/anh-chup/lop-toi.jpg'))).toBe(true);
  const copied = readFileSync(join(to, 'so-tay/chuyen-trang/index.html'), 'utf8');
  expect(copied).toContain('src="../anh-chup/lop-toi.jpg"');
  expect(turnPage(read('chuyen-trang/index.html'), under('/xa'))).toContain('src="/xa/anh-chup/lop-toi.jpg"');
});

test('a guide in another language: words, headings and days around it are in that language', () => {
  const page = read(`huong-dan/${guide}/index.html`);
  expect(page).toContain(`<html lang="${madeUp}"`);
  // What stands around it, a heading that its kind of section always has, the number of a step.
  for (const words of ['Đến nội dung chính', 'Danh mục', 'Các bước'])
    expect(page).toMatch(new RegExp(`>\\s*${mark}${words}`));
  expect(page).toMatch(new RegExp(`class="of unseen">\\s*${mark}Bước 1 trên \\d`));
  expect(page).toMatch(new RegExp(`${mark}Kiểm tra ngày 20\\d\\d\\.\\d{1,2}\\.\\d{1,2}`));
  expect(page).toContain('content="qaa"');
  // Addresses of its parts stay, and nobody reads it aloud by the rules of Vietnamese.
  expect(page).toContain('id="cac-buoc"');
  expect(page).not.toContain('data-listen');
  // Lists in the handbook's own language say what language its title is in; other pages know nothing of it.
  expect(read('so/index.html')).toMatch(new RegExp(`hreflang="${madeUp}"[^]*?<b lang="${madeUp}">`));
  const other = read('huong-dan/bep/rua-rau/index.html');
  expect(other).toContain('<html lang="vi"');
  expect(other).not.toContain(mark);
});
