/** Writes both indexes: the passages for the phone, and Pagefind over every page that has no passages. */
import { barOut } from '../../search/bar.ts';
import type { FinishedSite } from '../output.ts';
import { writePassages } from './passage-files.ts';
import { writePagefind } from './pagefind.ts';

export async function writeIndexes({ root, dist }: FinishedSite): Promise<string> {
  const passages = await writePassages(root, dist);
  const pages = await writePagefind(dist, 'pagefind', barOut, passages.whole);
  return `${passages.pages} trang trong chỉ mục câu trả lời (${passages.core} + ${passages.body} byte), ${pages} trang trong chỉ mục toàn trang`;
}
