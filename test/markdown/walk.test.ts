/**
 * A new kind of block cannot be skipped silently: who reads blocks has an answer to each kind, or it does not
 * compile.
 */
import { expect, expectTypeOf, test } from 'vitest';
import { blockLines, picturesOf, screensOf } from '../../src/markdown/lines.ts';
import { piecesOf } from '../../src/markdown/pieces.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import type { Block } from '../../src/markdown/tree.ts';
import { allBlocks, mapRuns, visitBlock, type BlockVisitor } from '../../src/markdown/walk.ts';

const { tree, problems } = parseBody(
  'x.mdx',
  [
    'Đoạn.',
    '- Gạch',
    '| A | B |\n| --- | --- |\n| c | d |',
    '<Screen title="Màn" buttons="Bật" press="Bật" />',
    '<Picture name="stop" alt="Dừng" />',
    '<Warning title="Coi chừng">\n\nTrong hộp.\n\n<Picture name="tick" alt="Đúng" />\n\n</Warning>',
    '<Tip>\n\nMẹo.\n\n</Tip>',
    '<Path on="samsung" version="One UI 7 trở đi">\n\n1. Chạm **Kết nối**.\n\n</Path>',
  ].join('\n\n'),
  'guide',
);
const names: BlockVisitor<string> = {
  paragraph: ({ kind }) => kind,
  list: ({ kind }) => kind,
  table: ({ kind }) => kind,
  screen: ({ kind }) => kind,
  picture: ({ kind }) => kind,
  heading: ({ kind }) => kind,
  made: ({ kind }) => kind,
  box: ({ kind }) => kind,
};

test('every kind is read, handed to its own function, and met inside boxes too', () => {
  expect(problems).toEqual([]);
  const kinds = allBlocks(tree.intro).map((block) => visitBlock(block, names));
  expect(kinds).toEqual(allBlocks(tree.intro).map(({ kind }) => kind));
  expect(kinds).toEqual([
    ...['paragraph', 'list', 'table', 'screen', 'picture'],
    ...['warning', 'paragraph', 'picture', 'tip', 'paragraph'],
    ...['path', 'list'],
  ]);
  expectTypeOf<Block['kind']>().toEqualTypeOf<
    | ('paragraph' | 'list' | 'table' | 'screen' | 'picture' | 'warning' | 'tip' | 'quote' | 'path')
    | ('heading' | 'made')
  >();
  expect(picturesOf(tree.intro).map(({ alt }) => alt)).toEqual(['Dừng', 'Đúng']);
  expect(screensOf(tree.intro)).toHaveLength(1);
  expect(blockLines(tree.intro).map(({ text }) => text)).toEqual([
    ...['Đoạn.', 'Gạch', 'A', 'B', 'c', 'd'],
    ...['Coi chừng', 'Trong hộp.', 'Mẹo.', 'Samsung (One UI 7 trở đi)', 'Chạm Kết nối.'],
  ]);
});

test('a kind that nobody knows stops every reader, with what it was', () => {
  const made: unknown = { kind: 'film', line: 1 };
  const isBlock = (_: unknown): _ is Block => true;
  if (!isBlock(made)) throw new Error('not reached');
  for (const read of [
    () => allBlocks([made]),
    () => blockLines([made]),
    () => visitBlock(made, names),
    () => mapRuns(made, (run) => run),
  ])
    expect(read).toThrow(/film/);
});

test('a reader that leaves a kind out does not compile', () => {
  const { box: _, ...rest } = names;
  // @ts-expect-error: boxes have no answer
  const incomplete: BlockVisitor<string> = rest;
  expect(Object.keys(incomplete)).toHaveLength(7);
});

test('changed runs reach every sentence, those in boxes and tables too', () => {
  const loud = tree.intro.map((block) =>
    mapRuns(block, (run) => ('text' in run ? { ...run, text: run.text.toUpperCase() } : run)),
  );
  expect(blockLines(loud).map(({ text }) => text)).toEqual([
    ...['ĐOẠN.', 'GẠCH', 'A', 'B', 'C', 'D'],
    ...['Coi chừng', 'TRONG HỘP.', 'MẸO.', 'Samsung (One UI 7 trở đi)', 'CHẠM KẾT NỐI.'],
  ]);
});

test('pieces hold markup and components, in reading order', () => {
  expect(piecesOf(tree).map((piece) => (typeof piece === 'string' ? piece : piece.name))).toEqual([
    '<p>Đoạn.</p><ul><li>Gạch</li></ul>',
    ...['Table', 'Screen', 'Picture', 'Box', 'Box', 'Box'],
  ]);
});
