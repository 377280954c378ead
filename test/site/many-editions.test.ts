/**
 * Many editions from one mould, on the small content of the tests: each is file for file what its own build
 * writes, and what has not changed is not touched.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workspaceOf } from '../../src/cli/edition/workspace.ts';
import { readSums } from '../../src/release/checksums.ts';
import { currentEdition, listName, target } from '../../src/release/layout.ts';
import { verifyEdition } from '../../src/release/verify.ts';
import { writeEdition } from '../fixtures/edition-folder.ts';
import { copyTinyProject } from '../fixtures/project.ts';
import { runFolder } from '../run-folder.ts';

const scratch = mkdtempSync(join(runFolder(), 'nhieu-ban-'));
const product = join(scratch, 'so-tay');
const out = join(scratch, 'ra');

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
look: { act: "#0a5c36", emblem: dau.svg }
words: { home.ask: Bà con cần làm gì? }
checked: 2026-11-21
`;
const sign =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="#c58b00" d="M0 0h9v9z"/></svg>';
const rows = [
  ['khoai-mon', 'Khoai Môn', '0690 111 111'],
  ['hoa-gao-do-ven-song', 'Hoa Gạo Đỏ', '0690 111 2222'],
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
const makeAll = (): string =>
  run('src/cli/editions.ts', '--list', 'xa.csv', '--from', 'tinh.yaml', '--to', 'ra');

/** The release of an edition that readers get. */
function liveOf(folder: string): { readonly id: string; readonly root: string } {
  const place = target(join(out, folder));
  const id = currentEdition(place);
  if (id === undefined) throw new Error(`${folder} is not published`);
  return { id, root: place.release(id) };
}

beforeAll(() => {
  copyTinyProject(product);
  writeFileSync(join(scratch, 'tinh.yaml'), settings);
  writeFileSync(join(scratch, 'dau.svg'), sign);
  writeFileSync(join(scratch, 'xa.csv'), `thu-muc,ten,so\n${rows.map((row) => row.join(',')).join('\n')}\n`);
}, 120_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('editions from one mould', () => {
  test('are the same bytes as their own builds, and their twins unpack to them', async () => {
    expect(makeAll()).toContain('2 bản: 2 đóng từ khuôn, 0 dựng riêng, 0 không đổi');
    const [folder, name, phone] = rows[1];
    const filled = settings
      .replaceAll('<thu-muc>', folder)
      .replaceAll('<ten>', name)
      .replaceAll('<so>', phone);
    const edition = join(scratch, 'mot-xa');
    writeEdition(edition, { 'edition.yaml': filled, 'dau.svg': sign });
    run('src/cli/edition/run.ts', 'build', '--edition', edition);
    const dist = join(workspaceOf({ product, edition }), 'dist');
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
  }, 180_000);

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
