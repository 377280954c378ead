/**
 * The fields of every collection as tables for authors: name, title, hint, whether it must be there, what is
 * written, what is allowed. Printed from the schemas and from the words beside them.
 */
import { stringify } from 'yaml';
import { z } from 'zod';
import { collectionNames, collectionShapes, type Collection } from '../src/schemas/collections.ts';
import words from '../src/schemas/field-words.json' with { type: 'json' };
import { fieldKinds, referenceTargets, source, type FieldKind } from '../src/schemas/fields.ts';
import { fieldsOf, optionsOf, partAt } from '../src/schemas/parts.ts';

/** One field, at any depth. */
export interface Field {
  /** Dotted, with `[]` where a list or a table is entered: `changes[].day`. */
  readonly path: string;
  /** The field with all that makes it optional, as the schema declares it. Its `meta()` holds its words. */
  readonly schema: z.ZodType;
  /** Names the object that holds it: the path and, of an object of several kinds, which of them. */
  readonly holder: string;
}

const isList = (schema: z.ZodType): boolean => schema instanceof z.ZodArray || schema instanceof z.ZodRecord;

/** What may stand in the place of a schema, once its lists and tables are entered, and the path to it. */
function entered(schema: z.ZodType, path: string): [option: z.ZodType, path: string][] {
  return optionsOf(schema).flatMap((option): [z.ZodType, string][] => {
    const item = isList(option) ? partAt(option, 0) : undefined;
    return item === undefined ? [[option, path]] : entered(item, `${path}[]`);
  });
}

/** Every field below a schema, each before those inside it. */
export function fieldsBelow(schema: z.ZodType, path = ''): Field[] {
  return entered(schema, path).flatMap(([option, place], kind) =>
    fieldsOf(option).flatMap(([name, field]) => {
      const own = place === '' ? name : `${place}.${name}`;
      return [{ path: own, schema: field, holder: `${place}#${kind}` }, ...fieldsBelow(field, own)];
    }),
  );
}

const kindWords: Readonly<Record<FieldKind, string>> = {
  line: 'một dòng chữ',
  text: 'đoạn chữ',
  day: 'ngày',
  month: 'tháng',
  'loose-date': 'ngày, tháng hoặc năm',
  address: 'địa chỉ',
  number: 'số điện thoại',
};

const isSchema = (part: unknown): part is z.ZodType => part instanceof z.ZodType;
/** A schema without what allows it to be absent or empty. */
function present(schema: z.ZodType): z.ZodType {
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  const inner: unknown = wraps ? schema.unwrap() : undefined;
  return isSchema(inner) ? present(inner) : schema;
}

/** The part of JSON Schema that rules are told from. */
const rulesSchema = z.object({
  type: z.string().optional(),
  const: z.string().optional(),
  enum: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
});
const rulesOf = (schema: z.ZodType): z.output<typeof rulesSchema> =>
  rulesSchema.parse(z.toJSONSchema(present(schema), { unrepresentable: 'any' }));

const code = (value: unknown): string => `\`${String(value)}\``;

/** What is written in a field, in words: “một dòng chữ”, “danh sách mã trong …”. */
function kindOf(schema: z.ZodType): string {
  const inner = present(schema);
  const targets = referenceTargets.get(inner)?.targets;
  if (targets !== undefined) {
    const folders = targets.map((name) => `\`content/${collectionShapes[name].folder}/\``);
    return `mã trong ${folders.join(' hoặc ')}`;
  }
  const kind = fieldKinds.get(inner)?.kind;
  if (kind !== undefined) return kindWords[kind];
  const item = isList(inner) || inner instanceof z.ZodTuple ? partAt(inner, 0) : undefined;
  if (item !== undefined) {
    const list = inner instanceof z.ZodRecord ? 'bảng, mỗi tên: ' : 'danh sách: ';
    return `${inner instanceof z.ZodTuple ? 'cặp: ' : list}${kindOf(item)}`;
  }
  const { type, enum: choices, const: only } = rulesOf(inner);
  if (choices !== undefined || only !== undefined) return 'một lựa chọn';
  if (type === 'boolean') return '`true` hoặc `false`';
  if (type === 'integer') return 'số nguyên';
  return type === 'number' ? 'số' : type === 'string' ? 'chữ' : 'nhóm trường';
}

/** `from` to `to` of something, in words; what zod says of every whole number is no rule. */
function range(from: number | undefined, to: number | undefined, what: string): string[] {
  const least = from !== undefined && from > Number.MIN_SAFE_INTEGER ? from : undefined;
  const most = to !== undefined && to < Number.MAX_SAFE_INTEGER ? to : undefined;
  if (least !== undefined && least === most) return [`đúng ${least} ${what}`];
  return [
    ...(least === undefined ? [] : [`từ ${least} ${what}`]),
    ...(most === undefined ? [] : [`tối đa ${most} ${what}`]),
  ];
}

