/**
 * What an easy-read version must hold, beyond the grammar of its body. Pure: an entry, its tree and its full
 * guide → faults.
 */
import { blockLines, picturesOf, screensOf } from '../../markdown/lines.ts';
import { allBlocks, visitBlock, type BlockVisitor } from '../../markdown/walk.ts';
import type { Block, InlineWords, Step, Tree } from '../../markdown/tree.ts';
import { sentences, syllables } from '../../vietnamese/sentences.ts';
import { fault, type Fault } from '../faults.ts';

/** A fault of an easy-read entry: in a line of the body, or in a field of the head. */
export interface EasyReadFault extends Fault {
  /** Line of the file; 0 when `field` says where. */
  readonly line: number;
  readonly field?: 'title' | 'guide';
}

/** What the rules need of the entry. */
export interface EasyReadText {
  readonly id: string;
  readonly title: string;
  readonly guide: string;
  readonly tree: Tree;
}

/** Longest sentence and longest title, in syllables. */
export const longestEasySentence = 12;
export const longestEasyTitle = 8;
/** A version with fewer steps leaves things out; with more it tires. */
export const easySteps = { fewest: 5, most: 8 } as const;

/** Capitals that stay, each with its reason. */
export const keptCapitals: Readonly<Record<string, string>> = {
  AI: 'tên gọi ai cũng nghe hằng ngày, chưa có chữ ngắn nào thay',
  OTP: 'kẻ xấu và ngân hàng nói đúng chữ này, người đọc phải nhận ra',
  QR: 'chữ ghi trên bảng mã ở quầy và trên nút bấm',
  SIM: 'chữ in trên thẻ và trên vỏ thẻ',
  VNeID: 'tên ứng dụng, phải tìm đúng chữ này',
};

/** Letters that spell a shortened word without capitals, and signs that stand for a word. */
const shortened =
  /(?<![\p{L}\d])(?:sđt|đt|stk|tk|nh|cccd|cmnd|vd|tp|tt|ko|k|nv|v\.v|\p{L}\.\p{L}[\p{L}.]*|\d+k)(?![\p{L}\d])|&|(?<=\p{L})\/(?=\p{L})/iu;
/** A number counts as one word; a link to a guide is refused anyway. */
const words: InlineWords = { phone: () => '113', guide: () => '' };
const capitals = /[\p{L}\d]*\p{Lu}\p{Lu}[\p{L}\d]*/gu;
/**
 * A sentence that forbids. Comfort such as "Không sao" and conditions such as "Không thấy thì …" do not warn.
 */
