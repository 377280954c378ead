/** Whatever an edition tells to do in an emergency: each number that is said stands in its directory. */
import { expect, test } from 'vitest';
import { realContent } from '../real.ts';

const entries = realContent();

test('every number said in an emergency stands in the directory with its source', () => {
  const known = new Set(
    entries.directory.flatMap(({ data }) => data.numbers.map(({ number }) => number.replaceAll(' ', ''))),
  );
  for (const rule of entries.emergencies)
    for (const step of rule.data.steps)
      for (const match of step.matchAll(/\b\d{3,}\b/g)) expect(known.has(match[0]), step).toBe(true);
  expect(entries.emergencies.length).toBeGreaterThan(0);
});
