/** Who may import whom: the table of rooms of the design, kept true by reading import lines. */
import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from './fixtures/tree.ts';

interface Room {
  /** Rooms whose code it may run. Its own is understood. */
  readonly may: readonly string[];
  /** Rooms of which it may name types only. */
  readonly types?: readonly string[];
  /** Packages by name; `node:` and `astro:` by prefix. */
  readonly packages?: readonly string[];
}

/** The design's table. A line below a room gives the reason where the code deviates from it. */
const rooms: Readonly<Record<string, Room>> = {
  // Design: nothing of ours. `relations.ts` proves the whole content, so it reads the grammar, the trees, the table of schemas and
  // the list of modes; `easy-read-rules.ts` judges a tree, `programme-rules.ts` a
  // session beside the trees of its guides. All of them are as pure as domain itself. The rest imports nothing:
  // see the second test.
  domain: { may: ['markdown', 'modes', 'schemas'], packages: ['astro/zod'] },
  // Names that a field may hold (pictures) and the nearest name are rules of the domain.
  schemas: { may: ['domain'], packages: ['astro/zod'] },
  // Not in the design's table: the one reading of MDX. It is pure but for the parsers.
  markdown: {
    may: ['domain'],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-mdx',
      'micromark-extension-gfm',
      'micromark-extension-mdxjs',
    ],
  },
  // Not in the table: tokens, storage, the early script and its hash; `uqr` draws the code that carries a setting.
  modes: { may: [], types: ['domain', 'schemas'], packages: ['node:', 'uqr'] },
  // Not in the table: what a page and the server allow. Hashes need `node:crypto`, which is why it is no part of the domain.
  policy: { may: ['modes'], packages: ['node:'] },
  // The search engine runs in the browser and in the build, so it reads trees and words but no content.
  search: { may: ['domain', 'markdown', 'schemas'], types: ['handbook'] },
  words: { may: ['domain', 'schemas'], packages: ['yaml', 'node:'] },
  // Files: `proven.ts` reads what the gate hands over to a build.
  handbook: { may: ['schemas', 'domain', 'markdown'], packages: ['astro:', 'node:'] },
  views: { may: ['handbook', 'domain', 'words', 'markdown', 'modes', 'search'], types: ['schemas'] },
  // Social images: `fontkitten` reads outlines of letters, `sharp` turns a drawing into pixels.
  formats: {
    may: ['handbook', 'views', 'domain', 'words', 'markdown', 'search', 'schemas', 'modes', 'policy'],
    packages: ['astro/zod', 'fontkitten', 'node:', 'sharp', 'yaml', 'docx', 'fflate'],
  },
  components: {
    may: ['words', 'domain', 'markdown', 'modes', 'client', 'speech', 'styles'],
    types: ['views', 'schemas', 'search'],
    packages: ['astro'],
  },
  layouts: {
    may: ['components', 'handbook', 'views', 'words', 'domain', 'modes', 'policy', 'client', 'styles'],
    packages: ['node:', 'astro'],
  },
  pages: {
    may: [
      'handbook',
      'views',
      'layouts',
      'components',
      'words',
      'domain',
      'formats',
      'modes',
      'client',
      'search',
      'speech',
      'styles',
      'schemas',
      'markdown',
    ],
    packages: ['astro', 'astro:', 'node:'],
  },
  // The kept copy: what runs in the worker and in the page that fills it, and the format that the build writes.
  offline: { may: [] },
  // Not in the table: what is read aloud, made from trees; the browser gets it as data.
  speech: { may: ['domain', 'markdown', 'words'], types: ['handbook'] },
  // Code in the reader's browser: whatever reads content would weigh megabytes there.
  client: { may: ['modes', 'search', 'domain', 'styles', 'offline'], types: ['speech'] },
  // The copy on a disk: made from the finished site; three of its files run in the browser of who opens it.
  usb: { may: ['domain'], packages: ['node:', 'parse5', 'rolldown', 'fflate'] },
  // Steps around the build.
  integrations: {
    may: [
      'domain',
      'markdown',
      'search',
      'handbook',
      'schemas',
      'formats',
      'cli',
      'views',
      'words',
      'modes',
      'policy',
      'offline',
    ],
    packages: ['astro', 'node:', 'pagefind', 'yaml', 'parse5', 'rolldown', 'sharp'],
  },
  // Pure joining and saying serve the author's report as well: `handbook/handbook.ts`, `views`. Never `handbook/load.ts`: third test.
  // Commands make archives and read the PDFs again that the browser made.
  cli: {
    may: [
      'schemas',
      'domain',
      'handbook',
      'views',
      'markdown',
      'formats',
      'words',
      'search',
      'modes',
      'usb',
      'release',
    ],
    packages: ['node:', 'yaml', '@playwright/test', 'fflate', 'pdfjs-dist'],
  },
  // Putting a built site in place. It knows files, no content: the address rules and the names of sections tell it what must live for ever.
  release: { may: ['domain', 'markdown'], packages: ['node:', 'parse5'] },
  styles: { may: [] },
};

