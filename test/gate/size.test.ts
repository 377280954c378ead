/**
 * The check on many guides more than there are, in a process of its own with a heap of 512 MB: a hundred, and
 * five hundred in a whole run.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestNumber } from '../../src/schemas/guide.ts';
import { projectRoot, withFreshTree } from '../fixtures/tree.ts';
import { generate } from '../generate-guides.ts';
import { whole } from '../whole.ts';

const more = whole ? 500 : 100;

test(`${more} generated guides are right and are checked within 512 MB`, () => {
  const told = execFileSync(
    process.execPath,
    ['--max-old-space-size=512', join(projectRoot, 'test/generate-guides.ts'), String(more)],
    { encoding: 'utf8', cwd: projectRoot },
  );
  const { problems, first, files, seconds, cpuSeconds, peakMegabytes } = JSON.parse(told);
  // Time is told, not judged: it says more about what else the machine is doing.
  console.log(
    `${more} guides more, ${files} files: ${seconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB at most`,
  );
  expect(problems, first).toBe(0);
  expect(files).toBeGreaterThan(more);
  expect(peakMegabytes).toBeLessThan(512);
}, 120_000);

test('more guides than there are numbers are refused', () => {
  withFreshTree({}, (root) => {
    expect(() => generate(root, largestNumber)).toThrow(RangeError);
  });
});
