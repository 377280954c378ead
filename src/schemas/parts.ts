/**
 * Looks inside a schema: its fields, the items of its lists. What walks beside data, or prints tables, walks
 * with this. Pure.
 */
import { z } from 'zod';

/** A schema as its parts give it, which name the core's type. */
const asSchema = (part: unknown): z.ZodType[] => (part instanceof z.ZodType ? [part] : []);

/**
 * The schemas that a value may have to meet, without what only allows it to be absent or turns it first: of a
 * union, all its options.
 */
export function optionsOf(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return asSchema(schema.unwrap()).flatMap(optionsOf);
  if (schema instanceof z.ZodPipe) return asSchema(schema.out).flatMap(optionsOf);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(asSchema).flatMap(optionsOf);
  return [schema];
}

/** Fields of an object, in the order in which they are declared; none of anything else. */
export const fieldsOf = (schema: z.ZodType): [name: string, type: z.ZodType][] =>
  schema instanceof z.ZodObject
    ? Object.entries(schema.shape).flatMap(([name, part]) =>
        asSchema(part).map((type): [string, z.ZodType] => [name, type]),
      )
    : [];

/**
 * What stands at a step of a path inside a schema without options: a field, an item of a list, a value of a
 * table.
 */
export function partAt(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return asSchema(schema.shape[String(step)])[0];
  if (schema instanceof z.ZodArray) return asSchema(schema.element)[0];
  if (schema instanceof z.ZodTuple) return asSchema(schema.def.items[Number(step)])[0];
  if (schema instanceof z.ZodRecord) return asSchema(schema.valueType)[0];
  return undefined;
}

/** The schemas of what stands at a path, of a union those of all its options. */
export const schemaAt = (schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] =>
  path.reduce<z.ZodType[]>(
    (found, step) =>
      found.flatMap((option) => {
        const part = partAt(option, step);
        return part === undefined ? [] : optionsOf(part);
      }),
    optionsOf(schema),
  );
