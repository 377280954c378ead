/**
 * The one reading of an entry's MDX. It is parsed to a tree, never run; what is not in the grammar is refused with its place;
 * the rest becomes typed sections and blocks. The gate, search passages, speech and other formats all read this tree.
 */
import type { Nodes, Paragraph, Parents, PhrasingContent, Root, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { gfm } from 'micromark-extension-gfm';
import { mdxjs } from 'micromark-extension-mdxjs';
import { pictureNames, type PictureName } from '../domain/picture-names.ts';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import { mailAddressFault, outsideAddressFault } from '../domain/outside-address.ts';
import type { Problem } from '../domain/problem.ts';
import { nearest, slug } from '../vietnamese/text.ts';
import {
  components,
  sectionIds,
  sectionKinds,
  sectionTitles,
  type SectionComponent,
  type SectionKind,
} from './grammar.ts';

/** Weight laid on words. */
export type Mark = 'strong' | 'emphasis' | 'delete';

/** A run of text and what it points at. A `break` is a line break; its text is a space. */
export type Inline = (
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code' | 'break'; readonly text: string }
  | { readonly kind: 'term'; readonly id: string; readonly text: string }
  | { readonly kind: 'phone' | 'guide'; readonly id: string }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
) & {
  /** Weight that `kind` does not tell, outermost first: a telephone number in bold, a word struck out. */
  readonly marks?: readonly Mark[];
};

/** A drawn phone screen. */
export interface ScreenDrawing {
  readonly title: string;
  readonly says?: string;
  readonly fields: readonly string[];
  readonly rows: readonly string[];
  readonly buttons: readonly string[];
  readonly press?: string;
}

/** A line drawing and what it says to somebody who does not see it. */
export interface Picture {
  readonly name: PictureName;
  readonly alt: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly line: number; readonly inlines: readonly Inline[] }
  | {
      readonly kind: 'list';
      readonly line: number;
      readonly ordered: boolean;
      /** First number of an ordered list that does not begin with 1. */ readonly start?: number;
      readonly items: readonly (readonly Inline[])[];
    }
  | {
      readonly kind: 'table';
      readonly line: number;
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  | { readonly kind: 'screen'; readonly line: number; readonly screen: ScreenDrawing }
  | { readonly kind: 'picture'; readonly line: number; readonly picture: Picture }
  | {
      readonly kind: 'warning' | 'tip';
      readonly line: number;
      readonly title?: string;
      readonly blocks: readonly Block[];
    };

/** One action, with its place on the page. */
export interface Step {
  readonly line: number;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Its number in its own list, from 1; how many there are is the length of the section's `steps`. */
  readonly number: number;
  /** Element id on the page: `buoc-2`; in the third list of a page `buoc-3-2`. */
  readonly id: string;
  /** Ids of the steps around it, over all lists of the page. */
  readonly before?: string;
  readonly after?: string;
}
export interface TroubleCase {
  readonly line: number;
  readonly sees: string;
  readonly means?: string;
  readonly blocks: readonly Block[];
}

export interface Section {
  readonly kind: SectionKind;
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  readonly steps: readonly Step[];
  readonly cases: readonly TroubleCase[];
  /** Hotline ids, in order. */
  readonly contacts: readonly string[];
}

/** A mention of another entry in the body. */
export interface Mention {
  readonly kind: 'term' | 'phone' | 'guide';
  readonly id: string;
  readonly line: number;
  readonly column: number;
}

export interface Tree {
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
  readonly mentions: readonly Mention[];
  readonly links: readonly { readonly url: string; readonly text: string; readonly line: number }[];
}

/** Which sections an entry may have. */
export type BodyGrammar = 'guide' | 'lesson' | 'easy-read' | 'prose';
const lessonOnly = new Set(['Story', 'Homework']);

/** Deepest nesting of quotes, lists and components. */
const maxDepth = 12;

/** Typed addresses (`https://…`, `a@b.vn`) become links afterwards: looked for while parsing, they cost half of its time, at every letter. */
const isAutolink = (c: { name?: string | undefined }): boolean => /Autolink$/.test(c.name ?? '');
const { text: inText = {}, ...otherGfm } = gfm();
const gfmSyntax = {
  ...otherGfm,
  text: Object.fromEntries(
    Object.entries(inText).map(([code, list]) => [code, [list ?? []].flat().filter((c) => !isAutolink(c))]),
  ),
};
const gfmTree = gfmFromMarkdown();
const findAddresses = gfmTree.flatMap((e) => e.transforms ?? []);
const anyAddress = /https?:\/\/|www\.|@/i;

/** Made once: putting the extensions together costs more than a short text. They keep nothing between texts. */
const syntax = {
  extensions: [gfmSyntax, mdxjs()],
  mdastExtensions: [gfmTree.map(({ transforms: _, ...e }) => e), mdxFromMarkdown()],
};

/** A run of text, with the addresses in it as links, each in its place. */
function withAddresses(n: Text): PhrasingContent[] {
  if (!anyAddress.test(n.value)) return [n];
  const holder: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: n.value }] }],
  };
  for (const find of findAddresses) find(holder);
  const found = (holder.children[0] as Paragraph).children;
  let { line, column } = n.position?.start ?? { line: 1, column: 1 };
  for (const piece of found) {
    piece.position = { start: { line, column }, end: { line, column } };
    const value =
      piece.type === 'text'
        ? piece.value
        : piece.type === 'link' && piece.children[0]?.type === 'text'
          ? piece.children[0].value
          : '';
    const lines = value.split('\n');
    line += lines.length - 1;
    column = lines.length > 1 ? lines.at(-1)!.length + 1 : column + value.length;
  }
  return found;
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The shape of a component, own names only: `<constructor>` is not one. */
function shapeOf(n: Jsx): (typeof components)[string] | undefined {
  return n.name !== null && Object.hasOwn(components, n.name) ? components[n.name] : undefined;
}

