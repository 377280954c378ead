/** Writes the files of the passage index under `tim/` of the finished site. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHandbook } from '../../handbook/read-handbook.ts';
import { buildSearch, type PageSource, type QueryWords } from '../../search/build.ts';
import type { BodyFile, CoreFile, PageText } from '../../search/format.ts';
import { pageSources } from './passages.ts';

/** Everything search knows of the content under `root`. */
export function searchSources(root: string): { pages: PageSource[]; words: QueryWords } {
  const { handbook, proven } = readHandbook(root);
  return {
    pages: pageSources(handbook, proven.entries, proven),
    words: proven.entries.queryWords[0]!.data,
  };
}

/** The files of the index, stamped with what is in them. */
export function searchFiles(
  pages: readonly PageSource[],
  words: QueryWords,
): {
  core: CoreFile;
  body: BodyFile;
  texts: ReadonlyMap<string, PageText>;
  meanings: Readonly<Record<string, string>>;
} {
  const edition = createHash('sha256')
    .update(JSON.stringify([pages, words]))
    .digest('hex')
    .slice(0, 12);
  const meanings = Object.fromEntries(
    pages
      .filter((page) => page.kind === 'term')
      .map((page) => [page.address.slice(page.address.indexOf('#') + 1), page.sections[0]!.lines[0]!.text]),
  );
  return { ...buildSearch(pages, words, edition), meanings };
}

/**
 * Writes the index for the pages that the site in `dist` really has. Answers with what was written, in bytes,
 * and the addresses of the pages whose whole text is in it.
 */
export async function writePassages(
  root: string,
  dist: string,
): Promise<{ pages: number; core: number; body: number; whole: ReadonlySet<string> }> {
  const { pages, words } = searchSources(root);
  const there = pages.filter((page) =>
    existsSync(join(dist, page.address.replace(/#.*$/, ''), 'index.html')),
  );
  const { core, body, texts, meanings } = searchFiles(there, words);
  await mkdir(join(dist, 'tim/bai'), { recursive: true });
  const write = async (name: string, data: unknown): Promise<number> => {
    const text = JSON.stringify(data);
    await writeFile(join(dist, 'tim', name), text);
    return Buffer.byteLength(text);
  };
  for (const [name, text] of texts) await write(`bai/${name}`, text);
  await write('tu-dien.json', meanings);
  const whole = new Set(
    there.filter((page) => page.kind !== 'term' && page.kind !== 'page').map((page) => page.address),
  );
  return {
    pages: there.length,
    whole,
    core: await write('goc.json', core),
    body: await write('them.json', body),
  };
}
