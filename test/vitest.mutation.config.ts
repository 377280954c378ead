/**
 * The tests that `npm run mutate` runs over each changed line: those of the rooms that are measured, in one
 * process. Those that start processes of their own would run the unchanged code there, and are left out.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const rooms = process.env.MUTATION_TESTS ?? 'search';

export default defineConfig({
  // The parser's packages as a build loads them, as in the other configuration.
  ssr: { resolve: { conditions: ['node'] } },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: ['test/run-folder.ts'],
    isolate: false,
    runner: 'tools/mutate/test-runner.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: rooms.split(',').map((room) => `test/${room}/**/*.test.ts`),
    exclude: [
      'test/national/site/**',
      'test/gate/size.test.ts',
      'test/gate/made-forms.test.ts',
      'test/gate/templates.test.ts',
      'test/gate/steps.test.ts',
      'test/release/kill.test.ts',
      'test/release/lock.test.ts',
      'test/release/supply.test.ts',
      'test/release/target.test.ts',
      'test/release/disk-full.test.ts',
    ],
  },
});
