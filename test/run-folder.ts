/**
 * One folder for all that a run of the tests writes outside the project: the system's folder for temporary
 * files is set to it, so that programs that a test starts (browsers, ffmpeg, git) write there too, and it is
 * removed when the run ends, whether tests failed or a worker was ended without its exit event. What a run
 * left that was itself killed is removed by the next one.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'TEST_RUN_FOLDER';
const prefix = 'so-tay-thu-';

/** Folder of this run. @throws Error outside a run of Vitest or Playwright */
export function runFolder(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error(`${variable} is not set: the tests were not started by a runner`);
  return folder;
}

/** Whether a process lives, also one of another user. */
function lives(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Folders in `home` of runs whose process is gone. */
export const leftBehind = (home: string): string[] =>
  readdirSync(home)
    .filter((name) => {
      const id = new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1];
      return id !== undefined && !lives(Number(id));
    })
    .map((name) => join(home, name));

/** Called by Vitest and Playwright before their workers start; these inherit the variables. */
export default function setup(): () => void {
  const home = tmpdir();
  for (const old of leftBehind(home)) rmSync(old, { recursive: true, force: true });
  const folder = mkdtempSync(join(home, `${prefix}${process.pid}-`));
  // Some tests act as another user, who has to get through it.
  chmodSync(folder, 0o711);
  process.env[variable] = folder;
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
