/**
 * Reading takes as many steps as there are letters: twice the text, twice the work, whatever is written. The
 * steps are those that the engine counts, function by function and branch by branch, so that a busy machine
 * changes nothing.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Texts that grow by a piece, each of them hard for some reader. */
const pieces: Readonly<Record<string, string>> = {
  words: 'chữ thường nối nhau ',
  'numbers with dots': '1.1.1.',
  'open brackets': '[a\n\n',
  'closed brackets': '[a](https://example.vn/) ',
  stars: '*a **b**\n\n',
  'stars that never close': '**a\n\n',
  underscores: '_a_b\n\n',
  backticks: '`a` ``b ',
  'signs for less': 'a &lt; b ',
  entities: '&amp;&#8203;&eacute; ',
  items: '- dòng\n',
  'items with lists': '- dòng\n  - nhỏ\n',
  'numbered items': '1. việc\n',
  rows: '| a | b |\n',
  paragraphs: 'một đoạn\n\n',
  boxes: '<Tip>\nmẹo\n</Tip>\n\n',
  'pieces in a line': '<Term id="otp">mã</Term> ',
  notes: '<!-- ghi --> ',
  addresses: 'https://example.vn/a ',
  mails: 'a@example.vn ',
  'at signs': '@.@',
  struck: '~~a~~\n\n',
  breaks: 'a\\\n',
  dashes: '-–—',
  quotes: '“a” ',
  'half quotes': '“a ',
  amounts: '5 nghìn đồng, 12/10/2026, 30 % ',
  laws: 'Nghị định 69/2024/NĐ-CP, Điều 5 ',
};

/** Steps for so many of each piece and for twice as many, in a process that counts every one. */
const counted: unknown = JSON.parse(
  execFileSync(
    process.execPath,
    // What is compiled to faster code is no longer counted.
    ['--no-opt', '--no-maglev', '--no-sparkplug', join(import.meta.dirname, 'count-steps.ts')],
    { encoding: 'utf8', input: JSON.stringify(pieces) },
  ),
);
const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');
const steps = new Map<string, unknown>(Object.entries(counted ?? {}));

describe('twice the text takes twice the steps', () => {
  test('all pieces were counted', () => {
    expect([...steps.keys()]).toEqual(Object.keys(pieces));
    expect(steps.size).toBeGreaterThan(25);
  });
  test.each(Object.keys(pieces))('%s', (name) => {
    const pair = steps.get(name);
    if (!isPair(pair)) throw new Error(`no steps for ${name}`);
    const [once, twice] = pair;
    expect(once).toBeGreaterThan(1000);
    expect(twice / once, `${once} and ${twice} steps`).toBeLessThan(2.1);
  });
});
