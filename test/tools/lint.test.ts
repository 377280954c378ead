/** The rules of form of the house, and ceilings that only fall. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TSESLint } from '@typescript-eslint/utils';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, test } from 'vitest';
import { judge, lowered } from '../../tools/lint/ceilings.ts';
import { houseRules } from '../../tools/lint/rules.ts';
import { unusedWordKeys } from '../../tools/lint/word-keys.ts';

/** Names of the rules that a text breaks, in order. */
function broken(code: string): string[] {
  const messages = new TSESLint.Linter({ configType: 'flat' }).verify(code, {
    languageOptions: { parser: tseslint.parser },
    plugins: { house: houseRules },
    rules: Object.fromEntries(Object.keys(houseRules.rules).map((name) => [`house/${name}`, 'error'])),
  });
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}
const lines = (count: number): string => 'say();\n'.repeat(count);

describe('rules of the house', () => {
  test.each([
    ['let a = b as string;', ['house/no-cast']],
    ['let a = <string>b;', ['house/no-cast']],
    ["let a = ['x'] as const;", []],
    ['let a = b satisfies string;', []],
    ['const f = (e) => e.x;', ['house/whole-words']],
    ['function f([p, q]) {}', ['house/whole-words', 'house/whole-words']],
    ['function f({ key: k }, ...r) {}', ['house/whole-words', 'house/whole-words']],
    ['list.sort((a, b) => a - b);', []],
    ['list.map((a) => a);', ['house/whole-words']],
    ['function draw(x, y, width) {}', []],
    ['function draw(x, width) {}', ['house/whole-words']],
    ['list.map((_, index) => index);', []],
    [`// ${'ơ'.repeat(107)}`, []],
    [`// ${'ơ'.repeat(108)}`, ['house/narrow-line']],
    [`function f() {\n${lines(58)}}`, []],
    [`function f() {\n${lines(59)}}`, ['house/short-function']],
    [`describe('a chapter', () => {\n${lines(80)}});`, []],
    [`run(() => {\n${lines(80)}});`, ['house/short-function']],
  ])('%s', (code, rules) => {
    expect(broken(code)).toEqual(rules);
  });
});

describe('ceilings', () => {
  const places = (rule: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ rule, file: 'a.ts', line: index + 1, message: '' }));
  const ceilings = { goals: {}, ceilings: { known: 2, spare: 3 } };

  test('a rule without a ceiling must not be broken; one with a ceiling not more often', () => {
    expect(judge(ceilings, [...places('known', 2), ...places('spare', 3)])).toEqual({ above: [], spare: [] });
    const { above } = judge(ceilings, [...places('known', 3), ...places('new', 1)]);
    expect(above.map(({ rule, ceiling, places: found }) => [rule, ceiling, found.length])).toEqual([
      ['known', 2, 3],
      ['new', 0, 1],
    ]);
  });

  test('they fall to what is left and never rise', () => {
    const now = [...places('known', 5), ...places('spare', 1), ...places('new', 1)];
    expect(judge(ceilings, now).spare).toEqual([{ rule: 'spare', ceiling: 3, count: 1 }]);
    expect(lowered(ceilings, now).ceilings).toEqual({ known: 2, spare: 1 });
    expect(lowered(ceilings, []).ceilings).toEqual({});
  });
});

describe('words of the interface that no code names', () => {
  const root = mkdtempSync(join(tmpdir(), 'so-tay-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };

  test('named whole, by a pattern, or by its own name where the group is taken whole', () => {
    write(
      'content/words/vi.yaml',
      'site:\n  used: a\n  left: b\nlevel:\n  first: c\nbuilder:\n  kind_one: d\n  own: e\n  gone: g\n',
    );
    write('src/a.ts', "t('site.used'); t(`level.${level}`);");
    write('src/b.ts', "const words = wordGroup('builder'); words[`kind_${kind}`]; words.own;");
    expect(unusedWordKeys(root).map(({ line, message }) => [line, /“(.*)”/.exec(message)?.[1]])).toEqual([
      [3, 'site.left'],
      [9, 'builder.gone'],
    ]);
  });
});
