/**
 * Code names no entry of the content: what it needs of one is a field of that entry. What is left is listed
 * here, and the list only gets shorter.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { realContent } from './real.ts';
import { floor } from './national/edition.ts';

/** Quoted ids that may stand in a file, and why. */
const allowed: Readonly<Record<string, { readonly ids: readonly string[]; readonly why: string }>> = {
  'src/gate/faults/fields.ts': { ids: ['nguoi-cao-tuoi'], why: 'an example in the catalogue' },
  'src/gate/faults/numbers.ts': { ids: ['nguoi-lao-dong'], why: 'an example in the catalogue' },
  'src/domain/address.ts': {
    ids: ['ngan-hang', 'nha-mang'],
    why: 'anchors of groups on the page of the directory',
  },
  'src/markdown/grammar.ts': { ids: ['nguoi-huong-dan'], why: 'the id of a section on a page' },
  'src/modes/settings.ts': { ids: ['nguoi-cao-tuoi'], why: 'a mode of this name, not the audience' },
  'src/search/filter.ts': { ids: ['moi-nguoi'], why: 'to become a field of audiences' },
  'src/sessions/plan.ts': {
    ids: ['nguoi-cao-tuoi', 'nguoi-khuyet-tat'],
    why: 'to become a field of audiences',
  },
  'src/sessions/tally.ts': {
    ids: ['ho-ngheo', 'tieu-thuong', 'hoc-sinh', 'can-bo'],
    why: 'rows of the tally sheet, whose addresses keep numbers by place',
  },
  'src/books/announcement.ts': {
    ids: ['to-cong-nghe-so'],
    why: 'whom to call by default; to become a field of the directory',
  },
  'src/outputs/print/print-kit.ts': {
    ids: ['to-cong-nghe-so', 'cong-an-xa', 'dai-su-so', 'nguoi-huong-dan'],
    why: 'to become fields of the directory and of guides',
  },
  'src/views/search.ts': {
    ids: ['to-cong-nghe-so', 'mot-cua', 'hanh-chinh-1022'],
    why: 'to become a field of the directory',
  },
};

const entries = realContent();
const ids = new Set(
  [entries.guides, entries.market, entries.audiences, entries.directory, entries.units].flatMap((list) =>
    list.map((entry) => entry.id),
  ),
);

/** Ids that stand between quotes in a file. */
const quoted = (text: string): string[] =>
  [...text.matchAll(/(['"`])([a-z0-9/-]+)\1/g)].flatMap(([, , word = '']) => (ids.has(word) ? [word] : []));

test('no guide, audience, entry of the directory or unit is named in the code', () => {
  const files = globSync('src/**/*.{ts,astro}');
  const found = files.flatMap((file) =>
    [...new Set(quoted(readFileSync(file, 'utf8')))]
      .filter((id) => !allowed[file]?.ids.includes(id))
      .map((id) => `${file}: ${id}`),
  );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThan(floor(200));
  expect(ids.size).toBeGreaterThan(floor(200));
});

test('no permanent number of a guide stands for what the guide is', () => {
  const found = globSync('src/**/*.{ts,astro}').filter((file) =>
    /data\.number === \d|number: \d{2,3} \}\)/.test(readFileSync(file, 'utf8')),
  );
  expect(found).toEqual([]);
});

test('every exception is still needed', () => {
  for (const [file, { ids: list, why }] of Object.entries(allowed)) {
    expect(why).not.toBe('');
    const there = quoted(readFileSync(file, 'utf8'));
    for (const id of list.filter((one) => ids.has(one))) expect(there, `${file}: ${id}`).toContain(id);
  }
});
