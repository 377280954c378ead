/** The walker must find each `ref()` of each schema. Sample entries are made from the schemas, with an id of its own in each reference. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { findReferences } from '../../src/gate/references.ts';
import { collectionNames, collectionShapes } from '../../src/schemas/collections.ts';
import { referenceTargets } from '../../src/schemas/fields.ts';
import { projectRoot } from '../fixtures/tree.ts';

interface Sample {
  readonly data: unknown;
  readonly refs: readonly { readonly id: string; readonly schema: z.ZodType }[];
}

function sampleOf(schema: z.ZodType): Sample {
  const refs: { id: string; schema: z.ZodType }[] = [];
  const make = (s: z.ZodType): unknown => {
    if (referenceTargets.has(s as never)) {
      const id = `id-${refs.length}`;
      refs.push({ id, schema: s });
      return id;
    }
    // Definitions of zod differ by type, and only these fields of them are looked at.
    const d = (s as unknown as { _zod: { def: any } })._zod.def;
    switch (d.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(d.shape as Record<string, z.ZodType>).map(([k, v]) => [k, make(v)]),
        );
      case 'array':
        return [make(d.element), make(d.element)];
      case 'tuple':
        return d.items.map(make);
      case 'record':
        return { a: make(d.valueType) };
      case 'union':
        return make(d.options[0]);
      case 'pipe':
        return make(d.out);
      case 'enum':
        return Object.values(d.entries)[0];
      case 'literal':
        return d.values[0];
      case 'string':
        return 'x';
      case 'number':
      case 'int':
        return 1;
      case 'boolean':
        return true;
      default:
        return d.innerType ? make(d.innerType) : undefined;
    }
  };
  return { data: make(schema), refs };
}

test('every reference in a sample of every collection is found, with its place and its targets', () => {
  let found = 0;
  for (const c of collectionNames) {
    const { schema } = collectionShapes[c];
    const { data, refs } = sampleOf(schema);
    const got = findReferences(schema, data);
    expect(got.map((r) => r.id).sort(), c).toEqual(refs.map((r) => r.id).sort());
    for (const r of got) {
      expect(
        r.path.reduce<any>((v, k) => v[k], data),
        `${c} ${r.path.join('.')}`,
      ).toBe(r.id);
      expect(r.targets.length).toBeGreaterThan(0);
      for (const t of r.targets) expect(collectionNames).toContain(t);
    }
    found += got.length;
  }
  expect(found).toBeGreaterThan(50);
});

test('no ref() of the sources is left out', () => {
  const dir = join(projectRoot, 'src/schemas');
  const written = readdirSync(dir)
    .filter((f) => f !== 'fields.ts')
    .map((f) => readFileSync(join(dir, f), 'utf8'))
    .join('\n')
    .match(/(?<![\w.])ref\('/g)!.length;
  const visited = new Set(
    collectionNames.flatMap((c) => sampleOf(collectionShapes[c].schema).refs.map((r) => r.schema)),
  );
  expect(written).toBeGreaterThan(25);
  expect(visited.size).toBe(written);
});

test('what is missing, null or of another type is passed over', () => {
  const { schema } = collectionShapes.tasks;
  expect(findReferences(schema, undefined)).toEqual([]);
  expect(
    findReferences(schema, { lead: null, workstreams: 'x', audiences: [1, 'a'] }).map((r) => [r.path, r.id]),
  ).toEqual([[['audiences', 1], 'a']]);
});
