/**
 * The walker must find each `ref()` of each schema. Sample entries are made from the schemas, with an id of
 * its own in each reference.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { expect, test } from 'vitest';
import { findReferences } from '../../src/gate/references.ts';
import { collectionNames, collectionShapes } from '../../src/schemas/collections.ts';
import { referenceTargets } from '../../src/schemas/fields.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { present } from '../present.ts';

interface Sample {
  readonly data: unknown;
  readonly refs: readonly { readonly id: string; readonly schema: z.ZodType }[];
}

function sampleOf(schema: z.ZodType): Sample {
  const refs: { id: string; schema: z.ZodType }[] = [];
  const make = (type: z.ZodType): unknown => {
    if (referenceTargets.get(type) !== undefined) {
      const id = `id-${refs.length}`;
      refs.push({ id, schema: type });
      return id;
    }
    // Definitions of zod differ by type, and only these fields of them are looked at.
    const definition = (type as unknown as { _zod: { def: any } })._zod.def;
    switch (definition.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(definition.shape as Record<string, z.ZodType>).map(([key, zodType]) => [
            key,
            make(zodType),
          ]),
        );
      case 'array':
        return [make(definition.element), make(definition.element)];
      case 'tuple':
        return definition.items.map(make);
      case 'record':
        return { a: make(definition.valueType) };
      case 'union':
        return make(definition.options[0]);
      case 'pipe':
        return make(definition.out);
      case 'enum':
        return Object.values(definition.entries)[0];
      case 'literal':
        return definition.values[0];
      case 'string':
        return 'x';
      case 'number':
      case 'int':
        return 1;
      case 'boolean':
        return true;
      default:
        return definition.innerType ? make(definition.innerType) : undefined;
    }
  };
  return { data: make(schema), refs };
}

test('every reference in a sample of every collection is found, with its place and its targets', () => {
  let found = 0;
  for (const collection of collectionNames) {
    const { schema } = collectionShapes[collection];
    const { data, refs } = sampleOf(schema);
    const got = findReferences(schema, data);
    expect(got.map((reference) => reference.id).sort(), collection).toEqual(
      refs.map((reference) => reference.id).sort(),
    );
    for (const reference of got) {
      expect(
        reference.path.reduce<any>((result, item) => result[item], data),
        `${collection} ${reference.path.join('.')}`,
      ).toBe(reference.id);
      expect(reference.targets.length).toBeGreaterThan(0);
      for (const target of reference.targets) expect(collectionNames).toContain(target);
    }
    found += got.length;
  }
  expect(found).toBeGreaterThan(50);
});

test('no ref() of the sources is left out', () => {
  const dir = join(projectRoot, 'src/schemas');
  const written = present(
    readdirSync(dir)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(dir, file), 'utf8'))
      .join('\n')
      .match(/(?<!function )(?<![\w.])ref\(/g),
    'the pattern in the text',
  ).length;
  const visited = new Set(
    collectionNames.flatMap((collection) =>
      sampleOf(collectionShapes[collection].schema).refs.map((reference) => reference.schema),
    ),
  );
  expect(written).toBeGreaterThan(45);
  expect(visited.size).toBe(written);
});

test('what is missing, null or of another type is passed over', () => {
  const { schema } = collectionShapes.tasks;
  expect(findReferences(schema, undefined)).toEqual([]);
  expect(
    findReferences(schema, { lead: null, workstreams: 'x', audiences: [1, 'a'] }).map((reference) => [
      reference.path,
      reference.id,
    ]),
  ).toEqual([[['audiences', 1], 'a']]);
});
