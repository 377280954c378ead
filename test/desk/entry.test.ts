/** Whole files: opened and saved without a change they have the same bytes. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEntry, saveEntry } from '../../src/desk/entry.ts';

test('every file of the content, opened and saved without a change, has the same bytes', () => {
  const files = globSync('content/**/*.{yaml,mdx}');
  const changed = files.filter((file) => {
    const text = readFileSync(file, 'utf8');
    const { head, body } = openEntry(file, text);
    return (
      saveEntry(file, text, structuredClone(head), structuredClone(body?.blocks ?? []), () => []) !== text
    );
  });
  expect(changed).toEqual([]);
  expect(files.length).toBeGreaterThan(900);
});

test('a new file has the form of those that are written by hand', () => {
  const head = { term: 'Chữ ký số', meaning: 'Dấu: riêng.', aliases: ['ký số'], checked: '2026-11-28' };
  expect(saveEntry('content/terms/x.yaml', '', head, [], () => [])).toBe(
    'term: Chữ ký số\nmeaning: "Dấu: riêng."\naliases:\n  - ký số\nchecked: 2026-11-28\n',
  );
  const step = {
    kind: 'part',
    name: 'Step',
    props: { title: 'Mở máy' },
    children: [{ kind: 'paragraph', runs: [{ kind: 'text', text: 'Màn hình sáng.' }] }],
  } as const;
  const steps = { kind: 'part', name: 'Steps', props: {}, children: [step] } as const;
  expect(saveEntry('content/guides/x/y.mdx', '', { number: 1 }, [steps], () => [])).toBe(
    '---\nnumber: 1\n---\n\n<Steps>\n\n<Step title="Mở máy">\nMàn hình sáng.\n</Step>\n\n</Steps>\n',
  );
});
