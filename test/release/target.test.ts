/** Where publishing refuses to go, before anything is built; and what another user left in the folder. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { publish } from '../../src/release/publish.ts';
import { exitCodes, tell } from '../../src/release/refusal.ts';
import { publishApart, publishTiny, put, readersSite, scratch, tinyPlan } from './tiny.ts';

/** A folder that cannot be published to: name, what is laid there, what the message must name. */
interface Wrong {
  readonly name: string;
  /** Answers with the folder to publish to. */
  readonly lay: (root: string) => string;
  readonly named: string;
}
const lay =
  (files: Readonly<Record<string, string>>) =>
  (root: string): string => {
    put(join(root, 'noi'), files);
    return join(root, 'noi');
  };
const wrong: readonly Wrong[] = [
  { name: 'the project itself', lay: (root) => join(root, 'du-an'), named: 'du-an' },
  { name: 'a folder of the project', lay: (root) => join(root, 'du-an/dist'), named: 'du-an/dist' },
  {
    name: 'one deep in the project that is not there yet',
    lay: (root) => join(root, 'du-an/a/b'),
    named: 'a/b',
  },
  {
    name: 'a link into the project',
    lay: (root) => {
      mkdirSync(join(root, 'du-an/dist'), { recursive: true });
      symlinkSync(join(root, 'du-an/dist'), join(root, 'noi'));
      return join(root, 'noi');
    },
    named: 'noi',
  },
  { name: 'a file', lay: (root) => join(lay({ tep: '' })(root), 'tep'), named: 'tep' },
  { name: 'below a file', lay: (root) => join(lay({ tep: '' })(root), 'tep/trong'), named: 'tep' },
  { name: "somebody's web site", lay: lay({ 'index.html': 'x', 'anh/a.png': 'x' }), named: 'index.html' },
  { name: 'a home folder', lay: lay({ '.bashrc': '', 'Tai-lieu/don.docx': 'x' }), named: '.bashrc' },
  {
    name: 'releases of another tool',
    lay: lay({ 'releases/20260101120000/index.html': 'x' }),
    named: 'releases/20260101120000',
  },
  { name: 'a file called lock', lay: lay({ lock: '' }), named: 'lock' },
  { name: 'a file called releases', lay: lay({ releases: '' }), named: 'releases' },
  { name: 'a file called kept', lay: lay({ kept: '' }), named: 'kept' },
  { name: 'a folder called history.tsv', lay: lay({ 'history.tsv/a': '' }), named: 'history.tsv' },
  { name: 'a folder called addresses.txt', lay: lay({ 'addresses.txt/a': '' }), named: 'addresses.txt' },
  {
    name: 'a place where the system makes nothing',
    lay: () => '/proc/khong-co/so-tay',
    named: '/proc/khong-co',
  },
  { name: 'a device', lay: () => '/dev/null/so-tay', named: '/dev/null' },
  { name: 'a folder called current', lay: lay({ 'current/index.html': 'x' }), named: 'current' },
  { name: 'a current that leads elsewhere', lay: link('/var', 'current'), named: 'noi/current' },
  { name: 'a link that leads nowhere', lay: link('/khong-co/x'), named: 'đường nối' },
  { name: 'a link to itself', lay: link('noi'), named: 'đường nối dẫn vòng' },
  { name: 'a releases that leads nowhere', lay: link('/khong-co/x', 'releases'), named: 'đường nối' },
  { name: 'a name that is too long', lay: (root) => join(root, 'x'.repeat(300)), named: 'Chọn tên ngắn hơn' },
  { name: 'the top of the system', lay: () => '/', named: 'bin' },
  { name: 'a folder above the project', lay: (root) => root, named: 'du-an' },
  { name: 'a repository', lay: lay({ '.git/HEAD': 'x' }), named: '.git' },
  { name: 'a pipe', lay: pipe(), named: 'noi' },
  { name: 'a pipe called history.tsv', lay: pipe('history.tsv'), named: 'history.tsv phải là tệp' },
  { name: 'a pipe called lock', lay: pipe('lock'), named: 'lock phải là thư mục' },
  { name: 'a folder of the kernel', lay: () => '/sys/so-tay', named: 'máy không cho đổi gì ở đây' },
];

