/** Plain text and Markdown of every guide, counted against the handbook. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import type { GuideText } from '../../../src/books/guide-text.ts';
import { markdownText, plainText } from '../../../src/books/plain-text.ts';
import { textFiles } from '../../../src/outputs/text/write.ts';
import { dayWords } from '../../../src/words/words.ts';
import { present } from '../../present.ts';
import { everything, handbook, mustSay } from '../exported.ts';
import { floor } from '../../national/edition.ts';

const made = new Map(textFiles(everything).map(({ name, content }) => [name, String(content)]));
const textOf = (number: number, ending: string): string =>
  present(made.get(`chu/${number}.${ending}`), 'file');

/** Words of a Markdown file as a reader of Markdown shows them. */
function shown(source: string): string {
  const words = (node: { value?: string; children?: readonly object[] }): string =>
    node.value ?? (node.children ?? []).map(words).join('');
  return words(fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
}

test('every guide has both files, with every section, step, trouble and number', () => {
  expect(made.size).toBe(2 * handbook.guides.length);
  let steps = 0;
  let said = 0;
  for (const guide of handbook.guides) {
    const plain = textOf(guide.data.number, 'txt');
    const markdown = shown(textOf(guide.data.number, 'md'));
    for (const words of mustSay(guide)) {
      expect(plain, words).toContain(words);
      expect(markdown, words).toContain(words);
      said += 1;
    }
    const own = guide.tree.sections.flatMap((section) => section.steps).length;
    const easy = guide.easyRead?.tree.sections.flatMap((section) => section.steps).length ?? 0;
    expect(plain.match(/^Bước \d+ trên \d+\./gm)?.length ?? 0).toBe(own + easy);
    steps += own + easy;
  }
  expect(steps).toBeGreaterThan(floor(700));
  expect(said).toBeGreaterThan(floor(3000));
});

const awkward: GuideText = {
  number: 1,
  lang: 'vi',
  title: 'Gõ *99# và <số>',
  summary: 'Một câu.',
  name: 'Bài 1',
  address: '/x/',
  shelf: 'Kệ',
  checked: 'Ngày.',
  facts: [],
  origins: [],
  sources: ['Nguồn [1]'],
  parts: [
    {
      kind: 'box',
      title: 'Cẩn thận: lừa đảo',
      parts: [
        {
          kind: 'text',
          runs: [{ text: 'Đừng đọc ' }, { text: 'mã_OTP ', strong: true }, { text: 'cho ai.' }],
        },
        {
          kind: 'list',
          ordered: true,
          start: 3,
          items: [{ runs: [{ text: 'một' }] }, { runs: [{ text: 'hai' }] }],
        },
      ],
    },
    {
      kind: 'table',
      rows: [
        [[{ text: 'Phím' }], [{ text: 'Để làm gì' }]],
        [[{ text: 'a|b' }], [{ text: 'trang', url: 'https://example.vn/' }]],
      ],
    },
  ],
};

test('a warning is marked on each of its lines and stays whole; columns are told beside each cell', () => {
  const origin = { name: 'Sổ tay', address: 'https://example.vn/x/' };
  const plain = plainText(awkward, origin);
  expect(plain).toContain('! Cẩn thận: lừa đảo\n! Đừng đọc mã_OTP cho ai.\n! 3. một\n! 4. hai\n');
  expect(plain).toContain('Phím: a|b\nĐể làm gì: trang (https://example.vn/)\n');
  const markdown = markdownText(awkward, origin);
  expect(markdown.split('\n').filter((line) => line.startsWith('>')).length).toBe(6);
  for (const words of ['Gõ *99# và <số>', 'Đừng đọc mã_OTP cho ai.', 'a|b', 'Nguồn [1]'])
    expect(shown(markdown)).toContain(words);
});

test('each file says its day, its sources and its page; a machine is told how to quote', () => {
  for (const { data, address } of handbook.guides) {
    const plain = textOf(data.number, 'txt');
    expect(plain).toContain(`${new URL(address, handbook.site.url).href}\n`);
    expect(plain).toContain(`Kiểm tra lần cuối: ${dayWords(data.checked)}.`);
    for (const { title } of data.sources) expect(plain).toContain(title);
    expect(textOf(data.number, 'md')).toMatch(/chép đúng từng chữ.*\n$/);
  }
});

test('letters are one piece each, and two runs make the same bytes', () => {
  for (const [name, text] of made) expect(text.normalize('NFC'), name).toBe(text);
  expect(new Map(textFiles(everything).map(({ name, content }) => [name, content]))).toEqual(made);
});
