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
import type { BodyRule } from './faults.ts';
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
const isAutolink = (item: { name?: string | undefined }): boolean => /Autolink$/.test(item.name ?? '');
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

/** Made once: putting the extensions together costs more than a short text. They keep nothing between texts. */
const syntax = {
  extensions: [gfmSyntax, mdxjs()],
  mdastExtensions: [gfmTree.map(({ transforms: _, ...item }) => item), mdxFromMarkdown()],
};

/** A run of text, with the addresses in it as links, each in its place. */
function withAddresses(textNode: Text): PhrasingContent[] {
  if (!anyAddress.test(textNode.value)) return [textNode];
  const holder: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: textNode.value }] }],
  };
  for (const find of findAddresses) find(holder);
  const found = (holder.children[0] as Paragraph).children;
  let { line, column } = textNode.position?.start ?? { line: 1, column: 1 };
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
function shapeOf(component: Jsx): (typeof components)[string] | undefined {
  return component.name !== null && Object.hasOwn(components, component.name)
    ? components[component.name]
    : undefined;
}

/** First line, from 1, whose nesting could exhaust the parser's time or stack. Takes time in proportion to the text. */
function tooDeepLine(body: string): number | undefined {
  const marker = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let open = 0;
  for (const [index, line] of body.split('\n').entries()) {
    let markers = 0;
    marker.lastIndex = 0;
    while (marker.test(line)) markers++;
    const indent = /^[ \t]*/.exec(line)![0].replaceAll('\t', '    ').length;
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

/** Splits a list prop: `A | B`. */
export function splitList(fields: string | undefined): string[] {
  return (fields ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
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
  const lineOf = (item: { position?: { start: { line: number } } | undefined }): number =>
    (item.position?.start.line ?? 1) + firstLine - 1;
  const refuse = (
    item: { position?: { start: { line: number; column: number } } | undefined },
    rule: BodyRule,
    message: string,
    fix: string,
    hint: string,
  ): void => {
    problems.push({
      file,
      line: lineOf(item),
      column: item.position?.start.column ?? 0,
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
    const otherError = error as {
      line?: number;
      column?: number;
      place?: { line?: number; column?: number; start?: { line: number; column: number } };
      reason?: string;
      message: string;
    };
    // An expression without its end is missed at the end of the file; its author looks for where it opens.
    const brace = /^Unexpected end of file in expression/.test(otherError.reason ?? '')
      ? body.split('\n').findIndex((line) => line.trimStart().startsWith('{'))
      : -1;
    const start =
      brace >= 0
        ? { line: brace + 1, column: 1 }
        : {
            line: otherError.line ?? otherError.place?.line ?? otherError.place?.start?.line ?? 1,
            column: otherError.column ?? otherError.place?.column ?? otherError.place?.start?.column ?? 1,
          };
    if (error instanceof RangeError)
      refuse(
        { position: { start } },
        'too-deep',
        'Lồng quá sâu.',
        'viết phẳng hơn, tối đa ba tầng',
        otherError.message,
      );
    else
      refuse(
        { position: { start } },
        'mdx-syntax',
        `Khối viết chưa đúng: ${tellSyntax(otherError.reason ?? otherError.message, firstLine)}`,
        'kiểm tra dấu <, >, / và thẻ đóng; dấu { } và < trong câu thì viết bằng chữ',
        (otherError.reason ?? otherError.message).replace(/ \(\d+:\d+-\d+:\d+\)/, ''),
      );
    return { tree: empty, problems };
  }

  // Hidden characters in the bytes are told by the reader of files; here only those that entities bring in.
  const visible = hiddenCharacter(body) === undefined;
  const mentions: Mention[] = [];
  const links: { url: string; text: string; line: number }[] = [];

  function props(component: Jsx): Record<string, string> | undefined {
    const shape = shapeOf(component);
    if (!shape) {
      const name = component.name ?? '';
      const like = nearest(name, Object.keys(components));
      const html = /^[a-z]/.test(name);
      refuse(
        component,
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
    for (const attribute of component.attributes) {
      if (
        attribute.type !== 'mdxJsxAttribute' ||
        (attribute.value !== null && typeof attribute.value !== 'string')
      ) {
        refuse(
          component,
          'expression',
          `<${component.name}> có thuộc tính viết bằng ngoặc { }.`,
          'viết giá trị trong ngoặc kép, ví dụ: title="Bấm nút"',
          'only literal props are allowed',
        );
      } else if (!Object.hasOwn(shape.props, attribute.name)) {
        const known = Object.keys(shape.props);
        const like = nearest(attribute.name, known);
        refuse(
          component,
          'unknown-prop',
          `<${component.name}> không có thuộc tính “${attribute.name}”.`,
          like
            ? `có phải “${like}”?`
            : known.length > 0
              ? `dùng được: ${known.join(', ')}`
              : `viết điều ấy thành chữ bên trong <${component.name}>, rồi bỏ thuộc tính này`,
          'unknown prop',
        );
      } else if (seen.has(attribute.name)) {
        refuse(
          component,
          'duplicate-prop',
          `<${component.name}> ghi “${attribute.name}” hai lần.`,
          'giữ một',
          'prop is written twice',
        );
      } else if (visible && attribute.value !== null && hiddenCharacter(attribute.value) !== undefined) {
        refuse(
          component,
          'control',
          `Thuộc tính “${attribute.name}” có ký tự ẩn ${hiddenCharacter(attribute.value)}.`,
          'thay ký tự ấy bằng chữ thường mà bạn muốn viết',
          'control character in a prop',
        );
      } else if (attribute.value === null || attribute.value.trim() === '') {
        refuse(
          component,
          'empty-prop',
          `Thuộc tính “${attribute.name}” của <${component.name}> để trống.`,
          'viết giá trị trong ngoặc kép',
          'empty prop',
        );
      } else {
        found[attribute.name] = attribute.value.replace(/\s+/g, ' ').trim();
      }
      if (attribute.type === 'mdxJsxAttribute') seen.add(attribute.name);
    }
    for (const [name, required] of Object.entries(shape.props)) {
      if (
        required &&
        found[name] === undefined &&
        !problems.some(
          (problem) =>
            problem.line === lineOf(component) &&
            (problem.rule === 'empty-prop' || problem.rule === 'expression'),
        )
      ) {
        refuse(
          component,
          'missing-prop',
          `<${component.name}> thiếu “${name}”.`,
          `viết <${component.name} ${name}="…">`,
          'required prop is missing',
        );
      }
    }
    return found;
  }

  function inlines(nodes: readonly Nodes[], depth = 0, inLink = false): Inline[] {
    return nodes.flatMap((otherNodes): Inline[] => {
      if (depth > maxDepth) {
        refuse(otherNodes, 'too-deep', 'Lồng quá sâu.', 'viết phẳng hơn', 'nesting too deep');
        return [];
      }
      switch (otherNodes.type) {
        case 'text': {
          const hidden = visible ? hiddenCharacter(otherNodes.value) : undefined;
          if (hidden !== undefined)
            refuse(
              otherNodes,
              'control',
              `Có ký tự ẩn ${hidden} viết bằng mã &…;.`,
              'thay mã ấy bằng chữ thường mà bạn muốn viết',
              'control character as an entity',
            );
          const pieces = inLink ? [otherNodes] : withAddresses(otherNodes);
          return pieces.length === 1 && pieces[0]!.type === 'text'
            ? [{ kind: 'text', text: otherNodes.value }]
            : inlines(pieces, depth + 1, true);
        }
        case 'break':
          return [{ kind: 'break', text: ' ' }];
        case 'strong':
        case 'emphasis':
        case 'delete':
          return inlines(otherNodes.children, depth + 1, inLink).map((inline) =>
            inline.kind === 'text' && inline.marks === undefined && otherNodes.type !== 'delete'
              ? { kind: otherNodes.type, text: inline.text }
              : { ...inline, marks: [otherNodes.type, ...(inline.marks ?? [])] },
          );
        case 'inlineCode':
          return [{ kind: 'code', text: otherNodes.value }];
        case 'link': {
          const text = plain(inlines(otherNodes.children, depth + 1, true));
          const fault = /^mailto:/i.test(otherNodes.url)
            ? mailAddressFault(otherNodes.url)
            : outsideAddressFault(otherNodes.url);
          if (fault) {
            const cure = /^[/.#]/.test(otherNodes.url)
              ? 'liên kết trong sổ tay viết bằng <Guide id="…" />'
              : /^(?:tel|sms):/i.test(otherNodes.url)
                ? 'số điện thoại viết bằng <Phone id="…" />'
                : fault.cure;
            refuse(
              otherNodes,
              'link',
              `Liên kết “${otherNodes.url}” không dùng được.`,
              cure,
              `address refused: ${fault.cause}`,
            );
          }
          links.push({ url: otherNodes.url, text, line: lineOf(otherNodes) });
          return [{ kind: 'link', url: otherNodes.url, text }];
        }
        case 'mdxJsxTextElement':
          return inlineComponent(otherNodes, depth);
        case 'mdxTextExpression':
          refuse(
            otherNodes,
            'expression',
            'Có biểu thức trong ngoặc { }.',
            'bỏ ngoặc nhọn, viết bằng chữ',
            'expressions are not allowed',
          );
          return [];
        case 'image':
        case 'imageReference':
          refuse(
            otherNodes,
            'image',
            'Có ảnh chèn thẳng.',
            'vẽ màn hình bằng <Screen …>; ảnh chụp thật không dùng trong bài',
            'images are not allowed here',
          );
          return [];
        default:
          refuse(
            otherNodes,
            'not-allowed',
            `Không dùng được kiểu viết “${otherNodes.type}” ở đây.`,
            'viết bằng chữ thường',
            'node type is not allowed',
          );
          return [];
      }
    });
  }

  function inlineComponent(component: Jsx, depth: number): Inline[] {
    const attributes = props(component);
    if (!attributes) return [];
    if (components[component.name!]!.place !== 'inline') {
      refuse(
        component,
        'place',
        `<${component.name}> nằm lẫn trong câu.`,
        'đưa xuống dòng riêng',
        'block component inside a line',
      );
      return [];
    }
    const where = {
      id: attributes['id'] ?? '',
      line: lineOf(component),
      column: component.position?.start.column ?? 0,
    };
    if (component.name === 'Term') {
      mentions.push({ kind: 'term', ...where });
      const text = plain(inlines(component.children as PhrasingContent[], depth + 1));
      if (text === '')
        refuse(
          component,
          'empty',
          '<Term> không có chữ bên trong.',
          'viết <Term id="otp">mã OTP</Term>',
          'term without text',
        );
      return [{ kind: 'term', id: where.id, text }];
    }
    const kind = component.name === 'Phone' ? 'phone' : 'guide';
    if (component.children.length > 0)
      refuse(
        component,
        'children',
        `<${component.name}> không chứa chữ bên trong.`,
        `viết <${component.name} id="…" />`,
        'must be self-closing',
      );
    mentions.push({ kind, ...where });
    return [{ kind, id: where.id }];
  }

  function blocks(nodes: readonly Nodes[], depth: number, inside: string): Block[] {
    return nodes.flatMap((otherNodes): Block[] => {
      if (depth > maxDepth) {
        refuse(otherNodes, 'too-deep', 'Lồng quá sâu.', 'viết phẳng hơn', 'nesting too deep');
        return [];
      }
      switch (otherNodes.type) {
        case 'paragraph':
          return [{ kind: 'paragraph', line: lineOf(otherNodes), inlines: inlines(otherNodes.children) }];
        case 'list': {
          const items = otherNodes.children.map((item) => {
            const [first, ...rest] = item.children;
            if (typeof item.checked === 'boolean')
              refuse(
                item,
                'list-item',
                'Gạch đầu dòng có ô đánh dấu [ ].',
                'bỏ ngoặc vuông, viết thành câu',
                'task list item',
              );
            if (rest.length > 0 && !rest.every((item) => item.type === 'list'))
              refuse(
                rest[0]!,
                'list-item',
                'Một gạch đầu dòng có nhiều đoạn.',
                'tách thành nhiều gạch đầu dòng, hoặc viết thành một câu',
                'one paragraph per list item',
              );
            if (rest.some((item) => item.type === 'list'))
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
              line: lineOf(otherNodes),
              ordered: otherNodes.ordered === true,
              ...(otherNodes.ordered === true &&
              typeof otherNodes.start === 'number' &&
              otherNodes.start !== 1
                ? { start: otherNodes.start }
                : {}),
              items,
            },
          ];
        }
        case 'table':
          return [
            {
              kind: 'table',
              line: lineOf(otherNodes),
              rows: otherNodes.children.map((child) =>
                child.children.map((otherChild) => inlines(otherChild.children)),
              ),
            },
          ];
        case 'mdxJsxFlowElement':
        case 'mdxJsxTextElement':
          return blockComponent(otherNodes, depth, inside);
        case 'heading':
          refuse(
            otherNodes,
            'heading',
            'Có tiêu đề # trong bài.',
            'dùng các phần trong docs/viet-bai.md, ví dụ <Needs>, <Steps>, <More title="…">',
            'headings come from section components',
          );
          return [];
        // A comment is refused too: whatever stands in braces is code, and `/* */ … /* */` looks like a comment.
        case 'mdxFlowExpression':
          refuse(
            otherNodes,
            'expression',
            'Có biểu thức trong ngoặc { }.',
            'bỏ ngoặc nhọn, viết bằng chữ; ghi chú riêng thì để ở phần đầu tệp, sau dấu #',
            'expressions are not allowed',
          );
          return [];
        case 'mdxjsEsm':
          refuse(
            otherNodes,
            'esm',
            'Có import hoặc export trong bài.',
            'bỏ dòng này; các khối có sẵn không cần import',
            'import/export is not allowed',
          );
          return [];
        case 'html':
          refuse(
            otherNodes,
            'raw-html',
            'Có thẻ HTML trong bài.',
            'dùng khối trong docs/viet-bai.md',
            'raw HTML is not allowed',
          );
          return [];
        default:
          refuse(
            otherNodes,
            'not-allowed',
            `Không dùng được kiểu viết “${otherNodes.type}”.`,
            'viết bằng đoạn văn, gạch đầu dòng hoặc khối trong docs/viet-bai.md',
            'node type is not allowed',
          );
          return [];
      }
    });
  }

  function blockComponent(component: Jsx, depth: number, inside: string): Block[] {
    const shape = shapeOf(component);
    if (shape?.place === 'inline')
      return [{ kind: 'paragraph', line: lineOf(component), inlines: inlineComponent(component, depth) }];
    const attributes = props(component);
    if (!attributes || !shape) return [];
    if (shape.place !== 'block') {
      const where = shape.place === 'top' ? 'ngoài cùng của bài' : `bên trong <${shape.place.in}>`;
      refuse(
        component,
        'place',
        `<${component.name}> nằm trong <${inside}>.`,
        `đặt <${component.name}> ${where}`,
        'component in the wrong place',
      );
      return [];
    }
    if (component.name === 'Screen') {
      if (component.children.length > 0)
        refuse(
          component,
          'children',
          '<Screen> không chứa chữ bên trong.',
          'viết <Screen title="…" … />',
          'must be self-closing',
        );
      const screen: ScreenDrawing = {
        title: attributes['title'] ?? '',
        ...(attributes['says'] ? { says: attributes['says'] } : {}),
        fields: splitList(attributes['fields']),
        rows: splitList(attributes['rows']),
        buttons: splitList(attributes['buttons']),
        ...(attributes['press'] ? { press: attributes['press'] } : {}),
      };
      if (
        screen.press !== undefined &&
        ![...screen.buttons, ...screen.rows, ...screen.fields].includes(screen.press)
      ) {
        refuse(
          component,
          'screen-press',
          `press="${screen.press}" không có trong buttons, rows hay fields.`,
          `chọn một trong: ${[...screen.buttons, ...screen.rows, ...screen.fields].join(', ') || '(chưa có nút nào)'}`,
          'press must name a button, row or field',
        );
      }
      return [{ kind: 'screen', line: lineOf(component), screen }];
    }
    if (component.name === 'Picture') {
      if (component.children.length > 0)
        refuse(
          component,
          'children',
          '<Picture> không chứa chữ bên trong.',
          'viết <Picture name="…" alt="…" />',
          'must be self-closing',
        );
      const name = pictureNames.find((candidate) => candidate === attributes['name']);
      if (name === undefined) {
        const like = nearest(attributes['name'] ?? '', pictureNames);
        if (attributes['name'] !== undefined)
          refuse(
            component,
            'picture-name',
            `Không có hình vẽ tên “${attributes['name']}”.`,
            like !== undefined ? `có phải “${like}”?` : `chọn một trong: ${pictureNames.join(', ')}`,
            'picture is not in the set',
          );
        return [];
      }
      return [{ kind: 'picture', line: lineOf(component), picture: { name, alt: attributes['alt'] ?? '' } }];
    }
    const kind = component.name === 'Warning' ? 'warning' : 'tip';
    return [
      {
        kind,
        line: lineOf(component),
        ...(attributes['title'] ? { title: attributes['title'] } : {}),
        blocks: need(component, blocks(component.children as Nodes[], depth + 1, component.name!)),
      },
    ];
  }

  function need(component: Jsx, found: Block[]): Block[] {
    if (
      found.length === 0 &&
      !problems.some(
        (problem) =>
          problem.line >= lineOf(component) &&
          problem.line <= (component.position?.end.line ?? 0) + firstLine - 1,
      )
    )
      refuse(
        component,
        'empty',
        `<${component.name}> để trống.`,
        'viết nội dung, hoặc bỏ khối này',
        'empty component',
      );
    return found;
  }

  function section(component: Jsx): Section | undefined {
    const name = component.name as SectionComponent;
    const attributes = props(component);
    if (!attributes) return undefined;
    const kind = sectionKinds[name];
    const title = attributes['title'] ?? sectionTitles[kind];
    const id =
      attributes['title'] !== undefined && kind !== 'story' ? slug(attributes['title']) : sectionIds[kind];
    if (id === '')
      refuse(
        component,
        'empty-prop',
        `Thuộc tính “title” của <${name}> không có chữ nào.`,
        'viết tên phần bằng chữ',
        'title gives no section id',
      );
    const base = { kind, id, title, line: lineOf(component), blocks: [], steps: [], cases: [], contacts: [] };
    const only = components[name]!.children;
    if (typeof only === 'object') {
      const parts: Jsx[] = [];
      for (const child of component.children as Nodes[]) {
        if (
          (child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement') &&
          child.name === only.only
        )
          parts.push(child);
        else if (
          child.type === 'paragraph' &&
          child.children.every(
            (otherChild) =>
              (otherChild.type === 'mdxJsxTextElement' && otherChild.name === only.only) ||
              (otherChild.type === 'text' && otherChild.value.trim() === ''),
          )
        ) {
          parts.push(
            ...child.children.filter(
              (otherChild): otherChild is MdxJsxTextElement => otherChild.type === 'mdxJsxTextElement',
            ),
          );
        } else
          refuse(
            child,
            'children',
            `Trong <${name}> có chữ nằm ngoài <${only.only}>.`,
            `đưa vào một <${only.only} …>, hoặc đưa ra ngoài <${name}>`,
            `only ${only.only} may stand here`,
          );
      }
      if (parts.length === 0)
        refuse(
          component,
          'empty',
          `<${name}> chưa có <${only.only}> nào.`,
          `thêm <${only.only} …>`,
          'empty section',
        );
      const inner = (otherComponent: Jsx): Block[] =>
        blocks(
          otherComponent.type === 'mdxJsxTextElement'
            ? [{ type: 'paragraph', children: otherComponent.children as PhrasingContent[] }]
            : (otherComponent.children as Nodes[]),
          2,
          otherComponent.name!,
        );
      if (name === 'Steps') {
        lists++;
        return {
          ...base,
          steps: parts.map((part, index) => placeStep(part, index + 1, need(part, inner(part)))),
        };
      }
      return {
        ...base,
        cases: parts.map((part) => {
          const otherAttributes = props(part) ?? {};
          return {
            line: lineOf(part),
            sees: otherAttributes['sees'] ?? '',
            ...(otherAttributes['means'] ? { means: otherAttributes['means'] } : {}),
            blocks: need(part, inner(part)),
          };
        }),
      };
    }
    const content = blocks(component.children as Nodes[], 1, name);
    if (name === 'Call')
      return {
        ...base,
        blocks: content,
        contacts: (attributes['ids'] ?? '').split(/[,\s]+/).filter((part) => part !== ''),
      };
    return { ...base, blocks: need(component, content) };
  }

  /** Lists of steps met so far, and the last of their steps. */
  let lists = 0;
  let last: Writable<Step> | undefined;
  function placeStep(component: Jsx, number: number, content: Block[]): Step {
    const id = lists === 1 ? `buoc-${number}` : `buoc-${lists}-${number}`;
    const step: Writable<Step> = {
      line: lineOf(component),
      title: props(component)?.['title'] ?? '',
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
  for (const child of root.children as Nodes[]) {
    const isJsx = child.type === 'mdxJsxFlowElement' || child.type === 'mdxJsxTextElement';
    if (isJsx && child.name !== null && Object.hasOwn(sectionKinds, child.name)) {
      if (grammar === 'prose') {
        refuse(
          child,
          'place',
          `<${child.name}> không dùng trong loại tệp này.`,
          'chỉ viết đoạn văn',
          'prose only',
        );
        continue;
      }
      if (grammar === 'easy-read' && child.name !== 'Steps') {
        refuse(
          child,
          'place',
          `Bản dễ đọc chỉ có <Steps>, gặp <${child.name}>.`,
          'đưa ý này vào một <Step>',
          'easy-read has steps only',
        );
        continue;
      }
      if (grammar !== 'lesson' && lessonOnly.has(child.name)) {
        refuse(
          child,
          'place',
          `<${child.name}> chỉ dùng trong bài chợ số.`,
          'dùng <More title="…"> hoặc <Practice>',
          'lesson-only section',
        );
        continue;
      }
      const parsed = section(child);
      if (parsed) {
        if (sections.some((section) => section.id === parsed.id))
          refuse(
            child,
            'duplicate-section',
            `Có hai phần cùng mã “${parsed.id}”.`,
            parsed.kind === 'steps' || parsed.kind === 'more'
              ? 'đặt title khác nhau cho từng phần'
              : 'gộp lại thành một phần',
            'duplicate section id',
          );
        sections.push(parsed);
      }
    } else {
      const found = blocks([child], 0, 'bài');
      const first = found[0];
      if (first !== undefined && sections.length > 0)
        refuse(
          child,
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
    .map((inline) =>
      'text' in inline
        ? inline.text
        : inline.kind === 'phone'
          ? words.phone(inline.id)
          : words.guide(inline.id),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Paragraphs, list items and table cells of blocks as plain lines, with the line they start on. Drawn screens and pictures are left out. */
export function blockLines(
  blocks: readonly Block[],
  words: InlineWords = bare,
): { text: string; line: number }[] {
  return blocks.flatMap((block): { text: string; line: number }[] => {
    switch (block.kind) {
      case 'paragraph':
        return [{ text: plain(block.inlines, words), line: block.line }];
      case 'list':
        return block.items.map((inlines) => ({ text: plain(inlines, words), line: block.line }));
      case 'table':
        return block.rows.flatMap((row) =>
          row.map((inlines) => ({ text: plain(inlines, words), line: block.line })),
        );
      case 'screen':
      case 'picture':
        return [];
      case 'warning':
      case 'tip':
        return [
          ...(block.title ? [{ text: block.title, line: block.line }] : []),
          ...blockLines(block.blocks, words),
        ];
    }
  });
}

/** All drawn screens of blocks. */
export function screensOf(blocks: readonly Block[]): ScreenDrawing[] {
  return blocks.flatMap((block) =>
    block.kind === 'screen'
      ? [block.screen]
      : block.kind === 'warning' || block.kind === 'tip'
        ? screensOf(block.blocks)
        : [],
  );
}

/** All line drawings of blocks. */
export function picturesOf(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) =>
    block.kind === 'picture'
      ? [block.picture]
      : block.kind === 'warning' || block.kind === 'tip'
        ? picturesOf(block.blocks)
        : [],
  );
}

/** What a drawn screen says to somebody who does not see it. */
export function screenWords(drawing: ScreenDrawing): string {
  const parts = [`Màn hình “${drawing.title}”`];
  if (drawing.says) parts.push(`hiện chữ: ${drawing.says}`);
  if (drawing.fields.length > 0) parts.push(`ô để điền: ${drawing.fields.join(', ')}`);
  if (drawing.rows.length > 0) parts.push(`các dòng: ${drawing.rows.join(', ')}`);
  if (drawing.buttons.length > 0) parts.push(`nút: ${drawing.buttons.join(', ')}`);
  return `${parts.join('; ')}.${drawing.press ? ` Bấm “${drawing.press}”.` : ''}`;
}
