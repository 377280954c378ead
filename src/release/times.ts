/** Times of files, from which servers make the marks that browsers ask with ("is it still the same?"). */
import { existsSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readSums, type Checksums } from './checksums.ts';
import { listName } from './layout.ts';

/**
 * Gives each file of `site` that is the same in the edition `before` the time that it has there, so that
 * readers who have it need not fetch it again after each edition. A changed file keeps its own, later time:
 * one time for all would let a server call it unchanged.
 */
export function keepTimes(before: string, site: string, sums: Checksums): void {
  for (const [file, sum] of listOf(before)) {
    const old = join(before, file);
    if (sums.get(file) !== sum || !existsSync(old)) continue;
    const { atime, mtime } = statSync(old);
    utimesSync(join(site, file), atime, mtime);
  }
}

/**
 * The checksums of an edition; none when its list is damaged, because then nothing of it can be called
 * unchanged.
 */
function listOf(edition: string): Checksums {
  try {
    return readSums(join(edition, listName));
  } catch {
    return new Map();
  }
}
