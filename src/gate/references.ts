/**
 * Finds every reference in an entry by walking its schema beside its data: a field declared with `ref()` is proven without
 * anyone having to list it again. Pure.
 */
import { z } from 'zod';
import { referenceTargets, type CollectionName } from '../schemas/fields.ts';

/** A place in an entry that names another entry. */
export interface FoundReference {
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly targets: readonly CollectionName[];
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** All references in `data`, which has the shape of `schema`. */
export function findReferences(
  schema: z.core.$ZodType,
  data: unknown,
  path: readonly (string | number)[] = [],
): FoundReference[] {
  const meta = referenceTargets.get(schema);
  if (meta !== undefined) return typeof data === 'string' ? [{ path, id: data, targets: meta.targets }] : [];
  if (data === null || data === undefined) return [];
  const all = (parts: readonly (readonly [string | number, z.core.$ZodType | undefined, unknown])[]) =>
    parts.flatMap(([key, type, value]) => (type ? findReferences(type, value, [...path, key]) : []));
  if (schema instanceof z.core.$ZodObject && isRecord(data))
    return all(Object.entries(schema._zod.def.shape).map(([key, type]) => [key, type, data[key]]));
  if (schema instanceof z.core.$ZodRecord && isRecord(data))
    return all(Object.entries(data).map(([key, value]) => [key, schema._zod.def.valueType, value]));
  if (schema instanceof z.core.$ZodArray && Array.isArray(data))
    return all(data.map((value, index) => [index, schema._zod.def.element, value]));
  if (schema instanceof z.core.$ZodTuple && Array.isArray(data))
    return all(data.map((value, index) => [index, schema._zod.def.items[index], value]));
  if (schema instanceof z.core.$ZodUnion) {
    const fits = schema._zod.def.options.find((option) => z.core.safeParse(option, data).success);
    return fits ? findReferences(fits, data, path) : [];
  }
  const inner = innerOf(schema);
  return inner ? findReferences(inner, data, path) : [];
}

/** What a schema wraps, if it wraps one: optional, with a default, read-only, a pipe (its end) … */
export function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.core.$ZodPipe) return schema._zod.def.out;
  const { def } = schema._zod;
  const inner: unknown = 'innerType' in def ? def.innerType : undefined;
  return inner instanceof z.core.$ZodType ? inner : undefined;
}
