/** A digest of everything that pages are drawn from besides the Handbook. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { exportFolder } from '../../books/made-exports.ts';
import { handedOver } from '../../gate/hand-over.ts';
import { collectionNames, collectionShapes } from '../../schemas/collections.ts';

/**
 * Code, styles, settings, installed packages, Node itself, the scripts that the bundler has written, and
 * every file of the content that is no entry of a collection of many.
 */
export function codeDigest(root: string, site: string): string {
  const entries = new Set(
    collectionNames
      .filter((name) => name !== 'words' && collectionShapes[name].pattern.includes('*'))
      .flatMap((name) => (handedOver()?.entries[name] ?? []).map(({ file }) => file)),
  );
  const under = (folder: string, pattern: string): string[] =>
    globSync(pattern, { cwd: folder, withFileTypes: true })
      .filter((found) => found.isFile())
      .map((found) => relative(folder, join(found.parentPath, found.name)).replaceAll('\\', '/'))
      .sort();
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.platform, process.arch]));
  const add = (folder: string, files: readonly string[]): void => {
    for (const file of files)
      if (existsSync(join(folder, file)) && statSync(join(folder, file)).isFile())
        hash.update(`\0${file}\0`).update(readFileSync(join(folder, file)));
  };
  add(
    root,
    under(root, '{content,src,public}/**/*').filter((file) => !entries.has(file)),
  );
  add(root, [
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'node_modules/.package-lock.json',
  ]);
  add(site, under(site, '_astro/**/*'));
  // Exports that the edition offers are large; a file of the same size and hour is the same.
  for (const file of under(root, `${exportFolder}/**/*`)) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`\0${file} ${size} ${mtimeMs}`);
  }
  return hash.digest('base64url');
}
