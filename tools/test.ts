/**
 * `npm test`: everything. First the content; then lanes side by side, each of which takes the next stage
 * that can run, so that none stands idle before the end. `--quick` leaves out the browser and the slowest
 * files, `--whole` walks what is otherwise proved on a chosen part. Lines of a failing test are told as it
 * fails; what failed is told once more at the end, with what was skipped and why; the last line counts.
 * `npm test -- --edition DIR` runs in the project folder of an edition (src/cli/edition/run.ts): its
 * content, its build, and the tests over its finished site that hold for any content.
 */
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { findBrowser, findShell } from '../src/cli/browser.ts';
import { typed } from '../src/cli/command-line.ts';
import { installTools } from '../src/cli/debian.ts';
import { freePorts } from '../src/cli/free-ports.ts';
import { nothing, playwrightResults, summary, vitestResults, type Results } from './proof/results.ts';
import { isNational, nationalTests } from '../test/national/edition.ts';
import { someOf } from '../test/whole.ts';
import { runStage, type Ended } from './proof/stage.ts';

const flag = { type: 'boolean', default: false } as const;
const {
  quick,
  whole,
  'of-edition': ofEdition,
} = typed({ quick: flag, whole: flag, 'of-edition': flag }, { inner: ['of-edition'] }).values;
if (whole) process.env.TEST_WHOLE = '1';
/** Tests over a finished site that ask nothing of what stands in it. */
const ofAnySite = {
  site: [
    'addresses',
    'feeds',
    'guide-weight',
    'landmarks',
    'open-data',
    'page-facts',
    'pages',
    'reached',
  ].map((name) => `test/site/${name}.test.ts`),
  browser: ['access/every-page', 'access/width'],
} as const;
const total = nothing();
const times: string[] = [];

/** What `--quick` leaves out, with the reason it prints. */
const slow: Readonly<Record<string, string>> = {
  'test/gate/size.test.ts': 'kiểm tra 100 bài sinh ra',
  'test/deploy/policy.test.ts': 'mở mọi loại trang trong hai trình duyệt',
  'test/deploy/observatory.test.ts': 'cài công cụ chấm điểm của MDN',
  'test/floor/old-browsers.test.ts': 'mở sổ tay trong các trình duyệt cũ',
  'test/site/html-validate.test.ts': 'soát mã HTML của các trang',
  'test/site/release.test.ts': 'dựng và phát hành thật nhiều lần',
  'test/site/forms-out.test.ts': 'dựng nhiều bản thiếu dạng',
  'test/site/dev.test.ts': 'mở mọi trang của máy chủ khi viết nhiều lần',
  'test/release/kill.test.ts': 'ngắt việc phát hành ở từng bước',
};

/** Takes in what a stage found. A stage that ended badly without a failed test counts as one failure. */
function add(ended: Ended, { passed, failures, skipped, again }: Results): boolean {
  const { name, ok, seconds, last } = ended;
  times.push(`${name} ${seconds.toFixed(0)}s`);
  total.passed += passed;
  total.failures.push(...failures);
  total.skipped.push(...skipped);
  total.again.push(...again);
  if (!ok && failures.length === 0)
    total.failures.push({ stage: name, name: 'dừng với mã lỗi', message: last.join('\n') });
  return ok;
}

const plain = async (name: string, args: readonly string[]): Promise<boolean> =>
  add(await runStage(name, ['--disable-warning=ExperimentalWarning', ...args]), nothing());

