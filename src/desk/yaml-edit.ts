/**
 * Changes values in a YAML text and nothing else: what an author did not touch keeps its bytes, with its
 * quotes, its order and its comments. New values are written as the content is written by hand: plain where
 * YAML allows it, ids side by side, sentences one below the other.
 */
import { sameData } from './equal.ts';
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';

/** What a field holds: text, number, yes or no, a list, a group of fields. */
export type Value = string | number | boolean | null | readonly Value[] | ValueMap;
/** A group of fields. */
export interface ValueMap {
  readonly [name: string]: Value;
}

/** Whether a value is a group of fields. */
export const isGroup = (value: unknown): value is ValueMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Whether a value is a list. */
export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

/**
 * Order of the fields of the group at a path, as its schema declares them; names that are not in it come
 * last.
 */
export type FieldOrder = (path: readonly (string | number)[]) => readonly string[];

const parse = (yaml: string): Document.Parsed =>
  parseDocument(yaml, { version: '1.2', keepSourceTokens: true, prettyErrors: false });

/** The values of a YAML text; an empty group when it has none. */
export function readYaml(yaml: string): ValueMap {
  const value: unknown = parse(yaml).toJS();
  return isGroup(value) ? value : {};
}

/** A text on one line of YAML, plain where that is read back as the same text. */
function scalarText(value: Value, inFlow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const text = stringify(value, { lineWidth: 0, singleQuote: false, blockQuote: false }).trimEnd();
  const safe = text === value && !(inFlow && /[,[\]{}]/.test(value));
  return safe ? text : JSON.stringify(value);
}

/** A text of several lines below its field; undefined when it does not need or allow it. */
function literalText(value: Value, indent: string): string | undefined {
  if (typeof value !== 'string' || !value.includes('\n') || /^\s|\n\n$|[^\S\n]\n/.test(value))
    return undefined;
  const lines = value.replace(/\n$/, '').split('\n');
  const head = value.endsWith('\n') ? '|' : '|-';
  return [head, ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))].join('\n');
}

const isIdList = (value: readonly Value[]): boolean =>
  value.every((item) => typeof item === 'number' || (typeof item === 'string' && /^[a-z0-9/-]+$/.test(item)));

/** What follows the colon of a field, with the space or line break before it. */
function afterColon(value: Value, indent: string): string {
  if (isList(value)) {
    if (value.length === 0 || isIdList(value))
      return ` [${value.map((item) => scalarText(item, true)).join(', ')}]`;
    return `\n${indent}  ${blockText(value, `${indent}  `)}`;
  }
  if (isGroup(value)) {
    if (Object.keys(value).length === 0) return ' {}';
    return `\n${indent}  ${blockText(value, `${indent}  `)}`;
  }
  return ` ${literalText(value, indent) ?? scalarText(value, false)}`;
}

const keyText = (name: string): string => scalarText(name, false);

/** A value on lines of its own, its first line already indented. */
function blockText(value: Value, indent: string): string {
  if (isList(value)) return value.map((item) => itemText(item, indent)).join(`\n${indent}`);
  if (isGroup(value))
    return Object.entries(value)
      .map(([name, part]) => `${keyText(name)}:${afterColon(part, indent)}`)
      .join(`\n${indent}`);
  return literalText(value, indent) ?? scalarText(value, false);
}

const itemText = (item: Value, indent: string): string => {
  const empty = (isList(item) && item.length === 0) || (isGroup(item) && Object.keys(item).length === 0);
  return `- ${empty || (isList(item) && isIdList(item)) ? flowText(item) : blockText(item, `${indent}  `)}`;
};

/** A value within brackets. */
function flowText(value: Value): string {
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isGroup(value)) {
    const fields = Object.entries(value).map(
      ([name, part]) => `${scalarText(name, true)}: ${flowText(part)}`,
    );
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  }
  return scalarText(value, true);
}

/** A whole text from values alone, for new entries. */
export const writeYaml = (value: ValueMap): string => `${blockText(value, '')}\n`;

/** A stretch of the text and what stands there afterwards. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);

/** Looks for one difference between a text and the values wanted, and says how to mend it. */
class Mending {
  readonly #yaml: string;
  readonly #order: FieldOrder;

  constructor(yaml: string, order: FieldOrder) {
    this.#yaml = yaml;
    this.#order = order;
  }

