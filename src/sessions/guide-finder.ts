/** Finds guides in a short list by number or by words of their title. Pure; for lists that are small enough to look through whole. */
import { fold } from '../vietnamese/text.ts';

/** Guides that fit the words typed, best first: the very number, numbers that begin so, then titles that hold every word; marks may be missing. */
export function findGuides<G extends { readonly number: number; readonly title: string }>(
  guides: readonly G[],
  typed: string,
  likes: (g: G) => boolean = () => false,
): G[] {
  const words = fold(typed)
    .split(/[^a-z0-9]+/)
    .filter((w) => w !== '' && w !== 'bai');
  const number = words.length === 1 && /^\d{1,4}$/.test(words[0]!) ? words[0]! : undefined;
  const ranked = guides.flatMap((g) => {
    const title = fold(g.title);
    if (words.length === 0) return [{ g, rank: 2 }];
    if (number !== undefined && String(g.number) === number) return [{ g, rank: 0 }];
    if (number !== undefined && String(g.number).startsWith(number)) return [{ g, rank: 1 }];
    // Every word begins a word of the title, so that "ve" does not find "viec".
    return words.every((w) => ` ${title}`.includes(` ${w}`)) ? [{ g, rank: 2 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || Number(likes(b.g)) - Number(likes(a.g)) || a.g.number - b.g.number)
    .map((x) => x.g);
}
