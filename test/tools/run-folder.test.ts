/** What tests write outside the project lies in one folder, which goes when the run ends. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { leftBehind, runFolder } from '../run-folder.ts';

test('the folder for temporary files is the one of the run, for the programs that a test starts too', () => {
  expect(tmpdir()).toBe(runFolder());
  const asked = spawnSync(process.execPath, ['-p', 'os.tmpdir()'], { encoding: 'utf8' });
  expect(asked.stdout.trim()).toBe(runFolder());
});

test('folders of runs that ended without tidying up are found, those of runs that go on are not', () => {
  const home = mkdtempSync(join(runFolder(), 'home-'));
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  for (const name of [`so-tay-thu-${gone}-aaaaaa`, `so-tay-thu-${process.pid}-bbbbbb`, 'so-tay-thu-cccccc'])
    mkdirSync(join(home, name));
  expect(leftBehind(home).map((folder) => basename(folder))).toEqual([`so-tay-thu-${gone}-aaaaaa`]);
});
