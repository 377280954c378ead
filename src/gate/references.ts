/**
 * Finds every reference in an entry by walking its schema beside its data: a field declared with `ref()` is proven without
 * anyone having to list it again. Pure.
 */
import type { z } from 'astro/zod';
import { referenceTargets, type CollectionName } from '../schemas/fields.ts';

/** A place in an entry that names another entry. */
export interface FoundReference {
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly targets: readonly CollectionName[];
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: readonly z.ZodType[];
  valueType?: z.ZodType;
  items?: readonly z.ZodType[];
  in?: z.ZodType;
  out?: z.ZodType;
}

/** All references in `data`, which has the shape of `schema`. */
export function findReferences(
  schema: z.ZodType,
  data: unknown,
  path: readonly (string | number)[] = [],
): FoundReference[] {
  const meta = referenceTargets.get(schema as never);
  if (meta !== undefined) return typeof data === 'string' ? [{ path, id: data, targets: meta.targets }] : [];
  if (data === null || data === undefined) return [];
  const def = (schema as unknown as { _zod: { def: Definition } })._zod.def;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape!).flatMap(([key, type]) =>
        findReferences(type, (data as Record<string, unknown>)[key], [...path, key]),
      );
    case 'array':
      return Array.isArray(data)
        ? data.flatMap((otherData, index) => findReferences(def.element!, otherData, [...path, index]))
        : [];
    case 'tuple':
      return Array.isArray(data)
        ? data.flatMap((otherData, index) =>
            def.items![index] ? findReferences(def.items![index], otherData, [...path, index]) : [],
          )
        : [];
    case 'record':
      return Object.entries(data as object).flatMap(([key, value]) =>
        findReferences(def.valueType!, value, [...path, key]),
      );
    case 'union':
      return def
        .options!.filter((option) => option.safeParse(data).success)
        .slice(0, 1)
        .flatMap((option) => findReferences(option, data, path));
    case 'pipe':
      return findReferences(def.out!, data, path);
    default:
      return def.innerType ? findReferences(def.innerType, data, path) : [];
  }
}
