/**
 * After random edits of every kind, a build that takes over pages gives the same site as a build from
 * nothing, file by file. On the small content of the tests, in a whole run; `npm run prove-kept` makes as
 * many as are asked for, on the real content too. What is published is never taken over.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { different, rounds } from '../fixtures/kept-builds.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { randomOf } from '../fixtures/random-edits.ts';
import { whole } from '../whole.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-giu-trang-'));
if (whole) copyTinyProject(dir);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.runIf(whole)(
  'what is taken over is what would be drawn (--whole)',
  async () => {
    let taken = 0;
    let proved = 0;
    // Code redraws everything and so proves little.
    for await (const { edits: done, kept, fresh } of rounds(dir, randomOf(20261130), {
      edits: 20,
      perRound: 5,
      everyKind: (round) => round % 4 === 3,
    })) {
      expect(different(kept, fresh), done.join('\n')).toEqual([]);
      expect(kept.files.size).toBeGreaterThan(100);
      taken += kept.taken;
      proved += done.length;
    }
    expect(proved).toBe(20);
    expect(taken).toBeGreaterThan(0);
  },
  36_000_000,
);
