/** Who may import whom: the list of rooms in `tools/rooms.ts`, kept true by reading import lines. */
import { globSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coreCeiling, coreLines, formLines } from '../tools/core-size.ts';
import { printedParts, withPart } from '../tools/docs.ts';
import { rooms, type Room } from '../tools/rooms.ts';
import { projectRoot } from './fixtures/tree.ts';

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  /** Path of an own file from the project root. */
  readonly target?: string;
  readonly types: boolean;
}

const folders = rooms.map((room) => room.folder);
const roomOf = (file: string): string | undefined =>
  file.startsWith('test/') ? 'test' : folders.find((folder) => file.startsWith(`${folder}/`));

/**
 * All imports and re-exports of a file, dynamic ones included; of an Astro page those of its head and of its
 * scripts.
 */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(projectRoot, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const room = roomOf(file) ?? file;
  const lines = [
    ...text.matchAll(/^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*${}\s,]+?\s+from\s+)?['"]([^'"]+)['"]/gm),
    ...text.matchAll(/()\bimport\(\s*['"]([^'"]+)['"]/g),
    ...text.matchAll(/()<script[^>]*\ssrc="(\.[^"]+)"/g),
  ];
  return lines.map(([, types, from = '']) => {
    const target = from.startsWith('.') ? normalize(join(file, '..', from)) : undefined;
    return { file, room, from, types: Boolean(types), ...(target !== undefined ? { target } : {}) };
  });
}

const files = globSync(['src/*/**/*.{ts,mjs,astro}', 'tools/**/*.ts'], { cwd: projectRoot })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const imports = files.flatMap(importsOf);
const say = (wrong: readonly Import[]): string[] => wrong.map(({ file, from }) => `${file} imports ${from}`);

/** May a room run, or only name types of, another? `src/outputs` stands for every form. */
const named = (list: readonly string[], folder: string): boolean =>
  list.some((allowed) => allowed === folder || folder.startsWith(`${allowed}/`));

test('the reader of imports sees what is there', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(imports.length).toBeGreaterThan(1000);
  expect(imports).toContainEqual(
    expect.objectContaining({
      file: 'src/gate/read-bodies.ts',
      target: 'src/markdown/reader.ts',
      types: false,
    }),
  );
  expect(imports).toContainEqual(
    expect.objectContaining({ file: 'src/handbook/load.ts', from: 'astro:content' }),
  );
  expect(imports.some(({ file, target }) => file.endsWith('.astro') && target?.startsWith('src/'))).toBe(
    true,
  );
});

test('every folder is a room, every room a folder', () => {
  expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  const empty = folders.filter(
    (folder) => folder !== 'src/styles' && !files.some((file) => file.startsWith(`${folder}/`)),
  );
  expect(empty).toEqual([]);
});

test('every room names only rooms that stand before it: no arrow runs back, no circle closes', () => {
  const later = rooms.flatMap(({ folder, may }, place) =>
    may
      .filter((other) => other !== 'test')
      .filter((other) => {
        const places = folders.flatMap((name, index) => (named([other], name) ? [index] : []));
        return places.length === 0 || places.some((index) => index >= place);
      })
      // Styles are no code; components draw what client scripts bring to life.
      .filter((other) => other !== 'src/styles')
      .map((other) => `${folder} → ${other}`),
  );
  expect(later).toEqual([]);
});

describe('rooms', () => {
  test.each(rooms.map((room) => [room.folder, room] as const))('%s', (folder, room: Room) => {
    const { may, types = [], packages = [] } = room;
    const wrong = imports.filter((line) => {
      if (line.room !== folder) return false;
      if (line.target === undefined) {
        // A word of type names nothing that runs.
        if (line.types) return false;
        return !packages.some(
          (name) => line.from === name || line.from.startsWith(name.endsWith(':') ? name : `${name}/`),
        );
      }
      if (line.target.startsWith('content/')) return false;
      const target = roomOf(line.target) ?? line.target;
      return target !== folder && !named(may, target) && !(line.types && named(types, target));
    });
    expect(say(wrong)).toEqual([]);
  });
});

test('what a room is allowed it also uses: the list holds no dead leave', () => {
  const dead = rooms
    .filter(({ folder }) => !folder.startsWith('src/outputs/'))
    .flatMap(({ folder, may }) =>
      may
        .filter(
          (other) =>
            !imports.some(
              ({ room, target }) =>
                room === folder && target !== undefined && named([other], roomOf(target) ?? target),
            ),
        )
        .map((other) => `${folder} → ${other}`),
    );
  expect(dead).toEqual([]);
});

test('the content store has one caller, and nobody outside pages, layouts and outputs calls the one that calls it', () => {
  expect(
    imports.filter(({ from, types }) => from === 'astro:content' && !types).map(({ file }) => file),
  ).toEqual(['src/handbook/load.ts']);
  const callers = new Set(
    imports.filter(({ target }) => target === 'src/handbook/load.ts').map(({ room }) => room),
  );
  expect(
    [...callers].filter(
      (room) =>
        !['src/pages', 'src/layouts', 'src/outputs'].includes(room) && !room.startsWith('src/outputs/'),
    ),
  ).toEqual([]);
});

test('pure rooms and the join never read the clock, files or the environment', () => {
  const pureRooms = rooms.filter(({ pure }) => pure).map(({ folder }) => `${folder}/`);
  const pure = files.filter(
    (file) =>
      pureRooms.some((folder) => file.startsWith(folder)) ||
      /^src\/handbook\/(?:handbook|join|join-sessions|drafts|links|related)\.ts$/.test(file),
  );
  expect(pure.length).toBeGreaterThan(60);
  const wrong = pure.filter((file) =>
    /\bDate\.now\(|new Date\(\)|process\.(?!stdout)|node:fs|performance\.now|Math\.random/.test(
      readFileSync(join(projectRoot, file), 'utf8'),
    ),
  );
  expect(wrong).toEqual([]);
});

test('only one file knows the kinds of times that plans state', () => {
  const known =
    /\.kind === '(?:once|day|by|before|period|yearly|weekly|ongoing|school-year)'|case 'school-year'/;
  const knowing = files.filter((file) => known.test(readFileSync(join(projectRoot, file), 'utf8')));
  expect(knowing).toEqual(['src/domain/timing.ts']);
});

test('every import names its file with the extension, inside the project', () => {
  const wrong = imports.filter(
    ({ target, from }) =>
      target !== undefined &&
      (!/\.(?:ts|astro|css|mjs|json|yaml|mdx)(?:\?\w+)?$/.test(from) || target.startsWith('..')),
  );
  expect(say(wrong)).toEqual([]);
});

test.each(printedParts.map((part) => [`${part.file}: ${part.name}`, part] as const))(
  'what is printed from the code is up to date: %s',
  (_, part) => {
    const document = readFileSync(join(projectRoot, part.file), 'utf8');
    expect(document, 'run npm run docs').toBe(withPart(document, part));
  },
);

test('every template begins with what it shows', () => {
  const templates = globSync('src/**/*.astro', { cwd: projectRoot });
  expect(templates.length).toBeGreaterThan(150);
  const silent = templates.filter(
    (file) => !readFileSync(join(projectRoot, file), 'utf8').startsWith('---\n/**'),
  );
  expect(silent).toEqual([]);
});

test('the core does not grow with the forms', () => {
  expect(coreLines()).toBeGreaterThan(10_000);
  expect(coreLines()).toBeLessThanOrEqual(coreCeiling);
  expect(formLines()).toBeGreaterThan(5_000);
});
