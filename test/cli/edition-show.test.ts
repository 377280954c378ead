/**
 * What an edition shows: the least goes with what goes, texts keep their lines, and what would be empty is
 * refused.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cut, type Path } from '../../src/cli/edition/cut.ts';
import { mount } from '../../src/cli/edition/mount.ts';
import { compose } from '../../src/cli/edition/workspace.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { copyTinyContent } from '../fixtures/project.ts';
import { checkTree } from '../fixtures/tree.ts';
import { runFolder } from '../run-folder.ts';

const cutText = (text: string, ...drops: readonly Path[]): string => cut(parseDocument(text), text, drops);

describe('taking parts out of a text', () => {
  test.each([
    ['the first in brackets', 'a: [x, y, z]\nb: 1\n', [['a', 0]], { a: ['y', 'z'], b: 1 }],
    ['the last in brackets', 'a: [x, y, z]\n', [['a', 2]], { a: ['x', 'y'] }],
    [
      'two in the middle',
      'a: [w, x, y, z]\n',
      [
        ['a', 1],
        ['a', 2],
      ],
      { a: ['w', 'z'] },
    ],
    [
      'the first and the last',
      'a: [x, y, z]\n',
      [
        ['a', 0],
        ['a', 2],
      ],
      { a: ['y'] },
    ],
    [
      'all in brackets',
      'a: [x, y]\nb: 1\n',
      [
        ['a', 0],
        ['a', 1],
      ],
      { a: [], b: 1 },
    ],
    ['brackets over lines', 'a:\n  [\n    x,\n    y,\n  ]\nb: 1\n', [['a', 1]], { a: ['x'], b: 1 }],
    [
      'a row of a list',
      'a:\n  - { k: x }\n  # lời\n  - k: y\n    l: 2\n  - { k: z }\nb: 1\n',
      [['a', 1]],
      { a: [{ k: 'x' }, { k: 'z' }], b: 1 },
    ],
    ['the last row', 'a:\n  - x\n  - y\nb: 1\n', [['a', 1]], { a: ['x'], b: 1 }],
    [
      'all rows',
      'a:\n  - x\n  - y\nb: 1\n',
      [
        ['a', 0],
        ['a', 1],
      ],
      { a: [], b: 1 },
    ],
    ['a field', 'a: 1\nb: x\nc: 2\n', [['b']], { a: 1, c: 2 }],
    ['a field in braces', 'a: { k: x, l: y }\n', [['a', 'k']], { a: { l: 'y' } }],
    ['the first field of a row', 'a:\n  - k: x\n    l: 2\n', [['a', 0, 'k']], { a: [{ l: 2 }] }],
    [
      'a row and a part of it',
      'a:\n  - k: [x]\n    l: 2\n  - k: [y]\n',
      [
        ['a', 0],
        ['a', 0, 'k', 0],
      ],
      { a: [{ k: ['y'] }] },
    ],
  ] as const)('%s', (_, text, drops, left) => {
    const now = cutText(text, ...drops);
    expect(parseDocument(now).toJS()).toEqual(left);
    expect(now.split('\n').length).toBe(text.split('\n').length);
  });
});

const scratch = mkdtempSync(join(runFolder(), 'ban-chon-'));
const product = join(scratch, 'so-tay');
beforeAll(() => copyTinyContent(product));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
/** The handbook of the tests with some lines of `show`, mounted and checked. */
function shown(...lines: readonly string[]) {
  const edition = join(scratch, `xa-${count++}`);
  const show = ['show:', ...lines.map((line) => `  ${line}`), ''].join('\n');
  writeEdition(edition, { 'edition.yaml': editionSettings + show });
  const view = mount({ product, edition });
  const root = compose({ product, edition }, view);
  const text = (inside: string): string => readFileSync(join(root, 'content', inside), 'utf8');
  return { view, text, found: () => checkTree(root).problems.map(formatProblem) };
}

const offices = (files: readonly string[]): string[] =>
  files.filter((file) => file.startsWith('content/units/'));

