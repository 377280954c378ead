/**
 * An edition is a folder over the handbook: what it adds, what it replaces, how that is told. On the small
 * content of the tests.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digestOf, mount, type Mounted } from '../../src/cli/edition/mount.ts';
import { byLine, namer } from '../../src/cli/edition/origins.ts';
import { compose } from '../../src/cli/edition/workspace.ts';
import { placeholderMark } from '../../src/gate/placeholders.ts';
import { formatProblem } from '../../src/domain/problem.ts';
import { askedFor, atRoot } from '../../src/cli/edition/run.ts';
import { editionSettings, writeEdition } from '../fixtures/edition-folder.ts';
import { copyTinyContent, copyTinyProject } from '../fixtures/project.ts';
import { checkTree } from '../fixtures/tree.ts';
import { present } from '../present.ts';
import { runFolder } from '../run-folder.ts';

const scratch = mkdtempSync(join(runFolder(), 'ban-'));
/** The content alone, where no command of it is run; and the whole project. */
const product = join(scratch, 'noi-dung');
const project = join(scratch, 'so-tay');
const base = (path: string): string => readFileSync(join(product, 'content', path), 'utf8');
beforeAll(() => {
  copyTinyContent(product);
  copyTinyProject(project);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let count = 0;
/** An edition with some files, mounted. */
function mounted(files: Readonly<Record<string, string>>): {
  readonly edition: string;
  readonly view: Mounted;
} {
  const edition = join(scratch, `xa-${count++}`);
  writeEdition(edition, files);
  return { edition, view: mount({ product, edition }) };
}

/** Rules of what was found, with the file that is named. */
const told = (list: Mounted['problems']): string[] => list.map(({ rule, file }) => `${rule} ${file}`);

const guideOf = (number: number): string =>
  base('guides/bep/rua-rau.mdx')
    .replace('number: 2', `number: ${number}`)
    .replace('Rửa rau cho', 'Rửa rau xã Ví Dụ');

describe('the view', () => {
  test('has the handbook, what the edition adds, and the edition’s settings over the handbook’s', () => {
    const { view } = mounted({ 'content/guides/bep/rua-rau-xa.mdx': guideOf(8000) });
    expect(view.problems).toEqual([]);
    expect(view.notices).toEqual([]);
    const from = [...view.files.values()].map((file) => file.from);
    expect(from.filter((one) => one === 'base').length).toBeGreaterThan(40);
    const own = present(view.files.get('content/guides/bep/rua-rau-xa.mdx'), 'the own guide');
    expect([own.from, own.origin]).toEqual(['added', '../xa-0/content/guides/bep/rua-rau-xa.mdx']);
    const settings = present(view.files.get('content/edition.yaml'), 'the settings').bytes.toString();
    expect(settings.startsWith(editionSettings)).toBe(true);
    // Inherited: where readers learn on. Not inherited: whom to call, who stands behind it.
    expect(settings).toContain('platform: {"name":"Nền tảng học thử"');
    expect(settings).toContain('original: {"name":"Sổ thử","url":"https://so-thu.example"}');
    expect(settings).not.toContain('Cứu hộ xã Mẫu');
  });

  test('is right by the gate, and every fault names the file of the edition and its line', () => {
    const { edition, view } = mounted({
      'content/guides/bep/rua-rau-xa.mdx': guideOf(8000).replace('audiences: [', 'audiences: [ba-con-xa, '),
    });
    const root = compose({ product, edition }, view);
    const { problems } = checkTree(root);
    const turn = namer(view);
    const lines = problems.map(formatProblem).map(turn).join('\n');
    expect(
      problems.map(({ rule }) => rule),
      lines,
    ).toEqual(['dangling']);
    expect(lines).toContain('../xa-1/content/guides/bep/rua-rau-xa.mdx:8');
  });

  test('keeps the names of the handbook’s own files, and of files inside other paths', () => {
    const { view } = mounted({ 'content/terms/tu-xa.yaml': 'x' });
    const turn = namer(view);
    expect(turn('lỗi ở content/terms/tu-xa.yaml:3:1')).toBe('lỗi ở ../xa-2/content/terms/tu-xa.yaml:3:1');
    for (const line of ['content/guides/bep/rua-rau.mdx:1', '/tmp/content/terms/tu-xa.yaml', 'content/'])
      expect(turn(line)).toBe(line);
    const heard: string[] = [];
    const out = byLine((text) => heard.push(text), turn);
    for (const part of ['a content/ter', 'ms/tu-xa.yaml\nb', ' cuối']) out.take(part);
    out.end();
    expect(heard.join('')).toBe('a ../xa-2/content/terms/tu-xa.yaml\nb cuối');
  });
});

test('tasks of a plan may stand in one file, every line told by it', () => {
  const task = base('tasks/xa-mau-01/1.yaml');
  const indented = task.replace(/^(?=.)/gm, '  ');
  const list = `# Việc của xã\nx-8:\n${indented}\nx-9: # việc nữa\n${indented}`;
  const { view } = mounted({ 'content/tasks/xa-mau-01.yaml': list });
  expect(view.files.has('content/tasks/xa-mau-01.yaml')).toBe(false);
  for (const id of ['x-8', 'x-9']) {
    const { bytes, origin } = present(view.files.get(`content/tasks/xa-mau-01/${id}.yaml`), id);
    expect(bytes.toString().trim()).toBe(task.trim());
    expect(origin).toMatch(/xa-\d+\/content\/tasks\/xa-mau-01\.yaml$/);
    const [first = ''] = task.split('\n');
    const line = bytes.toString().split('\n').indexOf(first);
    expect(list.split('\n')[line]).toBe(`  ${first}`);
  }
});

describe('offices of a place may stand in its settings', () => {
  const unit = 'name: Tổ số xã Ví Dụ\nlevel: commune\nplace: Xã Ví Dụ\nspellings: []\nchecked: 2026-11-21\n';
  const flat = `{ ${unit.replace('Tổ số', 'Đoàn').trim().split('\n').join(', ')} }`;
  const below = unit.replace(/^(?=.)/gm, '    ');
  const written = `units:\n  xa-vi-du-to: # của xã\n${below}  xa-vi-du-doan: ${flat}\n`;
  const settings = editionSettings.replace('checked:', `${written}checked:`);

  test('each is a file of its own, right by the gate, every line told by the settings', () => {
    const { edition, view } = mounted({ 'edition.yaml': settings });
    for (const [id, line] of [
      ['xa-vi-du-to', 11],
      ['xa-vi-du-doan', 16],
    ] as const) {
      const name = line === 11 ? 'Tổ số' : 'Đoàn';
      const { bytes, origin } = present(view.files.get(`content/units/${id}.yaml`), id);
      expect(parse(bytes.toString())).toEqual(parse(unit.replace('Tổ số', name)));
      expect(origin).toBe(`../${basename(edition)}/edition.yaml`);
      const lines = bytes.toString().split('\n');
      expect(lines.findIndex((text) => text.includes(name)) + 1).toBe(line);
    }
    const laid = present(view.files.get('content/edition.yaml'), 'the settings').bytes.toString();
    expect(laid.split('\n').findIndex((text) => text.startsWith('checked:')) + 1).toBe(17);
    expect(laid).not.toContain('units:');
    const { problems } = checkTree(compose({ product, edition }, view));
    expect(problems.map(formatProblem)).toEqual([]);
  });

  test('an id that the handbook has is told on its line, with another to take', () => {
    const taken = `units:\n  xa-vi-du-doan: ${flat}\n  hoi-nong-dan: ${flat}\n`;
    const { view } = mounted({ 'edition.yaml': editionSettings + taken });
    expect(view.problems.map(({ rule, line, fix }) => `${rule} ${line} ${fix}`)).toEqual([
      expect.stringMatching(/^unit-taken 12 .*xa-vi-du-/),
    ]);
  });

  test('what is no list of offices is left for the gate to tell', () => {
    for (const wrong of ['units: [a]\n', 'units: { a: x }\n']) {
      const { edition, view } = mounted({ 'edition.yaml': `${editionSettings}${wrong}` });
      const { problems } = checkTree(compose({ product, edition }, view));
      expect(problems.map(({ rule, field }) => `${rule} ${field}`).join(), wrong).toMatch(/units/);
    }
  });
});

describe('what an edition must say', () => {
  test('a folder without settings, settings in the wrong place, settings that lack something', () => {
    const { edition } = mounted({});
    rmSync(join(edition, 'edition.yaml'));
    mkdirSync(join(edition, 'content'), { recursive: true });
    writeFileSync(join(edition, 'content/edition.yaml'), editionSettings);
    expect(told(mount({ product, edition }).problems)).toEqual([
      `edition-settings-place ../${basename(edition)}/content/edition.yaml`,
      `edition-settings-none ../${basename(edition)}/edition.yaml`,
    ]);
    const { edition: other, view } = mounted({
      'edition.yaml': [
        editionSettings.replace(/^owner: .*\n/m, ''),
        'original: { name: Ai, url: https://ai.example }\n',
      ].join(''),
    });
    expect(told(view.problems)).toEqual([
      `edition-needs ../${basename(other)}/edition.yaml`,
      `edition-made ../${basename(other)}/edition.yaml`,
    ]);
    expect(view.problems[0]?.message).toContain('owner');
  });

  test('numbers of its level for guides of its own', () => {
    const guide = 'content/guides/bep/rua-rau-xa.mdx';
    for (const [number, rules] of [
      [3, ['edition-number']],
      [7000, ['edition-number']],
      [8000, []],
      [8999, []],
      [9000, ['edition-number']],
    ] as const) {
      const { view, edition } = mounted({ [guide]: guideOf(number) });
      expect(
        view.problems.map(({ rule }) => rule),
        String(number),
      ).toEqual(rules);
      if (rules.length > 0) expect(view.problems[0]?.fix).toBe('lấy số 8000');
      else expect(checkTree(compose({ product, edition }, view)).problems).toEqual([]);
    }
  });
});

describe('a file of the same path', () => {
  const path = 'content/guides/bep/rua-rau.mdx';
  const replaced = (digest: string): string =>
    base('guides/bep/rua-rau.mdx')
      .replace('---\n', `---\nreplaces: ${digest}\n`)
      .replace('Bỏ lá úa.', 'Bỏ lá úa, gốc già.');
  const digest = (): string => digestOf(readFileSync(join(product, path)));

  test('must say what it replaces, with the digest to write', () => {
    const { view } = mounted({ [path]: base('guides/bep/rua-rau.mdx') });
    expect(told(view.problems)).toEqual([`edition-replaces ../xa-${count - 1}/${path}`]);
    expect(view.problems[0]?.fix).toContain(`“replaces: ${digest()}”`);
  });

  test('stands in its place, every line where it was', () => {
    const { view, edition } = mounted({ [path]: replaced(digest()) });
    expect([view.problems, view.notices]).toEqual([[], []]);
    const text = present(view.files.get(path), 'the guide').bytes.toString();
    expect(text).toBe(replaced(digest()).replace(`replaces: ${digest()}`, ''));
    expect(checkTree(compose({ product, edition }, view)).problems).toEqual([]);
  });

  test('is told, and still built, when the original has changed or is gone', () => {
    const { view, edition } = mounted({ [path]: replaced('000000000000') });
    expect(view.problems).toEqual([]);
    expect(told(view.notices)).toEqual([`edition-drift ../xa-${count - 1}/${path}`]);
    const [drift] = view.notices;
    expect(drift?.line).toBe(2);
    expect(drift?.message).toMatch(/^Bản gốc đã đổi từ .*000000000000/);
    expect(drift?.fix).toContain(`replaces: ${digest()}`);
    expect(checkTree(compose({ product, edition }, view)).problems).toEqual([]);
    const { view: gone } = mounted({ 'content/terms/tu-xa.yaml': `replaces: ${digest()}\n` });
    expect(gone.notices.map(({ rule }) => rule)).toEqual(['edition-orphan']);
  });
});

test('an update of the handbook meets the edition without a conflict', () => {
  const own = { 'content/guides/bep/rua-rau-xa.mdx': guideOf(8000) };
  const { edition } = mounted(own);
  const newer = join(scratch, 'so-tay-moi');
  copyTinyContent(newer);
  const change = (path: string, from: string, to: string): void => {
    const file = join(newer, path);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  };
  change('package.json', '"version": "0.1.0"', '"version": "0.2.0"');
  change('content/guides/bep/rua-rau.mdx', 'Bỏ lá úa.', 'Bỏ lá úa và gốc.');
  change('content/edition.yaml', 'tagline: Mở ra là thử', 'tagline: Mở ra là làm thử');
  writeFileSync(join(newer, 'content/guides/bep/vo-gao.mdx'), guideOf(3).replace('xã Ví Dụ', 'lần nữa'));
  const view = mount({ product: newer, edition });
  expect(view.problems).toEqual([]);
  expect(view.notices.map(({ rule }) => rule)).toEqual(['edition-base']);
  expect(view.notices[0]?.fix).toContain('base: "0.2.0"');
  const root = compose({ product: newer, edition }, view);
  expect(checkTree(root).problems).toEqual([]);
  expect(readFileSync(join(root, 'content/edition.yaml'), 'utf8')).toContain('Mở ra là làm thử');
  // What a newer view no longer has is gone from the folder too.
  rmSync(join(edition, 'content'), { recursive: true });
  compose({ product: newer, edition }, mount({ product: newer, edition }));
  expect(existsSync(join(root, 'content/guides/bep/rua-rau-xa.mdx'))).toBe(false);
  expect(existsSync(join(root, 'content/guides/bep/vo-gao.mdx'))).toBe(true);
});

test('an edition written on a newer handbook is told to fetch that one, not to go back', () => {
  const { view } = mounted({ 'edition.yaml': editionSettings.replace('"0.1.0"', '"0.10.0"') });
  expect(view.notices.map(({ rule, fix }) => `${rule} ${fix}`)).toEqual([
    expect.stringMatching(/^edition-base .*phiên bản 0\.10\.0 trở lên/),
  ]);
});

test('is tested at the root of its host, with the tests beside it', () => {
  const { edition, view } = mounted({});
  const root = compose({ product, edition }, atRoot(view), ['test', 'tools']);
  const settings = readFileSync(join(root, 'content/edition.yaml'), 'utf8');
  expect(settings).toMatch(/^url: https:\/\/xa-vi-du\.example$/m);
  expect(settings.replace(/^url: .*$/m, '')).toBe(
    present(view.files.get('content/edition.yaml'), 'the settings')
      .bytes.toString()
      .replace(/^url: .*$/m, ''),
  );
});

describe('the command', () => {
  test('finds the edition among its arguments', () => {
    expect(askedFor(['check', '--fix-nfc', '--edition', '../xa'])).toEqual({
      command: 'check',
      edition: '../xa',
      rest: ['--fix-nfc'],
    });
    expect(askedFor(['publish', '--edition=../xa', '--to', 'noi'])).toEqual({
      command: 'publish',
      edition: '../xa',
      rest: ['--to', 'noi'],
    });
    expect(askedFor(['build', '--edition']).edition).toBeUndefined();
  });

  const run = (...args: readonly string[]) =>
    spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'src/cli/edition/run.ts', ...args],
      {
        cwd: project,
        encoding: 'utf8',
        env: { ...process.env, INIT_CWD: scratch },
      },
    );

  test('checks an edition whole, ends with 1 and names its file where something is wrong', () => {
    mounted({ 'content/guides/bep/rua-rau-xa.mdx': guideOf(8000) });
    const good = run('check', '--edition', `xa-${count - 1}`);
    expect(good.status, good.stdout + good.stderr).toBe(0);
    expect(good.stdout).toContain('không có lỗi');
    mounted({ 'content/guides/bep/rua-rau-xa.mdx': guideOf(8000).replace('level: first', 'level: de') });
    const bad = run('check', '--edition', `xa-${count - 1}`);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain(`../xa-${count - 1}/content/guides/bep/rua-rau-xa.mdx:7`);
    // What the mount tells counts, though the content that is checked after it is right.
    mounted({ 'content/guides/bep/rua-rau-xa.mdx': guideOf(3) });
    const mounts = run('check', '--edition', `xa-${count - 1}`);
    expect(mounts.status).toBe(1);
    expect(mounts.stdout).not.toContain('không có lỗi');
    expect(mounts.stdout).toContain('Còn 1 lỗi kể ở đầu.');
    // A line that is not written is one fault; the handbook's own in its place is not judged.
    mounted({ 'edition.yaml': `${editionSettings.replace(/^url: .*\n/m, '')}official: true\n` });
    const lacking = run('check', '--edition', `xa-${count - 1}`);
    expect(lacking.status).toBe(1);
    expect(lacking.stdout).toContain('còn thiếu: url.');
    expect(lacking.stdout.match(/Sửa:/g)).toHaveLength(1);
    // Settings that cannot be read are one fault in plain words, without the parser's own warnings.
    mounted({ 'edition.yaml': `${editionSettings}contacts:\n\t- { id: cuu-ho }\n` });
    const tab = run('check', '--edition', `xa-${count - 1}`);
    expect(tab.status).toBe(1);
    expect(tab.stdout).toContain('không bằng phím Tab');
    expect(tab.stdout.match(/Sửa:/g)).toHaveLength(1);
    expect(tab.stderr).toBe('');
    // Two people who are called the same cannot be told apart.
    const team = '  - { id: cuu-ho, name: Cứu hộ, where: Đình làng, use: Hỏi, phone: "0690 111 111" }\n';
    mounted({ 'edition.yaml': `${editionSettings}contacts:\n${team}${team.replace('111"', '222"')}` });
    const alike = run('check', '--edition', `xa-${count - 1}`);
    expect(alike.status).toBe(1);
    expect(alike.stdout).toContain('ghi thêm area ở mỗi nơi');
    expect(run('check', '--edition', 'khong-co').status).toBe(2);
    expect(run('move', '--edition', 'xa-0').status).toBe(2);
    expect(run('check', '--edition').status).toBe(2);
  }, 120_000);

  test.each([
    ['right', editionSettings],
    ['not filled in yet', editionSettings.replace(/^name: .*$/m, 'name: "✎ Tên sổ tay của nơi mình"')],
    ['naming a plan still to be written', `${editionSettings}show: { plans: [xa-mau-01, xa-vi-du] }\n`],
  ])(
    'a new guide takes the next number of the level; settings %s',
    (_, settings) => {
      mounted({ 'edition.yaml': settings, 'content/guides/bep/rua-rau-xa.mdx': guideOf(8000) });
      const made = run('new', 'guide', 'bep/luoc-rau', 'Luộc rau', '--edition', `xa-${count - 1}`);
      expect(made.status, made.stdout + made.stderr).toBe(0);
      const file = join(scratch, `xa-${count - 1}`, 'content/guides/bep/luoc-rau.mdx');
      expect(readFileSync(file, 'utf8')).toContain('number: 8001');
      expect(existsSync(join(project, 'content/guides/bep/luoc-rau.mdx'))).toBe(false);
    },
    120_000,
  );
});

