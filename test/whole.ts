/**
 * `npm test -- --whole` proves on everything what `npm test` proves on a chosen part. What is chosen, and why
 * that is enough for every day, stands in docs/figures.md.
 */
import { createHash } from 'node:crypto';

/** Whether everything is to be walked. */
export const whole = process.env.TEST_WHOLE === '1';

/**
 * About one in `every` of the items, chosen by their content, so that a page that changed comes in or goes
 * out by itself and two runs over the same site look at the same. All of them in a whole run.
 */
export function someOf<Item>(items: readonly Item[], every: number, content: (item: Item) => string): Item[] {
  return items.filter(
    (item) => whole || createHash('sha256').update(content(item)).digest().readUInt32BE() % every === 0,
  );
}
