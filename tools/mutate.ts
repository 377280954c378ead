/**
 * `npm run mutate`: changes single lines of the rooms that decide what readers get (search, gate, handbook,
 * views, release), one at a time, and counts how many changes some test notices. About one line in `every` is
 * taken, chosen by its own text, so that the choice stays the same until the line changes. Not part of `npm
 * test`: it takes long. The score may not fall below the floor kept in `mutation-floor.json`; `--raise` lifts
 * the floor to what was reached.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { z } from 'zod';

const { values } = parseArgs({
  options: {
    every: { type: 'string', default: '16' },
    only: { type: 'string', default: 'search,gate,handbook,views,release' },
    runners: { type: 'string', default: '2' },
    raise: { type: 'boolean', default: false },
  },
});
const floorFile = 'mutation-floor.json';
const { floor } = z.object({ floor: z.number() }).parse(JSON.parse(readFileSync(floorFile, 'utf8')));

/** Rooms, and folders of `test` whose tests are run over each change in them: those that stand nearest. */
const rooms: Readonly<Record<string, string>> = {
  search: 'search,national',
  gate: 'gate',
  handbook: 'handbook,national,views',
  views: 'views,sessions,outputs,national',
  release: 'release',
};

/** Places of the chosen lines of a room, as Stryker takes them. */
function chosenLines(room: string): string[] {
  const every = Number(values.every);
  return globSync(`src/${room}/**/*.ts`)
    .sort()
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          const text = line.trim();
          if (text.length < 4 || /^(?:\*|\/\*|\/\/|import |export \* )/.test(text)) return [];
          const digest = createHash('sha256').update(`${file} ${text}`).digest().readUInt32BE();
          return digest % every === 0 ? [`${file}:${index + 1}:0-${index + 1}:${line.length}`] : [];
        }),
    );
}

/**
 * Changes the chosen lines of a room; answers how many changes were noticed, and tells those that were not.
 */
async function measure(room: string, tests: string): Promise<{ noticed: number; all: number }> {
  process.env.MUTATION_TESTS = tests;
  const results = await new Stryker({
    mutate: chosenLines(room),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/vitest.mutation.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: Number(values.runners),
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    ignorePatterns: ['dist', '.stryker-tmp', '.cache', '.astro', '.stage*', 'test-results', 'usb', 'in-ra'],
    cleanTempDir: 'always',
  }).runMutationTest();
  const noticed = results.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  const unnoticed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  for (const { fileName, location, replacement, status } of unnoticed) {
    const place = `${fileName.replace(`${process.cwd()}/`, '')}:${location.start.line}`;
    console.log(`${place} ${status}: ${replacement.slice(0, 90)}`);
  }
  const all = noticed.length + unnoticed.length;
  console.log(`${room}: ${noticed.length} of ${all} changes noticed`);
  return { noticed: noticed.length, all };
}

let [noticed, all] = [0, 0];
for (const [room, tests] of Object.entries(rooms)) {
  if (!values.only.split(',').includes(room)) continue;
  const found = await measure(room, tests);
  noticed += found.noticed;
  all += found.all;
}
const score = (100 * noticed) / all;
console.log(`${noticed} of ${all} changes noticed: ${score.toFixed(1)} %, floor ${floor} %`);
if (values.raise && Math.floor(score) > floor)
  writeFileSync(floorFile, `${JSON.stringify({ floor: Math.floor(score) }, null, 2)}\n`);
if (score < floor) process.exitCode = 1;
