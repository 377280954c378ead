/** What all forms of a table offer to search, in the order of the table. */
import type { Findables } from '../domain/findable.ts';
import type { Handbook } from '../handbook/handbook.ts';
import type { Output } from './output.ts';

export async function findablesOf(table: readonly Output[], handbook: Handbook): Promise<Findables> {
  const offered: readonly Partial<Findables>[] = await Promise.all(
    table.map((form) => form.findables?.(handbook) ?? {}),
  );
  return {
    items: offered.flatMap(({ items = [] }) => items),
    sheets: offered.flatMap(({ sheets = [] }) => sheets),
  };
}
