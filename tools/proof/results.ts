/** What a stage of the proof found: counts, and each failed test with what it says. */
import { existsSync, readFileSync } from 'node:fs';

/** A failed test, or a stage without tests that failed. */
export interface Failure {
  readonly stage: string;
  readonly name: string;
  readonly message: string;
}

/**
 * What is counted. `skipped` holds each skipped test with its reason; `again` each test of the real browser
 * that passed at its second try only, with what its first one said (it is counted in `passed` too).
 */
export interface Results {
  passed: number;
  readonly failures: Failure[];
  readonly skipped: string[];
  readonly again: Failure[];
}

/** No test has been counted yet. */
export const nothing = (): Results => ({ passed: 0, failures: [], skipped: [], again: [] });

/**
 * How many tests of one run may need a second try. One or two are a browser that was starved for a moment;
 * with more, something in the handbook or its tests depends on chance.
 */
const secondTries = 2;

interface VitestReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Reads the JSON report of a Vitest run. */
export function vitestResults(stage: string, file: string): Results {
  const found = nothing();
  if (!existsSync(file)) return found;
  const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  found.passed = report.numPassedTests;
  for (const { name, message, assertionResults } of report.testResults) {
    const path = name.replace(`${process.cwd()}/`, '');
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName, failureMessages } of failed)
      found.failures.push({
        stage,
        name: `${path} › ${fullName}`,
        message: (failureMessages ?? []).join('\n'),
      });
    // A file that could not be loaded has no test to name.
    if (failed.length === 0 && message) found.failures.push({ stage, name: path, message });
    for (const { status, fullName } of assertionResults)
      if (status === 'pending' || status === 'skipped') found.skipped.push(fullName);
  }
  return found;
}

interface Suite {
  readonly file?: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}
interface PlaywrightReport {
  readonly suites: readonly Suite[];
  readonly errors: readonly { readonly message?: string }[];
}

const messages = (errors: readonly { readonly message?: string }[]): string =>
  errors.map(({ message }) => message ?? '').join('\n');

/**
 * Reads the JSON report of a Playwright run. Tests that passed only when tried again are named, and have
 * failed when there are more of them than chance explains.
 */
export function playwrightResults(stage: string, file: string): Results {
  const found = nothing();
  if (!existsSync(file)) return found;
  const report = JSON.parse(readFileSync(file, 'utf8')) as PlaywrightReport;
  const walk = (suite: Suite): void => {
    for (const { title, tests } of suite.specs ?? [])
      for (const { status, annotations, results } of tests)
        if (status === 'expected') found.passed++;
        else if (status === 'skipped') {
          const skip = annotations.find(({ type }) => type === 'skip');
          found.skipped.push(`${title}: ${skip?.description ?? 'không nói lý do'}`);
        } else
          (status === 'flaky' ? found.again : found.failures).push({
            stage,
            name: `${suite.file ?? ''} › ${title}`,
            message: messages(results.flatMap(({ errors }) => errors)),
          });
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of report.suites) walk(suite);
  if (found.again.length > secondTries) found.failures.push(...found.again.splice(0));
  else found.passed += found.again.length;
  if (report.errors.length > 0)
    found.failures.push({ stage, name: 'trước khi thử', message: messages(report.errors) });
  return found;
}

/** Most lines that all failures together take, so that the end of a log shows each. */
const room = 84;

/** Every failure with the first lines of what it says; the more there are, the shorter each. */
export function summary(failures: readonly Failure[]): string[] {
  const each = Math.max(0, Math.min(14, Math.floor(room / Math.max(failures.length, 1)) - 1));
  return failures.flatMap(({ stage, name, message }) => [
    `✘ ${stage} › ${name}`,
    ...message
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, each)
      .map((line) => `    ${line.slice(0, 300)}`),
  ]);
}
