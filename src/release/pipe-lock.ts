/**
 * The lock where there is no flock(1): on macOS and Windows. It keeps the same promise with named pipes: a
 * contender makes one, opens it for reading, and only then gives it its public name. The open end is handed
 * to the children, so it closes when the last of them is gone. Whether a claim is alive is asked of the kernel:
 * opening the pipe for writing fails with ENXIO when no reader is left. No process numbers, which are given
 * again; no ages, which depend on the clock; works between containers that share the folder on one machine.
 *
 * Two rules keep two contenders apart: each shows its own claim before it looks for others, and a claim's
 * name is never used again, so that clearing away a dead one cannot hit a living one.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.ts';
import { busy, ownerAt, thisRun, type Lock, type Owner } from './lock-owner.ts';
import { Refusal } from './refusal.ts';

const pipes = process.platform !== 'win32';
const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
};

/**
 * Takes the lock kept in `folder`. `deed` is what the owner does, in Vietnamese, for the message to the next
 * one.
 * @throws Refusal `busy` when somebody holds it; at once, never after waiting for the holder.
 */
export function takePipeLock(folder: string, deed: string): Lock {
  mkdirSync(folder, { recursive: true });
  const token = randomBytes(8).toString('hex');
  const mine = (kind: string): string => join(folder, `${token}.${kind}`);
  const fd = claim(folder, token, { deed, ...thisRun });
  const release = (): void => {
    for (const kind of ['held', 'claim', 'json']) rmSync(mine(kind), { force: true });
    if (fd !== undefined) closeSync(fd);
  };
  try {
    // Contenders that meet: the one with the lowest name stays, the others have already turned away.
    for (let tries = 0; tries < 200; tries++) {
      const others = claims(folder).filter((claim) => claim !== token && alive(folder, claim));
      if (others.length === 0) {
        writeFileSync(mine('held'), '');
        for (const dead of claims(folder))
          if (dead !== token && !alive(folder, dead))
            for (const kind of ['held', 'claim', 'json'])
              rmSync(join(folder, `${dead}.${kind}`), { force: true });
        return { fds: fd === undefined ? [] : [fd], release };
      }
      const stronger = others.find((claim) => existsSync(join(folder, `${claim}.held`)) || claim < token);
      if (stronger !== undefined) throw refused(folder, stronger);
      pause(15);
    }
    throw refused(folder, claims(folder).find((claim) => claim !== token) ?? token);
  } catch (error) {
    release();
    throw error;
  }
}

/** Shows a claim: alive from the first moment it can be seen. */
function claim(folder: string, token: string, owner: Owner): number | undefined {
  writeFileSync(join(folder, `${token}.json`), JSON.stringify(owner));
  const shown = join(folder, `${token}.claim`);
  if (!pipes) {
    writeFileSync(shown, '');
    return undefined;
  }
  const hidden = join(folder, `${token}.new`);
  const made = spawnSync('mkfifo', ['-m', '660', hidden], { encoding: 'utf8' });
  if (made.status !== 0) {
    rmSync(join(folder, `${token}.json`), { force: true });
    throw new Refusal(
      'target',
      `Không tạo được khóa trong ${folder}: ${made.error?.message ?? made.stderr.trim()}. (mkfifo failed)`,
    );
  }
  const fd = openSync(hidden, constants.O_RDONLY | constants.O_NONBLOCK);
  renameSync(hidden, shown);
  return fd;
}

/** Every claim that is shown, dead or alive. */
const claims = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.claim'))
    .map((file) => file.slice(0, -'.claim'.length))
    .sort();

const owner = (folder: string, token: string): Owner | undefined => ownerAt(join(folder, `${token}.json`));

/** Whether anybody of the run that made the claim still lives. In doubt: yes. */
function alive(folder: string, token: string): boolean {
  const by = owner(folder, token);
  // Another running kernel: the same machine was started again, or it is another machine, of which nothing
  // can be known.
  if (by !== undefined && by.boot !== thisRun.boot) return by.host !== thisRun.host;
  if (!pipes) {
    try {
      process.kill(by?.pid ?? -1, 0);
      return by !== undefined;
    } catch {
      return false;
    }
  }
  try {
    closeSync(openSync(join(folder, `${token}.claim`), constants.O_WRONLY | constants.O_NONBLOCK));
    return true;
  } catch (error) {
    return !['ENXIO', 'ENOENT'].includes(codeOf(error) ?? '');
  }
}

const refused = (folder: string, token: string): Refusal =>
  busy(owner(folder, token), join(folder, `${token}.claim`));
