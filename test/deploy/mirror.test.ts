/**
 * The mirror's script: brings an edition over, refuses one that is cut, changed or has more than it should,
 * leaves what was there.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publishTiny, readersSite, scratch as tinyScratch } from '../release/tiny.ts';

const serverFiles = {
  'du-lieu/chuyen-huong.nginx': '/61/ /huong-dan/tien/quet-ma/;\n',
  ...Object.fromEntries(
    ['nginx-http.conf', 'nginx-server.conf', 'caddy-headers.conf'].map((file) => [
      `du-lieu/may-chu/${file}`,
      '# @DIR@\n',
    ]),
  ),
  'du-lieu/may-chu/chinh-sach-0123456789abcdef.txt':
    "default-src 'none'\ndefault-src 'none'; frame-ancestors *\n",
};
const script = join(import.meta.dirname, '../../deploy/guong.sh');
const sum = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
let work: string;
let source: string;
let mirror: string;

/** A small edition as publishing makes it: its name is the sum of its list. */
function edition(words: string): string {
  const made = mkdtempSync(join(work, 'ban-'));
  mkdirSync(join(made, 'du-lieu/may-chu'), { recursive: true });
  writeFileSync(join(made, 'index.html'), `<p>${words}</p></html>`);
  writeFileSync(join(made, 'du-lieu/chuyen-huong.nginx'), '/1/ /mot/;\n');
  for (const file of ['nginx-http.conf', 'nginx-server.conf', 'caddy-headers.conf'])
    writeFileSync(join(made, 'du-lieu/may-chu', file), '# @DIR@\n');
  writeFileSync(
    join(made, 'du-lieu/may-chu/chinh-sach-0123456789abcdef.txt'),
    `default-src 'none'\ndefault-src 'none'; frame-ancestors *\n`,
  );
  const files = globSync('**/*', { cwd: made })
    .filter((file) => statSync(join(made, file)).isFile())
    .sort();
  writeFileSync(
    join(made, 'sha256sums.txt'),
    files.map((file) => `${sum(readFileSync(join(made, file)))}  ${file}\n`).join(''),
  );
  const id = sum(readFileSync(join(made, 'sha256sums.txt')));
  mkdirSync(join(source, 'releases'), { recursive: true });
  renameSync(made, join(source, 'releases', id));
  rmSync(join(source, 'current'), { force: true });
  symlinkSync(`releases/${id}`, join(source, 'current'));
  return id;
}
const run = (...more: string[]): { status: number | null; said: string } => {
  const run = spawnSync('sh', [script, source, mirror, ...more], { encoding: 'utf8' });
  return { status: run.status, said: run.stdout + run.stderr };
};
const live = (): string => readlinkSync(join(mirror, 'current')).replace('releases/', '');

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'guong-'));
  source = join(work, 'nguon');
  mirror = join(work, 'guong');
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

describe('mirror', () => {
  test('first copy, nothing new, next edition; the server is told once for each', () => {
    const first = edition('một');
    const told = join(work, 'told');
    expect(run(`echo x >> ${told}`)).toMatchObject({ status: 0 });
    expect(live()).toBe(first);
    expect(run(`echo x >> ${told}`).said).toContain('Không có gì mới');
    const second = edition('hai');
    expect(run(`echo x >> ${told}`).status).toBe(0);
    expect(live()).toBe(second);
    expect(readFileSync(join(mirror, 'current/index.html'), 'utf8')).toContain('hai');
    expect(readFileSync(told, 'utf8')).toBe('x\nx\n');
    // The server's files know both editions, so a step back needs no reload.
    expect(
      readFileSync(join(mirror, 'may-chu/chinh-sach.map'), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('"page:')),
    ).toHaveLength(2);
  });
  test.each([
    [
      'a changed file',
      (folder: string) => writeFileSync(join(folder, 'index.html'), '<p>giả</p></html>'),
      'sai hay thiếu',
    ],
    [
      'a missing file',
      (folder: string) => rmSync(join(folder, 'du-lieu/chuyen-huong.nginx')),
      'sai hay thiếu',
    ],
    ['a file more', (folder: string) => writeFileSync(join(folder, 'them.html'), 'x'), 'tệp lạ'],
  ] as const)('%s is refused, the mirror keeps what it has', (_, spoil, words) => {
    const first = edition('một');
    run();
    const second = edition('hai');
    spoil(join(source, 'releases', second));
    const { status, said } = run();
    expect([status, said]).toEqual([9, expect.stringContaining(words)]);
    expect(live()).toBe(first);
    expect(readFileSync(join(mirror, 'current/index.html'), 'utf8')).toContain('một');
    // What was refused does not spoil the next edition.
    const third = edition('ba');
    expect(run().status).toBe(0);
    expect(live()).toBe(third);
  });
  test('a list that was changed with its files does not fit the edition’s name', () => {
    edition('một');
    run();
    const second = edition('hai');
    const folder = join(source, 'releases', second);
    appendFileSync(join(folder, 'sha256sums.txt'), `${sum('x')}  them.html\n`);
    writeFileSync(join(folder, 'them.html'), 'x');
    expect(run().status).not.toBe(0);
    expect(live()).not.toBe(second);
  });
  test('a copy that was cut goes on and ends well; a running copy keeps others away', () => {
    const id = edition('một');
    mkdirSync(join(mirror, '.nhan/du-lieu'), { recursive: true });
    cpSync(join(source, 'releases', id, 'index.html'), join(mirror, '.nhan/index.html'));
    writeFileSync(join(mirror, '.nhan/du-lieu/chuyen-huong.nginx'), '/1/ /m');
    expect(run().status).toBe(0);
    expect(live()).toBe(id);
    mkdirSync(join(mirror, '.guong'));
    expect(run()).toMatchObject({ status: 3 });
  });
  test('an edition that publishing has put beside others comes over with their hashed files, and is right there too', async () => {
    // As `npm run publish` makes it: the second edition has the scripts of the first beside its own.
    const root = tinyScratch();
    for (const name of ['A', 'B']) await publishTiny(root, { edition: name, also: serverFiles });
    source = join(root, 'noi-phat-hanh');
    expect(run(), run().said).toMatchObject({ status: 0 });
    expect(readersSite(mirror)).toEqual(readersSite(source));
    expect(readFileSync(join(mirror, 'current/_astro/trang.A123.js'), 'utf8')).toContain("console.log('A')");
    // The list of older files is no way in for others.
    await publishTiny(root, { edition: 'C', also: serverFiles });
    writeFileSync(join(source, 'current/_astro/trang.A123.js'), 'giả');
    expect(run().status).toBe(9);
    expect(readersSite(mirror).front).toContain('Sổ tay B');
  });
  test('the newest five stay', () => {
    for (let i = 0; i < 7; i++) {
      edition(`bản ${i}`);
      expect(run().status).toBe(0);
    }
    expect(globSync('releases/*', { cwd: mirror })).toHaveLength(5);
    expect(readFileSync(join(mirror, 'current/index.html'), 'utf8')).toContain('bản 6');
  });
});
