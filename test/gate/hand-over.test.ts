/** What the gate hands over is what a build gets: same entries, same trees, nothing read again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkContent } from '../../src/cli/check.ts';
import { handedOver, handOver, provenVariable } from '../../src/gate/hand-over.ts';
import type { Entry } from '../../src/schemas/collections.ts';
import { withTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-'));
afterEach(() => {
  delete process.env[provenVariable];
  rmSync(dir, { recursive: true, force: true });
});

test('entries and trees come back as they were', () => {
  expect(handedOver()).toBeUndefined();
  const { read, proof } = withTree({}, checkContent);
  expect(proof.problems).toEqual([]);
  const file = join(dir, 'proven.jsonl');
  handOver(file, { entries: read.entries, trees: proof.trees });
  process.env[provenVariable] = file;
  const got = present(handedOver(), 'handedOver');
  const wanted = (Object.values(read.entries) as unknown as readonly Entry[][])
    .flat()
    .map(({ collection, id, data, file: from }) => ({ collection, id, data, body: '', file: from }));
  expect(wanted.length).toBeGreaterThan(20);
  expect((Object.values(got.entries) as unknown as readonly Entry[][]).flat()).toEqual(wanted);
  expect(got.trees.size).toBeGreaterThan(3);
  expect(got.trees).toEqual(proof.trees);
});
