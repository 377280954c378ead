/**
 * The letters of printed PDFs: one embedded family with every letter of Vietnamese, whatever the machine that
 * prints has. Without it a
 * Debian of its own gives two families within one word. Roboto, because how much of a guide fits a sheet is
 * reckoned with its widths
 * (`styles/faces.css`). Given to the page by the command alone; no reader's page carries it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from '@playwright/test';

/** Name of the family in the PDF's fonts. */
export const printFamily = 'Roboto';
/** Its name on the page: none that a machine could have. */
const pageFamily = 'So tay in';
/** Weights that sheets and slides use; `bold` is 700. */
const weights = [400, 600, 700, 800] as const;
/** Parts of the family, each with its letters. */
const parts = ['latin', 'latin-ext', 'vietnamese', 'symbols', 'math'] as const;

interface Face {
  readonly weight: string;
  readonly range: string;
  readonly base64: string;
}

function faces(): Face[] {
  const { resolve } = createRequire(import.meta.url);
  const ranges: unknown = JSON.parse(readFileSync(resolve('@fontsource/roboto/unicode.json'), 'utf8'));
  const rangeOf = (part: string): string => {
    const range: unknown =
      typeof ranges === 'object' && ranges !== null
        ? Object.entries(ranges).find(([name]) => name === part)?.[1]
        : undefined;
    if (typeof range !== 'string') throw new Error(`@fontsource/roboto: no part “${part}”`);
    return range;
  };
  return weights.flatMap((weight) =>
    parts.map((part) => ({
      weight: String(weight),
      range: rangeOf(part),
      base64: readFileSync(
        resolve(`@fontsource/roboto/files/roboto-${part}-${weight}-normal.woff2`),
      ).toString('base64'),
    })),
  );
}

/** Puts the letters into every page that this context opens. */
export async function bringLetters(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    ({ family, list }) => {
      for (const { weight, range, base64 } of list) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        // From bytes and not from an address: the page's own policy stays as readers have it.
        document.fonts.add(new FontFace(family, bytes, { weight, unicodeRange: range }));
      }
    },
    { family: pageFamily, list: faces() },
  );
}

/** Sets a page that has come in the letters, and waits until it is. */
export async function setInLetters(page: Page): Promise<void> {
  await page.evaluate(async (family) => {
    const { style } = document.documentElement;
    // Sheets and slides ask for the letters by this name; pages for the screen name none that is embedded.
    style.setProperty('--letters', `"${family}"`);
    style.setProperty('font-family', `"${family}"`);
    await Promise.all(
      [...document.fonts].filter((face) => face.family.includes(family)).map((face) => face.load()),
    );
    await document.fonts.ready;
  }, pageFamily);
}
