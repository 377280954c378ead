/**
 * `npm run verify`: the live edition, a copy in a folder, and a copy that is served; what is missing,
 * different, extra.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../src/release/refusal.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { publishTiny, scratch } from './tiny.ts';
import { present } from '../present.ts';

let root: string;
let to: string;
beforeEach(async () => {
  root = scratch();
  to = join(root, 'noi-phat-hanh');
  await publishTiny(root, { edition: 'A' });
  await publishTiny(root, { edition: 'B' });
});

function verify(...args: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(projectRoot, 'src/cli/verify.ts'), ...args],
    { cwd: projectRoot, env: { ...process.env, INIT_CWD: root }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, out });
    });
  });
}

test('an edition as published, with older hashed files beside it, is right', async () => {
  const run = await verify('--to', 'noi-phat-hanh');
  expect(run.code, run.out).toBe(0);
  expect(run.out).toMatch(/\d\d tệp đều đúng/);
});

test('a changed letter, a missing file, a stranger, a damaged older file and a changed list are found and named', async () => {
  const live = join(to, 'current');
  writeFileSync(
    join(live, 'index.html'),
    readFileSync(join(live, 'index.html'), 'utf8').replace('Bấm', 'Bâm'),
  );
  rmSync(join(live, '404.html.br'));
  writeFileSync(join(live, 'la.html'), 'x');
  writeFileSync(join(live, '_astro/trang.A123.js'), 'x');
  const run = await verify('--to', to);
  expect(run.code).toBe(exitCodes.verify);
  for (const line of [
    'khác   index.html',
    'thiếu  404.html.br',
    'thừa   la.html',
    'khác   _astro/trang.A123.js',
  ])
    expect(run.out).toContain(line);
  expect(run.out).toContain('thiếu 1, khác 2, thừa 1');
  writeFileSync(join(live, 'sha256sums.txt'), '');
  expect((await verify('--to', to)).out).toContain('khác   sha256sums.txt');
});

test('a copy in another folder', async () => {
  const copy = join(root, 'ban-sao');
  cpSync(join(to, 'current'), copy, { recursive: true, dereference: true });
  expect(await verify('--to', to, '--mirror', 'ban-sao')).toMatchObject({ code: 0 });
  writeFileSync(join(copy, '61/index.html'), '');
  expect(await verify('--to', to, '--mirror', 'ban-sao')).toMatchObject({
    code: exitCodes.verify,
    out: expect.stringContaining('khác   61/index.html') as string,
  });
  expect(await verify('--list', join(to, 'current/sha256sums.txt'), '--mirror', copy)).toMatchObject({
    code: exitCodes.verify,
  });
});

test('usage and nothing published have codes of their own', async () => {
  expect(await verify()).toMatchObject({ code: exitCodes.usage });
  expect(await verify('--to', join(root, 'khong-co'))).toMatchObject({ code: exitCodes.nothing });
});

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
  server = undefined;
});

/**
 * A mirror that serves twins to those who take them, and number addresses as real redirects. `spoil` may
 * change what is found for a request.
 */
function serve(
  folder: string,
  spoil: (path: string, coding: string) => Buffer | number | undefined = () => undefined,
): Promise<string> {
  const redirects = new Map(
    [...readFileSync(join(folder, 'du-lieu/chuyen-huong.txt'), 'utf8').matchAll(/^(\S+) (\S+)/gm)].map(
      (match) => [match[1] ?? '', match[2] ?? ''],
    ),
  );
  server = createServer((request, reply) => {
    const path = decodeURIComponent(present(request.url, 'url'));
    const coding = String(request.headers['accept-encoding']);
    const spoiled = spoil(path, coding);
    if (typeof spoiled === 'number') {
      if (spoiled === 0) reply.destroy();
      else reply.writeHead(spoiled).end('lỗi');
      return;
    }
    if (redirects.has(path))
      return void reply
        .writeHead(301, { location: present(redirects.get(path), 'an entry of redirects') })
        .end();
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return void reply.writeHead(404).end();
    const twin = coding === 'br' ? 'br' : coding === 'gzip' ? 'gz' : undefined;
    const packed = twin !== undefined && existsSync(`${file}.${twin}`);
    reply.writeHead(200, packed ? { 'content-encoding': coding } : {});
    reply.end(spoiled ?? readFileSync(packed ? `${file}.${twin}` : file));
  });
  return new Promise((resolve) => {
    present(server, 'server').listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(present(server, 'server').address() as AddressInfo).port}/`);
    });
  });
}

test('a served copy: every file plain and compressed, real redirects are right', async () => {
  const base = await serve(join(to, 'current'));
  const run = await verify('--to', to, '--mirror', base);
  expect(run.code, run.out).toBe(0);
  expect(Number(/\((\d+) lượt hỏi\)/.exec(run.out)?.[1])).toBeGreaterThan(25);
  expect(await verify('--list', join(to, 'current/sha256sums.txt'), '--mirror', base)).toMatchObject({
    code: 0,
  });
});

test('a served copy with a stale compressed page, a missing page, a wrong redirect; a line that breaks once is asked again', async () => {
  const list = join(root, 'redirects');
  cpSync(join(to, 'current'), list, { recursive: true, dereference: true });
  writeFileSync(join(list, 'du-lieu/chuyen-huong.txt'), '/61/ /huong-dan/tien/chuyen-tien/ 301\n');
  const stale = readFileSync(join(list, '404.html.br'));
  let broken = 0;
  const base = await serve(list, (path, coding) => {
    if (path === '/' && coding === 'br') return stale;
    if (path === '/tim/goc.json') return 404;
    if (path === '/tim/them.json' && broken++ === 0) return 0;
    return undefined;
  });
  const run = await verify('--to', to, '--mirror', base);
  expect(run.code, run.out).toBe(exitCodes.verify);
  expect(run.out).toContain('khác   index.html (br)');
  expect(run.out).not.toMatch(/khác {3}index\.html$/m);
  expect(run.out).toContain('thiếu  tim/goc.json: trả lời 404');
  expect(run.out).toContain(
    '61/index.html: dẫn tới /huong-dan/tien/chuyen-tien/, lẽ ra /huong-dan/tien/quet-ma/',
  );
  expect(run.out).not.toContain('tim/them.json');
  expect(broken).toBeGreaterThan(1);
});

test('a served copy of another edition is called that', async () => {
  const older = scratch();
  await publishTiny(older, { edition: 'A' });
  const run = await verify('--to', to, '--mirror', await serve(join(older, 'noi-phat-hanh/current')));
  expect(run.code).toBe(exitCodes.verify);
  expect(run.out).toContain('đang phát hành một bản khác');
});
