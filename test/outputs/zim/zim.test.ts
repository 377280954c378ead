/** The file for Kiwix: its pages counted; where Debian's tools are there, made, judged and made again. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { program } from '../../../src/cli/debian.ts';
import { zimPages } from '../../../src/outputs/zim/pages.ts';
import { settled } from '../../../src/outputs/zim/settle.ts';
import { zimFile } from '../../../src/outputs/zim/write.ts';
import { present } from '../../present.ts';
import { everything, handbook, mustSay } from '../exported.ts';

const pages = zimPages(everything, handbook.site.name);
const contentOf = (file: string): string => present(pages.find((page) => page.file === file)?.content, file);

test('every guide is a page with every section, step and number; every link leads to one', () => {
  const files = new Set(pages.map(({ file }) => file));
  let links = 0;
  for (const guide of handbook.guides) {
    const { document } = new JSDOM(contentOf(`${guide.data.number}.html`)).window;
    const { textContent } = document.body;
    for (const words of mustSay(guide)) expect(textContent, words).toContain(words);
    for (const link of document.querySelectorAll('a[href$=".html"]')) {
      const to = link.getAttribute('href') ?? '';
      if (to.startsWith('http')) continue;
      expect(files).toContain(to);
      links += 1;
    }
  }
  expect(links).toBeGreaterThan(handbook.guides.length * 2);
  for (const { data } of handbook.guides) expect(contentOf('index.html')).toContain(`"${data.number}.html"`);
});

test('a title with đ has a second name without marks, and only such a title', () => {
  const second = pages.filter(({ file }) => file.startsWith('khong-dau/'));
  const with16 = present(
    second.find(({ file }) => file === 'khong-dau/16.html'),
    '16',
  ).content;
  expect(with16).toContain('<title>Bai 16. Doi sang dien thoai moi</title>');
  expect(with16).toContain('0;url=../16.html');
  expect(second.length).toBe(handbook.guides.filter(({ data }) => /đ/i.test(data.title)).length);
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
