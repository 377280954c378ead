/** Lists in lists and quotations of law: read, drawn, printed, spoken, written; no form loses a word. */
import { describe, expect, test } from 'vitest';
import { guideText } from '../../src/books/guide-text.ts';
import { guideMarkup } from '../../src/books/markup.ts';
import { markdownText, plainText } from '../../src/books/plain-text.ts';
import { paperBlocks } from '../../src/books/paper-markup.ts';
import { html } from '../../src/components/prose/html.ts';
import type { FindFigure } from '../../src/domain/rule-figure.ts';
import { blockLines } from '../../src/markdown/lines.ts';
import { piecesOf } from '../../src/markdown/pieces.ts';
import { parseBody } from '../../src/markdown/reader.ts';
import { stepsMark } from '../../src/markdown/steps-mark.ts';
import { plain } from '../../src/markdown/tree.ts';
import { mapRuns } from '../../src/markdown/walk.ts';
import { guideScript } from '../../src/speech/guide-script.ts';
import { points } from '../../src/books/paper.ts';
import { handbook } from '../outputs/exported.ts';
import { present } from '../present.ts';

const find: FindFigure = (id, part) =>
  id === 'a/b'
    ? part === 'dieu'
      ? { text: 'Điều 9 Luật Mẫu', ask: 'xã' }
      : { text: '3 ngày', ask: 'xã', until: '2030-12-31' }
    : undefined;
const parse = (body: string) => parseBody('x.mdx', body, 'guide', 1, find);

const body = `<Steps>
<Step title="Chuẩn bị giấy">

- Giấy **của mình**:
  1. Căn cước.
  2. Sổ đỏ.
- Giấy của con:
  - Khai sinh.

<Quote rule="a/b">
Cơ quan trả lời trong thời hạn 3 ngày.

- Trừ ngày nghỉ.
</Quote>

</Step>
</Steps>`;
const { tree, problems } = parse(body);
const words = [
  ...['Giấy của mình:', 'Căn cước.', 'Sổ đỏ.', 'Giấy của con:', 'Khai sinh.'],
  ...['Cơ quan trả lời trong thời hạn 3 ngày.', 'Trừ ngày nghỉ.', '(Điều 9 Luật Mẫu)'],
];
const step = present(tree.sections[0]?.steps[0], 'a step');
const guide = { ...present(handbook.guides[0], 'a guide'), tree };
const text = guideText(guide, handbook);
const origin = { name: 'Sổ tay', address: 'https://example.vn/x/' };
const paper = { phone: (id: string) => id, guide: (id: string) => id };

/** The words of markup, without its elements. */
const seen = (markup: string): string => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** What every form says. */
const forms: Readonly<Record<string, string>> = {
  lines: blockLines(step.blocks)
    .map((line) => line.text)
    .join(' '),
  page: seen(JSON.stringify(piecesOf(tree))),
  paper: seen(String(html`${paperBlocks(step.blocks, paper)}`)),
  'points of a sheet': points(step.blocks)
    .map((point) => plain(point))
    .join(' '),
  voice: guideScript(guide, handbook)
    .map(({ shown, say }) => `${shown} ${say}`)
    .join(' '),
  book: seen(String(guideMarkup(text, { linkTo: () => undefined, drawn: true, level: 2 }))),
  text: plainText(text, origin),
  markdown: markdownText(text, origin).replace(/[*>]/g, ''),
};

describe('lists in lists and quotations of law', () => {
  test('are read without a fault, the words of the law apart from those of the author', () => {
    expect(problems).toEqual([]);
    expect(step.blocks.map(({ kind }) => kind)).toEqual(['list', 'quote', 'paragraph']);
    expect(tree.mentions).toMatchObject([{ kind: 'rule', id: 'a/b', part: 'dieu' }]);
    expect(blockLines(step.blocks).flatMap(({ text: line, quoted }) => (quoted ? [line] : []))).toEqual([
      'Cơ quan trả lời trong thời hạn 3 ngày.',
      'Trừ ngày nghỉ.',
    ]);
  });

  test.each(Object.entries(forms))('%s: every word in its order', (_, said) => {
    let from = 0;
    for (const expected of words) {
      // Where a weight stands between two words, markup leaves a blank.
      const at = said.replace(/\s+/g, ' ').replace(/ :/g, ':').indexOf(expected, from);
      expect(at, `${expected} in ${said}`).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });

  test('the page draws a list inside its item, and says below the quotation until when it holds', () => {
    const [section] = piecesOf(tree);
    const drawn = JSON.stringify(section);
    expect(drawn).toContain(
      '<ul><li>Giấy <strong>của mình</strong>:<ol><li>Căn cước.</li><li>Sổ đỏ.</li></ol></li>' +
        '<li>Giấy của con:<ul><li>Khai sinh.</li></ul></li></ul>',
    );
    expect(drawn).toContain('{"name":"ValidUntil","props":{"day":"2030-12-31","ask":"xã"},"inside":[]}');
  });

  test('a text file indents the list that stands below', () => {
    expect(forms.text).toContain('- Giấy của mình:\n   1. Căn cước.\n   2. Sổ đỏ.\n- Giấy của con:\n');
  });

  test('changed words reach the inner list, and the mark of the steps changes with them', () => {
    const louder = step.blocks.map((block) =>
      mapRuns(block, (run) => ('text' in run ? { ...run, text: run.text.toUpperCase() } : run)),
    );
    expect(blockLines(louder).map((line) => line.text)).toContain('SỔ ĐỎ.');
    const other = parse(body.replace('Sổ đỏ', 'Sổ hộ nghèo')).tree;
    expect(stepsMark('x', other)).not.toBe(stepsMark('x', tree));
  });

  test.each([
    ['- Một.\n  - Hai.\n    - Ba.', 'nested-list'],
    ['- Một.\n\n  Hai.', 'list-item'],
    ['- Một.\n  - Hai.\n\n  Ba.', 'list-item'],
    ['> Lời luật.', 'not-allowed'],
    ['<Quote>\nLời luật.\n</Quote>', 'missing-prop'],
    ['<Quote rule="a/b">\n</Quote>', 'empty'],
  ])('%j is refused once, with its own cure', (bad, rule) => {
    expect(parse(bad).problems.map((problem) => problem.rule)).toEqual([rule]);
  });
});
