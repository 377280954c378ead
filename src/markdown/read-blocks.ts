/** Reads paragraphs, lists, tables, boxes, drawn screens and pictures. */
import type { List, ListItem as ItemNode, Nodes, Table } from 'mdast';
import pathsOn from '../domain/menu-paths.json' with { type: 'json' };
import { components, shapeOf, type PropsOf } from './components.ts';
import { knownComponent, readProps } from './props.ts';
import { readInlineComponent, readInlines, refuseChildren, tooDeep } from './read-inlines.ts';
import type { Jsx, Placed, Reading, Refusal } from './reading.ts';
import { maxDepth } from './syntax.ts';
import type { Block, Inline, ListBlock, ListItem, MadePart, MadeParts } from './tree.ts';

/** Blocks inside the component `inside`. What may not stand there is refused and left out. */
export function readBlocks(
  nodes: readonly Nodes[],
  reading: Reading,
  depth: number,
  inside: string,
): Block[] {
  return nodes.flatMap((node) => {
    if (depth <= maxDepth) return readBlock(node, reading, depth, inside);
    reading.refuse(node, tooDeep);
    return [];
  });
}

function readBlock(node: Nodes, reading: Reading, depth: number, inside: string): Block[] {
  const line = reading.lineOf(node);
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', line, inlines: readInlines(node.children, reading) }];
    case 'list':
      return [readList(node, reading)];
    case 'table':
      return [readTable(node, reading)];
    case 'heading':
      if (reading.freePage && node.depth === 3 && inside === 'Part')
        return [{ kind: 'heading', line, inlines: readInlines(node.children, reading) }];
      reading.refuse(node, reading.freePage ? pageHeading : blockRefusals.heading);
      return [];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return readBlockComponent(node, reading, depth, inside);
    default:
      reading.refuse(node, blockRefusals[node.type] ?? notAllowed(node.type));
      return [];
  }
}

/** What authors call what the parser found, with the cure of each. */
const writtenAs: Readonly<Record<string, readonly [name: string, cure: string]>> = {
  thematicBreak: ['vạch ngang ---', 'tách phần bằng <More title="…">; đoạn mới thì để một dòng trống'],
  code: [
    'khối mã ba dấu `',
    'bỏ ba dấu ` ở đầu và cuối, viết thành đoạn văn; chữ gõ máy để trong một cặp dấu `',
  ],
};

const notAllowed = (type: string): Refusal => ({
  rule: 'not-allowed',
  message: `Không dùng được kiểu viết “${writtenAs[type]?.[0] ?? type}”.`,
  fix: writtenAs[type]?.[1] ?? 'viết bằng đoạn văn, gạch đầu dòng hoặc khối trong docs/viet-bai.md',
  hint: 'node type is not allowed',
});

const pageHeading: Refusal = {
  rule: 'heading',
  message: 'Có tiêu đề # không đứng đúng chỗ.',
  fix: 'mỗi phần của trang viết <Part title="…">; tên phụ bên trong <Part> viết ### với ba dấu thăng',
  hint: 'only a third-level heading inside a part',
};

const blockRefusals: Readonly<Partial<Record<Nodes['type'], Refusal>> & { heading: Refusal }> = {
  heading: {
    rule: 'heading',
    message: 'Có tiêu đề # trong bài.',
    fix: 'tên một phần thì viết <More title="…">; chữ cần nổi thì bỏ dấu #, để trong **hai dấu sao**',
    hint: 'headings come from section components',
  },
  // A comment is refused too: whatever stands in braces is code, and `/* */ … /* */` looks like a comment.
  mdxFlowExpression: {
    rule: 'expression',
    message: 'Có biểu thức trong ngoặc { }.',
    fix: 'thay { } bằng ngoặc tròn ( ), viết bằng chữ; ghi chú cho người viết khác thì viết <!-- … -->',
    hint: 'expressions are not allowed',
  },
  mdxjsEsm: {
    rule: 'esm',
    message: 'Có import hoặc export trong bài.',
    fix: 'bỏ dòng này; các khối có sẵn không cần import',
    hint: 'import/export is not allowed',
  },
  blockquote: {
    rule: 'not-allowed',
    message: 'Có đoạn trích sau dấu >.',
    fix: 'trích văn bản thì viết <Quote rule="…">; lời người khác thì để trong “…”, bỏ dấu >',
    hint: 'blockquote: use <Quote> or quotation marks',
  },
  html: {
    rule: 'raw-html',
    message: 'Có thẻ HTML trong bài.',
    fix: 'dùng khối trong docs/viet-bai.md',
    hint: 'raw HTML is not allowed',
  },
};

/** The most that a phone can show: columns and rows of a table, parts of a drawn screen. */
const limits = { columns: 5, rows: 40, screen: 16 } as const;

