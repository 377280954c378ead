/** Writes both indexes: titles and passages for the phone, and Pagefind over every page. */
import { unnamed } from '../../books/nominal.ts';
import { barOut } from './bar.ts';
import type { FinishedSite } from '../output.ts';
import { writePassages } from './passage-files.ts';
import { writePagefind } from './pagefind.ts';

export async function writeIndexes(site: FinishedSite): Promise<string> {
  const passages = await writePassages(site);
  const started = performance.now();
  const pages = await writePagefind(site.dist, 'pagefind', (html) =>
    barOut(unnamed(html, passages.handbook)),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return [
    `${passages.pages} mục trong chỉ mục câu trả lời (${passages.core} + ${passages.body} byte)`,
    `${pages} trang trong chỉ mục toàn trang (${seconds} giây)`,
  ].join(', ');
}
