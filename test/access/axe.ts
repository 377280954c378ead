/**
 * axe in a page, put there once and run many times: ten times faster than one analysis by AxeBuilder for each
 * look.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

export const axeSource = readFileSync(
  createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve(
    'axe-core/axe.min.js',
  ),
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

/**
 * What axe finds with AAA contrast, target size and best practice, on the page or a part of it. The page must
 * have run `axeSource`.
 */
export const axeFaults = (page: Page, part = ':root'): Promise<string[]> =>
  runAxe(page, { runOnly: { type: 'tag', values: tags }, rules: strict }, part);

/** The same, of what a display mode can spoil only. */
export const axeLookFaults = (page: Page, part = ':root'): Promise<string[]> =>
  runAxe(page, { runOnly: { type: 'rule', values: looksOnly }, rules: strict }, part);

/**
 * What axe finds by the rules that it asks of any page, put into the page first; for pages without frames.
 * The usual wrapper opens a second page for every analysis.
 */
export async function axeUsualFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return runAxe(page, {});
}

/** Rules that nobody gets unasked. */
const strict = { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } };

async function runAxe(page: Page, options: object, part = ':root'): Promise<string[]> {
  const asked = { options: { ...options, resultTypes: ['violations'] }, part };
  return page.evaluate(async ({ options, part }) => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          where: Element,
          options: object,
        ): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
      };
    };
    const where = document.querySelector(part);
    if (where === null) throw new Error(`${part} is not there`);
    const { violations } = await axe.run(where, options);
    return violations.map(
      (violation) =>
        `${violation.id}: ${violation.nodes
          .slice(0, 2)
          .map((node) => node.target.join(' '))
          .join('; ')}`,
    );
  }, asked);
}
