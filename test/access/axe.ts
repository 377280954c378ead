/**
 * axe in a page, put there once and run many times: ten times faster than one analysis by AxeBuilder for each
 * look.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

export const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core'),
  'utf8',
);
const tags = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What a display mode can spoil: colours, links told by colour alone. Structure and names are the same
 * in all of them; sizes and overlaps are measured in every look by stricter bounds than axe's
 * (`targetFaults`), which takes a third of the time of all these rules and is asked where all rules are. The
 * enhanced rule passes over what the plain one finds: without that one letters that can hardly be seen would
 * pass.
 */
const looksOnly = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** What axe finds with AAA contrast, target size and best practice. The page must have run `axeSource`. */
export const axeFaults = (page: Page): Promise<string[]> => runAxe(page, { type: 'tag', values: tags });

/** The same, of what a display mode can spoil only. */
export const axeLookFaults = (page: Page): Promise<string[]> =>
  runAxe(page, { type: 'rule', values: looksOnly });

async function runAxe(page: Page, runOnly: { type: string; values: string[] }): Promise<string[]> {
  return page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: Document,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, {
      runOnly: chosen,
      rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
      resultTypes: ['violations'],
    });
    return violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .slice(0, 2)
          .map((node) => node.target.join(' '))
          .join('; ')}`,
    );
  }, runOnly);
}
