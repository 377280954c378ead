/** ESLint over code and templates (`eslint.config.mjs`), and the lines that were read. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ESLint } from 'eslint';
import type { Finding } from './finding.ts';

export interface CodeReport {
  readonly findings: readonly Finding[];
  /** Lines of all files that were read: the whole by which shares are counted. */
  readonly lines: number;
}

/** Lines of a text; the line break at the end closes the last one. */
const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

/**
 * Every finding of ESLint. Files that did not change are answered from `.cache/eslint`; a rule that asks for
 * types may miss there what a change in another file broke, which the type check sees, and a fresh clone has
 * no cache.
 */
export async function lintCode(root: string): Promise<CodeReport> {
  // No editor waits behind this run: without this word scripts inside templates, which belong to no project,
  // make the type checker read all projects anew.
  process.env.TSESTREE_SINGLE_RUN = 'true';
  const eslint = new ESLint({
    cwd: root,
    cache: true,
    cacheLocation: '.cache/eslint/',
    cacheStrategy: 'content',
  });
  const results = await eslint.lintFiles(['.']);
  return {
    findings: results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, message }) => ({
        rule: ruleId ?? 'eslint/syntax',
        file: relative(root, filePath).replaceAll('\\', '/'),
        line,
        message,
      })),
    ),
    lines: results.reduce((sum, { filePath }) => sum + linesOf(readFileSync(filePath, 'utf8')), 0),
  };
}
