/**
 * `npm test`: everything, in order: content, form, types, unit, build, finished site, real browser. `--quick`
 * leaves out the browser
 * and the whole-site accessibility walk. Prints what was skipped and why; the last line counts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../src/cli/browser.ts';
import { installTools } from '../src/cli/debian.ts';
import { freePorts } from '../src/cli/free-ports.ts';

const quick = process.argv.includes('--quick');
const node = process.execPath;
const total = { passed: 0, failed: 0, skipped: 0 };
const skippedWhy: string[] = [];
const times: string[] = [];
let broken = false;

/** Runs one stage; a stage that ends badly without counted failures counts as one. */
function stage(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n━━ ${name}`);
  const started = performance.now();
  const run = spawnSync(node, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  times.push(`${name} ${((performance.now() - started) / 1000).toFixed(0)}s`);
  if (run.status !== 0) broken = true;
  return run.status === 0;
}

/** Adds the counts of a Vitest run. */
function countUnit(file: string, ok: boolean): void {
  if (!existsSync(file)) {
    total.failed++;
    return;
  }
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    testResults: { name: string; assertionResults: { status: string; fullName: string }[] }[];
  };
  total.passed += data.numPassedTests;
  total.failed += data.numFailedTests + (!ok && data.numFailedTests === 0 ? 1 : 0);
  total.skipped += data.numPendingTests;
  for (const result of data.testResults)
    for (const assertionResult of result.assertionResults)
      if (assertionResult.status === 'pending' || assertionResult.status === 'skipped')
        skippedWhy.push(assertionResult.fullName);
}

interface Suite {
  suites?: Suite[];
  specs?: {
    title: string;
    tests: { status: string; annotations: { type: string; description?: string }[] }[];
  }[];
}

/** Adds the counts of a Playwright run. */
function countBrowser(file: string, ok: boolean): void {
  if (!existsSync(file)) {
    total.failed++;
    return;
  }
  const data = JSON.parse(readFileSync(file, 'utf8')) as {
    suites: Suite[];
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  };
  total.passed += data.stats.expected;
  total.failed +=
    data.stats.unexpected +
    data.stats.flaky +
    (!ok && data.stats.unexpected + data.stats.flaky === 0 ? 1 : 0);
  total.skipped += data.stats.skipped;
  const walk = (suite: Suite): void => {
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests)
        if (test.status === 'skipped')
          skippedWhy.push(
            `${spec.title}: ${test.annotations.find((annotation) => annotation.type === 'skip')?.description ?? 'không nói lý do'}`,
          );
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of data.suites) walk(suite);
}

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
/** What `--quick` leaves out, with the reason it prints. */
const slow: Readonly<Record<string, string>> = {
  'test/cli/build.test.ts': 'dựng thử cả sổ tay bảy lần',
  'test/gate/size.test.ts': 'kiểm tra 500 bài sinh ra',
  'test/deploy/policy.test.ts': 'mở mọi loại trang trong hai trình duyệt',
  'test/deploy/observatory.test.ts': 'cài công cụ chấm điểm của MDN',
  'test/floor/old-browsers.test.ts': 'mở sổ tay trong bốn trình duyệt cũ',
  'test/site/html-validate.test.ts': 'soát mã HTML của mọi trang',
  'test/site/release.test.ts': 'dựng và phát hành thật nhiều lần',
  'test/site/dev.test.ts': 'mở mọi trang của máy chủ khi viết nhiều lần',
  'test/release/kill.test.ts': 'ngắt việc phát hành ở từng bước',
};
if (quick)
  for (const [file, why] of Object.entries(slow)) skippedWhy.push(`${file}: ${why}; bỏ qua vì chạy --quick`);
const vitest = (project: string): string[] => [
  'node_modules/vitest/vitest.mjs',
  'run',
  ...(quick ? Object.keys(slow).flatMap((file) => ['--exclude', file]) : []),
  '--config',
  'test/vitest.config.ts',
  '--project',
  project,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=test-results/${project}.json`,
];

const content = stage('Nội dung', ['--disable-warning=ExperimentalWarning', 'src/cli/check.ts']);
if (!content) total.failed++;
if (!stage('Trình bày', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.']))
  total.failed++;
if (!stage('Soát mã', ['--disable-warning=ExperimentalWarning', 'tools/lint.ts'])) total.failed++;
if (
  !stage('Kiểu dữ liệu', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumFailingSeverity', 'error'])
)
  total.failed++;
countUnit('test-results/unit.json', stage('Đơn vị', vitest('unit')));
if (content && stage('Dựng sổ tay', ['--disable-warning=ExperimentalWarning', 'src/cli/build.ts'])) {
  if (!quick) installTools();
  countUnit('test-results/site.json', stage('Trang đã dựng', vitest('site')));
  if (quick) skippedWhy.push('Trình duyệt thật: bỏ qua vì chạy --quick; npm test chạy đủ');
  else {
    try {
      const browser = findBrowser();
      console.log(`\nTrình duyệt: ${browser}`);
      countBrowser(
        'test-results/browser.json',
        stage(
          'Trình duyệt thật',
          ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/playwright.config.ts'],
          { CHROMIUM: browser, TEST_PORT: String((await freePorts(1))[0]) },
        ),
      );
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      total.failed++;
    }
  }
} else total.failed++;

console.log(`\nThời gian: ${times.join(', ')}`);
if (skippedWhy.length > 0) console.log(`Bỏ qua:\n${skippedWhy.map((reason) => `  ${reason}`).join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed > 0 || broken ? 1 : 0;
