/**
 * Finds pages of a copy on a disk by the words on them: stands in for Pagefind, which needs a server. Runs in
 * the browser.
 */
import { fold } from '../../vietnamese/diacritics.ts';

/** A page: address, title, kind, text. */
export type FinderPage = readonly [address: string, title: string, kind: string, text: string];
/** Its file in the copy, as an address on the site. */
export const finderFile = '/tim/trang.json';

interface Data {
  readonly url: string;
  readonly meta: { readonly title: string };
  readonly excerpt: string;
  readonly filters: { readonly loai: readonly string[] };
}
interface Entry {
  readonly page: FinderPage;
  readonly title: string;
  readonly text: string;
}

let entries: Promise<readonly Entry[]> | undefined;
const load = (): Promise<readonly Entry[]> =>
  (entries ??= fetch(finderFile)
    .then((response) => response.json() as Promise<readonly FinderPage[]>)
    .then((pages) =>
      pages.map((page) => ({ page, title: ` ${fold(page[1])} `, text: ` ${fold(page[3])} ` })),
    ));

const times = (text: string, word: string): number => text.split(` ${word}`).length - 1;

/** Some words around the first place where one of the asked words stands. */
function excerpt(text: string, words: readonly string[]): string {
  const all = text.split(' ');
  const at = Math.max(
    0,
    all.findIndex((word) => words.includes(fold(word))),
  );
  return all.slice(Math.max(0, at - 8), at + 16).join(' ');
}

/** Same promise as Pagefind's: pages that hold every word, best first. */
export async function search(
  query: string,
): Promise<{ results: { id: string; score: number; data(): Promise<Data> }[] }> {
  const words = fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  if (words.length === 0) return { results: [] };
  const found = (await load()).flatMap(({ page, title, text }) => {
    const counts = words.map((word) => times(text, word));
    if (counts.some((times) => times === 0)) return [];
    const named = words.filter((word) => times(title, word) > 0).length;
    // A page is most likely meant when its name is what was asked, and little else.
    const name = (named / words.length) * (named / (title.trim().split(' ').length + words.length - named));
    return [
      {
        page,
        score:
          counts.reduce((total, times) => total + Math.log(1 + times), 0) / Math.log(50 + text.length) +
          4 * name,
      },
    ];
  });
  return {
    results: found
      .sort((a, b) => b.score - a.score)
      .map(({ page: [url, title, kind, text], score }) => ({
        id: url,
        score,
        data: () =>
          Promise.resolve({ url, meta: { title }, excerpt: excerpt(text, words), filters: { loai: [kind] } }),
      })),
  };
}

/** Pagefind's settings mean nothing here. */
export const options = (): Promise<void> => Promise.resolve();
export const init = (): Promise<void> => Promise.resolve();
