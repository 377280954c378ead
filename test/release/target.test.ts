/** Where publishing refuses to go, before anything is built; and what another user left in the folder. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publish } from '../../src/release/publish.ts';
import { Refusal } from '../../src/release/refusal.ts';
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
];

describe('refused before anything is built', () => {
  test.each(wrong)('$name', async ({ lay: place, named }) => {
    const root = scratch();
    put(root, { 'du-an/package.json': '{}' });
    const to = place(root);
    const before = readdirSync(root, { recursive: true }).sort();
    let built = false;
    const build = () => {
      built = true;
      return Promise.resolve();
    };
    const refused: unknown = await publish(
      tinyPlan(root, {}, { to, project: join(root, 'du-an'), build }),
    ).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ reason: 'target', message: expect.stringContaining(named) });
    expect(built).toBe(false);
    // Nothing was made, and nothing of somebody else's was moved or removed.
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(before);
  });

  test('seventeen folders were tried', () => expect(wrong).toHaveLength(17));
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
    expect(output).toContain('sudo chown -R');
    expect(output).not.toContain('building');
  });
});
