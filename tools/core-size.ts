/**
 * How large the core is: everything under `src` that every form builds on. It may not grow with the forms.
 */
import { globSync, readFileSync } from 'node:fs';

/**
 * Lines that the core may have at most. Lower it when the core shrinks; raise it only with a reason in the
 * commit.
 */
export const coreCeiling = 27_800;

/**
 * Lines of code and templates in the core, without what is printed, styles, and lines that are only comment: a
 * house must not lose its reasons to stay small.
 */
export function coreLines(): number {
  return lines(
    globSync('src/**/*.{ts,mjs,astro}').filter(
      (file) =>
        !/^src[\\/](?:books|outputs|desk|intake|release|cli)[\\/]/.test(file) && !file.endsWith('keys.ts'),
    ),
  );
}

/** Lines of all forms with their pages and what only forms share. */
export const formLines = (): number =>
  lines(globSync(['src/outputs/**/*.{ts,astro}', 'src/books/**/*.{ts,astro}']));

const lines = (files: readonly string[]): number =>
  files.reduce((total, file) => total + codeLines(readFileSync(file, 'utf8')), 0);

/** Lines of a file that say something to the machine. */
export const codeLines = (text: string): number =>
  text.split('\n').filter((line) => line.trim() !== '' && !/^\s*(?:\/\/|\/\*|\*(?:\s|\/|$))/.test(line))
    .length;

/** To the next five hundred, so that the document does not change with every commit. */
const rounded = (count: number): string => (Math.ceil(count / 500) * 500).toLocaleString('en');

/** The sentence of the document. */
export const coreSize = (): string =>
  `The core has at most ${rounded(coreLines())} lines of code, the forms ${rounded(formLines())}; a test holds the core under ${coreCeiling.toLocaleString('en')}.`;
