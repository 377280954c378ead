/** One list from two: pages by passages, and every page by Pagefind. Pure. */

/** A row of the list, named by its address. */
export interface Ranked {
  readonly address: string;
  readonly score: number;
}

/** How sure the passages must be for their order to stand before anything from the other list. */
const standsAlone = 0.45;
/** Rows of the first list that keep their place when it is sure. */
const kept = 3;
const step = 4;

/**
 * Addresses in one order. When the passages know the question, their first rows stay as they are, so that
 * nothing jumps under the finger when the slower list comes; the rest is merged by place. When they do not,
 * the other list leads.
 */
export function fuse(
  passages: readonly Ranked[],
  everywhere: readonly Ranked[],
  certainty: number,
): string[] {
  const sure = certainty >= standsAlone;
  const points = new Map<string, number>();
  const give = (list: readonly Ranked[], part: number): void =>
    list.forEach((ranked, index) =>
      points.set(ranked.address, (points.get(ranked.address) ?? 0) + part / (step + index)),
    );
  give(passages.slice(0, 40), sure ? 1.6 : 1);
  give(everywhere, 1);
  const order = [...points].sort((a, b) => b[1] - a[1]).map(([address]) => address);
  if (!sure) return order;
  const first = passages.slice(0, kept).map((passage) => passage.address);
  return [...first, ...order.filter((address) => !first.includes(address))];
}
