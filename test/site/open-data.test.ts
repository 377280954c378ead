/** The open data is valid against the schemas published beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { dist } from './dist.ts';
import { present } from '../present.ts';

const read = (path: string): any => JSON.parse(readFileSync(join(dist, path), 'utf8'));
const least: Record<string, number> = {
  'ke-hoach': 6,
  'nhiem-vu': 64,
  'don-vi': 50,
  'huong-dan': 12,
  'viec-doi-song': 30,
};

test.each(Object.keys(least))('%s.json obeys its published schema', (name) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(read(`du-lieu/luoc-do/${name}.json`));
  const file = read(`du-lieu/${name}.json`);
  expect(file.items.length).toBeGreaterThanOrEqual(present(least[name], 'an item of least'));
  expect(validate(file), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(new URL(file.$schema).pathname).toBe(`/du-lieu/luoc-do/${name}.json`);
  // The schema bites: a row with a field too many is refused.
  expect(validate({ ...file, items: [{ ...file.items[0], extra: 1 }] })).toBe(false);
  for (const item of file.items)
    expect(existsSync(join(dist, new URL(item.url).pathname, 'index.html')), item.url).toBe(true);
});
