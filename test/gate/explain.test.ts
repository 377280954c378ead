import { z } from 'zod';
import { expect, test } from 'vitest';
import { collectionNames, collectionShapes } from '../../src/schemas/collections.ts';
import { explainShape } from '../../src/gate/explain.ts';

const schema = z.strictObject({
  title: z.string(),
  kind: z.enum(['mot', 'hai']),
  time: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('day'), day: z.int() }),
    z.strictObject({ by: z.literal('month'), month: z.string() }),
  ]),
  list: z.array(z.strictObject({ name: z.string() })).default([]),
});
const right = { title: 'a', kind: 'mot', time: { by: 'day', day: 1 } };
const fault = (data: unknown) =>
  explainShape(schema, data).faults.map((shapeFault) => [
    shapeFault.path.join('.'),
    shapeFault.rule,
    shapeFault.message,
    shapeFault.fix,
  ]);

test('a right entry has no faults and its defaults', () => {
  expect(explainShape(schema, right)).toEqual({ faults: [], value: { ...right, list: [] } });
});

test('all faults of an entry at once, each with its field, what was found and what would be right', () => {
  expect(fault({ titel: 'a', kind: 'ba', time: { by: 'day', dya: 1 }, list: [{ nme: 'x' }] })).toEqual([
    ['title', 'missing-field', 'Thiếu trường “title”.', expect.stringContaining('title: …')],
    ['kind', 'wrong-value', '“kind” đang là “ba”.', expect.stringContaining('chọn một trong: mot, hai')],
    ['time.day', 'missing-field', 'Thiếu trường “time.day”.', expect.stringContaining('day: …')],
    ['time.dya', 'unknown-field', 'Không có trường tên “dya”.', expect.stringContaining('day')],
    ['list.0.name', 'missing-field', 'Thiếu trường “list.0.name”.', expect.stringContaining('name: …')],
    ['list.0.nme', 'unknown-field', 'Không có trường tên “nme”.', 'có phải bạn muốn viết “name”?'],
    ['titel', 'unknown-field', 'Không có trường tên “titel”.', 'có phải bạn muốn viết “title”?'],
  ]);
});

test('a choice that is missing is a missing field, not a wrong value', () => {
  expect(fault({ title: 'a', time: right.time })).toEqual([
    ['kind', 'missing-field', 'Thiếu trường “kind”.', expect.stringContaining('mot')],
  ]);
});

test('long values are cut', () => {
  expect(fault({ ...right, kind: 'x'.repeat(200) })[0]?.[2]?.length).toBeLessThan(100);
});

test.each(collectionNames.map((collection) => [collection] as const))(
  '%s: an empty file and an empty map are refused with words',
  (collection) => {
    for (const data of [null, {}, [], 'chữ', 5]) {
      const { faults, value } = explainShape(collectionShapes[collection].schema, data);
      // Words are a record of groups, so that an empty map has the shape; Array and map differ for all.
      if (collection === 'words' && typeof data === 'object' && data !== null && !Array.isArray(data))
        continue;
      expect(value).toBeUndefined();
      expect(faults.length).toBeGreaterThan(0);
      for (const shapeFault of faults)
        expect([shapeFault.message, shapeFault.fix, shapeFault.hint]).not.toContain('');
    }
  },
);
