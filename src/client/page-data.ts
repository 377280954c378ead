/** Data that the build wrote for a script of the page: in the page, or beside it where it is long. */
import { late } from './late.ts';
import { one } from './page-parts.ts';

const read = new Map<string, string>();

/** Reads it; whatever asks for it is loaded after that. @throws NotLoaded when its file does not come */
export async function readData(id: string): Promise<void> {
  const place = one(HTMLElement, `#${id}`);
  const { from } = place.dataset;
  const answer = from === undefined ? undefined : await late(() => fetch(from), from);
  read.set(id, (await answer?.text()) ?? place.textContent);
}

/** What was read. */
export const pageData = (id: string): unknown => JSON.parse(read.get(id) ?? 'null');
