/** Reads one entry from its bytes: YAML with positions, shape. All faults at once. Pure. */
import {
  LineCounter,
  parseDocument,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Pair,
  type Range,
  type Scalar,
  type YAMLMap,
  type YAMLError,
} from 'yaml';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import { readBytes } from './bytes.ts';
import type { Problem } from '../domain/problem.ts';
import { fault, problemAt, type Fault } from './faults.ts';
import { collectionShapes, type Collection, type Entry } from '../schemas/collections.ts';
import { layOutCard, type CardPath } from './card-body.ts';
import { explainShape } from './explain.ts';
import { placeholderIn } from './placeholders.ts';
import { letterFaults } from './rules/letters.ts';

/** Place of a field in its file. */
type Locate = (path: readonly (string | number)[]) => { line: number; column: number };

/** An entry with what the check needs to name places in its file. */
export interface ReadEntry<C extends Collection = Collection> extends Entry<C> {
  readonly locate: Locate;
  /** Line on which the body starts. */
  readonly bodyLine: number;
  /** For a body laid out from fields: the field of each of its lines. */
  readonly bodyFields?: readonly CardPath[];
}
/** Id of an entry from its path in the folder of its collection. */
export const idOf = (inside: string): string => inside.replace(/\.(yaml|mdx)$/, '');

/** Reads one entry; `inside` is its path in the folder of the collection. */
export function readEntryBytes<C extends Collection>(
  collection: C,
  inside: string,
  file: string,
  bytes: Uint8Array,
): { readonly entry?: ReadEntry<C>; readonly problems: readonly Problem[] } {
  const { text, problems } = readBytes(file, bytes);
  if (text === undefined) return { problems };
  const left = placeholderFaults(file, text);
  problems.push(...left);
  // While words of a template are left, they are the one thing to tell.
  if (left.length > 0) return { problems };
  const entry = readEntry(collection, idOf(inside), file, text, problems);
  return { problems, ...(entry ? { entry } : {}) };
}

/** Words of a template that nobody has replaced, line by line. */
function placeholderFaults(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, row) => {
    const words = placeholderIn(line);
    if (words === undefined) return [];
    const why = /^Cần xem: (.+)/u.exec(words)?.[1];
    const found = why === undefined ? fault('placeholder', { words }) : fault('not-looked-at', { why });
    return [problemAt(file, found, { line: row + 1 })];
  });
}

