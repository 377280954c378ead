/**
 * The content gate: the good tree passes, each fault is named with its place and its cure, all faults come at
 * once.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readContent } from '../../src/gate/read.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { prove } from '../../src/gate/prove.ts';
import { byteCases, letterCases } from '../fixtures/broken/bytes.ts';
import type { BrokenCase } from '../fixtures/broken/case.ts';
import { fieldCases } from '../fixtures/broken/fields.ts';
import { guideRuleCases } from '../fixtures/broken/guide-rules.ts';
import { mdxCases } from '../fixtures/broken/mdx.ts';
import { printKitCases } from '../fixtures/broken/print-kit.ts';
import { programmeCases } from '../fixtures/broken/programmes.ts';
import { relationCases } from '../fixtures/broken/relations.ts';
import { yamlCases } from '../fixtures/broken/yaml.ts';
import { unusual } from '../fixtures/unusual.ts';
import { guide, more } from '../fixtures/broken/case.ts';
import { checkTree, swap, withFreshTree, withTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const groups: readonly (readonly [string, readonly BrokenCase[]])[] = [
  ['bytes and names', byteCases],
  ['letters', letterCases],
  ['YAML', yamlCases],
  ['fields', fieldCases],
  ['relations', relationCases],
  ['MDX', mdxCases],
  ['guide rules', guideRuleCases],
  ['training sessions', programmeCases],
  ['print kit', printKitCases],
];

/**
 * What the good tree is blamed for: nothing, which the first test asserts; kept apart so that a new rule
 * fails that one test, not all.
 */
const already = new Set(withTree({}, (root) => checkTree(root).problems.map(formatProblem)));

/**
 * What an author is told of each case, word for word and with its place. `WRITE_TOLD=1` writes it anew, to be
 * read through before it is kept.
 */
const toldFile = join(import.meta.dirname, 'told.json');
const told = new Map<string, string>(
  Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(toldFile, 'utf8')))),
);

/** Where a parser's stack ends is of the machine, and so is the column that is told then. */
const wherever = /^(\S+:\d+):\d+(?=\n(?:.*\n)*.*Maximum call stack)/;

/** Number of the line that holds `at`, counted in the bytes on disk, not by the code under test. */
function lineOf(root: string, file: string, at: string | number): number {
  if (typeof at === 'number') return at;
  const text = readFileSync(join(root, 'content', file), 'utf8').normalize('NFC');
  const found = text.split('\n').flatMap((line, index) => (`${line}\n`.includes(at) ? [index + 1] : []));
  // Text of one bomb may fill many lines: the first is meant.
  if (found[0] === undefined) throw new Error(`“${at}” is not in ${file}.`);
  return found[0];
}

describe('a good tree', () => {
  test('has no faults', () => {
    withTree({}, (root) => {
      const { problems, read } = checkTree(root);
      expect(problems.map(formatProblem)).toEqual([]);
      expect(read.files).toBeGreaterThan(40);
      for (const [collection, list] of Object.entries(read.entries))
        // A recording is nothing without its sound, a photo without its picture: tests of theirs have some.
        // Figures are written by a run.
        if (!['recordings', 'photos', 'measured'].includes(collection))
          expect(list.length, collection).toBeGreaterThan(0);
    });
  });
});

describe.each(groups)('%s: one fault', (_, cases) => {
  test.each(cases.map((brokenCase) => [brokenCase.name, brokenCase] as const))(
    '%s',
    (_name, brokenCase) => {
      withTree(brokenCase.changes, (root) => {
        const { problems } = checkTree(root);
        const all = problems.map(formatProblem).join('\n');
        const own = problems.filter(
          (problem) => problem.rule === brokenCase.rule && problem.file === `content/${brokenCase.file}`,
        );
        expect(own.length, all).toBeGreaterThan(0);
        const ownProblem = present(own[0], 'item 0 of own');
        expect(ownProblem.line, all).toBe(lineOf(root, brokenCase.file, brokenCase.at));
        expect(ownProblem.message).toContain(brokenCase.message);
        expect(ownProblem.fix).toContain(brokenCase.fix);
        expect(ownProblem.hint).not.toBe('');
        // Nothing else is blamed: no echo elsewhere, no second message for the same slip.
        const news = problems.filter((problem) => !already.has(formatProblem(problem)));
        expect(news.map((problem) => problem.rule).sort(), all).toEqual(
          [brokenCase.rule, ...(brokenCase.also ?? [])].sort(),
        );
        const words = news.map(formatProblem).join('\n').replace(wherever, '$1');
        if (process.env.WRITE_TOLD === undefined) expect(words).toBe(told.get(brokenCase.name));
        else
          writeFileSync(
            toldFile,
            `${JSON.stringify(Object.fromEntries(told.set(brokenCase.name, words)), null, 2)}\n`,
          );
      });
    },
    10_000,
  );
});

