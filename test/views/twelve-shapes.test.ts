/**
 * The twelve shapes that a real plan, entered by hand, could once not hold, all in one plan: read through the
 * gate without a word of complaint, and each told by the page, the sheet or the calendar.
 */
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { prove } from '../../src/gate/prove.ts';
import { readContent } from '../../src/gate/read.ts';
import { joinHandbook } from '../../src/handbook/join.ts';
import { calendarFile } from '../../src/outputs/calendar/calendar.ts';
import { calendarView } from '../../src/outputs/calendar/view.ts';
import { unitTasks } from '../../src/outputs/unit-files/sheets.ts';
import { indicatorRow } from '../../src/views/indicators.ts';
import { taskView } from '../../src/views/task.ts';
import { withTree, type Changes } from '../fixtures/tree.ts';
import { present } from '../present.ts';

const target = (fields: string): string =>
  `  - { item: II.1, year: 2026, group: ba-con, wording: "Theo văn bản", ${fields} }`;
const times = {
  day: 'kind: day, day: 2026-10-10, words: Ngày 10/10/2026',
  monthly: 'kind: monthly, words: Hằng tháng',
  quarterly: 'kind: quarterly, words: Theo quý',
  periodic: 'kind: periodic, words: Định kỳ',
  span: 'kind: period, from: 2026-03-01, until: 2026-05-15, words: Từ 01/3 đến 15/5/2026',
};
const plan = [
  'level: school',
  'alsoNumber: 12-KHLT/MAU',
  'amends: [tinh-mau-02]',
  'appendices: [Phụ lục I. Danh mục nhiệm vụ]',
  'period: { from: 2026-01-01, until: 2026-12-31, words: Năm 2026 }',
  'reporting: { words: Báo cáo trước ngày 25 hằng tháng., every: month, day: 25, limit: before }',
  'indicators:',
  target(
    'measure: other, what: được tuyên truyền, comparator: more-than, value: 1500, unit: count, of: lượt',
  ),
  target('measure: skills, comparator: at-least, value: 70, unit: percent, alsoFor: [can-bo-xa, nha-nong]'),
  target('measure: identity, comparator: equal, value: 80, unit: percent, by: 2026-06'),
  target('measure: skills, comparator: range, value: 60, most: 70, unit: percent').replace('2026', '2027'),
].join('\n');
const changes: Changes = {
  'plans/xa-mau-01.mdx': (text) =>
    text
      .replace(/^(?:level|period|reporting): .*\n/gm, '')
      .replace(/^year: .*$/m, 'year: 2026')
      .replace(/\n---\n/, `\n${plan}\n---\n`),
  ...Object.fromEntries(
    Object.entries(times).map(([name, time], index) => [
      `tasks/xa-mau-01/${name}.yaml`,
      [
        `item: "S.${index + 1}"`,
        `order: ${index + 10}`,
        `title: Việc thử ${name}`,
        'summary: Việc của kế hoạch thử.',
        'workstreams: [lop-dem]',
        'lead: [ubnd-xa-mau]',
        `time: { ${time} }`,
        'result: Xong việc.',
        'products: [Báo cáo kết quả, Danh sách lớp]',
        'handbook: { by: none, reason: Việc nội bộ của cơ quan. }',
        'checked: 2026-11-21',
        '',
      ].join('\n'),
    ]),
  ),
};
const { problems, handbook } = withTree(changes, (root) => {
  const { entries, problems: read } = readContent(root);
  const proof = prove(entries);
  return { problems: [...read, ...proof.problems], handbook: joinHandbook(entries, proof) };
});
const own = present(
  handbook.plans.find(({ id }) => id === 'xa-mau-01'),
  'the plan',
);
const task = (name: string) =>
  present(
    handbook.tasks.find(({ id }) => id === `xa-mau-01/${name}`),
    name,
  );
const events = ICAL.Component.fromString(calendarFile(handbook))
  .getAllSubcomponents('vevent')
  .map((component) => ({
    uid: String(component.getFirstPropertyValue('uid')),
    first: String(component.getFirstPropertyValue('dtstart')),
    rule: String(component.getFirstPropertyValue('rrule') ?? ''),
  }));
const event = (of: string) => events.find(({ uid }) => uid.startsWith(of));
const words = handbook.indicators
  .filter((indicator) => indicator.plan === own)
  .map(indicatorRow)
  .map(({ group, words: said }) => `${group}: ${said}`);

test('the gate has nothing to say', () => {
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
});

const shapes: readonly (readonly [string, () => void])[] = [
  ['a deadline on a day', () => expect(event('nhiem-vu-xa-mau-01-day')?.first).toBe('2026-10-10')],
  [
    'each month, each quarter, from time to time',
    () => {
      expect(event('nhiem-vu-xa-mau-01-monthly')?.rule).toBe('FREQ=MONTHLY;UNTIL=20261231');
      expect(event('nhiem-vu-xa-mau-01-quarterly')?.rule).toContain('INTERVAL=3');
      expect(taskView(task('periodic')).when).toContain('Định kỳ');
      expect(event('nhiem-vu-xa-mau-01-periodic')?.rule).toBe('FREQ=MONTHLY;INTERVAL=3;UNTIL=20261231');
    },
  ],
  ['from a day to a day', () => expect(event('nhiem-vu-xa-mau-01-span')?.first).toBe('2026-03-01')],
  ['a count of turns', () => expect(words.join('\n')).toContain('trên 1.500 lượt')],
  ['one target for three groups', () => expect(words[1]?.split(':')[0]?.split(',')).toHaveLength(3)],
  ['reports each month by a day', () => expect(event('bao-cao-xa-mau-01')?.first.slice(8)).toBe('24')],
  ['a target by a month', () => expect(words[2]).toMatch(/80%, tới .*6\/2026/)],
  ['a range', () => expect(words[3]).toContain('từ 60 đến 70%')],
  [
    'several products of a task',
    () => {
      const unit = present(
        handbook.units.find(({ leads }) => leads.includes(task('day'))),
        'its unit',
      );
      expect(unitTasks(unit, handbook).flat().join('|')).toContain('Báo cáo kết quả\nDanh sách lớp');
    },
  ],
  [
    'a period, appendices, an earlier plan that is changed',
    () => {
      expect(own.data.period?.until).toBe('2026-12-31');
      expect(own.data.appendices).toHaveLength(1);
      expect(own.data.amends).toEqual(['tinh-mau-02']);
    },
  ],
  ['the level of a school', () => expect(own.data.level).toBe('school')],
  ['two document numbers', () => expect(own.data.alsoNumber).toBe('12-KHLT/MAU')],
];

test.each(shapes)('%s', (_, holds) => {
  holds();
});

test('all twelve are tried, and the calendar lists what comes next of them, the nearest first', () => {
  expect(shapes).toHaveLength(12);
  const soon = calendarView({ ...handbook, edition: '2026-02-01' }).soon.filter(
    ({ plan: of, what }) => of === 'Xã Mẫu' || what === 'Báo cáo: Xã Mẫu',
  );
  expect(soon.map(({ mark }) => mark.month)).toEqual(
    [...soon.map(({ mark }) => mark.month)].sort((a, b) => a - b),
  );
  expect(soon.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['Việc thử span', 'Việc thử day', 'Báo cáo: Xã Mẫu']),
  );
});
