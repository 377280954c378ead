/** Values are changed in their place; every other byte stays. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sameData } from '../../src/desk/equal.ts';
import { editYaml, isGroup, isList, readYaml, writeYaml, type Value } from '../../src/desk/yaml-edit.ts';

const heads = globSync('content/**/*.{yaml,mdx}').map((file) => {
  const text = readFileSync(file, 'utf8');
  return { file, yaml: file.endsWith('.mdx') ? (/^---\n([\s\S]*?\n)---\n/.exec(text)?.[1] ?? '') : text };
});

test('every head read and written without a change has the same bytes', () => {
  const changed = heads.filter(({ yaml }) => editYaml(yaml, readYaml(yaml)) !== yaml);
  expect(changed).toEqual([]);
  expect(heads.length).toBeGreaterThan(900);
});

test('every head written from its values alone is read back as the same values', () => {
  const wrong = heads.filter(({ yaml }) => !sameData(readYaml(writeYaml(readYaml(yaml))), readYaml(yaml)));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

/** The value with its first text lengthened, wherever it stands. */
function lengthened(value: Value): Value | undefined {
  if (typeof value === 'string') return `${value} thêm`;
  const parts: readonly (readonly [string, Value])[] =
    isList(value) || isGroup(value) ? Object.entries(value) : [];
  for (const [name, part] of parts.toReversed()) {
    const longer = lengthened(part);
    if (longer === undefined) continue;
    if (isList(value)) return value.with(Number(name), longer);
    if (isGroup(value)) return { ...value, [name]: longer };
  }
  return undefined;
}

test('one changed value changes one stretch of the text, and taking it back gives the former bytes', () => {
  let tried = 0;
  for (const { file, yaml } of heads.filter((_, index) => index % 3 === 0)) {
    const before = readYaml(yaml);
    // One field in five, others in each file: all of them would take a minute.
    for (const [index, [name, value]] of Object.entries(before).entries()) {
      if ((index + yaml.length) % 5 !== 0) continue;
      const longer = lengthened(value);
      if (longer === undefined) continue;
      const after = { ...before, [name]: longer };
      const text = editYaml(yaml, after);
      expect(sameData(readYaml(text), after), `${file} ${name}`).toBe(true);
      const lines = new Set(yaml.split('\n'));
      const other = text.split('\n').filter((line) => !lines.has(line));
      expect(other.length, `${file} ${name}: ${other.join('\n')}`).toBeLessThanOrEqual(2);
      expect(editYaml(text, before), `${file} ${name}`).toBe(yaml);
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(300);
});

test('fields and items come and go without a trace', () => {
  let tried = 0;
  for (const { file, yaml } of heads.filter((_, index) => index % 8 === 1)) {
    const before = readYaml(yaml);
    const order = () => ['them', ...Object.keys(before)];
    const more = editYaml(yaml, { them: ['một câu', 'hai câu'], ...before }, order);
    expect(sameData(readYaml(more), { them: ['một câu', 'hai câu'], ...before }), file).toBe(true);
    expect(editYaml(more, before), file).toBe(yaml);
    for (const [name, value] of Object.entries(before)) {
      if (!isList(value) || value.length < 2) continue;
      const [first = null] = value;
      const grown = { ...before, [name]: [...value, first] };
      const text = editYaml(yaml, grown);
      expect(sameData(readYaml(text), grown), `${file} ${name}`).toBe(true);
      expect(editYaml(text, before), `${file} ${name}`).toBe(yaml);
      tried++;
    }
  }
  expect(tried).toBeGreaterThan(80);
});
