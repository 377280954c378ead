/** What is typed after a command: one way of reading it, and no work before it is understood. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { someOf } from '../whole.ts';

const options = { to: { type: 'string' }, 'fix-nfc': { type: 'boolean' }, own: { type: 'boolean' } } as const;
const refusal = (...args: string[]): string => {
  try {
    readCommandLine(options, { args, words: 1, usage: 'Cách dùng: thử', inner: ['own'] });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

test('what is known is read', () => {
  const { values, positionals } = readCommandLine(options, { args: ['--to', 'x', 'a', '--own'], words: 1 });
  expect({ ...values }).toEqual({ to: 'x', own: true });
  expect(positionals).toEqual(['a']);
  expect(readCommandLine(options, { args: ['--to=--lạ'] }).values.to).toBe('--lạ');
});

test.each([
  ['--fix-ncf', '“--fix-ncf”. Có phải “--fix-nfc”? Dùng được: --to, --fix-nfc.'],
  ['--constructor', '“--constructor”. Dùng được: --to, --fix-nfc.'],
  ['-x', '“-x”'],
  ['--to', 'Sau “--to” còn thiếu'],
  ['--fix-nfc=1', 'viết một mình'],
])('%s is told in Vietnamese, with what is allowed', (typed, words) => {
  expect(refusal(typed)).toContain(words);
  expect(refusal(typed)).toContain('Cách dùng: thử');
});
test('a value that looks like an option is none, and one word too many is named', () => {
  expect(refusal('--to', '--fix-nfc')).toContain('Sau “--to” còn thiếu');
  expect(refusal('a', 'b')).toContain('không nhận chữ “b”');
});

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));
/** Whole seconds each: they read the index of search before their first line runs. */
const slow = ['eval-search', 'fit-danger', 'fit-doubt'];
const commands = [...new Set(Object.values(scripts))]
  .map((script) => script.replace('node src/cli/run.mjs ', '').split(' '))
  .filter(([command = '']) => !slow.includes(command));

/** The file that a command runs; forms share one. */
const scriptOf = (command = ''): string | undefined =>
  ['src/cli', 'tools']
    .map((folder) => `${folder}/${command}.ts`)
    .find((file) => existsSync(join(projectRoot, file)));
/** Each is started for its own sake; a third by what stands in its file, all in a whole run. */
const started = someOf(commands, 3, ([command = '']) =>
  readFileSync(join(projectRoot, scriptOf(command) ?? 'src/cli/make.ts'), 'utf8').concat(command),
);

test.each(started)('%s stops at an option that it does not know, before any work', (command, ...args) => {
  const script = scriptOf(command);
  const run = script === undefined ? ['src/cli/make.ts', command] : [script];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...run, ...args, '--nope'],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  expect(stdout).toBe('');
  expect(stderr).toContain('Không có lựa chọn “--nope”.');
  expect(status).toBe(2);
});
test('every command but those may be tried, and some are', () => {
  expect(commands.length).toBe(Object.keys(scripts).length - slow.length);
  expect(started.length).toBeGreaterThan(commands.length / 8);
});

test('each reads what is typed before anything else is done with it', () => {
  const files = commands.flatMap(([command]) => scriptOf(command) ?? []);
  const silent = files.filter(
    (file) => !/\b(?:typed|readCommandLine|serverArgs)\(/.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  expect(silent).toEqual([]);
  expect(files.length).toBeGreaterThan(20);
});

test('nobody reads the command line in another way', () => {
  const others = globSync(['src/**/*.ts', 'tools/**/*.ts'], { cwd: projectRoot }).filter((file) =>
    /\bparseArgs\(|process\.argv/.test(readFileSync(join(projectRoot, file), 'utf8')),
  );
  // `run.ts` takes --edition out and hands everything else on; `make.ts` takes the name of the form.
  expect(others.sort()).toEqual(['src/cli/command-line.ts', 'src/cli/edition/run.ts', 'src/cli/make.ts']);
});

test('a list of editions that is not there is told by its name', () => {
  const run = [
    'src/cli/editions.ts',
    '--list',
    '/khong-co.csv',
    '--from',
    '/khong-co.yaml',
    '--to',
    '/tmp/x',
  ];
  const { status, stderr } = spawnSync(process.execPath, run, { cwd: projectRoot, encoding: 'utf8' });
  expect(stderr).toContain('Không có tệp /khong-co.csv.');
  expect(stderr).not.toContain('ENOENT');
  expect(status).toBe(1);
});
