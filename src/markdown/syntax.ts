/** The syntax of bodies: MDX with the tables and struck words of GitHub, read to a tree and never run. */
import type { Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';

/** Deepest nesting of quotes, lists and components. */
export const maxDepth = 12;

/**
 * Typed addresses (`https://…`, `a@b.vn`) become links afterwards: looked for while parsing, they cost half
 * of its time, at every letter.
 */
const isAutolink = (item: { name?: string | undefined }): boolean => (item.name ?? '').endsWith('Autolink');
const { text: inText = {}, ...otherGfm } = gfm();
const gfmSyntax = {
  ...otherGfm,
  text: Object.fromEntries(
    Object.entries(inText).map(([code, list]) => [
      code,
      [list ?? []].flat().filter((construct) => !isAutolink(construct)),
    ]),
  ),
};
const gfmTree = gfmFromMarkdown();
const findAddresses = gfmTree.flatMap((extension) => extension.transforms ?? []);
const anyAddress = /https?:\/\/|www\.|@/i;

/**
 * Made once: putting the extensions together costs more than a short text. They keep nothing between texts.
 */
const syntax = {
  extensions: [gfmSyntax, mdxjs()],
  mdastExtensions: [gfmTree.map(({ transforms: _, ...item }) => item), mdxFromMarkdown()],
};

/** A body without what authors tell each other in `<!-- -->`; its lines stay where they are. */
const withoutComments = (body: string): string =>
  body.replace(/`[^`\n]*`|<!--[\s\S]*?-->/g, (found) =>
    found.startsWith('`') ? found : found.replace(/[^\n]/g, ''),
  );

/** Parses a text. @throws the parser's own error, with a place and a reason: see `syntaxFault` */
export const parseSyntax = (body: string): Root => fromMarkdown(withoutComments(body), syntax);

export const imageCure =
  'vẽ màn hình bằng <Screen …>, hình nét có sẵn bằng <Picture …>; lời trong ảnh viết thành câu; ảnh chụp thật không dùng trong bài';

/** Tags that authors bring from other programs, each with its cure; none of them costs a word. */
const tagCures: readonly (readonly [RegExp, string])[] = [
  [/^br$/, 'để một dòng trống giữa hai đoạn, bỏ thẻ <br>'],
  [/^(?:img|svg|video|picture)$/, imageCure],
  [/^(?:b|strong)$/, 'viết **chữ đậm** giữa hai dấu sao, bỏ thẻ'],
  [/^(?:i|em|u)$/, 'viết *chữ nghiêng* giữa một dấu sao, bỏ thẻ'],
  [/^a$/, 'viết [chữ](https://…), bỏ thẻ'],
  [/^(?:ul|ol|li)$/, 'mỗi mục một dòng, bắt đầu bằng dấu - hoặc 1., bỏ thẻ'],
  [/^(?:table|tr|td|th|thead|tbody)$/, 'viết bảng bằng dấu |, xem docs/viet-bai.md'],
  [/^h[1-6]$/, 'tên một phần thì viết <More title="…">; chữ cần nổi thì để trong **hai dấu sao**, bỏ thẻ'],
  [/^(?:p|div|span|center|font|small|big)$/, 'giữ chữ, bỏ thẻ; đoạn mới thì để một dòng trống'],
  [
    /^(?:iframe|script|style|form|input|button)$/,
    'nói bằng lời việc nó làm; trang khác thì viết [chữ](https://…)',
  ],
];

/** The cure of a tag of HTML; undefined for one that nobody brings. */
export const tagCure = (name: string): string | undefined => tagCures.find(([tags]) => tags.test(name))?.[1];

/** What to write instead, by the tag that the parser names and what stands on the line where it stopped. */
export function syntaxCure(message: string, line: string): string {
  const tag = tagCure(/<\/?([a-z][a-z0-9]*)/.exec(`${message} ${line}`)?.[1] ?? '');
  if (tag !== undefined) return tag;
  if (/<(?:https?:|mailto:|[\w.+-]+@)/i.test(line))
    return 'viết địa chỉ không có dấu < và >, hoặc [chữ](https://…)';
  if (line.includes('<!--')) return 'đóng ghi chú bằng -->; chữ trong ghi chú không hiện trên trang';
  if (/<=?\s*[^\sa-z/!]|<\s/i.test(line))
    return 'dấu < viết bằng lời, ví dụ “dưới 15 tuổi”; cần giữ dấu thì viết &lt; thay cho <';
  if (/[{}]/.test(line)) return 'thay { } bằng ngoặc tròn ( ); cần giữ dấu thì viết &#123; và &#125;';
  return 'kiểm tra dấu <, >, / và thẻ đóng; dấu { } và < trong câu thì viết bằng chữ';
}

