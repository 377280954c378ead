/** Folders that somebody names. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, one after the other; one that is there is left as it is. Node's own way
 * (`recursive`) never ends where the system says that there can be no such place, below `/proc` for instance.
 * @throws Error of the system, for the first folder that cannot be made.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Somebody else made it meanwhile; a file of that name is told by whoever uses it.
    if (!existsSync(path)) throw error;
  }
}
