/** Pagefind's index of the finished site. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteFiles } from '../../books/site-files.ts';

/** Files of Pagefind's own interface, which no page loads. */
const unused = /(-ui|modular|component|highlight)/;

/**
 * Indexes every page of `dist` that names an indexed part; `text` makes the copy that is indexed. Answers
 * with the number of pages.
 */
export async function writePagefind(
  dist: string,
  folder: string,
  text: (html: string) => string,
): Promise<number> {
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'vi' });
    if (!index) throw new Error(`Chỉ mục tìm kiếm: ${errors.join('; ')}`);
    let pages = 0;
    for (const file of siteFiles(dist)) {
      if (!file.endsWith('.html')) continue;
      const url = `/${file.replace(/index\.html$/, '')}`;
      const html = await readFile(join(dist, file), 'utf8');
      if (!html.includes('data-pagefind-body')) continue;
      const added = await index.addHTMLFile({ url, content: text(html) });
      if (added.errors.length > 0) throw new Error(`Chỉ mục tìm kiếm, ${file}: ${added.errors.join('; ')}`);
      pages++;
    }
    const { files, errors: written } = await index.getFiles();
    if (written.length > 0) throw new Error(`Chỉ mục tìm kiếm: ${written.join('; ')}`);
    for (const file of files) {
      if (unused.test(file.path)) continue;
      const path = join(dist, folder, file.path);
      await mkdir(join(path, '..'), { recursive: true });
      await writeFile(path, file.content);
    }
    return pages;
  } finally {
    await close();
  }
}
