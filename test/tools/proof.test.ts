/**
 * What `npm test` says of its stages: each failure by name with its message, at once and once more at the
 * end.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { nothing, playwrightResults, summary, vitestResults } from '../../tools/proof/results.ts';
import { runStage } from '../../tools/proof/stage.ts';
import { runFolder } from '../run-folder.ts';

const folder = mkdtempSync(join(runFolder(), 'results-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const written = (name: string, report: object): string => {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(report));
  return file;
};

test('a Vitest report: counts, failed tests with their file, a file that could not be loaded, skips', () => {
  const file = written('unit.json', {
    numPassedTests: 3,
    testResults: [
      {
        name: join(process.cwd(), 'test/a.test.ts'),
        assertionResults: [
          { status: 'passed', fullName: 'one' },
          { status: 'failed', fullName: 'two', failureMessages: ['expected 1 to be 2'] },
          { status: 'skipped', fullName: 'three' },
        ],
      },
      { name: join(process.cwd(), 'test/b.test.ts'), message: 'Cannot find it', assertionResults: [] },
    ],
  });
  expect(vitestResults('Đơn vị', file)).toEqual({
    passed: 3,
    failures: [
      { stage: 'Đơn vị', name: 'test/a.test.ts › two', message: 'expected 1 to be 2' },
      { stage: 'Đơn vị', name: 'test/b.test.ts', message: 'Cannot find it' },
    ],
    skipped: ['three'],
    again: [],
  });
});

test('a Playwright report: inner suites, a second try, a skip with its reason', () => {
  const spec = (title: string, status: string, more: object = {}): object => ({
    title,
    tests: [{ status, annotations: [], results: [{ errors: [{ message: `${title} broke` }] }], ...more }],
  });
  const file = written('browser.json', {
    errors: [],
    suites: [
      {
        file: 'x.spec.ts',
        specs: [spec('good', 'expected'), spec('bad', 'unexpected')],
        suites: [
          {
            file: 'x.spec.ts',
            specs: [
              spec('moody', 'flaky'),
              spec('left', 'skipped', { annotations: [{ type: 'skip', description: 'no Firefox' }] }),
            ],
          },
        ],
      },
    ],
  });
  expect(playwrightResults('Trình duyệt', file)).toEqual({
    passed: 2,
    failures: [{ stage: 'Trình duyệt', name: 'x.spec.ts › bad', message: 'bad broke' }],
    skipped: ['left: no Firefox'],
    again: [{ stage: 'Trình duyệt', name: 'x.spec.ts › moody', message: 'moody broke' }],
  });
});

test('two second tries are told; with a third all have failed', () => {
  const moody = (count: number): string =>
    written(`moody-${count}.json`, {
      errors: [],
      suites: [
        {
          file: 'x.spec.ts',
          specs: Array.from({ length: count }, (_, index) => ({
            title: `moody ${index}`,
            tests: [{ status: 'flaky', annotations: [], results: [{ errors: [{ message: 'late' }] }] }],
          })),
        },
      ],
    });
  expect(playwrightResults('x', moody(2))).toMatchObject({ passed: 2, failures: [], again: [{}, {}] });
  expect(playwrightResults('x', moody(3))).toMatchObject({ passed: 0, failures: [{}, {}, {}], again: [] });
});

test('no report is no result: the stage itself then counts as failed', () => {
  expect(vitestResults('x', join(folder, 'none.json'))).toEqual(nothing());
  expect(playwrightResults('x', join(folder, 'none.json'))).toEqual(nothing());
});

test('the summary names every failure within a hundred lines, the fewer the more of each', () => {
  const failures = (count: number): Parameters<typeof summary>[0] =>
    Array.from({ length: count }, (_, index) => ({
      stage: 'Đơn vị',
      name: `bài ${index}`,
      message: 'một dòng\n'.repeat(40),
    }));
  for (const count of [1, 3, 20, 84]) {
    const lines = summary(failures(count));
    expect(lines.length).toBeLessThanOrEqual(90);
    for (let index = 0; index < count; index++) expect(lines).toContain(`✘ Đơn vị › bài ${index}`);
  }
  expect(summary(failures(1))).toHaveLength(15);
});

test('a stage: its lines are told behind its name, its last ones and its end are kept', async () => {
  const said: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said.push(line);
  });
  const ended = await runStage('Thử', ['-e', 'console.log("một"); console.error("hai"); process.exit(3)']);
  log.mockRestore();
  expect(ended).toMatchObject({ name: 'Thử', ok: false });
  expect([...ended.last].sort()).toEqual(['hai', 'một']);
  expect(said).toEqual(expect.arrayContaining(['Thử │ một', 'Thử │ hai']));
  expect(said.at(-1)).toMatch(/^✘✘ Thử: CÓ LỖI/);
});
