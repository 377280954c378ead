/** Turns zod's issues into sentences an author can act on: field, what was found, what would be right. */
import { z } from 'astro/zod';
import { nearest } from '../vietnamese/text.ts';

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

/** Field names of the objects at a path; of a union, those of all its options. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  type Open = { _zod: { def: Record<string, any> } };
  const open = (innerType: Open): Open[] => {
    const definition = innerType._zod.def;
    if (definition['innerType']) return open(definition['innerType']);
    if (definition['type'] === 'pipe') return open(definition['out']);
    return definition['type'] === 'union' ? definition['options'].flatMap(open) : [innerType];
  };
  let found = open(schema as unknown as Open);
  for (const key of path) {
    found = found.flatMap(({ _zod: { def: definition } }) => {
      const next =
        definition['type'] === 'object'
          ? definition['shape'][key]
          : definition['type'] === 'array'
            ? definition['element']
            : definition['type'] === 'record'
              ? definition['valueType']
              : undefined;
      return next ? open(next) : [];
    });
  }
  return [
    ...new Set(
      found.flatMap(({ _zod: { def: definition } }) =>
        definition['type'] === 'object' ? Object.keys(definition['shape']) : [],
      ),
    ),
  ];
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