  /** The first edit towards the values wanted; undefined when they are there. */
  first(node: unknown, before: Value, after: Value, path: readonly (string | number)[]): Edit | undefined {
    if (sameData(before, after)) return undefined;
    if (isMap(node) && isGroup(before) && isGroup(after) && Object.keys(after).length > 0)
      return this.#inMap(node, before, after, path);
    if (isSeq(node) && isList(before) && isList(after) && after.length > 0 && before.length > 0)
      return this.#inSeq(node, before, after, path);
    return undefined;
  }

  /** Where what a node says ends: before line breaks and comments that follow it. */
  #endOf(node: unknown): number {
    if (isMap(node) && node.flow !== true)
      return this.#endOf(node.items.at(-1)?.value ?? node.items.at(-1)?.key);
    if (isSeq(node) && node.flow !== true) return this.#endOf(node.items.at(-1));
    const [from, to] = isNode(node) ? (node.range ?? [0, 0]) : [0, 0];
    return from + this.#yaml.slice(from, to).trimEnd().length;
  }

  /** The end of the line on which a node ends, so that what follows does not tear off a comment. */
  #lineEnd(node: unknown): number {
    const end = this.#yaml.indexOf('\n', this.#endOf(node));
    return end < 0 ? this.#yaml.length : end;
  }

  /** Spaces before a place, from the start of its line; a dash of a list counts as a space. */
  #indentAt(offset: number): string {
    return ' '.repeat(offset - (this.#yaml.lastIndexOf('\n', offset - 1) + 1));
  }

  #inMap(
    map: YAMLMap,
    before: ValueMap,
    after: ValueMap,
    path: readonly (string | number)[],
  ): Edit | undefined {
    const flow = map.flow === true;
    const starts = map.items.map((pair) => startOf(pair.key));
    const ends = map.items.map((pair) => this.#endOf(pair.value ?? pair.key));
    const names = map.items.map((pair) => this.#nameOf(pair));
    const gone = names.findIndex((name) => !Object.hasOwn(after, name));
    if (gone >= 0) return this.#without(starts, ends, gone);
    for (const [name, wanted] of Object.entries(after)) {
      const index = names.indexOf(name);
      const pair = map.items[index];
      if (pair === undefined) return this.#withField({ map, names, starts, ends, flow }, name, wanted, path);
      const there = before[name] ?? null;
      if (sameData(there, wanted)) continue;
      return (
        this.first(pair.value, there, wanted, [...path, name]) ??
        this.#replaced(pair, name, wanted, flow, starts[index] ?? 0)
      );
    }
    return undefined;
  }

  #nameOf(pair: Pair): string {
    return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
  }

  /** Takes out one of several parts that stand side by side or below each other. */
  #without(starts: readonly number[], ends: readonly number[], index: number): Edit {
    const next = starts[index + 1];
    if (next !== undefined) return { from: starts[index] ?? 0, to: next, text: '' };
    return { from: ends[index - 1] ?? starts[index] ?? 0, to: ends[index] ?? 0, text: '' };
  }

  #withField(
    at: {
      readonly map: YAMLMap;
      readonly names: readonly string[];
      readonly starts: readonly number[];
      readonly ends: readonly number[];
      readonly flow: boolean;
    },
    name: string,
    wanted: Value,
    path: readonly (string | number)[],
  ): Edit {
    const order = this.#order(path);
    const rank = (field: string): number => (order.includes(field) ? order.indexOf(field) : order.length);
    const last = at.names.findLastIndex((other) => rank(other) <= rank(name));
    const first = at.starts[0] ?? 0;
    if (at.flow) {
      const field = `${scalarText(name, true)}: ${flowText(wanted)}`;
      if (last < 0) return { from: first, to: first, text: `${field}, ` };
      const end = at.ends[last] ?? 0;
      return { from: end, to: end, text: `, ${field}` };
    }
    const indent = this.#indentAt(first);
    const field = `${keyText(name)}:${afterColon(wanted, indent)}`;
    if (last < 0) return { from: first, to: first, text: `${field}\n${indent}` };
    const pair = at.map.items[last];
    const end = this.#lineEnd(pair?.value ?? pair?.key);
    return { from: end, to: end, text: `\n${indent}${field}` };
  }

  /** Another value in the place of one; a text keeps the quotes of the one before. */
  #replaced(pair: Pair, name: string, wanted: Value, flow: boolean, start: number): Edit {
    const { value } = pair;
    const simple = isScalar(value) && !isList(wanted) && !isGroup(wanted);
    if (simple) {
      const text = this.#likeBefore(value, wanted, flow, this.#indentAt(start));
      if (text !== undefined) return { from: startOf(value), to: this.#endOf(value), text };
    }
    const text = flow
      ? `${scalarText(name, true)}: ${flowText(wanted)}`
      : `${keyText(name)}:${afterColon(wanted, this.#indentAt(start))}`;
    return { from: start, to: Math.max(this.#endOf(value), this.#endOf(pair.key)), text };
  }

  /** A scalar in the manner of the one before it; undefined when its field must be written anew. */
  #likeBefore(before: Scalar, wanted: Value, flow: boolean, indent: string): string | undefined {
    if (before.value === null || before.value === undefined) return undefined;
    if (typeof wanted === 'string') {
      if (wanted.includes('\n')) return flow ? JSON.stringify(wanted) : literalText(wanted, indent);
      if (before.type === 'BLOCK_FOLDED') return `>-\n${indent}  ${wanted}`;
      if (before.type === 'QUOTE_DOUBLE') return JSON.stringify(wanted);
    }
    return scalarText(wanted, flow);
  }

  #inSeq(
    seq: YAMLSeq,
    before: readonly Value[],
    after: readonly Value[],
    path: readonly (string | number)[],
  ): Edit | undefined {
    const flow = seq.flow === true;
    const firstOther = after.findIndex((item, index) => !sameData(item, before[index]));
    const place = firstOther < 0 ? after.length : firstOther;
    const starts = seq.items.map((item, index) => (flow ? startOf(item) : this.#dash(seq, index)));
    const ends = seq.items.map((item) => this.#endOf(item));
    if (after.length < before.length) return this.#without(starts, ends, place);
    const wanted = after[place] ?? null;
    if (after.length > before.length) return this.#withItem(seq, starts, ends, place, wanted);
    const item = seq.items[place];
    const inner = this.first(item, before[place] ?? null, wanted, [...path, place]);
    if (inner) return inner;
    if (isScalar(item) && !isList(wanted) && !isGroup(wanted)) {
      const text = this.#likeBefore(item, wanted, flow, this.#indentAt(starts[place] ?? 0));
      if (text !== undefined) return { from: startOf(item), to: this.#endOf(item), text };
    }
    const start = starts[place] ?? 0;
    return {
      from: start,
      to: ends[place] ?? start,
      text: flow ? flowText(wanted) : itemText(wanted, this.#indentAt(start)),
    };
  }

  /** Where the dash of an item of a list stands. */
  #dash(seq: YAMLSeq, index: number): number {
    const token = seq.srcToken;
    const parts = token?.type === 'block-seq' ? (token.items[index]?.start ?? []) : [];
    return parts.find(({ type }) => type === 'seq-item-ind')?.offset ?? startOf(seq.items[index]);
  }

  #withItem(
    seq: YAMLSeq,
    starts: readonly number[],
    ends: readonly number[],
    place: number,
    wanted: Value,
  ): Edit {
    const next = starts[place];
    if (seq.flow === true) {
      const text = flowText(wanted);
      if (next !== undefined) return { from: next, to: next, text: `${text}, ` };
      const end = ends.at(-1) ?? 0;
      return { from: end, to: end, text: `, ${text}` };
    }
    const indent = this.#indentAt(starts[0] ?? 0);
    const text = itemText(wanted, indent);
    if (next !== undefined) return { from: next, to: next, text: `${text}\n${indent}` };
    const end = this.#lineEnd(seq.items.at(-1));
    return { from: end, to: end, text: `\n${indent}${text}` };
  }
}

/** Most edits of one saving; whoever changes more has written a new text. */
const mostEdits = 500;

/**
 * The text with the values wanted, changed only where they differ. When that cannot be done without harm, the
 * whole text is written anew; what comes back always holds exactly the values wanted.
 */
export function editYaml(yaml: string, after: ValueMap, order: FieldOrder = () => []): string {
  let text = yaml;
  for (let count = 0; count < mostEdits; count++) {
    const doc = parse(text);
    const before: unknown = doc.toJS();
    if (doc.errors.length > 0 || !isGroup(before)) break;
    if (sameData(before, after)) return text;
    const contents: Node | null = doc.contents;
    const edit = new Mending(text, order).first(contents, before, after, []);
    if (edit === undefined) break;
    text = text.slice(0, edit.from) + edit.text + text.slice(edit.to);
  }
  return writeYaml(after);
}
