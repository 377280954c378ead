/** Whether an edition on the disk is what its list says, byte for byte. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder, parseSums, readSums, sha256, sumsOf, type Checksums } from './checksums.ts';
import { listName, type Target } from './layout.ts';

/** What differs from the list; all empty when nothing does. */
export interface Differences {
  readonly missing: readonly string[];
  readonly different: readonly string[];
  readonly extra: readonly string[];
}

export const same = (differences: Differences): boolean =>
  differences.missing.length + differences.different.length + differences.extra.length === 0;

/** Holds a folder against a list. `also` are files that may stand there, too, with their checksums. */
export async function holdAgainst(
  root: string,
  sums: Checksums,
  also: Checksums = new Map(),
): Promise<Differences> {
  const all = new Map([...also, ...sums]);
  const files = existsSync(root) ? filesUnder(root) : [];
  const real = await sumsOf(root, files);
  return {
    missing: [...all.keys()].filter((file) => !real.has(file)),
    different: [...real]
      .filter(([file, sum]) => all.has(file) && all.get(file) !== sum)
      .map(([file]) => file),
    extra: files.filter((file) => !all.has(file)),
  };
}

/** An edition of a published folder: its list must have the checksum that is its name. */
export async function verifyEdition(
  target: Target,
  id: string,
): Promise<{ readonly sums: Checksums; readonly files: number; readonly found: Differences }> {
  const root = target.release(id);
  const path = join(root, listName);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (text === undefined || sha256(text) !== id)
    return {
      sums: new Map(),
      files: 0,
      found: {
        missing: text === undefined ? [listName] : [],
        different: text === undefined ? [] : [listName],
        extra: [],
      },
    };
  const sums = parseSums(text);
  const found = await holdAgainst(root, new Map([...sums, [listName, id]]), readSums(target.kept(id)));
  return { sums, files: sums.size + 1, found };
}
