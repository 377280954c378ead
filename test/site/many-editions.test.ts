/**
 * Many editions from one mould, on the small content of the tests: each is file for file what its own build
 * writes, and what has not changed is not touched.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceOf } from '../../src/cli/edition/workspace.ts';
import { readSums } from '../../src/release/checksums.ts';
import { currentEdition, listName, target } from '../../src/release/layout.ts';
import { verifyEdition } from '../../src/release/verify.ts';
import { writeEdition } from '../fixtures/edition-folder.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { program } from '../../src/cli/debian.ts';
import { calledPage } from '../../src/search/exact.ts';

import { rollback } from '../../src/release/rollback.ts';
import { ask, caddyPath, nginxPath, startCaddy, startNginx } from '../deploy/servers.ts';
import { present } from '../present.ts';
import { runFolder } from '../run-folder.ts';
import { searchOf } from './search-of.ts';

const scratch = mkdtempSync(join(runFolder(), 'nhieu-ban-'));
const product = join(scratch, 'so-tay');
const out = join(scratch, 'ra');
const images = join(scratch, 'anh');

/** Settings of all, as a mould with gaps; and how one of them is filled. */
const settings = `base: "0.1.0"
numbers: commune
name: Sổ tay xã <ten>
edition: Bản của xã <ten>
place: Xã <ten>
owner: Ủy ban nhân dân xã <ten>
url: https://<thu-muc>.tinh-mau.example
feedback: Báo với xã <ten>, số <so>.
contacts:
  - { id: cuu-ho, name: Cứu hộ xã <ten>, area: Thôn 12, phone: "<so>", where: Trạm cứu hộ xã <ten>, use: Hỏi }
  - { id: cuu-ho, name: Cứu hộ xã <ten>, area: Thôn 13, phone: "<so-hai>", where: Đình <ten>, use: Hỏi }
look: { act: "#0a5c36", emblem: dau.svg }
words: { home.ask: Bà con cần làm gì? }
checked: 2026-11-21
`;
const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#c58b00" d="M0 0h9v9z"/></svg>';
const rows = [
  ['khoai-mon', 'Khoai Môn', '0690 111 111', '0690 333 111'],
  ['hoa-gao-do-ven-song', 'Hoa Gạo Đỏ', '0690 111 2222', '0690 333 2222'],
] as const;

const run = (...args: readonly string[]) => {
  const made = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: product,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: scratch },
  });
  if (made.status !== 0) throw new Error(`${made.stdout}\n${made.stderr}`);
  return made.stdout;
};
const order = ['src/cli/editions.ts', '--list', 'xa.csv', '--from', 'tinh.yaml', '--to'];
const makeAll = (): string => run(...order, 'ra');

/** The release of an edition that readers get. */
function liveOf(folder: string, from = out): { readonly id: string; readonly root: string } {
  const place = target(join(from, folder));
  const id = currentEdition(place);
  if (id === undefined) throw new Error(`${folder} is not published`);
  return { id, root: place.release(id) };
}

/** Folder of the second edition as its own build writes it. */
function directBuild(): string {
  const [folder, name, phone, other] = rows[1];
  const filled = settings
    .replaceAll('<thu-muc>', folder)
    .replaceAll('<ten>', name)
    .replaceAll('<so>', phone)
    .replaceAll('<so-hai>', other);
  const edition = join(scratch, 'mot-xa');
  const dist = join(workspaceOf({ product, edition }), 'dist');
  if (existsSync(dist)) return dist;
  writeEdition(edition, { 'edition.yaml': filled, 'dau.svg': sign });
  run('src/cli/edition/run.ts', 'build', '--edition', edition);
  return dist;
}

beforeAll(() => {
  copyTinyProject(product);
  writeFileSync(join(scratch, 'tinh.yaml'), settings);
  writeFileSync(join(scratch, 'dau.svg'), sign);
  writeFileSync(
    join(scratch, 'xa.csv'),
    `thu-muc,ten,so,so-hai\n${rows.map((row) => row.join(',')).join('\n')}\n`,
  );
}, 120_000);
afterAll(() => {
  unmountAll();
  rmSync(scratch, { recursive: true, force: true });
});

