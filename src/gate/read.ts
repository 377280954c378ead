/** Reads `content/` without Astro: bytes, names, YAML with positions, shape. All faults at once. */
import { existsSync, globSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
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
  type Scalar,
  type YAMLError,
} from 'yaml';
import { hiddenCharacter } from '../vietnamese/hidden-characters.ts';
import { maxBytes, nameProblem, readBytes, tooBig } from './bytes.ts';
import { crash, type Problem } from '../domain/problem.ts';
import { collectionNames, collectionShapes, type Collection, type Entry } from '../schemas/collections.ts';
import { explainShape } from './explain.ts';

/** Place of a field in its file. */
export type Locate = (path: readonly (string | number)[]) => { line: number; column: number };

/** An entry with what the check needs to name places in its file. */
export interface ReadEntry<C extends Collection = Collection> extends Entry<C> {
  readonly locate: Locate;
  /** Line on which the body starts. */
  readonly bodyLine: number;
}
export interface ReadContent {
  readonly entries: { readonly [C in Collection]: readonly ReadEntry<C>[] };
  readonly problems: readonly Problem[];
  /** Files seen. */
  readonly files: number;
}

/** One collection as it was read. */
export interface ReadCollection<C extends Collection = Collection> {
  readonly entries: readonly ReadEntry<C>[];
  readonly problems: readonly Problem[];
  /** Files that belong to it, from the project root. */
  readonly files: readonly string[];
}

/** Reads everything under `root/content`. Entries whose shape is wrong are left out and reported. */
export function readContent(root: string): ReadContent {
  const base = join(root, 'content');
  const read = collectionNames.map((collection) => [collection, readCollection(root, collection)] as const);
  const problems = read.flatMap(([, collection]) => collection.problems);
  const claimed = new Set(read.flatMap(([, collection]) => collection.files));
  for (const full of existsSync(base) ? walk(base) : []) {
    const file = relative(root, full).split(sep).join('/');
    if (claimed.has(file)) continue;
    problems.push(
      nameProblem(file, file.slice('content/'.length)) ?? {
        file,
        line: 0,
        column: 0,
        field: '',
        rule: 'stray-file',
        message: 'Tệp này không thuộc loại nội dung nào nên không ai đọc tới.',
        fix: 'chuyển vào đúng thư mục trong content/, hoặc xóa',
        hint: 'file belongs to no collection',
      },
    );
  }
  return {
    entries: Object.fromEntries(
      read.map(([collection, readCollection]) => [collection, readCollection.entries]),
    ) as unknown as ReadContent['entries'],
    problems,
    files: claimed.size,
  };
}

/** Reads all files of one collection. */
export function readCollection<C extends Collection>(root: string, collection: C): ReadCollection<C> {
  const shape = collectionShapes[collection];
  const dir = join(root, 'content', shape.folder);
  // A directory that is itself a link would bring in files from outside; the walk over all files reports it.
  const found = globSync(shape.pattern, { cwd: dir })
    .map((file) => file.split(sep).join('/'))
    .filter((text) => !isLink(dirname(join(dir, text))))
    .sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  const read = found.map((inside) => readOne(root, collection, inside));
  const problems = read.flatMap((one) => one.problems);
  if (!shape.optional && found.length === 0) {
    problems.push({
      file: `content/${shape.folder}`,
      line: 0,
      column: 0,
      field: '',
      rule: 'empty-collection',
      message: `Không có mục nào trong content/${shape.folder || shape.pattern}.`,
      fix: 'thêm ít nhất một mục, hoặc khôi phục thư mục bị xóa',
      hint: 'collection is empty',
    });
  }
  return { entries: read.flatMap((one) => one.entry ?? []), problems, files: read.map((one) => one.file) };
}

/** Id of an entry from its path in the folder of its collection. */
export const idOf = (inside: string): string => inside.replace(/\.(yaml|mdx)$/, '');

/** Reads one file of a collection; `inside` is its path in the folder of the collection. */
export function readOne<C extends Collection>(
  root: string,
  collection: C,
  inside: string,
): { file: string; entry?: ReadEntry<C>; problems: Problem[] } {
  const full = join(root, 'content', collectionShapes[collection].folder, inside);
  const file = relative(root, full).split(sep).join('/');
  const named = nameProblem(file, inside);
  const problems = named ? [named] : [];
  try {
    const bytes = readFile(full, file, problems);
    const { text, problems: bad } = bytes === undefined ? { problems: [] } : readBytes(file, bytes);
    problems.push(...bad);
    const entry = text === undefined ? undefined : readEntry(collection, idOf(inside), file, text, problems);
    return { file, problems, ...(entry ? { entry } : {}) };
  } catch (error) {
    return { file, problems: [...problems, crash(file, error)] };
  }
}

/** Everything under a folder that is not a folder. Links are named, never followed: one may lead back up. */
function walk(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name)) : [join(dir, entry.name)],
  );
}

const isLink = (path: string): boolean => lstatSync(path).isSymbolicLink();

