/**
 * Questions put to Pagefind so that they find something: it wants every word on one page, so it is asked word
 * by word and pair by pair.
 */
import { fold } from '../../../vietnamese/diacritics.ts';
import type { Query } from '../../../search/query.ts';

interface PagefindResult<T> {
  readonly id: string;
  readonly score: number;
  data(): Promise<T>;
}
/** The part of Pagefind's interface that is used. */
export interface Pagefind<T> {
  search(query: string): Promise<{ readonly results: readonly PagefindResult<T>[] }>;
}
/** A page found, named by its address. */
export interface Found<T> {
  readonly address: string;
  readonly score: number;
  readonly data: T;
}

/** Most words of a question that are asked for. */
const mostWords = 6;
/** Results whose text is fetched. */
const mostResults = 12;

/** The searches of a question, each with its weight. */
function partsOf(query: Query): { text: string; weight: number }[] {
  const own = query.groups.filter((group) => group.for === undefined && group.alternatives.length > 0);
  const strong = own.filter((group) => group.weight >= 1);
  const words = (strong.length > 0 ? strong : own).slice(0, mostWords);
  const added = query.groups.filter((group) => group.for !== undefined).slice(0, 4);
  const pairs = own
    .flatMap((group, index) => {
      const next = own[index + 1];
      return next && group.joined && group.weight * next.weight >= 0.5
        ? [
            {
              text: `${fold(group.text)} ${fold(next.text)}`,
              weight: 1.4 * Math.sqrt(group.weight * next.weight),
            },
          ]
        : [];
    })
    .slice(0, mostWords);
  return [
    ...(words.length > 1 ? [{ text: words.map((word) => fold(word.text)).join(' '), weight: 2 }] : []),
    ...pairs,
    ...words.map((word) => ({ text: fold(word.text), weight: 0.6 })),
    ...(added.length > 0
      ? [{ text: added.map((addition) => fold(addition.text)).join(' '), weight: 0.5 }]
      : []),
  ];
}

/**
 * Pages of the whole site for a question, best first. `pages` is about how many there are, for the worth of
 * rare words.
 */
export async function searchEverywhere<T extends { readonly url: string }>(
  query: Query,
  pagefind: Pagefind<T>,
  pages = 600,
): Promise<Found<T>[]> {
  const sums = new Map<string, { score: number; data: () => Promise<T> }>();
  for (const part of partsOf(query)) {
    const { results } = await pagefind.search(part.text);
    const worth = part.weight * Math.log(1 + pages / (results.length + 1));
    const top = results[0]?.score ?? 1;
    results.slice(0, 60).forEach((result, index) => {
      const sum = sums.get(result.id) ?? { score: 0, data: () => result.data() };
      sum.score += (worth * ((result.score / top) * 0.5 + 1 / (2 + index))) / 1.5;
      sums.set(result.id, sum);
    });
  }
  const best = [...sums.values()].sort((a, b) => b.score - a.score).slice(0, mostResults);
  return Promise.all(
    best.map(async (sum) => {
      const data = await sum.data();
      return { address: data.url, score: sum.score, data };
    }),
  );
}
