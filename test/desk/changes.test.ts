/** What a reviewer is told of a proposal, what approval writes, and what an operator is told of options. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withApproval } from '../../src/desk/approval.ts';
import { changedLines, linesOf, rulesNamed, wordChanges, type Line } from '../../src/desk/changes.ts';
import { collectionForms } from '../../src/desk/forms.ts';
import { gitPlace } from '../../src/desk/git-place.ts';
import { formOf } from '../../src/desk/names.ts';
import { DeskGate } from '../../src/desk/gate.ts';
import { present } from '../present.ts';

const forms = collectionForms();
const names = { body: 'Thân bài', partName: (name: string) => name };
const guide = 'content/guides/tien/chuyen-nham-tien.mdx';
const text = readFileSync(guide, 'utf8');
const lines = (file: string, written: string): Line[] =>
  linesOf(file, written, present(formOf(file, forms)), names);

test('words that went and came are told, whatever stays is not', () => {
  const pieces = wordChanges('Gọi ngân hàng ngay.', 'Gọi số 113 ngay.');
  expect(pieces.map(({ kind, text: words }) => `${kind}:${words.trim()}`)).toEqual([
    'same:Gọi',
    'gone:ngân hàng',
    'new:số 113',
    'same:ngay.',
  ]);
  const joined = (kinds: readonly string[]): string =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text: words }) => words)
      .join('');
  expect(joined(['same', 'gone'])).toBe('Gọi ngân hàng ngay.');
  expect(joined(['same', 'new'])).toBe('Gọi số 113 ngay.');
});

test('a guide that did not change has no changed line; each change is told where it stands', () => {
  const before = lines(guide, text);
  expect(before.length).toBeGreaterThan(40);
  expect(changedLines(before, lines(guide, text))).toEqual([]);
  const title = /^title: (.*)$/m.exec(text)?.[1] ?? '';
  const after = text.replace(`title: ${title}`, `title: ${title} rồi`).replace(/\n<\/Steps>/, '\n\n</Steps>');
  const changed = changedLines(before, lines(guide, after));
  expect(changed.map(({ where }) => where)).toEqual(['Tên bài']);
  expect(changed[0]?.pieces.find(({ kind }) => kind === 'new')?.text.trim()).toBe('rồi');
});

test('a line that came or went as a whole stands as such', () => {
  const line = (where: string): Line => ({ where, text: `câu ${where}` });
  const [one, two, three] = [line('a'), line('b'), line('c')];
  expect(changedLines([one, two], [one, three])).toEqual([
    { where: 'b', pieces: [{ kind: 'gone', text: 'câu b' }] },
    { where: 'c', pieces: [{ kind: 'new', text: 'câu c' }] },
  ]);
});

test('rules are found in sentences and in fields', () => {
  expect(rulesNamed('Nhiều nhất <Rule id="tien/han-muc" part="van-ban" /> và <Rule id="a/b" />.')).toEqual([
    'a/b',
    'tien/han-muc',
  ]);
  expect(rulesNamed('due:\n  - rule: thue/ke-khai\n')).toEqual(['thue/ke-khai']);
});

const approval = { role: 'Trưởng phòng', unit: 'Sở Khoa học và Công nghệ', day: '2026-11-20' };

test('approval of a guide is a line of the edition that the gate takes; a later one takes its place', () => {
  const edition = readFileSync('content/edition.yaml', 'utf8');
  const once = withApproval(guide, edition, approval, forms);
  expect(once.startsWith(edition.slice(0, edition.indexOf('checked:')))).toBe(true);
  expect(once).toContain('guides: [tien/chuyen-nham-tien]');
  const later = withApproval(guide, once, { ...approval, day: '2026-11-28' }, forms);
  expect(later.split('tien/chuyen-nham-tien').length).toBe(2);
  expect(later).toContain('day: 2026-11-28');
  const gate = new DeskGate([['content/edition.yaml', edition]]);
  const told = gate.check('content/edition.yaml', later).problems.map(({ field }) => field);
  expect(told.filter((field) => /^reviewed\.\d+\.(?:role|unit|day)/.test(field))).toEqual([]);
});

test('approval of an entry of the directory stands in that entry and changes nothing else of it', () => {
  const file = present(globSync('content/directory/*.yaml').toSorted()[0]);
  const before = readFileSync(file, 'utf8');
  const after = withApproval(file, before, approval, forms);
  const added = after.split('\n').filter((line) => !before.split('\n').includes(line));
  expect(added.join('\n')).toContain('Trưởng phòng');
  expect(before.split('\n').filter((line) => !after.split('\n').includes(line))).toEqual([]);
});

test('what an operator typed is told field by field, or taken', () => {
  expect(gitPlace({})).toEqual({ faults: [] });
  const typed = { server: 'ftp://x', repository: 'so-tay', client: '1', branch: 'a b' };
  const { faults } = gitPlace(typed);
  expect(faults.length).toBe(4);
  for (const given of Object.values(typed)) expect(faults.join('\n')).toContain(`“${given}”`);
  expect(gitPlace({ repository: 'a/b' }).faults.length).toBe(1);
  const good = { server: 'https://git.tinh.gov.vn/', repository: 'so-khcn/so-tay', client: '0a1b2c3d-4e' };
  expect(gitPlace(good)).toEqual({
    git: { ...good, kind: 'gitea', server: 'https://git.tinh.gov.vn', branch: 'main' },
    faults: [],
  });
  // GitLab has groups in groups; GitHub gives no page an application, so that a token is brought.
  const groups = { ...good, kind: 'gitlab', repository: 'so-khcn/tai-lieu/so-tay' };
  expect(gitPlace(groups).git).toMatchObject({ kind: 'gitlab', repository: groups.repository });
  expect(gitPlace({ ...groups, kind: 'gitea' }).faults).toHaveLength(1);
  expect(gitPlace({ ...good, kind: 'github' }).git).toMatchObject({ kind: 'github', client: '' });
  expect(gitPlace({ ...good, kind: 'svn' }).faults).toEqual([expect.stringContaining('“svn”')]);
});
