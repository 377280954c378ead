/**
 * `npm run mutate`: changes the rooms that decide what readers get (search, gate, handbook, views, release),
 * one place at a time, and counts how many changes some test notices. Stryker makes the changes; a seed draws
 * which, every change of a room with the same chance. Not part of `npm test`. A room's score may not fall
 * below the floor kept in `mutation-floor.json`; `--raise` lifts floors to what was reached and writes the
 * scores into `docs/figures.md`. Tests that are written for what a seed showed are measured with another one.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { typed } from '../src/cli/command-line.ts';
import { changesOf, sample } from './mutate/changes.ts';
import { runChanges } from './mutate/run-changes.ts';

const { values } = typed({
  /** Changes of each room. */
  changes: { type: 'string', default: '60' },
  seed: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  only: { type: 'string', default: 'search,gate,handbook,views,release' },
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

/** What came of the changes of a room. */
interface Found {
  readonly noticed: number;
  readonly all: number;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 90);

/** Draws changes of a room and runs them; tells those that nothing noticed. */
async function measure(room: string, tests: string): Promise<Found> {
  process.env.MUTATION_TESTS = tests;
  // Entries changed by chance: a few are enough beside all the others.
  process.env.MUTATIONS ??= '40';
  const possible = await changesOf(globSync(`src/${room}/**/*.ts`).sort());
  const outcomes = await runChanges(sample(possible, values.seed, Number(values.changes)));
  const unnoticed = outcomes.filter(({ by }) => by === undefined);
  for (const { change, isRun } of unnoticed) {
    console.log(`${change.place}${isRun ? '' : ' (no test comes here)'}: ${change.line}`);
    console.log(`    ${oneLine(change.was)} → ${oneLine(change.becomes)}`);
  }
  return { noticed: outcomes.length - unnoticed.length, all: outcomes.length };
}

const percent = ({ noticed, all }: Found): number => (all === 0 ? 0 : Math.floor((100 * noticed) / all));

const floorFile = 'mutation-floor.json';
const floors = z.record(z.string(), z.number()).parse(JSON.parse(readFileSync(floorFile, 'utf8')));
const found = new Map<string, Found>();
for (const [room, tests] of Object.entries(rooms))
  if (values.only.split(',').includes(room)) found.set(room, await measure(room, tests));

for (const [room, one] of found) {
  const floor = floors[room] ?? 0;
  console.log(`${room}: ${one.noticed} of ${one.all} changes noticed, ${percent(one)} %, floor ${floor} %`);
  if (percent(one) < floor) process.exitCode = 1;
}
if (values.raise) {
  for (const [room, one] of found) floors[room] = Math.max(floors[room] ?? 0, percent(one));
  writeFileSync(floorFile, `${JSON.stringify(floors, null, 2)}\n`);
  const file = 'docs/figures.md';
  const day = new Date().toLocaleDateString('vi-VN');
  const text = readFileSync(file, 'utf8');
  const next = [...found].reduce((so, [room, one]) => {
    const cells = [`\`src/${room}\``, `${one.noticed} of ${one.all}`, `${percent(one)} %`, values.seed, day];
    return so.replace(new RegExp(`^\\| \`src/${room}\` \\|.*\\|$`, 'm'), `| ${cells.join(' | ')} |`);
  }, text);
  writeFileSync(file, next);
}
// Vitest leaves handles of its own open.
process.exit();
