/** The calendar file, read back with a reader of its own kind. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/gate/read.ts';
import { prove } from '../../../src/gate/prove.ts';
import { foldLine } from '../../../src/formats/ics.ts';
import { calendarEntries, calendarFile } from '../../../src/outputs/calendar/calendar.ts';
import { addDays, lastDay } from '../../../src/domain/days.ts';
import { calendarHolds, documentWords, hasDays } from '../../../src/domain/timing.ts';
import type { Handbook } from '../../../src/handbook/handbook.ts';
import { joinHandbook } from '../../../src/handbook/join.ts';
import { swap, withTree, type Changes } from '../../fixtures/tree.ts';
import { present } from '../../present.ts';
import { floor, isNational } from '../../national/edition.ts';
import { realHandbook } from '../../real.ts';

function handbook(root: string): Handbook {
  const { entries } = readContent(root);
  return joinHandbook(entries, prove(entries));
}
const good = (changes: Changes = {}): Handbook => withTree(changes, handbook);
interface Event {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  rule: string | null;
}
/** What a whole calendar says of itself. */
const calendarOf = (file: string): ICAL.Component => new ICAL.Component(ICAL.parse(file));
const eventsOf = (file: string): { event: ICAL.Event; component: ICAL.Component }[] =>
  calendarOf(file)
    .getAllSubcomponents('vevent')
    .map((component) => ({ event: new ICAL.Event(component), component }));
function read(file: string): Event[] {
  return eventsOf(file).map(({ event, component }) => {
    return {
      uid: event.uid,
      summary: event.summary,
      description: event.description,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      rule: component.getFirstPropertyValue('rrule')?.toString() ?? null,
    };
  });
}