/** A link to somewhere: the folder itself, or in it. */
function link(to: string, name = ''): Wrong['lay'] {
  return (root) => {
    if (name !== '') mkdirSync(join(root, 'noi'));
    symlinkSync(to, join(root, 'noi', name));
    return join(root, 'noi');
  };
}
/** A named pipe, of which reading never ends. */
function pipe(name = ''): Wrong['lay'] {
  return (root) => {
    if (name !== '') mkdirSync(join(root, 'noi'));
    expect(spawnSync('mkfifo', [join(root, 'noi', name)]).status).toBe(0);
    return join(root, 'noi');
  };
}

/** What the operator reads: one message with a cure, in Vietnamese, without the program's stack. */
function expectKind(output: string): void {
  expect(output).toMatch(/Chọn|Chữa|Dời|Dùng|Gắn|Xóa|Đổi|Bỏ khóa|Làm sẵn|Để cả|chọn|dọn/);
  expect(output).not.toMatch(/^\s+at |Error:|E[A-Z]{3,}: |building/m);
}

describe('refused before anything is built', () => {
  test.each(wrong)('$name', async ({ lay: place, named }) => {
    const root = scratch();
    put(root, { 'du-an/package.json': '{}' });
    const to = place(root);
    const before = spawnSync('find', [root], { encoding: 'utf8' }).stdout;
    let built = false;
    const build = () => {
      built = true;
      return Promise.resolve();
    };
    const told = vi.spyOn(console, 'error').mockReturnValue();
    try {
      const code = await publish(tinyPlan(root, {}, { to, project: join(root, 'du-an'), build })).then(
        () => 0,
        (error: unknown) => tell(error),
      );
      expect(code).toBe(exitCodes.target);
      expect(told.mock.calls).toHaveLength(1);
      expect(told.mock.calls[0]?.[0]).toContain(named);
      expectKind(String(told.mock.calls[0]?.[0]));
    } finally {
      told.mockRestore();
    }
    expect(built).toBe(false);
    // Nothing was made, and nothing of somebody else's was moved or removed.
    if (!to.startsWith('/sys')) expect(spawnSync('find', [root], { encoding: 'utf8' }).stdout).toBe(before);
  });

  test('29 folders were tried', () => expect(wrong).toHaveLength(29));
});

describe('taken', () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    ['an empty folder', {}],
    ['the top of a disk', { 'lost+found/': '' }],
    ['what a killed first run left', { '.stage-0a1b2c3d4e5f-ban/site/index.html': 'x' }],
  ])('%s', async (_name, files) => {
    const root = scratch();
    mkdirSync(join(root, 'noi-phat-hanh'), { recursive: true });
    for (const [file, text] of Object.entries(files))
      if (file.endsWith('/')) mkdirSync(join(root, 'noi-phat-hanh', file));
      else put(join(root, 'noi-phat-hanh'), { [file]: text });
    await publishTiny(root, {}, { project: join(root, 'du-an') });
    expect(readersSite(join(root, 'noi-phat-hanh')).files).toBeGreaterThan(4);
  });

  test.each([
    'Nơi phát hành “sổ tay” số 1',
    `a'b"$HOME;#`,
    'hai\ndòng',
    '-rf',
    'khong-co/../noi/./',
    'sâu/ba/tầng',
  ])('a folder called %j', async (name) => {
    const root = scratch();
    await publishTiny(root, {}, { to: `${root}/${name}`, project: join(root, 'du-an') });
    expect(readersSite(join(root, name)).files).toBeGreaterThan(4);
  });

  test.each<readonly [string, (to: string, root: string) => void]>([
    [
      'releases on the same disk by a link',
      (to, root) => {
        mkdirSync(to);
        mkdirSync(join(root, 'khac'));
        symlinkSync(join(root, 'khac'), join(to, 'releases'));
      },
    ],
    ["somebody's file beside the lists", (to) => put(to, { 'kept/thu.doc': 'x' })],
    ['a file named as an edition', (to) => put(to, { [`releases/${'a'.repeat(64)}`]: 'x' })],
    ['a history of noise', (to) => put(to, { 'history.tsv': Buffer.from([0, 255, 10, 9, 9, 10, 65]) })],
    [
      'a list of addresses of noise',
      (to) => put(to, { 'history.tsv': '', 'addresses.txt': Buffer.from([0, 255, 10, 47, 9, 9, 10, 65]) }),
    ],
  ])('%s', async (_name, laid) => {
    const root = scratch();
    const to = join(root, 'noi-phat-hanh');
    laid(to, root);
    await publishTiny(root);
    expect(readersSite(to).files).toBeGreaterThan(4);
  });

  test('the live edition was lost: the next is the first again', async () => {
    const root = scratch();
    const to = join(root, 'noi-phat-hanh');
    await publishTiny(root, { edition: 'A' });
    rmSync(join(to, 'releases'), { recursive: true });
    await publishTiny(root, { edition: 'B' });
    expect(readersSite(to).front).toContain('Sổ tay B');
  });
});

