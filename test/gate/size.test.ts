/** The check on 500 guides more than there are, in a process of its own with a heap of 512 MB. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { largestNumber } from '../../src/schemas/guide.ts';
import { projectRoot, withFreshTree } from '../fixtures/tree.ts';
import { generate } from '../generate-guides.ts';

test('500 generated guides are right and are checked within 512 MB', () => {
  const told = execFileSync(
    process.execPath,
    ['--max-old-space-size=512', join(projectRoot, 'test/generate-guides.ts'), '500'],
    { encoding: 'utf8', cwd: projectRoot },
  );
  const { problems, first, files, seconds, cpuSeconds, peakMegabytes } = JSON.parse(told);
  // Time is told, not judged: it says more about what else the machine is doing.
  console.log(
    `500 guides more, ${files} files: ${seconds.toFixed(1)} s, CPU ${cpuSeconds.toFixed(1)} s, ${peakMegabytes.toFixed(0)} MB at most`,
  );
  expect(problems, first).toBe(0);
  expect(files).toBeGreaterThan(1000);
  expect(peakMegabytes).toBeLessThan(512);
}, 120_000);

test('more guides than there are numbers are refused', () => {
  withFreshTree({}, (root) => {
    expect(() => generate(root, largestNumber)).toThrow(RangeError);
  });
});
