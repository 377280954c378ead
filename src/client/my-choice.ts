/** What a reader chose as their own in the directory: their bank, their carrier. On this device only. */

import { mayRemember } from './shared-machine.ts';

const key = (kind: string): string => `goi-${kind}`;

/** The id of the entry that was chosen for a kind. */
export function chosenOf(kind: string): string | undefined {
  return mayRemember() ? (localStorage.getItem(key(kind)) ?? undefined) : undefined;
}

/** Keeps a choice; without one, forgets it. A full store is no fault of the reader: then nothing is kept. */
export function choose(kind: string, id: string | undefined): void {
  if (!mayRemember()) return;
  try {
    if (id === undefined) localStorage.removeItem(key(kind));
    else localStorage.setItem(key(kind), id);
  } catch {
    // Nothing is kept; the page works without.
  }
}
