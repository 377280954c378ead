/** Many editions where something on the disk is damaged or lost: it is not spread, readers keep theirs. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { putLive } from '../../src/cli/editions/go-live.ts';
import { Group } from '../../src/cli/editions/images.ts';
import type { Wanted } from '../../src/cli/editions/make-images.ts';
import { storeShared } from '../../src/cli/editions/place.ts';
import { sha256 } from '../../src/release/checksums.ts';
import { listName } from '../../src/release/layout.ts';
import { scratch } from '../release/tiny.ts';

const page = '<p>Trang chung của mọi bản.</p>'.repeat(50);
const texts: Readonly<Record<string, string>> = {
  'a.html': page,
  'b.html': `${page}b`,
  'c.html': `${page}c`,
};
const level = 5;

test('a damaged file of a store goes into no other, nor on from its own', () => {
  const root = scratch();
  const dist = join(root, 'dist');
  mkdirSync(dist);
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(dist, file), text);
  const same = new Map(Object.entries(texts).map(([file, text]) => [file, sha256(text)]));
  const first = join(root, 'kho/1');
  mkdirSync(join(root, 'kho'));
  const sums = storeShared({ dist, same }, first, level);
  expect(sums.size).toBe(6);
  writeFileSync(join(first, 'a.html'), 'hỏng');
  writeFileSync(join(first, 'b.html.br'), 'hỏng');
  for (const store of [join(root, 'kho/2'), first]) {
    expect(storeShared({ dist, same }, store, level)).toEqual(sums);
    for (const [file, sum] of sums) expect(sha256(readFileSync(join(store, file))), file).toBe(sum);
  }
});

test('an edition whose record has lost the list of its files is left as readers have it', () => {
  const to = scratch();
  const group = new Group(to, '1-0');
  mkdirSync(join(group.folder, '1.so'), { recursive: true });
  mkdirSync(group.place(1, 'xa'), { recursive: true });
  writeFileSync(join(group.place(1, 'xa'), listName), '');
  const record = { id: 'moi', generation: 1, mould: 'm', slots: 's' };
  writeFileSync(join(group.folder, '1.so/xa.json'), JSON.stringify(record));
  // Nothing else of it is asked.
  const wanted = z.custom<Wanted>().parse({ folder: 'xa' });
  expect(putLive(group, [wanted], new Map(), to, new Date()).size).toBe(0);
  expect(existsSync(join(to, 'xa/current'))).toBe(false);
});
