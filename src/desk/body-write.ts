/**
 * Writes a body as the content is written: a block that nobody changed keeps its bytes, another one is
 * written in the plain form. What is written is read back and compared, so that no sign in a sentence can
 * turn into markup.
 */
import { shapeOf } from '../markdown/components.ts';
import { parseSyntax } from '../markdown/syntax.ts';
import type { Mark } from '../markdown/tree.ts';
import {
  isRuns,
  joined,
  readParagraph,
  type Block,
  type Body,
  type ListBlock,
  type Origin,
  type Run,
  type Runs,
} from './body.ts';
import { sameData } from './equal.ts';

const escapeAttribute = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('"', '&quot;');

const propsText = (props: Readonly<Record<string, string>>): string =>
  Object.entries(props)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');

/** Signs that begin markup, wherever they stand. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\`*_[\]~|]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('{', '&#123;')
    .replaceAll('}', '&#125;');
/** The same with every sign as its number: nothing can be taken for markup, and nobody likes to read it. */
const encodeText = (text: string): string =>
  text.replace(/[!-/:-@[-`{-~]/g, (sign) => `&#${String(sign.codePointAt(0))};`);

const markSigns: Readonly<Record<Mark, string>> = { strong: '**', emphasis: '*', delete: '~~' };

type Escape = (text: string) => string;

function runText(run: Run, escape: Escape): string {
  switch (run.kind) {
    case 'text':
      return escape(run.text);
    case 'code':
      return `\`${run.text}\``;
    case 'break':
      return '\\\n';
    case 'link':
      return `[${escape(run.text)}](${run.url})`;
    case 'piece': {
      const open = `<${run.name}${propsText(run.props)}`;
      return run.text === '' ? `${open} />` : `${open}>${escape(run.text)}</${run.name}>`;
    }
    default:
      return run satisfies never;
  }
}

/** Runs with their weights; a weight goes on over the runs that share it. */
function markedText(runs: Runs, escape: Escape, depth = 0): string {
  let text = '';
  for (let index = 0; index < runs.length;) {
    const run = runs[index];
    const mark = run?.marks?.[depth];
    const end = runs.findIndex((other, at) => at > index && other.marks?.[depth] !== mark);
    const same = runs.slice(index, end < 0 ? undefined : end);
    text +=
      mark === undefined
        ? same.map((one) => runText(one, escape)).join('')
        : `${markSigns[mark]}${markedText(same, escape, depth + 1)}${markSigns[mark]}`;
    index += same.length;
  }
  return text;
}

/** Signs that would begin a list, a heading or a quotation at the start of a line. */
const escapeStart = (text: string): string =>
  text.replace(/^([#>+-]|=+(?=\s*$))/gm, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/gm, '$1\\$2');

/** What a paragraph of this text holds when it is read. */
function readBack(text: string): Runs | undefined {
  try {
    const { children } = parseSyntax(text);
    const [only, ...others] = children;
    if (only === undefined) return [];
    return others.length > 0 ? undefined : readParagraph(only);
  } catch {
    return undefined;
  }
}

/** Words as a line of Markdown that is read back as the same words. */
export function runsText(runs: Runs): string {
  const wanted = joined(runs);
  const plain = wanted.map(({ marks: _, ...run }) => run);
  const written = [
    escapeStart(markedText(wanted, simple(wanted) ? (text) => text : escapeText)),
    escapeStart(markedText(wanted, escapeText)),
    markedText(wanted, encodeText),
  ];
  // Where signs of weight cannot stand (between two letters and a bracket), the words go before the weight.
  return (
    written.find((text) => sameData(readBack(text), wanted)) ??
    escapeStart(markedText(joined(plain), escapeText))
  );
}

/** Whether no text holds a sign that could be markup. */
const simple = (runs: Runs): boolean =>
  runs.every((run) => !('text' in run) || run.kind === 'code' || !/[\\`*_[\]~|&<{}]/.test(run.text));

const oneLine = (runs: Runs): string => runsText(runs).replace(/\\?\n/g, ' ');

function listText(block: ListBlock, origin: Origin | undefined): string {
  const was = origin?.block.kind === 'list' ? origin.block : undefined;
  let number = block.start;
  return block.items
    .map((item) => {
      // Indented by as much as a number needs; a list whose words above were taken out stands for itself.
      if (!isRuns(item))
        return listText(item, undefined).replace(/^/gm, item === block.items[0] ? '' : '   ');
      const mark = block.ordered ? `${String(number++)}.` : '-';
      const before = was?.items.findIndex((other) => sameData(other, item)) ?? -1;
      const source = block.ordered ? undefined : origin?.items?.[before];
      return source ?? `${mark} ${oneLine(item)}`;
    })
    .join('\n');
}

function tableText({ rows }: Block & { kind: 'table' }): string {
  const lines = rows.map((row) => `| ${row.map(oneLine).join(' | ')} |`);
  const columns = rows[0]?.length ?? 0;
  return lines.toSpliced(1, 0, `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`).join('\n');
}

/** A block without the keys of what it was read from. */
export function bare(block: Block): Block {
  const { key: _, ...rest } = block;
  return rest.kind === 'part' ? { ...rest, children: rest.children.map(bare) } : rest;
}

class BodyWriter {
  readonly #origins: ReadonlyMap<number, Origin>;

  constructor(origins: ReadonlyMap<number, Origin>) {
    this.#origins = origins;
  }

  #originOf(block: Block | undefined): Origin | undefined {
    return block?.key === undefined ? undefined : this.#origins.get(block.key);
  }

  block(block: Block): string {
    const origin = this.#originOf(block);
    if (origin !== undefined && sameData(origin.block, block)) return origin.source;
    switch (block.kind) {
      case 'kept':
        return block.source;
      case 'paragraph':
        return runsText(block.runs);
      case 'heading':
        return `${'#'.repeat(block.depth)} ${oneLine(block.runs)}`;
      case 'list':
        return listText(block, origin);
      case 'table':
        return tableText(block);
      case 'part':
        return this.#part(block, origin);
      default:
        return block satisfies never;
    }
  }

  #part(block: Block & { kind: 'part' }, origin: Origin | undefined): string {
    const was = origin?.block.kind === 'part' && origin.open !== undefined ? origin.block : undefined;
    const tag = `<${block.name}${propsText(block.props)}`;
    if (block.children.length === 0) return `${tag} />`;
    const open = was && sameData(was.props, block.props) ? (origin?.open ?? '') : `${tag}>`;
    const [only, ...others] = block.children;
    const tight = others.length === 0 && only?.kind === 'paragraph';
    const gap = tight ? '\n' : '\n\n';
    const last = block.children.at(-1);
    const tail =
      was && last?.key !== undefined && was.children.at(-1)?.key === last.key ? (origin?.tail ?? gap) : gap;
    return `${open}${this.blocks(block.children, gap, onlyParts(block.name))}${tail}</${block.name}>`;
  }

  /** Blocks with what stands before each; `first` stands before the first where that is not known. */
  blocks(blocks: readonly Block[], first: string, parts: boolean): string {
    const leads = blocks.flatMap((block) => {
      const origin = this.#originOf(block);
      return origin?.after !== undefined && origin.lead.trim() === '' ? [origin.lead] : [];
    });
    // Paragraphs need an empty line between them; steps and cases do not, and follow their neighbours.
    const usual = (parts ? leads[0] : undefined) ?? '\n\n';
    return blocks
      .map((block, index) => {
        const origin = this.#originOf(block);
        const sameNeighbour = origin !== undefined && origin.after === blocks[index - 1]?.key;
        const neighbourKnown = index === 0 || blocks[index - 1]?.key !== undefined;
        const lead = sameNeighbour && neighbourKnown ? origin.lead : index === 0 ? first : usual;
        return `${lead}${this.block(block)}`;
      })
      .join('');
  }
}

/** Whether a part holds nothing but parts of one kind, which need no empty line between them. */
const onlyParts = (name: string): boolean => {
  const place = shapeOf(name)?.place;
  return place === 'top' && (name === 'Steps' || name === 'Trouble');
};

/** A body's text from its blocks; `read` is what they were read from. */
export function writeDeskBody(blocks: readonly Block[], read?: Body): string {
  const writer = new BodyWriter(read?.origins ?? new Map());
  const text = writer.blocks(blocks, '\n', false);
  const same = read !== undefined && read.blocks.at(-1)?.key === blocks.at(-1)?.key;
  return `${text}${same ? read.tail : '\n'}`;
}