describe('a new edition', () => {
  const make = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/edition.ts', ...args], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, INIT_CWD: scratch },
    });

  test('is one file to fill in: refused until it is, right as soon as it is', () => {
    expect(make('new', 'xa-moi').status).toBe(0);
    const edition = join(scratch, 'xa-moi');
    const file = join(edition, 'edition.yaml');
    const marked = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes(placeholderMark));
    const { problems } = checkTree(compose({ product, edition }, mount({ product, edition })));
    expect(problems.map(({ rule }) => rule)).toEqual(marked.map(() => 'placeholder'));
    expect(marked.length).toBe(6);
    const filled = readFileSync(file, 'utf8')
      .replace(/^url: .*$/m, 'url: https://xa-moi.example')
      .replace(/"✎[^"]*"/g, '"Xã Mới"');
    writeFileSync(file, filled);
    const view = mount({ product, edition });
    expect([view.problems, view.notices]).toEqual([[], []]);
    expect(checkTree(compose({ product, edition }, view)).problems).toEqual([]);
    // What is there is not written over; inside the handbook it would be in the way of updates.
    expect(make('new', 'xa-moi').status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe(filled);
    expect(make('new', 'so-tay/xa-moi').status).toBe(2);
    expect(make('new').status).toBe(2);
  });
});