async function vitest(
  name: string,
  project: string,
  workers?: number,
  files: readonly string[] = [],
): Promise<void> {
  const report = `test-results/${project}.json`;
  const ended = await runStage(name, [
    'node_modules/vitest/vitest.mjs',
    'run',
    ...files,
    ...(quick ? Object.keys(slow).flatMap((file) => ['--exclude', file]) : []),
    '--config',
    'test/vitest.config.ts',
    // With the star: its tests that start programs are a project beside it.
    '--project',
    `${project}*`,
    ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  add(ended, vitestResults(name, report));
}

async function browser(files: readonly string[] = []): Promise<void> {
  const name = 'Trình duyệt thật';
  try {
    const [program, windowed] = [findShell(), findBrowser()];
    console.log(`\nTrình duyệt: ${program}`);
    const [port] = await freePorts(1);
    const ended = await runStage(
      name,
      ['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/playwright.config.ts', ...files],
      { CHROMIUM: program, CHROMIUM_WINDOWED: windowed, TEST_PORT: String(port) },
    );
    add(ended, playwrightResults(name, 'test-results/browser.json'));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    total.failures.push({ stage: name, name: 'không có trình duyệt', message });
  }
}

const code = '{src,tools,test}/**/*.{astro,css,mjs,ts}';
const read = (file: string): string => readFileSync(file, 'utf8');

/** A stage that waits for a lane. */
interface Waiting {
  /** Whether it reads the finished site. */
  readonly ofSite: boolean;
  readonly run: () => Promise<unknown>;
}

/** What is proved of an edition: the product's own tests prove the rest. */
const editionStages: Waiting[] = [
  ...(quick ? [] : [{ ofSite: true, run: () => browser(ofAnySite.browser) }]),
  { ofSite: true, run: () => vitest('Trang đã dựng', 'site', availableParallelism(), ofAnySite.site) },
];

/**
 * In the order of their beginning: what fails soon first, the longest next, what fills the end last. The unit
 * tests take longest: with one file at a time a core waited for them at the end, for nearly three minutes.
 */
const stages: Waiting[] = [
  {
    ofSite: false,
    run: () =>
      plain('Trình bày', [
        'node_modules/prettier/bin/prettier.cjs',
        '--check',
        '--log-level=warn',
        // A third of the code, others whenever it changes: what is laid out badly is no fault for readers.
        ...(whole ? ['.'] : [...someOf(globSync(code), 3, read), '*.{js,json,mjs}']),
      ]),
  },
  { ofSite: false, run: () => vitest('Đơn vị', 'unit', Math.max(2, availableParallelism() - 1)) },
  {
    ofSite: false,
    run: () =>
      plain('Kiểu dữ liệu', [
        'node_modules/astro/bin/astro.mjs',
        'check',
        '--minimumFailingSeverity',
        'error',
      ]),
  },
  ...(quick ? [] : [{ ofSite: true, run: browser }]),
  // Half of its time it waits for servers and browsers, so two files at once on two cores too.
  { ofSite: true, run: () => vitest('Trang đã dựng', 'site', Math.max(2, availableParallelism() - 1)) },
  { ofSite: false, run: () => plain('Soát mã', ['tools/lint.ts', ...(whole ? [] : ['--share'])]) },
];

const waiting = ofEdition ? editionStages : stages;

/**
 * Takes the next stage that can run until none is left; waits for the build where only what reads its site is
 * left.
 */
async function lane(building: Promise<boolean>, isBuilt: () => boolean | undefined): Promise<void> {
  for (;;) {
    const at = waiting.findIndex(({ ofSite }) => !ofSite || isBuilt() === true);
    const [next] = at < 0 ? [] : waiting.splice(at, 1);
    if (next !== undefined) await next.run();
    else if (waiting.length === 0 || !(await building)) return;
  }
}

/**
 * How many stages run side by side. They wait for servers, browsers and programs a third of their time, so
 * one more than there are cores for; `TEST_LANES=2` where a machine should keep something for other work.
 */
const lanes = Number(process.env.TEST_LANES ?? availableParallelism() + 1);

/** The build in one lane, which takes other stages when it ends. Without right content there is no site. */
async function inLanes(content: boolean): Promise<void> {
  let built: boolean | undefined = content ? undefined : false;
  const building = content ? plain('Dựng sổ tay', ['src/cli/build.ts']) : Promise.resolve(false);
  const told = building.then((ok) => (built = ok));
  const isBuilt = (): boolean | undefined => built;
  const others = Array.from({ length: Math.max(1, lanes - 1) }, () => lane(told, isBuilt));
  // With one lane alone the build and what needs no site of it go side by side all the same.
  const afterBuild = lanes > 1 ? [told.then(() => lane(told, isBuilt))] : [];
  await Promise.all([...others, ...afterBuild]);
}

// What several stages build from the same words and code is built once for all of them, and the hundreds of
// commands that tests start compile each module of theirs once: two fifths of what starting one costs.
process.env.TEST_BUILDS = resolve('.cache/test-builds');
process.env.NODE_COMPILE_CACHE = resolve('.cache/test-compiled');
for (const folder of ['test-results', process.env.TEST_BUILDS, process.env.NODE_COMPILE_CACHE])
  rmSync(folder, { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
const started = performance.now();
if (ofEdition) {
  total.skipped.push('Phép thử của phần mềm: chạy bằng npm test ở sổ tay gốc, không theo bản');
  if (quick) total.skipped.push('Trình duyệt thật: bỏ qua vì chạy --quick');
  else installTools();
} else if (quick) {
  for (const [file, why] of Object.entries(slow))
    total.skipped.push(`${file}: ${why}; bỏ qua vì chạy --quick`);
  total.skipped.push('Trình duyệt thật: bỏ qua vì chạy --quick; npm test chạy đủ');
} else installTools();
if (!isNational && !ofEdition)
  total.skipped.push(`${nationalTests}: chỉ biết nội dung bản dùng chung; bản này có địa chỉ riêng`);
const content = await plain('Nội dung', ['src/cli/check.ts']);
await inLanes(content);

console.log(
  `\nThời gian: ${times.join(', ')}; cả thảy ${((performance.now() - started) / 1000).toFixed(0)}s`,
);
if (total.skipped.length > 0)
  console.log(`Bỏ qua:\n${total.skipped.map((reason) => `  ${reason}`).join('\n')}`);
if (total.again.length > 0) console.log(`\n━━ Đạt ở lần thử thứ hai\n${summary(total.again).join('\n')}\n`);
if (total.failures.length > 0) console.log(`\n━━ Chưa đạt\n${summary(total.failures).join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failures.length} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failures.length > 0 ? 1 : 0;
