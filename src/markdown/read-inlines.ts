/** Reads the runs of a sentence. */
import type { Link as LinkNode, Nodes, Text } from 'mdast';
import { mailAddressFault, outsideAddressFault } from '../domain/outside-address.ts';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import { components, shapeOf } from './components.ts';
import { knownComponent, readProps } from './props.ts';
import type { Jsx, Reading, Refusal } from './reading.ts';
import { imageCure, maxDepth, withAddresses } from './syntax.ts';
import { plain, type Inline } from './tree.ts';

/** The runs of a sentence. What may not stand there is refused and left out. */
export function readInlines(nodes: readonly Nodes[], reading: Reading, depth = 0, inLink = false): Inline[] {
  return nodes.flatMap((node) => {
    if (depth <= maxDepth) return readInline(node, reading, depth, inLink);
    reading.refuse(node, tooDeep);
    return [];
  });
}

export const tooDeep: Refusal = {
  rule: 'too-deep',
  message: 'Lồng quá sâu.',
  fix: 'viết phẳng hơn',
  hint: 'nesting too deep',
};

function readInline(node: Nodes, reading: Reading, depth: number, inLink: boolean): Inline[] {
  switch (node.type) {
    case 'text':
      return readText(node, reading, depth, inLink);
    case 'break':
      return [{ kind: 'break', text: ' ' }];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return readInlines(node.children, reading, depth + 1, inLink).map((inline) =>
        inline.kind === 'text' && inline.marks === undefined && node.type !== 'delete'
          ? { kind: node.type, text: inline.text }
          : { ...inline, marks: [node.type, ...(inline.marks ?? [])] },
      );
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'link':
      return [readLink(node, reading, depth)];
    case 'mdxJsxTextElement':
      return readInlineComponent(node, reading, depth);
    case 'mdxTextExpression':
      reading.refuse(node, {
        rule: 'expression',
        message: 'Có biểu thức trong ngoặc { }.',
        fix: 'thay { } bằng ngoặc tròn ( ), hoặc viết bằng chữ',
        hint: 'expressions are not allowed',
      });
      return [];
    case 'image':
    case 'imageReference':
      reading.refuse(node, {
        rule: 'image',
        message: 'Có ảnh chèn thẳng.',
        fix: imageCure,
        hint: 'images are not allowed here',
      });
      return [];
    default:
      reading.refuse(node, {
        rule: 'not-allowed',
        message: `Không dùng được kiểu viết “${node.type}” ở đây.`,
        fix: 'viết bằng chữ thường',
        hint: 'node type is not allowed',
      });
      return [];
  }
}

