/**
 * Other generators, installed in a scratch folder and given the same guides: Starlight as it comes, and Astro
 * + MDX + Pagefind without more.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents, type Box, type Document } from './corpus.ts';
import { measure, type Cost } from './measure.ts';
import type { Search } from './page.ts';

/** Versions that are compared; Astro is the one that the handbook uses. */
const versions = { '@astrojs/starlight': '~0.42.0', '@astrojs/mdx': '8.0.2', pagefind: '1.6.0' };

/** A generator with its site on disk. */
export interface Peer {
  readonly name: string;
  readonly dir: string;
  /** Address of a guide. */
  address(id: string): string;
  /** From nothing. */
  build(): Promise<Cost>;
  /** After `change`, with all that the build before has left. */
  buildAgain(): Promise<Cost>;
  /** Changes a word of a guide. */
  change(id: string, word: string): void;
  readonly search: Search;
}

/**
 * Installs the generators into `dir` unless they are there; `npm install`, because `npm ci` refuses lockfiles
 * with missing optional builds.
 */
export async function install(root: string, dir: string): Promise<string> {
  const { astro } = (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { astro: string } }
  ).devDependencies;
  const wanted = JSON.stringify(
    { name: 'peers', private: true, type: 'module', dependencies: { astro, ...versions } },
    null,
    2,
  );
  mkdirSync(dir, { recursive: true });
  const listed = join(dir, 'package.json');
  if (
    !existsSync(join(dir, 'node_modules/.package-lock.json')) ||
    !existsSync(listed) ||
    readFileSync(listed, 'utf8') !== wanted
  ) {
    rmSync(join(dir, 'node_modules'), { recursive: true, force: true });
    writeFileSync(listed, wanted);
    const { code, log } = await measure('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: dir,
    });
    if (code !== 0)
      throw new Error(
        `Không cài được Starlight và Astro để so: ${log.split('\n').slice(-5).join('\n')} (npm install failed)`,
      );
  }
  const of = (name: string): string =>
    (JSON.parse(readFileSync(join(dir, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version;
  return ['astro', ...Object.keys(versions)].map((name) => `${name} ${of(name)}`).join(', ');
}

/** Writes both sites with the guides of `ours`, ready to build, in folders that bear `size`. */
export function makePeers(installed: string, ours: string, size: number): { peers: Peer[]; guides: number } {
  const { documents: list, shelves } = documents(ours);
  const peers = [starlight(installed, list, shelves, size), bare(installed, list, size)];
  return { peers, guides: list.length };
}

/** Adds a word to the end of a document. */
const addTo = (file: string, word: string): void =>
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\nThêm: ${word}.\n`);

/** What a site is called in tables. */
export const named = (name: string, size: number): string =>
  size === 0 ? name : `${name}, thêm ${size} bài`;

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

function put(dir: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

/** A folder below the packages. Astro bundles a package of its kind only if the site's own list names it. */
function fresh(installed: string, name: string): string {
  const dir = join(installed, name);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  writeFileSync(
    join(dir, 'package.json'),
    JSON.stringify({ name, private: true, type: 'module', dependencies: { astro: '*', ...versions } }),
  );
  return dir;
}

const front = (document: Document): string =>
  `---\ntitle: ${JSON.stringify(document.title)}\ndescription: ${JSON.stringify(document.description)}\n---\n\n`;
const cold = (dir: string): void => {
  for (const left of ['dist', '.astro', 'node_modules', '../node_modules/.astro', '../node_modules/.vite'])
    rmSync(join(dir, left), { recursive: true, force: true });
};
const astro = join('..', 'node_modules', 'astro', 'bin', 'astro.mjs');

/**
 * Starlight as its template has it: plain Markdown with its own boxes, a sidebar over all shelves, its own
 * search.
 */
function starlight(
  installed: string,
  list: readonly Document[],
  shelves: readonly { id: string; title: string }[],
  size: number,
): Peer {
  const dir = fresh(installed, `starlight-${size}`);
  const box: Box = (kind, title, inside) =>
    `:::${kind === 'warning' ? 'caution' : 'tip'}${title === undefined ? '' : `[${title}]`}\n${inside}\n:::`;
  put(dir, {
    'astro.config.mjs': lines(
      `import { defineConfig, passthroughImageService } from 'astro/config';`,
      `import starlight from '@astrojs/starlight';`,
      'export default defineConfig({',
      `  site: 'https://handbook.example', image: { service: passthroughImageService() },`,
      `  integrations: [starlight({ title: 'Sổ tay số', locales: { root: { label: 'Tiếng Việt', lang: 'vi' } }, sidebar: ${JSON.stringify(shelves.map((shelf) => ({ label: shelf.title, items: [{ autogenerate: { directory: shelf.id } }] })))} })],`,
      '});',
    ),
    'src/content.config.ts': lines(
      `import { defineCollection } from 'astro:content';`,
      `import { docsLoader } from '@astrojs/starlight/loaders';`,
      `import { docsSchema } from '@astrojs/starlight/schema';`,
      'export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };',
    ),
    'src/content/docs/index.md': '---\ntitle: Sổ tay số\n---\n\nChọn một bài.\n',
    ...Object.fromEntries(
      list.map((document) => [
        `src/content/docs/${document.id}.md`,
        front(document) + document.markdown(box),
      ]),
    ),
  });
  const buildAgain = (): Promise<Cost> => measure(process.execPath, [astro, 'build'], { cwd: dir });
  return {
    name: named('Starlight', size),
    dir,
    address: (id) => `/${id}/`,
    build: () => {
      cold(dir);
      return buildAgain();
    },
    buildAgain,
    change: (id, word) => addTo(join(dir, 'src/content/docs', `${id}.md`), word),
    search: {
      address: '/',
      ask: async (page, words) => {
        await page.locator('[data-open-modal]').click();
        await page.locator('.pagefind-ui__search-input').fill(words);
        await page.locator('.pagefind-ui__result').first().waitFor();
      },
    },
  };
}

/** The files of a bare site of guides, but the guides. */
const bareFiles: Readonly<Record<string, string>> = {
  'astro.config.mjs': lines(
    `import { defineConfig } from 'astro/config';`,
    `import mdx from '@astrojs/mdx';`,
    `export default defineConfig({ site: 'https://handbook.example', integrations: [mdx()] });`,
  ),
  'src/content.config.ts': lines(
    `import { defineCollection } from 'astro:content';`,
    `import { glob } from 'astro/loaders';`,
    `import { z } from 'astro/zod';`,
    `export const collections = { guides: defineCollection({ loader: glob({ base: './content', pattern: '**/*.mdx' }), schema: z.object({ title: z.string(), description: z.string() }) }) };`,
  ),
  'src/components/Box.astro': lines(
    '---',
    'const { kind, title } = Astro.props;',
    '---',
    `<aside class={kind}><p><strong>{title ?? (kind === 'warning' ? 'Cẩn thận' : 'Mẹo')}</strong></p><slot /></aside>`,
  ),
  'src/layouts/Page.astro': lines(
    '---',
    'const { title, description, side = [], headings = [] } = Astro.props;',
    '---',
    '<!doctype html>',
    '<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title><meta name="description" content={description}>',
    '<style is:inline>body{font:1.125rem/1.6 system-ui,sans-serif;margin:0 auto;max-width:70rem;padding:1rem;color:#1a1a1a}a{color:#0b4f8a}main{max-width:42rem}nav ul{padding-left:1rem}aside{border:2px solid;padding:0 1rem;margin:1rem 0}aside.warning{border-color:#a00}table{border-collapse:collapse}td,th{border:1px solid;padding:.25rem .5rem}@media(min-width:60rem){body{display:grid;grid-template-columns:16rem 1fr;gap:2rem}header,footer{grid-column:1/-1}}</style></head>',
    `<body><header><a href="/">Sổ tay số</a></header><nav aria-label="Kệ"><ul>{side.map((s) => <li><a href={'/' + s.id + '/'}>{s.data.title}</a></li>)}</ul></nav>`,
    `<main data-pagefind-body><h1>{title}</h1><p>{description}</p>{headings.length > 0 && <nav aria-label="Trong bài"><ul>{headings.filter((x) => x.depth === 2).map((x) => <li><a href={'#' + x.slug}>{x.text}</a></li>)}</ul></nav>}<slot /></main><footer><p>Sổ tay số</p></footer></body></html>`,
  ),
  'src/pages/[...id].astro': lines(
    '---',
    `import { getCollection, render } from 'astro:content';`,
    `import Box from '../components/Box.astro';`,
    `import Page from '../layouts/Page.astro';`,
    'export async function getStaticPaths() {',
    `  const all = await getCollection('guides');`,
    `  const shelves = Map.groupBy(all, (e) => e.id.split('/')[0]);`,
    `  return all.map((entry) => ({ params: { id: entry.id }, props: { entry, side: shelves.get(entry.id.split('/')[0]) } }));`,
    '}',
    'const { entry, side } = Astro.props;',
    'const { Content, headings } = await render(entry);',
    '---',
    '<Page title={entry.data.title} description={entry.data.description} side={side} headings={headings}><Content components={{ Box }} /></Page>',
  ),
  'src/pages/index.astro': lines(
    '---',
    `import { getCollection } from 'astro:content';`,
    `import Page from '../layouts/Page.astro';`,
    `const shelves = [...new Set((await getCollection('guides')).map((e) => e.id.split('/')[0]))];`,
    '---',
    '<Page title="Sổ tay số" description="Các bài">{shelves.map((s) => <p>{s}</p>)}</Page>',
  ),
};

/**
 * The least that a site of MDX guides needs: own layout with the shelf's list and the page's parts, style
 * inside the page, no script, Pagefind's command at the end.
 */
function bare(installed: string, list: readonly Document[], size: number): Peer {
  const dir = fresh(installed, `bare-${size}`);
  const box: Box = (kind, title, inside) =>
    `<Box kind="${kind}"${title === undefined ? '' : ` title=${JSON.stringify(title)}`}>\n\n${inside}\n\n</Box>`;
  put(dir, {
    ...bareFiles,
    ...Object.fromEntries(
      list.map((document) => [`content/${document.id}.mdx`, front(document) + document.markdown(box)]),
    ),
  });
  const pagefind = join('..', 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs');
  const buildAgain = (): Promise<Cost> =>
    measure(
      'sh',
      ['-c', `"${process.execPath}" ${astro} build && "${process.execPath}" ${pagefind} --site dist`],
      { cwd: dir },
    );
  return {
    name: named('Astro + MDX + Pagefind', size),
    dir,
    address: (id) => `/${id}/`,
    build: () => {
      cold(dir);
      return buildAgain();
    },
    buildAgain,
    change: (id, word) => addTo(join(dir, 'content', `${id}.mdx`), word),
    search: {
      address: '/',
      // It has no field of its own: what its index brings for the first answer.
      ask: async (page, words) => {
        await page.evaluate(`(async () => {
          const index = '/pagefind/pagefind.js';
          const { search } = await import(index);
          const { results } = await search(${JSON.stringify(words)});
          await results[0].data();
        })()`);
      },
    },
  };
}