describe('unusual but right', () => {
  test.each(unusual)('%s', (_name, changes) => {
    withTree(changes, (root) => {
      expect(
        checkTree(root)
          .problems.map(formatProblem)
          .filter((problem) => !already.has(problem)),
      ).toEqual([]);
    });
  });
});

test('all faults at once: twelve in one tree', () => {
  const changes = {
    'terms/vo-gao.yaml': '',
    'terms/Hoa.yaml': 'x',
    'skills/rua-sach.yaml': swap('code: A2', 'code: A1'),
    'audiences/nha-nong.yaml': swap('parent: ba-con', 'parent: bacon'),
    'topics/vuon.yaml': swap('icon: search', 'icon: tim'),
    'tasks/xa-mau-01/1.yaml': swap('month: 2025-06', 'month: 2025-13'),
    'directory/cuu-ho.yaml': swap('when:', '  when:'),
    'redirects.yaml': swap('to: /1/', 'to: /trang-la/'),
    'units/hoi-nong-dan.yaml': swap('level: commune', 'level: commune\nlevel: school'),
    'plans/xa-mau-01.mdx': swap('Kế hoạch của một xã.', '<div>Kế hoạch.</div>'),
    'words/vi.yaml': swap('skip:', 'skip: 1 #'),
    [guide]: (text: string) =>
      more('Gọi 0912345678 [tại đây](http://rau.example).')(text.replace('number: 2', 'number: 99')),
  };
  withTree(changes, (root) => {
    const { problems } = checkTree(root);
    const told = problems
      .filter((problem) => !already.has(formatProblem(problem)))
      .map((problem) => `${problem.file.slice('content/'.length)} ${problem.rule}`);
    expect(told).toEqual([
      'audiences/nha-nong.yaml dangling',
      'directory/cuu-ho.yaml yaml',
      `${guide} number-range`,
      `${guide} link-text`,
      `${guide} typed-phone`,
      `${guide} link`,
      'plans/xa-mau-01.mdx raw-html',
      'redirects.yaml redirect-dead',
      'skills/rua-sach.yaml duplicate-code',
      'tasks/xa-mau-01/1.yaml wrong-value',
      'terms/Hoa.yaml file-name',
      'terms/Hoa.yaml wrong-type',
      'terms/vo-gao.yaml empty-file',
      'topics/vuon.yaml wrong-value',
      'units/hoi-nong-dan.yaml duplicate-key',
      'words/vi.yaml wrong-type',
    ]);
    expect(new Set(problems.map((problem) => problem.file)).size).toBe(
      12 + new Set([...already].map((text) => text.split(/[:\n]/)[0])).size,
    );
  });
});

test('a folder without content says so instead of crashing', () => {
  withFreshTree({}, (root) => {
    rmSync(join(root, 'content'), { recursive: true });
    const { problems } = checkTree(root);
    expect(problems.length).toBeGreaterThan(10);
    expect(new Set(problems.map((problem) => problem.rule))).toEqual(
      new Set(['empty-collection', 'mode-page', 'page-missing']),
    );
  });
});

test('a pipe is not waited for, a file that cannot be read does not hide the others', () => {
  withFreshTree({ 'skills/rua-sach.yaml': swap('code: A2', 'code: A1') }, (root) => {
    execFileSync('mkfifo', [join(root, 'content/terms/ong.yaml')]);
    const rules = checkTree(root).problems.map((problem) => problem.rule);
    expect(rules).toContain('not-a-file');
    expect(rules).toContain('duplicate-code');
  });
});

test('a crash over one entry is told as its fault and does not hide the others', () => {
  withTree({ 'skills/rua-sach.yaml': swap('code: A2', 'code: A1') }, (root) => {
    const { entries } = readContent(root);
    const [first, ...rest] = entries.guides;
    // A body that no parser survives: text by its type, something else in truth.
    const hostile = {
      ...present(first, 'first'),
      get body(): string {
        throw new RangeError('Maximum call stack size exceeded');
      },
    };
    const { problems } = prove({ ...entries, guides: [hostile, ...rest] });
    expect(problems.find((problem) => problem.rule === 'crash')).toMatchObject({
      file: present(first, 'first').file,
      hint: 'RangeError: Maximum call stack size exceeded',
    });
    expect(problems.map((problem) => problem.rule)).toContain('duplicate-code');
  });
});

test('the table is whole', () => {
  const all = groups.flatMap(([, cases]) => cases);
  expect(all.length).toBeGreaterThanOrEqual(110);
  expect(unusual.length).toBeGreaterThanOrEqual(15);
  expect(new Set(all.map((brokenCase) => brokenCase.name)).size).toBe(all.length);
  expect([...told.keys()].sort()).toEqual(all.map(({ name }) => name).sort());
});
