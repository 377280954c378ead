/** The gate of the desk says what `npm run check` says, and its forms leave no field out. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContent } from '../../src/cli/check.ts';
import { collectionForms, partForms } from '../../src/desk/forms.ts';
import type { FieldForm, Shape } from '../../src/desk/form-kinds.ts';
import { DeskGate } from '../../src/desk/gate.ts';
import { fileOf, placeOf } from '../../src/desk/places.ts';
import { collectionNames } from '../../src/schemas/collections.ts';
import { fieldsBelow } from '../../tools/field-tables.ts';
import { collectionShapes } from '../../src/schemas/collections.ts';
import { whole } from '../whole.ts';
import { contentCopy } from './content-copy.ts';

const files = globSync('content/**/*.{yaml,mdx}').map((file) => [file, readFileSync(file, 'utf8')] as const);
const gate = new DeskGate(files);
const textOf = (file: string): string => files.find(([name]) => name === file)?.[1] ?? '';

test('every file has its collection, and its name leads back to it', () => {
  for (const [file] of files) {
    const place = placeOf(file);
    expect(place, file).toBeDefined();
    if (place) expect(fileOf(place.collection, place.inside.replace(/\.\w+$/, ''))).toBe(file);
  }
});

test('content without a fault has none at the desk', { timeout: 120_000 }, () => {
  const some = files.filter((_, index) => index % (whole ? 50 : 400) === 0);
  expect(some.length).toBeGreaterThan(1);
  for (const [file, text] of some) expect(gate.check(file, text).problems, file).toEqual([]);
});

const faulty: readonly (readonly [what: string, file: string, from: RegExp, to: string])[] = [
  ['a field of another kind', 'content/directory/cong-an-xa.yaml', /order: 12/, 'order: mười'],
  ['a reference to nobody', 'content/announcements/ngay-hoi-10-10.yaml', /call: .*/, 'call: khong-co-ai'],
  [
    'a number that two guides would have',
    'content/guides/tien/chuyen-nham-tien.mdx',
    /number: 66/,
    'number: 67',
  ],
  ['a part that is not closed', 'content/guides/tien/chuyen-nham-tien.mdx', /<\/Safety>/, ''],
  [
    'a step with nothing in it',
    'content/guides/tien/chuyen-nham-tien.mdx',
    /Giữ giờ, số tiền[\s\S]*?(?=<\/Step>)/,
    '',
  ],
  [
    'a telephone number typed by hand',
    'content/guides/tien/chuyen-nham-tien.mdx',
    /Giữ giờ/,
    'Gọi 0912 345 678',
  ],
];
test.each(faulty)('the desk tells %s as the check does', { timeout: 120_000 }, (_, file, from, to) => {
  const text = textOf(file).replace(from, to);
  expect(text).not.toBe(textOf(file));
  using copy = contentCopy(file, text);
  const checked = checkContent(copy.root).problems;
  const told = gate.check(file, text).problems;
  expect(told.length).toBeGreaterThan(0);
  expect(told).toEqual(checked);
});

const pathsOf = (shape: Shape, path: string): string[] => {
  if (shape.kind === 'list' || shape.kind === 'table') return pathsOf(shape.item, `${path}[]`);
  if (shape.kind === 'either') return shape.options.flatMap((option) => pathsOf(option, path));
  if (shape.kind === 'group') return shape.fields.flatMap((field) => fieldPaths(field, path));
  if (shape.kind === 'kinds')
    return shape.options.flatMap(({ fields }) => fields.flatMap((field) => fieldPaths(field, path)));
  return [];
};
const fieldPaths = ({ name, shape }: FieldForm, path: string): string[] => {
  const own = path === '' ? name : `${path}.${name}`;
  return [own, ...pathsOf(shape, own)];
};

test('every field of every schema is a field of a form, with its Vietnamese name', () => {
  let count = 0;
  const forms = collectionForms();
  expect(forms.map(({ collection }) => collection)).toEqual(collectionNames);
  for (const form of forms) {
    const wanted = fieldsBelow(collectionShapes[placeName(form.collection)].schema).map(({ path }) => path);
    const offered = form.fields.flatMap((field) => fieldPaths(field, ''));
    expect(new Set(offered), form.collection).toEqual(new Set(wanted));
    expect(form.fields.filter(({ title, name }) => title === name).map(({ name }) => name)).toEqual([]);
    count += offered.length;
  }
  expect(count).toBeGreaterThan(400);
  expect(partForms().length).toBeGreaterThan(20);
});

const placeName = (name: string) => {
  const found = collectionNames.find((collection) => collection === name);
  if (found === undefined) throw new Error(`no collection ${name}`);
  return found;
};
