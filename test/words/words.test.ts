/**
 * The words of the interface: every key that the code asks for is there, and every one that is there is asked
 * for.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWords, t, wordGroup } from '../../src/words/words.ts';
import { allWords } from '../../tools/word-keys.ts';
import { projectRoot } from '../fixtures/tree.ts';

const keys = [...allWords().keys()];
const code = globSync('src/**/*.{ts,astro}', { cwd: projectRoot })
  .filter((file) => !file.endsWith('src/words/keys.ts'))
  .map((file) => readFileSync(join(projectRoot, file), 'utf8'))
  .join('\n');

test('words fill their gaps, and load in plain Node', () => {
  expect(t('guide.minutes', { n: 5 })).toMatch(/5/);
  expect(t('site.menu')).toBe('Danh mục');
  expect(openWords('tally', ['sumRow', 'sumNumber'])).toHaveProperty('sumRow');
  expect(Object.keys(wordGroup('builder')).length).toBeGreaterThan(10);
});

test('a gap left open stops the build', () => {
  const loose: (key: 'site.checked', values: Record<'day', string>) => string = t;
  expect(() => loose('site.checked', JSON.parse('{}'))).toThrow(/site\.checked.*day/);
});

test('every key is asked for: by its name, by its group, or by a name that a list of the code holds', () => {
  const whole = new Set([...code.matchAll(/wordGroup\('(\w+)'\)/g)].map(([, group = '']) => group));
  const made = [...code.matchAll(/`([a-zA-Z]+)\.([\w-]*)\$\{/g)].map(([, group = '', start = '']) => [
    group,
    start,
  ]);
  const named = new Map([...code.matchAll(/openWords\(\s*'(\w+)'/g)].map(([, group = '']) => [group, true]));
  const dead = keys.filter((key) => {
    const [group = '', name = ''] = key.split('.');
    if (code.includes(`'${key}'`) || whole.has(group)) return false;
    // Of a key put together, the changing part must stand somewhere as a word of its own.
    const rests = made.flatMap(([from, start = '']) =>
      from === group && name.startsWith(start) ? [name.slice(start.length)] : [],
    );
    if (named.has(group)) rests.push(name);
    return !rests.some(
      (rest) => /^\d+$/.test(rest) || new RegExp(`['"\`]${rest}['"\`]|\\b${rest}:`).test(code),
    );
  });
  expect(keys.length).toBeGreaterThan(900);
  expect(dead).toEqual([]);
});

test('what readers see stands in content: no Vietnamese in pages, frames, components and views', () => {
  /** The page for those who change the look, and rules of the language itself. */
  const allowed = [
    'src/pages/phong-cach.astro',
    // The alphabet.
    'src/views/glossary.ts',
  ];
  const letters = /[ạảãàáâậầấẩẫăắằặẳẵẹẻẽèéêệếềểễịỉĩìíọỏõòóôộốồổỗơớờởợỡụủũùúưựứừửữỵỷỹỳýđ]/iu;
  const files = globSync('src/{pages,layouts,components,views}/**/*.{astro,ts}', { cwd: projectRoot })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !allowed.includes(file));
  expect(files.length).toBeGreaterThan(80);
  const found = files.flatMap((file) =>
    readFileSync(join(projectRoot, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|<!--[\s\S]*?-->/gm, '')
      // What the builder of a page must know when content and code part.
      .replace(/new Error\([\s\S]*?\);|need\([^\n]*\)/g, '')
      .split('\n')
      .filter((line) => letters.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
