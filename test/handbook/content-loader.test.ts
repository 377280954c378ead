/** The content store is filled by the gate's reader: same faults told, live changes followed. */
import { EventEmitter } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { contentLoader } from '../../src/handbook/content-loader.ts';
import type { Collection } from '../../src/schemas/collections.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { present } from '../present.ts';

interface Stored {
  readonly id: string;
  readonly data: { readonly title?: string };
  readonly body?: string;
  readonly filePath?: string;
}

const root = mkdtempSync(join(tmpdir(), 'so-tay-'));
beforeEach(() => cpSync(join(projectRoot, 'test/fixtures/good'), root, { recursive: true }));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What Astro gives a loader, as far as ours asks for it. */
function context() {
  const entries = new Map<string, Stored>();
  const told: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: () => {} });
  const store = {
    keys: () => [...entries.keys()],
    set: (stored: Stored) => entries.set(stored.id, stored),
    delete: (id: string) => entries.delete(id),
    clear: () => entries.clear(),
  };
  const given = {
    store,
    watcher,
    config: { root: pathToFileURL(`${root}/`) },
    logger: { error: (message: string) => told.push(message) },
    generateDigest: JSON.stringify,
  };
  return { entries, told, watcher, given: given as unknown as LoaderContext };
}
const load = (collection: Collection, given: LoaderContext): Promise<void> =>
  contentLoader(collection).load(given);

test('entries get their ids, their data and their text', async () => {
  const { entries, given } = context();
  await load('guides', given);
  expect([...entries.keys()]).toEqual(['bep/nau-com-dien', 'bep/rua-rau', 'vuon/tuoi-cay']);
  for (const [id, entry] of entries) {
    expect(entry.filePath).toBe(`content/guides/${id}.mdx`);
    expect(entry.data.title).toMatch(/\p{Lu}/u);
    expect(entry.body).toContain('<Steps');
    expect(entry.body).not.toContain('title: ');
    // Lines of the body are those of the file.
    expect(entry.body?.split('\n').indexOf('<Steps>')).toBe(
      readFileSync(join(root, present(entry.filePath, 'filePath')), 'utf8')
        .split('\n')
        .indexOf('<Steps>'),
    );
  }
});

test('a faulty file stops a build with its place and what to write instead', async () => {
  writeFileSync(join(root, 'content/guides/bep/rua-rau.mdx'), '---\nnumber: [\n---\n');
  await expect(load('guides', context().given)).rejects.toThrow(
    /content\/guides\/bep\/rua-rau\.mdx:\d+:\d+[\s\S]*Sửa: /,
  );
});

test('in dev a saved file is read again, a faulty one keeps its last good text, a removed one goes', async () => {
  const { entries, told, watcher, given } = context();
  await load('guides', given);
  const [id, old] = present([...entries][0], 'item 0 of the list');
  const file = join(root, present(old.filePath, 'filePath'));
  writeFileSync(file, '');
  watcher.emit('all', 'change', file);
  expect(told.join()).toContain(present(old.filePath, 'filePath'));
  expect(entries.get(id)).toEqual(old);
  cpSync(join(root, 'content/guides/bep/rua-rau.mdx'), file);
  watcher.emit('all', 'change', file);
  expect(entries.get(id)?.data).toEqual(present(entries.get('bep/rua-rau'), 'bep/rua-rau in entries').data);
  cpSync(file, join(root, 'content/guides/bep/moi.mdx'));
  watcher.emit('all', 'add', join(root, 'content/guides/bep/moi.mdx'));
  expect(entries.has('bep/moi')).toBe(true);
  rmSync(file);
  watcher.emit('all', 'unlink', file);
  expect(entries.has(id)).toBe(false);
  // Not its own files.
  for (const other of [
    'content/terms/x.yaml',
    'content/guides/x.mdx',
    'content/guides/bep/.x.mdx',
    'content/guides/bep/x.mdx.tmp',
  ])
    watcher.emit('all', 'add', join(root, other));
  expect(told).toHaveLength(1);
});

test('a file that was caught half written is read again without being told', async () => {
  const { entries, told, watcher, given } = context();
  await load('guides', given);
  const [id, old] = present([...entries][0], 'item 0 of the list');
  const file = join(root, present(old.filePath, 'filePath'));
  const whole = readFileSync(file, 'utf8');
  writeFileSync(file, '');
  watcher.emit('all', 'change', file);
  expect(told).toHaveLength(1);
  writeFileSync(file, whole.replace(/^title: .*$/m, 'title: Tên mới của bài này'));
  await expect.poll(() => JSON.stringify(entries.get(id)?.data)).toContain('Tên mới của bài này');
  expect(told).toHaveLength(1);
});
