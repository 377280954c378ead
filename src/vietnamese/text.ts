/** Vietnamese text: addresses, alphabetical order, the nearest spelling. Pure. */
import { fold } from './diacritics.ts';

/** ASCII slug: `Trên iPhone` → `tren-iphone`. */
export function slug(word: string): string {
  return fold(word)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Vietnamese alphabetical order, digits by value. */
export const collator = new Intl.Collator('vi', { numeric: true });

/** Number of single-letter edits between two strings. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const [above = 0, before = 0, corner = 0] = [row[j], next[j - 1], row[j - 1]];
      next.push(Math.min(above + 1, before + 1, corner + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The known name nearest to `wrong`, or undefined when none is near enough to be a slip. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const word = slug(wrong);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of known) {
    const digits = slug(name);
    const last = digits.slice(digits.lastIndexOf('/') + 1);
    const distance =
      digits === word
        ? 0
        : Math.min(
            editDistance(word, digits),
            (digits.includes(word) && word.length > 2) || (word.includes(last) && last.length > 3)
              ? 2
              : Infinity,
          );
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  // Two slips in three letters are another word.
  return bestDistance <= (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) ? best : undefined;
}
