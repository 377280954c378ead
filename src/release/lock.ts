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
import { busy, ownerAt, thisRun, type Lock } from './lock-owner.ts';
import { takePipeLock } from './pipe-lock.ts';

export type { Lock } from './lock-owner.ts';

/** What flock(1) answers when somebody else has the lock; busy is told apart from broken. */
const BUSY = 75;
/** Asks for each descriptor from 3 on, exclusive and at once; one line an answer. One process for all. */
const ask = `for at in "$@"; do flock --nonblock --conflict-exit-code ${BUSY} "$at"; echo $?; done`;
/** Answers by descriptor; none where there is no shell. */
function flock(fds: readonly number[]): readonly (number | undefined)[] {
  const names = fds.map((_, at) => String(at + 3));
  const { stdout, error } = spawnSync('sh', ['-c', ask, 'flock', ...names], {
    stdio: ['ignore', 'pipe', 'ignore', ...fds],
    encoding: 'utf8',
  });
  const answers = error ? [] : stdout.split('\n');
  return fds.map((_, at) => (answers[at] ? Number(answers[at]) : undefined));
}

/** Whether the file that is open is still the one that bears its name: its owner takes it away at the end. */
function isNamed(fd: number, file: string): boolean {
  try {
    return fstatSync(fd).ino === statSync(file).ino;
  } catch {
    return false;
  }
}

/** The file of a lock, open. */
interface Opened {
  readonly folder: string;
  readonly file: string;
  readonly fd: number;
}

function open(folder: string): Opened {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'khoa.json');
  return { folder, file, fd: openSync(file, 'a+', 0o660) };
}

/** Opens the files of all locks, or none. @throws what the system says of the first that cannot be opened */
function openAll(folders: readonly string[]): Opened[] {
  const opened: Opened[] = [];
  try {
    for (const folder of folders) opened.push(open(folder));
    return opened;
  } catch (error) {
    for (const { fd } of opened) closeSync(fd);
    throw error;
  }
}

/** flock(1) is not there: its shell says 127. */
const NOT_FOUND = 127;

/** What is to be done after an answer: the lock, or undefined to ask once more. */
function settled({ folder, file, fd }: Opened, answer: number | undefined, deed: string): Lock | undefined {
  if (answer === 0 && isNamed(fd, file)) {
    ftruncateSync(fd);
    writeSync(fd, JSON.stringify({ deed, ...thisRun }));
    const release = (): void => {
      rmSync(file, { force: true });
      closeSync(fd);
    };
    return { fds: [fd], release };
  }
  closeSync(fd);
  if (answer === BUSY) throw busy(ownerAt(file), file);
  // Its owner took the file away between opening and locking: the next one is there to be made.
  if (answer === 0) return undefined;
  if (answer !== undefined && answer !== NOT_FOUND)
    console.warn('Lệnh flock không chạy được, dùng cách khóa khác. (flock failed)');
  rmSync(file, { force: true });
  return takePipeLock(folder, deed);
}

/**
 * Takes the locks kept in `folders`, all or none: a process for all of them, for whoever has thousands.
 * `deed` is what the owner does, in Vietnamese, for the message to the next one.
 * @throws Refusal `busy` when somebody holds one; at once, never after waiting for the holder.
 */
export function takeLocks(folders: readonly string[], deed: string): Lock[] {
  const taken: Lock[] = [];
  const failed: unknown[] = [];
  for (let left = folders; left.length > 0 && failed.length === 0;) {
    let opened: Opened[] = [];
    try {
      opened = openAll(left);
    } catch (error) {
      failed.push(error);
      break;
    }
    const answers = flock(opened.map(({ fd }) => fd));
    const again: string[] = [];
    for (const [at, one] of opened.entries()) {
      try {
        const lock = settled(one, answers[at], deed);
        if (lock) taken.push(lock);
        else again.push(one.folder);
      } catch (error) {
        failed.push(error);
      }
    }
    left = again;
  }
  if (failed.length === 0) return taken;
  for (const lock of taken) lock.release();
  throw failed[0];
}

/** Takes one lock, as `takeLocks` does. */
export function takeLock(folder: string, deed: string): Lock {
  const [lock] = takeLocks([folder], deed);
  if (lock === undefined) throw new Error(`${folder}: no lock was taken and nothing was said`);
  return lock;
}
