/** What publishing promises on a day without accidents, and what it refuses. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { cleanEnvironment } from '../../src/release/environment.ts';
import { readHistory } from '../../src/release/history.ts';
import { listEditions, rollback } from '../../src/release/rollback.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { publishApart, publishTiny, put, readersSite, scratch, tinyPlan, until } from './tiny.ts';
import { leadOn, page, searchFile, tinyFiles } from './tiny-site.ts';
import { present } from '../present.ts';

const at = (root: string): string => join(root, 'noi-phat-hanh');
const now = () => new Date('2026-11-22T03:00:00Z');
const back = (root: string, steps: number) => rollback({ to: at(root), steps, now, say: () => {} });

describe('an edition', () => {
  test('is a link to a folder named by its own list, which sha256sum reads; every file is in the list', async () => {
    const root = scratch();
    const done = await publishTiny(root);
    expect(lstatSync(join(at(root), 'current')).isSymbolicLink()).toBe(true);
    const found = readersSite(at(root));
    expect(found.edition).toBe(done.edition);
    const run = spawnSync('sha256sum', ['-c', '--strict', '--quiet', 'sha256sums.txt'], {
      cwd: join(at(root), 'current'),
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    const list = readFileSync(join(at(root), 'current/sha256sums.txt'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(66));
    expect(list).toEqual([...list].sort());
    const onDisk = readdirSync(join(at(root), 'current'), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile(),
    );
    expect(onDisk.length).toBe(list.length + 1);
    expect(list).toContain('du-lieu/sbom.cdx.json');
  });

  test('has a brotli and a gzip twin of each text over 255 bytes, and of nothing else', async () => {
    const root = scratch();
    await publishTiny(root);
    let twins = 0;
    for (const [file, text] of Object.entries(tinyFiles({}))) {
      const path = join(at(root), 'current', file);
      const wanted = /\.(?:html|js|json|txt|xml)$/.test(file) && Buffer.byteLength(text) > 255;
      expect(existsSync(`${path}.br`), file).toBe(wanted);
      expect(existsSync(`${path}.gz`), file).toBe(wanted);
      if (!wanted) continue;
      expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(text);
      expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(text);
      expect(readFileSync(`${path}.gz`).subarray(4, 10)).toEqual(Buffer.from([0, 0, 0, 0, 2, 255]));
      twins++;
    }
    expect(twins).toBeGreaterThan(4);
  });

  test('is named by its content alone: not by clock, zone, umask, folder or order of creation', async () => {
    const roots = [scratch(), scratch(), scratch()];
    const plain = await publishTiny(present(roots[0], 'item 0 of roots'));
    // The process's own, which a thread may not change: `npm run mutate` runs tests in threads.
    const umask = isMainThread ? process.umask(0o077) : undefined;
    try {
      const other = await publishTiny(
        present(roots[1], 'item 1 of roots'),
        {},
        {
          now: () => new Date('1999-01-01T00:00:00Z'),
          build: async ({ site }) => {
            for (const [file, text] of Object.entries(tinyFiles({})).reverse()) {
              put(site, { [file]: text });
              utimesSync(join(site, file), 1, 1);
            }
          },
        },
      );
      expect(other.edition).toBe(plain.edition);
    } finally {
      if (umask !== undefined) process.umask(umask);
    }
    for (const entry of readdirSync(join(at(present(roots[1], 'item 1 of roots')), 'current'), {
      recursive: true,
      withFileTypes: true,
    }))
      expect(statSync(join(entry.parentPath, entry.name)).mode & 0o777, entry.name).toBe(
        entry.isFile() ? 0o644 : 0o755,
      );
    const zoned = await publishApart(
      { root: roots[2] },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
    ).ended;
    expect(zoned.output).toContain(`done ${plain.edition}`);
  });

  test('takes over twins of unchanged files, but not damaged ones', async () => {
    const root = scratch();
    const first = await publishTiny(root, { edition: 'A' });
    const damaged = join(at(root), 'releases', first.edition, '404.html.br');
    writeFileSync(damaged, 'x');
    await publishTiny(root, { edition: 'B' });
    expect(brotliDecompressSync(readFileSync(join(at(root), 'current/404.html.br'))).toString()).toBe(
      tinyFiles({})['404.html'],
    );
    const fresh = scratch();
    expect(readersSite(at(root)).edition).toBe((await publishTiny(fresh, { edition: 'B' })).edition);
  });

  test('leaves an unchanged file its time, so that a reader who has it need not fetch it again; a changed one has a new time', async () => {
    const root = scratch();
    await publishTiny(root);
    const time = (file: string): number => statSync(join(at(root), 'current', file)).mtimeMs;
    const files = Object.keys(tinyFiles({}));
    const first = new Map(files.map((file) => [file, time(file)]));
    await publishTiny(root, { also: { 'khac.html': page('Khác') }, edition: 'B' });
    const other = tinyFiles({ edition: 'B' });
    const same = files.filter(
      (file) => other[file] !== undefined && String(other[file]) === String(tinyFiles({})[file]),
    );
    expect(same.length).toBeGreaterThan(2);
    expect(same.length).toBeLessThan(files.length);
    for (const file of files.filter((file) => other[file] !== undefined))
      expect(Math.abs(time(file) - present(first.get(file), 'an entry of first')) < 2, file).toBe(
        same.includes(file),
      );
  });

  test('nothing changed: said so, no line in the history; damage in the live edition is mended', async () => {
    const root = scratch();
    const first = await publishTiny(root);
    expect(await publishTiny(root)).toMatchObject({ edition: first.edition, changed: false, mended: 0 });
    writeFileSync(join(at(root), 'current/61/index.html'), 'cut');
    rmSync(join(at(root), 'current/404.html'));
    writeFileSync(join(at(root), 'current/sha256sums.txt'), 'cut');
    expect(() => readersSite(at(root))).toThrow();
    expect(await publishTiny(root)).toMatchObject({ changed: false, mended: 3 });
    expect(readersSite(at(root)).edition).toBe(first.edition);
    expect(readHistory(join(at(root), 'history.tsv')).length).toBe(1);
  });
});

describe('older editions', () => {
  test('five stay; their hashed files are served by the live one; a page loaded before the switch finds its script', async () => {
    const root = scratch();
    for (const edition of ['1', '2', '3', '4', '5', '6', '7']) await publishTiny(root, { edition });
    expect(readdirSync(join(at(root), 'releases')).length).toBe(5);
    const scripts = readdirSync(join(at(root), 'current/_astro')).filter((file) => file.endsWith('.js'));
    // Of those that were kept when it went live.
    expect(scripts).toEqual(['2', '3', '4', '5', '6', '7'].map((text) => `trang.${text}123.js`));
    expect(readFileSync(join(at(root), 'current/_astro/trang.3123.js'), 'utf8')).toContain(
      "console.log('3')",
    );
    expect(existsSync(join(at(root), 'current/pagefind/pagefind.vi_6.pf_meta'))).toBe(true);
    // One copy on the disk.
    expect(statSync(join(at(root), 'current/_astro/trang.6123.js')).nlink).toBeGreaterThan(1);
    // They are no part of the edition.
    expect(readersSite(at(root)).edition).toBe((await publishTiny(scratch(), { edition: '7' })).edition);
  });

  test('rollback goes to what readers had before; rollback of a rollback goes on; forward undoes; publishing after a rollback forgets what was withdrawn', async () => {
    const root = scratch();
    const id: Record<string, string> = {};
    for (const edition of ['A', 'B', 'C']) id[edition] = (await publishTiny(root, { edition })).edition;
    expect(await back(root, 1)).toBe(id.B);
    expect(readersSite(at(root)).front).toContain('Sổ tay B');
    // Pages loaded from C still find their script.
    expect(existsSync(join(at(root), 'current/_astro/trang.C123.js'))).toBe(true);
    expect(await back(root, 1)).toBe(id.A);
    await expect(back(root, 1)).rejects.toMatchObject({ reason: 'nothing' });
    expect(await back(root, -2)).toBe(id.C);
    expect(await back(root, 2)).toBe(id.A);
    expect(await back(root, -1)).toBe(id.B);
    expect(listEditions(at(root)).map((edition) => [edition.edition, edition.live])).toEqual([
      [id.A, false],
      [id.B, true],
      [id.C, false],
    ]);
    id.D = (await publishTiny(root, { edition: 'D' })).edition;
    expect(await back(root, 1)).toBe(id.B);
    expect(readHistory(join(at(root), 'history.tsv')).map((deed) => deed.deed)).toEqual([
      'publish',
      'publish',
      'publish',
      'rollback',
      'rollback',
      'forward',
      'rollback',
      'forward',
      'publish',
      'rollback',
    ]);
  });

  test('a history that was lost is made again from what is there', async () => {
    const root = scratch();
    const ids: string[] = [];
    for (const edition of ['A', 'B', 'C']) {
      ids.push((await publishTiny(root, { edition })).edition);
      utimesSync(
        join(at(root), 'kept', `${present(ids.at(-1), 'an item of ids')}.txt`),
        ids.length,
        ids.length,
      );
    }
    rmSync(join(at(root), 'history.tsv'));
    expect(await back(root, 1)).toBe(ids[1]);
    expect(readdirSync(join(at(root), 'releases')).length).toBe(3);
  });

  test('a damaged edition is not rolled back to', async () => {
    const root = scratch();
    const first = await publishTiny(root, { edition: 'A' });
    await publishTiny(root, { edition: 'B' });
    writeFileSync(join(at(root), 'releases', first.edition, 'index.html'), 'cut');
    await expect(back(root, 1)).rejects.toMatchObject({ reason: 'verify' });
    expect(readersSite(at(root)).front).toContain('Sổ tay B');
  });

  test('order is by number, not by time: a clock that goes back and forth changes nothing', async () => {
    const root = scratch();
    const days = ['2030-01-01', '1999-01-01', '2050-06-01', '2001-01-01', '2026-11-22', '1980-01-01'];
    const ids: string[] = [];
    for (const [index, day] of days.entries())
      ids.push((await publishTiny(root, { edition: String(index) }, { now: () => new Date(day) })).edition);
    expect(new Set(readdirSync(join(at(root), 'releases')))).toEqual(new Set(ids.slice(1)));
    expect(await rollback({ to: at(root), steps: 1, now: () => new Date('1970-01-01'), say: () => {} })).toBe(
      ids[4],
    );
    expect(await rollback({ to: at(root), steps: 3, now: () => new Date('2100-01-01'), say: () => {} })).toBe(
      ids[1],
    );
  });
});

describe('refused, and the live edition stays', () => {
  const refused = async (
    root: string,
    variant: Parameters<typeof publishTiny>[1],
    reason: string,
    says: RegExp,
    more = {},
  ): Promise<void> => {
    const before = readersSite(at(root));
    await expect(publishTiny(root, variant, more)).rejects.toMatchObject({
      reason,
      message: expect.stringMatching(says) as string,
    });
    expect(readersSite(at(root))).toEqual(before);
    expect(readdirSync(at(root)).filter((file) => file.startsWith('.stage-'))).toEqual([]);
  };

  test.each<[string, Parameters<typeof publishTiny>[1], RegExp]>([
    [
      'a page that is cut',
      { also: { 'huong-dan/tien/quet-ma/index.html': page('Quét mã').slice(0, -10) } },
      /quet-ma\/index\.html bị cụt/,
    ],
    [
      'a page without a title',
      { also: { 'huong-dan/tien/quet-ma/index.html': page('Quét mã').replace(/<title>.*<\/title>/, '') } },
      /không có tiêu đề/,
    ],
    [
      'a page without a heading',
      { also: { 'huong-dan/tien/quet-ma/index.html': page('Quét mã').replace(/<h1>.*<\/h1>/, '') } },
      /không có đề mục lớn/,
    ],
    ['no front page', { without: ['index.html'] }, /thiếu index\.html/],
    ['no page for wrong addresses', { without: ['404.html'] }, /thiếu 404\.html/],
    [
      'no search index',
      { also: { 'pagefind/pagefind-entry.json': '{"languages":{}}' } },
      /chỉ mục tìm kiếm rỗng/,
    ],
    [
      'a search index without the parts of a page',
      { also: { 'pagefind/pagefind-entry.json': '{"languages":{"vi":{"hash":"vi_A","page_count":3}}}' } },
      /2 mảnh cho 3 trang/,
    ],
    [
      'a page that neither index knows',
      { also: { 'tim/goc.json': searchFile('') } },
      /1 trang không có trong chỉ mục tìm kiếm: \/huong-dan\/tien\/chuyen-tien\//,
    ],
    ['half a file of data', { also: { 'tim/goc.json': '{"a":' } }, /tim\/goc\.json không phải JSON/],
    [
      'a redirect to nowhere',
      { also: { '61/index.html': leadOn('/huong-dan/khong-co/') } },
      /dẫn tới \/huong-dan\/khong-co\//,
    ],
  ])('%s', async (_, variant, says) => {
    const root = scratch();
    await publishTiny(root, { edition: 'A' });
    await refused(root, { edition: 'A', ...variant }, 'proof', says);
  });

  test('a link in the built site', async () => {
    const root = scratch();
    await publishTiny(root);
    await refused(root, {}, 'proof', /"x"/, {
      build: async ({ site }: { site: string }) => {
        put(site, tinyFiles({}));
        symlinkSync('/etc/passwd', join(site, 'x'));
      },
    });
  });

  test('a page that is gone: the line to write is shown; with the redirect it passes', async () => {
    const root = scratch();
    await publishTiny(root);
    const old = 'huong-dan/tien/chuyen-tien/index.html';
    const renamed = {
      'huong-dan/tien/chuyen-tien-nhanh/index.html': String(tinyFiles({})[old]),
      'tim/goc.json': searchFile('/huong-dan/tien/chuyen-tien-nhanh/'),
      '62/index.html': leadOn('/huong-dan/tien/chuyen-tien-nhanh/'),
    };
    await refused(
      root,
      { without: [old], also: renamed },
      'address',
      /- from: \/huong-dan\/tien\/chuyen-tien\/\n {4}to: \/huong-dan\/tien\/chuyen-tien-nhanh\//,
    );
    // The folder remembers even when the repository forgets, and the other way round.
    rmSync(join(root, 'deploy/addresses.txt'));
    await refused(root, { without: [old], also: renamed }, 'address', /chuyen-tien[^]*reason: …(?:\n|$)/);
    await publishTiny(root);
    rmSync(join(at(root), 'addresses.txt'));
    await refused(root, { without: [old], also: renamed }, 'address', /chuyen-tien/);
    await publishTiny(root, {
      without: [],
      also: { ...renamed, [old]: leadOn('/huong-dan/tien/chuyen-tien-nhanh/') },
    });
    expect(readFileSync(join(root, 'deploy/addresses.txt'), 'utf8')).toContain(
      '/huong-dan/tien/chuyen-tien-nhanh/',
    );
  });

  test('a section or file that is gone needs a line in the list of withdrawn addresses; a step is only noted', async () => {
    const root = scratch();
    await publishTiny(root);
    const changed = {
      'huong-dan/tien/quet-ma/index.html': String(tinyFiles({})['huong-dan/tien/quet-ma/index.html'])
        .replace(/<section class="part"><h2 id="can-gi">.*?<\/section>/, '')
        .replace('<li id="buoc-2">Bấm</li>', ''),
    };
    await refused(
      root,
      { also: changed, without: ['du-lieu/chuyen-huong.txt'] },
      'address',
      /\/du-lieu\/chuyen-huong\.txt \| 2026-11-22 \| lý do …\n\/huong-dan\/tien\/quet-ma\/#can-gi \|/,
    );
    put(root, {
      'deploy/withdrawn.txt':
        '# bỏ hẳn\n/du-lieu/chuyen-huong.txt | 2026-11-22 | không dùng nữa\n/huong-dan/tien/quet-ma/#can-gi\n',
    });
    await refused(
      root,
      { also: changed, without: ['du-lieu/chuyen-huong.txt'] },
      'address',
      /withdrawn\.txt:3/,
    );
    put(root, {
      'deploy/withdrawn.txt':
        '# bỏ hẳn\n/du-lieu/chuyen-huong.txt | 2026-11-22 | không dùng nữa\n/huong-dan/tien/quet-ma/#can-gi | 2026-11-22 | gộp vào các bước\n',
    });
    const plan = tinyPlan(root, { also: changed, without: ['du-lieu/chuyen-huong.txt'] });
    const { publish } = await import('../../src/release/publish.ts');
    await publish(plan);
    expect(plan.said.join('\n')).toContain('/huong-dan/tien/quet-ma/#buoc-2');
  });

  test('a number on paper that would lead to another guide', async () => {
    const root = scratch();
    await publishTiny(root);
    await refused(
      root,
      { also: { '61/index.html': leadOn('/huong-dan/tien/chuyen-tien/') } },
      'address',
      /Số \/61\/ từng dẫn tới \/huong-dan\/tien\/quet-ma\/, nay dẫn tới \/huong-dan\/tien\/chuyen-tien\//,
    );
  });

  test("a copy of the repository for another place is not held by this one's ledger", async () => {
    const root = scratch();
    await publishTiny(root);
    const elsewhere = scratch();
    put(elsewhere, { 'deploy/addresses.txt': readFileSync(join(root, 'deploy/addresses.txt'), 'utf8') });
    const plan = tinyPlan(
      elsewhere,
      { without: ['huong-dan/tien/chuyen-tien/index.html', '62/index.html'] },
      { base: 'https://xa.example' },
    );
    await (await import('../../src/release/publish.ts')).publish(plan);
    expect(plan.said.join('\n')).toContain('https://thu.example');
    expect(readFileSync(join(elsewhere, 'deploy/addresses.txt'), 'utf8')).not.toContain('/62/');
  });

  test('a second publish at the same time', async () => {
    const root = scratch();
    const first = publishApart({ root, variant: { edition: 'A' }, wait: 4000 });
    await until(() => first.output().includes('building'));
    const second = await publishApart({ root, variant: { edition: 'B' } }).ended;
    expect(second.code, second.output).toBe(3);
    expect(second.output).toMatch(/phát hành, tiến trình \d+/);
    expect((await first.ended).code).toBe(0);
    expect(readersSite(at(root)).front).toContain('Sổ tay A');
  });

  test('`current` that is not our link, and a folder that may not be written to', async () => {
    const root = scratch();
    mkdirSync(join(at(root), 'current'), { recursive: true });
    await expect(publishTiny(root)).rejects.toMatchObject({ reason: 'target' });
    rmSync(join(at(root), 'current'), { recursive: true });
    writeFileSync(join(root, 'tep'), '');
    await expect(publishTiny(root, {}, { to: join(root, 'tep/trong') })).rejects.toMatchObject({
      reason: 'target',
    });
    chmodSync(join(root, 'tep'), 0o644);
  });
});

test("the ledger has each address once, sorted, with places and with the page of each number; a script's own files are not in it", async () => {
  const root = scratch();
  await publishTiny(root);
  const lines = readFileSync(join(root, 'deploy/addresses.txt'), 'utf8').trimEnd().split('\n');
  expect(lines[1]).toBe('# base https://thu.example');
  expect(lines.slice(2)).toEqual([
    '/',
    '/61/ /huong-dan/tien/quet-ma/',
    '/62/ /huong-dan/tien/chuyen-tien/',
    '/du-lieu/chuyen-huong.txt',
    '/du-lieu/sbom.cdx.json',
    '/huong-dan/tien/chuyen-tien/',
    '/huong-dan/tien/chuyen-tien/#can-gi',
    '/huong-dan/tien/quet-ma/',
    '/huong-dan/tien/quet-ma/#buoc-1',
    '/huong-dan/tien/quet-ma/#buoc-2',
    '/huong-dan/tien/quet-ma/#cac-buoc',
    '/huong-dan/tien/quet-ma/#can-gi',
    '/sitemap-index.xml',
  ]);
  expect(readFileSync(join(at(root), 'addresses.txt'), 'utf8')).toBe(
    readFileSync(join(root, 'deploy/addresses.txt'), 'utf8'),
  );
});

test("a build sees no secret of the shell and nothing of the user's home", () => {
  process.env.DEPLOY_TOKEN = 'bi-mat';
  try {
    const run = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
      env: cleanEnvironment('/nha-trong'),
      encoding: 'utf8',
    });
    const seen = JSON.parse(run.stdout) as Record<string, string>;
    expect(
      Object.keys(seen)
        .sort()
        .filter((key) => !['TMPDIR', 'TEMP', 'TMP', '__CF_USER_TEXT_ENCODING'].includes(key)),
    ).toEqual([
      'ASTRO_TELEMETRY_DISABLED',
      'FORCE_COLOR',
      'HOME',
      'LANG',
      'LC_ALL',
      'NO_COLOR',
      'PATH',
      'TZ',
      'USERPROFILE',
    ]);
    expect(seen.HOME).toBe('/nha-trong');
  } finally {
    delete process.env.DEPLOY_TOKEN;
  }
});

test('npm runs publishing once, and never towards a registry', () => {
  const pkg = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    private: boolean;
    scripts: Record<string, string>;
  };
  expect(pkg.private).toBe(true);
  expect(
    Object.keys(pkg.scripts).filter((text) =>
      /^(?:pre|post)(?:publish|pack|rollback|verify)|^(?:prepare|prepublishOnly|prepack|postpack)$/.test(
        text,
      ),
    ),
  ).toEqual([]);
  for (const key of ['publish', 'rollback', 'verify'])
    expect(pkg.scripts[key]).toBe(`node src/cli/run.mjs ${key}`);
});
