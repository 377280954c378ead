/**
 * An entry known from an earlier build is the entry that its file says, down to the places of its fields; a
 * body known from there says what its text says, with the figures of today.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bodiesBefore } from '../../../src/cli/kept/bodies.ts';
import { entriesBefore } from '../../../src/cli/kept/entries.ts';
import { keptWork } from '../../../src/cli/kept/work.ts';
import { readEntryBytes, type ReadEntry } from '../../../src/gate/read-entry.ts';
import { readContent } from '../../../src/gate/read.ts';
import type { FindFigure } from '../../../src/domain/rule-figure.ts';
import { parseBody } from '../../../src/markdown/reader.ts';
import { writeGoodTree } from '../../fixtures/tree.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-giu-muc-'));
writeGoodTree(dir);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Reads all content by what is known, and keeps it. */
function read() {
  const known = keptWork(dir, 'entries', 'use');
  const content = readContent(dir, entriesBefore(known));
  known.end(() => undefined);
  return content;
}
/** All of an entry; of its places those of its first fields. */
const written = ({ locate, ...said }: ReadEntry): string =>
  JSON.stringify([said, Object.keys(said.data).map((field) => locate([field]))]);

test('every entry is the same as one that is read, and none has lost its place', () => {
  const fresh = readContent(dir);
  expect(fresh.problems).toEqual([]);
  read();
  const kept = read();
  let compared = 0;
  for (const [collection, entries] of Object.entries(fresh.entries)) {
    const before = Object.entries(kept.entries).find(([name]) => name === collection)?.[1] ?? [];
    expect(before.map(written), collection).toEqual(entries.map(written));
    compared += entries.length;
  }
  expect(compared).toBeGreaterThan(50);
});

test('a file with a fault tells it each time', () => {
  const file = 'content/terms/noi-com.yaml';
  const faulty = Buffer.from(`${readFileSync(join(dir, file), 'utf8')}\nla: x\n`);
  const told = readEntryBytes('terms', 'noi-com.yaml', file, faulty).problems;
  expect(told.length).toBeGreaterThan(0);
  for (let round = 0; round < 2; round++) {
    const known = keptWork(dir, 'faults', 'use');
    expect(entriesBefore(known)('terms', 'noi-com.yaml', file, faulty).problems).toEqual(told);
    known.end(() => undefined);
  }
});

test('a body is the same as one that is read, and follows the figures that it shows and no others', () => {
  const { rules } = readContent(dir).entries;
  const [shown] = rules;
  if (shown === undefined) throw new Error('no rule');
  const body = `Trả <Rule id="${shown.id}" /> đồng.\n`;
  const finds =
    (text: string): FindFigure =>
    (id) =>
      id === shown.id ? { text, ask: 'ai' } : undefined;
  let kept = 0;
  const read = (of: typeof rules, text: string, line = 1) => {
    const known = keptWork(dir, 'bodies', 'use');
    const makes: string[] = [];
    const counted: typeof known = {
      again: (name, reads, make, is) => {
        return known.again(
          name,
          reads,
          () => {
            makes.push(name);
            return make();
          },
          is,
        );
      },
      laid: () => false,
      end: (say) => known.end(say),
    };
    const said = bodiesBefore(counted)(of)(parseBody)('a.mdx', body, 'prose', line, finds(text));
    counted.end(() => undefined);
    if (makes.length === 0) kept++;
    expect(said).toEqual(parseBody('a.mdx', body, 'prose', line, finds(text)));
    return JSON.stringify(said);
  };
  expect(read(rules, '1.000')).toContain('1.000');
  read(rules, '1.000');
  expect(kept).toBe(1);
  const other = [{ ...shown, data: { ...shown.data, title: 'Khác' } }, ...rules.slice(1)];
  expect(read(other, '2.000')).toContain('2.000');
  expect(kept).toBe(1);
  read([...other, { ...shown, id: 'khong-ai-goi' }], '2.000');
  expect(kept).toBe(2);
  expect(read(other, '2.000', 7)).not.toBe(read(other, '2.000', 1));
});