/** Refuses more of something than a phone can show. */
function limited(node: Placed, reading: Reading, what: keyof typeof limits, count: number): void {
  if (count <= limits[what]) return;
  const name = { columns: 'cột', rows: 'dòng', screen: 'nút, dòng và ô' }[what];
  reading.refuse(node, {
    rule: 'too-many-parts',
    message: `${what === 'screen' ? 'Màn hình vẽ' : 'Bảng'} có ${count} ${name}, điện thoại không hiện hết.`,
    fix: `tách ra, mỗi ${what === 'screen' ? 'màn hình' : 'bảng'} nhiều nhất ${limits[what]} ${name}`,
    hint: `at most ${limits[what]} of ${what}`,
  });
}

/** What a table must be for each cell to be read under its head. */
function tableFault(node: Table): Refusal | undefined {
  const [head, ...rows] = node.children;
  const columns = head?.children.length ?? 0;
  const odd = rows.find((row) => row.children.length !== columns);
  const told = { rule: 'table-shape', hint: 'rows and head of a table differ' } as const;
  if (rows.length === 0)
    return {
      ...told,
      message: 'Bảng chỉ có dòng tên cột.',
      fix: 'viết ít nhất một dòng dưới dòng | --- |, hoặc viết thành câu',
    };
  if (odd !== undefined)
    return {
      ...told,
      message: `Bảng có ${columns} cột mà một dòng có ${odd.children.length} ô.`,
      fix: `viết mỗi dòng đủ ${columns} ô, ô trống để | |; chữ có dấu | viết \\|`,
    };
  return head?.children.every((cell) => cell.children.length === 0)
    ? { ...told, message: 'Bảng không có tên cột.', fix: 'viết tên từng cột ở dòng đầu của bảng' }
    : undefined;
}

function readTable(node: Table, reading: Reading): Block & { readonly kind: 'table' } {
  const fault = tableFault(node);
  if (fault !== undefined) reading.refuse(node, fault);
  limited(node, reading, 'columns', Math.max(...node.children.map((row) => row.children.length)));
  limited(node, reading, 'rows', node.children.length);
  return {
    kind: 'table',
    line: reading.lineOf(node),
    rows: node.children.map((row) => row.children.map((cell) => readInlines(cell.children, reading))),
  };
}

function readList(node: List, reading: Reading, layer = 1): ListBlock {
  const ordered = node.ordered === true;
  const { start } = node;
  return {
    kind: 'list',
    line: reading.lineOf(node),
    ordered,
    ...(ordered && typeof start === 'number' && start !== 1 ? { start } : {}),
    items: node.children.map((item) => readItem(item, reading, layer)),
  };
}

/** Lists in lists that a reader still keeps apart. */
const layers = 2;

function readItem(item: ItemNode, reading: Reading, layer: number): ListItem {
  const [first, second, ...rest] = item.children;
  if (typeof item.checked === 'boolean')
    reading.refuse(item, {
      rule: 'list-item',
      message: 'Gạch đầu dòng có ô đánh dấu [ ].',
      fix: 'bỏ ngoặc vuông, viết thành câu',
      hint: 'task list item',
    });
  const below = second?.type === 'list' ? second : undefined;
  const [odd] = below === undefined && second !== undefined ? [second] : rest;
  if (odd !== undefined)
    reading.refuse(odd, {
      rule: 'list-item',
      message: 'Một gạch đầu dòng có nhiều đoạn.',
      fix: 'tách thành nhiều gạch đầu dòng, hoặc viết thành một câu',
      hint: 'one paragraph and one list per list item',
    });
  if (below !== undefined && layer >= layers)
    reading.refuse(below, {
      rule: 'nested-list',
      message: 'Danh sách lồng tới tầng thứ ba.',
      fix: 'bớt một tầng: viết thụt vào bằng tầng thứ hai, hoặc gộp vào câu ở trên',
      hint: 'a list in a list in a list',
    });
  if (first === undefined)
    reading.refuse(item, {
      rule: 'list-item',
      message: 'Gạch đầu dòng để trống.',
      fix: 'viết chữ sau dấu gạch, hoặc nối với dòng trên',
      hint: 'empty list item',
    });
  if (first?.type === 'paragraph')
    return {
      inlines: readInlines(first.children, reading),
      ...(below && { below: readList(below, reading, layer + 1) }),
    };
  if (first !== undefined)
    reading.refuse(first, {
      rule: 'list-item',
      message: 'Gạch đầu dòng không phải câu chữ.',
      fix: 'viết chữ sau dấu gạch',
      hint: 'list item must be text',
    });
  return { inlines: [] };
}

