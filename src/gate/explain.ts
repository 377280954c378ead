/** Turns zod's issues into sentences an author can act on: field, what was found, what would be right. */
import { z } from 'zod';
import { fieldsOf, schemaAt } from '../schemas/parts.ts';
import { nearest } from '../vietnamese/text.ts';
import { fault, type Fault } from './faults.ts';

z.config(z.locales.vi());

/** One fault of shape. */
export interface ShapeFault extends Fault {
  readonly path: readonly (string | number)[];
}

/** A value as a message shows it. */
function show(value: unknown): string {
  if (value === undefined) return 'chưa có gì';
  // YAML has words for what is no number: .nan, .inf, 1e400.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'một số không tính được';
  const json = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return json.length > 80 ? `${json.slice(0, 77)}…` : json;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) => (typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined),
    data,
  );
}

/** Field names of the objects at a path; of a union, those of all its options. */
function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemaAt(schema, path).flatMap((option) => fieldsOf(option).map(([name]) => name)))];
}

/** Explains why `data` does not have the shape of `schema`. Empty when it has. */
export function explainShape(schema: z.ZodType, data: unknown): { faults: ShapeFault[]; value?: unknown } {
  const result = schema.safeParse(data);
  return result.success
    ? { faults: [], value: result.data }
    : { faults: result.error.issues.flatMap((issue) => faultsOf(schema, data, issue)) };
}

/** What to write where a type is wrong, by the type that is wanted. */
const typeCures: Readonly<Record<string, string>> = {
  number: 'viết một số, không có ngoặc kép và dấu ngăn, ví dụ: 15',
  int: 'viết một số nguyên, không có ngoặc kép, ví dụ: 15',
  boolean: 'viết true hoặc false, không có ngoặc kép',
  string: 'viết chữ trong ngoặc kép',
  array: 'viết danh sách trong [ ], hoặc mỗi mục một dòng bắt đầu bằng dấu -',
  object: 'xuống dòng, viết từng trường thụt vào hai dấu cách',
  record: 'xuống dòng, viết từng trường thụt vào hai dấu cách',
};

/** The cure of an issue: the field's own words, or ours in the place of zod's. */
function cureOf(issue: z.core.$ZodIssue): string {
  // The field's own words say it; zod's begin with one of these.
  if (!/^(?:Đầu vào không hợp lệ|Quá nhỏ|Quá lớn|Lựa chọn không)/u.test(issue.message)) return issue.message;
  const what = 'origin' in issue && /number|int/.test(issue.origin) ? '' : ' mục hoặc chữ cái';
  if (issue.code === 'too_small') return `từ ${issue.minimum}${what} trở lên`;
  if (issue.code === 'too_big') return `nhiều nhất ${issue.maximum}${what}`;
  return issue.code === 'invalid_type' ? (typeCures[issue.expected] ?? issue.message) : issue.message;
}

function faultsOf(schema: z.ZodType, data: unknown, issue: z.core.$ZodIssue): ShapeFault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map((name) => ({
      path: [...path, name],
      ...fault('unknown-field', { name, like: nearest(name, known), known }),
    }));
  }
  const field = path.join('.');
  const value = valueAt(data, path);
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value'))
    return [{ path, ...fault('missing-field', { field, cure: needs(cureOf(issue), schema, path) }) }];
  const found = show(value);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const like = typeof value === 'string' ? nearest(value, values) : undefined;
    const cure = `${like ? `có phải “${like}”? ` : ''}chọn một trong: ${values.join(', ')}`;
    return [{ path, ...fault('wrong-value', { field, found, cure, cause: 'value is not in the list' }) }];
  }
  const cause = issue.code.replace(/_/g, ' ');
  return [
    {
      path,
      ...fault(issue.code === 'invalid_type' ? 'wrong-type' : 'wrong-value', {
        field: field || 'tệp',
        found,
        cure: cureOf(issue),
        cause,
      }),
    },
  ];
}

function needs(message: string, schema: z.ZodType, path: readonly (string | number)[]): string {
  const name = String(path.at(-1));
  return knownKeys(schema, path.slice(0, -1)).includes(name)
    ? `thêm dòng “${name}: …” (${message})`
    : message;
}
