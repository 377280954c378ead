/**
 * How much goes when a reference goes: the least part of an entry that can be left out and leave it
 * right.
 */
import { z } from 'zod';
import { schemaAt } from '../../schemas/parts.ts';
import type { Path } from './cut.ts';

/**
 * The item of a list or the field that can go with what stands at a path; undefined: nothing less than
 * all.
 */
export function droppable(schema: z.ZodType, path: Path): Path | undefined {
  for (let length = path.length; length > 0; length--) {
    const at = path.slice(0, length);
    if (typeof at.at(-1) === 'number' || isOptional(schema, at)) return at;
  }
  return undefined;
}

/** Whether a field may be absent. */
function isOptional(schema: z.ZodType, path: Path): boolean {
  const name = String(path.at(-1));
  return schemaAt(schema, path.slice(0, -1)).some((holder) => {
    const field: unknown = holder instanceof z.ZodObject ? holder.shape[name] : undefined;
    return field instanceof z.ZodType && field.safeParse(undefined).success;
  });
}

/**
 * Looks at the lists that lose all their items. One that may not be empty goes with its field or with the
 * item that it stands in; where it is the entry's own, that is refused.
 */
export function mayBeEmpty(
  schema: z.ZodType,
  data: unknown,
  drops: readonly Path[],
): { readonly drops: Path[]; readonly refused: Path[] } {
  const kept = new Map(drops.map((drop) => [drop.join('\0'), drop]));
  const refused: Path[] = [];
  for (const drop of drops) {
    const list = drop.slice(0, -1);
    const items = valueAt(data, list);
    if (!Array.isArray(items) || items.some((_, index) => !kept.has([...list, index].join('\0')))) continue;
    if (schemaAt(schema, list).some((one) => one.safeParse([]).success)) continue;
    for (const index of items.keys()) kept.delete([...list, index].join('\0'));
    const higher = droppable(schema, list);
    if (higher !== undefined) kept.set(higher.join('\0'), higher);
    else refused.push(list);
  }
  return { drops: [...kept.values()], refused };
}

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).find(([key]) => key === String(step))?.[1]
        : undefined,
    data,
  );
