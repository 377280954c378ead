/** Making an edition the live one: older hashed files are laid beside its own, then `current` is switched. */
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatSums, parseSums, readSums, sha256 } from './checksums.ts';
import { compressor } from './compress.ts';
import { flushFolder, linkWhole, writeWhole } from './durable.ts';
import { editions, listName, pointTo, type Target } from './layout.ts';
import { hashedName } from './names.ts';

/** Called at each step with its name; tests stop the run there. */
export type At = (point: string) => void;

/**
 * Hashed files of all other editions on the disk get a second name in this one, so that a page which was
 * loaded before the switch still finds what it asks for. They are no part of the edition and stand in a list
 * of their own. Answers with how many there are.
 */
function carry(target: Target, id: string, at: At): number {
  // In an image nothing can be put; those before it stand beneath it.
  if (lstatSync(target.release(id)).isSymbolicLink()) return readSums(target.kept(id)).size;
  const own = readSums(join(target.release(id), listName));
  const before = existsSync(target.kept(id))
    ? parseSums(readFileSync(target.kept(id), 'utf8'))
    : new Map<string, string>();
  const carried = new Map([...before].filter(([file]) => existsSync(join(target.release(id), file))));
  const from = new Map<string, string>();
  for (const other of editions(target)) {
    if (other === id) continue;
    for (const [file, sum] of readSums(join(target.release(other), listName))) {
      if (!hashedName(file) || own.has(file) || carried.has(file)) continue;
      const path = join(target.release(other), file);
      // What is damaged there is not spread.
      if (!existsSync(path) || sha256(readFileSync(path)) !== sum) continue;
      carried.set(file, sum);
      from.set(file, path);
    }
  }
  writeWhole(target.kept(id), `# ${compressor}\n${formatSums(carried)}`);
  at('kept-list');
  const folders = new Set<string>();
  for (const [file, path] of from) {
    const to = join(target.release(id), file);
    linkWhole(path, to, target.root);
    for (let dir = dirname(to); dir.length >= target.release(id).length; dir = dirname(dir)) folders.add(dir);
    at('carrying');
  }
  for (const dir of folders) flushFolder(dir);
  return carried.size;
}

/** Whether the twins of an edition were made by the libraries that run now. */
export const sameCompressor = (target: Target, id: string): boolean =>
  existsSync(target.kept(id)) && readFileSync(target.kept(id), 'utf8').startsWith(`# ${compressor}\n`);

/** Carries and switches. */
export function goLive(target: Target, id: string, at: At): number {
  const carried = carry(target, id, at);
  at('carried');
  pointTo(target, id, () => at('switching'));
  at('switched');
  return carried;
}
