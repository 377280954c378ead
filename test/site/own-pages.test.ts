/**
 * What an edition adds, on the small content: a page of its own, and a guide in a language of its own, built
 * as readers get them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { addMadeUpLanguage, madeUp, mark } from '../fixtures/made-up-language.ts';
import { copyTinyProject } from '../fixtures/project.ts';

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

beforeAll(() => {
  copyTinyProject(root);
  addMadeUpLanguage(root, guide);
  writeFileSync(join(root, 'content/pages/lich-lop.mdx'), ownPage);
  const run = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: cleanEnvironment(root),
  });
  expect(run.status, `${run.stdout.replace(/^.*[├└]─.*\n/gm, '')}\n${run.stderr}`).toBe(0);
}, 240_000);

test('a page of an edition’s own: read at its address, found in the list of every page, by search and by crawlers', () => {
  const page = read('lich-lop/index.html');
  expect(page).toMatch(/<h1>\s*Lịch lớp của xã/);
  expect(page).toMatch(/<p class="lead">Ai cũng vào học được/);
  expect(page).toMatch(/Có \d+ bài để học/);
  expect(page).toContain('href="/gioi-thieu/#mot"');
  expect(page).toContain('data-label="Giờ"');
  expect(read('gioi-thieu/index.html')).toMatch(/href="\/lich-lop\/"[^>]*>\s*Lịch lớp của xã/);
  expect(read('sitemap-0.xml')).toContain('/lich-lop/');
  expect(read('tim/goc.json')).toContain('Lịch lớp của xã');
  expect(page).toContain('data-pagefind-body');
  const { list } = JSON.parse(read('ngoai-tuyen/muc.json')).sections.khac;
  expect(read(`ngoai-tuyen/kho/${list}.txt`)).toContain('/lich-lop/');
  // The guide for somebody who is being cheated is kept for everybody, whatever its number.
  expect(read('ngoai-tuyen/chua-luu/index.html')).toMatch(/<a href="\/huong-dan\/[^"]+" data-urgent/);
  expect(read('sw.js')).toMatch(/\/huong-dan\/[a-z0-9-]+\/[a-z0-9-]+\//);
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
