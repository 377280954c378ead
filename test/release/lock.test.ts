/** The lock: one holder, held as long as anybody of the run lives, free the moment the last is gone. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock, takeLocks } from '../../src/release/lock.ts';
import { takePipeLock } from '../../src/release/pipe-lock.ts';
import { publishApart, publishTiny, readersSite, scratch, until } from './tiny.ts';
import { present } from '../present.ts';

/** The kernel's lock, and the one for machines without flock(1). */
const locks = [
  { name: 'flock', take: takeLock, module: 'lock.ts', called: 'takeLock' },
  { name: 'pipes', take: takePipeLock, module: 'pipe-lock.ts', called: 'takePipeLock' },
];

test.each(locks)(
  '$name: a second one is refused at once and told who holds it; a released lock leaves nothing',
  ({ take }) => {
    const dir = join(scratch(), 'lock');
    const first = take(dir, 'phát hành');
    expect(() => take(dir, 'dựng')).toThrow(
      expect.objectContaining({
        reason: 'busy',
        message: expect.stringContaining(`phát hành, tiến trình ${process.pid}`) as string,
      }),
    );
    first.release();
    expect(readdirSync(dir)).toEqual([]);
    take(dir, 'dựng').release();
  },
);

test('seventy locks are taken together; where one is held, none of the others stays taken', () => {
  const root = scratch();
  const folders = Array.from({ length: 70 }, (_, at) => join(root, String(at)));
  const taken = takeLocks(folders, 'phát hành');
  expect(taken.length).toBe(70);
  for (const folder of folders) expect(() => takeLock(folder, 'dựng'), folder).toThrow('phát hành');
  for (const [at, lock] of taken.entries()) if (at !== 66) lock.release();
  expect(() => takeLocks(folders, 'dựng')).toThrow(`phát hành, tiến trình ${process.pid}`);
  present(taken[66], 'the one that was held').release();
  for (const folder of folders) expect(readdirSync(folder), folder).toEqual([]);
  for (const lock of takeLocks(folders, 'dựng')) lock.release();
});

test('where one of many cannot be opened, no other stays taken, and no file stays open', () => {
  const root = scratch();
  writeFileSync(join(root, 'tep'), '');
  const folders = [join(root, 'a'), join(root, 'b'), join(root, 'tep/c')];
  const before = readdirSync('/proc/self/fd').length;
  expect(() => takeLocks(folders, 'phát hành')).toThrow('ENOTDIR');
  expect(readdirSync('/proc/self/fd').length).toBe(before);
  for (const lock of takeLocks(folders.slice(0, 2), 'dựng')) lock.release();
});

test('a killed parent whose child lives still holds the lock; when the child is gone the next run takes it', async () => {
  const root = scratch();
  await publishTiny(root, { edition: 'A' });
  const run = publishApart({ root, variant: { edition: 'B' }, child: 60_000, wait: 60_000 });
  await until(() => /child \d+/.test(run.output()));
  const child = Number(present(/child (\d+)/.exec(run.output()), 'the pattern in the text')[1]);
  // The parent alone.
  process.kill(run.pid, 'SIGKILL');
  await run.ended;
  expect(
    existsSync(`/proc/${run.pid}`) && !readFileSync(`/proc/${run.pid}/stat`, 'utf8').includes(') Z'),
  ).toBe(false);
  await expect(publishTiny(root, { edition: 'B' })).rejects.toMatchObject({ reason: 'busy' });
  process.kill(child, 'SIGKILL');
  await until(() => {
    try {
      process.kill(child, 0);
      return readFileSync(`/proc/${child}/stat`, 'utf8').includes(') Z');
    } catch {
      return true;
    }
  });
  try {
    process.kill(-run.pid, 'SIGKILL');
  } catch {
    /* nobody is left of the group */
  }
  await until(() => {
    try {
      process.kill(-run.pid, 0);
      return false;
    } catch {
      return true;
    }
  }).catch(() => {});
  expect((await publishTiny(root, { edition: 'B' })).changed).toBe(true);
  expect(readersSite(join(root, 'noi-phat-hanh')).front).toContain('Sổ tay B');
});

