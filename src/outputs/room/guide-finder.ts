/**
 * Finds guides in a short list by number or by words of their title. Pure; for lists that are small enough to
 * look through whole.
 */
import { fold } from '../../vietnamese/diacritics.ts';

/**
 * Guides that fit the words typed, best first: the very number, numbers that begin so, then titles that hold
 * every word; marks may be missing.
 */
export function findGuides<G extends { readonly number: number; readonly title: string }>(
  guides: readonly G[],
  typed: string,
  likes: (item: G) => boolean = () => false,
): G[] {
  const words = fold(typed)
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '' && part !== 'bai');
  const [only = '', another] = words;
  const number = another === undefined && /^\d{1,4}$/.test(only) ? only : undefined;
  const ranked = guides.flatMap((guide) => {
    const title = fold(guide.title);
    if (words.length === 0) return [{ g: guide, rank: 2 }];
    if (number !== undefined && String(guide.number) === number) return [{ g: guide, rank: 0 }];
    if (number !== undefined && String(guide.number).startsWith(number)) return [{ g: guide, rank: 1 }];
    // Every word begins a word of the title, so that "ve" does not find "viec".
    return words.every((word) => ` ${title}`.includes(` ${word}`)) ? [{ g: guide, rank: 2 }] : [];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || Number(likes(b.g)) - Number(likes(a.g)) || a.g.number - b.g.number)
    .map((item) => item.g);
}
