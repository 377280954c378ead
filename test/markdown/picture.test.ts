import { describe, expect, it } from 'vitest';
import { pictureShapes, signs } from '../../src/components/prose/pictures.ts';
import { pictureNames, signNames } from '../../src/domain/picture-names.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { blockLines, picturesOf } from '../../src/markdown/lines.ts';
import { present } from '../present.ts';

const read = (block: string, kind: 'guide' | 'easy-read' = 'guide') =>
  parseBody(
    'x.mdx',
    `<Steps>\n\n<Step title="Bấm nút">\n\n${block}\n\nNhìn máy.\n\n</Step>\n\n</Steps>\n`,
    kind,
  );

describe('<Picture>', () => {
  it.each(['guide', 'easy-read'] as const)('is read as a block in a %s', (kind) => {
    const { tree, problems } = read('<Picture name="stop" alt="Bàn tay giơ lên" />', kind);
    expect(problems).toEqual([]);
    const blocks = present(
      present(tree.sections[0], 'item 0 of sections').steps[0],
      'item 0 of steps',
    ).blocks;
    expect(picturesOf(blocks)).toEqual([{ name: 'stop', alt: 'Bàn tay giơ lên' }]);
    expect(blockLines(blocks).map((line) => line.text)).toEqual(['Nhìn máy.']);
  });
  it('is found inside a box', () => {
    expect(
      picturesOf(
        present(
          present(
            read('<Tip>\n\n<Picture name="lock" alt="Ổ khóa" />\n\n</Tip>').tree.sections[0],
            'item 0 of sections',
          ).steps[0],
          'item 0 of steps',
        ).blocks,
      ),
    ).toEqual([{ name: 'lock', alt: 'Ổ khóa' }]);
  });
  it.each([
    ['<Picture name="loudspeeker" alt="Cái loa" />', 'picture-name', 'có phải “loudspeaker”?'],
    ['<Picture name="con-voi" alt="Con voi" />', 'picture-name', 'chọn một trong: '],
    ['<Picture name="stop" />', 'missing-prop', 'alt'],
    ['<Picture alt="Bàn tay" />', 'missing-prop', 'name'],
    ['<Picture name="stop" alt="Bàn tay">\n\nchữ\n\n</Picture>', 'children', 'viết <Picture'],
    ['<Picture name="stop" alt="Bàn tay" style="x" />', 'unknown-prop', 'dùng được'],
  ])('refuses %s', (block, rule, fix) => {
    const { problems } = read(block);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
    expect(problems[0]?.fix).toContain(fix);
  });
  it('has every sign on a ground of 24 × 24, of paths alone', () => {
    expect(signNames.length).toBeGreaterThanOrEqual(60);
    for (const name of signNames) expect(signs[name], name).toMatch(/^(<path d="[^"]+"\/>)+$/);
  });
  it('has a drawing for every name, of plain shapes without style, script, text or reference', () => {
    expect(new Set(pictureNames).size).toBe(pictureNames.length);
    expect(pictureNames.length).toBeGreaterThanOrEqual(100);
    for (const name of pictureNames) {
      const shapes = pictureShapes(name).replace('<g class="k" stroke="none" transform', '<g transform');
      const tags = [...shapes.matchAll(/<\/?([a-z]+)/g)].map((match) => match[1] ?? '');
      expect(tags.length, name).toBeGreaterThan(0);
      expect(
        tags.filter((tag) => !['g', 'path', 'rect', 'circle'].includes(tag)),
        name,
      ).toEqual([]);
      expect(shapes, name).not.toMatch(/style=|fill=|stroke=|href|\bid=|on[a-z]+=|NaN|undefined/);
    }
  });
});