/** First line, from 1, whose nesting could exhaust the parser's time or stack. Takes time in proportion to the text. */
function tooDeepLine(body: string): number | undefined {
  const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let open = 0;
  for (const [i, l] of body.split('\n').entries()) {
    let markers = 0;
    marker.lastIndex = 0;
    while (marker.test(l)) markers++;
    const indent = /^[ \t]*/.exec(l)![0].replaceAll('\t', '    ').length;
    if (markers > maxDepth || (indent > 2 * maxDepth + 2 && indent < l.length)) return i + 1;
    // Brackets pair up within a paragraph.
    if (l.trim() === '') open = 0;
    for (const ch of l) {
      if (ch === '[') open++;
      else if (ch === ']' && open > 0) open--;
      if (open > maxDepth) return i + 1;
    }
    // Marks of emphasis pair up too: each one is weighed against all before it.
    if (/[*_~`]{13}/.test(l) || l.split(/[*_~]+/).length > 200) return i + 1;
  }
  return undefined;
}

/** Splits a list prop: `A | B`. */
export function splitList(s: string | undefined): string[] {
  return (s ?? '')
    .split('|')
    .map((p) => p.trim())
    .filter((p) => p !== '');
}

/** Parses a body. `firstLine` is the line of the file on which the body starts, so that problems name the file's own lines. */
export function parseBody(
  file: string,
  body: string,
  grammar: BodyGrammar,
  firstLine = 1,
): { tree: Tree; problems: Problem[] } {
  const problems: Problem[] = [];
  const empty: Tree = { intro: [], sections: [], mentions: [], links: [] };
  const lineOf = (n: { position?: { start: { line: number } } | undefined }): number =>
    (n.position?.start.line ?? 1) + firstLine - 1;
  const refuse = (
    n: { position?: { start: { line: number; column: number } } | undefined },
    rule: string,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    problems.push({
      file,
      line: lineOf(n),
      column: n.position?.start.column ?? 0,
      field: '',
      rule,
      message,
      fix,
      hint,
    });
  };

  // Deep nesting can exhaust the parser's stack, so it is refused before parsing.
  const deep = tooDeepLine(body);
  if (deep !== undefined) {
    refuse(
      { position: { start: { line: deep, column: 1 } } },
      'too-deep',
      'Lồng quá sâu.',
      'viết phẳng hơn, tối đa ba tầng',
      'nesting too deep',
    );
    return { tree: empty, problems };
  }

  let root: Parents;
  try {
    root = fromMarkdown(body, syntax);
  } catch (error) {
    const e = error as {
      line?: number;
      column?: number;
      place?: { line?: number; column?: number; start?: { line: number; column: number } };
      reason?: string;
      message: string;
    };
    // An expression without its end is missed at the end of the file; its author looks for where it opens.
    const brace = /^Unexpected end of file in expression/.test(e.reason ?? '')
      ? body.split('\n').findIndex((l) => l.trimStart().startsWith('{'))
      : -1;
    const start =
      brace >= 0
        ? { line: brace + 1, column: 1 }
        : {
            line: e.line ?? e.place?.line ?? e.place?.start?.line ?? 1,
            column: e.column ?? e.place?.column ?? e.place?.start?.column ?? 1,
          };
    if (error instanceof RangeError)
      refuse(
        { position: { start } },
        'too-deep',
        'Lồng quá sâu.',
        'viết phẳng hơn, tối đa ba tầng',
        e.message,
      );
    else
      refuse(
        { position: { start } },
        'mdx-syntax',
        `Khối viết chưa đúng: ${tellSyntax(e.reason ?? e.message, firstLine)}`,
        'kiểm tra dấu <, >, / và thẻ đóng; dấu { } và < trong câu thì viết bằng chữ',
        (e.reason ?? e.message).replace(/ \(\d+:\d+-\d+:\d+\)/, ''),
      );
    return { tree: empty, problems };
  }

  // Hidden characters in the bytes are told by the reader of files; here only those that entities bring in.
  const visible = hiddenCharacter(body) === undefined;
  const mentions: Mention[] = [];
  const links: { url: string; text: string; line: number }[] = [];

  function props(n: Jsx): Record<string, string> | undefined {
    const shape = shapeOf(n);
    if (!shape) {
      const name = n.name ?? '';
      const like = nearest(name, Object.keys(components));
      const html = /^[a-z]/.test(name);
      refuse(
        n,
        html ? 'raw-html' : 'unknown-component',
        html ? `Thẻ HTML <${name}> không được dùng trong bài.` : `Không có khối <${name}>.`,
        like !== undefined
          ? `có phải <${like}>?`
          : `dùng chữ thường, hoặc một khối trong docs/viet-bai.md: ${Object.keys(components).join(', ')}`,
        html ? 'raw HTML is not allowed' : 'unknown component',
      );
      return undefined;
    }
    const found: Record<string, string> = {};
    const seen = new Set<string>();
    for (const a of n.attributes) {
      if (a.type !== 'mdxJsxAttribute' || (a.value !== null && typeof a.value !== 'string')) {
        refuse(
          n,
          'expression',
          `<${n.name}> có thuộc tính viết bằng ngoặc { }.`,
          'viết giá trị trong ngoặc kép, ví dụ: title="Bấm nút"',
          'only literal props are allowed',
        );
      } else if (!Object.hasOwn(shape.props, a.name)) {
        const known = Object.keys(shape.props);
        const like = nearest(a.name, known);
        refuse(
          n,
          'unknown-prop',
          `<${n.name}> không có thuộc tính “${a.name}”.`,
          like
            ? `có phải “${like}”?`
            : known.length > 0
              ? `dùng được: ${known.join(', ')}`
              : 'bỏ thuộc tính này',
          'unknown prop',
        );
      } else if (seen.has(a.name)) {
        refuse(
          n,
          'duplicate-prop',
          `<${n.name}> ghi “${a.name}” hai lần.`,
          'giữ một',
          'prop is written twice',
        );
      } else if (visible && a.value !== null && hiddenCharacter(a.value) !== undefined) {
        refuse(
          n,
          'control',
          `Thuộc tính “${a.name}” có ký tự ẩn ${hiddenCharacter(a.value)}.`,
          'xóa ký tự ấy',
          'control character in a prop',
        );
      } else if (a.value === null || a.value.trim() === '') {
        refuse(
          n,
          'empty-prop',
          `Thuộc tính “${a.name}” của <${n.name}> để trống.`,
          'viết giá trị trong ngoặc kép',
          'empty prop',
        );
      } else {
        found[a.name] = a.value.replace(/\s+/g, ' ').trim();
      }
      if (a.type === 'mdxJsxAttribute') seen.add(a.name);
    }
    for (const [name, required] of Object.entries(shape.props)) {
      if (
        required &&
        found[name] === undefined &&
        !problems.some((p) => p.line === lineOf(n) && (p.rule === 'empty-prop' || p.rule === 'expression'))
      ) {
        refuse(
          n,
          'missing-prop',
          `<${n.name}> thiếu “${name}”.`,
          `viết <${n.name} ${name}="…">`,
          'required prop is missing',
        );
      }
    }
    return found;
  }

  function inlines(nodes: readonly Nodes[], depth = 0, inLink = false): Inline[] {
    return nodes.flatMap((n): Inline[] => {
      if (depth > maxDepth) {
        refuse(n, 'too-deep', 'Lồng quá sâu.', 'viết phẳng hơn', 'nesting too deep');
        return [];
      }
      switch (n.type) {
        case 'text': {
          const hidden = visible ? hiddenCharacter(n.value) : undefined;
          if (hidden !== undefined)
            refuse(
              n,
              'control',
              `Có ký tự ẩn ${hidden} viết bằng mã &…;.`,
              'xóa mã ấy, viết chữ thường',
              'control character as an entity',
            );
          const pieces = inLink ? [n] : withAddresses(n);
          return pieces.length === 1 && pieces[0]!.type === 'text'
            ? [{ kind: 'text', text: n.value }]
            : inlines(pieces, depth + 1, true);
        }
        case 'break':
          return [{ kind: 'break', text: ' ' }];
        case 'strong':
        case 'emphasis':
        case 'delete':
          return inlines(n.children, depth + 1, inLink).map((i) =>
            i.kind === 'text' && i.marks === undefined && n.type !== 'delete'
              ? { kind: n.type, text: i.text }
              : { ...i, marks: [n.type, ...(i.marks ?? [])] },
          );
        case 'inlineCode':
          return [{ kind: 'code', text: n.value }];
        case 'link': {
          const text = plain(inlines(n.children, depth + 1, true));
          const fault = /^mailto:/i.test(n.url) ? mailAddressFault(n.url) : outsideAddressFault(n.url);
          if (fault) {
            const cure = /^[/.#]/.test(n.url)
              ? 'liên kết trong sổ tay viết bằng <Guide id="…" />'
              : /^(?:tel|sms):/i.test(n.url)
                ? 'số điện thoại viết bằng <Phone id="…" />'
                : fault.cure;
            refuse(
              n,
              'link',
              `Liên kết “${n.url}” không dùng được.`,
              cure,
              `address refused: ${fault.cause}`,
            );
          }
          links.push({ url: n.url, text, line: lineOf(n) });
          return [{ kind: 'link', url: n.url, text }];
        }
        case 'mdxJsxTextElement':
          return inlineComponent(n, depth);
        case 'mdxTextExpression':
          refuse(
            n,
            'expression',
            'Có biểu thức trong ngoặc { }.',
            'bỏ ngoặc nhọn, viết bằng chữ',
            'expressions are not allowed',
          );
          return [];
        case 'image':
        case 'imageReference':
          refuse(
            n,
            'image',
            'Có ảnh chèn thẳng.',
            'vẽ màn hình bằng <Screen …>; ảnh chụp thật không dùng trong bài',
            'images are not allowed here',
          );
          return [];
        default:
          refuse(
            n,
            'not-allowed',
            `Không dùng được kiểu viết “${n.type}” ở đây.`,
            'viết bằng chữ thường',
            'node type is not allowed',
          );
          return [];
      }
    });
  }

  function inlineComponent(n: Jsx, depth: number): Inline[] {
    const p = props(n);
    if (!p) return [];
    if (components[n.name!]!.place !== 'inline') {
      refuse(
        n,
        'place',
        `<${n.name}> nằm lẫn trong câu.`,
        'đưa xuống dòng riêng',
        'block component inside a line',
      );
      return [];
    }
    const where = { id: p['id'] ?? '', line: lineOf(n), column: n.position?.start.column ?? 0 };
    if (n.name === 'Term') {
      mentions.push({ kind: 'term', ...where });
      const text = plain(inlines(n.children as PhrasingContent[], depth + 1));
      if (text === '')
        refuse(
          n,
          'empty',
          '<Term> không có chữ bên trong.',
          'viết <Term id="otp">mã OTP</Term>',
          'term without text',
        );
      return [{ kind: 'term', id: where.id, text }];
    }
    const kind = n.name === 'Phone' ? 'phone' : 'guide';
    if (n.children.length > 0)
      refuse(
        n,
        'children',
        `<${n.name}> không chứa chữ bên trong.`,
        `viết <${n.name} id="…" />`,
        'must be self-closing',
      );
    mentions.push({ kind, ...where });
    return [{ kind, id: where.id }];
  }

  function blocks(nodes: readonly Nodes[], depth: number, inside: string): Block[] {
    return nodes.flatMap((n): Block[] => {
      if (depth > maxDepth) {
        refuse(n, 'too-deep', 'Lồng quá sâu.', 'viết phẳng hơn', 'nesting too deep');
        return [];
      }
      switch (n.type) {
        case 'paragraph':
          return [{ kind: 'paragraph', line: lineOf(n), inlines: inlines(n.children) }];
        case 'list': {
          const items = n.children.map((item) => {
            const [first, ...rest] = item.children;
            if (typeof item.checked === 'boolean')
              refuse(
                item,
                'list-item',
                'Gạch đầu dòng có ô đánh dấu [ ].',
                'bỏ ngoặc vuông, viết thành câu',
                'task list item',
              );
            if (rest.length > 0 && !rest.every((r) => r.type === 'list'))
              refuse(
                rest[0]!,
                'list-item',
                'Một gạch đầu dòng có nhiều đoạn.',
                'tách thành nhiều gạch đầu dòng, hoặc viết thành một câu',
                'one paragraph per list item',
              );
            if (rest.some((r) => r.type === 'list'))
              refuse(
                rest[0]!,
                'nested-list',
                'Danh sách lồng trong danh sách.',
                'viết phẳng thành một tầng',
                'nested list',
              );
            return first?.type === 'paragraph'
              ? inlines(first.children)
              : first
                ? (refuse(
                    first,
                    'list-item',
                    'Gạch đầu dòng không phải câu chữ.',
                    'viết chữ sau dấu gạch',
                    'list item must be text',
                  ),
                  [])
                : [];
          });
          return [
            {
              kind: 'list',
              line: lineOf(n),
              ordered: n.ordered === true,
              ...(n.ordered === true && typeof n.start === 'number' && n.start !== 1
                ? { start: n.start }
                : {}),
              items,
            },
          ];
        }
        case 'table':
          return [
            {
              kind: 'table',
              line: lineOf(n),
              rows: n.children.map((r) => r.children.map((c) => inlines(c.children))),
            },
          ];
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          return blockComponent(n, depth, inside);
        case 'heading':
          refuse(
            n,
            'heading',
            'Có tiêu đề # trong bài.',
            'dùng các phần trong docs/viet-bai.md, ví dụ <Needs>, <Steps>, <More title="…">',
            'headings come from section components',
          );
          return [];
        // A comment is refused too: whatever stands in braces is code, and `/* */ … /* */` looks like a comment.
        case 'mdxFlowExpression':
          refuse(
            n,
            'expression',
            'Có biểu thức trong ngoặc { }.',
            'bỏ ngoặc nhọn, viết bằng chữ; ghi chú riêng thì để ở phần đầu tệp, sau dấu #',
            'expressions are not allowed',
          );
          return [];
        case 'mdxjsEsm':
          refuse(
            n,
            'esm',
            'Có import hoặc export trong bài.',
            'bỏ dòng này; các khối có sẵn không cần import',
            'import/export is not allowed',
          );
          return [];
        case 'html':
          refuse(
            n,
            'raw-html',
            'Có thẻ HTML trong bài.',
            'dùng khối trong docs/viet-bai.md',
            'raw HTML is not allowed',
          );
          return [];
        default:
          refuse(
            n,
            'not-allowed',
            `Không dùng được kiểu viết “${n.type}”.`,
            'viết bằng đoạn văn, gạch đầu dòng hoặc khối trong docs/viet-bai.md',
            'node type is not allowed',
          );
          return [];
      }
    });
  }

  function blockComponent(n: Jsx, depth: number, inside: string): Block[] {
    const shape = shapeOf(n);
    if (shape?.place === 'inline')
      return [{ kind: 'paragraph', line: lineOf(n), inlines: inlineComponent(n, depth) }];
    const p = props(n);
    if (!p || !shape) return [];
    if (shape.place !== 'block') {
      const where = shape.place === 'top' ? 'ngoài cùng của bài' : `bên trong <${shape.place.in}>`;
      refuse(
        n,
        'place',
        `<${n.name}> nằm trong <${inside}>.`,
        `đặt <${n.name}> ${where}`,
        'component in the wrong place',
      );
      return [];
    }
    if (n.name === 'Screen') {
      if (n.children.length > 0)
        refuse(
          n,
          'children',
          '<Screen> không chứa chữ bên trong.',
          'viết <Screen title="…" … />',
          'must be self-closing',
        );
      const screen: ScreenDrawing = {
        title: p['title'] ?? '',
        ...(p['says'] ? { says: p['says'] } : {}),
        fields: splitList(p['fields']),
        rows: splitList(p['rows']),
        buttons: splitList(p['buttons']),
        ...(p['press'] ? { press: p['press'] } : {}),
      };
      if (
        screen.press !== undefined &&
        ![...screen.buttons, ...screen.rows, ...screen.fields].includes(screen.press)
      ) {
        refuse(
          n,
          'screen-press',
          `press="${screen.press}" không có trong buttons, rows hay fields.`,
          `chọn một trong: ${[...screen.buttons, ...screen.rows, ...screen.fields].join(', ') || '(chưa có nút nào)'}`,
          'press must name a button, row or field',
        );
      }
      return [{ kind: 'screen', line: lineOf(n), screen }];
    }
    if (n.name === 'Picture') {
      if (n.children.length > 0)
        refuse(
          n,
          'children',
          '<Picture> không chứa chữ bên trong.',
          'viết <Picture name="…" alt="…" />',
          'must be self-closing',
        );
      const name = pictureNames.find((x) => x === p['name']);
      if (name === undefined) {
        const like = nearest(p['name'] ?? '', pictureNames);
        if (p['name'] !== undefined)
          refuse(
            n,
            'picture-name',
            `Không có hình vẽ tên “${p['name']}”.`,
            like !== undefined ? `có phải “${like}”?` : `chọn một trong: ${pictureNames.join(', ')}`,
            'picture is not in the set',
          );
        return [];
      }
      return [{ kind: 'picture', line: lineOf(n), picture: { name, alt: p['alt'] ?? '' } }];
    }
    const kind = n.name === 'Warning' ? 'warning' : 'tip';
    return [
      {
        kind,
        line: lineOf(n),
        ...(p['title'] ? { title: p['title'] } : {}),
        blocks: need(n, blocks(n.children as Nodes[], depth + 1, n.name!)),
      },
    ];
  }

  function need(n: Jsx, found: Block[]): Block[] {
    if (
      found.length === 0 &&
      !problems.some((x) => x.line >= lineOf(n) && x.line <= (n.position?.end.line ?? 0) + firstLine - 1)
    )
      refuse(n, 'empty', `<${n.name}> để trống.`, 'viết nội dung, hoặc bỏ khối này', 'empty component');
    return found;
  }

  function section(n: Jsx): Section | undefined {
    const name = n.name as SectionComponent;
    const p = props(n);
    if (!p) return undefined;
    const kind = sectionKinds[name];
    const title = p['title'] ?? sectionTitles[kind];
    const id = p['title'] !== undefined && kind !== 'story' ? slug(p['title']) : sectionIds[kind];
    if (id === '')
      refuse(
        n,
        'empty-prop',
        `Thuộc tính “title” của <${name}> không có chữ nào.`,
        'viết tên phần bằng chữ',
        'title gives no section id',
      );
    const base = { kind, id, title, line: lineOf(n), blocks: [], steps: [], cases: [], contacts: [] };
    const only = components[name]!.children;
    if (typeof only === 'object') {
      const parts: Jsx[] = [];
      for (const c of n.children as Nodes[]) {
        if ((c.type === 'mdxJsxFlowElement' || c.type === 'mdxJsxTextElement') && c.name === only.only)
          parts.push(c);
        else if (
          c.type === 'paragraph' &&
          c.children.every(
            (x) =>
              (x.type === 'mdxJsxTextElement' && x.name === only.only) ||
              (x.type === 'text' && x.value.trim() === ''),
          )
        ) {
          parts.push(...c.children.filter((x): x is MdxJsxTextElement => x.type === 'mdxJsxTextElement'));
        } else
          refuse(
            c,
            'children',
            `Trong <${name}> có chữ nằm ngoài <${only.only}>.`,
            `đưa vào một <${only.only} …>, hoặc đưa ra ngoài <${name}>`,
            `only ${only.only} may stand here`,
          );
      }
      if (parts.length === 0)
        refuse(n, 'empty', `<${name}> chưa có <${only.only}> nào.`, `thêm <${only.only} …>`, 'empty section');
      const inner = (c: Jsx): Block[] =>
        blocks(
          c.type === 'mdxJsxTextElement'
            ? [{ type: 'paragraph', children: c.children as PhrasingContent[] }]
            : (c.children as Nodes[]),
          2,
          c.name!,
        );
      if (name === 'Steps') {
        lists++;
        return { ...base, steps: parts.map((c, i) => placeStep(c, i + 1, need(c, inner(c)))) };
      }
      return {
        ...base,
        cases: parts.map((c) => {
          const q = props(c) ?? {};
          return {
            line: lineOf(c),
            sees: q['sees'] ?? '',
            ...(q['means'] ? { means: q['means'] } : {}),
            blocks: need(c, inner(c)),
          };
        }),
      };
    }
    const content = blocks(n.children as Nodes[], 1, name);
    if (name === 'Call')
      return { ...base, blocks: content, contacts: (p['ids'] ?? '').split(/[,\s]+/).filter((x) => x !== '') };
    return { ...base, blocks: need(n, content) };
  }

  /** Lists of steps met so far, and the last of their steps. */
  let lists = 0;
  let last: Writable<Step> | undefined;
  function placeStep(c: Jsx, number: number, content: Block[]): Step {
    const id = lists === 1 ? `buoc-${number}` : `buoc-${lists}-${number}`;
    const step: Writable<Step> = {
      line: lineOf(c),
      title: props(c)?.['title'] ?? '',
      blocks: content,
      number,
      id,
      ...(last ? { before: last.id } : {}),
    };
    if (last) last.after = id;
    last = step;
    return step;
  }

  const intro: Block[] = [];
  const sections: Section[] = [];
  for (const n of root.children as Nodes[]) {
    const isJsx = n.type === 'mdxJsxFlowElement' || n.type === 'mdxJsxTextElement';
    if (isJsx && n.name !== null && Object.hasOwn(sectionKinds, n.name)) {
      if (grammar === 'prose') {
        refuse(n, 'place', `<${n.name}> không dùng trong loại tệp này.`, 'chỉ viết đoạn văn', 'prose only');
        continue;
      }
      if (grammar === 'easy-read' && n.name !== 'Steps') {
        refuse(
          n,
          'place',
          `Bản dễ đọc chỉ có <Steps>, gặp <${n.name}>.`,
          'đưa ý này vào một <Step>',
          'easy-read has steps only',
        );
        continue;
      }
      if (grammar !== 'lesson' && lessonOnly.has(n.name)) {
        refuse(
          n,
          'place',
          `<${n.name}> chỉ dùng trong bài chợ số.`,
          'dùng <More title="…"> hoặc <Practice>',
          'lesson-only section',
        );
        continue;
      }
      const s = section(n);
      if (s) {
        if (sections.some((x) => x.id === s.id))
          refuse(
            n,
            'duplicate-section',
            `Có hai phần cùng mã “${s.id}”.`,
            s.kind === 'steps' || s.kind === 'more'
              ? 'đặt title khác nhau cho từng phần'
              : 'gộp lại thành một phần',
            'duplicate section id',
          );
        sections.push(s);
      }
    } else {
      const found = blocks([n], 0, 'bài');
      const first = found[0];
      if (first !== undefined && sections.length > 0)
        refuse(
          n,
          'stray',
          'Có chữ nằm ngoài các phần.',
          'đưa vào một phần, ví dụ <More title="…">',
          'text outside a section',
        );
      intro.push(...found);
    }
  }
  return { tree: { intro, sections, mentions, links }, problems };
}

/** The parser's reason in plain words; it counts lines from the body's first. */
function tellSyntax(reason: string, firstLine: number): string {
  const open = /closing tag for `<([^>`]*)>` \((\d+):/.exec(reason);
  const met = /^Unexpected closing tag `(<[^`]*>)`/.exec(reason);
  if (open)
    return `thẻ <${open[1]}> mở ở dòng ${Number(open[2]) + firstLine - 1} chưa đóng${met ? ` mà đã gặp ${met[1]}` : ''}.`;
  return met ? `gặp ${met[1]} mà không có thẻ mở.` : 'máy không đọc được chỗ này.';
}

/** Resolves what inline components show; each returns plain words. */
export interface InlineWords {
  phone(id: string): string;
  guide(id: string): string;
}
const bare: InlineWords = { phone: (id) => id, guide: (id) => id };

/** Plain text of a run. */
export function plain(inlines: readonly Inline[], words: InlineWords = bare): string {
  return inlines
    .map((i) => ('text' in i ? i.text : i.kind === 'phone' ? words.phone(i.id) : words.guide(i.id)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Paragraphs, list items and table cells of blocks as plain lines, with the line they start on. Drawn screens and pictures are left out. */
export function blockLines(
  blocks: readonly Block[],
  words: InlineWords = bare,
): { text: string; line: number }[] {
  return blocks.flatMap((b): { text: string; line: number }[] => {
    switch (b.kind) {
      case 'paragraph':
        return [{ text: plain(b.inlines, words), line: b.line }];
      case 'list':
        return b.items.map((i) => ({ text: plain(i, words), line: b.line }));
      case 'table':
        return b.rows.flatMap((r) => r.map((c) => ({ text: plain(c, words), line: b.line })));
      case 'screen':
      case 'picture':
        return [];
      case 'warning':
      case 'tip':
        return [...(b.title ? [{ text: b.title, line: b.line }] : []), ...blockLines(b.blocks, words)];
    }
  });
}

/** All drawn screens of blocks. */
export function screensOf(blocks: readonly Block[]): ScreenDrawing[] {
  return blocks.flatMap((b) =>
    b.kind === 'screen' ? [b.screen] : b.kind === 'warning' || b.kind === 'tip' ? screensOf(b.blocks) : [],
  );
}

/** All line drawings of blocks. */
export function picturesOf(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((b) =>
    b.kind === 'picture' ? [b.picture] : b.kind === 'warning' || b.kind === 'tip' ? picturesOf(b.blocks) : [],
  );
}

/** What a drawn screen says to somebody who does not see it. */
export function screenWords(s: ScreenDrawing): string {
  const parts = [`Màn hình “${s.title}”`];
  if (s.says) parts.push(`hiện chữ: ${s.says}`);
  if (s.fields.length > 0) parts.push(`ô để điền: ${s.fields.join(', ')}`);
  if (s.rows.length > 0) parts.push(`các dòng: ${s.rows.join(', ')}`);
  if (s.buttons.length > 0) parts.push(`nút: ${s.buttons.join(', ')}`);
  return `${parts.join('; ')}.${s.press ? ` Bấm “${s.press}”.` : ''}`;
}
