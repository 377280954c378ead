/**
 * One plan that states what real plans state and the first five did not: read through the gate, shown on
 * pages, in tables and in the calendar.
 */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readContent } from '../../src/gate/read.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import type { Handbook } from '../../src/handbook/handbook.ts';
import { calendarFile } from '../../src/outputs/calendar/calendar.ts';
import { unitTasks } from '../../src/outputs/unit-files/sheets.ts';
import { calendarView } from '../../src/outputs/calendar/view.ts';
import { indicatorRow } from '../../src/views/indicators.ts';
import { targetTables } from '../../src/views/targets.ts';
import { taskView } from '../../src/views/task.ts';
import { withTree, type Changes } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const inPlan =
  (yaml: string) =>
  (text: string): string =>
    text.replace(/^(?:indicators|reporting):.*\n(?:[ -].*\n)*/gm, '').replace(/\n---\n/, `\n${yaml}\n---\n`);

const indicator = (fields: string): string =>
  `  - { item: II.1, year: 2026, group: ba-con, wording: "Theo văn bản", ${fields} }`;
const targets = [
  'measure: other, what: được tuyên truyền, comparator: more-than, value: 1500, unit: count, of: lượt người',
  'measure: other, what: được tới nhà, comparator: equal, value: 160, unit: count, of: hộ',
  'measure: other, what: mô hình mẫu, comparator: at-least, value: 1, unit: count, of: mô hình',
  'measure: skills, comparator: range, value: 60, most: 70, unit: percent, by: 2026-06-30',
  'measure: identity, comparator: at-least, value: 80, unit: percent, places: [các xã vùng cao, hai xã đảo]',
];

function read(root: string): { problems: readonly { readonly message: string }[]; handbook: Handbook } {
  const { entries, problems } = readContent(root);
  const proof = prove(entries);
  return { problems: [...problems, ...proof.problems], handbook: joinHandbook(entries, proof) };
}
const plan = (reporting: string): Changes => ({
  'plans/xa-mau-01.mdx': (text) =>
    inPlan(
      [
        'alsoNumber: 12-KHLT/MAU',
        'amends: [tinh-mau-02]',
        'appendices: [Phụ lục I. Danh mục nhiệm vụ, Phụ lục II. Mẫu báo cáo]',
        `reporting: ${reporting}`,
        'indicators:',
        ...targets.map((fields) => indicator(fields)),
      ].join('\n'),
    )(text).replace(/^level: .*/m, 'level: school'),
  'tasks/xa-mau-01/1.yaml': (text) =>
    `${text.trimEnd()}\nproducts: [Báo cáo kết quả, Danh sách lớp]\nparts:\n  - { item: a, title: Mời người dạy }\n  - { item: b, title: Mượn phòng, time: { kind: before, date: 2026-03-15, words: Trước 15/3/2026 } }\n`,
});

const reports = {
  month: '{ words: Báo cáo trước ngày 25 hằng tháng., every: month, day: 25, limit: before }',
  once: '{ words: Báo cáo trước ngày 15/6/2026., every: once, on: 2026-06-15, limit: before }',
  year: '{ words: Báo cáo trước ngày 10/12 hằng năm., every: year, month: 12, day: 10, limit: by }',
};
const tried = (reporting: keyof typeof reports): Handbook =>
  withTree(plan(reports[reporting]), (root) => {
    const { problems, handbook } = read(root);
    expect(problems.map(({ message }) => message)).toEqual([]);
    return handbook;
  });

test('counts, a range, a day, places: each target in the words of the document', () => {
  const { indicators } = tried('month');
  const own = indicators.filter(({ plan: of }) => of.id === 'xa-mau-01').map(indicatorRow);
  expect(own.map(({ measure, words }) => `${measure}: ${words}`)).toEqual([
    'được tuyên truyền: trên 1.500 lượt người',
    'được tới nhà: 160 hộ',
    'mô hình mẫu: ít nhất 1 mô hình',
    expect.stringMatching(/: từ 60 đến 70%, tới .*30.*6.*2026$/),
    expect.stringMatching(/: ít nhất 80%$/),
  ]);
  expect(present(own[4], 'the fifth target').group).toContain('(các xã vùng cao, hai xã đảo)');
  const tables = targetTables({ indicators });
  expect(tables.map(({ unitName }) => unitName)).toEqual(
    expect.arrayContaining(['Đếm theo lượt người', 'Đếm theo hộ', 'Đếm theo mô hình', 'Tính theo phần trăm']),
  );
});

test('two numbers, appendices, an earlier plan that is changed, another level', () => {
  const { plans } = tried('month');
  const { data } = present(
    plans.find(({ id }) => id === 'xa-mau-01'),
    'the plan',
  );
  expect(data.alsoNumber).toBe('12-KHLT/MAU');
  expect(data.amends).toEqual(['tinh-mau-02']);
  expect(data.appendices).toHaveLength(2);
  expect(data.level).toBe('school');
});

test('products and parts stand on the page of the task and in the table of its unit', () => {
  const { tasks, units, ...handbook } = tried('month');
  const task = present(
    tasks.find(({ id }) => id === 'xa-mau-01/1'),
    'the task',
  );
  expect(taskView(task).lists.map(({ texts }) => texts)).toEqual([
    ['Báo cáo kết quả', 'Danh sách lớp'],
    ['a. Mời người dạy', 'b. Mượn phòng'],
  ]);
  const unit = present(
    units.find(({ leads }) => leads.includes(task)),
    'its unit',
  );
  expect(unitTasks(unit, handbook).flat().join('|')).toContain('Báo cáo kết quả\nDanh sách lớp');
});

test.each([
  ['month', '2026-01-24', 'FREQ=MONTHLY'],
  ['year', '2026-12-10', 'FREQ=YEARLY'],
  ['once', '2026-06-14', undefined],
] as const)('reports asked for by %s stand on their day in the calendar', (every, day, rule) => {
  const handbook = tried(every);
  const [report] = ICAL.Component.fromString(calendarFile(handbook))
    .getAllSubcomponents('vevent')
    .filter((event) => event.getFirstPropertyValue('uid')?.toString().startsWith('bao-cao-xa-mau-01'));
  expect(report?.getFirstPropertyValue('dtstart')?.toString().slice(4)).toBe(day.slice(4));
  expect(
    report
      ?.getFirstPropertyValue('rrule')
      ?.toString()
      .replace(/;UNTIL=.*/, ''),
  ).toBe(rule);
  const listed = calendarView(handbook).reports.filter(({ plan: of }) => of.id === 'xa-mau-01');
  expect(listed).toHaveLength(every === 'once' ? 0 : 1);
});

test.each([
  ['a range without its end', 'measure: skills, comparator: range, value: 60, unit: percent', /most/],
  ['a count of nothing', 'measure: skills, comparator: equal, value: 60, unit: count', /of/],
  ['a measure without a name', 'measure: other, comparator: equal, value: 60, unit: percent', /what/],
  [
    'a day in another year',
    'measure: skills, comparator: equal, value: 60, unit: percent, by: 2027-01-01',
    /by/,
  ],
])('%s is refused', (_, fields, said) => {
  const changes: Changes = {
    'plans/xa-mau-01.mdx': (text) => inPlan(`reporting: null\nindicators:\n${indicator(fields)}`)(text),
  };
  const messages = withTree(changes, (root) => readContent(root).problems.map(({ message }) => message));
  expect(messages.join('\n')).toMatch(said);
});

test('the tree that all this is tried on has the plan that is changed', () => {
  expect(withTree({}, (root) => read(root).handbook.plans.map(({ id }) => id))).toContain('tinh-mau-02');
});
