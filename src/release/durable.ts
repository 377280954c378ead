/** Writing that survives a power cut: whole files only, flushed to the disk before they get their name. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from './errors.ts';

/** Prefix of everything unfinished; the next run removes what has it. */
const unfinished = '.stage-';

/** Whether a name is one of something unfinished. */
export const isUnfinished = (name: string): boolean => name.startsWith(unfinished);

/** A fresh name beside `path`, which counts as unfinished. Random, never the time: clocks go back. */
export const unfinishedName = (path: string): string =>
  join(dirname(path), `${unfinished}${randomBytes(6).toString('hex')}-${basename(path)}`);

/** Flushes the names in a folder. Systems that cannot open folders are spared. */
export function flushFolder(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    /* a file system that does not know it */
  } finally {
    closeSync(fd);
  }
}

/** Writes a whole file: readers see the old one or the new one. */
export const writeWhole = (path: string, data: string | Uint8Array): void => prepareWhole(path, data)();

/**
 * The same in two steps: the bytes are on the disk when this returns, and the call of what it returns gives
 * them their name. So a disk that is full is noticed while nothing depends on it.
 */
export function prepareWhole(path: string, data: string | Uint8Array): () => void {
  mkdirSync(dirname(path), { recursive: true });
  const temp = unfinishedName(path);
  try {
    const fd = openSync(temp, 'wx', 0o644);
    try {
      // A disk that fills up may take a part of the bytes and say so only by the count.
      for (let rest = Buffer.from(data); rest.length > 0;) rest = rest.subarray(writeSync(fd, rest));
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
  return () => {
    renameSync(temp, path);
    flushFolder(dirname(path));
  };
}

/**
 * Gives a file a second name; copies where the file system has no hard links. Never leaves a part under the
 * new name: it is made in `workshop`, a folder of the same disk.
 */
export function linkWhole(from: string, to: string, workshop: string): void {
  const temp = unfinishedName(join(workshop, basename(to)));
  mkdirSync(dirname(to), { recursive: true });
  try {
    try {
      linkSync(from, temp);
    } catch (error) {
      if (!['EPERM', 'EXDEV', 'EMLINK', 'ENOTSUP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error;
      copyFileSync(from, temp);
      const fd = openSync(temp, 'r');
      try {
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
    }
    // When both are the same file already, rename(2) does nothing and the temporary name stays.
    renameSync(temp, to);
  } finally {
    rmSync(temp, { force: true });
  }
}

/** Runs `work` over all items, eight at a time; the first error stops it. */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  width = 8,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < items.length) {
        const index = next++;
        try {
          await work(items[index]!);
        } catch (error) {
          next = items.length;
          throw error;
        }
      }
    }),
  );
}

/** Flushes files to the disk. */
export async function flushFiles(paths: readonly string[]): Promise<void> {
  await inParallel(paths, async (path) => {
    const file = await open(path, 'r');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  });
}

/** What was removed, and what may not be: paths that belong to another user. */
export interface Swept {
  readonly removed: number;
  readonly stuck: readonly string[];
}

/**
 * Removes a file or folder. Answers false when the system does not allow it; that is never a reason to keep a
 * new edition from readers.
 */
export function removed(path: string): boolean {
  try {
    rmSync(path, { recursive: true, force: true });
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/** Removes left-overs of killed runs from one folder. */
export function sweep(folder: string): Swept {
  const left = readdirSync(folder)
    .filter(isUnfinished)
    .map((name) => join(folder, name));
  const stuck = left.filter((path) => !removed(path));
  return { removed: left.length - stuck.length, stuck };
}

/** Moves a folder; copies where it leads to another disk. */
export function moveFolder(from: string, to: string, copy: (from: string, to: string) => void): void {
  mkdirSync(dirname(to), { recursive: true });
  if (statSync(from).dev === statSync(dirname(to)).dev) renameSync(from, to);
  else {
    copy(from, to);
    rmSync(from, { recursive: true, force: true });
  }
}
