/** The reading of a right body; what is refused is in the fixtures of the check. */
import { describe, expect, test } from 'vitest';
import { readContent } from '../../src/gate/read.ts';
import { splitList } from '../../src/markdown/components.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { blockLines, screensOf } from '../../src/markdown/lines.ts';
import { plain, screenWords } from '../../src/markdown/tree.ts';
import { withTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { realContent } from '../real.ts';
import { floor } from '../national/edition.ts';

const parse = (body: string) => {
  const { tree, problems } = parseBody('bai.mdx', body, 'guide', 11);
  expect(problems).toEqual([]);
  return tree;
};

describe('the good guide', () => {
  const entry = withTree({}, (root) =>
    present(
      readContent(root).entries.guides.find((guide) => guide.id === 'bep/nau-com-dien'),
      'one of guides',
    ),
  );
  const { tree } = parseBody(entry.file, entry.body, 'guide', entry.bodyLine);

  test('has its sections in the order of readers, with ids and titles', () => {
    expect(tree.sections.map((section) => [section.kind, section.id, section.title])).toEqual([
      ['steps', 'cac-buoc', 'Các bước'],
      // Written before the steps, and read after them.
      ['needs', 'can-gi', 'Cần có gì'],
      ['trouble', 'truc-trac', 'Nếu gặp trục trặc'],
      ['safety', 'an-toan', 'Giữ an toàn'],
      ['call', 'goi-ai', 'Gọi ai'],
      ['practice', 'tap-thu', 'Tập thử'],
    ]);
    expect(blockLines(tree.intro).map((line) => line.text)).toEqual(['Bài này dạy nấu cơm.']);
  });
  test('has steps, cases, contacts, mentions', () => {
    expect(tree.sections[0]?.steps.map((step) => step.title)).toEqual(['Vo gạo', 'Bật nồi']);
    expect(tree.sections[2]?.cases.map((trouble) => [trouble.sees, trouble.means])).toEqual([
      ['Cơm sống', 'Thiếu nước'],
      ['Cơm nhão', undefined],
      ['Nồi không nóng', 'Chưa cắm điện'],
    ]);
    expect(tree.sections[4]?.contacts).toEqual(['cuu-ho', 'tho-dien']);
    expect(tree.mentions.map((mention) => [mention.kind, mention.id])).toEqual([
      ['term', 'noi-com'],
      ['guide', 'bep/rua-rau'],
      ['phone', 'tho-dien'],
    ]);
  });
  test('draws its screen and says it in words', () => {
    const [screen] = screensOf(
      present(present(tree.sections[0], 'item 0 of sections').steps[0], 'item 0 of steps').blocks,
    );
    expect(screen).toEqual({
      title: 'Nồi cơm',
      says: 'Sẵn sàng',
      fields: [],
      rows: ['Nấu', 'Hâm'],
      buttons: ['Bật', 'Tắt'],
      press: 'Bật',
    });
    expect(screenWords(present(screen, 'screen'))).toBe(
      'Màn hình “Nồi cơm”; hiện chữ: Sẵn sàng; các dòng: Nấu, Hâm; nút: Bật, Tắt. Bấm “Bật”.',
    );
  });
});

test('lines of a screen with pauses of their own are parted by longer ones, no stop before a semicolon', () => {
  const drawing = {
    title: 'Việc',
    says: 'Có hai.',
    fields: [],
    rows: ['May – ca ngày', 'Kho'],
    buttons: ['Tìm'],
  };
  expect(screenWords(drawing)).toBe(
    'Màn hình “Việc”; hiện chữ: Có hai; các dòng: May – ca ngày; Kho; nút: Tìm.',
  );
});

test('lines are those of the file', () => {
  const tree = parse(
    'Mở đầu.\n\n<Steps>\n\n<Step title="Một">\nChữ.\n</Step>\n\n<Step title="Hai">\n\n- Gạch.\n\n</Step>\n\n</Steps>',
  );
  expect(tree.intro[0]?.line).toBe(11);
  expect(tree.sections[0]?.line).toBe(13);
  expect(
    tree.sections[0]?.steps.map((step) => [step.line, present(step.blocks[0], 'item 0 of blocks').line]),
  ).toEqual([
    [15, 16],
    [19, 21],
  ]);
});

test('a title makes the id of a section, without marks', () => {
  const tree = parse(
    '<Steps title="Trên iPhone">\n\n<Step title="Một">Chữ.</Step>\n\n</Steps>\n\n<More title="Đọc thêm">\n\nChữ.\n\n</More>',
  );
  expect(tree.sections.map((section) => section.id)).toEqual(['tren-iphone', 'doc-them']);
});

test('plain text joins runs, folds space and asks for words of what is pointed at', () => {
  const tree = parse(
    'Gọi **ngay** <Phone id="a" /> hoặc\nxem <Guide id="b/c" />, [trang](https://x.example), `mã`.',
  );
  const [block] = tree.intro;
  if (block?.kind !== 'paragraph') throw new Error('a paragraph was expected');
  expect(plain(block.inlines)).toBe('Gọi ngay a hoặc xem b/c, trang, mã.');
  expect(plain(block.inlines, { phone: () => '115', guide: () => 'bài 5' })).toBe(
    'Gọi ngay 115 hoặc xem bài 5, trang, mã.',
  );
});

test('split lists', () => {
  expect(splitList(' A | B|C | ')).toEqual(['A', 'B', 'C']);
  expect(splitList(undefined)).toEqual([]);
});

test('every body of the real content is read without a refusal', () => {
  const entries = realContent();
  const bodies = [
    ...entries.guides.map((guide) => [guide, 'guide'] as const),
    ...entries.market.map((entry) => [entry, 'lesson'] as const),
    ...entries.plans.map((plan) => [plan, 'prose'] as const),
  ];
  expect(bodies.length).toBeGreaterThan(floor(100));
  for (const [entry, grammar] of bodies)
    expect(parseBody(entry.file, entry.body, grammar).problems, entry.file).toEqual([]);
});

test('a typed address becomes a link in its place', () => {
  const { tree, problems } = parseBody(
    'x.mdx',
    'Xem https://example.org/a_b_c.\n\nDòng một\nrồi http://example.org/ và **a@example.org**.',
    'guide',
    10,
  );
  expect(tree.links.map((link) => [link.url, link.line])).toEqual([
    ['https://example.org/a_b_c', 10],
    ['http://example.org/', 13],
    ['mailto:a@example.org', 13],
  ]);
  expect(problems.map((problem) => [problem.rule, problem.line, problem.column])).toEqual([['link', 13, 5]]);
});

test('a market lesson tells its story after its steps, wherever it was written', () => {
  const { tree } = parseBody(
    'cho.mdx',
    [
      '<Story title="Tô bún">\n\nBác bán bún.\n\n</Story>',
      '<Needs>\n\n- Điện thoại.\n\n</Needs>',
      '<Steps>\n\n<Step title="Mở máy">\n\nBấm nút.\n\n</Step>\n\n</Steps>',
      '<Safety>\n\n- Cẩn thận.\n\n</Safety>',
    ].join('\n\n'),
    'lesson',
    1,
  );
  expect(tree.sections.map(({ kind }) => kind)).toEqual(['steps', 'needs', 'story', 'safety']);
});
