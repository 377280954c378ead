/**
 * A body as the desk edits it: parts of the closed grammar with their props, paragraphs, lists and tables as
 * runs of words. Unlike the tree that pages are drawn from, it keeps what was written (the name of a rule
 * and not its figure), and each part remembers the bytes it was read from.
 */
import type { List, Nodes, PhrasingContent } from 'mdast';
import { shapeOf } from '../markdown/components.ts';
import type { Jsx } from '../markdown/reading.ts';
import { parseSyntax } from '../markdown/syntax.ts';
import type { Mark } from '../markdown/tree.ts';

/** Words, or a piece that shows something: a term, a telephone number, another guide, a figure of a rule. */
export type Run = (
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | {
      readonly kind: 'piece';
      readonly name: string;
      readonly props: Readonly<Record<string, string>>;
      /** Words inside; empty for pieces that hold none. */
      readonly text: string;
    }
) & { readonly marks?: readonly Mark[] };

/** The words of one paragraph, item or cell. */
export type Runs = readonly Run[];

/** Words of a list, or a list that stands below the words before it. */
export type Item = Runs | ListBlock;
export type ListBlock = Extract<Block, { kind: 'list' }>;
export const isRuns = (item: Item): item is Runs => Array.isArray(item);

/** One block of a body. `key` names the block it was read from; a new one has none. */
export type Block = (
  | {
      readonly kind: 'part';
      readonly name: string;
      readonly props: Readonly<Record<string, string>>;
      readonly children: readonly Block[];
    }
  | { readonly kind: 'paragraph'; readonly runs: Runs }
  | { readonly kind: 'heading'; readonly depth: number; readonly runs: Runs }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly Item[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Runs[])[] }
  /** Something that the desk cannot edit and keeps as it is. */
  | { readonly kind: 'kept'; readonly source: string }
) & { readonly key?: number };

/** What a block was read from. */
export interface Origin {
  readonly block: Block;
  /** All of it, and where it begins in the body. */
  readonly source: string;
  readonly start: number;
  /** What stands before it: the end of the block before or of the opening tag of its part. */
  readonly lead: string;
  /** Key of the block before it in the same part. */
  readonly after?: number;
  /** For a part that holds blocks: its tags, and what stands before the closing one. */
  readonly open?: string;
  readonly tail?: string;
  readonly close?: string;
  /** For a list: its items as they are written. */
  readonly items?: readonly (string | undefined)[];
}

/** A body that was read. */
export interface Body {
  readonly blocks: readonly Block[];
  /** By the key of each block. */
  readonly origins: ReadonlyMap<number, Origin>;
  /** What stands after the last block. */
  readonly tail: string;
}

/** Comments as spaces, so that every place in the tree is a place in the text. */
const withoutComments = (body: string): string =>
  body.replace(/`[^`\n]*`|<!--[\s\S]*?-->/g, (found) =>
    found.startsWith('`') ? found : found.replace(/[^\n]/g, ' '),
  );

const isJsx = (node: Nodes): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Props of a component; undefined where one is no literal. */
function propsOf(node: Jsx): Record<string, string> | undefined {
  const props: Record<string, string> = {};
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') return undefined;
    if (attribute.value !== null && typeof attribute.value === 'object') return undefined;
    props[attribute.name] = attribute.value ?? '';
  }
  return props;
}

const marked = (run: Run, mark: Mark): Run => ({ ...run, marks: [mark, ...(run.marks ?? [])] });

/** Runs of a sentence; undefined when it holds something that the desk does not know. */
function readRuns(nodes: readonly PhrasingContent[]): Run[] | undefined {
  const runs: Run[] = [];
  for (const node of nodes) {
    const read = readRun(node);
    if (read === undefined) return undefined;
    runs.push(...read);
  }
  return joined(runs);
}

function readRun(node: PhrasingContent): Run[] | undefined {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'break':
      return [{ kind: 'break' }];
    case 'strong':
    case 'emphasis':
    case 'delete':
      return readRuns(node.children)?.map((run) => marked(run, node.type));
    case 'link': {
      const text = wordsOf(node.children);
      return text === undefined || node.title ? undefined : [{ kind: 'link', url: node.url, text }];
    }
    case 'mdxJsxTextElement':
      return readPiece(node);
    default:
      return undefined;
  }
}

function readPiece(node: Jsx): Run[] | undefined {
  const props = propsOf(node);
  const { name } = node;
  const text = wordsOf(node.children);
  if (props === undefined || name === null || text === undefined) return undefined;
  return shapeOf(name)?.place === 'inline' ? [{ kind: 'piece', name, props, text }] : undefined;
}

/** Plain words; undefined when there is more than words. */
function wordsOf(nodes: readonly Nodes[]): string | undefined {
  const words = nodes.map((node) => (node.type === 'text' ? node.value : undefined));
  return words.includes(undefined) ? undefined : words.join('');
}

const sameMarks = (one: Run, other: Run): boolean =>
  (one.marks ?? []).join(' ') === (other.marks ?? []).join(' ');

/** Runs of text side by side, of one weight, as one; empty ones left out. */
export function joined(runs: Runs): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (run.kind === 'text' && run.text === '') continue;
    if (last?.kind === 'text' && run.kind === 'text' && sameMarks(last, run))
      result.splice(-1, 1, { ...last, text: last.text + run.text });
    else result.push(run);
  }
  return result;
}

/** A piece of a sentence that stands alone on its line. */
const pieceAlone = (node: Nodes): Run[] | undefined =>
  isJsx(node) && shapeOf(node.name)?.place === 'inline' ? readPiece(node) : undefined;

