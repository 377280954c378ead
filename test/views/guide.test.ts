/** The tasks beside a guide, of those that it was picked for: one of each plan first, the rest a count. */
import { expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readContent } from '../../src/gate/read.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { guideView, type GuideView } from '../../src/views/guide.ts';
import { withTree, type Changes } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const tasks = ['tinh-mau-02/1', 'tinh-mau-02/2', 'xa-mau-01/1'];
const taskThree = `item: "3"
order: 3
title: Nhắc nhau tưới cây
summary: Nhắc nhau tưới cây mỗi tuần.
workstreams: [an-sach]
lead: [ubnd-tinh-mau]
time: { kind: weekly, words: Hằng tuần }
result: null
handbook: { by: guides }
checked: 2026-11-21
`;
const viewOf = (changes: Changes): GuideView =>
  withTree(changes, (root) => {
    const { entries } = readContent(root);
    const handbook = joinHandbook(entries, prove(entries));
    return guideView(present(handbook.byId.get('vuon/tuoi-cay'), 'the guide'), '2026-11-21');
  });
const named = (list: readonly string[]): Changes => ({
  'guides/vuon/tuoi-cay.mdx': (old) =>
    old.replace(
      /serves:\n(?: {2}- .*\n)+/,
      `serves: [${list.map((task) => `{ task: ${task}, why: Bài hợp với việc này. }`).join(', ')}]\n`,
    ),
});
const shown = (view: GuideView): string[] =>
  view.tasks.map(({ href }) => href.split('/').slice(2, 4).join('/'));

test('one task of each plan stands before a second of any', () => {
  const view = viewOf(named(tasks));
  expect(view.tasks).toHaveLength(3);
  expect(
    new Set(
      shown(view)
        .slice(0, 2)
        .map((id) => id.split('/')[0]),
    ).size,
  ).toBe(2);
  expect(view.moreTasks).toBe(0);
});

test('what is not shown by name is counted', () => {
  const view = viewOf({
    ...named([...tasks, 'tinh-mau-02/3', 'tinh-mau-02/4']),
    'tasks/tinh-mau-02/3.yaml': taskThree,
    'tasks/tinh-mau-02/4.yaml': taskThree.replace('item: "3"', 'item: "4"').replace('cây', 'hoa'),
  });
  expect(view.tasks).toHaveLength(3);
  expect(view.moreTasks).toBe(2);
});
