/** Pagefind over every page: fetched only when somebody asks for it. */
import { barIn } from '../bar.ts';
import { searchEverywhere, type Found, type Pagefind } from './everywhere.ts';
import type { Query } from '../../../search/query.ts';
import { element } from '../../../client/passage-view.ts';

interface PageData {
  readonly url: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly excerpt: string;
}

let pagefind: Promise<Pagefind<PageData>> | undefined;
function loadPagefind(edition: string): Promise<Pagefind<PageData>> {
  return (pagefind ??= (async () => {
    // Made after the build, so it must not be resolved by the bundler.
    const address = '/pagefind/pagefind.js';
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind<PageData> & {
      options(options: object): Promise<void>;
      init(): Promise<void>;
    };
    // Without its worker: a worker from a string address would break the page's policy.
    await pagefind.options({ noWorker: true, metaCacheTag: edition, excerptLength: 24 });
    await pagefind.init();
    return pagefind;
  })().catch((error: unknown) => {
    pagefind = undefined;
    throw error;
  }));
}

/** Pages of the whole site for a question. Rejects when the index does not come. */
export const searchWide = async (query: Query, edition: string): Promise<Found<PageData>[]> =>
  searchEverywhere(query, await loadPagefind(edition));

/** Pagefind marks every tone of a word; its marks are dropped. */
const plainExcerpt = (excerpt: string): string =>
  barIn(excerpt.replace(/<\/?mark>/g, ''))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** A row of them; `mark` marks what matched. */
export function wideRow(
  { address, data }: Found<PageData>,
  mark: (text: string) => (Node | string)[],
): HTMLLIElement {
  const link = element('a', '', ...mark(barIn(data.meta.title ?? address)));
  link.href = address;
  return element('li', '', link, element('p', 'quiet', ...mark(plainExcerpt(data.excerpt))));
}
