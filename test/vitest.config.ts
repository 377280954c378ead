/**
 * Tests. `unit`: plain TypeScript without Astro, seconds. Tests over the built site are a project of their
 * own.
 */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { isNational, nationalTests } from './national/edition.ts';

const elsewhere = isNational ? [] : [nationalTests];

/**
 * Tests that start many programs. A worker that holds the whole content has a gigabyte, and each program that
 * it starts begins with a copy of its page tables: three times the work of the program itself. These have
 * workers of their own, which stay small.
 */
const starters = ['test/desk/git-store.test.ts', 'test/release/{lock,publish,target}.test.ts'];

// The limits catch what hangs; they are wide because a busy machine is several times slower.
export default defineConfig({
  // The parser's packages as a build loads them: their editions for development assert at each letter.
  ssr: { resolve: { conditions: ['node'] } },
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: ['test/run-folder.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Files keep no state of their own, so they may share what they load: half the time.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['test/**/*.test.ts'],
          exclude: [
            'test/site/**',
            'test/deploy/**',
            'test/floor/**',
            'test/national/site/**',
            ...starters,
            ...elsewhere,
          ],
        },
      },
      {
        test: {
          name: 'unit-starters',
          environment: 'node',
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: starters,
          // After the others: a worker goes when the next file in the queue is of another project.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'site',
          environment: 'node',
          // Files keep no state of their own, so they may share what they load: half the time.
          isolate: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          include: ['test/{site,deploy,floor,national/site}/**/*.test.ts'],
          exclude: elsewhere,
        },
      },
    ],
  },
});
