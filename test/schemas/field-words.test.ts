/** Every field that an author fills in says what it is for, in Vietnamese, with an example that is right. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames, collectionShapes } from '../../src/schemas/collections.ts';
import words from '../../src/schemas/field-words.json' with { type: 'json' };
import { line } from '../../src/schemas/fields.ts';
import { fieldsBelow, type Field } from '../../tools/field-tables.ts';

/** The longest title, in letters: a label above a box on a narrow screen. */
const TITLE = 40;

const fields = collectionNames.flatMap((name) =>
  fieldsBelow(collectionShapes[name].schema).map((field) => ({ ...field, collection: name })),
);

/** What is wrong with the words of fields, a line each. */
function faults(list: readonly Field[]): string[] {
  const titles = new Map<string, string>();
  return list.flatMap(({ path, schema, holder }) => {
    const { title = '', description = '' } = schema.meta() ?? {};
    const place = `${holder} ${title}`;
    const twin = titles.get(place);
    titles.set(place, path);
    const wrong = [
      title === '' ? 'no title' : undefined,
      title.length > TITLE ? `title of ${title.length} letters` : undefined,
      description === '' ? 'no hint' : undefined,
      description !== '' && !/^[^.]+\S[^]*\.$/.test(description) ? 'hint is no sentence' : undefined,
      title !== '' && twin !== undefined && twin !== path ? `same title as ${twin}` : undefined,
      `${title}${description}` === `${title}${description}`.normalize('NFC') ? undefined : 'not NFC',
    ];
    return wrong.flatMap((one) => (one === undefined ? [] : [`${path}: ${one}`]));
  });
}

test('every field of every collection has a title and a hint of its own', () => {
  const found = collectionNames.flatMap((name) =>
    faults(fieldsBelow(collectionShapes[name].schema)).map((fault) => `${name} ${fault}`),
  );
  expect(found).toEqual([]);
  expect(fields.length).toBeGreaterThan(290);
  // Words of the interface and foreign words are tables of names, not fields.
  expect(new Set(fields.map(({ collection }) => collection)).size).toBe(collectionNames.length - 2);
});

test('a field without words, and two of one title, are seen', () => {
  const schema = z.strictObject({
    silent: line,
    first: line.meta({ title: 'Tên', description: 'Tên của mục.' }),
    second: line.max(9).meta({ title: 'Tên', description: 'Tên khác' }),
    inside: z
      .array(z.strictObject({ deep: line.optional() }))
      .meta({ title: 'Các mục', description: 'Mỗi mục một dòng.' }),
  });
  expect(faults(fieldsBelow(schema))).toEqual([
    'silent: no title',
    'silent: no hint',
    'second: hint is no sentence',
    'second: same title as first',
    'inside[].deep: no title',
    'inside[].deep: no hint',
  ]);
});

test('examples are right values, and whoever writes free words gets one', () => {
  let tried = 0;
  for (const { collection, path, schema } of fields) {
    const { examples, description = '' } = schema.meta() ?? {};
    for (const example of Array.isArray(examples) ? examples : []) {
      const { success } = schema.safeParse(example);
      expect(success, `${collection} ${path}: ${JSON.stringify(example)}`).toBe(true);
      tried += 1;
    }
    const json = JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }));
    const shown =
      Array.isArray(examples) ||
      description.includes('ví dụ') ||
      /"(?:enum|const|boolean|properties)/.test(json);
    expect(shown, `${collection} ${path}: no example`).toBe(true);
  }
  expect(tried).toBeGreaterThan(200);
});

test('no words are kept for a field that is not there', () => {
  const used = new Set(fields.map(({ schema }) => JSON.stringify(schema.meta())));
  const { collections, ...groups } = words;
  const unused = Object.entries(groups).flatMap(([group, list]) =>
    Object.entries(list)
      .filter(([, one]) => !used.has(JSON.stringify(one)))
      .map(([name]) => `${group}.${name}`),
  );
  expect(unused).toEqual([]);
  expect(Object.keys(collections).sort()).toEqual([...collectionNames].sort());
});
