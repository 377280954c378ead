/** Turns the finished site, in place, to the path that it will be served under. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFiles } from '../../books/site-files.ts';
import type { FinishedSite } from '../output.ts';

/** Without this mark, GitHub Pages leaves out every folder whose name begins with `_`. */
const mark = '.nojekyll';

/** Turns every file. At the root of a host nothing changes but for the mark that GitHub Pages wants. */
export function turnSite({
  dist,
  base,
  path,
  served,
}: Pick<FinishedSite, 'dist' | 'base' | 'path' | 'served'>): string {
  const { host, origin } = new URL(base);
  if (path !== '' || host.endsWith('.github.io')) writeFileSync(join(dist, mark), '');
  if (path === '') return 'ở gốc của tên miền';
  let turned = 0;
  const put = (file: string, before: Buffer, after: Buffer): void => {
    if (after.equals(before)) return;
    // A file may be one with a kept one: it is laid anew, never written into.
    rmSync(join(dist, file));
    writeFileSync(join(dist, file), after);
    turned++;
  };
  for (const file of siteFiles(dist)) {
    const bytes = readFileSync(join(dist, file));
    // The site map is written for the root of the host by a package of others.
    if (/^sitemap.*\.xml$/.test(file))
      put(file, bytes, Buffer.from(bytes.toString().replaceAll(`<loc>${origin}/`, `<loc>${origin}${path}/`)));
    else put(file, bytes, served(file, bytes));
  }
  return `dưới ${path}/: ${turned} tệp`;
}