test.each(locks)(
  '$name: forty contenders that start together: never two holders at a time, and each that got it was alone',
  async ({ module, called }) => {
    const dir = join(scratch(), 'lock');
    const log = join(dir, '../log');
    writeFileSync(log, '');
    const program = `
    import { ${called} } from ${JSON.stringify(join(import.meta.dirname, '../../src/release', module))};
    import { appendFileSync } from 'node:fs';
    let got = 0;
    for (let i = 0; i < 10; i++) {
      try {
        const lock = ${called}(${JSON.stringify(dir)}, 'thử');
        appendFileSync(${JSON.stringify(log)}, 'in\\n');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
        appendFileSync(${JSON.stringify(log)}, 'out\\n');
        lock.release();
        got++;
      } catch (error) { if (error.reason !== 'busy') throw error; }
    }
    console.log(got);`;
    const runs = await Promise.all(
      [1, 2, 3, 4].map(
        () =>
          new Promise<{ code: number | null; got: number; err: string }>((resolve) => {
            const child = spawn(
              process.execPath,
              ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', program],
              { stdio: ['ignore', 'pipe', 'pipe'] },
            );
            let out = '';
            let err = '';
            child.stdout.on('data', (chunk: Buffer) => {
              out += chunk.toString();
            });
            child.stderr.on('data', (chunk: Buffer) => {
              err += chunk.toString();
            });
            child.on('close', (code) => {
              resolve({ code, got: Number(out), err });
            });
          }),
      ),
    );
    for (const run of runs) expect(run.code, run.err).toBe(0);
    const got = runs.reduce((total, run) => total + run.got, 0);
    expect(got).toBeGreaterThan(3);
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBe(got * 2);
    // Were two inside at once, two `in` would follow each other.
    lines.forEach((line, index) => {
      expect(line).toBe(index % 2 === 0 ? 'in' : 'out');
    });
  },
);

test('a claim of this machine from before its last start is dead; one of another machine is respected, with a way out', () => {
  const dir = join(scratch(), 'lock');
  takePipeLock(dir, 'thử').release();
  const claim = (host: string): void => {
    writeFileSync(join(dir, 'aa.json'), JSON.stringify({ deed: 'phát hành', pid: 1, host, boot: 'another' }));
    writeFileSync(join(dir, 'aa.claim'), '');
  };
  claim('may-khac 123');
  expect(() => takePipeLock(dir, 'thử')).toThrow(/máy may-khac.*aa\.claim/);
  // The owner's own words, as this machine writes them.
  const mine = takePipeLock(join(dir, '../other'), 'thử');
  const { host } = JSON.parse(
    readFileSync(
      join(
        dir,
        '../other',
        present(
          readdirSync(join(dir, '../other')).find((file) => file.endsWith('.json')),
          'one of readdirSync',
        ),
      ),
      'utf8',
    ),
  ) as { host: string };
  mine.release();
  claim(host);
  takePipeLock(dir, 'thử').release();
  expect(readdirSync(dir)).toEqual([]);
});

test('a file that its owner left behind holds nobody up, and what it says is written anew', () => {
  const dir = join(scratch(), 'lock');
  takeLock(dir, 'thử').release();
  writeFileSync(
    join(dir, 'khoa.json'),
    JSON.stringify({ deed: 'phát hành cũ', pid: 1, host: 'x', boot: 'y' }),
  );
  const mine = takeLock(dir, 'dựng');
  expect(() => takeLock(dir, 'thử')).toThrow(/dựng, tiến trình/);
  mine.release();
  expect(readdirSync(dir)).toEqual([]);
});

test('without flock(1) the other lock is taken, and leaves nothing either', () => {
  const dir = join(scratch(), 'lock');
  const { PATH } = process.env;
  // Only the folder of mkfifo's stand-in: no flock there.
  const only = join(dir, '../bin');
  mkdirSync(only, { recursive: true });
  symlinkSync('/usr/bin/mkfifo', join(only, 'mkfifo'));
  process.env.PATH = only;
  try {
    const mine = takeLock(dir, 'dựng');
    expect(readdirSync(dir).some((file) => file.endsWith('.claim'))).toBe(true);
    expect(() => takeLock(dir, 'thử')).toThrow(/dựng, tiến trình/);
    mine.release();
    expect(readdirSync(dir)).toEqual([]);
  } finally {
    process.env.PATH = PATH;
  }
});