/** The user that publishes here; not root, whom nothing is denied. */
const publisher = 65_534;

describe.skipIf(process.getuid?.() !== 0)('folders of another user (only root can lay them)', () => {
  /** Gives everything in a folder to a user. */
  const give = (folder: string, user: number): void => {
    chownSync(folder, user, user);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      if (existsSync(join(folder, name))) chownSync(join(folder, name), user, user);
  };

  test('an old edition of another owner stays and is told; it keeps nothing from readers', async () => {
    const root = scratch();
    const to = join(root, 'noi-phat-hanh');
    chmodSync(root, 0o777);
    for (let edition = 1; edition <= 5; edition++) await publishTiny(root, { edition: `${edition}` });
    const old = readdirSync(join(to, 'releases')).map((name) => join(to, 'releases', name));
    give(to, publisher);
    give(join(root, 'deploy'), publisher);
    for (const folder of old) give(folder, 0);
    for (const edition of ['6', '7', '8']) {
      const { code, output } = await publishApart({ root, variant: { edition }, user: publisher }).ended;
      expect(code, output).toBe(0);
      expect(readersSite(to).front).toContain(`Sổ tay ${edition}`);
      if (edition !== '8') continue;
      expect(output).toContain('sudo chown -R');
      expect(output).toContain('releases/');
    }
    for (const folder of old) expect(existsSync(folder), folder).toBe(true);
  });

  test('a folder that may not be written to is told before the build, with its cure', async () => {
    const root = scratch();
    chmodSync(root, 0o755);
    const to = join(root, 'noi-phat-hanh');
    await publishTiny(root, { edition: '1' });
    for (const folder of ['', 'releases', 'kept', 'lock']) {
      give(to, publisher);
      chownSync(join(to, folder), 0, 0);
      const { code, output } = await publishApart({ root, variant: { edition: '2' }, user: publisher }).ended;
      expect(code, output).toBe(11);
      expect(output).toContain(`${join(to, folder)}. `);
      expect(output).toContain('sudo chown -R');
      expect(output).not.toContain('building');
      expect(output).not.toMatch(/^\s+at /m);
    }
    expect(readersSite(to).front).toContain('Sổ tay 1');
  });

  test('a new place inside a folder of another user', async () => {
    const root = scratch();
    chmodSync(root, 0o755);
    writeFileSync(join(root, 'x'), '');
    const { code, output } = await publishApart({ root, user: publisher }).ended;
    expect(code, output).toBe(11);
    expect(output).toContain(`sudo install -d -o nobody ${root}/noi-phat-hanh`);
    expectKind(output);
  });

  /** Published by the publisher, then changed by another. */
  const after = async (change: (to: string, root: string) => void): Promise<string> => {
    const root = scratch();
    const to = join(root, 'noi-phat-hanh');
    chmodSync(root, 0o755);
    await publishTiny(root, { edition: '1' });
    give(to, publisher);
    give(join(root, 'deploy'), publisher);
    change(to, root);
    const { code, output } = await publishApart({ root, variant: { edition: '2' }, user: publisher }).ended;
    expect(code, output).toBe(11);
    expectKind(output);
    chmodSync(root, 0o755);
    expect(readersSite(to).front).toContain('Sổ tay 1');
    return output;
  };
  const shut = (path: string): void => {
    chownSync(path, 0, 0);
    chmodSync(path, 0o600);
  };
  test.each<readonly [string, (to: string, root: string) => void, string]>([
    ['the live edition', (to) => shut(join(to, readlinkSync(join(to, 'current')))), 'chown -R nobody'],
    ['the ledger of the repository', (_, root) => shut(join(root, 'deploy/addresses.txt')), 'addresses.txt'],
    ['the ledger of the folder', (to) => shut(join(to, 'addresses.txt')), 'addresses.txt'],
    [
      'what a killed run left of the lock',
      (to) => {
        put(to, { 'lock/khoa.json': '{}' });
        shut(join(to, 'lock/khoa.json'));
      },
      'khoa.json',
    ],
    // Not `chown`: the folder above may be somebody's home.
    ['the folder above', (_, root) => chmodSync(root, 0o700), 'sudo chmod o+x'],
  ])('shut: %s', async (_name, change, cure) => {
    expect(await after(change)).toContain(cure);
  });

  test('a publisher without a name, as in a container: its number, and a cure of one command', async () => {
    const root = scratch();
    chmodSync(root, 0o755);
    const to = join(root, 'Nơi phát hành');
    mkdirSync(to);
    const { code, output } = await publishApart({ root, to, user: 54_321 }).ended;
    expect(code, output).toBe(11);
    expectKind(output);
    expect(output).toContain(`sudo chown -R 54321 '${to}'`);
  });
});

