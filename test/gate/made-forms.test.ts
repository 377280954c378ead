/**
 * What is made from content is judged by the check, with file and line: sheets, slides, loudspeaker texts,
 * names in preview images.
 */
import { describe, expect, test } from 'vitest';
import { madeFormProblems } from '../../src/cli/made-forms.ts';
import { guide } from '../fixtures/broken/case.ts';
import { type Changes, checkTree, swap, withTree } from '../fixtures/tree.ts';

function made(
  changes: Changes,
): Promise<readonly { rule: string; file: string; line: number; message: string }[]> {
  return withTree(changes, (root) => {
    const { problems, read, proof } = checkTree(root);
    expect(problems).toEqual([]);
    return madeFormProblems(read.entries, proof);
  });
}

/** Steps whose titles alone fill more than a sheet. */
const manySteps = Array.from(
  { length: 60 },
  (_, index) =>
    `<Step title="Nhặt cọng rau thứ ${index + 1} rồi đặt vào rổ tre ở bên tay phải">\nBỏ lá úa.\n</Step>`,
).join('\n');

describe('what is made from content', () => {
  test('the good tree has none, though its guides are short', async () => expect(await made({})).toEqual([]));

  test('a guide whose steps do not fit on one sheet', async () => {
    const found = await made({
      [guide]: (old) => old.replace(/<Steps>[\s\S]*<\/Steps>/, `<Steps>\n${manySteps}\n</Steps>`),
    });
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'sheet-full', file: `content/${guide}`, line: expect.any(Number) }),
    );
    expect(found.every(({ line }) => line > 1)).toBe(true);
  });

  test('a title with a letter that the preview image cannot draw', async () => {
    const found = await made({ [guide]: swap('title: Rửa rau', 'title: Rửa rau 市') });
    expect(found).toEqual([
      expect.objectContaining({ rule: 'letter-undrawn', message: expect.stringContaining('市') }),
    ]);
  });

  test('a text for the loudspeaker that goes on for too long', async () => {
    const found = await made({
      'announcements/can-rau.yaml': swap(
        'Rau cân đủ thì khách quay lại.',
        'Rau cân đủ thì khách quay lại. '.repeat(70).trim(),
      ),
    });
    expect(found.map(({ rule, file }) => [rule, file])).toEqual([
      ['loud-length', 'content/market/rau/can-rau.mdx'],
    ]);
  });

  test('long names and addresses of an edition are no fault of the handbook’s guides', async () => {
    const name = 'Sổ tay điện tử của xã Ví Dụ để bà con cùng đọc, cùng làm';
    const long = (old: string): string =>
      old
        .replace(/^name: .*/m, `name: ${name}`)
        .replace(/^url: .*/m, `url: https://so-tay-cua-xa-vi-du.mot-tinh-rat-xa.example/${'a'.repeat(400)}/`);
    const spoken = async (change: (old: string) => string): Promise<string[]> =>
      (await made({ 'edition.yaml': change }))
        .map(({ rule }) => rule)
        .filter((rule) => /^(?:loud|zalo)/.test(rule));
    expect(await spoken(long)).toContain('zalo-length');
    const lent = (old: string): string =>
      `${long(old)}original: { name: Sổ thử, url: "https://so-thu.example" }\n`;
    expect(await spoken(lent)).toEqual([]);
  });
});