function readBlockComponent(component: Jsx, reading: Reading, depth: number, inside: string): Block[] {
  const shape = shapeOf(component.name);
  const line = reading.lineOf(component);
  if (shape?.place === 'inline')
    return [{ kind: 'paragraph', line, inlines: readInlineComponent(component, reading, depth) }];
  if (!knownComponent(component, reading) || shape === undefined) return [];
  if (shape.place !== 'block') {
    const where = shape.place === 'top' ? 'ngoài cùng của bài' : `bên trong <${shape.place.in}>`;
    reading.refuse(component, {
      rule: 'place',
      message: `<${component.name}> nằm trong <${inside}>.`,
      fix: `đặt <${component.name}> ${where}`,
      hint: 'component in the wrong place',
    });
    return [];
  }
  if (component.name === 'Screen') {
    const screen = readProps(component, components.Screen.props, reading);
    refuseChildren(component, reading, 'viết <Screen title="…" … />');
    if (screen !== undefined) limited(component, reading, 'screen', Object.values(screen).flat().length - 1);
    return screen ? [{ kind: 'screen', line, screen }] : [];
  }
  if (component.name === 'Picture') {
    const picture = readProps(component, components.Picture.props, reading);
    refuseChildren(component, reading, 'viết <Picture name="…" alt="…" />');
    return picture ? [{ kind: 'picture', line, picture }] : [];
  }
  if (component.name === 'Table') return readNamedTable(component, reading);
  if (shape.freePages) return readMade(component, reading);
  const blocks = readBlocks(component.children, reading, depth + 1, component.name ?? '');
  needed(component, blocks, reading);
  if (component.name === 'Path') {
    const props = readProps(component, components.Path.props, reading);
    return props ? [{ kind: 'path', line, title: pathTitle(props), blocks }] : [];
  }
  if (component.name === 'Quote') return readQuote(component, blocks, reading);
  const kind = component.name === 'Warning' ? 'warning' : 'tip';
  const props = readProps(component, components[kind === 'warning' ? 'Warning' : 'Tip'].props, reading);
  return [{ kind, line, ...props, blocks }];
}

/** The words of a legal text, and below them its article and name; the rule says until when they hold. */
function readQuote(component: Jsx, blocks: readonly Block[], reading: Reading): Block[] {
  const rule = readProps(component, components.Quote.props, reading)?.rule;
  if (rule === undefined) return [];
  const line = reading.lineOf(component);
  reading.mention('rule', component, { id: rule, part: 'dieu' });
  // An article tells no last day; the rule's first figure does.
  const { until, ask = '' } = reading.find(rule) ?? {};
  const source: Inline = {
    kind: 'rule',
    id: rule,
    text: `(${reading.find(rule, 'dieu')?.text ?? rule})`,
    ...(until !== undefined && { until: { day: until, ask } }),
  };
  return [
    { kind: 'quote', line, blocks },
    { kind: 'paragraph', line, inlines: [source] },
  ];
}

/** What a folded path is called: `Samsung (One UI 7 trở đi)`. */
function pathTitle({ on, version }: PropsOf<'Path'>): string {
  const name = Object.entries(pathsOn).find(([, written]) => written === on)?.[0] ?? on;
  return version === undefined ? name : `${name} (${version})`;
}

/** A table with a name, which folds to cards on a narrow screen. */
function readNamedTable(component: Jsx, reading: Reading): Block[] {
  const props = readProps(component, components.Table.props, reading);
  const [only, ...others] = component.children;
  if (only?.type === 'table' && others.length === 0)
    return [{ ...readTable(only, reading), ...(props ?? {}) }];
  reading.refuse(component, {
    rule: 'children',
    message: '<Table> phải chứa đúng một bảng.',
    fix: 'giữa <Table title="…"> và </Table> để một bảng Markdown, có dòng trống trước và sau',
    hint: 'a named table holds one table',
  });
  return [];
}

/** A part of a free page that the product draws. */
function readMade(component: Jsx, reading: Reading): Block[] {
  refuseChildren(component, reading, `viết <${component.name} … />`);
  const part = made[component.name ?? '']?.(component, reading);
  return part === undefined ? [] : [{ kind: 'made', line: reading.lineOf(component), part }];
}

/** How each such part is read. */
const made: Readonly<Record<string, (component: Jsx, reading: Reading) => MadePart | undefined>> = {
  Guides: (at, reading) => part('Guides', readProps(at, components.Guides.props, reading)),
  Qr: (at, reading) => part('Qr', readProps(at, components.Qr.props, reading)),
  Block: (at, reading) => part('Block', readProps(at, components.Block.props, reading)),
  Photo: (at, reading) => {
    const props = readProps(at, components.Photo.props, reading);
    return props && part('Photos', { ids: [props.id] });
  },
  Gallery: (at, reading) => part('Photos', readProps(at, components.Gallery.props, reading)),
  Targets: (at, reading) => part('Targets', readProps(at, components.Targets.props, reading)),
  Calendar: (at, reading) => part('Calendar', readProps(at, components.Calendar.props, reading)),
  Hotlines: (at, reading) => part('Calls', readProps(at, components.Hotlines.props, reading)),
  Contact: (at, reading) => part('Contact', readProps(at, components.Contact.props, reading)),
  Download: (at, reading) => part('Download', readProps(at, components.Download.props, reading)),
};
const part = <Name extends keyof MadeParts>(name: Name, props: MadeParts[Name] | undefined) =>
  props && { name, props };

/** Refuses a component that holds nothing, unless something in it was refused already. */
export function needed(component: Jsx, found: Block[], reading: Reading): Block[] {
  if (found.length === 0 && !reading.faultWithin(component))
    reading.refuse(component, {
      rule: 'empty',
      message: `<${component.name}> để trống.`,
      fix: 'viết nội dung, hoặc bỏ khối này',
      hint: 'empty component',
    });
  return found;
}
