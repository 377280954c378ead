/** The order in which a form's fields are written. Pure. */
import type { CollectionForm, FieldForm, Shape } from './form-kinds.ts';
import { isGroup, isList, type FieldOrder, type Value, type ValueMap } from './yaml-edit.ts';

const below = (shape: Shape): readonly FieldForm[] => {
  if (shape.kind === 'group') return shape.fields;
  if (shape.kind === 'kinds') return shape.options.flatMap(({ fields }) => fields);
  return shape.kind === 'either' ? shape.options.flatMap(below) : [];
};

/** What is written at a step of a path. */
const shapeAt = (shape: Shape, step: string | number): Shape | undefined =>
  shape.kind === 'list' || shape.kind === 'table'
    ? shape.item
    : below(shape).find(({ name }) => name === String(step))?.shape;

/** The fields of the group at a path. */
function fieldsAt(form: CollectionForm, path: readonly (string | number)[]): readonly FieldForm[] {
  const whole: Shape = { kind: 'group', fields: form.fields };
  const found = path.reduce<Shape | undefined>((shape, step) => shape && shapeAt(shape, step), whole);
  return found ? below(found) : [];
}

/** The order of a form's fields, for the writer. */
export const orderOf =
  (form: CollectionForm): FieldOrder =>
  (path) =>
    fieldsAt(form, path).map(({ name }) => name);

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
