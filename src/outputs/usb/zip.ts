/** Packs a folder into a zip whose bytes depend on nothing but names and contents. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';

/**
 * First day that a zip can name; read in the machine's own zone by the library, so it is given as local time.
 */
const fixedTime = new Date(1980, 0, 1, 0, 0, 0);

/**
 * Writes `file` with everything under `folder`, below the name `as`, and `file.sha256` beside it. Returns
 * size and checksum.
 */
export function zipFolder(folder: string, as: string, file: string): { bytes: number; sha256: string } {
  const content: Zippable = {};
  for (const path of globSync('**/*', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()) {
    if (statSync(join(folder, path)).isFile())
      content[`${as}/${path}`] = [readFileSync(join(folder, path)), { mtime: fixedTime, level: 6 }];
  }
  const bytes = zipSync(content);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(file, bytes);
  writeFileSync(`${file}.sha256`, `${sha256}  ${file.split(/[\\/]/).at(-1)}\n`);
  return { bytes: bytes.length, sha256 };
}
