/** Vietnamese text: folding for comparison and addresses, the nearest spelling. Pure. */

/** Lower case without tone marks, vowel marks and `đ`. Idempotent; the same for NFC and NFD. */
export function fold(s: string): string {
  return s.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().normalize('NFC');
}

/** ASCII slug: `Trên iPhone` → `tren-iphone`. */
export function slug(s: string): string {
  return fold(s)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Vietnamese alphabetical order, digits by value. */
export const collator = new Intl.Collator('vi', { numeric: true });

/** Number of single-letter edits between two strings. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The known name nearest to `wrong`, or undefined when none is near enough to be a slip. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  const w = slug(wrong);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const name of known) {
    const n = slug(name);
    const last = n.slice(n.lastIndexOf('/') + 1);
    const d =
      n === w
        ? 0
        : Math.min(
            editDistance(w, n),
            (n.includes(w) && w.length > 2) || (w.includes(last) && last.length > 3) ? 2 : Infinity,
          );
    if (d < bestDistance) {
      best = name;
      bestDistance = d;
    }
  }
  // Two slips in three letters are another word.
  return bestDistance <= (w.length < 4 ? 1 : Math.max(2, Math.floor(w.length / 3))) ? best : undefined;
}
