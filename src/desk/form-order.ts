/** The order in which a form's fields are written. Pure. */
import type { CollectionForm, FieldForm, Shape } from './form-kinds.ts';
import { isGroup, isList, type FieldOrder, type Value, type ValueMap } from './yaml-edit.ts';

/** Fields of a group; of one of several kinds those of the kind that its value names. */
function below(shape: Shape, value: Value | undefined): readonly FieldForm[] {
  if (shape.kind === 'group') return shape.fields;
  if (shape.kind === 'either') return shape.options.flatMap((option) => below(option, value));
  if (shape.kind !== 'kinds') return [];
  const kind = isGroup(value) ? value[shape.tag] : undefined;
  const own = shape.options.filter((option) => option.value === kind);
  return (own.length > 0 ? own : shape.options).flatMap(({ fields }) => fields);
}

const valueAt = (value: Value | undefined, step: string | number): Value | undefined => {
  if (isList(value)) return value[Number(step)];
  return isGroup(value) ? value[step] : undefined;
};

/** The fields of the group at a path. */
function fieldsAt(
  form: CollectionForm,
  head: ValueMap,
  path: readonly (string | number)[],
): readonly FieldForm[] {
  let shape: Shape | undefined = { kind: 'group', fields: form.fields } as const satisfies Shape;
  let value: Value | undefined = head;
  for (const step of path) {
    shape = shapeAt(shape, value, step);
    value = valueAt(value, step);
    if (shape === undefined) return [];
  }
  return below(shape, value);
}

/** What is written at a step of a path. */
function shapeAt(shape: Shape, value: Value | undefined, step: string | number): Shape | undefined {
  if (shape.kind === 'list' || shape.kind === 'table') return shape.item;
  return below(shape, value).find(({ name }) => name === String(step))?.shape;
}

/** The order of a form's fields, for the writer; `head` tells which of several kinds a group is. */
export const orderOf =
  (form: CollectionForm, head: ValueMap): FieldOrder =>
  (path) =>
    fieldsAt(form, head, path).map(({ name }) => name);

/** Values with every group in the order of its form, for a new file. */
export function inOrder(
  order: FieldOrder,
  value: ValueMap,
  path: readonly (string | number)[] = [],
): ValueMap {
  const names = order(path);
  const place = (name: string): number => (names.includes(name) ? names.indexOf(name) : names.length);
  const part = (inner: Value, step: string | number): Value => {
    if (isList(inner)) return inner.map((item, index) => itemInOrder(item, [...path, step, index]));
    return isGroup(inner) ? inOrder(order, inner, [...path, step]) : inner;
  };
  const itemInOrder = (inner: Value, at: readonly (string | number)[]): Value =>
    isGroup(inner) ? inOrder(order, inner, at) : inner;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => place(one) - place(other))
      .map(([name, inner]) => [name, part(inner, name)]),
  );
}