/** Bytes of a file, or undefined after reporting why it is not to be opened: a pipe would wait for ever, a huge file fill memory. */
function readFile(full: string, file: string, problems: Problem[]): Uint8Array | undefined {
  const stat = lstatSync(full);
  if (stat.isFile() && stat.size <= maxBytes) return readFileSync(full);
  const whole = { file, line: 0, column: 0, field: '' };
  if (stat.isSymbolicLink())
    problems.push({
      ...whole,
      rule: 'symlink',
      message: 'Đây là liên kết tượng trưng, không phải tệp thật.',
      fix: 'thay bằng tệp thật',
      hint: 'symbolic link',
    });
  else if (stat.isFile()) problems.push(tooBig(file, stat.size));
  else
    problems.push({
      ...whole,
      rule: 'not-a-file',
      message: 'Đây không phải tệp.',
      fix: 'thay bằng tệp thật, hoặc xóa',
      hint: 'directory, pipe or device',
    });
  return undefined;
}

function readEntry<C extends Collection>(
  collection: C,
  id: string,
  file: string,
  text: string,
  problems: Problem[],
): ReadEntry<C> | undefined {
  const shape = collectionShapes[collection];
  let yaml = text;
  let body = '';
  let yamlLine = 1;
  let bodyLine = 1;
  if (file.endsWith('.mdx')) {
    const match = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
    if (!match) {
      problems.push({
        file,
        line: 1,
        column: 1,
        field: '',
        rule: 'frontmatter',
        message: 'Không thấy phần đầu tệp giữa hai dòng ---.',
        fix: 'dòng đầu tệp là ---, rồi các trường, rồi một dòng --- nữa',
        hint: 'frontmatter is missing or not closed',
      });
      return undefined;
    }
    yaml = match[1]!;
    yamlLine = 2;
    body = text.slice(match[0].length);
    bodyLine = match[0].split('\n').length;
  }
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
  let broken = false;
  const faults = [...doc.errors, ...doc.warnings];
  // One slip of syntax makes the parser stumble on; only the first place is worth reading.
  const first = faults.find((fault) => fault.code !== 'DUPLICATE_KEY');
  for (const fault of faults.filter((fault) => fault === first || fault.code === 'DUPLICATE_KEY')) {
    broken = true;
    const duplicate = fault.code === 'DUPLICATE_KEY';
    problems.push({
      file,
      ...place(openingQuote(doc, fault)),
      field: '',
      rule: duplicate ? 'duplicate-key' : 'yaml',
      message: duplicate ? 'Một trường viết hai lần.' : 'Phần khai báo YAML viết chưa đúng.',
      fix: duplicate
        ? 'bỏ một dòng'
        : 'kiểm tra thụt dòng, dấu hai chấm; câu có dấu hai chấm hay ngoặc kép thì đặt trong ngoặc kép',
      hint: fault.message.split('\n')[0]!,
    });
  }
  const visible = hiddenCharacter(yaml) === undefined;
  visit(doc, {
    Node(_, item) {
      if ('anchor' in item && item.anchor) {
        broken = true;
        problems.push({
          file,
          ...place(item.range![0]),
          field: '',
          rule: 'yaml-anchor',
          message: 'Dùng dấu & (neo YAML).',
          fix: 'viết lại đầy đủ nội dung',
          hint: 'YAML anchors are not allowed',
        });
      }
      const lost = isScalar(item) ? lostText(yaml, item) : undefined;
      if (lost !== undefined)
        problems.push({
          file,
          ...place(lost.offset),
          field: '',
          rule: 'yaml-comment',
          message: `Chữ từ dấu # trở đi bị bỏ: “${lost.text}”.`,
          fix: 'đặt cả câu trong ngoặc kép; lời ghi chú thì viết ở dòng riêng',
          hint: 'text after # is a comment',
        });
      // What stands in the bytes has been told already.
      const hidden =
        isScalar(item) && typeof item.value === 'string' && visible ? hiddenCharacter(item.value) : undefined;
      if (hidden !== undefined)
        problems.push({
          file,
          ...place(item.range![0]),
          field: '',
          rule: 'control',
          message: `Có ký tự ẩn ${hidden} viết bằng mã.`,
          fix: 'xóa mã ấy, viết chữ thường',
          hint: 'escaped control character',
        });
    },
    Alias(_, alias) {
      broken = true;
      problems.push({
        file,
        ...place(alias.range![0]),
        field: '',
        rule: 'yaml-alias',
        message: 'Dùng dấu * (bí danh YAML).',
        fix: 'viết lại đầy đủ nội dung',
        hint: 'YAML aliases are not allowed',
      });
    },
  });
  if (broken) return undefined;
  const locate: Locate = (path) => place(offsetOf(doc, path));
  const { faults: misshapen, value } = explainShape(shape.schema, doc.toJS());
  for (const fault of misshapen)
    problems.push({
      file,
      ...locate(fault.path),
      field: fault.path.join('.'),
      rule: fault.rule,
      message: fault.message,
      fix: fault.fix,
      hint: fault.hint,
    });
  if (misshapen.length > 0) return undefined;
  return { collection, id, data: value as Entry<C>['data'], body, file, locate, bodyLine };
}

/**
 * What YAML leaves out of a sentence because a # stands after a space in it: its author meant a telephone key or a place in a page, and
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

/** Where a YAML fault stands; an unclosed quote is missed at the end of the file, but its author looks for where it opens. */
function openingQuote(doc: Document.Parsed, fault: YAMLError): number {
  let offset = fault.pos[0];
  if (/quote/.test(fault.message))
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
