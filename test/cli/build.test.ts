/**
 * A build that cannot succeed says so, ends with a code of its own, and leaves the last good site as it was.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/release/refusal.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { present } from '../present.ts';

const guide = 'content/guides/bep/rua-rau.mdx';
let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'so-tay-build-'));
  copyTinyProject(scratch);
  mkdirSync(join(scratch, 'dist'));
  writeFileSync(join(scratch, 'dist/index.html'), 'the last good site');
});
afterEach(() => rmSync(scratch, { recursive: true, force: true }));

const build = () =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/build.ts'], {
    cwd: scratch,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
const change = (from: string | RegExp, to: string) => () =>
  writeFileSync(join(scratch, guide), readFileSync(join(scratch, guide), 'utf8').replace(from, to));

const bad: Record<string, { make: () => void; says: RegExp }> = {
  'a wrong choice': { make: change(/^level: .*$/m, 'level: de'), says: /level/ },
  'a dangling id': { make: change(/^skills: .*$/m, 'skills: [khong-co]'), says: /khong-co/ },
  'a duplicate number': { make: change(/^number: .*$/m, 'number: 1'), says: /1/ },
  'broken YAML': { make: change(/^title: .*$/m, 'title: "chưa đóng'), says: /YAML/ },
  'an import': { make: change(/\n---\n\n/, '\n---\n\nimport x from "node:fs"\n\n'), says: /import/ },
  'an empty file': { make: () => writeFileSync(join(scratch, guide), ''), says: /rỗng/ },
};

test.each(Object.keys(bad))('%s stops the build before it starts', (name) => {
  present(bad[name], 'an item of bad').make();
  const run = build();
  expect(run.status, run.stdout).toBe(exitCodes.content);
  expect(run.stdout).toMatch(present(bad[name], 'an item of bad').says);
  expect(run.stdout).toContain(guide);
  expect(run.stderr).toContain('Bản dựng trước vẫn nguyên');
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
});

test('a fault that only the generator meets leaves the last good site too', () => {
  writeFileSync(join(scratch, 'src/pages/hong.astro'), '---\nthrow new Error("hỏng");\n---\n<p>x</p>\n');
  const run = build();
  expect(run.status).toBe(exitCodes.build);
  expect(run.stderr).toContain('Bản dựng trước vẫn nguyên');
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
  expect(existsSync(join(scratch, '.stage'))).toBe(false);
}, 240_000);

test('a build that was killed between its two renames is put right by the next one', () => {
  renameSync(join(scratch, 'dist'), join(scratch, '.stage-old'));
  present(bad['an empty file'], 'an empty file of bad').make();
  expect(build().status).toBe(exitCodes.content);
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
});