/** Lets go of all images, what lies on top first. */
function unmountAll(): void {
  const places = readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((place) => place.startsWith(`${scratch}/`));
  for (const place of places.reverse()) spawnSync('umount', [place]);
}

/** Whether this user may mount images. */
function mayMount(): boolean {
  if (process.getuid?.() !== 0 || program('mksquashfs') === undefined) return false;
  const [from, image, to] = ['tu', 'thu.sqfs', 'thu'].map((name) => join(scratch, name));
  mkdirSync(present(from, 'from'));
  mkdirSync(present(to, 'to'));
  spawnSync('mksquashfs', [present(from, 'from'), present(image, 'image'), '-quiet', '-no-progress']);
  const { status } = spawnSync('mount', [
    '-t',
    'squashfs',
    '-o',
    'loop,ro',
    present(image, 'i'),
    present(to, 't'),
  ]);
  spawnSync('umount', [present(to, 'to')]);
  return status === 0;
}

describe('editions from one mould', () => {
  test('are the same bytes as their own builds, and their twins unpack to them', async () => {
    expect(makeAll()).toContain('2 bản: 2 đóng từ khuôn, 0 dựng riêng, 0 không đổi');
    const [folder, name] = rows[1];
    const dist = directBuild();
    const { id, root } = liveOf(folder);
    const files = [...readSums(join(root, listName)).keys()];
    const plain = files.filter((file) => !file.endsWith('.br'));
    expect(plain.length).toBeGreaterThan(200);
    const other = plain.filter(
      (file) =>
        !existsSync(join(dist, file)) ||
        !readFileSync(join(root, file)).equals(readFileSync(join(dist, file))),
    );
    expect(other).toEqual([]);
    for (const file of files.filter((one) => one.endsWith('.br')))
      expect(
        brotliDecompressSync(readFileSync(join(root, file))).equals(
          readFileSync(join(root, file.slice(0, -3))),
        ),
        file,
      ).toBe(true);
    const { found } = await verifyEdition(target(join(out, folder)), id);
    expect(found).toEqual({ missing: [], different: [], extra: [] });
    const front = readFileSync(join(root, 'index.html'), 'utf8');
    for (const own of [`Sổ tay xã ${name}`, '--act:#0a5c36', 'Bà con cần làm gì?'])
      expect(front).toContain(own);
    expect(readFileSync(join(root, 'bieu-tuong.svg'), 'utf8')).toContain('#c58b00');
  }, 600_000);

  test('people of one role stand where it says whom to call; their numbers answer nothing else', () => {
    const [folder, name, ...phones] = rows[1];
    const { root } = liveOf(folder);
    const read = (file: string): string => readFileSync(join(root, file), 'utf8');
    const places = ['huong-dan/bep/nau-com-dien/index.html', 'hoi/index.html', 'tim/bai/danh-ba-cuu-ho.json'];
    for (const file of places)
      for (const phone of phones) expect(read(file), file).toContain(phone.replaceAll(' ', ''));
    expect(read('tim/bai/danh-ba-cuu-ho.json')).toContain(`Cứu hộ xã ${name} (Thôn 13): ${phones[1]}`);
    expect(read('tim/bai/danh-ba-cuu-ho.json')).not.toContain('Hỏi; Hỏi');
    const index = searchOf(root);
    const questions = ['nấu cơm điện', 'bị bỏng nước sôi', 'cơm sống', 'ai dạy nấu'];
    for (const question of questions) expect(calledPage(question, index), question).toBeUndefined();
    const titles = index.pages.map(({ title }) => title).filter((title) => title.startsWith('Cứu hộ'));
    expect(titles.filter((title) => /[()]/.test(title))).toEqual([]);
    const own = phones.map((phone) => `${phone.replaceAll(' ', '')} cuu-ho`).join('|');
    for (const file of ['hoi/index.html', 'tim-kiem/index.html'])
      expect(read(file), file).toContain(`data-own-numbers="${own}"`);
  });

  test('share what is the same, and are not touched where nothing changed', () => {
    const [one, other] = rows.map(([folder]) => liveOf(folder).root);
    const inode = (root: string | undefined, file: string): number => statSync(join(root ?? '', file)).ino;
    expect(inode(one, 'bieu-tuong.svg')).toBe(inode(other, 'bieu-tuong.svg'));
    expect(inode(one, 'index.html')).not.toBe(inode(other, 'index.html'));
    const before = rows.map(([folder]) => liveOf(folder).id);
    expect(makeAll()).toContain('0 đóng từ khuôn, 0 dựng riêng, 2 không đổi');
    const list = join(scratch, 'xa.csv');
    writeFileSync(list, readFileSync(list, 'utf8').replace('0690 111 111', '0690 999 999'));
    expect(makeAll()).toContain('1 đóng từ khuôn, 0 dựng riêng, 1 không đổi');
    const after = rows.map(([folder]) => liveOf(folder).id);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  }, 120_000);
});

