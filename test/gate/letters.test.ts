/** Letters that are not what they look like: refused in each kind of file; honest ones pass. */
import { expect, test } from 'vitest';
import { readBytes } from '../../src/gate/bytes.ts';
import type { Problem } from '../../src/domain/problem.ts';
import { append, guide } from '../fixtures/broken/case.ts';
import {
  hiddenTexts,
  honestTexts,
  lookAlikeTexts,
  oldFontTexts,
  type DisguisedLetters,
} from '../fixtures/disguised-letters.ts';
import { checkTree, withTree } from '../fixtures/tree.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const letterRules = new Set(['old-font', 'look-alike', 'wrong-d', 'control', 'bidi']);
/** Where a text can stand: each of the lines in a place of its own. */
const places: Readonly<Record<string, (lines: readonly string[]) => (old: string) => string>> = {
  [guide]: (lines) =>
    append(`\n<More title="Thêm">\n\n${lines.map((one) => `- ${one}`).join('\n')}\n\n</More>\n`),
  'guides/bep/nau-com-dien.mdx': (lines) => (old) => old.replace('\n---\n', `\n${listOf(lines)}\n---\n`),
  'terms/vo-gao.yaml': (lines) => append(`${listOf(lines)}\n`),
  'edition.yaml': (lines) => append(`${listOf(lines)}\n`),
  'words/vi.yaml': (lines) => append(`${listOf(lines)}\n`),
};
const listOf = (lines: readonly string[]): string =>
  ['notes:', ...lines.map((one) => `  - "${one}"`)].join('\n');

/** Faults of letters with all lines in one place, by the number of the line in the list. */
function toldIn(file: string, lines: readonly string[]): Map<number, Problem[]> {
  return withTree({ [file]: places[file]?.(lines) ?? '' }, (root) => {
    const text = readFileSync(join(root, 'content', file), 'utf8').split('\n');
    const first = text.findIndex((line) => line.includes(lines[0] ?? '')) + 1;
    const told = new Map<number, Problem[]>();
    for (const problem of checkTree(root).problems) {
      if (problem.file !== `content/${file}` || !letterRules.has(problem.rule)) continue;
      const row = problem.line - first;
      told.set(row, [...(told.get(row) ?? []), problem]);
    }
    return told;
  });
}

const inLines: readonly DisguisedLetters[] = [...oldFontTexts, ...lookAlikeTexts];

test('old fonts and look-alikes: each told once at its line with the right text, in five places', () => {
  let seen = 0;
  for (const file of Object.keys(places)) {
    const told = toldIn(
      file,
      inLines.map(([, , text]) => text),
    );
    for (const [row, [rule, what, text, offered]] of inLines.entries()) {
      const own = told.get(row) ?? [];
      expect(
        own.map((one) => one.rule),
        `${file}: ${what} ${text}`,
      ).toEqual([rule]);
      // Words that read the same in the old font need no cure.
      for (const word of offered.split(' ').filter((one) => !text.includes(one)))
        expect(own[0]?.fix, `${file}: ${what} ${text}`).toContain(word);
      expect(`${own[0]?.message} ${own[0]?.fix}`, text).toContain(rule === 'wrong-d' ? 'Đ' : what);
      seen++;
    }
    expect(told.size).toBe(inLines.length);
  }
  expect(seen).toBe(5 * inLines.length);
  // Told apart: as many as are asked for even without the hidden ones.
  expect(new Set(inLines.map(([, , text]) => text)).size).toBe(inLines.length);
  expect(inLines.length + hiddenTexts.length).toBeGreaterThanOrEqual(150);
});

test('what nobody sees: told by its code, wherever it stands', () => {
  let seen = 0;
  for (const [file, put] of Object.entries(places)) {
    const old = withTree({}, (root) => readFileSync(join(root, 'content', file), 'utf8'));
    for (const [rule, what, text, code] of hiddenTexts) {
      const { problems } = readBytes(file, new TextEncoder().encode(put([text])(old)));
      expect(
        problems.map((one) => one.rule),
        `${file}: ${what}`,
      ).toEqual([rule]);
      expect(problems[0]?.line, `${file}: ${what}`).toBeGreaterThan(0);
      if (rule === 'control') expect(problems[0]?.message, `${file}: ${what}`).toContain(code);
      seen++;
    }
    const [first] = hiddenTexts;
    expect(
      [...toldIn(file, [first?.[2] ?? '']).values()].flat().map(({ rule }) => rule),
      file,
    ).toEqual(['control']);
  }
  expect(seen).toBe(5 * hiddenTexts.length);
});

test('honest text passes in each place', () => {
  for (const file of Object.keys(places)) {
    const told = [...toldIn(file, honestTexts).values()].flat();
    expect(
      told.map(({ message }) => message),
      file,
    ).toEqual([]);
  }
  expect(new Set(honestTexts).size).toBeGreaterThanOrEqual(60);
});
