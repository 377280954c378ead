/** Limits on what grows by hand: past them a page, the search index or a phone suffers. */
import type { Entry } from '../../schemas/collections.ts';
import { fault } from '../faults.ts';
import type { Proving, Say } from '../proving.ts';

/** The most of each; above what the handbook has, below what hurts. Tables and screens: `read-blocks.ts`. */
const limits = { aliases: 30, list: 300, text: 4000 } as const;

/** Lists and texts of a value that are too long. */
function proveSize(say: Say, entry: Entry, value: unknown, path: readonly (string | number)[]): void {
  const what = typeof value === 'string' ? 'text' : path.at(-1) === 'aliases' ? 'aliases' : 'list';
  const count = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  if (count > limits[what]) say(entry, path, fault('too-many', { what, count, most: limits[what] }));
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value))
      proveSize(say, entry, item, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** No entry holds more than a page can show. */
export function proveLimits({ all, say }: Proving): void {
  for (const entry of all) proveSize(say, entry, entry.data, []);
}
