/** The file for Kiwix: its pages counted; where Debian's tools are there, made, judged and made again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { documentWords } from '../../../src/domain/timing.ts';
import { zimPages } from '../../../src/outputs/zim/pages.ts';
import { settled } from '../../../src/outputs/zim/settle.ts';
import { zimFile } from '../../../src/outputs/zim/write.ts';
import { present } from '../../present.ts';
import { everything, handbook } from '../exported.ts';
import { floor } from '../../national/edition.ts';

const pages = zimPages(everything, handbook.site.name);
const contentOf = (file: string): string => present(pages.find((page) => page.file === file)?.content, file);

test('every guide is a page that the first one leads to; every link leads to a page', () => {
  const files = new Set(pages.map(({ file }) => file));
  const front = contentOf('index.html');
  let links = 0;
  for (const { file, content } of pages)
    for (const [, to = ''] of content.matchAll(/<a href="([^"]+\.html)"/g)) {
      if (to.startsWith('http')) continue;
      expect(files, file).toContain(to);
      links += 1;
    }
  expect(links).toBeGreaterThan(handbook.guides.length * 3);
  for (const { data } of handbook.guides) expect(front).toContain(`"${data.number}.html"`);
});

test('every term and every plan with its targets and tasks is there, and the first page leads to each', () => {
  const words = new JSDOM(contentOf('tu-dien.html')).window.document.body.textContent;
  for (const { data } of handbook.terms)
    for (const text of [data.term, data.meaning, data.spoken]) expect(words, data.term).toContain(text);
  const front = contentOf('index.html');
  let tasks = 0;
  for (const plan of handbook.plans) {
    const file = `ke-hoach-${plan.id}.html`;
    expect(front).toContain(`"${file}"`);
    const { textContent } = new JSDOM(contentOf(file)).window.document.body;
    for (const { wording } of plan.data.indicators) expect(textContent, plan.id).toContain(wording);
    for (const { data, lead, guides } of plan.tasks) {
      for (const text of [
        data.title,
        data.summary,
        ...(documentWords(data.time) === '' ? [] : [documentWords(data.time)]),
        ...lead.map((unit) => unit.data.name),
      ])
        expect(textContent, `${plan.id} ${data.item}`).toContain(text);
      for (const guide of guides) expect(contentOf(file)).toContain(`"${guide.data.number}.html"`);
      tasks += 1;
    }
  }
  expect(front).toContain('"tu-dien.html"');
  expect(handbook.terms.length).toBeGreaterThan(floor(100));
  expect(tasks).toBeGreaterThan(floor(50));
});

test('a title with đ has a second name without marks, and only such a title', () => {
  const second = pages.filter(({ file }) => file.startsWith('khong-dau/'));
  const with16 = present(
    second.find(({ file }) => file === 'khong-dau/16.html'),
    '16',
  ).content;
  expect(with16).toContain('<title>Bai 16. Doi sang dien thoai moi</title>');
  expect(with16).toContain('0;url=../16.html');
  const titles = [...handbook.guides, ...handbook.plans].map(({ data }) => data.title);
  const more = titles.filter((title) => /đ/i.test(title)).length;
  expect(second.length).toBe(more + (/đ/i.test('Từ điển') ? 1 : 0));
});

const zimcheck = program('zimcheck');
const writer = program('zimwriterfs');
describe.skipIf(zimcheck === undefined || writer === undefined)('made (Debian zim-tools)', () => {
  test('of less than 8 MB, clean, the same bytes each time', { timeout: 120_000 }, async () => {
    const [made] = await zimFile(everything);
    const bytes = Buffer.from(present(made, 'file').content);
    expect(bytes.length).toBeLessThan(8_000_000);
    const [again] = await zimFile(everything);
    expect(Buffer.compare(bytes, Buffer.from(present(again, 'file').content))).toBe(0);
    expect(Buffer.compare(settled(bytes), bytes)).toBe(0);
    const folder = mkdtempSync(join(tmpdir(), 'zim-thu-'));
    try {
      const file = join(folder, 'thu.zim');
      writeFileSync(file, bytes);
      const run = spawnSync(zimcheck ?? '', [file], { encoding: 'utf8' });
      expect(run.stdout).toContain('Overall Test Status: Pass');
      expect(run.stdout + run.stderr).not.toMatch(/\[(?:ERROR|WARNING)\]/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
