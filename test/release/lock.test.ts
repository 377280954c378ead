/** The lock: one holder, held as long as anybody of the run lives, free the moment the last is gone. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/release/lock.ts';
import { publishApart, publishTiny, readersSite, scratch, until } from './tiny.ts';
import { present } from '../present.ts';

const module = join(import.meta.dirname, '../../src/release/lock.ts');

test('a second one is refused at once and told who holds it; a released lock leaves nothing', () => {
  const dir = join(scratch(), 'lock');
  const first = takeLock(dir, 'phát hành');
  expect(() => takeLock(dir, 'dựng')).toThrow(
    expect.objectContaining({
      reason: 'busy',
      message: expect.stringContaining(`phát hành, tiến trình ${process.pid}`) as string,
    }),
  );
  first.release();
  expect(readdirSync(dir)).toEqual([]);
  takeLock(dir, 'dựng').release();
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

test('forty contenders that start together: never two holders at a time, and each that got it was alone', async () => {
  const dir = join(scratch(), 'lock');
  const log = join(dir, '../log');
  writeFileSync(log, '');
  const program = `
    import { takeLock } from ${JSON.stringify(module)};
    import { appendFileSync } from 'node:fs';
    let got = 0;
    for (let i = 0; i < 10; i++) {
      try {
        const lock = takeLock(${JSON.stringify(dir)}, 'thử');
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
});

test('a claim of this machine from before its last start is dead; one of another machine is respected, with a way out', () => {
  const dir = join(scratch(), 'lock');
  takeLock(dir, 'thử').release();
  const claim = (host: string): void => {
    writeFileSync(join(dir, 'aa.json'), JSON.stringify({ deed: 'phát hành', pid: 1, host, boot: 'another' }));
    writeFileSync(join(dir, 'aa.claim'), '');
  };
  claim('may-khac 123');
  expect(() => takeLock(dir, 'thử')).toThrow(/máy may-khac.*aa\.claim/);
  // The owner's own words, as this machine writes them.
  const mine = takeLock(join(dir, '../other'), 'thử');
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
  takeLock(dir, 'thử').release();
  expect(readdirSync(dir)).toEqual([]);
});
