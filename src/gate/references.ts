/**
 * Finds every reference in an entry by walking its schema beside its data: a field declared with `ref()` is
 * proven without anyone having to list it again. Pure.
 */
import { z } from 'zod';
import { referenceTargets, type CollectionName } from '../schemas/fields.ts';
import { partAt } from '../schemas/parts.ts';

/** A place in an entry that names another entry. */
export interface FoundReference {
  readonly path: readonly (string | number)[];
  readonly id: string;
  readonly targets: readonly CollectionName[];
}

/** All references in `data`, which has the shape of `schema`. */
export function findReferences(
  schema: z.ZodType,
  data: unknown,
  path: readonly (string | number)[] = [],
): FoundReference[] {
  const targets = targetsOf(schema);
  if (targets !== undefined) return typeof data === 'string' ? [{ path, id: data, targets }] : [];
  if (data === null || data === undefined) return [];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return within(schema.unwrap(), data, path);
  if (schema instanceof z.ZodPipe) return within(schema.out, data, path);
  if (schema instanceof z.ZodUnion) {
    const option = schema.options.find((one) => one instanceof z.ZodType && one.safeParse(data).success);
    return within(option, data, path);
  }
  if (typeof data !== 'object') return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const step = Array.isArray(data) ? Number(key) : key;
    return within(partAt(schema, step), value, [...path, step]);
  });
}

const within = (part: unknown, data: unknown, path: readonly (string | number)[]): FoundReference[] =>
  part instanceof z.ZodType ? findReferences(part, data, path) : [];

/** Where a reference may lead; undefined for any other field. */
function targetsOf(schema: z.ZodType): readonly CollectionName[] | undefined {
  return schema instanceof z.ZodString ? referenceTargets.get(schema)?.targets : undefined;
}
