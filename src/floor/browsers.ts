/**
 * The oldest browsers that show and run everything. The list is the key `browserslist` of `package.json`,
 * which other tools read too;
 * what it means for readers, and what still older browsers get, is said in `docs/san-trinh-duyet.md`.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const { browserslist } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  browserslist: string[];
};

/**
 * First version of each browser, by its name in Browserslist. Throws on a line that says it otherwise,
 * because the build could not obey.
 */
export const floor: ReadonlyMap<string, number> = new Map(
  browserslist.map((line) => {
    const parts = /^(\w+) >= (\d+)$/.exec(line);
    if (!parts?.[1] || !parts[2])
      throw new Error(`package.json, browserslist: “${line}” không đọc được; viết như “chrome >= 80”.`);
    return [parts[1], Number(parts[2])];
  }),
);

/** The same as targets of the bundlers: `chrome80`. Only engines; Samsung's browser has Chrome's. */
export const scriptTargets: readonly string[] = ['chrome', 'firefox', 'safari'].map(
  (engine) => `${engine}${floor.get(engine) ?? ''}`,
);

/** Builds the scripts of pages for the floor; what runs in the build itself stays as it is. */
export const scriptsForFloor: Plugin = {
  name: 'scripts-for-floor',
  enforce: 'post',
  configEnvironment: (environment) =>
    environment === 'client' ? { build: { target: [...scriptTargets] } } : undefined,
};

/**
 * Vite's helper for scripts that come when they are needed is made for styles, nonces and pages that listen
 * for its faults; none of it is here, and every page with a script would carry its 800 bytes.
 */
export const smallPreload: Plugin = {
  name: 'small-preload',
  enforce: 'pre',
  resolveId: (id) =>
    id === '\0vite/preload-helper.js'
      ? fileURLToPath(new URL('../client/preload.ts', import.meta.url))
      : undefined,
};
