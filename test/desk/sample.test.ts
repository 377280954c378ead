/** New entries take the shape of a good one and none of its words. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEntry } from '../../src/desk/entry.ts';
import { collectionForms } from '../../src/desk/forms.ts';
import { placeOf } from '../../src/desk/places.ts';
import { bestSample, emptied, sampleBlock, sampleWords } from '../../src/desk/sample.ts';
import { wordsOf } from '../../src/desk/merge.ts';

const files = globSync('content/**/*.{yaml,mdx}').map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('every kind of entry that may be added has a sample, of which no word goes into the new entry', () => {
  const open = collectionForms().filter(({ open: takes }) => takes);
  let bodies = 0;
  for (const form of open) {
    const own = files.filter(({ file }) => placeOf(file)?.collection === form.collection);
    if (own.length === 0) continue;
    const best = bestSample(own, form, undefined);
    expect(best, form.collection).toBeDefined();
    if (!best) continue;
    const { head, body } = openEntry(best.file, best.text);
    const shape = emptied(body?.blocks ?? []);
    expect(wordsOf(shape).replaceAll(' · ', ' ').trim(), best.file).toBe('');
    const [name = ''] = Object.keys(head);
    const sample = { name: best.file, head, blocks: body?.blocks ?? [] };
    expect(sampleWords(sample, name), best.file).not.toBe('');
    for (const [at, block] of shape.entries()) {
      const kind = block.kind === 'part' ? block.name : block.kind;
      expect(sampleBlock(sample, String(at), kind), `${best.file} ${kind}`).toBeDefined();
      bodies++;
    }
  }
  expect(open.length).toBeGreaterThan(15);
  expect(bodies).toBeGreaterThan(10);
});
