/** Every text of an entry's fields, with its place. */
export interface FieldText {
  readonly text: string;
  readonly path: readonly (string | number)[];
}

/** All texts in a value, without fields of the names in `skip` and what stands in them. */
export function textsOf(
  value: unknown,
  skip: ReadonlySet<string>,
  path: readonly (string | number)[] = [],
): FieldText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsOf(item, skip, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    skip.has(key) ? [] : textsOf(item, skip, [...path, key]),
  );
}
