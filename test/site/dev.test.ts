/**
 * What an author sees while writing: after each saved file every page is what a server started afresh would
 * show, so no page keeps a title, a neighbour or a relation that is no longer so. On the small content of the
 * tests, which has every kind of entry and of page.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePorts } from '../../src/cli/free-ports.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { swap } from '../fixtures/tree.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-viet-'));
copyTinyProject(dir);
const running = new Set<ChildProcess>();
const stop = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    running.delete(child);
    if (child.exitCode !== null) done();
    else
      child
        .once('close', () => {
          done();
        })
        .kill();
  });
// A second server over the same folder is refused, so one that a failed test left must go.
afterEach(async () => {
  for (const child of running) await stop(child);
});
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

interface Server {
  readonly page: (path: string) => Promise<string>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts `npm run dev`'s server over the copy and waits for its first page. */
async function startServer(): Promise<Server> {
  const [port] = (await freePorts(1)) as [number];
  // Nothing of this process's environment: Astro answers no page when it believes that it runs inside a test.
  const child = spawn(process.execPath, ['src/cli/dev.ts', '--port', String(port)], {
    cwd: dir,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnvironment(dir), ASTRO_DEV_BACKGROUND: '0' },
  });
  running.add(child);
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      log += chunk.toString().replace(/^.*\[200\].*\n/gm, '');
    });
  const address = `http://localhost:${port}`;
  const page = async (path: string): Promise<string> => {
    const answer = await fetch(address + path);
    // A page may name its own address; the port is the only part of it that differs between two servers.
    return `${answer.status} ${(await answer.text()).replaceAll(String(port), 'PORT')}`;
  };
  for (let tries = 0; ; tries++) {
    const ready = await page('/').then(
      (pageId) => pageId.startsWith('200'),
      () => false,
    );
    if (ready) break;
    if (tries > 600 || child.exitCode !== null) throw new Error(log);
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
  return { page, log: () => log, stop: () => stop(child) };
}

/** Every page that a link of another leads to, from the front page on, by its address. */
async function everyPage(server: Server): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const next = ['/'];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    if (pages.has(path)) continue;
    const page = await server.page(path);
    pages.set(path, page);
    for (const [, found = ''] of page.matchAll(/\s(?:href|content)="(?:0;url=)?(\/[^"#?]*\/)["#?]/g))
      next.push(found);
  }
  return pages;
}

const at = (file: string): string => join(dir, 'content', file);
const read = (file: string): string => readFileSync(at(file), 'utf8');
/** Saves a file and waits until `path` shows `sign`; answers with the milliseconds. */
async function save(
  server: Server,
  file: string,
  made: string,
  path: string,
  sign: (page: string) => boolean,
): Promise<number> {
  const saved = performance.now();
  // At once, as editors do: a file caught half written is a fault, told until it is read again.
  writeFileSync(join(dir, 'dang-luu'), made);
  renameSync(join(dir, 'dang-luu'), at(file));
  while (!sign(await server.page(path))) {
    if (performance.now() - saved > 150_000)
      throw new Error(`${file}: ${path} does not show it\n${server.log().slice(-3000)}`);
    await new Promise((done) => {
      setTimeout(done, 10);
    });
  }
  return performance.now() - saved;
}

const guide = 'guides/bep/rua-rau.mdx';
const shown = '/huong-dan/bep/rua-rau/';

/** Changes that other pages show: file, change, a page that shows it and what is then on it. */
const changes: readonly (readonly [string, (old: string) => string, string, (page: string) => boolean])[] = [
  [
    guide,
    swap('title: Rửa rau cho sạch', 'title: Rửa rau ba lần nước'),
    shown,
    (page) => page.includes('ba lần nước'),
  ],
  [
    guide,
    swap('skills: [rua-sach]', 'skills: [rua-sach, nau-an]'),
    '/ky-nang/bep-nuc/nau-an/',
    (page) => page.includes('ba lần nước'),
  ],
  [
    'terms/vo-gao.yaml',
    swap('meaning: Rửa gạo cho sạch bụi.', 'meaning: Đãi gạo cho hết trấu.'),
    '/tu-dien/',
    (page) => page.includes('Đãi gạo cho hết trấu.'),
  ],
  [
    'units/hoi-nong-dan.yaml',
    (old) => old.replace(/^name: .*$/m, 'name: Hội Nông dân đổi tên'),
    '/don-vi/hoi-nong-dan/',
    (page) => page.includes('Hội Nông dân đổi tên'),
  ],
];

test('no page is older than the entries that it shows; a fault is told with its place', async () => {
  const live = await startServer();
  const before = await everyPage(live);
  expect([...before].filter(([, page]) => !page.startsWith('200')).map(([path]) => path)).toEqual([]);
  const times: number[] = [];
  for (const [file, change, path, sign] of changes)
    times.push(await save(live, file, change(read(file)), path, sign));
  // A new guide.
  const added = read(guide)
    .replace('title: Rửa rau ba lần nước', 'title: Bài thêm để thử')
    .replace('number: 2', 'number: 7');
  times.push(
    await save(live, 'guides/bep/bai-them.mdx', added, '/huong-dan/bep/', (page) =>
      page.includes('Bài thêm để thử'),
    ),
  );
  expect(await live.page('/huong-dan/bep/bai-them/')).toMatch(/^200 .*Bài thêm để thử/s);

  const kept = await everyPage(live);
  const titled = [...kept].filter(([, page]) => page.includes('ba lần nước'));
  expect(titled.length).toBeGreaterThan(8);
  expect(live.log()).not.toMatch(/\[ERROR\]/);
  await live.stop();
  const fresh = await startServer();
  const made = await everyPage(fresh);
  expect([...made].filter(([path, page]) => page !== kept.get(path)).map(([path]) => path)).toEqual([]);
  expect([...made.keys()].sort()).toEqual([...kept.keys()].sort());
  expect(made.size).toBeGreaterThan(80);
  const changed = [...made].filter(([path, page]) => page !== before.get(path)).length;
  expect(changed).toBeGreaterThan(titled.length);
  console.log(
    `${made.size} pages compared, ${changed} of them changed by ${times.length} saved files; shown after ${times.map((time) => time.toFixed(0)).join(', ')} ms`,
  );
  await faultIsTold(fresh);
  await fresh.stop();
}, 900_000);

/** A fault is told with its place, and the page keeps its last good text until it is mended. */
async function faultIsTold(live: Server): Promise<void> {
  const good = read(guide);
  const before = await live.page(shown);
  writeFileSync(at(guide), good.replace(/^level: .*$/m, 'level: de'));
  await expect
    .poll(() => live.log(), { timeout: 150_000 })
    .toMatch(/content\/guides\/bep\/rua-rau\.mdx:\d+:\d+/);
  expect(live.log()).toMatch(/Sửa: /);
  expect(await live.page(shown)).toBe(before);
  await save(live, guide, good.replace(/^title: .*$/m, 'title: Đã sửa xong'), shown, (page) =>
    page.includes('Đã sửa xong'),
  );
}