describe.skipIf(program('mksquashfs') === undefined)('editions in images', () => {
  const [folder] = rows[1];
  const makeImages = (): string => run(...order, 'anh', '--images');
  const group = join(images, '.anh/1-1-1');
  /** Files of the second edition that are no twins, under `root`, held against its own build. */
  const otherThanBuilt = (root: string): { readonly files: number; readonly other: readonly string[] } => {
    const files = [...readSums(join(root, listName)).keys()].filter((file) => !file.endsWith('.br'));
    const dist = directBuild();
    const differs = (file: string): boolean =>
      !existsSync(join(root, file)) || !readFileSync(join(root, file)).equals(readFileSync(join(dist, file)));
    return { files: files.length, other: files.filter(differs) };
  };

  test('unpack to the bytes of their own builds, twins of what they share too', () => {
    // Who may not mount gets the images all the same, and is told what to do.
    try {
      expect(makeImages()).toContain('2 bản: 2 đóng từ khuôn');
    } catch (error) {
      expect(String(error)).toContain('sudo sh deploy/nhieu-ban/gan-anh.sh');
    }
    const unpacked = join(scratch, 'mo-ra');
    execFileSync('unsquashfs', ['-quiet', '-no-progress', '-d', unpacked, join(group, '1.sqfs')]);
    const root = join(unpacked, folder);
    const { files, other } = otherThanBuilt(root);
    expect(files).toBeGreaterThan(200);
    expect(other).toEqual([]);
    const twins = [...readSums(join(root, listName)).keys()].filter((file) => file.endsWith('.br'));
    expect(twins.length).toBeGreaterThan(5);
    for (const twin of twins)
      expect(
        brotliDecompressSync(readFileSync(join(root, twin))).equals(
          readFileSync(join(root, twin.slice(0, -3))),
        ),
        twin,
      ).toBe(true);
    expect(statSync(join(group, '1.sqfs')).size).toBeLessThan(8_000_000);
  }, 600_000);

  // Mounting needs the rights of the machine's owner; what is in the images is proved above without.
  describe.skipIf(!mayMount())('that are mounted', () => {
    /** The template of a server, for the names and the folder of this test. */
    const fitted = (text: string): string =>
      text.replaceAll('/srv/so-tay/', `${images}/`).replaceAll('.tinh\\.example', '.tinh-mau\\.example');
    const nginx = () =>
      startNginx(images, {
        file: 'nhieu-ban/nginx.conf',
        // The folders of a test are nobody else's.
        change: (text) => fitted(text).replace('user www-data;', 'user root;'),
      });
    const caddy = () =>
      startCaddy(images, {
        file: 'nhieu-ban/Caddyfile',
        change: (text, tls) =>
          fitted(text)
            .replace('*.tinh.example {', '*.tinh-mau.example, so-tay-so.example, localhost {')
            .replace(/tls .*/, tls),
      });
    test.each([
      ['nginx', nginxPath, nginx],
      ['Caddy', caddyPath, caddy],
    ] as const)(
      'are served by %s with the right headers, each under its name',
      async (name, there, start) => {
        if (there() === undefined) throw new Error(`${name} is not installed`);
        execFileSync('sh', [join(product, 'deploy/nhieu-ban/chuan-bi.sh'), images]);
        const server = await start();
        try {
          const dist = directBuild();
          const host = `${folder}.tinh-mau.example`;
          for (const [path, file] of [
            ['/', 'index.html'],
            ['/sw.js', 'sw.js'],
            ['/ngoai-tuyen/muc.json', 'ngoai-tuyen/muc.json'],
            ['/opensearch.xml', 'opensearch.xml'],
          ] as const) {
            const wanted = readFileSync(join(dist, file));
            const plain = await ask(server, path, { headers: { host } });
            expect(plain.status, path).toBe(200);
            expect(plain.body.equals(wanted), path).toBe(true);
            const zipped = await ask(server, path, { headers: { host, 'accept-encoding': 'gzip' } });
            expect(zipped.headers['content-encoding'], path).toBe('gzip');
            expect(gunzipSync(zipped.body).equals(wanted), path).toBe(true);
          }
          const front = await ask(server, '/', { headers: { host } });
          // The policy that this edition was built with, not the lenient one for what has not been read.
          expect(front.headers['content-security-policy']).toContain("style-src 'sha256-");
          expect(front.headers['cache-control']).toContain('max-age=0');
          const other = await ask(server, '/', { headers: { host: `${rows[0][0]}.tinh-mau.example` } });
          expect(other.body.toString()).toContain(`Sổ tay xã ${rows[0][1]}`);
          expect((await ask(server, '/khong-co/', { headers: { host } })).status).toBe(404);
          const nobody = await ask(server, '/', { headers: { host: 'khong-ai.tinh-mau.example' } });
          expect(nobody.status).toBe(404);
        } finally {
          await server.stop();
        }
      },
      120_000,
    );

    test('change one by one, are checked, and go back', async () => {
      const before = rows.map(([one]) => liveOf(one, images).id);
      const list = join(scratch, 'xa.csv');
      const row = readFileSync(list, 'utf8');
      writeFileSync(list, row.replace('0690 111 2222', '0690 333 4444'));
      expect(makeImages()).toContain('1 đóng từ khuôn, 0 dựng riêng, 1 không đổi');
      const [untouched, changed] = rows.map(([one]) => liveOf(one, images));
      expect(untouched?.id).toBe(before[0]);
      expect(changed?.id).not.toBe(before[1]);
      const pagesOf = (root = ''): string =>
        [...readSums(join(root, listName)).keys()]
          .filter((file) => file.endsWith('.html'))
          .map((file) => readFileSync(join(root, file), 'utf8'))
          .join('\n');
      expect(pagesOf(changed?.root)).toContain('0690 333 4444');
      expect(readFileSync(join(group, '2.chuoi'), 'utf8')).toBe('2 1\n');
      // Only what has the number in it is in the second image.
      expect(statSync(join(group, '2.sqfs')).size).toBeLessThan(statSync(join(group, '1.sqfs')).size);
      for (const [at, one] of [untouched, changed].entries()) {
        const place = target(join(images, present(rows[at], 'row')[0]));
        expect((await verifyEdition(place, present(one, 'edition').id)).found).toEqual({
          missing: [],
          different: [],
          extra: [],
        });
        expect(readFileSync(place.addresses, 'utf8')).toContain('\n/ngoai-tuyen/\n');
      }
      const to = join(images, folder);
      const gone = await rollback({ to, steps: 1, now: () => new Date(), say: () => undefined });
      expect(gone).toBe(before[1]);
      expect(pagesOf(liveOf(folder, images).root)).toContain('0690 111 2222');
      expect(otherThanBuilt(liveOf(folder, images).root).other).toEqual([]);
      // The next run publishes what the list says, as after any rollback, and writes no image for it.
      expect(makeImages()).toContain('1 đóng từ khuôn, 0 dựng riêng, 1 không đổi');
      expect(pagesOf(liveOf(folder, images).root)).toContain('0690 333 4444');
      expect(existsSync(join(group, '3.sqfs'))).toBe(false);
      writeFileSync(list, row);
    }, 600_000);
  });
});
