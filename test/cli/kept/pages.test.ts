/** Pages are taken over when nothing that they read has changed; any doubt draws anew. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeDigest } from '../../../src/cli/kept/code-digest.ts';
import { keeping, type Drawer } from '../../../src/cli/kept/pages.ts';
import type { KeptUse } from '../../../src/cli/kept/setting.ts';
import { reading, readingSlot } from '../../../src/domain/once.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'so-tay-giu-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const count = 20;
/** A site of pages that show a title each; answers with the pages and how many were drawn. */
async function build(
  titles: readonly string[],
  { use = 'use', code = 'a', hidden = '' }: { use?: KeptUse; code?: string; hidden?: string } = {},
) {
  const guides = titles.map((title, at) => ({ id: `g${at}`, file: `g${at}.mdx`, data: { title } }));
  const route = { component: 'src/pages/[guide].astro' };
  let drawn = 0;
  let shown: typeof guides = [];
  const said: string[] = [];
  const inner: Drawer = {
    name: 'inner',
    app: { manifest: { routes: [route] } },
    getStaticPaths: async () => {
      shown = reading[readingSlot]?.watched({ guides }).guides ?? guides;
      return shown.map(({ id }) => ({ pathname: `/${id}/`, route }));
    },
    render: async (request) => {
      drawn++;
      const at = Number(/\d+/.exec(new URL(request.url).pathname)?.[0]);
      return { response: new Response(`<p>${shown[at]?.data.title ?? ''}${hidden}</p>`) };
    },
  };
  const drawer = keeping(inner, {
    use,
    folder: join(dir, 'kept'),
    code: () => code,
    bodies: () => '',
    say: (line) => said.push(line),
  });
  await drawer.setup?.();
  const pages: string[] = [];
  for (const { pathname } of await drawer.getStaticPaths()) {
    const given = await drawer.render(new Request(`http://x${pathname}`), { routeData: route });
    pages.push(await (given instanceof Response ? given : given.response).text());
  }
  await drawer.teardown?.();
  return { pages, drawn, said: said.join('\n') };
}

const titles = Array.from({ length: count }, (_, at) => `Bài ${at}`);
const sampled = 5;

test('only a changed page and a sample are drawn, and all pages are right', async () => {
  expect((await build(titles)).drawn).toBe(count);
  const changed = titles.with(3, 'Khác');
  const second = await build(changed);
  expect(second.drawn).toBe(1 + sampled);
  expect(second.pages).toEqual(changed.map((title) => `<p>${title}</p>`));
  // What was taken over is kept on.
  expect((await build(changed)).drawn).toBe(sampled);
});

test.each([
  ['other code', undefined],
  ['a list cut short', () => truncateSync(join(dir, 'kept/index.json'), 100)],
  ['no pages', () => rmSync(join(dir, 'kept/pages'))],
  ['pages cut short', () => truncateSync(join(dir, 'kept/pages'), 0)],
  [
    'another byte',
    () => {
      const file = join(dir, 'kept/pages');
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Bài', 'Bàj'));
    },
  ],
])('%s: everything is drawn anew', async (_, breakStore) => {
  await build(titles);
  breakStore?.();
  const second = await build(titles, breakStore === undefined ? { code: 'b' } : {});
  expect(second.drawn).toBe(count);
  expect(second.pages).toEqual(titles.map((title) => `<p>${title}</p>`));
});

test('a page that reads what nobody noted is found by the sample', async () => {
  await build(titles);
  await expect(build(titles, { hidden: ' giờ khác' })).rejects.toThrow('stale');
});

test('a comparing build draws everything and throws kept pages away that came out otherwise', async () => {
  await build(titles);
  const same = await build(titles, { use: 'compare' });
  expect(same.drawn).toBe(count);
  expect(same.said).not.toContain('stale');
  const other = await build(titles, { use: 'compare', hidden: ' giờ khác' });
  expect(other.pages).toEqual(titles.map((title) => `<p>${title} giờ khác</p>`));
  expect(other.said).toContain('stale');
  expect((await build(titles)).drawn).toBe(count);
});

test('code, styles, words, settings and written scripts are in the digest', () => {
  const files = ['src/a.ts', 'src/b/c.css', 'public/d.txt', 'content/words/vi.yaml', 'package-lock.json'];
  for (const file of [...files, 'site/_astro/x.js']) {
    mkdirSync(join(dir, file, '..'), { recursive: true });
    writeFileSync(join(dir, file), 'một');
  }
  const seen = new Set([codeDigest(dir, join(dir, 'site'))]);
  for (const file of [...files, 'site/_astro/x.js']) {
    writeFileSync(join(dir, file), `${file} khác`);
    seen.add(codeDigest(`${dir}/`, join(dir, 'site/')));
  }
  expect(seen.size).toBe(files.length + 2);
});
