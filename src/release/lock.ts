/**
 * A lock for a folder that holds as long as anybody of the run lives, the parent killed or not, and never a
 * moment longer: flock(2) on an open file, which the kernel gives back when the last process that has it is
 * gone. Node has no flock(2); flock(1) takes it on the descriptor that it inherits, and ends. Children that
 * get the descriptor in `stdio` hold the lock too. Where there is no flock(1): `pipe-lock.ts`.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './errors.ts';
import { busy, ownerAt, thisRun, type Lock } from './lock-owner.ts';
import { takePipeLock } from './pipe-lock.ts';

export type { Lock } from './lock-owner.ts';

/** What flock(1) is asked for: exclusive, at once, on descriptor 3; busy is told apart from broken. */
const BUSY = 75;
const flock = (fd: number) =>
  spawnSync('flock', ['--nonblock', '--conflict-exit-code', String(BUSY), '3'], {
    stdio: ['ignore', 'ignore', 'ignore', fd],
  });

/** Whether the file that is open is still the one that bears its name: its owner takes it away at the end. */
function isNamed(fd: number, file: string): boolean {
  try {
    return fstatSync(fd).ino === statSync(file).ino;
  } catch {
    return false;
  }
}

/**
 * Takes the lock kept in `folder`. `deed` is what the owner does, in Vietnamese, for the message to the next
 * one.
 * @throws Refusal `busy` when somebody holds it; at once, never after waiting for the holder.
 */
export function takeLock(folder: string, deed: string): Lock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'khoa.json');
  for (;;) {
    const fd = openSync(file, 'a+', 0o660);
    const { status, error } = flock(fd);
    if (status === 0 && isNamed(fd, file)) {
      ftruncateSync(fd);
      writeSync(fd, JSON.stringify({ deed, ...thisRun }));
      const release = (): void => {
        rmSync(file, { force: true });
        closeSync(fd);
      };
      return { fds: [fd], release };
    }
    closeSync(fd);
    if (status === BUSY) throw busy(ownerAt(file), file);
    // Its owner took the file away between opening and locking: the next one is there to be made.
    if (status === 0) continue;
    if (codeOf(error) !== 'ENOENT')
      console.warn('Lệnh flock không chạy được, dùng cách khóa khác. (flock failed)');
    rmSync(file, { force: true });
    return takePipeLock(folder, deed);
  }
}
