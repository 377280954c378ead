/** A guide as lines of plain text and as Markdown. Both hold the same words in the same order. */
import { absolute } from '../domain/address.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { wordsFor, type Speech } from '../words/words.ts';
import type { GuideText, Part, TextRun } from './guide-text.ts';

/** How a form writes each thing that is more than a line of words. */
interface Writing {
  readonly heading: (text: string, level: 1 | 2 | 3) => string;
  readonly run: (run: TextRun) => string;
  readonly item: (mark: string, text: string) => string;
  readonly table: (rows: readonly (readonly string[])[]) => string[];
  /** Lines that stand in a box. */
  readonly box: (lines: readonly string[]) => string[];
}

/** Paragraphs of a part; the reader joins them with an empty line. */
function paragraphs(part: Part, writing: Writing, speech: Speech): string[] {
  const text = (runs: readonly TextRun[]): string =>
    runs.map(writing.run).join('').replace(/\s+/g, ' ').trim();
  const words = (plain: string): string => writing.run({ text: plain });
  const inner = (parts: readonly Part[]): string[] =>
    parts.flatMap((one) => paragraphs(one, writing, speech));
  switch (part.kind) {
    case 'heading':
      return [writing.heading(part.text, 2)];
    case 'text':
      return [text(part.runs)];
    case 'list':
      return [
        part.items
          .flatMap(({ runs, below }, index) => [
            writing.item(part.ordered ? `${part.start + index}.` : '-', text(runs)),
            // Indented by as much as Markdown asks for below a number.
            ...(below ? inner([below]).map((list) => list.replace(/^/gm, '   ')) : []),
          ])
          .join('\n'),
      ];
    case 'table':
      return [
        ...(part.title === undefined ? [] : [words(part.title)]),
        ...writing.table(part.rows.map((row) => row.map(text))),
      ];
    case 'drawing':
      return [words(part.picture === undefined ? part.says : speech.t('books.picture', { says: part.says }))];
    case 'box':
      return writing.box([writing.run({ text: part.title, strong: true }), ...inner(part.parts)]);
    case 'step':
      return [writing.heading(`${part.place}. ${part.title}`, 3), ...inner(part.parts)];
    default:
      return part satisfies never;
  }
}

const plain: Writing = {
  heading: (text, level) => (level === 1 ? text : level === 2 ? `== ${text} ==` : text),
  run: ({ text, url }) => (url === undefined || url === text ? text : `${text} (${url})`),
  item: (mark, text) => `${mark} ${text}`,
  // A phone has no room for columns: the head of the column stands before each cell.
  table: ([head = [], ...rows]) =>
    rows.map((row) => row.map((cell, column) => `${head[column] ?? ''}: ${cell}`).join('\n')),
  box: (lines) => [lines.map((text) => `! ${text.replaceAll('\n', '\n! ')}`).join('\n')],
};

/** Only what would turn words into something else: brackets and signs of weight; `<` would open HTML. */
const literally = (text: string): string => text.replace(/[\\`*_[\]<>]/g, String.raw`\$&`);
const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

const markdown: Writing = {
  heading: (text, level) => `${'#'.repeat(level)} ${literally(text)}`,
  run: ({ text, strong, url }) => {
    const words =
      strong && text.trim() !== ''
        ? `**${literally(text.trim())}**${/\s$/.exec(text)?.[0] ?? ''}`
        : literally(text);
    return url === undefined ? words : `[${words}](${url})`;
  },
  item: (mark, text) => `${mark} ${text}`,
  table: ([head = [], ...rows]) => [
    [head, head.map(() => '---'), ...rows]
      .map((row) => `| ${row.map((text) => (text === '---' ? text : cell(text))).join(' | ')} |`)
      .join('\n'),
  ],
  box: (lines) => [lines.map((text) => `> ${text.replaceAll('\n', '\n> ')}`).join('\n>\n')],
};

/** Where a text came from, for whoever holds it without the page. */
interface Origin {
  /** Address of the page, whole. */
  readonly address: string;
  /** Name of the handbook and of its edition. */
  readonly name: string;
}

/** Where the text of a guide comes from. */
export const originOf = (guide: Guide, { site }: Handbook): Origin => ({
  address: absolute(site.url, guide.address),
  name: `${site.name}, ${site.edition}`,
});

/** One paragraph after the other, with all words of a guide. */
function document(guide: GuideText, origin: Origin, writing: Writing, foot: readonly string[]): string {
  const speech = wordsFor(guide.lang);
  const { t } = speech;
  const all = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => paragraphs(part, writing, speech));
  const words = (text: string): string => writing.run({ text });
  return [
    writing.heading(`${guide.name}. ${guide.title}`, 1),
    words(guide.summary),
    ...guide.facts.map(words),
    ...all(guide.parts),
    ...(guide.easy
      ? [
          writing.heading(`${t('books.easy')}: ${guide.easy.title}`, 2),
          words(guide.easy.review),
          ...all(guide.easy.parts),
        ]
      : []),
    writing.heading(t('guide.sources'), 2),
    guide.sources.map((source) => writing.item('-', words(source))).join('\n'),
    words(guide.checked),
    `${words(`${origin.name}.`)} ${origin.address}`,
    ...foot.map(words),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** A guide as plain text, a paragraph a line, that any phone opens. */
export const plainText = (guide: GuideText, origin: Origin): string => document(guide, origin, plain, []);

/** A guide as Markdown, for machines that quote it: how to quote stands at its end. */
export const markdownText = (guide: GuideText, origin: Origin): string =>
  document(guide, origin, markdown, [wordsFor(guide.lang).t('books.quote')]);

/** What a line is, for forms that set each kind in its own place; a step is a heading below a heading. */
export type LineKind = 'title' | 'heading' | 'step' | 'item' | 'box' | 'text';
/** A paragraph. */
export interface KindLine {
  readonly kind: LineKind;
  readonly text: string;
  /** How deep an item lies in lists. */
  readonly depth: number;
}

/** Before a line that is no plain paragraph; no content holds these. */
const marks = { title: '\u0001', heading: '\u0002', step: '\u0003', item: '\u0004', box: '\u0005' } as const;
const kindOf: ReadonlyMap<string, LineKind> = new Map([
  [marks.title, 'title'],
  [marks.heading, 'heading'],
  [marks.step, 'step'],
  [marks.item, 'item'],
  [marks.box, 'box'],
]);
const byKind: Writing = {
  ...plain,
  heading: (text, level) => marks[level === 1 ? 'title' : level === 2 ? 'heading' : 'step'] + text,
  item: (mark, text) => `${marks.item}${mark} ${text}`,
  box: (lines) => [lines.map((text) => text.replace(/^(?![ \u0001-\u0005])/gm, marks.box)).join('\n')],
};

/** A guide as paragraphs of which each knows what it is. */
export const kindLines = (guide: GuideText, origin: Origin): KindLine[] =>
  document(guide, origin, byKind, [])
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => {
      const [, indent = '', mark = '', words = ''] = /^( *)([\u0001-\u0005]?)(.*)$/u.exec(text) ?? [];
      return { kind: kindOf.get(mark) ?? 'text', text: words, depth: Math.ceil(indent.length / 3) };
    });
