/**
 * SIGKILL of the whole process group at every kind of step of publishing: readers keep a whole site, the next
 * run clears up.
 */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listEditions } from '../../src/release/rollback.ts';
import { publishApart, publishTiny, readersSite, scratch } from './tiny.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';

/** Names of all steps of one undisturbed run, in order. */
let points: string[] = [];
let seed: string;
let before: string;

beforeAll(async () => {
  seed = scratch();
  for (const edition of ['1', '2', '3', '4', '5']) await publishTiny(seed, { edition });
  before = readersSite(join(seed, 'noi-phat-hanh')).edition;
  const root = copy();
  const run = await publishApart({ root, variant: { edition: 'B' }, points: join(root, 'points') }).ended;
  expect(run.code, run.output).toBe(0);
  points = readFileSync(join(root, 'points'), 'utf8').trimEnd().split('\n');
});

function copy(): string {
  const root = scratch();
  cpSync(seed, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

/**
 * The first step of each name, and of those that come often the last; in a whole run one in the middle too,
 * which leaves behind what the others leave.
 */
function chosen(): { readonly name: string; readonly number: number }[] {
  return [...new Set(points)].flatMap((name) => {
    const at = points.flatMap((point, index) => (point === name ? [index + 1] : []));
    return [
      ...new Set([
        present(at[0], 'item 0 of at'),
        ...(whole ? [present(at[Math.floor(at.length / 2)], 'an item of at')] : []),
        present(at.at(-1), 'an item of at'),
      ]),
    ].map((number) => ({
      name,
      number,
    }));
  });
}

describe('killed at any step', () => {
  test('the steps are spread over all phases', () => {
    expect(chosen().length).toBeGreaterThanOrEqual(20);
    for (const phase of [
      'target',
      'locked',
      'guarded',
      'building',
      'built',
      'proved',
      'compressing',
      'listed',
      'sealed',
      'released',
      'ledger',
      'carrying',
      'switching',
      'switched',
      'recorded',
      'repository',
      'pruning',
      'pruned',
    ])
      expect(points).toContain(phase);
  });

  test('readers have the old or the new edition, whole; the next run publishes and leaves nothing behind', async () => {
    const kills = chosen();
    const switched = points.indexOf('switched') + 1;
    let tried = 0;
    for (const { name, number } of kills) {
      const root = copy();
      const to = join(root, 'noi-phat-hanh');
      const run = await publishApart({ root, variant: { edition: 'B' }, killAt: number }).ended;
      expect(run.signal, `${name}: ${run.output}`).toBe('SIGKILL');
      const found = readersSite(to);
      if (number < switched) expect(found.edition, name).toBe(before);
      else expect(found.front, name).toContain('Sổ tay B');

      const next = await publishTiny(root, { edition: 'B' });
      expect(readersSite(to).front, name).toContain('Sổ tay B');
      expect(next.edition).toBe(readersSite(to).edition);
      // Nothing unfinished, no dead claim of the lock, five editions, each with its list of carried files.
      expect(readdirSync(to).sort(), name).toEqual([
        'addresses.txt',
        'current',
        'history.tsv',
        'kept',
        'lock',
        'releases',
      ]);
      expect(readdirSync(join(to, 'lock')), name).toEqual([]);
      expect(readdirSync(join(to, 'releases')).length, name).toBe(5);
      expect(readdirSync(join(to, 'kept')).sort(), name).toEqual(
        readdirSync(join(to, 'releases'))
          .map((id) => `${id}.txt`)
          .sort(),
      );
      expect(readdirSync(join(root, 'deploy')), name).toEqual(['addresses.txt']);
      tried++;
    }
    expect(tried).toBe(kills.length);
  }, 180_000);

  test('on the very first publish there is nothing or a whole site', async () => {
    const fresh = scratch();
    await publishApart({ root: fresh, points: join(fresh, 'points') }).ended;
    const names = readFileSync(join(fresh, 'points'), 'utf8').trimEnd().split('\n');
    let tried = 0;
    for (const name of ['target', 'sealed', 'released', 'kept-list', 'switching', 'switched', 'recorded']) {
      const root = scratch();
      const to = join(root, 'noi-phat-hanh');
      expect((await publishApart({ root, killAt: names.indexOf(name) + 1 }).ended).signal).toBe('SIGKILL');
      expect(existsSync(join(to, 'current')), name).toBe(names.indexOf(name) >= names.indexOf('switched'));
      if (existsSync(join(to, 'current'))) readersSite(to);
      await publishTiny(root, { edition: 'B' });
      expect(readersSite(to).front).toContain('Sổ tay B');
      // What never went live is no edition to go back to.
      expect(listEditions(to).length, name).toBe(names.indexOf(name) >= names.indexOf('switched') ? 2 : 1);
      tried++;
    }
    expect(tried).toBe(7);
  }, 60_000);
});
