/**
 * The catalogue of faults: every rule says what it asks for, in words that help and never tell an author to
 * throw away what was meant.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue, catalogueTable, exampleOf, faultKinds, type FaultRule } from '../../src/gate/faults.ts';
import { bodyRules } from '../../src/markdown/faults.ts';

const isRule = (rule: string): rule is FaultRule => Object.hasOwn(faultKinds, rule);
const rules = Object.keys(faultKinds).filter(isRule);
const told = catalogue().flatMap(({ rules: list }) => list);

describe('the catalogue', () => {
  test('tells every rule of the gate and of bodies', () => {
    expect(new Set(told.map(({ rule }) => rule))).toEqual(new Set([...rules, ...Object.keys(bodyRules)]));
    expect(told.length).toBeGreaterThan(115);
  });

  test.each(told.map((one) => [one.rule, one] as const))('%s: meaning, message, cure', (_, one) => {
    expect(one.means).toMatch(/^[^\s].{8,120}$/u);
    // A whole sentence about what was found; a cure that begins like the middle of one, after “Sửa: ”.
    expect(one.message).toMatch(/^[\p{Lu}“<p\d].*[.”]$/u);
    expect(one.fix).toMatch(/^[^\s.].{3,}/u);
    expect(`${one.message} ${one.fix}`).not.toMatch(/undefined|\[object|NaN/);
  });

  test('English hints are there', () => {
    for (const rule of rules) expect(exampleOf(rule).hint, rule).toMatch(/^[A-Za-z<]/);
    expect(rules.length).toBeGreaterThan(90);
  });
});

/** Cures that only take away, and why nothing is lost by them. */
const takesAway: Readonly<Record<string, string>> = {
  bidi: 'keeps all letters that are seen',
  control: 'is typed again',
  'duplicate-prop': 'both say the same prop',
  esm: 'content cannot run code',
  'easy-inline': 'the page links to the full guide by itself',
  'loud-length': 'the author chooses the sentences',
};

test('the document that authors look faults up in says the same', () => {
  const document = readFileSync('docs/loi-kiem-tra.md', 'utf8');
  // Compared line by line, so that a failure names the rule.
  const lines = new Set(document.split('\n'));
  const missing = catalogueTable()
    .split('\n')
    .filter((line) => !lines.has(line));
  expect(missing).toEqual([]);
  expect(lines.size).toBeGreaterThan(told.length);
});

describe('cures that destroy', () => {
  test.each(told.map(({ rule, fix }) => [rule, fix] as const))(
    '%s offers more than to take away',
    (rule, fix) => {
      if (!/(?:^|[\s,;])(?:bỏ|xóa|bớt|giữ một)(?=[\s,;]|$)/iu.test(fix) || rule in takesAway) return;
      // What must be said beside the taking away: where it goes, or what it becomes.
      expect(fix).toMatch(/hoặc|thì|rồi|thay|gộp|viết|sửa|chọn|tách|lưu|gõ lại/u);
    },
  );

  test('every exception is a rule', () => {
    for (const rule of Object.keys(takesAway)) expect(told.map((one) => one.rule)).toContain(rule);
  });
});