/** The words of a paragraph, or of a piece that stands for one. */
export const readParagraph = (node: Nodes): Run[] | undefined =>
  node.type === 'paragraph' ? readRuns(node.children) : pieceAlone(node);

/** A list with the lists in it; undefined when an item holds more than words and one list. */
function readList(node: List): ListBlock | undefined {
  const items = node.children.flatMap(({ children, checked }): (Item | undefined)[] => {
    const [words, below, ...others] = children;
    if (words === undefined || others.length > 0 || typeof checked === 'boolean') return [undefined];
    const list = below?.type === 'list' ? readList(below) : undefined;
    return [readParagraph(words), ...(below === undefined ? [] : [list])];
  });
  const whole = items.filter((item) => item !== undefined);
  if (whole.length < items.length) return undefined;
  return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items: whole };
}

/** Reads one body. */
class BodyReader {
  readonly origins = new Map<number, Origin>();
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Blocks between two places of the text. */
  blocks(nodes: readonly Nodes[], from: number): { readonly blocks: Block[]; readonly end: number } {
    let end = from;
    let after: number | undefined;
    const blocks: Block[] = [];
    for (const node of nodes.flatMap(aloneOnLine)) {
      const start = node.position?.start.offset ?? end;
      const last = node.position?.end.offset ?? start;
      const key = this.origins.size;
      const place = {
        lead: this.#text.slice(end, start),
        source: this.#text.slice(start, last),
        start,
        ...(after === undefined ? {} : { after }),
      };
      // The place in the map is taken before those of its children.
      this.origins.set(key, { ...place, block: { kind: 'kept', source: place.source } });
      const { block, ...more } = this.#read(node, place.source);
      const keyed = { ...block, key };
      this.origins.set(key, { ...place, ...more, block: keyed });
      blocks.push(keyed);
      [after, end] = [key, last];
    }
    return { blocks, end };
  }

  #read(node: Nodes, source: string): Pick<Origin, 'block' | 'open' | 'tail' | 'close' | 'items'> {
    const kept: Block = { kind: 'kept', source };
    const alone = pieceAlone(node);
    if (alone) return { block: { kind: 'paragraph', runs: alone } };
    if (isJsx(node)) return this.#part(node, source) ?? { block: kept };
    if (node.type === 'paragraph' || node.type === 'heading') {
      const runs = readRuns(node.children);
      if (runs === undefined) return { block: kept };
      return {
        block:
          node.type === 'paragraph'
            ? { kind: 'paragraph', runs }
            : { kind: 'heading', depth: node.depth, runs },
      };
    }
    if (node.type === 'table') {
      const rows = node.children.map((row) => row.children.map((cell) => readRuns(cell.children)));
      const whole = rows.map((row) => row.filter((cell) => cell !== undefined));
      const odd = rows.some((row) => row.includes(undefined)) || node.align?.some((side) => side !== null);
      return { block: odd ? kept : { kind: 'table', rows: whole } };
    }
    if (node.type !== 'list') return { block: kept };
    const block = readList(node);
    if (block === undefined) return { block: kept };
    const items = node.children.flatMap(({ position, children: [words, ...below] }) => [
      this.#text.slice(position?.start.offset ?? 0, words?.position?.end.offset ?? 0),
      ...below.map(() => undefined),
    ]);
    return { block, items };
  }

  #part(node: Jsx, source: string): Pick<Origin, 'block' | 'open' | 'tail' | 'close'> | undefined {
    const props = propsOf(node);
    const { name } = node;
    if (props === undefined || name === null || shapeOf(name) === undefined) return undefined;
    const start = node.position?.start.offset ?? 0;
    if (node.children.length === 0) return { block: { kind: 'part', name, props, children: [] } };
    const close = /<\/[^<>]*>$/.exec(source)?.[0] ?? '';
    const [first] = node.children;
    const opened = first?.position?.start.offset ?? start;
    const open = /^[\s\S]*>/.exec(this.#text.slice(start, opened))?.[0] ?? '';
    const children =
      node.type === 'mdxJsxTextElement'
        ? [{ type: 'paragraph' as const, children: node.children, ...spanOf(node) }]
        : node.children;
    const { blocks, end } = this.blocks(children, start + open.length);
    const tail = this.#text.slice(end, start + source.length - close.length);
    return { block: { kind: 'part', name, props, children: blocks }, open, tail, close };
  }
}

type Position = NonNullable<Nodes['position']>;
/** The place of the words inside a component that stands on one line. */
function spanOf(node: Jsx): { readonly position?: Position } {
  const start = node.children.at(0)?.position?.start;
  const end = node.children.at(-1)?.position?.end;
  return start && end ? { position: { start, end } } : {};
}

/** A paragraph of nothing but parts, each written on one line, as these parts. */
function aloneOnLine(node: Nodes): Nodes[] {
  if (node.type !== 'paragraph') return [node];
  const parts = node.children.filter((child) => isJsx(child) && shapeOf(child.name)?.place !== 'inline');
  const rest = node.children.filter((child) => !parts.includes(child));
  const blank = rest.every((child) => child.type === 'text' && child.value.trim() === '');
  return parts.length > 0 && blank ? parts : [node];
}

/** Reads a body. @throws the parser's own error where the syntax is wrong: see `syntaxFault` */
export function readDeskBody(text: string): Body {
  const reader = new BodyReader(text);
  const { blocks, end } = reader.blocks(parseSyntax(withoutComments(text)).children, 0);
  return { blocks, origins: reader.origins, tail: text.slice(end) };
}
