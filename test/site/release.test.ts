/**
 * Publishing: killed twice on the way in a whole run, refused twice, then done, in a folder whose files were
 * made in reverse order, in another zone and language, while a second folder with the same packages builds
 * the same. The small content is published, in a whole run the real one, which then is byte for byte the site
 * in `dist`.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesUnder, sumsOf } from '../../src/release/checksums.ts';
import { dictionariesOf, dictionaryList } from '../../src/release/dictionary.ts';
import { isTwin } from '../../src/release/names.ts';
import { proveSite } from '../../src/release/prove.ts';
import { publish } from '../../src/release/publish.ts';
import { exitCodes } from '../../src/release/refusal.ts';
import { npmSbom } from '../../src/release/sbom.ts';
import { siteFacts } from '../../src/release/site-facts.ts';
import { buildEdition } from '../fixtures/edition.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { publishTiny, readersSite, scratch as tinyScratch } from '../release/tiny.ts';
import { dist } from './dist.ts';
import { present } from '../present.ts';
import { whole } from '../whole.ts';
import { floor } from '../national/edition.ts';
import { rootHost, testAgainstRoot, testRoot, underPaths } from './under-path.ts';

const root = join(dist, '..');
const scratch = mkdtempSync(join(tmpdir(), 'so-tay-phat-hanh-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
}, 120_000);
/** What is published. */
const source = whole ? root : join(scratch, 'nguon');
const first = join(scratch, 'Thư mục một');
const second = join(scratch, 'hai');
const to = join(scratch, 'noi-phat-hanh');

/** A copy of a project, its files made in the given order. */
function copy(from: string, folder: string, order: (files: string[]) => string[]): void {
  const files = globSync(
    [
      'content/**/*',
      'src/**/*',
      'public/**/*',
      'astro.config.mjs',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ],
    { cwd: from, withFileTypes: true },
  )
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(from.length + 1))
    .sort();
  expect(files.length).toBeGreaterThan(floor(300));
  for (const file of order(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(from, file), join(folder, file));
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

interface Run {
  readonly pid: number;
  readonly output: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

function run(
  folder: string,
  command: string,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
  onText: (text: string, pid: number) => void = () => {},
): Run {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `src/cli/${command}.ts`, ...args],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, INIT_CWD: folder, ...env },
    },
  );
  let output = '';
  for (const readable of [child.stdout, child.stderr])
    readable.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      onText(output, present(child.pid, 'pid'));
    });
  return {
    pid: present(child.pid, 'pid'),
    output: () => output,
    ended: new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, output });
      });
    }),
  };
}

const elsewhere = {
  TZ: 'Pacific/Kiritimati',
  LANG: 'tr_TR.UTF-8',
  LC_ALL: 'tr_TR.UTF-8',
  DEPLOY_TOKEN: 'bi-mat-khong-duoc-lo',
};
/** Kept by tools that may run beside these tests: the test runner, and knip, which reads settings by jiti. */
const keptByOtherTools: ReadonlySet<string> = new Set(['.vite/vitest', '.cache/jiti']);
/** What stands in a shared `node_modules` besides packages and what other tools keep there. */
const caches = (): string[] =>
  ['.astro', '.vite', '.cache']
    .flatMap((day) =>
      existsSync(join(root, 'node_modules', day))
        ? readdirSync(join(root, 'node_modules', day)).map((file) => `${day}/${file}`)
        : [],
    )
    .filter((name) => !keptByOtherTools.has(name))
    .sort();

let seed: string;
let cachesBefore: string[];

beforeAll(async () => {
  if (!whole) {
    copyTinyProject(source);
    const settings = join(source, 'content/edition.yaml');
    writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^url: .*/m, `url: https://${rootHost}/`));
  }
  copy(source, first, (files) => files.reverse());
  copy(source, second, (files) => files);
  cachesBefore = caches();
  // An edition that readers have already; its ledger is of another handbook.
  const tiny = tinyScratch();
  seed = (await publishTiny(tiny)).edition;
  cpSync(join(tiny, 'noi-phat-hanh'), to, { recursive: true, verbatimSymlinks: true });
  rmSync(join(to, 'addresses.txt'));
}, 120_000);

// Every step of publishing is killed each day in `test/release/kill.test.ts`; here a real build is under way.
const kills: readonly (readonly [when: string, said: RegExp])[] = [
  ['when half the pages are made', / {2}300 trang/],
  ['while the generator starts', /\[build\]/],
];
test.runIf(whole).each(kills)(
  'killed %s: readers keep what they had',
  async (_, when) => {
    let killed = false;
    const { output } = await run(first, 'publish', ['--to', to], elsewhere, (text, pid) => {
      if (!killed && when.test(text)) {
        killed = true;
        process.kill(-pid, 'SIGKILL');
      }
    }).ended;
    expect(killed, output).toBe(true);
    expect(readersSite(to).edition).toBe(seed);
  },
  300_000,
);

