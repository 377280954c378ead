/**
 * What an author is told to write instead never costs a word: the cure of a fault, done to the letter on the
 * line that was named, leaves every word that stood there, and the next reading finds nothing.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/domain/problem.ts';
import { blockLines } from '../../src/markdown/lines.ts';
import { parseBody } from '../../src/markdown/reader.ts';

/** A slip of the pen. */
interface Slip {
  /** What is written, with the words that it must keep. */
  readonly write: (words: string) => string;
  readonly rule: string;
  /** Words that the cure must hold. */
  readonly cure: RegExp;
  /** The cure, done on the line that was named. */
  readonly done: (line: string) => string;
  /** Words that only authors read, before and after. */
  readonly unseen?: true;
}

const slips: Readonly<Record<string, Slip>> = {
  'a sign for less': {
    write: (words) => `Trẻ <15 tuổi ${words}.`,
    rule: 'mdx-syntax',
    cure: /&lt; thay cho </,
    done: (line) => line.replace(/<(?=\d)/, '&lt;'),
  },
  'a sign for at most': {
    write: (words) => `Pin <=20 phần trăm ${words}.`,
    rule: 'mdx-syntax',
    cure: /&lt; thay cho </,
    done: (line) => line.replace('<', '&lt;'),
  },
  'braces around a word': {
    write: (words) => `Gõ {ten} ${words}.`,
    rule: 'expression',
    cure: /thay \{ \} bằng ngoặc tròn/,
    done: (line) => line.replaceAll('{', '(').replaceAll('}', ')'),
  },
  'braces around a sentence': {
    write: (words) => `Gõ {tên của bạn} ${words}.`,
    rule: 'mdx-syntax',
    cure: /thay \{ \} bằng ngoặc tròn/,
    done: (line) => line.replaceAll('{', '(').replaceAll('}', ')'),
  },
  'a brace alone': {
    write: (words) => `Gõ { ${words}.`,
    rule: 'mdx-syntax',
    cure: /&#123;/,
    done: (line) => line.replace('{', '&#123;'),
  },
  'a note that is not closed': {
    write: (words) => `Lời thường ${words}.\n\n<!-- ghi riêng`,
    rule: 'mdx-syntax',
    cure: /đóng ghi chú bằng -->/,
    done: (line) => `${line} -->`,
    unseen: true,
  },
  'a quotation mark of Markdown': {
    write: (words) => `> Lời người khác ${words}.`,
    rule: 'not-allowed',
    cure: /trong “…”, bỏ dấu >/,
    done: (line) => line.replace(/> (.*)/, '“$1”'),
  },
  'a heading with #': {
    write: (words) => `## Nhớ ${words}`,
    rule: 'heading',
    cure: /bỏ dấu #, để trong \*\*hai dấu sao\*\*/,
    done: (line) => line.replace(/^#+ (.*)/, '**$1**'),
  },
  'weight with a tag': {
    write: (words) => `Nhớ <b>kỹ ${words}</b> nhé.`,
    rule: 'raw-html',
    cure: /giữa hai dấu sao, bỏ thẻ/,
    done: (line) => line.replace(/<\/?b>/g, '**'),
  },
  'a line under words with a tag': {
    write: (words) => `Nhớ <u>kỹ ${words}</u> nhé.`,
    rule: 'raw-html',
    cure: /bỏ thẻ/,
    done: (line) => line.replace(/<\/?u>/g, '*'),
  },
  'a tag around a line': {
    write: (words) => `Nhớ <span>kỹ ${words}</span> nhé.`,
    rule: 'raw-html',
    cure: /giữ chữ, bỏ thẻ/,
    done: (line) => line.replace(/<\/?span>/g, ''),
  },
  'a line broken with a tag': {
    write: (words) => `Dòng một<br/>dòng hai ${words}.`,
    rule: 'raw-html',
    cure: /dòng trống giữa hai đoạn/,
    done: (line) => line.replace('<br/>', '\n\n'),
  },
  'weight that is not closed': {
    write: (words) => `Nhớ **kỹ ${words}.`,
    rule: 'loose-mark',
    cure: /đóng chữ đậm bằng \*\*/,
    done: (line) => `${line}**`,
  },
  'a third layer of lists': {
    write: (words) => `- Một.\n  - Hai.\n    - Ba ${words}.`,
    rule: 'nested-list',
    cure: /bớt một tầng/,
    done: (line) => line.replace(/^ {4}/, '  '),
  },
  'two paragraphs in an item': {
    write: (words) => `- Một.\n\n  Hai ${words}.`,
    rule: 'list-item',
    cure: /tách thành nhiều gạch đầu dòng/,
    done: (line) => line.replace(/^ {2}/, '- '),
  },
  'a box to tick': {
    write: (words) => `- [ ] Mang giấy ${words}.`,
    rule: 'list-item',
    cure: /bỏ ngoặc vuông/,
    done: (line) => line.replace('[ ] ', ''),
  },
  'an address that is not secure': {
    write: (words) => `Xem [nơi này](http://example.vn/) ${words}.`,
    rule: 'link',
    cure: /https/,
    done: (line) => line.replace('http://', 'https://'),
  },
};

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** All words that a reader of a body gets. */
function readWords(body: string): { words: string[]; problems: readonly Problem[] } {
  const { tree, problems } = parseBody('bai.mdx', body, 'guide');
  const blocks = [
    ...tree.intro,
    ...tree.sections.flatMap(({ blocks: own, steps }) => [...own, ...steps.flatMap((step) => step.blocks)]),
  ];
  return { words: blockLines(blocks).flatMap(({ text }) => wordsIn(text)), problems };
}

/** Words of the second list that are missing in the first, each as often as it stands there. */
function missing(has: readonly string[], wanted: readonly string[]): string[] {
  const left = [...has];
  return wanted.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const word = fc.constantFrom('lúa', 'nếp', 'quýt', 'ruộng', 'bậc', 'thang', 'măng', 'cụt', 'OTP', '113');
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const block = words.chain((text) =>
  fc.constantFrom(
    `Câu ${text}.`,
    `- Dòng ${text}.\n  - Nhỏ ${text}.`,
    `1. Việc ${text}.`,
    `<Tip>\nMẹo ${text}.\n</Tip>`,
    `| Cột | ${text} |\n| --- | --- |\n| a | b |`,
    `<!-- ghi cho nhau: ${text} -->`,
  ),
);
const blocks = fc.array(block, { maxLength: 3 });

test.each(Object.entries(slips))('%s: the cure keeps every word and leaves nothing to tell', (_, slip) => {
  let cured = 0;
  fc.assert(
    fc.property(blocks, words, blocks, fc.boolean(), (before, own, after, inStep) => {
      const [open, close] = inStep
        ? ['<Steps>\n<Step title="Làm">\n', '\n</Step>\n</Steps>']
        : ['<More title="Thêm">\n', '\n</More>'];
      // Two lists side by side would be one; a note that is not closed ends at the next one.
      const around = slip.unseen ? [] : after.filter((text) => !/^(?:-|1\.)/.test(text));
      const rest = before.filter((text) => !/^(?:-|1\.)/.test(text) || !/^[-1]/.test(slip.write('')));
      const good = [open, ...rest, ...around, close].join('\n\n');
      const bad = [open, ...rest, slip.write(own), ...around, close].join('\n\n');
      const [problem] = readWords(bad).problems;
      expect(problem?.rule, bad).toBe(slip.rule);
      expect(problem?.fix).toMatch(slip.cure);
      const lines = bad.split('\n');
      const at = (problem?.line ?? 0) - 1;
      const text = lines.with(at, slip.done(lines[at] ?? '')).join('\n');
      const read = readWords(text);
      expect(read.problems, text).toEqual([]);
      const shown = slip.unseen
        ? `Lời thường ${own}`
        : slip.write(own).replace(/\(http.*?\)|<\/?[a-z]+\/?>/g, ' ');
      expect(missing(read.words, [...readWords(good).words, ...wordsIn(shown)]), text).toEqual([]);
      cured++;
    }),
    { numRuns: 60, seed: 24 },
  );
  expect(cured).toBeGreaterThanOrEqual(60);
});
