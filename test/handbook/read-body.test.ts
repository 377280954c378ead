/**
 * What the processor of MDX is given: the proven tree, or what is wrong with a file that was changed behind
 * the gate.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { checkContent } from '../../src/cli/check.ts';
import { handOver, provenVariable } from '../../src/gate/hand-over.ts';
import { bodyReader, grammarOf } from '../../src/handbook/read-body.ts';
import { withTree } from '../fixtures/tree.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-'));
afterEach(() => {
  delete process.env[provenVariable];
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const root = '/so-tay';
const path = `${root}/content/guides/bep/rua-rau.mdx`;
const read = bodyReader(root);

test('each file has the grammar of its collection; elsewhere nothing is drawn', () => {
  expect(grammarOf('content/guides/bep/rua-rau.mdx')).toBe('guide');
  expect(grammarOf('content/market/tien/hoc.mdx')).toBe('lesson');
  expect(grammarOf('content/easy-read/ma-otp.mdx')).toBe('easy-read');
  expect(grammarOf('content/plans/bkhcn-550.mdx')).toBe('prose');
  for (const stray of [
    'src/pages/a.mdx',
    'content/guides/rua-rau.mdx',
    'content/guides/a/b/c.mdx',
    'content/terms/a.mdx',
  ]) {
    expect(grammarOf(stray), stray).toBeUndefined();
    expect(read(`${root}/${stray}`, 'Chữ.').problems.map(({ rule }) => rule)).toEqual(['stray-file']);
  }
});

test('without a hand-over (dev, or Astro called by itself) the same grammar reads the file', () => {
  expect(read(path, '\n\n\nChữ.').tree.intro).toMatchObject([{ kind: 'paragraph', line: 4 }]);
  expect(read(path, '\n\n\nChữ {1 + 1}.').problems).toMatchObject([
    { file: 'content/guides/bep/rua-rau.mdx', line: 4, rule: 'expression' },
  ]);
});

test('in a build the proven tree is drawn, whatever is saved meanwhile; code saved meanwhile stops it with its line', () => {
  const { read: content, proof } = withTree({}, checkContent);
  expect(proof.problems).toEqual([]);
  const entry = content.entries.guides.find(({ id }) => id === 'bep/rua-rau');
  if (entry === undefined) throw new Error('the good guide is missing');
  const file = join(dir, 'proven.jsonl');
  handOver(file, { entries: content.entries, trees: proof.trees });
  process.env[provenVariable] = file;
  const placed = '\n'.repeat(entry.bodyLine - 1) + entry.body;
  const proven = proof.trees.get('guides/bep/rua-rau');
  expect(read(path, placed)).toEqual({ tree: proven, problems: [] });
  expect(read(path, placed.replaceAll('\n', '\r\n'))).toEqual({ tree: proven, problems: [] });
  expect(read(path, `${placed}\n\n<More title="Thêm">\n\nChữ.\n\n</More>`)).toEqual({
    tree: proven,
    problems: [],
  });
  const lines = placed.split('\n').length;
  expect(read(path, `${placed}\n\n{process.exit(1)}`).problems).toMatchObject([
    { file: 'content/guides/bep/rua-rau.mdx', line: lines + 2, rule: 'expression' },
  ]);
});
