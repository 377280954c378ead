/** What the shared edition must hold, guides and sessions by name. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockLines } from '../../src/markdown/lines.ts';
import { projectRoot } from '../fixtures/tree.ts';
import { realHandbook } from '../real.ts';
import { whole } from '../whole.ts';

const handbook = realHandbook();

test('there is as much of everything as there was', () => {
  expect(handbook.guides.length).toBeGreaterThan(120);
  expect(handbook.terms.length).toBeGreaterThanOrEqual(120);
  expect(handbook.easyRead.length).toBeGreaterThanOrEqual(15);
  expect(handbook.plans).toHaveLength(6);
});

test('both READMEs count what there is', () => {
  const events = handbook.guides.filter(({ collection }) => collection === 'events').length;
  const counted: readonly (readonly [RegExp, RegExp, number])[] = [
    [
      /(\d+) guides and market lessons/,
      /(\d+) bài hướng dẫn và bài học chợ số/,
      handbook.guides.length - events,
    ],
    [/(\d+) events of life/, /(\d+) việc đời sống/, events],
    [/(\d+) rules/, /(\d+) quy định/, handbook.rules.length],
    [/(\d+) places to call/, /(\d+) nơi để gọi/, handbook.directory.length],
    [/(\d+) tasks/, /(\d+) nhiệm vụ/, handbook.tasks.length],
  ];
  for (const [place, file] of ['README.md', 'README.vi.md'].entries()) {
    const text = readFileSync(join(projectRoot, file), 'utf8');
    for (const [english, vietnamese, count] of counted)
      expect((place === 0 ? english : vietnamese).exec(text)?.[1], `${file}: ${english}`).toBe(String(count));
  }
});

test('the sessions are those that the campaign asks for', () => {
  expect(handbook.programmes.length).toBeGreaterThanOrEqual(14);
  for (const [what, audience] of [
    ['Người cao tuổi', 'nguoi-cao-tuoi'],
    ['TalkBack', 'nguoi-khuyet-tat'],
    ['ở bản', 'dong-bao-dan-toc'],
    ['Đảng viên tiên phong', 'dang-vien'],
    ['AI', 'can-bo'],
    ['Nghỉ ca', 'nguoi-lao-dong'],
    ['ông bà', 'hoc-sinh-sinh-vien'],
    ['10/10', 'to-cong-nghe-so'],
    ['Tiểu thương', 'tieu-thuong'],
    ['Thương mại điện tử', 'tieu-thuong'],
    ['Thanh toán', 'tieu-thuong'],
    ['Tiết kiệm', 'tieu-thuong'],
  ] as const) {
    expect(
      handbook.programmes.filter(
        (programme) => programme.data.title.includes(what) && programme.data.audiences.includes(audience),
      ).length,
      what,
    ).toBeGreaterThan(0);
  }
});
test('a guide opens with one short line and no box: its first step stands near its title', () => {
  const openings = handbook.guides
    .filter((guide) => guide.card === undefined)
    .map(({ id, tree }) => ({
      id,
      kinds: tree.intro.map(({ kind }) => kind),
      words: blockLines(tree.intro).flatMap(({ text }) => text.split(/\s+/u)).length,
    }));
  expect(openings.length).toBeGreaterThan(120);
  expect(openings.filter(({ kinds }) => kinds.some((kind) => kind !== 'paragraph'))).toEqual([]);
  expect(openings.filter(({ words }) => words === 0 || words > 25)).toEqual([]);
});

test('what changes fast is checked more often: taxes, invoices, deposit insurance', () => {
  for (const id of ['tieu-thuong/hoa-don-va-thue-2026', 'tiet-kiem/bao-hiem-tien-gui'])
    expect(handbook.byId.get(id)?.data.reviewEvery).toBeLessThanOrEqual(90);
});

const report = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/cli/report.ts', ...args], {
    encoding: 'utf8',
  });

test('a strict report of a late day lists what is overdue, and fails for a rule that ended', () => {
  const { stdout, stderr, status } = report('--strict', '--today', '2027-12-31');
  expect(stdout).toMatch(/202 .*: hạn 2027-/);
  expect(stderr).toContain('Có quy định đã quá hạn');
  expect(stdout).toMatch(/đã quá hạn: .*ho-kinh-doanh\/giam-thue-gtgt/);
  expect(status).toBe(1);
});

test.runIf(whole)('a report of an early day has nothing overdue', () => {
  expect(report('--today', '2026-11-22').stdout).toContain('Không bài nào quá hạn');
});