describe('what is not shown', () => {
  test('a plan goes with its tasks and with all that names it', () => {
    const { view, found } = shown('plans: [xa-mau-01]');
    expect(view.problems).toEqual([]);
    const inside = [...view.files.keys()];
    expect(inside.filter((file) => file.includes('tinh-mau-02'))).toEqual([]);
    expect(inside.filter((file) => file.startsWith('content/tasks/xa-mau-01/')).length).toBeGreaterThan(1);
    // An office stays while something names it, be it as the place above another.
    expect(offices(inside).length).toBe(3);
    expect(found()).toEqual([]);
  });

  test('offices that only plans named which are not shown go with them', () => {
    const { view } = shown('plans: [cua-rieng-minh]');
    expect([...view.files.keys()].filter((file) => /^content\/(?:plans|tasks)\//.test(file))).toEqual([]);
    expect(offices([...view.files.keys()])).toEqual([]);
    expect(view.problems).toEqual([]);
  });

  test('practices and sections go whole', () => {
    const { view, found } = shown('practices: []', 'sections: [events]');
    expect(view.problems).toEqual([]);
    const folders = new Set([...view.files.keys()].map((file) => file.split('/')[1]));
    for (const folder of ['practices', 'easy-read', 'drills', 'announcements'])
      expect(folders.has(folder), folder).toBe(false);
    expect(folders.has('events')).toBe(true);
    expect(found()).toEqual([]);
  });

  test('an audience goes out of every list; a list of it alone is refused with its line', () => {
    const { view, text } = shown('audiences: [ba-con, can-bo-xa]');
    expect(text('guides/bep/rua-rau.mdx')).toMatch(/^audiences: \[ba-con\]$/m);
    const refused = view.problems.map(({ rule, file, line, message }) => ({ rule, file, line, message }));
    expect(refused.every(({ rule }) => rule === 'show-empty')).toBe(true);
    expect(refused.length).toBeGreaterThan(0);
    for (const { file, line, message } of refused) {
      expect(message).toContain('nha-nong');
      expect(readFileSync(join(product, file), 'utf8').split('\n')[line - 1]).toContain('audiences');
    }
    const nameOf = (file: string): string => file.replace(/^content\/|\.\w+$/g, '');
    const without = new Set(refused.map(({ file }) => nameOf(file)));
    // The session that these lessons fill goes next: its minutes would not add up.
    const next = shown('audiences: [ba-con, can-bo-xa]', `without: [${[...without].join(', ')}]`).view
      .problems;
    for (const { file, message } of next) {
      expect(message).toContain('rau/can-rau');
      without.add(nameOf(file));
    }
    expect([...without]).toContain('programmes/lop-nau-com');
    const last = shown('audiences: [ba-con, can-bo-xa]', `without: [${[...without].join(', ')}]`);
    expect(last.view.problems).toEqual([]);
    // Nothing dangles; the gate still asks for what no handbook can be without.
    expect(last.found().map((told) => /\[([a-z-]+):/.exec(told)?.[1])).toEqual([
      'mark-one',
      'empty-collection',
      'empty-collection',
    ]);
  });

  test('the gate tells a name that does not exist', () => {
    const { found } = shown('plans: [xa-mau-01, khong-co]');
    expect(found()).toHaveLength(1);
    expect(found()[0]).toContain('khong-co');
  });

  test('what is not settled shows everything', () => {
    const { view } = shown('{}');
    expect([...view.files.values()].filter(({ from }) => from === 'base').length).toBeGreaterThan(60);
  });
});

describe('an id that the handbook does not have', () => {
  test.each([
    ['audiences: [ba-con, nha-nongg]', 'audiences.1'],
    ['practices: [khong-co]', 'practices.0'],
  ])('%s: told alone, on its line, and nothing is taken out', (line, field) => {
    const { view } = shown(line);
    expect(view.problems.map((problem) => `${problem.rule} ${problem.field}`)).toEqual([
      `dangling show.${field}`,
    ]);
    const at = editionSettings.split('\n').length + 1;
    expect(view.problems[0]?.line).toBe(at);
    expect(view.files.size).toBe(shown().view.files.size);
  });

  test('a file to leave out that is not there: told, and nothing stops', () => {
    const { view } = shown('without: [guides/bep/rua-rauu]');
    expect(view.problems).toEqual([]);
    expect(view.notices.map(({ rule, fix }) => `${rule} ${fix}`)).toEqual([
      'show-without có phải “guides/bep/rua-rau”? Không phải thì bỏ dòng ấy',
    ]);
  });
});