/** Tools of `cli` that measure the build or the search; authors never run them. They may also run the steps around the build. */
const measuring = globSync(
  ['src/cli/bench.ts', 'src/cli/bench/*.ts', 'src/cli/bench-load.ts', 'src/cli/eval-search.ts'],
  { cwd: projectRoot },
).map((f) => f.replaceAll('\\', '/'));

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  readonly target?: string;
  readonly types: boolean;
}

/** All imports and re-exports of a file, dynamic ones included; of an Astro page those of its head and of its scripts. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(projectRoot, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const room = file.split('/')[1]!;
  const lines = [
    ...text.matchAll(/^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+?\s+from\s+)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/()\bimport\(\s*['"]([^'"]+)['"]/g),
  ];
  return lines.map(([, types, from]) => {
    const target = from!.startsWith('.') ? normalize(join(file, '..', from!)) : undefined;
    return { file, room, from: from!, types: Boolean(types), ...(target !== undefined ? { target } : {}) };
  });
}

const files = globSync('src/*/**/*.{ts,mjs,astro}', { cwd: projectRoot })
  .map((f) => f.replaceAll('\\', '/'))
  .sort();
const imports = files.flatMap(importsOf);
const roomOf = (i: Import): string | undefined =>
  i.target?.startsWith('src/') ? i.target.split('/')[1] : undefined;

test('the reader of imports sees what is there', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
  expect(imports).toContainEqual(
    expect.objectContaining({
      file: 'src/domain/relations.ts',
      target: 'src/markdown/tree.ts',
      types: false,
    }),
  );
  expect(imports).toContainEqual(
    expect.objectContaining({ file: 'src/handbook/load.ts', from: 'astro:content' }),
  );
  expect(imports.some((i) => i.file.endsWith('.astro') && i.target?.startsWith('src/'))).toBe(true);
  expect([...new Set(files.map((f) => f.split('/')[1]))].filter((r) => !Object.hasOwn(rooms, r!))).toEqual(
    [],
  );
});

describe('rooms', () => {
  test.each(Object.keys(rooms).filter((r) => files.some((f) => f.startsWith(`src/${r}/`))))('%s', (name) => {
    const { may, types = [], packages = [] } = rooms[name]!;
    const wrong = imports.filter((i) => {
      if (i.room !== name) return false;
      const target = roomOf(i);
      if (measuring.includes(i.file) && (target === 'integrations' || i.from === 'minisearch')) return false;
      if (target !== undefined)
        return target !== name && !may.includes(target) && !(i.types && types.includes(target));
      // Maintainers' tools that measure use what tests have: generated guides, questions with their answers.
      if (i.target?.startsWith('test/')) return !measuring.includes(i.file);
      if (i.target !== undefined) return !i.target.startsWith('content/');
      // A word of type names nothing that runs.
      return (
        !i.types && !packages.some((p) => i.from === p || i.from.startsWith(p.endsWith(':') ? p : `${p}/`))
      );
    });
    expect(wrong.map((i) => `${i.file} imports ${i.from}`)).toEqual([]);
  });
});

test('domain is nothing but rules, save the files that judge whole entries', () => {
  const wrong = imports.filter(
    (i) =>
      i.room === 'domain' &&
      !i.types &&
      roomOf(i) !== 'domain' &&
      ![
        'src/domain/relations.ts',
        'src/domain/easy-read-rules.ts',
        'src/domain/programme-rules.ts',
        'src/domain/references.ts',
      ].includes(i.file),
  );
  expect(wrong.map((i) => `${i.file} imports ${i.from}`)).toEqual([]);
});

test('the content store has one caller, and nobody outside pages, layouts and integrations calls the one that calls it', () => {
  expect(imports.filter((i) => i.from === 'astro:content' && !i.types).map((i) => i.file)).toEqual([
    'src/handbook/load.ts',
  ]);
  const callers = new Set(imports.filter((i) => i.target === 'src/handbook/load.ts').map((i) => i.room));
  expect([...callers].filter((r) => !['pages', 'layouts', 'integrations'].includes(r))).toEqual([]);
});

test('domain and handbook/handbook.ts never read the clock, files or the environment', () => {
  const pure = files.filter(
    (f) => /^src\/(?:domain|schemas|views)\//.test(f) || f === 'src/handbook/handbook.ts',
  );
  expect(pure.length).toBeGreaterThan(30);
  const wrong = pure.filter((f) =>
    /\bDate\.now\(|new Date\(\)|process\.(?!stdout)|node:fs|performance\.now|Math\.random/.test(
      readFileSync(join(projectRoot, f), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});

test('every import names its file with the extension, inside the project', () => {
  const wrong = imports.filter(
    (i) =>
      i.target !== undefined &&
      (!/\.(?:ts|astro|css|mjs|json|yaml|mdx)(?:\?\w+)?$/.test(i.from) || i.target.startsWith('..')),
  );
  expect(wrong.map((i) => `${i.file} imports ${i.from}`)).toEqual([]);
});
