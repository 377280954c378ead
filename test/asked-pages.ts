/**
 * Pages that tests name. The national edition has them all, and one that is lost fails its test. Another
 * edition may have left any of them out: a test that wants just a guide takes another, a test of what one
 * page says is left out with its reason.
 */
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { isNational } from './national/edition.ts';

const root = join(import.meta.dirname, '..');

/** Address of a guide; where the content has none of that id, of one of its shelf, or of any. */
export function guidePage(id: string): string {
  const shelf = id.split('/')[0] ?? '';
  const [found = id] = [id, `${shelf}/*`, '*/*']
    .flatMap((pattern) => globSync(`${pattern}.mdx`, { cwd: join(root, 'content/guides') }).sort())
    .map((file) => file.replaceAll('\\', '/').replace(/\.mdx$/, ''));
  return `/huong-dan/${isNational ? id : found}/`;
}

/** For `test.skip`: whether this edition's site lacks one of some pages, and the reason that is printed. */
export function lacks(...addresses: readonly string[]): [lacking: boolean, why: string] {
  const lost = addresses.filter((address) => !existsSync(join(root, 'dist', address, 'index.html')));
  return [!isNational && lost.length > 0, `bản này không có ${lost.join(', ')}`];
}

/** A unit that has some file at its desk; where this edition has none of that id, another one. */
export function unitWith(file: string, id: string): string {
  const [found = id] = [id, '*'].flatMap((one) =>
    globSync(`dist/don-vi/${one}/${file}`, { cwd: root })
      .map((path) => path.replaceAll('\\', '/').split('/').at(-2) ?? id)
      .sort(),
  );
  return isNational ? id : found;
}
