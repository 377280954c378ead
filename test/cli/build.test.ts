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

const guide = 'content/guides/bep/rua-rau.mdx';
const otherGuide = 'content/guides/bep/nau-com-dien.mdx';
const thirdGuide = 'content/guides/vuon/tuoi-cay.mdx';
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
/** What is made wrong, where, and what is said of it. Faults of one build lie in files of their own. */
interface Fault {
  readonly file: string;
  readonly from: RegExp;
  readonly to: string;
  readonly says: RegExp;
}
const together: Readonly<Record<string, readonly Fault[]>> = {
  'files that cannot be read': [
    { file: guide, from: /^level: .*$/m, to: 'level: de', says: /rua-rau.*level/ },
    { file: otherGuide, from: /^title: .*$/m, to: 'title: "chưa đóng', says: /nau-com-dien.*YAML/ },
    {
      file: thirdGuide,
      from: /\n---\n\n/,
      to: '\n---\n\nimport x from "node:fs"\n\n',
      says: /tuoi-cay.*import/,
    },
  ],
  'files that do not fit together': [
    { file: guide, from: /^skills: .*$/m, to: 'skills: [khong-co]', says: /rua-rau.*khong-co/ },
    { file: thirdGuide, from: /^number: .*$/m, to: 'number: 1', says: /(?:tuoi-cay|nau-com).*\b1\b/ },
  ],
};
const emptied: Fault = { file: guide, from: /[^]*/, to: '', says: /rua-rau.*rỗng/ };

/** What was printed, with each message on one line. */
const told = (run: ReturnType<typeof build>): string => run.stdout.replace(/\n(?=\s)/g, ' ');

function make({ file, from, to }: Fault): void {
  const text = readFileSync(join(scratch, file), 'utf8');
  expect(text, file).toMatch(from);
  writeFileSync(join(scratch, file), text.replace(from, to));
}

test.each(Object.entries(together))('%s stop the build before it starts, each is told', (_, faults) => {
  faults.forEach(make);
  const run = build();
  expect(run.status, run.stdout).toBe(exitCodes.content);
  for (const { says } of faults) expect(told(run)).toMatch(says);
  expect(run.stderr).toContain('Bản dựng trước vẫn nguyên');
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
});

test('a fault that only the generator meets leaves the last good site too', () => {
  // Met as it reads its collections: to come to one that is met as it bundles costs twice as much.
  const file = join(scratch, 'src/content.config.ts');
  writeFileSync(file, `import './khong-co.ts';\n${readFileSync(file, 'utf8')}`);
  const run = build();
  expect(run.status).toBe(exitCodes.build);
  expect(run.stderr).toContain('Bản dựng trước vẫn nguyên');
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
  expect(existsSync(join(scratch, '.stage'))).toBe(false);
}, 240_000);

test('a build that was killed between its two renames is put right by the next one', () => {
  renameSync(join(scratch, 'dist'), join(scratch, '.stage-old'));
  make(emptied);
  const run = build();
  expect(run.status).toBe(exitCodes.content);
  expect(told(run)).toMatch(emptied.says);
  expect(readFileSync(join(scratch, 'dist/index.html'), 'utf8')).toBe('the last good site');
});
