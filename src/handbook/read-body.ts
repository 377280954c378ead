/**
 * Reads a body for the processor: what the gate proved where it handed that over, else by the same grammar.
 */
import { relative, sep } from 'node:path';
import { bodyDigest, handedOver } from '../gate/hand-over.ts';
import { noFigures, type FindFigure } from '../domain/rule-figure.ts';
import { figureFinder } from '../gate/figures.ts';
import { readCollection } from '../gate/read.ts';
import { parseBody, type BodyGrammar } from '../markdown/reader.ts';
import type { ReadBody } from '../markdown/processor.ts';
import { collectionNames, collectionShapes } from '../schemas/collections.ts';

/** The grammar of a file's body, by the collection that it belongs to. */
export function grammarOf(file: string): BodyGrammar | undefined {
  const shape = collectionNames
    .map((name) => collectionShapes[name])
    .find(({ folder, pattern, body }) => {
      const inside = `content/${folder}/`;
      const depth = pattern.split('/').length;
      return (
        body !== undefined &&
        file.startsWith(inside) &&
        file.endsWith('.mdx') &&
        file.slice(inside.length).split('/').length === depth
      );
    });
  return shape?.body;
}

/**
 * A reader of bodies under `root`. What was proven is what is built, even when somebody saves a file
 * meanwhile; a file that turned faulty meanwhile stops the build.
 */
export const bodyReader =
  (root: string): ReadBody =>
  (path, content) => {
    const file = relative(root, path).split(sep).join('/');
    const proven = handedOver()?.bodies.get(file);
    if (proven && proven.digest === bodyDigest(content)) return { tree: proven.tree, problems: [] };
    const grammar = grammarOf(file);
    const read = parseBody(file, content, grammar ?? 'prose', 1, findFigures(root, content));
    const problems = grammar === undefined ? [stray(file)] : read.problems;
    return { tree: proven?.tree ?? read.tree, problems };
  };

/** Figures of the rules under `root`, for a body that quotes one. */
const findFigures = (root: string, content: string): FindFigure =>
  /<Rule\b|\{quy-dinh/.test(content) ? figureFinder(readCollection(root, 'rules').entries) : noFigures;

const stray = (file: string) => ({
  file,
  line: 1,
  column: 1,
  field: '',
  rule: 'stray-file',
  message: 'Tệp này không thuộc loại nội dung nào nên không được vẽ.',
  fix: 'chuyển vào đúng thư mục trong content/, hoặc xóa',
  hint: 'file belongs to no collection',
});