/** Whether this machine lets a test mount a small disk. */
const mounts = ((): boolean => {
  const place = scratch();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', 'none', place]).status === 0;
  if (mounted) spawnSync('umount', [place]);
  return mounted;
})();

describe.skipIf(!mounts)('disks (only where a test may mount one)', () => {
  const mount = (place: string, ...options: readonly string[]): void => {
    mkdirSync(place, { recursive: true });
    const done = spawnSync('mount', [...options, ...(options.includes('--bind') ? [] : ['none']), place]);
    expect(done.status, String(done.stderr)).toBe(0);
  };
  /** Lays a disk at a name of the folder, publishes there as the command does, and takes the disk away. */
  const tryDisk = async (name: string, lay: (place: string, to: string) => void) => {
    const root = scratch();
    const to = join(root, 'noi-phat-hanh');
    const place = join(to, name);
    try {
      lay(place, to);
      const { code, output } = await publishApart({ root }).ended;
      return { code, output, site: code === 0 ? readersSite(to) : undefined };
    } finally {
      spawnSync('chattr', ['-ia', to]);
      spawnSync('umount', [place]);
    }
  };
  test.each<readonly [string, string, (place: string, to: string) => void, string]>([
    ['releases on another disk', 'releases', (place) => mount(place, '-t', 'tmpfs'), 'Để cả trên một đĩa'],
    [
      'releases laid over by the same disk',
      'releases',
      (place, to) => {
        mkdirSync(join(to, '../khac'));
        mount(place, '--bind', join(to, '../khac'));
      },
      'Để cả trên một đĩa',
    ],
    ['a disk for reading only', '', (place) => mount(place, '-t', 'tmpfs', '-o', 'ro'), 'chỉ cho đọc'],
    [
      'a disk for reading only, with folders of ours',
      '',
      (place, to) => {
        mount(place, '-t', 'tmpfs');
        for (const own of ['releases', 'kept', 'lock']) mkdirSync(join(to, own));
        expect(spawnSync('mount', ['-o', 'remount,ro', place]).status).toBe(0);
      },
      'chỉ cho đọc',
    ],
  ])('%s: refused before the build', async (_name, name, lay, cure) => {
    const { code, output } = await tryDisk(name, lay);
    expect(code, output).toBe(11);
    expect(output).toContain(cure);
    expectKind(output);
  });

  test('lists on another disk are no harm', async () => {
    const { code, output, site } = await tryDisk('kept', (place) => mount(place, '-t', 'tmpfs'));
    expect(code, output).toBe(0);
    expect(site?.files).toBeGreaterThan(4);
  });

  test('a folder that the system keeps from change is told with its cure', async ({ skip }) => {
    for (const flag of ['+i', '+a']) {
      const { code, output } = await tryDisk('', (_, to) => {
        mkdirSync(to);
        if (spawnSync('chattr', [flag, to]).status !== 0) skip('đĩa này không có cờ chattr');
      });
      expect(code, output).toBe(11);
      expect(output).toContain('sudo chattr -ia');
      expectKind(output);
    }
  });
});