const forbids =
  /^[“"]?(?:(?:Dừng|Đừng|Chớ|Không)(?=[\s,.:])(?! (?:sao|phải|cần|có|còn|thấy|biết|nhớ|rõ|tìm|được)(?![\p{L}])))/u;

/**
 * Faults of one easy-read version. `risk` is that of the full guide; absent when the guide itself is missing.
 */
export function easyReadFaults(text: EasyReadText, risk?: 'none' | 'login' | 'money'): EasyReadFault[] {
  const { tree } = text;
  const steps = tree.sections.flatMap((section) => section.steps);
  const blocks = [...tree.intro, ...steps.flatMap((step) => step.blocks)];
  return [
    ...headFaults(text),
    ...stepFaults(steps, tree.sections[0]?.line ?? 1),
    ...blocks
      .filter(({ kind }) => ['table', 'warning', 'tip', 'quote', 'path'].includes(kind))
      .map(({ line }) => ({ line, ...fault('easy-block') })),
    ...inlineFaults(tree),
    ...lineFaults([
      ...steps.map((step) => ({ text: step.title, line: step.line })),
      ...blockLines(blocks, words),
      ...drawnWords(blocks),
    ]),
    ...(risk === undefined || risk === 'none'
      ? []
      : warningFaults(steps, blocks, tree.sections[0]?.line ?? 1)),
  ];
}

/** Name of the file and title. */
function headFaults({ id, title, guide }: EasyReadText): EasyReadFault[] {
  const own = guide.slice(guide.lastIndexOf('/') + 1);
  const count = syllables(title);
  return [
    ...(own === id ? [] : [{ line: 0, field: 'guide' as const, ...fault('easy-slug', { id, slug: own }) }]),
    ...(count <= longestEasyTitle
      ? []
      : [
          {
            line: 0,
            field: 'title' as const,
            ...fault('easy-title', { count, most: longestEasyTitle }),
          },
        ]),
    ...wordFaults(title).map((found) => ({ line: 0, field: 'title' as const, ...found })),
  ];
}

/** How many steps there are, their titles and pictures. */
function stepFaults(steps: readonly Step[], firstLine: number): EasyReadFault[] {
  const { fewest, most } = easySteps;
  const found: EasyReadFault[] = [];
  if (steps.length < fewest || steps.length > most)
    found.push({ line: firstLine, ...fault('easy-steps', { count: steps.length, fewest, most }) });
  for (const { title, line, blocks } of steps) {
    const count = syllables(title);
    if (count > longestEasyTitle)
      found.push({ line, ...fault('easy-step-title', { title, count, most: longestEasyTitle }) });
    if (picturesOf(blocks).length + screensOf(blocks).length === 0)
      found.push({ line, ...fault('easy-picture', { title }) });
  }
  return found;
}

/** Only `<Phone>` and `<Rule>` may stand in a line. */
function inlineFaults(tree: Tree): EasyReadFault[] {
  return [
    ...tree.mentions.flatMap(({ kind, line }) =>
      kind === 'term' || kind === 'guide'
        ? [{ line, ...fault('easy-inline', { what: kind, text: '' }) }]
        : [],
    ),
    ...tree.links.map(({ line, text }) => ({ line, ...fault('easy-inline', { what: 'link', text }) })),
  ];
}

/** Words and sentences of each line. */
function lineFaults(lines: readonly { readonly text: string; readonly line: number }[]): EasyReadFault[] {
  return lines.flatMap(({ text, line }) => [
    ...wordFaults(text).map((found) => ({ line, ...found })),
    ...sentences(text)
      .map((sentence) => ({ sentence, count: syllables(sentence), most: longestEasySentence }))
      .filter(({ count }) => count > longestEasySentence)
      .map((details) => ({ line, ...fault('easy-sentence', details) })),
  ]);
}

/** A risky guide forbids something, in a step or below it. */
function warningFaults(steps: readonly Step[], blocks: readonly Block[], firstLine: number): EasyReadFault[] {
  const said = [...steps.map((step) => step.title), ...blockLines(blocks, words).map((line) => line.text)];
  return said.flatMap(sentences).some((sentence) => forbids.test(sentence))
    ? []
    : [{ line: firstLine, ...fault('easy-warning') }];
}

/**
 * Words that stand in drawings: what a picture says to somebody who does not see it, and what is written on a
 * screen.
 */
function drawnWords(blocks: readonly Block[]): { text: string; line: number }[] {
  const drawn: BlockVisitor<string[]> = {
    paragraph: () => [],
    list: () => [],
    table: () => [],
    screen: ({ screen: { title, says = '', fields, rows, buttons } }) => [
      title,
      says,
      ...fields,
      ...rows,
      ...buttons,
    ],
    picture: ({ picture }) => [picture.alt],
    heading: () => [],
    made: () => [],
    box: () => [],
  };
  return allBlocks(blocks).flatMap((block) =>
    visitBlock(block, drawn).map((text) => ({ text, line: block.line })),
  );
}

function wordFaults(text: string): Fault[] {
  const kept = Object.keys(keptCapitals);
  const found = [...text.matchAll(capitals)].map((match) => match[0]).filter((word) => !kept.includes(word));
  const short = shortened.exec(text.replace(capitals, ''))?.[0];
  return [
    ...found.map((word) => fault('easy-capitals', { word, kept })),
    ...(short === undefined ? [] : [fault('easy-short', { word: short })]),
  ];
}
