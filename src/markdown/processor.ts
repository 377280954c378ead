/**
 * The processor of MDX (`mdx({ processor })` in `astro.config.mjs`): an entry's body → the closed grammar → a
 * module that holds only names of our components and literals. Nothing that an author writes is ever run,
 * whichever command asks: what is not in the grammar stops it with file and line.
 */
import type { MarkdownProcessor } from 'astro/markdown';
import { formatProblem, type Problem } from '../domain/problem.ts';
import { piecesOf, type Piece, type PieceName } from './pieces.ts';
import type { Tree } from './tree.ts';

/**
 * Reads the body of a file: its tree, or what is wrong with it. `content` has empty lines in place of the
 * frontmatter.
 */
export type ReadBody = (
  file: string,
  content: string,
) => { readonly tree: Tree; readonly problems: readonly Problem[] };

/** Components that show something of other entries: they are given the page's `prose`. */
const looksUp: ReadonlySet<PieceName> = new Set<PieceName>([
  ...(['Calls', 'Term', 'Phone', 'Guide'] as const),
  ...(['Count', 'Site', 'Made'] as const),
]);

function print(piece: Piece): string {
  // Markup that is blank would be left out, and with it the space between two words.
  if (typeof piece === 'string')
    return piece.trim() === '' ? JSON.stringify(piece) : `h(F,{"set:html":${JSON.stringify(piece)}})`;
  const { name, props, inside } = piece;
  const values = Object.entries(props).map(([key, value]) => `${key}:${JSON.stringify(value)}`);
  if (looksUp.has(name)) values.push('prose');
  if (inside.length > 0) values.push(`children:[${inside.map(print).join(',')}]`);
  return `h(c.${name},{${values.join(',')}})`;
}

/** A body as a module. `components` and `prose` are given by the page that draws it. */
const printModule = (tree: Tree): string =>
  [
    "import { Fragment as F, jsx as h } from 'astro/jsx-runtime';",
    'export const frontmatter = {};',
    `export default function MDXContent({components:c,prose}){return h(F,{children:[${piecesOf(tree).map(print).join(',')}]});}`,
  ].join('\n');

/** A fault of a body as the bundler tells it: with the place in the file. */
class BodyError extends Error {
  readonly line: number;
  readonly column: number;
  constructor(problems: readonly Problem[], { line, column }: Problem) {
    super(`Nội dung còn ${problems.length} lỗi:\n\n${problems.map(formatProblem).join('\n\n')}`);
    this.line = line;
    this.column = column;
  }
}

const noMetadata = {
  hydratedComponents: [],
  clientOnlyComponents: [],
  serverComponents: [],
  scripts: [],
  propagation: 'none',
  containsHead: false,
  pageOptions: {},
};

/** Draws bodies. There is no Markdown besides them. */
export const bodyProcessor = (read: ReadBody): MarkdownProcessor => ({
  name: 'so-tay-so',
  options: {},
  createRenderer: () => Promise.reject(new Error('Sổ tay không có tệp .md nào để vẽ. (only .mdx is drawn)')),
  createMdxRenderer: () =>
    Promise.resolve({
      process: (content, file) => {
        const { tree, problems } = read(file, content);
        const [first] = problems;
        return first
          ? Promise.reject(new BodyError(problems, first))
          : Promise.resolve({ code: printModule(tree), map: null, astroMetadata: noMetadata });
      },
    }),
});
