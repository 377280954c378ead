/** What a run that keeps the handbook in order finds out by its exit code. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { projectRoot } from '../fixtures/tree.ts';

test('a strict report fails on the day after a rule ended, and names the rule', () => {
  const run = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli/report.ts', '--strict', '--today', '2027-01-01'],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  expect(run.stderr).toContain('Có quy định đã quá hạn');
  expect(run.stdout).toMatch(/đã quá hạn: .*ho-kinh-doanh\/giam-thue-gtgt/);
  expect(run.status).toBe(1);
});
