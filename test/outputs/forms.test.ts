/** The forms: one table, a folder each, and nothing in the core that would miss one that is taken out. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { pages } from '../../src/domain/address.ts';
import { offers, offersPage } from '../../src/domain/offers.ts';
import { offeredConstants } from '../../src/outputs/integration.ts';
import type { FilesModule } from '../../src/outputs/output.ts';
import { table } from '../../src/outputs/table.ts';
import { guideView } from '../../src/views/guide.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { realHandbook } from '../real.ts';
import { floor } from '../national/edition.ts';

const folder = join(projectRoot, 'src/outputs');
const names = table.map(({ name }) => name);
const source = globSync(['src/**/*.{ts,astro}', 'astro.config.mjs'], { cwd: projectRoot }).map((file) => ({
  file: file.replaceAll('\\', '/'),
  text: readFileSync(join(projectRoot, file), 'utf8'),
}));
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import|src=)\s*\(?\s*['"](\.[^'"?]+)/g)].map(([, from = '']) =>
    normalize(join(dirname(file), from)),
  );

test('every row has its folder and every folder its row', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...names].sort()).toEqual(folders.map((entry) => entry.name).sort());
  expect(new Set(names).size).toBe(names.length);
});

describe.each(table.map((output) => [output.name, output] as const))('%s', (name, output) => {
  test('has what its row names, and a README of one screen that says how to take it out', () => {
    for (const file of [...Object.values(output.pages ?? {}), ...(output.files ? [output.files.module] : [])])
      expect(existsSync(join(folder, name, file)), file).toBe(true);
    const readme = readFileSync(join(folder, name, 'README.md'), 'utf8');
    expect(readme.split('\n').length).toBeLessThanOrEqual(40);
    for (const part of ['What it is', 'Whom it serves', 'How to make it', 'How to take it out'])
      expect(readme).toContain(`**${part}.**`);
  });

  test('is imported by its row alone, so that it can be taken out', () => {
    const inside = `src/outputs/${name}/`;
    const from = source
      .filter(({ file }) => !file.startsWith(inside))
      .filter(({ file, text }) => importsOf(file, text).some((target) => target.startsWith(inside)))
      .map(({ file }) => file);
    expect(from).toEqual(['src/outputs/table.ts']);
  });
});

test('the core imports no form, and asks only for forms that are in the table', () => {
  const core = source.filter(({ file }) => file.startsWith('src/') && !/^src\/(?:outputs|cli)\//.test(file));
  expect(core.length).toBeGreaterThan(floor(200));
  const into = core.filter(({ file, text }) =>
    importsOf(file, text).some((target) => target.startsWith('src/outputs/')),
  );
  expect(into.map(({ file }) => file)).toEqual([]);
  const asked = source.flatMap(({ text }) =>
    [...text.matchAll(/\boffers\('([\w-]+)'\)|\bOFFERED\.(\w+)/g)].map(
      ([, name, constant = '']) => name ?? constant.replaceAll('_', '-'),
    ),
  );
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter((name) => !names.includes(name))).toEqual([]);
});

describe('taken out', () => {
  const handbook = realHandbook();
  /** What the build puts in, for code that runs here. */
  const offer = (forms: readonly string[] | undefined): void => {
    Object.defineProperty(globalThis, 'OFFERED_FORMS', { value: forms, configurable: true, writable: true });
  };
  afterEach(() => Reflect.deleteProperty(globalThis, 'OFFERED_FORMS'));

  test('constants say what is left', () => {
    const left = offeredConstants(table.filter(({ name }) => name !== 'offline'));
    expect(left).not.toHaveProperty(['OFFERED.offline']);
    expect(left.OFFERED_FORMS).not.toContain('offline');
    expect(left).toHaveProperty(['OFFERED.search_index'], 'true');
  });

  test('an edition without search, slides and paper links to none of them', () => {
    offer(names.filter((name) => !['search-index', 'slides', 'print'].includes(name)));
    expect(offers('slides')).toBe(false);
    expect([offersPage('search'), offersPage('print'), offersPage('guides')]).toEqual([false, false, true]);
    const [guide] = handbook.guides;
    if (guide === undefined) throw new Error('no guide to look at');
    expect(guideView(guide, handbook.edition).teaching.map(({ href }) => href)).toEqual([
      `${pages.announcements}${guide.data.number}/`,
    ]);
  });

  test('files that forms make from the Handbook have addresses of their own, and the same ones twice', async () => {
    const lists = await Promise.all(
      table.flatMap(({ name, files }) =>
        files === undefined
          ? []
          : [
              import(join(folder, name, files.module)).then((module: FilesModule) => ({
                name,
                endings: files.endings,
                made: module.files(handbook),
                again: module.files(handbook),
              })),
            ],
      ),
    );
    const all = lists.flatMap(({ made }) => made.map(({ address }) => address));
    expect(all.length).toBeGreaterThan(floor(500));
    expect(new Set(all).size).toBe(all.length);
    for (const { name, endings, made, again } of lists) {
      expect(made.map(({ address }) => address)).toEqual(again.map(({ address }) => address));
      const [first] = made;
      const [twin] = again;
      expect(await first?.content(), name).toEqual(await twin?.content());
      // A file whose ending its row does not name would have no route.
      const known = made.filter(({ address }) =>
        endings.some((ending) => address.startsWith('/') && address.endsWith(`.${ending}`)),
      );
      expect(known.length, name).toBe(made.length);
    }
  });
});
