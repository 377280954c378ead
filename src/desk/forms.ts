/**
 * Forms for authors, made from the schemas: every field with its Vietnamese name, a hint, an example and
 * what is written in it. Nobody keeps a second list: a new field of a schema is a new field of the desk.
 */
import { z } from 'zod';
import { components, propWords } from '../markdown/components.ts';
import { collectionNames, collectionShapes, type Collection } from '../schemas/collections.ts';
import words from '../schemas/field-words.json' with { type: 'json' };
import { t } from '../words/words.ts';
import { fieldKinds, referenceTargets, type CollectionName, type FieldKind } from '../schemas/fields.ts';
import { fieldsOf, optionsOf, partAt } from '../schemas/parts.ts';
import { takesNew } from './places.ts';
import type { CollectionForm, FieldForm, PartForm, Shape } from './form-kinds.ts';

const isSchema = (part: unknown): part is z.ZodType => part instanceof z.ZodType;

/** A schema without what allows it to be absent. */
function present(schema: z.ZodType): z.ZodType {
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  const inner: unknown = wraps ? schema.unwrap() : undefined;
  return isSchema(inner) ? present(inner) : schema;
}

/** What is written in a field. */
function shapeOf(schema: z.ZodType): Shape {
  const inner = present(schema);
  const targets: readonly CollectionName[] | undefined = referenceTargets.get(inner)?.targets;
  if (targets) return { kind: 'ref', targets: [...targets] };
  const kind: FieldKind | undefined = fieldKinds.get(inner)?.kind;
  if (kind) return { kind: 'text', input: kind };
  const options = optionsOf(inner);
  const [only, ...others] = options;
  if (only === undefined) return { kind: 'raw' };
  return others.length > 0 ? unionShape(options) : oneShape(only);
}

function oneShape(schema: z.ZodType): Shape {
  if (schema instanceof z.ZodBoolean) return { kind: 'flag' };
  if (schema instanceof z.ZodNumber) return { kind: 'count' };
  if (schema instanceof z.ZodEnum) return { kind: 'choice', values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: 'choice', values: [...schema.values].map(String) };
  if (schema instanceof z.ZodObject) return { kind: 'group', fields: fieldForms(schema) };
  const item = partAt(schema, 0);
  // The items of a pair or a triple are of one kind.
  const holdsItems = schema instanceof z.ZodArray || schema instanceof z.ZodTuple;
  if (holdsItems && item) return { kind: 'list', item: shapeOf(item) };
  if (schema instanceof z.ZodRecord && item) return { kind: 'table', item: shapeOf(item) };
  if (schema instanceof z.ZodString) return { kind: 'text', input: 'line' };
  return { kind: 'raw' };
}

/** Groups of fields of which one is chosen, by the field that tells them apart where there is one. */
function unionShape(options: readonly z.ZodType[]): Shape {
  const groups = options.map((option) => fieldForms(option));
  if (groups.some((fields) => fields.length === 0)) return { kind: 'either', options: options.map(shapeOf) };
  const tag = groups[0]?.find(({ name }) =>
    groups.every((fields) => literalOf(fields, name) !== undefined),
  )?.name;
  if (tag !== undefined)
    return {
      kind: 'kinds',
      tag,
      options: groups.map((fields) => ({ value: literalOf(fields, tag) ?? '', fields })),
    };
  const names = [...new Set(groups.flat().map(({ name }) => name))];
  const fields = names.flatMap((name) => groups.flat().find((field) => field.name === name) ?? []);
  return { kind: 'group', fields: fields.map((field) => ({ ...field, needed: false })) };
}

function literalOf(fields: readonly FieldForm[], name: string): string | undefined {
  const shape = fields.find((field) => field.name === name)?.shape;
  return shape?.kind === 'choice' && shape.values.length === 1 ? shape.values[0] : undefined;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An example as it is read: of a list its first items, of a table or a group its first line. */
function exampleWords(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? t('desk.exampleEmpty') : value.slice(0, 2).map(exampleWords).join(', ');
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const [first] = Object.entries(value ?? {});
  return first === undefined ? '' : `${first[0]}: ${exampleWords(first[1])}`;
}

/** How many fields of a group stand for all of it in its example. */
const fewFields = 3;

/** The example of a field that has none of its own: a choice, or those of what stands in it. */
function shapeExample(shape: Shape): string {
  switch (shape.kind) {
    case 'flag':
      return 'true';
    case 'choice':
      return shape.values[0] ?? '';
    case 'group': {
      const needed = shape.fields.filter((field) => field.needed);
      const some = (needed.length > 0 ? needed : shape.fields).slice(0, fewFields);
      return some.flatMap(({ example }) => example ?? []).join('; ');
    }
    case 'list':
    case 'table':
      return shapeExample(shape.item);
    case 'either':
      return shape.options.map(shapeExample).find((example) => example !== '') ?? '';
    case 'kinds':
      return (shape.options[0]?.fields ?? [])
        .flatMap(({ example }) => example ?? [])
        .slice(0, fewFields)
        .join('; ');
    default:
      return '';
  }
}

/** Fields of an object, as a form. */
function fieldForms(schema: z.ZodType): FieldForm[] {
  return fieldsOf(schema).map(([name, field]) => {
    const { title = name, description = '', examples } = field.meta() ?? {};
    const shape = shapeOf(field);
    const own = listOf(examples);
    const example = own.length > 0 ? exampleWords(own[0]) : shapeExample(shape);
    return {
      name,
      title,
      hint: description,
      ...(example === '' ? {} : { example }),
      needed: !(field instanceof z.ZodOptional || field instanceof z.ZodDefault),
      shape,
    };
  });
}

/** The form of each collection. */
export const collectionForms = (): CollectionForm[] =>
  collectionNames.map((collection: Collection) => {
    const { folder, schema, body, depth, pattern } = collectionShapes[collection];
    const { title, description } = words.collections[collection];
    const written = pattern.endsWith('.mdx') ? body : undefined;
    return {
      collection,
      folder,
      title,
      hint: description,
      fields: optionsOf(schema).flatMap(fieldForms),
      ...(written ? { body: written } : {}),
      depth,
      pattern,
      open: takesNew(collection),
    };
  });

/** The parts that a body may have, with their props as fields. */
export const partForms = (): PartForm[] =>
  Object.entries(components).map(([name, { props, place, about, ...rest }]) => ({
    name,
    about: about.replaceAll('**', ''),
    place: typeof place === 'string' ? place : place.in,
    freePages: 'freePages' in rest,
    leaf: about.startsWith('không có gì') || name === 'Call',
    props: propForms(props.shape),
  }));

const propForms = (shape: Readonly<Record<string, z.ZodType>>): PartForm['props'] =>
  Object.entries(shape).map(([name, type]) => {
    const [option] = optionsOf(type);
    return {
      name,
      title: propWords(type).description || name,
      needed: type._zod.optin !== 'optional',
      choices: option instanceof z.ZodEnum ? option.options.map(String) : [],
      folders: propWords(type).folders,
      many: propWords(type).many,
    };
  });
