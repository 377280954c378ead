/**
 * How tests run under `npm run mutate`, inside the worker. In the first run each test that passes is run
 * again at once with each change that it went through and that nobody has noticed yet: what was loaded stays
 * loaded. A change that is gone through outside of tests or by a long one, or that a test run again does not
 * come to because what it made is kept, has a run of its own, in which it stands from the beginning, also
 * while files are loaded and prepared.
 */
import { appendFileSync } from 'node:fs';
import { inject, TestRunner, type RunnerTestCase, type RunnerTestFile, type RunnerTestSuite } from 'vitest';

/** What Stryker's switches read and write. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: {
    static: Record<string, number>;
    perTest: Record<string, Record<string, number>>;
  };
}

declare global {
  var __stryker__: Switches | undefined;
}

/** What a run is told. */
declare module 'vitest' {
  interface ProvidedContext {
    /** Switches that the first run tries. */
    mutantsToTry: readonly string[];
    /** The switch that a run of its own has on. */
    mutantOn: string | undefined;
    /** File that takes what was found, one object a line. */
    mutantNotes: string;
  }
}

/**
 * A test that goes through a place as often as so many tests of its file before, most likely does the same
 * there; it is not run again with the change.
 */
const alike = 3;

/**
 * A test that takes longer, in milliseconds, is not run again with each change: it has its turn in the runs
 * that changes have of their own, behind all that is quicker.
 */
const long = 2_000;

/** No change makes a loop longer than this without being one that does not end. */
const hitLimit = 3_000_000;

const switches = (): Switches => (globalThis.__stryker__ ??= {});

/** Whether the test fails. */
async function fails(run: () => unknown): Promise<boolean> {
  try {
    await run();
    return false;
  } catch {
    return true;
  }
}

export default class extends TestRunner {
  /** A change that is to stand from the beginning stands before the first file is loaded. */
  override onCollectStart(file: RunnerTestFile): void {
    super.onCollectStart(file);
    const on = inject('mutantOn');
    if (on !== undefined) Object.assign(switches(), { activeMutant: on, hitCount: 0, hitLimit });
  }

  #note(note: object): void {
    appendFileSync(inject('mutantNotes'), `${JSON.stringify(note)}\n`);
  }

  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test);
    const on = switches();
    const toTry = inject('mutantsToTry');
    if (toTry.length === 0) {
      await run();
      return;
    }
    on.currentTestId = test.id;
    try {
      const began = performance.now();
      await run();
      const isLong = performance.now() - began > long;
      const through = on.mutantCoverage?.perTest[test.id] ?? {};
      const left = toTry.filter((id) => {
        if (!Object.hasOwn(through, id) || noticed.has(id)) return false;
        const key = `${test.file.filepath} ${id} ${through[id] ?? 0}`;
        const times = (tried.get(key) ?? 0) + 1;
        tried.set(key, times);
        return times <= alike;
      });
      for (const id of left) {
        if (isLong) {
          this.#note({ untried: id });
          continue;
        }
        on.activeMutant = id;
        on.hitCount = 0;
        on.hitLimit = 100 * (through[id] ?? 0) + 10_000;
        const isNoticed = await fails(run);
        on.activeMutant = undefined;
        // A test that cannot be run twice, or that the change left something behind for, proves nothing.
        const hits = on.hitCount;
        if (isNoticed && !(await fails(run))) {
          noticed.add(id);
          this.#note({ id, test: test.fullTestName });
        } else if (isNoticed || hits === 0) this.#note({ untried: id });
      }
    } finally {
      on.activeMutant = undefined;
      on.currentTestId = undefined;
    }
  }

  override async onAfterRunSuite(suite: RunnerTestSuite): Promise<void> {
    await super.onAfterRunSuite(suite);
    const { mutantCoverage } = switches();
    if (!('filepath' in suite) || mutantCoverage === undefined) return;
    const within = Object.values(mutantCoverage.perTest).flatMap((one) => Object.keys(one));
    this.#note({
      file: suite.filepath,
      outside: Object.keys(mutantCoverage.static),
      within: [...new Set(within)],
    });
    // The next file tells its own.
    Object.assign(mutantCoverage, { static: {}, perTest: {} });
  }
}

/** Changes noticed so far in this worker. */
const noticed = new Set<string>();

/** How many tests of a file were tried with a change, by how often they went through it. */
const tried = new Map<string, number>();
