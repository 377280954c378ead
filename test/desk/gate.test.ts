/** The gate of the desk says what `npm run check` says, and its forms leave no field out. */
import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/cli/check.ts';
import { collectionForms, partForms } from '../../src/desk/forms.ts';
import type { FieldForm, Shape } from '../../src/desk/form-kinds.ts';
import { DeskGate } from '../../src/desk/gate.ts';
import { fileOf, placeOf } from '../../src/desk/places.ts';
import { collectionNames } from '../../src/schemas/collections.ts';
import { fieldsBelow } from '../../tools/field-tables.ts';
import { collectionShapes } from '../../src/schemas/collections.ts';
import type { BrokenCase } from '../fixtures/broken/case.ts';
import { fieldCases } from '../fixtures/broken/fields.ts';
import { guideRuleCases } from '../fixtures/broken/guide-rules.ts';
import { letterCases } from '../fixtures/broken/bytes.ts';
import { mdxCases } from '../fixtures/broken/mdx.ts';
import { printKitCases } from '../fixtures/broken/print-kit.ts';
import { relationCases } from '../fixtures/broken/relations.ts';
import { checkTree, writeGoodTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { runFolder } from '../run-folder.ts';
import { someOf, whole } from '../whole.ts';
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
  // Each asking proves the whole content, whichever file it is: one of each kind of file does.
  const some = whole
    ? files.filter((_, index) => index % 50 === 0)
    : ['.mdx', '.yaml'].map((ending) =>
        present(
          files.find(([name]) => name.endsWith(ending)),
          ending,
        ),
      );
  expect(some.length).toBeGreaterThan(1);
  for (const [file, text] of some) expect(gate.check(file, text).problems, file).toEqual([]);
});

/** A fault that an author can make at the desk: the text of one file that is there already. */
const textChange = ({ changes }: BrokenCase): ((old: string) => string) | undefined => {
  const [change, ...others] = Object.values(changes);
  return others.length === 0 && typeof change === 'function' ? change : undefined;
};
const faulty = [fieldCases, relationCases, mdxCases, guideRuleCases, letterCases, printKitCases]
  .flat()
  .filter((one) => textChange(one) !== undefined);

describe('a fault is told by the desk as by the check', () => {
  const root = mkdtempSync(join(runFolder(), 'desk-'));
  writeGoodTree(root);
  const good = globSync('content/**/*.{yaml,mdx}', { cwd: root }).map(
    (file) => [file, readFileSync(join(root, file), 'utf8')] as const,
  );
  const small = new DeskGate(good);

  test('a body that was read before is read again when a rule that it quotes has other figures', () => {
    const [rule, guide] = ['content/rules/tien/han-muc.yaml', 'content/guides/bep/rua-rau.mdx'];
    const quoting = (text: string): string =>
      text.replace('Bỏ lá úa.', 'Hạn <Rule id="tien/han-muc" part="het" />.');
    const quoted = new DeskGate(good.map(([file, text]) => [file, file === guide ? quoting(text) : text]));
    const old = present(good.find(([file]) => file === rule)?.[1], rule);
    const text = old.replaceAll('het', 'cuoi');
    expect(quoted.check(rule, old).problems).toEqual([]);
    expect(quoted.check(rule, text).problems.map(({ file }) => file)).toContain(guide);
    expect(quoted.check(rule, old).problems).toEqual([]);
  });

  test.each(someOf(faulty, 24, ({ name }) => name))('$name', (one) => {
    const file = `content/${Object.keys(one.changes)[0]}`;
    const old = present(good.find(([name]) => name === file)?.[1], file);
    const text = present(textChange(one), one.name)(old);
    const told = small.check(file, text).problems;
    expect(told.length).toBeGreaterThan(0);
    writeFileSync(join(root, file), text);
    const checked = checkTree(root).problems;
    writeFileSync(join(root, file), old);
    expect(told).toEqual(checked);
  });
});

if (whole)
  // The small tree has this fault too, and it is told the same way above.
  test('a number that two guides of the content would have is told as the check tells it', () => {
    const file = 'content/guides/tien/chuyen-nham-tien.mdx';
    const text = textOf(file).replace(/number: 66/, 'number: 67');
    using copy = contentCopy(file, text);
    const told = gate.check(file, text).problems;
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(checkContent(copy.root).problems);
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

/** A field with all that stand in it. */
const fieldsIn = (field: FieldForm): FieldForm[] => [field, ...fieldsInShape(field.shape)];
function fieldsInShape(shape: Shape): FieldForm[] {
  switch (shape.kind) {
    case 'group':
      return shape.fields.flatMap(fieldsIn);
    case 'list':
    case 'table':
      return fieldsInShape(shape.item);
    case 'either':
      return shape.options.flatMap(fieldsInShape);
    case 'kinds':
      return shape.options.flatMap(({ fields }) => fields.flatMap(fieldsIn));
    default:
      return [];
  }
}

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
  // Each has a hint, and an example that is no empty list.
  const all = forms.flatMap(({ fields }) => fields.flatMap(fieldsIn));
  expect(all.length).toBeGreaterThan(900);
  expect(
    all.filter(({ hint, example = '' }) => hint === '' || example === '').map(({ title }) => title),
  ).toEqual([]);
  expect(partForms().length).toBeGreaterThan(20);
});

const placeName = (name: string) => {
  const found = collectionNames.find((collection) => collection === name);
  if (found === undefined) throw new Error(`no collection ${name}`);
  return found;
};
