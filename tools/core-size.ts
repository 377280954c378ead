/**
 * How large the core is: everything under `src` that every form builds on. It may not grow with the forms.
 */
import { globSync, readFileSync } from 'node:fs';

/**
 * Lines that the core may have at most. Lower it when the core shrinks; raise it only with a reason in the
 * commit.
 */
export const coreCeiling = 33_500;

/** Lines of code and templates in the core, without what is printed and without styles. */
export function coreLines(): number {
  return lines(
    globSync('src/**/*.{ts,mjs,astro}').filter(
      (file) =>
        !/^src[\\/](?:books|outputs|desk|intake|release|cli)[\\/]/.test(file) && !file.endsWith('keys.ts'),
    ),
  );
}

/** Lines of all forms with their pages and what only forms share. */
export const formLines = (): number => lines(globSync(['src/outputs/**/*.{ts,astro}', 'src/books/**/*.ts']));

const lines = (files: readonly string[]): number =>
  files.reduce((total, file) => total + readFileSync(file, 'utf8').split('\n').length - 1, 0);

/** To the next five hundred, so that the document does not change with every commit. */
const rounded = (count: number): string => (Math.ceil(count / 500) * 500).toLocaleString('en');

/** The sentence of the document. */
export const coreSize = (): string =>
  `The core has at most ${rounded(coreLines())} lines, the forms ${rounded(formLines())}; a test holds the core under ${coreCeiling.toLocaleString('en')}.`;
