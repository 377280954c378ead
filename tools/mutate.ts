/**
 * `npm run mutate`: changes the rooms that decide what readers get (search, gate, handbook, views, release),
 * one place at a time, and counts how many changes some test notices. Lines are taken by the digest of their
 * own text, so that the choice stays the same until a line changes, and a smaller choice is the beginning of
 * a larger one. Not part of `npm test`: it takes long. A room's score may not fall below the floor kept in
 * `mutation-floor.json`; `--raise` lifts floors to what was reached and writes the scores into
 * `docs/figures.md`.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { typed } from '../src/cli/command-line.ts';
import { Stryker } from '@stryker-mutator/core';
import { z } from 'zod';

const { values } = typed({
  /** Lines of each room. */
  lines: { type: 'string', default: '50' },
  only: { type: 'string', default: 'search,gate,handbook,views,release' },
  runners: { type: 'string', default: '2' },
  raise: { type: 'boolean', default: false },
});

/** Rooms, and folders of `test` whose tests are run over each change in them: those that stand nearest. */
const rooms: Readonly<Record<string, string>> = {
  search: 'search',
  gate: 'gate',
  handbook: 'handbook',
  views: 'views,sessions,handbook',
  release: 'release',
};

/** Places of the chosen lines of a room, as Stryker takes them. */
function chosenLines(room: string): string[] {
  const lines = globSync(`src/${room}/**/*.ts`).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        const text = line.trim();
        if (text.length < 4 || /^(?:\*|\/\*|\/\/|import |export \* )/.test(text)) return [];
        const digest = createHash('sha256').update(`${file} ${text}`).digest('hex');
        return [{ digest, place: `${file}:${index + 1}:0-${index + 1}:${line.length}` }];
      }),
  );
  return lines
    .sort((one, other) => (one.digest < other.digest ? -1 : 1))
    .slice(0, Number(values.lines))
    .map(({ place }) => place);
}

/** What came of the changes of a room. */
interface Found {
  readonly noticed: number;
  readonly all: number;
}

/**
 * Changes the chosen lines of a room; answers how many changes were noticed, and tells those that were not.
 */
async function measure(room: string, tests: string): Promise<Found> {
  process.env.MUTATION_TESTS = tests;
  const results = await new Stryker({
    mutate: chosenLines(room),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    // Only tests that import what is changed, and of them only those that ran through it.
    vitest: { configFile: 'test/vitest.mutation.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: Number(values.runners),
    timeoutMS: 60_000,
    dryRunTimeoutMinutes: 30,
    reporters: ['progress-append-only'],
    // From the root alone: forms have folders of the same names in `src`.
    ignorePatterns: [
      'dist',
      '.stryker-tmp',
      '.cache',
      '.astro',
      '.stage*',
      'test-results',
      'usb',
      'in-ra',
    ].map((name) => `/${name}`),
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

const percent = ({ noticed, all }: Found): number => (all === 0 ? 0 : Math.floor((100 * noticed) / all));

const floorFile = 'mutation-floor.json';
const floors = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(floorFile, 'utf8')));
const found = new Map<string, Found>();
for (const [room, tests] of Object.entries(rooms))
  if (values.only.split(',').includes(room)) found.set(room, await measure(room, tests));

for (const [room, one] of found) {
  const floor = floors[room] ?? 0;
  console.log(`${room}: ${percent(one)} % of ${one.all} changes noticed, floor ${floor} %`);
  if (percent(one) < floor) process.exitCode = 1;
}
if (values.raise) {
  for (const [room, one] of found) floors[room] = Math.max(floors[room] ?? 0, percent(one));
  writeFileSync(floorFile, `${JSON.stringify(floors, null, 2)}\n`);
  const file = 'docs/figures.md';
  const day = new Date().toLocaleDateString('vi-VN');
  const text = readFileSync(file, 'utf8');
  const next = [...found].reduce((so, [room, one]) => {
    const cells = [`\`src/${room}\``, `${one.noticed} of ${one.all}`, `${percent(one)} %`, values.lines, day];
    return so.replace(new RegExp(`^\\| \`src/${room}\` \\|.*\\|$`, 'm'), `| ${cells.join(' | ')} |`);
  }, text);
  writeFileSync(file, next);
}