/** A file in its two parts, with the line of the file on which each starts. */
interface Parts {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** Head and body of a file; undefined when an .mdx has no head. */
function partsOf(file: string, text: string): Parts | undefined {
  if (!file.endsWith('.mdx')) return { yaml: text, yamlLine: 1, body: '', bodyLine: 1 };
  const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  if (!match) return undefined;
  const [whole, yaml = ''] = match;
  return { yaml, yamlLine: 2, body: text.slice(whole.length), bodyLine: whole.split('\n').length };
}

/** The head of a file, parsed, and what is wrong with how it is written. */
interface Head {
  readonly doc: Document.Parsed;
  readonly place: (offset: number) => { line: number; column: number };
  readonly problems: readonly Problem[];
  /** Too badly written for its fields to be judged. */
  readonly broken: boolean;
}

function readHead(file: string, { yaml, yamlLine }: Parts): Head {
  const lines = new LineCounter();
  const doc = parseDocument(yaml, {
    lineCounter: lines,
    uniqueKeys: true,
    version: '1.2',
    prettyErrors: false,
    strict: true,
  });
  const place = (offset: number): { line: number; column: number } => {
    const position = lines.linePos(offset);
    return { line: position.line + yamlLine - 1, column: position.col };
  };
  const found = [...syntaxFaults(doc), ...yamlFaults(doc, yaml)];
  return {
    doc,
    place,
    problems: found.map((one) => problemAt(file, one.fault, place(one.offset))),
    broken: found.some((one) => one.breaks),
  };
}

/** A fault of how YAML is written. */
interface YamlFault {
  readonly offset: number;
  readonly fault: Fault;
  /** The fields cannot be judged any more. */
  readonly breaks: boolean;
}

/** What the parser refuses. One slip of syntax makes it stumble on; only the first place is worth reading. */
function syntaxFaults(doc: Document.Parsed): YamlFault[] {
  const all = [...doc.errors, ...doc.warnings];
  const first = all.find((one) => one.code !== 'DUPLICATE_KEY');
  return all
    .filter((one) => one === first || one.code === 'DUPLICATE_KEY')
    .map((one) => {
      const reason = one.message.split('\n')[0] ?? one.message;
      return {
        offset: openingQuote(doc, one),
        fault: fault(one.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml', { reason }),
        breaks: true,
      };
    });
}

/** What YAML allows and the handbook does not, and what YAML reads otherwise than it was meant. */
function yamlFaults(doc: Document.Parsed, yaml: string): YamlFault[] {
  const found: YamlFault[] = [];
  const visible = hiddenCharacter(yaml) === undefined;
  const tell = (item: { range?: Range | null | undefined }, one: Fault, breaks: boolean): void => {
    found.push({ offset: item.range?.[0] ?? 0, fault: one, breaks });
  };
  visit(doc, {
    Node(_, item) {
      if ('anchor' in item && item.anchor) tell(item, fault('yaml-anchor'), true);
      if (!isScalar(item)) return;
      const lost = lostText(yaml, item);
      if (lost !== undefined)
        found.push({
          offset: lost.offset,
          fault: fault('yaml-comment', { lost: lost.text }),
          breaks: false,
        });
      // What stands in the bytes has been told already.
      const code = typeof item.value === 'string' && visible ? hiddenCharacter(item.value) : undefined;
      if (code !== undefined) tell(item, fault('control', { code, how: 'escaped' }), false);
      if (
        typeof item.value === 'string' &&
        item.type === 'QUOTE_DOUBLE' &&
        yaml.slice(item.range?.[0], item.range?.[1]).includes('\\')
      )
        for (const { fault: letter } of letterFaults(item.value)) tell(item, letter, false);
    },
    Alias(_, alias) {
      tell(alias, fault('yaml-alias'), true);
    },
    Map(_, map) {
      const cut = cutByComma(map);
      if (cut !== undefined) tell(cut.key, fault('yaml-comma', cut.words), true);
    },
  });
  return found;
}

/**
 * A sentence in { } that a comma cuts: what follows the comma becomes the name of a field without a value.
 * Nobody names a field with spaces or
 * marks, so it is told as what it is, or its author would be told to take away half of a sentence.
 */
function cutByComma(
  map: YAMLMap,
): { readonly key: Scalar; readonly words: { before: string; after: string; whole: string } } | undefined {
  if (map.flow !== true) return undefined;
  const isPiece = (pair: Pair): boolean =>
    pair.value === null && isScalar(pair.key) && !/^[a-zA-Z0-9]*$/.test(String(pair.key.value));
  const first = map.items.findIndex((pair, index) => index > 0 && isPiece(pair));
  const [before, piece] = [map.items[first - 1], map.items[first]];
  if (!before || !piece || !isScalar(piece.key) || !isScalar(before.value)) return undefined;
  const rest = map.items.slice(first);
  const end = rest.findIndex((pair) => !isPiece(pair));
  const pieces = (end < 0 ? rest : rest.slice(0, end)).map((pair) =>
    isScalar(pair.key) ? String(pair.key.value) : '',
  );
  const start = String(before.value.value);
  const after = pieces.join(', ');
  return { key: piece.key, words: { before: start, after, whole: `${start}, ${after}` } };
}

function readEntry<C extends Collection>(
  collection: C,
  id: string,
  file: string,
  text: string,
  problems: Problem[],
): ReadEntry<C> | undefined {
  const parts = partsOf(file, text);
  if (parts === undefined) {
    problems.push(problemAt(file, fault('frontmatter'), { line: 1, column: 1 }));
    return undefined;
  }
  const { doc, place, problems: found, broken } = readHead(file, parts);
  problems.push(...found);
  if (broken) return undefined;
  const locate: Locate = (path) => place(offsetOf(doc, path));
  const { faults, value } = explainShape(collectionShapes[collection].schema, doc.toJS());
  for (const { path, ...one } of faults)
    problems.push(problemAt(file, one, { ...locate(path), field: path.join('.') }));
  if (faults.length > 0) return undefined;
  if (collection === 'events') {
    const card = layOutCard(value as Entry<'events'>['data']);
    const data = value as Entry<C>['data'];
    return { collection, id, data, body: card.body, bodyFields: card.fields, file, locate, bodyLine: 1 };
  }
  const { body, bodyLine } = parts;
  return { collection, id, data: value as Entry<C>['data'], body, file, locate, bodyLine };
}

/**
 * What YAML leaves out of a sentence because a # stands after a space in it: its author meant a telephone key
 * or a place in a page, and
 * nobody would notice that the rest is gone. A comment after a number, a date or an id is one.
 */
function lostText(
  yaml: string,
  { type, value, range }: Scalar,
): { readonly text: string; readonly offset: number } | undefined {
  if (type !== 'PLAIN' || typeof value !== 'string' || /^[a-z0-9/-]*$/.test(value) || !range)
    return undefined;
  const found = /^[ \t]+(#.*)/.exec(yaml.slice(range[1]));
  return found ? { text: found[1]!, offset: range[1] + found[0].length - found[1]!.length } : undefined;
}

/**
 * Where a YAML fault stands; an unclosed quote is missed at the end of the file, but its author looks for
 * where it opens.
 */
function openingQuote(doc: Document.Parsed, fault: YAMLError): number {
  let offset = fault.pos[0];
  if (fault.message.includes('quote'))
    visit(doc, {
      Scalar(_, scalar) {
        if (scalar.range && scalar.range[0] < offset && offset <= scalar.range[2]) offset = scalar.range[0];
      },
    });
  return offset;
}

/** Offset of the node at a path, or of the nearest node above it. */
function offsetOf(doc: Document.Parsed, path: readonly (string | number)[]): number {
  let node: unknown = doc.contents;
  let best = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(
        (candidate) =>
          isPair(candidate) && isScalar(candidate.key) && String(candidate.key.value) === String(step),
      );
      if (!pair) break;
      best = (isNode(pair.key) ? pair.key.range?.[0] : undefined) ?? best;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node)) best = node.range?.[0] ?? best;
    } else break;
  }
  return best;
}