describe('folding', () => {
  test.each([
    'x'.repeat(75),
    'x'.repeat(76),
    'x'.repeat(400),
    'ệ'.repeat(100),
    '👨‍👩‍👧'.repeat(20),
    `SUMMARY:${'Kế hoạch triển khai '.repeat(20)}`,
    '',
  ])('of “%.20s…” keeps every byte and no line above 75', (line) => {
    const folded = foldLine(line);
    for (const part of folded.split('\r\n')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(75);
    expect(folded.replaceAll('\r\n ', '')).toBe(line);
  });
  test('leaves 75 bytes whole and cuts 76', () => {
    expect(foldLine('x'.repeat(75))).not.toContain('\r\n');
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
  });
});

const remind = 'Kế hoạch không nêu ngày trong tuần; lịch nhắc vào thứ Hai.';
const goesOn = 'Lịch này ghi tới hết năm 2027; bản sổ tay ra sau sẽ ghi tiếp.';

test('the good tree: a month, a yearly day, a quarter report', () => {
  expect(read(calendarFile(good()))).toEqual([
    {
      uid: 'nhiem-vu-tinh-mau-02-1@so-tay-binh-dan-hoc-vu-so',
      summary: 'Mở ngày hội rau (Tỉnh Mẫu)',
      description: `Mở ngày hội rau hằng năm. ${goesOn}`,
      start: '2025-10-10',
      end: '2025-10-11',
      rule: 'FREQ=YEARLY;UNTIL=20271231',
    },
    {
      uid: 'nhiem-vu-tinh-mau-02-2@so-tay-binh-dan-hoc-vu-so',
      summary: 'Nhắc nhau rửa rau (Tỉnh Mẫu)',
      description: `Nhắc nhau rửa rau mỗi tuần. ${remind} ${goesOn}`,
      start: '2025-03-03',
      end: '2025-03-04',
      rule: 'FREQ=WEEKLY;UNTIL=20271231',
    },
    {
      uid: 'nhiem-vu-xa-mau-01-1@so-tay-binh-dan-hoc-vu-so',
      summary: 'Mở lớp nấu ăn (Xã Mẫu)',
      description: 'Hạn: Tháng 6/2025. Mở lớp nấu ăn buổi tối ở nhà văn hóa.',
      start: '2025-06-01',
      end: '2025-07-01',
      rule: null,
    },
    {
      uid: 'bao-cao-tinh-mau-02@so-tay-binh-dan-hoc-vu-so',
      summary: 'Báo cáo quý: Tỉnh Mẫu',
      description: `Báo cáo trước ngày 15 của tháng cuối quý. ${goesOn}`,
      start: '2025-03-14',
      end: '2025-03-15',
      rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;UNTIL=20271231',
    },
  ]);
});

test('commas, semicolons, backslashes, quotes and line ends come back as they were', () => {
  const title = 'A, b; c\\d “e” "f": g';
  const file = calendarFile(
    good({
      'tasks/xa-mau-01/1.yaml': (text) =>
        text
          .replace('title: Mở lớp nấu ăn\n', `title: ${JSON.stringify(title)}\n`)
          .replace('summary: Mở lớp nấu ăn buổi tối ở nhà văn hóa.', 'summary: "Dòng một,\\ndòng hai; hết"'),
    }),
  );
  const event = present(
    read(file).find((candidate) => candidate.uid.startsWith('nhiem-vu-xa-mau-01-1')),
    'one of read',
  );
  expect(event.summary).toBe(`${title} (Xã Mẫu)`);
  expect(event.description).toBe('Hạn: Tháng 6/2025. Dòng một,\ndòng hai; hết');
});

test('UIDs stay when words, order and time change', () => {
  const before = read(calendarFile(good()));
  const after = read(
    calendarFile(
      good({
        'tasks/xa-mau-01/1.yaml': (text) =>
          text
            .replace('Mở lớp nấu ăn\n', 'Tên khác\n')
            .replace('order: 1', 'order: 7')
            .replace('2025-06', '2025-09'),
      }),
    ),
  );
  expect(after.map((event) => event.uid)).toEqual(before.map((event) => event.uid));
  expect(after.map((event) => event.summary)).not.toEqual(before.map((event) => event.summary));
});

test('UIDs stay when the site moves to another domain', () => {
  const here = good();
  const moved = { ...here, site: { ...here.site, url: 'https://noi-khac.example' } };
  const after = calendarFile(moved);
  expect(after).toContain('https://noi-khac.example/');
  expect(read(after).map((event) => event.uid)).toEqual(read(calendarFile(here)).map((event) => event.uid));
});

test('events of a later edition replace those of an earlier one', () => {
  const sequences = (edition: string): number[] =>
    eventsOf(calendarFile({ ...good(), edition })).map(({ event }) => event.sequence);
  const [before, after] = [sequences('2026-02-28'), sequences('2026-03-01')];
  expect(before).toHaveLength(4);
  expect(after).toEqual(before.map((sequence) => sequence + 1));
  expect(new Set(sequences('2020-01-01'))).toEqual(new Set([0]));
});

test('a report due by a day keeps that day', () => {
  const events = read(calendarFile(good({ 'plans/tinh-mau-02.mdx': swap('limit: before', 'limit: by') })));
  expect(events.find((event) => event.uid.startsWith('bao-cao'))?.start).toBe('2025-03-15');
});

test.each([
  ['kind: day, day: 2025-10-10', '2025-10-10', '2025-10-11', null],
  ['kind: by, date: 2025-11-15', '2025-11-15', '2025-11-16', null],
  ['kind: before, date: 2025-11-30', '2025-11-29', '2025-11-30', null],
  ['kind: period, from: 2025-09-15, until: 2025-10-10', '2025-09-15', '2025-10-11', null],
  ['kind: quarter, year: 2025, quarter: 3', '2025-07-01', '2025-10-01', null],
  ['kind: monthly, day: 20, limit: before', '2025-01-19', '2025-01-20', 'FREQ=MONTHLY;UNTIL=20271231'],
  ['kind: monthly, day: 5, until: 2026-06', '2025-01-05', '2025-01-06', 'FREQ=MONTHLY;UNTIL=20260630'],
  ['kind: daily', '2025-01-06', '2025-01-07', 'FREQ=WEEKLY;UNTIL=20271231'],
  ['kind: periodic, until: 2026', '2025-01-01', '2025-01-02', 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20261231'],
  ['kind: yearly', '2025-01-01', '2025-01-02', 'FREQ=YEARLY;UNTIL=20271231'],
  ['kind: weekly', '2025-01-06', '2025-01-07', 'FREQ=WEEKLY;UNTIL=20271231'],
  ['kind: monthly, from: 2025-02-03', '2025-03-01', '2025-03-02', 'FREQ=MONTHLY;UNTIL=20271231'],
  ['kind: quarterly, until: 2025', '2025-01-01', '2025-01-02', 'FREQ=MONTHLY;INTERVAL=3;UNTIL=20251231'],
])('a task of %s stands on its days', (time, start, end, rule) => {
  const file = calendarFile(good({ 'tasks/xa-mau-01/1.yaml': swap('kind: once, month: 2025-06', time) }));
  const event = read(file).find((candidate) => candidate.uid.startsWith('nhiem-vu-xa-mau-01-1'));
  expect([event?.start, event?.end, event?.rule]).toEqual([start, end, rule]);
});

test('a 30th of each month is the last of February, and no month is left out', () => {
  const file = calendarFile(
    good({
      'tasks/xa-mau-01/1.yaml': swap('kind: once, month: 2025-06', 'kind: monthly, day: 30, until: 2025'),
    }),
  );
  const found = eventsOf(file).find(({ event }) => event.uid.startsWith('nhiem-vu-xa-mau-01-1'));
  const each = present(found, 'the task').event.iterator();
  const days: string[] = [];
  for (let next: unknown = each.next(); next instanceof ICAL.Time; next = each.next())
    days.push(next.toString());
  expect(days.map((day) => day.slice(5))).toEqual(
    '01-30 02-28 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30'.split(' '),
  );
});

test('work of each week comes every Monday until its end, and says that the day is the calendar’s', () => {
  const file = calendarFile(
    good({
      'tasks/xa-mau-01/1.yaml': swap(
        'kind: once, month: 2025-06',
        'kind: weekly, from: 2025-06-04, until: 2025-08-15',
      ),
    }),
  );
  const found = present(
    eventsOf(file).find(({ event }) => event.uid.startsWith('nhiem-vu-xa-mau-01-1')),
    'the task',
  );
  expect(found.event.description).toContain('không nêu ngày trong tuần');
  const each = found.event.iterator();
  const days: string[] = [];
  for (let next: unknown = each.next(); next instanceof ICAL.Time; next = each.next()) {
    expect(next.dayOfWeek()).toBe(ICAL.Time.MONDAY);
    days.push(next.toString());
  }
  expect([days.length, days[0], days.at(-1)]).toEqual([10, '2025-06-09', '2025-08-11']);
});

test.each([
  ['daily', 'hằng ngày; lịch chỉ nhắc vào thứ Hai'],
  ['periodic', '“định kỳ”, không nêu bao lâu một lần'],
  ['yearly', 'không nêu ngày trong năm'],
])('a reminder of %s work says that its day is the calendar’s', (kind, words) => {
  const file = calendarFile(
    good({ 'tasks/xa-mau-01/1.yaml': swap('kind: once, month: 2025-06', `kind: ${kind}`) }),
  );
  const event = read(file).find(({ uid }) => uid.startsWith('nhiem-vu-xa-mau-01-1'));
  expect(event?.description).toContain(words);
});

test('a calendar says how many tasks it leaves out, and where they stand', () => {
  const described = (file: string): unknown => calendarOf(file).getFirstPropertyValue('x-wr-caldesc');
  const times = (time: string): Changes => ({
    'tasks/xa-mau-01/1.yaml': swap('kind: once, month: 2025-06', time),
  });
  const before = good().tasks.filter(({ data }) => !calendarHolds(data.time)).length;
  expect(String(described(calendarFile(good(times('kind: ongoing')))))).toMatch(
    new RegExp(`không có ${before + 1} việc .*/lich/$`),
  );
  if (before === 0) expect(described(calendarFile(good()))).toBeNull();
});

test('work that comes each month without a day leaves no calendar behind its end', () => {
  const file = calendarFile(
    good({
      'tasks/xa-mau-01/1.yaml': swap(
        'kind: once, month: 2025-06',
        'kind: monthly, from: 2025-06-04, until: 2025-06-20',
      ),
    }),
  );
  expect(read(file).filter(({ uid }) => uid.startsWith('nhiem-vu-xa-mau-01-1'))).toEqual([]);
});

test('what comes again begins with the plan and ends with it', () => {
  const events = read(
    calendarFile(
      good({
        'plans/tinh-mau-02.mdx': (text) =>
          text
            .replace('date: 2025-03-01', 'date: 2025-04-14')
            .replace('period: null', 'period: { until: 2026, words: Đến hết năm 2026 }'),
      }),
    ),
  );
  expect(events.filter(({ rule }) => rule !== null).map(({ start, rule }) => [start, rule])).toEqual([
    ['2025-10-10', 'FREQ=YEARLY;UNTIL=20261231'],
    ['2025-04-14', 'FREQ=WEEKLY;UNTIL=20261231'],
    ['2025-06-14', 'FREQ=YEARLY;BYMONTH=3,6,9,12;UNTIL=20261231'],
  ]);
});

describe('the real calendar', () => {
  const real = realHandbook();
  const file = calendarFile(real);
  test('tells how many tasks have no day to stand on', () => {
    const out = real.tasks.filter(({ data }) => !calendarHolds(data.time)).length;
    expect(out).toBeGreaterThanOrEqual(floor(11));
    expect(String(calendarOf(file).getFirstPropertyValue('x-wr-caldesc'))).toContain(`không có ${out} việc`);
  });
  test('has all dated tasks and quarter reports, each with a UID of its own', () => {
    const dated = real.tasks.filter((task) => calendarHolds(task.data.time)).length;
    const reports = real.plans.filter((plan) => plan.data.reporting?.every === 'quarter').length;
    expect([dated, reports].map((count, index) => count >= floor([6, 2][index] ?? 0))).toEqual([true, true]);
    const events = read(file);
    expect(events.length).toBe(dated + reports);
    expect(calendarEntries(real).length).toBe(events.length);
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    for (const event of events) expect(event.start).toMatch(/^20\d\d-\d\d-\d\d$/);
  });
  test.runIf(isNational)('holds what the documents say, read from their words by themselves', () => {
    const found = new Map(read(file).map((event) => [event.uid.split('@')[0], event]));
    const two = (number: string | undefined): string => String(number).padStart(2, '0');
    let [days, months] = [0, 0];
    for (const task of real.tasks.filter(({ data }) => hasDays(data.time))) {
      const words = documentWords(task.data.time);
      const event = present(found.get(`nhiem-vu-${task.id.replace('/', '-')}`), task.id);
      const day = /ngày (\d+)(?:\/| tháng )(\d+) h[ằà]ng năm/i.exec(words);
      const month = /^Tháng (\d+)\/(\d{4})$/.exec(words);
      if (day) {
        expect(event.start.slice(4), task.id).toBe(`-${two(day[2])}-${two(day[1])}`);
        expect(event.end, task.id).toBe(addDays(event.start, 1));
        expect(event.rule, task.id).toMatch(/^FREQ=YEARLY;UNTIL=\d{8}$/);
        days++;
      } else {
        const first = `${month?.[2]}-${two(month?.[1])}`;
        expect([event.start, addDays(event.end, -1)], task.id).toEqual([`${first}-01`, lastDay(first)]);
        months++;
      }
    }
    expect([days, months]).toEqual([3, 6]);
  });
  test('what comes again begins after the document was signed', () => {
    for (const plan of real.plans.filter(({ data }) => data.date !== null))
      for (const event of read(file).filter(({ uid, rule }) => rule !== null && uid.includes(plan.id)))
        expect(event.start > String(plan.data.date), event.uid).toBe(true);
    const reports = read(file).find(({ uid }) => uid.startsWith('bao-cao-bkhcn-550'));
    if (isNational) expect(reports?.start).toBe('2025-06-15');
  });
  test('ends every line with CRLF, folds at 75 bytes, is the same twice', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(calendarFile(real)).toBe(file);
  });
});
