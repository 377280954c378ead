/**
 * Takes items and fields out of a YAML text. What is left keeps its lines, so that faults are told where they
 * are.
 */
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  type Document,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/**
 * A text as its author wrote it. What cannot be read the gate tells, on its line; the parser's own warnings,
 * in English, are for nobody.
 */
export const documentOf = (text: string): Document.Parsed => parseDocument(text, { logLevel: 'error' });

/** Where something stands in an entry. */
export type Path = readonly (string | number)[];

/** A piece of a text and what stands in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A part of a list or a table: where it begins and ends. */
interface Part {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The text without the parts at some paths. */
export function cut(document: Document.Parsed, text: string, drops: readonly Path[]): string {
  const holders = new Map<string, { readonly path: Path; readonly names: Set<string> }>();
  for (const drop of drops) {
    const path = drop.slice(0, -1);
    const key = path.join('\0');
    const holder = holders.get(key) ?? { path, names: new Set() };
    holders.set(key, holder);
    holder.names.add(String(drop.at(-1)));
  }
  const edits = [...holders.values()].flatMap(({ path, names }) => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return isCollection(node) && (isMap(node) || isSeq(node)) ? editsOf(node, text, names) : [];
  });
  return applied(text, edits);
}

/** Line on which a part begins, from 1. */
export function lineAt(document: Document.Parsed, text: string, path: Path): number {
  const node = document.getIn(path, true);
  return text.slice(0, isNode(node) ? (node.range?.[0] ?? 0) : 0).split('\n').length;
}

function partsOf(node: YAMLMap | YAMLSeq, text: string): Part[] {
  if (isSeq(node))
    return node.items.flatMap((item, index) => {
      if (!isNode(item) || !item.range) return [];
      const [from, to] = item.range;
      return [{ name: String(index), from: node.flow ? from : text.lastIndexOf('-', from - 1), to }];
    });
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key) || !key.range) return [];
    const end = isNode(value) ? value.range?.[1] : undefined;
    return [{ name: String(key.value), from: key.range[0], to: end ?? key.range[1] }];
  });
}

function editsOf(node: YAMLMap | YAMLSeq, text: string, names: ReadonlySet<string>): Edit[] {
  const parts = partsOf(node, text);
  const isGone = ({ name }: Part): boolean => names.has(name);
  if (node.flow) return flowEdits(parts, isGone, text);
  const all = parts.every(isGone);
  return parts.flatMap((part, index) => {
    if (!isGone(part)) return [];
    const next = parts[index + 1];
    const to = next === undefined ? part.to : text.lastIndexOf('\n', next.from);
    const empty = all && index === 0 ? (isSeq(node) ? '[]' : '{}') : '';
    return [{ from: part.from, to, text: `${empty}${lineEnds(text.slice(part.from, to))}` }];
  });
}

/** In brackets the comma goes with the part before it, or after it where there is none before. */
function flowEdits(parts: readonly Part[], isGone: (part: Part) => boolean, text: string): Edit[] {
  const kept = parts.filter((part) => !isGone(part));
  const [first] = parts;
  const last = parts.at(-1);
  const [firstKept] = kept;
  if (first === undefined || last === undefined) return [];
  const edit = (from: number, to: number): Edit => ({ from, to, text: lineEnds(text.slice(from, to)) });
  if (firstKept === undefined) return [edit(first.from, last.to)];
  const edits = firstKept === first ? [] : [edit(first.from, firstKept.from)];
  let end = firstKept.to;
  for (const [index, part] of parts.entries()) {
    if (part.from < firstKept.from) continue;
    const next = parts[index + 1];
    if (!isGone(part)) end = part.to;
    else if (next === undefined) edits.push(edit(end, part.to + comma(text, part.to)));
    else if (!isGone(next)) edits.push(edit(end, part.to));
  }
  return edits;
}

/** Length of what reaches to a comma after the last part. */
const comma = (text: string, at: number): number => /^\s*,/.exec(text.slice(at))?.[0].length ?? 0;

/** What stays of a piece that goes: its ends of lines. */
const lineEnds = (piece: string): string => piece.replace(/[^\n]+/g, '');

/** Applies edits from the end; one inside another is gone with it. */
function applied(text: string, edits: readonly Edit[]): string {
  const outer = edits.filter(
    (edit) => !edits.some((other) => other !== edit && other.from <= edit.from && edit.to <= other.to),
  );
  return [...outer]
    .sort((one, other) => other.from - one.from)
    .reduce((left, { from, to, text: instead }) => `${left.slice(0, from)}${instead}${left.slice(to)}`, text);
}