test('then it is published; meanwhile the same folder refuses a second build and a second publish, and another folder with the same packages builds undisturbed', async () => {
  let others: Promise<{ code: number | null; output: string }[]> | undefined;
  let neighbour: Run | undefined;
  const done = await run(first, 'publish', ['--to', to], elsewhere, (text) => {
    if (neighbour === undefined && text.includes('Nội dung đúng')) {
      neighbour = run(second, 'build', [], { TZ: 'America/St_Johns' });
      others = Promise.all([
        run(first, 'build').ended,
        run(first, 'publish', ['--to', join(scratch, 'noi-khac')]).ended,
        run(first, 'publish', ['--to', to]).ended,
      ]);
    }
  }).ended;
  expect(done.code, done.output).toBe(0);
  expect(done.output).toMatch(/Đã phát hành bản [0-9a-f]{12}/);
  for (const other of (await others) ?? []) {
    expect(other.code, other.output).toBe(exitCodes.busy);
    expect(other.output).toContain('Một lần chạy khác chưa xong');
  }
  expect(others).toBeDefined();
  const built = await present(neighbour, 'neighbour').ended;
  expect(built.code, built.output).toBe(0);
  expect(readersSite(to).files).toBeGreaterThan(whole ? 1000 : 300);
  // Nothing is left of the killed runs or of this one.
  expect(readdirSync(to).sort()).toEqual([
    'addresses.txt',
    'current',
    'history.tsv',
    'kept',
    'lock',
    'releases',
  ]);
  expect(existsSync(join(first, '.stage'))).toBe(false);
  expect(readdirSync(join(first, '.cache/lock'))).toEqual([]);
  expect(caches()).toEqual(cachesBefore);
}, 600_000);

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));

test('published, and built in other folders, zones, languages and orders: the same bytes', async () => {
  const neighbour = await sumsOf(join(second, 'dist'), filesUnder(join(second, 'dist')));
  expect(neighbour.size).toBeGreaterThan(whole ? 1000 : 300);
  const list = readFileSync(join(to, 'current/sha256sums.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(66), line.slice(0, 64)] as const);
  // What publishing adds: compressed twins, the parts list, and the dictionaries with their list.
  const added = (line: string): boolean =>
    isTwin(line) || line === 'du-lieu/sbom.cdx.json' || line === dictionaryList || dictionaries.has(line);
  const dictionaries = new Set(dictionariesOf(join(to, 'current')).map(({ file }) => file));
  expect(dictionaries.size).toBeGreaterThan(0);
  const published = new Map(list.filter(([line]) => !added(line)));
  expect(differing(published, neighbour)).toEqual([]);
});

if (!whole) {
  const [one] = underPaths;
  const atRoot = (): string => join(second, 'dist');
  let underPath = '';
  beforeAll(() => {
    underPath = buildEdition(join(scratch, 'thu-muc'), one[0]).dist;
  }, 240_000);
  testRoot(atRoot);
  testAgainstRoot(one, () => underPath, atRoot);
}

if (whole)
  test('the handbook built elsewhere: the same bytes', async () => {
    const built = join(second, 'dist');
    const sums = [await sumsOf(dist, filesUnder(dist)), await sumsOf(built, filesUnder(built))] as const;
    expect(differing(...sums)).toEqual([]);
  });

test('the handbook has what publishing asks of a site', () => {
  const site = filesUnder(dist);
  expect(site.length).toBeGreaterThan(floor(300));
  expect(() => {
    proveSite(dist, siteFacts(dist, site));
  }).not.toThrow();
}, 120_000);

test('published again elsewhere: the same edition, compressed files, parts list and all', async () => {
  const { url } = parse(readFileSync(join(source, 'content/edition.yaml'), 'utf8')) as { url: string };
  const elsewhere = join(scratch, 'noi-thu-hai');
  // Compressed files are made anew in a whole run; else those of the same bytes are taken over.
  if (!whole) cpSync(to, elsewhere, { recursive: true, verbatimSymlinks: true });
  const done = await publish({
    to: elsewhere,
    base: url,
    ledger: join(scratch, 'addresses.txt'),
    withdrawn: join(scratch, 'withdrawn.txt'),
    now: () => new Date('2001-01-01'),
    say: () => {},
    build: async ({ site }) => {
      cpSync(join(second, 'dist'), site, { recursive: true });
    },
    sbom: (home) => npmSbom(root, home),
  });
  expect(done.edition).toBe(readersSite(to).edition);
  expect(done.changed).toBe(whole);
  expect(done.pages).toBeGreaterThan(whole ? 500 : 50);
  const bom = JSON.parse(readFileSync(join(to, 'current/du-lieu/sbom.cdx.json'), 'utf8')) as {
    bomFormat: string;
    specVersion: string;
    components: { name: string; purl: string }[];
  };
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
  for (const name of ['astro', 'pagefind', '@astrojs/sitemap'])
    expect(bom.components.find((component) => component.name === name)?.purl).toMatch(/^pkg:npm\//);
}, 600_000);

test("no word of the shell's secrets is in the edition", () => {
  const files = filesUnder(join(to, 'current/')).filter((file) => /\.(?:html|js|json|txt)$/.test(file));
  expect(files.length).toBeGreaterThan(whole ? 500 : 100);
  for (const file of files)
    expect(readFileSync(join(to, 'current', file), 'utf8').includes('bi-mat-khong-duoc-lo'), file).toBe(
      false,
    );
});
