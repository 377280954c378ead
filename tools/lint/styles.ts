/** Stylelint over style sheets and the styles of templates (`stylelint.config.mjs`). */
import { relative } from 'node:path';
import stylelint from 'stylelint';
import type { Finding } from './finding.ts';

export async function lintStyles(root: string): Promise<Finding[]> {
  const { results } = await stylelint.lint({
    cwd: root,
    files: ['src/**/*.{css,astro}'],
    cache: true,
    cacheLocation: '.cache/stylelint/',
    cacheStrategy: 'content',
  });
  return results.flatMap(({ source = '', warnings }) =>
    warnings.map(({ rule, line, text }) => ({
      rule: `stylelint/${rule}`,
      file: relative(root, source).replaceAll('\\', '/'),
      line,
      message: text,
    })),
  );
}
