/** Ordinary scripts made of the site's modules, because a browser loads no module from a disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { scriptTargets } from '../../floor/browsers.ts';

const here = import.meta.dirname;
/** Pagefind needs a server: the copy brings its own finder. */
const ownFinder: Plugin = {
  name: 'own-finder',
  resolveId: (id) => (id === '/pagefind/pagefind.js' ? join(here, 'page-finder.ts') : undefined),
};

/**
 * What would be fetched beforehand is in the script already, and its address cannot be reckoned in a file
 * from a disk.
 */
const nothingBeforehand: Plugin = {
  name: 'nothing-beforehand',
  transform: (code) => code.replace(/__vite__mapDeps\(\[[^\]]*\]\)/g, '[]'),
};

/** One self-contained script with all that `file` imports. */
export async function classicScript(file: string): Promise<string> {
  const bundle = await rolldown({
    input: file,
    plugins: [ownFinder, nothingBeforehand],
    logLevel: 'silent',
    transform: { target: [...scriptTargets] },
  });
  try {
    const { output } = await bundle.generate({ format: 'iife', codeSplitting: false, minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}

/** The script that every page of a copy runs first. */
export const doorScript = (): Promise<string> => classicScript(join(here, 'door.ts'));

/** Text of a file as a script that hands it over to the door. */
export function dataScript(address: string, file: string): string {
  return `soTayTep(${JSON.stringify(address)},${JSON.stringify(readFileSync(file, 'utf8')).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')});`;
}
