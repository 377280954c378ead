/** What authors may write and what the page can render is the same set. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { components } from '../../src/markdown/grammar.ts';

test('every component of the grammar is rendered, and no other', () => {
  const source = readFileSync('src/components/prose/components.ts', 'utf8');
  const listed = /proseComponents = \{([\s\S]*?)\n\};/.exec(source)![1]!.match(/\b[A-Z]\w+(?=,)/g)!.filter((n) => n !== 'Table');
  expect(listed.length).toBeGreaterThan(15);
  expect([...listed].sort()).toEqual(Object.keys(components).sort());
});
