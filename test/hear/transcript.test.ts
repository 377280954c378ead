/** The judge of transcripts, on made-up ones: each promise can be broken. */
import { describe, expect, test } from 'vitest';
import {
  brokenFoldPromises,
  brokenPromises,
  brokenStepPromises,
  foldsOf,
  mostWords,
  pageFacts,
  spoken,
  wordsBeforeTitle,
} from './transcript.ts';

const html =
  '<h1>Bài</h1><ol class="steps"><li value="1">a</li><li value="2">b</li></ol><table><tr><th scope="col">Năm</th><th scope="col">Chỉ tiêu</th></tr></table>';
const good = [
  'Đến nội dung chính',
  'liên kết',
  'Quét mã QR',
  'tiêu đề cấp 1',
  'Danh sách có 2 mục',
  'Bước 1 trên 2',
  'Màn hình',
  'ảnh',
  'Bước 2 trên 2',
  'Năm',
  'tên cột',
  'Chỉ tiêu',
  'tên cột',
  'Bạn thấy: Máy im',
  'Bài 62',
  'liên kết',
];
const without = (line: string): string[] => good.filter((text) => text !== line);
const judge = (lines: readonly string[]): string[] => brokenPromises(lines, pageFacts(html)).faults;

describe('a transcript', () => {
  test('is what was spoken, without Orca’s notes', () => {
    expect(
      spoken(
        "10:00:00.1 - SPEECH OUTPUT: 'Bài 62'{'established': False}\n10:00:00.2 - FOCUS: x\n10:00:00.3 - SPEECH OUTPUT: '. '\n10:00:00.4 - SPEECH OUTPUT: 'Màn hình “Ví”: bấm 'Trả''\n",
      ),
    ).toEqual(['Bài 62', "Màn hình “Ví”: bấm 'Trả'"]);
  });
  test('facts come from the page', () =>
    expect(pageFacts(html)).toEqual({ steps: [2], columns: ['Năm', 'Chỉ tiêu'] }));
  test('words before the title', () => {
    expect(wordsBeforeTitle(good)).toBe(6);
    expect(wordsBeforeTitle(['Một hai', 'Tên bài tiêu đề cấp 1'])).toBe(2);
    expect(wordsBeforeTitle(['Một hai'])).toBeUndefined();
  });
});

describe('promises', () => {
  test('kept', () => expect(brokenPromises(good, pageFacts(html))).toEqual({ checked: 8, faults: [] }));
  test.each([
    ['no title', without('tiêu đề cấp 1'), 'first level'],
    ['title too late', [...Array<string>(mostWords).fill('chữ'), ...good], 'words before the title'],
    ['list of the wrong size', good.map((text) => text.replace('có 2', 'có 3')), 'announced with 3'],
    ['list not announced', without('Danh sách có 2 mục'), 'announced with 0'],
    ['step lost', without('Bước 2 trên 2'), '1 steps heard'],
    [
      'header not a header',
      good.map((text, index) => (good[index - 1] === 'Năm' ? 'ô' : text)),
      'column header not heard: Năm',
    ],
    [
      'picture without words',
      good.map((text) => (text === 'ảnh' ? 'Unlabeled image' : text)),
      'picture without words',
    ],
    ['vague link', good.map((text) => (text === 'Bài 62' ? 'tại đây' : text)), 'link called'],
    ['glued label', good.map((text) => text.replace('Bạn thấy: ', 'Bạn thấy')), 'glued'],
  ])('%s', (_, lines, fault) => expect(judge(lines).join('\n')).toContain(fault));
});

describe('step by step is heard as one step', () => {
  const good = [
    'Quét mã QR',
    'tiêu đề cấp 1',
    'Bước 2 trên 6',
    'Mở ứng dụng',
    'tiêu đề cấp 3',
    'Chạm hình ống kính.',
    'Bước trước',
    'liên kết',
    'Bước sau',
    'liên kết',
  ];
  const judge = (lines: readonly string[]): string => brokenStepPromises(lines, 2).faults.join('\n');
  test('a good reading', () => expect(judge(good)).toBe(''));
  test.each([
    ['no title', good.slice(2), 'first level'],
    ['two steps', [...good, 'Bước 3 trên 6'], 'steps heard'],
    ['another step', good.map((text) => text.replace('Bước 2', 'Bước 3')), 'steps heard'],
    ['no name', good.filter((text) => text !== 'tiêu đề cấp 3'), 'name of the step'],
    ['no way on', good.filter((text) => text !== 'Bước sau'), 'ways back and on'],
  ])('%s', (_, lines, fault) => expect(judge(lines)).toContain(fault));
});

describe('folds are heard closed, the named one open', () => {
  const page = [
    '<details class="part part-needs"><summary><h2 id="can-gi">Cần có gì</h2></summary><ul></ul></details>',
    '<details class="part part-trouble"><summary><h2 id=truc-trac>Nếu gặp trục trặc</h2></summary>',
    '<details><summary><span class="tag">Bạn thấy<span class="unseen">: </span></span>Máy nóng</summary>',
    '</details></details>',
  ].join('');
  const good = [
    'Cần có gì',
    'đã co lại',
    'Nếu gặp trục trặc',
    'đã giãn ra',
    'Bạn thấy: Máy nóng',
    'đã co lại',
  ];
  const judge = (lines: readonly string[]): string =>
    brokenFoldPromises(lines, foldsOf(page), 'truc-trac').faults.join('\n');
  test('a good reading', () => expect(judge(good)).toBe(''));
  test.each([
    ['no state', good.filter((text) => text !== 'đã co lại'), '“Cần có gì” is heard as giãn ra'],
    ['the named one stays closed', good.map((text) => text.replace('giãn ra', 'co lại')), 'as co lại'],
    ['nothing inside', good.slice(0, 4), '“Máy nóng” is not heard'],
    ['another fold', good.slice(2), '“Cần có gì” is heard as no fold'],
  ])('%s', (_, lines, fault) => expect(judge(lines)).toContain(fault));
});
