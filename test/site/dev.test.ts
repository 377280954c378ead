/**
 * What an author sees while writing: after each saved file every page is what a server started afresh would
 * show, so no page keeps a title, a neighbour or a relation that is no longer so.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePorts } from '../../src/cli/free-ports.ts';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { copyProject } from '../fixtures/project.ts';
import { swap } from '../fixtures/tree.ts';
import { sitePages } from './dist.ts';
import { present } from '../present.ts';

const dir = mkdtempSync(join(tmpdir(), 'so-tay-viet-'));
copyProject(dir);
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

const paths = sitePages.map((page) => page.path).filter((path) => path.endsWith('/'));
async function everyPage(server: Server): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const path of paths) pages.set(path, await server.page(path));
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
  writeFileSync(at(file), made);
  while (!sign(await server.page(path))) {
    if (performance.now() - saved > 60_000)
      throw new Error(`${file}: ${path} does not show it\n${server.log().slice(-3000)}`);
    await new Promise((done) => {
      setTimeout(done, 10);
    });
  }
  return performance.now() - saved;
}

test('a page that shows other entries is never older than they are', async () => {
  const guide = 'guides/tien/quet-ma-qr-de-tra-tien.mdx';
  const shown = '/huong-dan/tien/quet-ma-qr-de-tra-tien/';
  const live = await startServer();
  const before = await everyPage(live);
  expect([...before].filter(([, page]) => !page.startsWith('200')).map(([path]) => path)).toEqual([]);
  const times: number[] = [];

  // Each change is one that other pages show: a title, what it teaches and leads to, a word's meaning, a
  // unit's name, a new guide.
  times.push(
    await save(
      live,
      guide,
      swap('title: Quét mã QR để trả tiền', 'title: Trả tiền bằng tấm bảng mã')(read(guide)),
      shown,
      (page) => page.includes('Trả tiền bằng tấm bảng mã'),
    ),
  );
  const titled = [...(await everyPage(live))]
    .filter(([, page]) => page.includes('Trả tiền bằng tấm bảng mã'))
    .map(([path]) => path);
  expect(titled.length).toBeGreaterThan(40);
  const skill = present(
    [...before.keys()].find((path) => path.startsWith('/ky-nang/') && path.endsWith('/chup-anh-quet-ma/')),
    'one of the list',
  );
  expect(titled).toContain(skill);
  times.push(
    await save(
      live,
      guide,
      swap('skills: [thanh-toan-so, chup-anh-quet-ma]', 'skills: [thanh-toan-so]')(read(guide)),
      skill,
      (page) => !page.includes('Trả tiền bằng tấm bảng mã'),
    ),
  );
  times.push(
    await save(
      live,
      'terms/ma-qr.yaml',
      swap('Hình vuông có các ô đen trắng.', 'Ô vuông in đen trắng.')(read('terms/ma-qr.yaml')),
      '/tu-dien/',
      (page) => page.includes('Ô vuông in đen trắng.'),
    ),
  );
  const unit = 'units/ban-chi-dao-trung-uong.yaml';
  times.push(
    await save(
      live,
      unit,
      swap('name: "Ban Chỉ đạo Trung ương về', 'name: "Ban Chỉ đạo của Trung ương về')(read(unit)),
      '/don-vi/ban-chi-dao-trung-uong/',
      (page) => page.includes('Ban Chỉ đạo của Trung ương về'),
    ),
  );
  const added = read(guide)
    .replace('title: Trả tiền bằng tấm bảng mã', 'title: Bài thêm để thử')
    .replace('number: 62', 'number: 79')
    .replace(/^next: .*$/m, 'next: []');
  times.push(
    await save(live, 'guides/tien/bai-them.mdx', added, '/huong-dan/tien/', (page) =>
      page.includes('Bài thêm để thử'),
    ),
  );
  expect(await live.page('/huong-dan/tien/bai-them/')).toMatch(/^200 .*Bài thêm để thử/s);

  const kept = await everyPage(live);
  expect(live.log()).not.toMatch(/\[ERROR\]/);
  await live.stop();
  const fresh = await startServer();
  const made = await everyPage(fresh);
  await fresh.stop();
  expect([...made].filter(([path, page]) => page !== kept.get(path)).map(([path]) => path)).toEqual([]);
  expect(made.size).toBe(paths.length);
  const changed = [...made].filter(([path, page]) => page !== before.get(path)).length;
  expect(changed).toBeGreaterThan(titled.length);
  console.log(
    `${made.size} pages compared, ${changed} of them changed by ${times.length} saved files; shown after ${times.map((time) => time.toFixed(0)).join(', ')} ms`,
  );
}, 300_000);

test('a fault is told with its place, and the page keeps its last good text', async () => {
  const guide = 'guides/tien/quet-ma-qr-de-tra-tien.mdx';
  const live = await startServer();
  const good = read(guide);
  const shown = await live.page('/huong-dan/tien/quet-ma-qr-de-tra-tien/');
  writeFileSync(at(guide), good.replace(/^level: .*$/m, 'level: de'));
  await expect
    .poll(() => live.log(), { timeout: 60_000 })
    .toMatch(/content\/guides\/tien\/quet-ma-qr-de-tra-tien\.mdx:\d+:\d+/);
  expect(live.log()).toMatch(/Sửa: /);
  expect(await live.page('/huong-dan/tien/quet-ma-qr-de-tra-tien/')).toBe(shown);
  await save(
    live,
    guide,
    good.replace(/^title: .*$/m, 'title: Đã sửa xong'),
    '/huong-dan/tien/quet-ma-qr-de-tra-tien/',
    (page) => page.includes('Đã sửa xong'),
  );
  await live.stop();
}, 120_000);
