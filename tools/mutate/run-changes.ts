/**
 * Runs changes against the tests of a room, in a copy of the project: what a changed line deletes or writes
 * is not the project's.
 */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BaseSequencer, createVitest, type TestSpecification, type Vitest } from 'vitest/node';
import { z } from 'zod';
import { switched, type Change } from './changes.ts';

/** What came of a change. */
export interface Outcome {
  readonly change: Change;
  /** The test that failed with it; undefined when all passed. */
  readonly by: string | undefined;
  /** Whether any test went through the place. */
  readonly isRun: boolean;
}

const noteSchema = z.union([
  z.object({ id: z.string(), test: z.string() }),
  z.object({ untried: z.string() }),
  z.object({ file: z.string(), outside: z.array(z.string()), within: z.array(z.string()) }),
]);

/** Folders of the root that no test of the rooms reads. */
const leftOut = new Set([
  'node_modules',
  '.git',
  'dist',
  '.astro',
  '.cache',
  '.stage',
  'test-results',
  'usb',
  'in-ra',
]);

/** A copy of the project with these files in place of its own. */
function copyWith(files: ReadonlyMap<string, string>): string {
  const root = process.cwd();
  const copy = mkdtempSync(join(tmpdir(), 'so-tay-doi-'));
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !leftOut.has(path.slice(root.length + 1)),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [name, content] of files) writeFileSync(join(copy, name), content);
  return copy;
}

/** How long each file of tests took in the last run that it was part of. */
const took = new Map<string, number>();

/** The quickest file first, by its size as long as nobody knows: Vitest itself begins with the slowest. */
class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      took.get(moduleId) ?? statSync(moduleId).size / 1e6;
    return Promise.resolve([...files].sort((one, other) => place(one) - place(other)));
  }
}

/** One run of Vitest after the other, in one process; each has a worker of its own. */
class Runs {
  readonly #vitest: Vitest;
  readonly notes: string;

  constructor(vitest: Vitest, notes: string) {
    this.#vitest = vitest;
    this.notes = notes;
  }

  static async open(copy: string): Promise<Runs> {
    process.chdir(copy);
    const vitest = await createVitest({
      config: 'test/vitest.mutation.config.ts',
      watch: false,
      maxWorkers: 1,
      reporters: [{}],
      sequence: { sequencer: QuickestFirst },
    });
    return new Runs(vitest, join(copy, 'mutation-notes.jsonl'));
  }

  /** Runs; answers the name of a test that failed, if one did. */
  async run(
    files: readonly string[] | undefined,
    told: { toTry?: readonly string[]; on?: string },
  ): Promise<string[]> {
    const vitest = this.#vitest;
    vitest.state.filesMap.clear();
    vitest.state.errorsSet.clear();
    vitest.provide('mutantsToTry', told.toTry ?? []);
    vitest.provide('mutantOn', told.on);
    vitest.provide('mutantNotes', this.notes);
    vitest.config.bail = told.on === undefined ? 0 : 1;
    for (const project of vitest.projects) project.config.bail = vitest.config.bail;
    await vitest.start(files === undefined ? undefined : [...files]);
    const modules = vitest.state.getTestModules();
    const failed = modules.flatMap((module) => {
      const tests = [...module.children.allTests('failed')].map(({ fullName }) => fullName);
      return tests.length === 0 && module.state() === 'failed' ? [module.moduleId] : tests;
    });
    if (failed.length === 0 && vitest.state.errorsSet.size > 0) failed.push('an error outside of tests');
    if (told.on === undefined)
      for (const module of modules) took.set(module.moduleId, module.diagnostic().duration);
    return failed;
  }

  async close(): Promise<void> {
    await this.#vitest.close();
  }
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);

/** @throws Error when a test fails without any change */
export async function runChanges(chosen: readonly Change[]): Promise<Outcome[]> {
  const { files, changes } = await switched(chosen);
  const root = process.cwd();
  const copy = copyWith(files);
  const runs = await Runs.open(copy);
  try {
    const all = [...changes.keys()];
    const began = Date.now();
    const first = await runs.run(undefined, { toTry: all });
    // A change may leave something behind for a later test; what a test then says of changes does not count.
    if (first.length > 0) {
      const failed = await runs.run(undefined, {});
      if (failed.length > 0) throw new Error(`Without any change these fail: ${failed.join('; ')}`);
    }
    const by = new Map<string, string>();
    /** Files of tests that went through a change. */
    const through = new Map<string, string[]>();
    /** Changes that were not tried by all that goes through them. */
    const untried = new Set<string>();
    const lines = existsSync(runs.notes) ? readFileSync(runs.notes, 'utf8').trim().split('\n') : [];
    for (const line of lines) {
      const note = noteSchema.parse(JSON.parse(line));
      if ('id' in note) by.set(note.id, note.test);
      else if ('untried' in note) untried.add(note.untried);
      else {
        for (const id of note.outside) untried.add(id);
        for (const id of new Set([...note.outside, ...note.within]))
          through.set(id, [...(through.get(id) ?? []), note.file]);
      }
    }
    console.log(`first run ${seconds(began)} s: ${by.size} of ${all.length} noticed`);
    for (const id of all) {
      if (by.has(id) || !untried.has(id)) continue;
      const one = Date.now();
      // What is gone through once may be what is done when a file is loaded: all files see that.
      const nearest = through.get(id) ?? [];
      const failed = await runs.run(nearest.length < 2 ? undefined : nearest, { on: id });
      if (failed[0] !== undefined) by.set(id, failed[0]);
      console.log(`${changes.get(id)?.place ?? ''} ${failed[0] ?? 'unnoticed'} ${seconds(one)} s`);
    }
    return [...changes].map(([id, change]) => ({
      change,
      by: by.get(id),
      isRun: through.has(id),
    }));
  } finally {
    await runs.close();
    process.chdir(root);
    rmSync(copy, { recursive: true, force: true });
  }
}