/** Rules of a field that are checked, in words. */
function ruleOf(schema: z.ZodType): string {
  const inner = present(schema);
  const rules = rulesOf(inner);
  const item = inner instanceof z.ZodArray ? partAt(inner, 0) : undefined;
  const choices = rules.enum ?? (rules.const === undefined ? undefined : [rules.const]);
  const least = (count: number | undefined): number | undefined => (count === 1 ? undefined : count);
  return [
    ...(choices === undefined ? [] : [choices.map(code).join(', ')]),
    ...range(least(rules.minLength), rules.maxLength, 'chữ cái'),
    ...range(rules.minItems, rules.maxItems, 'mục'),
    ...(rules.exclusiveMinimum === undefined ? [] : [`lớn hơn ${rules.exclusiveMinimum}`]),
    ...range(rules.minimum, rules.maximum, '').map((words) => words.trim()),
    ...(rules.pattern !== undefined && rules.format === undefined ? [`mẫu ${code(rules.pattern)}`] : []),
    ...(item === undefined || fieldsBelow(item).length > 0 ? [] : [ruleOf(item)].filter(Boolean)),
  ].join('; ');
}

/** Whether a field must be there, in words. */
function needOf(schema: z.ZodType): string {
  if (schema instanceof z.ZodOptional) return 'không';
  if (schema instanceof z.ZodDefault)
    return `không; mặc định ${code(JSON.stringify(schema.def.defaultValue))}`;
  return schema instanceof z.ZodNullable ? 'có, hoặc `null`' : 'có';
}

/** An example as it is typed in a file. */
const typed = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function rowOf({ path, schema }: Field): string {
  const { title = '', description = '', examples } = schema.meta() ?? {};
  const example = listOf(examples)
    .map((value) => ` Ví dụ: ${code(typed(value))}.`)
    .join('');
  const cells = [
    code(path),
    title,
    `${description}${example}`,
    needOf(schema),
    kindOf(schema),
    ruleOf(schema) || '–',
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const head = [
  '| Trường | Tên | Viết gì | Bắt buộc | Loại | Quy tắc |',
  '| --- | --- | --- | --- | --- | --- |',
];

/** Rows of fields; what is said of every source stands in a table of its own. */
const table = (fields: readonly Field[]): string =>
  [...head, ...new Set(fields.filter(({ path }) => !path.includes('sources[].')).map(rowOf))].join('\n');

/** Where entries of a collection are written. */
function placeOf(name: Collection): string {
  const { folder, pattern } = collectionShapes[name];
  return code(['content', folder, pattern].filter(Boolean).join('/').replace('*/*', '<thư mục>/*'));
}

/** Fields of guides; the document on writing them shows this table alone. Markdown. */
export const guideFieldsTable = (): string => table(fieldsBelow(collectionShapes.guides.schema));

/** Fields of a collection. A lesson has all those of a guide: only what it adds is told again. */
function collectionFields(name: Collection): string {
  const { schema } = collectionShapes[name];
  if (name !== 'market') return table(fieldsBelow(schema));
  const shared = new Set(fieldsBelow(collectionShapes.guides.schema).map((field) => field.schema));
  const own = fieldsBelow(schema).filter((field) => !shared.has(field.schema));
  return `Mọi trường của bài hướng dẫn, và:\n\n${table(own)}`;
}

/** The document of all fields. Markdown. */
export function fieldsDocument(): string {
  const parts = collectionNames.map((name) => {
    const { title, description } = words.collections[name];
    const fields = fieldsBelow(collectionShapes[name].schema).length > 0 ? collectionFields(name) : '';
    return `## ${title}\n\n${placeOf(name)}. ${description}\n\n${fields}`.trimEnd();
  });
  return [
    '# Các trường của nội dung',
    [
      'Trang này được in từ chính phần kiểm tra (`npm run docs`), không sửa tay.',
      'Mỗi bảng là một loại tệp trong `content/`.',
      'Trường không bắt buộc thì bỏ hẳn dòng ấy khi không dùng.',
      '`a[].b` nghĩa là trường `b` trong từng mục của danh sách `a`.',
    ].join('\n'),
    ...parts,
    `## Một nguồn\n\nMỗi mục của \`sources\`, ở mọi loại tệp.\n\n${table(fieldsBelow(source))}`,
    '',
  ].join('\n\n');
}