/** A run of text, with the addresses in it as links, each in its place. */
export function withAddresses(textNode: Text): PhrasingContent[] {
  if (!anyAddress.test(textNode.value)) return [textNode];
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: textNode.value }] };
  const holder: Root = { type: 'root', children: [paragraph] };
  for (const find of findAddresses) find(holder);
  let { line, column } = textNode.position?.start ?? { line: 1, column: 1 };
  for (const piece of paragraph.children) {
    piece.position = { start: { line, column }, end: { line, column } };
    const shown = piece.type === 'link' ? piece.children[0] : piece;
    const value = shown?.type === 'text' ? shown.value : '';
    const lines = value.split('\n');
    line += lines.length - 1;
    column = lines.length > 1 ? (lines.at(-1)?.length ?? 0) + 1 : column + value.length;
  }
  return paragraph.children;
}

/**
 * First line, from 1, whose nesting could exhaust the parser's time or stack. Takes time in proportion to the
 * text.
 */
export function tooDeepLine(body: string): number | undefined {
  const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let open = 0;
  for (const [index, line] of body.split('\n').entries()) {
    let markers = 0;
    marker.lastIndex = 0;
    while (marker.test(line)) markers++;
    const indent = (/^[ \t]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
    if (markers > maxDepth || (indent > 2 * maxDepth + 2 && indent < line.length)) return index + 1;
    // Brackets pair up within a paragraph.
    if (line.trim() === '') open = 0;
    for (const ch of line) {
      if (ch === '[') open++;
      else if (ch === ']' && open > 0) open--;
      if (open > maxDepth) return index + 1;
    }
    // Marks of emphasis pair up too: each one is weighed against all before it.
    if (/[*_~`]{13}/.test(line) || line.split(/[*_~]+/).length > 200) return index + 1;
  }
  return undefined;
}

/** Where and why a parser stopped. */
export interface SyntaxFault {
  readonly line: number;
  readonly column: number;
  /** Set when the text is nested so deeply that the parser's stack ended. */
  readonly deep: boolean;
  /** In plain Vietnamese. */
  readonly message: string;
  /** The parser's own words. */
  readonly reason: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const numberIn = (value: unknown, key: string): number | undefined => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'number' ? found : undefined;
};

/** Tells a parser's error. `firstLine` is the line of the file on which the body starts. */
export function syntaxFault(error: unknown, body: string, firstLine: number): SyntaxFault {
  const told = isRecord(error) ? error.reason : undefined;
  const reason = typeof told === 'string' ? told : error instanceof Error ? error.message : String(error);
  const place = isRecord(error) ? error.place : undefined;
  const start = isRecord(place) ? place.start : undefined;
  const at = (key: 'line' | 'column'): number =>
    numberIn(error, key) ?? numberIn(place, key) ?? numberIn(start, key) ?? 1;
  // An expression without its end is missed at the end of the file; its author looks for where it opens.
  const brace = reason.startsWith('Unexpected end of file in expression')
    ? body.split('\n').findIndex((line) => line.trimStart().startsWith('{'))
    : -1;
  return {
    ...(brace >= 0 ? { line: brace + 1, column: 1 } : { line: at('line'), column: at('column') }),
    deep: error instanceof RangeError,
    message: tellSyntax(reason, firstLine),
    reason: reason.replace(/ \(\d+:\d+-\d+:\d+\)/, ''),
  };
}

/** The parser's reason in plain words; it counts lines from the body's first. */
function tellSyntax(reason: string, firstLine: number): string {
  const open = /closing tag for `<([^>`]*)>` \((\d+):/.exec(reason);
  const met = /^Unexpected closing tag `(<[^`]*>)`/.exec(reason);
  if (open)
    return `thẻ <${open[1]}> mở ở dòng ${Number(open[2]) + firstLine - 1} chưa đóng${met ? ` mà đã gặp ${met[1]}` : ''}.`;
  return met ? `gặp ${met[1]} mà không có thẻ mở.` : 'máy không đọc được chỗ này.';
}
