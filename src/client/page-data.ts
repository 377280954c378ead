/** Data that the build wrote for a script of the page: in the page, or beside it where it is long. */
import { one } from './page-parts.ts';

const read = new Map<string, string>();

/** Reads it; whatever asks for it is loaded after that. @throws TypeError when its file cannot be fetched */
export async function readData(id: string): Promise<void> {
  const place = one(HTMLElement, `#${id}`);
  const { from } = place.dataset;
  read.set(id, from === undefined ? place.textContent : await (await fetch(from)).text());
}

/** What was read; the build wrote it in the shape that the caller names. */
export const pageData = <Data>(id: string): Data => JSON.parse(read.get(id) ?? 'null') as Data;
