/**
 * One folder for what the tests of a run write, removed when the run ends: workers are ended without their
 * exit event.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const variable = 'TEST_RUN_FOLDER';

/** Folder of this run. @throws Error outside a run of Vitest */
export function runFolder(): string {
  const folder = process.env[variable];
  if (folder === undefined) throw new Error(`${variable} is not set: the tests were not started by Vitest`);
  return folder;
}

/** Called by Vitest before the workers start; they inherit the variable. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-thu-'));
  process.env[variable] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
