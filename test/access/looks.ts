/**
 * Many looks of one page by one question: the page itself puts one on after the other and measures it, so
 * that nothing is painted in between and nobody waits for answers.
 */
import type { Browser, Page } from '@playwright/test';
import { presets } from '../../src/modes/settings.ts';
import { newLook, targetFaults, tooWide } from './probes.ts';

/** A mode or more, as in an address, and the size of targets that it promises. */
export interface Look {
  readonly look: string;
  readonly least: number;
}

/** What is wrong with the page in a look, and how many targets it has there. */
interface Measured {
  readonly look: string;
  readonly seen: number;
  readonly wide: readonly string[];
  readonly targets: readonly string[];
}

declare global {
  interface Window {
    probes?: { tooWide: typeof tooWide; targetFaults: typeof targetFaults; newLook: typeof newLook };
  }
}

/** What the early script makes of a look: a preset is opened into its modes. */
const modesOf = (look: string): string =>
  look
    .split(' ')
    .flatMap((token) => (token in presets ? presets[token as keyof typeof presets] : [token]))
    .join(' ');

/** Puts modes on the page as the early script does. */
export const wear = (page: Page, look: string): Promise<void> =>
  page.evaluate((modes) => {
    document.documentElement.dataset.cheDo = modes;
  }, modesOf(look));

const bringProbes = (page: Page): Promise<unknown> =>
  page.evaluate(
    `window.probes = {
      tooWide: ${tooWide.toString()},
      targetFaults: ${targetFaults.toString()},
      newLook: ${newLook.toString()},
    }`,
  );

/** Width and targets in each look, with the letters that it asks for. */
export async function measureLooks(page: Page, looks: readonly Look[]): Promise<Measured[]> {
  await bringProbes(page);
  return page.evaluate(
    async (all) => {
      const { probes } = window;
      if (!probes) throw new Error('no probes');
      const measured: Measured[] = [];
      for (const { look, least, modes } of all) {
        document.documentElement.dataset.cheDo = modes;
        // Laid out, it knows which letters it wants; those come before anything is measured.
        document.documentElement.getBoundingClientRect();
        if (document.fonts.status === 'loading') await document.fonts.ready;
        const { seen, faults } = probes.targetFaults(least);
        measured.push({ look, seen, wide: probes.tooWide(), targets: faults });
      }
      return measured;
    },
    looks.map((one) => ({ ...one, modes: modesOf(one.look) })),
  );
}

/** What stands out of the window in each look, with the letters that it asks for. */
export async function widthInLooks(
  page: Page,
  looks: readonly string[],
): Promise<Pick<Measured, 'look' | 'wide'>[]> {
  await bringProbes(page);
  const wide = await page.evaluate(async (all) => {
    const { probes } = window;
    if (!probes) throw new Error('no probes');
    const found: string[][] = [];
    for (const modes of all) {
      document.documentElement.dataset.cheDo = modes;
      document.documentElement.getBoundingClientRect();
      if (document.fonts.status === 'loading') await document.fonts.ready;
      const { scrollWidth = Infinity } = document.scrollingElement ?? {};
      if (scrollWidth > innerWidth) found.push([`${scrollWidth} px`, ...probes.tooWide()]);
      else found.push([]);
    }
    return found;
  }, looks.map(modesOf));
  return looks.map((look, index) => ({ look, wide: wide[index] ?? ['not measured'] }));
}

/** Those of the looks that show other colours or smaller letters than the ones before (`newLook`). */
export async function newLooks(page: Page, looks: readonly string[]): Promise<string[]> {
  await bringProbes(page);
  const found = await page.evaluate(
    (all) =>
      all.map((modes) => {
        document.documentElement.dataset.cheDo = modes;
        return window.probes?.newLook() ?? true;
      }),
    looks.map(modesOf),
  );
  return looks.filter((_, index) => found[index]);
}

let shared: Page | undefined;
/**
 * One page for tests that keep nothing in the browser: a new window for each costs more than what is looked
 * at. Without motion, or a page is still on its way to the focus when it is measured.
 */
export async function sharedPage(browser: Browser): Promise<Page> {
  shared ??= await browser.newPage({ reducedMotion: 'reduce' });
  return shared;
}
