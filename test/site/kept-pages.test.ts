/**
 * After random edits of every kind, a build that takes over pages gives the same site as a build from
 * nothing, file by file. On the small content of the tests. Every day a few edits; `KEPT_EDITS=500 npm test --
 * --whole` makes as many as are asked for, five to a build.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyTinyProject } from '../fixtures/project.ts';
import { kindsOfEdits, randomEdit, randomOf } from '../fixtures/random-edits.ts';
import { whole } from '../whole.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-giu-trang-'));
copyTinyProject(dir);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Digest of each file of the site, and how many pages were taken over. */
function build(...args: readonly string[]) {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/build.ts', ...args],
    {
      cwd: dir,
      encoding: 'utf8',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  if (run.status !== 0) throw new Error(run.stdout + run.stderr);
  const files = globSync('dist/**/*', { cwd: dir })
    .filter((file) => statSync(join(dir, file)).isFile())
    .sort()
    .map((file): [string, string] => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dir, file)))
        .digest('hex'),
    ]);
  expect(run.stdout).not.toContain('stale');
  return {
    files: new Map(files),
    taken: Number(/(\d+) trang lấy lại/.exec(run.stdout)?.[1]),
  };
}

const [edits, perBuild] = whole ? [Number(process.env.KEPT_EDITS ?? 20), 5] : [2, 2];
/** Code redraws everything and so proves little: it comes last in a run. */
const ofContent = kindsOfEdits.filter((kind) => !['code', 'words', 'settings'].includes(kind));

test('what is taken over is what would be drawn', () => {
  const random = randomOf(20261130);
  build('--incremental');
  let taken = 0;
  for (let made = 0; made < edits; made += perBuild) {
    const kinds = whole && made % 25 === 0 ? kindsOfEdits : ofContent;
    const done = Array.from({ length: perBuild }, () => randomEdit(dir, random, kinds));
    const kept = build('--incremental');
    taken += kept.taken;
    expect(kept.files, done.join('\n')).toEqual(build().files);
  }
  expect(taken).toBeGreaterThan(0);
}, 36_000_000);
