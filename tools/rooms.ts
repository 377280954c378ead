/**
 * The rooms of the code, from the ground up: a room may import from rooms that stand above it in this list
 * and are named in its row, never from one below. So no arrow can run back and no circle can close.
 * `test/architecture.test.ts` keeps the list true by reading import lines; `npm run docs` prints it into
 * `docs/architecture.md`.
 */
import { readdirSync } from 'node:fs';

export interface Room {
  /** Folder under the project root. */
  readonly folder: string;
  /** What it knows, one line for the document. */
  readonly knows: string;
  /** Rooms whose code it may run, by folder. Its own is understood. `src/outputs` means every form too. */
  readonly may: readonly string[];
  /** Rooms of which it may name types only. */
  readonly types?: readonly string[];
  /** Packages by name; `node:` and `astro:` by prefix. Types of a package may be named anywhere. */
  readonly packages?: readonly string[];
  /** Never reads files, the clock or the environment. */
  readonly pure?: true;
}

/** The forms: folders of `src/outputs`, each with its row in `src/outputs/table.ts`. */
const forms = readdirSync('src/outputs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

export const rooms: readonly Room[] = [
  {
    folder: 'src/vietnamese',
    knows:
      'Vietnamese text: tone marks, syllables, typing methods, sentences, hidden letters; `spoken/` says numbers, days and names aloud',
    may: [],
    pure: true,
  },
  {
    folder: 'src/domain',
    knows:
      'small rules that every room shares: addresses, telephone numbers, sums with days, names of pictures, a fault with its place and cure',
    may: [],
    pure: true,
  },
  {
    folder: 'src/floor',
    knows: 'the oldest browsers served, and how style sheets are written for them',
    may: [],
    packages: [
      'node:',
      'postcss',
      'postcss-logical',
      'postcss-nested',
      '@csstools/postcss-content-alt-text',
      'lightningcss',
    ],
  },
  {
    folder: 'src/formats',
    knows: 'writers of file formats that know nothing of the handbook: xml, QR, letters as outlines',
    may: [],
    packages: ['node:', 'fontkitten', 'uqr'],
  },
  {
    folder: 'src/sessions',
    knows: 'training sessions: parts, plans, the tally',
    may: [],
    pure: true,
  },
  {
    folder: 'src/modes',
    knows: 'display modes: names, settings in an address, the script that runs before the first paint',
    may: [],
    types: ['src/domain', 'src/schemas'],
    packages: ['node:'],
  },
  {
    folder: 'src/schemas',
    knows:
      'the shape of one entry; `collections.ts` is the table of all collections, `fields.ts` declares references with `ref()`',
    may: ['src/domain', 'src/sessions'],
    packages: ['zod'],
    pure: true,
  },
  {
    folder: 'src/markdown',
    knows:
      'the closed grammar of bodies and their one reading, MDX to a tree; `processor.ts` prints a tree as the module that a page draws',
    may: ['src/domain', 'src/vietnamese'],
    packages: [
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-mdx',
      'micromark-extension-gfm',
      'micromark-extension-mdxjs',
      'zod',
    ],
  },
  {
    folder: 'src/gate',
    knows:
      'the proof of all content before anything is built: bytes, YAML, shape, references, prose, relations; `rules/` by kind of entry',
    may: ['src/domain', 'src/vietnamese', 'src/sessions', 'src/modes', 'src/schemas', 'src/markdown'],
    packages: ['zod', 'node:', 'yaml'],
  },
  {
    folder: 'src/handbook',
    knows:
      'proven entries joined into one graph of objects; `load.ts` is the only caller of `getCollection()`',
    may: ['src/domain', 'src/vietnamese', 'src/sessions', 'src/schemas', 'src/markdown', 'src/gate'],
    packages: ['astro:', 'node:'],
  },
  {
    folder: 'src/words',
    knows: 'the words of the interface, read from `content/words`',
    may: ['src/domain', 'src/schemas'],
    packages: ['node:', 'yaml'],
  },
  {
    folder: 'src/policy',
    knows: 'what a page may load and run: its own policy and the server’s, from one source',
    may: ['src/modes'],
    packages: ['node:'],
  },
  {
    folder: 'src/search',
    knows:
      'reading a question, the index of passages, ranking, answers; the same code in the build and in the browser',
    may: ['src/vietnamese', 'src/domain', 'src/markdown'],
    types: ['src/handbook'],
  },
  {
    folder: 'src/speech',
    knows: 'what is read aloud, as text: a guide by steps',
    may: ['src/vietnamese', 'src/domain', 'src/markdown', 'src/words'],
    types: ['src/handbook'],
  },
  {
    folder: 'src/views',
    knows: 'what one page shows, as plain data',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/modes',
      'src/markdown',
      'src/handbook',
      'src/words',
      'src/search',
    ],
    types: ['src/schemas'],
    pure: true,
  },
  {
    folder: 'src/client',
    knows: 'scripts of the browser; whatever reads content would weigh megabytes there',
    may: ['src/modes', 'src/search', 'src/styles'],
    types: ['src/speech'],
    packages: ['virtual:'],
  },
  { folder: 'src/styles', knows: 'style sheets', may: [] },
  {
    folder: 'src/components',
    knows: '`prose/` draws the trees of what authors write; `furniture/` what stands around it',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/formats',
      'src/modes',
      'src/markdown',
      'src/words',
      'src/client',
    ],
    types: ['src/views', 'src/schemas', 'src/search'],
    packages: ['astro'],
  },
  {
    folder: 'src/layouts',
    knows: 'frames of pages',
    may: [
      'src/domain',
      'src/modes',
      'src/handbook',
      'src/words',
      'src/policy',
      'src/views',
      'src/client',
      'src/styles',
      'src/components',
    ],
    packages: ['astro', 'node:'],
  },
  {
    folder: 'src/pages',
    knows: 'addresses; a page fetches its view and draws it',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/markdown',
      'src/handbook',
      'src/words',
      'src/views',
      'src/client',
      'src/styles',
      'src/components',
      'src/layouts',
    ],
    packages: ['astro', 'astro:', 'node:'],
  },
  {
    folder: 'src/books',
    knows: 'what only forms share: a guide as text, Markdown, markup, paper, PDF; the loudspeaker’s words',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/schemas',
      'src/markdown',
      'src/handbook',
      'src/words',
      'src/speech',
      'src/views',
      'src/components',
    ],
    packages: ['@playwright/test', 'node:', 'pdfjs-dist', 'uqr'],
  },
  ...forms.map((form) => ({
    folder: `src/outputs/${form}`,
    knows: 'a form of the handbook; its README says which',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/floor',
      'src/formats',
      'src/sessions',
      'src/modes',
      'src/schemas',
      'src/markdown',
      'src/gate',
      'src/handbook',
      'src/words',
      'src/policy',
      'src/search',
      'src/speech',
      'src/views',
      'src/client',
      'src/styles',
      'src/components',
      'src/layouts',
      'src/books',
    ],
    types: ['src/outputs'],
    packages: [
      '@astrojs/sitemap',
      '@playwright/test',
      'astro',
      'docx',
      'fflate',
      'node:',
      'pagefind',
      'parse5',
      'pdfjs-dist',
      'rolldown',
      'sharp',
      'write-excel-file',
      'yaml',
      'zod',
    ],
  })),
  {
    folder: 'src/outputs',
    knows:
      'the table of forms, what a form is, and how forms come into the build; the core imports none of it',
    may: ['src/domain', 'src/handbook', ...forms.map((form) => `src/outputs/${form}`)],
    packages: ['astro', 'node:', 'virtual:'],
  },
  {
    folder: 'src/desk',
    knows: 'the writing desk: entries as forms, without loss, the gate beside them; for authors alone',
    may: [
      'src/domain',
      'src/schemas',
      'src/markdown',
      'src/gate',
      'src/handbook',
      'src/words',
      'src/speech',
      'src/views',
      'src/components',
      'src/books',
    ],
    packages: ['node:', 'rolldown', 'yaml', 'zod'],
  },
  {
    folder: 'src/intake',
    knows:
      'plans as they come, in Word, Excel, PDF or text, read into entries to be looked at; for authors alone',
    may: ['src/vietnamese', 'src/domain', 'src/schemas', 'src/gate'],
    packages: ['fflate', 'jsdom', 'pdfjs-dist', 'zod'],
  },
  {
    folder: 'src/release',
    knows: 'putting a built site in place: locks, proofs, checksums, the ledger of addresses, the switch',
    may: ['src/vietnamese', 'src/domain', 'src/markdown', 'src/search'],
    packages: ['node:', 'parse5'],
  },
  {
    folder: 'src/cli',
    knows: 'commands for authors and operators',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/formats',
      'src/schemas',
      'src/gate',
      'src/handbook',
      'src/speech',
      'src/words',
      'src/views',
      'src/books',
      'src/outputs',
      'src/desk',
      'src/intake',
      'src/release',
    ],
    packages: ['node:', 'yaml', 'zod', '@playwright/test', 'fflate', 'jsqr', 'parse5', 'pdfjs-dist', 'sharp'],
  },
  {
    folder: 'tools',
    knows: 'tools of maintainers: the test run, benches, the measure of search; they may use what tests have',
    may: [
      'src/vietnamese',
      'src/domain',
      'src/schemas',
      'src/markdown',
      'src/gate',
      'src/handbook',
      'src/search',
      'src/components',
      'src/outputs',
      'src/release',
      'src/cli',
      'test',
    ],
    packages: [
      'node:',
      '@playwright/test',
      '@stryker-mutator/instrumenter',
      'zod',
      'eslint',
      'minisearch',
      'vitest',
      'stylelint',
      'svgo',
      'yaml',
    ],
  },
];

const short = (folder: string): string => folder.replace(/^src\//, '');

/** The table of rooms as Markdown. */
export function roomsTable(): string {
  const [first] = forms;
  const rows = rooms
    .filter(({ folder }) => !folder.startsWith('src/outputs/') || folder === `src/outputs/${first}`)
    .map(({ folder, ...room }) => ({
      ...room,
      folder: folder.replace(/^src\/outputs\/.+/, 'src/outputs/<form>'),
    }))
    .map(
      ({ folder, knows, may, types = [] }) =>
        `| \`${folder}\` | ${knows} | ${[...new Set(may.map(short).map((room) => room.replace(/^outputs\/.+/, 'outputs/<form>'))), ...types.map((type) => `${short(type)} (types)`)].join(', ') || '–'} |`,
    );
  return ['| Room | What it knows | May import |', '| --- | --- | --- |', ...rows].join('\n');
}
