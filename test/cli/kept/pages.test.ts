/** Pages are taken over when nothing that they read has changed; any doubt draws anew. */
import {
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
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
    site: join(dir, 'site'),
    code: () => code,
    bodies: () => '',
    say: (line) => said.push(line),
  });
  await drawer.setup?.();
  const pages: string[] = [];
  rmSync(join(dir, 'site'), { recursive: true, force: true });
  for (const { pathname } of await drawer.getStaticPaths()) {
    const given = await drawer.render(new Request(`http://x${pathname}`), { routeData: route });
    const { body } = given instanceof Response ? given : given.response;
    const file = join(dir, `site${pathname}index.html`);
    // As Astro does it.
    if (body !== null) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, await new Response(body).text());
    }
    pages.push(readFileSync(file, 'utf8'));
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

/** The files of all kept pages. */
const keptFiles = (): string[] =>
  readdirSync(join(dir, 'kept/pages')).map((name) => join(dir, 'kept/pages', name));

test.each([
  ['other code', undefined],
  ['a list cut short', () => truncateSync(join(dir, 'kept/index.json'), 100)],
  [
    'a list with another byte',
    () => {
      const file = join(dir, 'kept/index.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"g1', '"g2'));
    },
  ],
  ['no pages', () => rmSync(join(dir, 'kept/pages'), { recursive: true })],
  ['pages cut short', () => keptFiles().forEach((file) => truncateSync(file, 0))],
  [
    'another byte, written into the site',
    () => {
      for (const page of globSync('site/**/index.html', { cwd: dir })) {
        const file = join(dir, page);
        writeFileSync(file, readFileSync(file, 'utf8').replaceAll('Bài', 'Bàj'));
      }
    },
  ],
])('%s: everything is drawn anew', async (_, breakStore) => {
  await build(titles);
  breakStore?.();
  const second = await build(titles, breakStore === undefined ? { code: 'b' } : {});
  expect(second.drawn).toBe(count);
  expect(second.pages).toEqual(titles.map((title) => `<p>${title}</p>`));
  expect((await build(titles)).drawn, 'and kept again').toBe(breakStore === undefined ? count : sampled);
});

test('what no page asks for any more is not kept', async () => {
  await build(titles);
  expect(keptFiles().length).toBe(count);
  await build(titles.map((title) => `${title} khác`));
  expect(keptFiles().length).toBe(count);
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
