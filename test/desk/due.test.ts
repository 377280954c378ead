/** What waits for an author: rules that end, guides past their review, texts for other steps. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dueRecordings, dueWork } from '../../src/desk/due.ts';
import { DeskGate } from '../../src/desk/gate.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { slots } from '../../src/books/sound/slots.ts';
import { present } from '../present.ts';
import { withTree } from '../fixtures/tree.ts';

const gateOver = (changes: Parameters<typeof withTree>[0]): DeskGate =>
  withTree(changes, (root) => {
    const files = globSync('content/**/*.{yaml,mdx}', { cwd: root });
    return new DeskGate(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  });

test('a guide waits from thirty days before its review, and a rule from two months before its end', () => {
  const { entries } = gateOver({}).standing();
  const rule = present(entries.rules[0], 'rule');
  const last = rule.data.until ?? rule.data.nextLook;
  expect(dueWork(entries, [], '2026-11-22').filter(({ kind }) => kind === 'guide')).toEqual([]);
  const later = dueWork(entries, [], '2030-01-01');
  expect(later.filter(({ kind }) => kind === 'guide').length).toBe(
    entries.guides.length + entries.market.length + entries.events.length,
  );
  expect(later.find(({ kind }) => kind === 'rule')).toMatchObject({ file: rule.file });
  expect(last < '2030-01-01').toBe(true);
});

test('an announcement for steps that have changed is what waits first', () => {
  const { entries, problems } = gateOver({
    'market/rau/can-rau.mdx': (old: string) => old.replace(/<Step title="/, '<Step title="Trước hết '),
  }).standing();
  const [first] = dueWork(entries, problems, '2026-11-22');
  expect(first).toMatchObject({ kind: 'announcement', file: 'content/announcements/can-rau.yaml' });
});

test('a recording of other words than those of today waits, and one of the same words does not', async () => {
  const standing = gateOver({}).standing();
  const handbook = joinHandbook(standing.entries, standing);
  const guide = present(handbook.guides[0], 'guide');
  const parts = slots(guide, handbook).map(({ part, words }) => ({ part, file: 'a.mp3', words }));
  const recording = (words: typeof parts) => ({
    id: 'x',
    file: 'content/audio/x.yaml',
    address: '',
    guide,
    data: {
      guide: guide.id,
      reader: 'Bà Sáu',
      place: 'xã Mẫu',
      dialect: 'nam' as const,
      day: '2026-11-21',
      parts: words,
    },
  });
  const dueOf = (words: typeof parts) => dueRecordings({ ...handbook, recordings: [recording(words)] });
  expect(await dueOf(parts)).toEqual([]);
  const other = parts.map((one, at) => (at === 1 ? { ...one, words: 'a'.repeat(12) } : one));
  expect(await dueOf(other)).toEqual([{ kind: 'recording', file: 'content/audio/x.yaml' }]);
});