/** Marks that were meant to be markup and are none, so that readers see them. */
const looseMark = /\*\*|__|\]\s?\((?:https?:|mailto:|\/)|&(?:#\d+|[a-z]+);/iu;

function readText(node: Text, reading: Reading, depth: number, inLink: boolean): Inline[] {
  const hidden = reading.visible ? hiddenCharacter(node.value) : undefined;
  if (hidden !== undefined)
    reading.refuse(node, {
      rule: 'control',
      message: `Có ký tự ẩn ${hidden} viết bằng mã &…;.`,
      fix: 'thay mã ấy bằng chữ thường mà bạn muốn viết',
      hint: 'control character as an entity',
    });
  const loose = looseMark.exec(node.value)?.[0];
  if (loose !== undefined)
    reading.refuse(node, {
      rule: 'loose-mark',
      message: `Dấu “${loose.trim()}” không thành kiểu viết nào, hiện nguyên trên trang.`,
      fix: loose.startsWith('&')
        ? 'viết thẳng chữ hay dấu mà bạn muốn; dấu & đứng một mình viết &amp;'
        : loose.includes('[') || loose.includes(']')
          ? 'viết liền [chữ](https://…), đủ cả hai ngoặc'
          : 'đóng chữ đậm bằng ** sát chữ cuối; không định in đậm thì viết chữ thay dấu',
      hint: 'markup that is not closed',
    });
  const pieces = inLink ? [node] : withAddresses(node);
  return pieces.length === 1 && pieces[0]?.type === 'text'
    ? [{ kind: 'text', text: node.value }]
    : readInlines(pieces, reading, depth + 1, true);
}

function readLink(node: LinkNode, reading: Reading, depth: number): Inline {
  const { url } = node;
  const text = plain(readInlines(node.children, reading, depth + 1, true));
  if (reading.freePage && url.startsWith('/') && !url.startsWith('//')) {
    reading.mention('page', node, url);
    return { kind: 'page', to: url, text };
  }
  const fault = /^mailto:/i.test(url) ? mailAddressFault(url) : outsideAddressFault(url);
  if (fault)
    reading.refuse(node, {
      rule: 'link',
      message: `Liên kết “${url}” không dùng được.`,
      fix: /^[/.#]/.test(url)
        ? reading.freePage
          ? 'liên kết trong sổ tay bắt đầu bằng dấu /, ví dụ /du-lieu/, hoặc viết <Guide id="…" />'
          : 'liên kết trong sổ tay viết bằng <Guide id="…" />'
        : /^(?:tel|sms):/i.test(url)
          ? 'số điện thoại viết bằng <Phone id="…" />'
          : fault.cure,
      hint: `address refused: ${fault.cause}`,
    });
  reading.links.push({ url, text, line: reading.lineOf(node) });
  return { kind: 'link', url, text };
}

/** A component within a sentence. */
export function readInlineComponent(component: Jsx, reading: Reading, depth: number): Inline[] {
  if (!knownComponent(component, reading)) return [];
  if (shapeOf(component.name)?.place !== 'inline') {
    reading.refuse(component, {
      rule: 'place',
      message: `<${component.name}> nằm lẫn trong câu.`,
      fix: 'đưa xuống dòng riêng',
      hint: 'block component inside a line',
    });
    return [];
  }
  if (component.name === 'Term') return [readTerm(component, reading, depth)];
  if (component.name === 'Rule') return [readRule(component, reading)];
  if (component.name === 'Count' || component.name === 'Site') return readLive(component, reading);
  const kind = component.name === 'Phone' ? 'phone' : 'guide';
  const props = readProps(component, components[kind === 'phone' ? 'Phone' : 'Guide'].props, reading);
  refuseChildren(component, reading, `viết <${component.name} id="…" />`);
  reading.mention(kind, component, props?.id);
  return [{ kind, id: props?.id ?? '' }];
}

/** A number or a fact of the edition, which the page fills in. */
function readLive(component: Jsx, reading: Reading): Inline[] {
  if (component.name === 'Count') {
    refuseChildren(component, reading, 'viết <Count of="…" />');
    const of = readProps(component, components.Count.props, reading)?.of;
    return of === undefined ? [] : [{ kind: 'count', of }];
  }
  refuseChildren(component, reading, 'viết <Site show="…" />');
  const show = readProps(component, components.Site.props, reading)?.show;
  return show === undefined ? [] : [{ kind: 'site', show }];
}

function readTerm(component: Jsx, reading: Reading, depth: number): Inline {
  const id = readProps(component, components.Term.props, reading)?.id;
  reading.mention('term', component, id);
  const text = plain(readInlines(component.children, reading, depth + 1));
  if (text !== '' && component.children.some(({ type }) => type === 'mdxJsxTextElement' || type === 'link'))
    reading.refuse(component, {
      rule: 'place',
      message: '<Term> chứa khối hoặc liên kết khác.',
      fix: 'trong <Term> chỉ để chữ; đưa khối kia ra ngoài, viết liền sau',
      hint: 'only words inside a term',
    });
  if (text === '')
    reading.refuse(component, {
      rule: 'empty',
      message: '<Term> không có chữ bên trong.',
      fix: 'viết <Term id="otp">mã OTP</Term>',
      hint: 'term without text',
    });
  return { kind: 'term', id: id ?? '', text };
}

/** A figure of a rule; one that is not there has been named, so that the gate can tell. */
function readRule(component: Jsx, reading: Reading): Inline {
  const props = readProps(component, components.Rule.props, reading);
  refuseChildren(component, reading, 'viết <Rule id="…" />');
  if (props === undefined) return { kind: 'rule', id: '', text: '' };
  const { id } = props;
  reading.mention('rule', component, props);
  const figure = reading.find(id, props.part);
  return {
    kind: 'rule',
    id,
    text: figure?.text ?? id,
    ...(figure?.until === undefined ? {} : { until: { day: figure.until, ask: figure.ask } }),
  };
}

/** Refuses words inside a component that holds none. */
export function refuseChildren(component: Jsx, reading: Reading, fix: string): void {
  if (component.children.length > 0)
    reading.refuse(component, {
      rule: 'children',
      message: `<${component.name}> không chứa chữ bên trong.`,
      fix,
      hint: 'must be self-closing',
    });
}
