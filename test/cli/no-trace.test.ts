/** Commands that are asked for what they cannot do say so in words: no stack of the program, ever. Commands
 * that read all content first are asked in a whole run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { whole } from '../whole.ts';
import { projectRoot } from '../fixtures/tree.ts';

const commands = readdirSync(join(projectRoot, 'src/cli'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace('.ts', ''));

/** Commands, each with what nobody means: an unknown option, a file that is not there, too many words. */
const asked: Readonly<Record<string, readonly (readonly string[])[]>> = {
  check: [['--hand-over=/khong-co/thu-muc/x.json']],
  edition: [[], ['khong-co-lenh'], ['show', '/khong-co']],
  editions: [[], ['/khong-co']],
  export: [[], ['khong-co-dang'], ['epub', '--audience=khong-co']],
  intake: [[], ['/khong-co.docx']],
  make: [[], ['khong-co-dang']],
  move: [[], ['guides/khong-co', 'guides/khong-co-2'], ['--khong-co']],
  new: [[], ['khong-co-loai', 'x'], ['guide', 'Tên Có Dấu']],
  photo: [[], ['/khong-co.jpg', 'lop-toi'], ['--khong-co']],
  publish: [[], ['--to'], ['--khong-co'], ['--to', '/proc/khong-co']],
  report: [['--khong-co']],
  rollback: [[], ['--to', '/khong-co'], ['--khong-co']],
  verify: [[], ['/khong-co'], ['--khong-co']],
};

/** What a command prints with a home of its own. */
function run(command: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const home = mkdtempSync(join(tmpdir(), 'lenh-'));
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(projectRoot, 'src/cli/run.mjs'), command, ...args], {
      cwd: projectRoot,
      env: { ...process.env, HOME: home, INIT_CWD: home },
      timeout: 60_000,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (words: Buffer) => {
        output += words.toString();
      });
    child.on('close', (code) => {
      rmSync(home, { recursive: true, force: true });
      done({ code, output });
    });
  });
}

/** These read all content before they look at their words. */
const slow: ReadonlySet<string> = new Set(['check', 'export', 'make', 'move', 'new']);

const cases = Object.entries(asked)
  .filter(([command]) => whole || !slow.has(command))
  .flatMap(([command, list]) =>
    list.map((args) => [`${command} ${args.join(' ')}`.trim(), command, args] as const),
  );

test.concurrent.each(cases)(
  '%s',
  async (_name, command, args) => {
    const { code, output } = await run(command, args);
    expect(code, output).not.toBe(0);
    expect(output.trim()).not.toBe('');
    expect(output).not.toMatch(/^\s+at .*(?:\d+:\d+|native|anonymous)\)?$/m);
    expect(output).not.toMatch(/Node\.js v\d+|Unhandled|node:internal/);
    expect(output, 'Vietnamese words').toMatch(/[ăâêôơưđạảấầậếềệốồộớờợứừựỉịọỏủụỹ]/i);
  },
  90_000,
);

test('every command that takes words is asked', () => {
  // These take none, or run until they are stopped, or are parts of others.
  const others = new Set(
    'astro box browser build build-inputs command-line debian desk dev format free-ports made-forms offered-files preview report-directory report-rules site-url start'.split(
      ' ',
    ),
  );
  expect(commands.filter((command) => !others.has(command) && !(command in asked))).toEqual([]);
});
