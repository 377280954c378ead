/** Turns zod's issues into sentences an author can act on: field, what was found, what would be right. */
import { z } from 'zod';
import { nearest } from '../vietnamese/text.ts';
import { innerOf } from './references.ts';

z.config(z.locales.vi());

/** One fault of shape. */
export interface ShapeFault {
  readonly path: readonly (string | number)[];
  readonly rule: string;
  readonly message: string;
  readonly fix: string;
  readonly hint: string;
}

function show(value: unknown): string {
  if (value === undefined) return 'chưa có gì';
  const json = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (result, key) =>
      result === null || result === undefined ? undefined : (result as Record<PropertyKey, unknown>)[key],
    data,
  );
}

/** A schema without what wraps it; of a union, all its options. */
function open(schema: z.core.$ZodType): z.core.$ZodType[] {
  if (schema instanceof z.core.$ZodUnion) return schema._zod.def.options.flatMap(open);
  const inner = innerOf(schema);
  return inner ? open(inner) : [schema];
}

/** What stands under a key of a schema. */
function under(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.core.$ZodObject) return schema._zod.def.shape[String(key)];
  if (schema instanceof z.core.$ZodArray) return schema._zod.def.element;
  return schema instanceof z.core.$ZodRecord ? schema._zod.def.valueType : undefined;
}

/** Field names of the objects at a path; of a union, those of all its options. */
function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  let found = open(schema);
  for (const key of path)
    found = found.flatMap((type) => {
      const next = under(type, key);
      return next ? open(next) : [];
    });
  const names = found.flatMap((type) =>
    type instanceof z.core.$ZodObject ? Object.keys(type._zod.def.shape) : [],
  );
  return [...new Set(names)];
}

/** Explains why `data` does not have the shape of `schema`. Empty when it has. */
export function explainShape(schema: z.ZodType, data: unknown): { faults: ShapeFault[]; value?: unknown } {
  const result = schema.safeParse(data);
  if (result.success) return { faults: [], value: result.data };
  const faults: ShapeFault[] = [];
  for (const issue of result.error.issues) {
    const path = issue.path as (string | number)[];
    const field = path.join('.');
    const found = valueAt(data, path);
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, path);
      for (const key of issue.keys) {
        const like = nearest(key, known);
        faults.push({
          path: [...path, key],
          rule: 'unknown-field',
          message: `Không có trường tên “${key}”.`,
          fix:
            like === undefined
              ? `bỏ trường này; các trường dùng được: ${known.join(', ')}`
              : `có phải bạn muốn viết “${like}”?`,
          hint: 'unknown field',
        });
      }
    } else if (found === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
      faults.push({
        path,
        rule: 'missing-field',
        message: `Thiếu trường “${field}”.`,
        fix: needs(issue, schema, path),
        hint: 'required field is missing',
      });
    } else if (issue.code === 'invalid_value') {
      const values = (issue as unknown as { values: unknown[] }).values.map(String);
      const like = typeof found === 'string' ? nearest(found, values) : undefined;
      faults.push({
        path,
        rule: 'wrong-value',
        message: `“${field}” đang là ${show(found)}.`,
        fix: `${like ? `có phải “${like}”? ` : ''}chọn một trong: ${values.join(', ')}`,
        hint: 'value is not in the list',
      });
    } else {
      faults.push({
        path,
        rule: issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value',
        message: `“${field || 'tệp'}” đang là ${show(found)}.`,
        fix: issue.message,
        hint: String(issue.code).replace(/_/g, ' '),
      });
    }
  }
  return { faults };
}

function needs(issue: { message: string }, schema: z.ZodType, path: readonly (string | number)[]): string {
  const name = String(path.at(-1));
  const known = knownKeys(schema, path.slice(0, -1));
  return known.includes(name) ? `thêm dòng “${name}: …” (${issue.message})` : issue.message;
}
