/** Times of plans: one example of each shape that public plans use, its words, its days, its place. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, lastDay } from '../../src/domain/days.ts';
import {
  dueMarks,
  dueMonth,
  fallsOn,
  calendarHolds,
  hasDays,
  isPast,
  timingOrder,
  timingShelf,
  type Timing,
} from '../../src/domain/timing.ts';
import { calendarDays } from '../../src/outputs/calendar/recurrence.ts';
import { timeWords } from '../../src/views/time.ts';
import { present } from '../present.ts';

const bounds = { first: '2025-01-01', last: '2027-12-31' };
const today = '2026-11-28';

/** Days on which a calendar shows a time, by a reader of calendars. */
function days(time: Timing, within = bounds): string[] {
  const found = calendarDays(time, within);
  if (found?.rule === undefined) return found === undefined ? [] : [found.first, ...(found.also ?? [])];
  const each = ICAL.Recur.fromString(found.rule).iterator(ICAL.Time.fromDateString(found.first));
  const shown: string[] = [];
  for (let next: unknown = each.next(); next instanceof ICAL.Time; next = each.next())
    shown.push(next.toString());
  return shown;
}

/** A time, its words, its marks seen from `today`, its first and last day in a calendar (empty: none). */
const shapes: readonly (readonly [Timing, string, string, string])[] = [
  [{ kind: 'day', day: '2026-10-10' }, 'Ngày 10/10/2026', '10/10/2026', '2026-10-10 2026-10-10'],
  [{ kind: 'by', date: '2026-10-15' }, 'Chậm nhất ngày 15/10/2026', '15/10/2026', '2026-10-15 2026-10-15'],
  [{ kind: 'by', date: '2026-12' }, 'Chậm nhất tháng 12/2026', '12/2026', '2026-12-01 2026-12-31'],
  [{ kind: 'before', date: '2026-11-30' }, 'Trước ngày 30/11/2026', '29/11/2026', '2026-11-29 2026-11-29'],
  [{ kind: 'before', date: '2026-03' }, 'Trước tháng 3/2026', '28/2/2026', '2026-02-28 2026-02-28'],
  [
    { kind: 'period', from: '2026-09-15', until: '2026-10-10' },
    'Từ ngày 15/9/2026 đến ngày 10/10/2026',
    '10/10/2026',
    '2026-09-15 2026-10-10',
  ],
  [
    { kind: 'period', from: '2025-07', until: '2026-02' },
    'Từ tháng 7/2025 đến tháng 2/2026',
    '2/2026',
    '2025-07-01 2026-02-28',
  ],
  [{ kind: 'once', month: '2025-04' }, 'Tháng 4/2025', '4/2025', '2025-04-01 2025-04-30'],
  [{ kind: 'quarter', year: 2026, quarter: 3 }, 'Quý III/2026', '9/2026', '2026-07-01 2026-09-30'],
  [{ kind: 'year', year: 2026 }, 'Năm 2026', '12/2026', '2026-01-01 2026-12-31'],
  [{ kind: 'event', event: 'trước lễ khai giảng' }, 'Trước lễ khai giảng', '', ''],
  [{ kind: 'daily' }, 'Hằng ngày', '', '2025-01-06 2025-01-06'],
  [{ kind: 'weekly', until: '2026-12' }, 'Hằng tuần, đến tháng 12/2026', '', '2025-01-06 2025-01-06'],
  [{ kind: 'ongoing', from: '2025-08' }, 'Thường xuyên, từ tháng 8/2025', '', ''],
  [{ kind: 'periodic' }, 'Định kỳ', '', '2025-01-01 2025-01-01'],
  [{ kind: 'monthly' }, 'Hằng tháng', '', '2025-01-01 2025-01-01'],
  [
    { kind: 'monthly', day: 20, limit: 'before', until: '2027-01' },
    'Trước ngày 20 hằng tháng, đến tháng 1/2027',
    '19/12/2026 19/1/2027',
    '2025-01-19 2025-01-19',
  ],
  [{ kind: 'quarterly' }, 'Hằng quý', '', '2025-01-01 2025-01-01'],
  [
    { kind: 'quarterly', day: 15, limit: 'by' },
    'Chậm nhất ngày 15 của tháng cuối mỗi quý',
    '15/3 15/6 15/9 15/12',
    '2025-03-15 2025-03-15',
  ],
  [{ kind: 'yearly' }, 'Hằng năm', '', '2025-01-01 2025-01-01'],
  [{ kind: 'yearly', month: 10 }, 'Tháng 10 hằng năm', '10', '2025-10-01 2025-10-31'],
  [{ kind: 'yearly', month: 10, day: 10 }, 'Ngày 10/10 hằng năm', '10/10', '2025-10-10 2025-10-10'],
  [
    { kind: 'yearly', month: 12, day: 5, limit: 'by', from: '2026', until: '2026' },
    'Chậm nhất ngày 5/12 hằng năm, từ năm 2026, đến năm 2026',
    '5/12/2026',
    '2026-12-05 2026-12-05',
  ],
  [{ kind: 'school-year', years: '2025-2026' }, 'Năm học 2025–2026', '', ''],
  [{ kind: 'on-instruction' }, 'Theo hướng dẫn, kế hoạch', '', ''],
  [{ kind: 'not-stated' }, 'Kế hoạch không nêu thời gian.', '', ''],
];

describe.each(shapes)('%o', (time, words, marks, calendar) => {
  test('is told in words, marked in the year, held by a calendar', () => {
    expect(timeWords(time)).toBe(words);
    expect(
      dueMarks(time, today)
        .map(({ day, month, year }) => [day ?? [], month, year ?? []].flat().join('/'))
        .join(' '),
    ).toBe(marks);
    const held = calendarDays(time, bounds);
    expect(held === undefined ? '' : `${held.first} ${held.last}`).toBe(calendar);
    expect(calendarHolds(time)).toBe(calendar !== '');
    expect(hasDays(time)).toBe(marks !== '');
  });
});

test('all kinds are tried', () => {
  expect(new Set(shapes.map(([time]) => time.kind)).size).toBe(18);
});

test('reports: “by” counts the day, “before” does not; before a first is the end of the month before', () => {
  const reports = (day: number, limit: 'by' | 'before', year: number): string[] =>
    days({ kind: 'quarterly', day, limit }, { first: `${year}-01-01`, last: `${year}-12-31` });
  expect(reports(15, 'by', 2025)).toEqual(['2025-03-15', '2025-06-15', '2025-09-15', '2025-12-15']);
  expect(reports(15, 'before', 2025)).toEqual(['2025-03-14', '2025-06-14', '2025-09-14', '2025-12-14']);
  expect(reports(1, 'before', 2024)).toEqual(['2024-02-29', '2024-05-31', '2024-08-31', '2024-11-30']);
  expect(reports(31, 'by', 2025)).toEqual(['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31']);
  // The 30th of June is before a 31st that June does not have.
  expect(reports(31, 'before', 2025)).toEqual(['2025-03-30', '2025-06-30', '2025-09-30', '2025-12-30']);
});

test('a calendar falls on the days of the rule, whatever the day, the year and how often', () => {
  /** The last day in time, reckoned by hand. */
  const dueDay = (month: string, day: number, limit: 'by' | 'before'): string => {
    const last = limit === 'before' ? day - 1 : day;
    if (last === 0) return addDays(`${month}-01`, -1);
    const named = `${month}-${String(last).padStart(2, '0')}`;
    return named < lastDay(month) ? named : lastDay(month);
  };
  let tried = 0;
  for (const kind of ['monthly', 'quarterly'] as const)
    for (const limit of ['by', 'before'] as const)
      for (let day = 1; day <= 31; day++) {
        const every = kind === 'monthly' ? 1 : 3;
        const wanted = Array.from({ length: 36 / every }, (_, index) => {
          const month = (index + 1) * every - 1;
          return dueDay(
            `${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
            day,
            limit,
          );
        });
        const first = present(wanted[0], 'the first day');
        const within = { first, last: present(wanted.at(-1), 'the last day') };
        expect(days({ kind, day, limit }, within), `${kind} ${limit} ${day}`).toEqual(wanted);
        tried += wanted.length;
      }
  expect(tried).toBe(2 * 31 * (36 + 12));
});

test('what comes again begins and ends with the document, or with the bounds that are given', () => {
  const yearly = { kind: 'yearly', month: 10, day: 10 } as const;
  expect(days(yearly)).toEqual(['2025-10-10', '2026-10-10', '2027-10-10']);
  expect(days({ ...yearly, until: '2026' })).toEqual(['2025-10-10', '2026-10-10']);
  expect(days({ ...yearly, from: '2025-10-11' })).toEqual(['2026-10-10', '2027-10-10']);
  expect(days(yearly, { first: '2025-11-01', last: '2026-12-31' })).toEqual(['2026-10-10']);
  expect(days({ ...yearly, until: '2024' })).toEqual([]);
});

test('what is over is told by its last day, what has an end by the days still to come', () => {
  const time = { kind: 'quarterly', day: 15, limit: 'by', until: '2026-09' } as const;
  expect(dueMarks(time, today)).toEqual([{ month: 9, day: 15, year: 2026 }]);
  expect(dueMarks(time, '2026-06-16')).toEqual([{ month: 9, day: 15, year: 2026 }]);
  expect(dueMarks(time, '2026-06-15').map(({ month }) => month)).toEqual([6, 9]);
  // The end of the plan ends it too.
  expect(dueMarks({ kind: 'yearly', month: 10, day: 10 }, today, '2026')).toEqual([
    { month: 10, day: 10, year: 2026 },
  ]);
});

test('a day has passed the day after, a month after its last day, what comes again never', () => {
  expect(isPast({ year: 2026, month: 10, day: 10 }, '2026-10-10')).toBe(false);
  expect(isPast({ year: 2026, month: 10, day: 10 }, '2026-10-11')).toBe(true);
  expect(isPast({ year: 2026, month: 10 }, '2026-10-31')).toBe(false);
  expect(isPast({ year: 2026, month: 10 }, '2026-11-01')).toBe(true);
  expect(isPast({ month: 1, day: 1 }, '2026-11-01')).toBe(false);
});

test('work of 10 October is found, whether of each year or of one, and no other', () => {
  const found = shapes.filter(([time]) => fallsOn(time, 10, 10)).map(([, words]) => words);
  expect(found).toEqual(['Ngày 10/10/2026', 'Ngày 10/10 hằng năm']);
  expect(fallsOn({ kind: 'monthly', day: 10 }, 10, 10)).toBe(false);
});

test('order: what has an end by its last day, then what comes on days, then standing work, the rest', () => {
  const times: Timing[] = [
    { kind: 'once', month: '2025-04' },
    { kind: 'day', day: '2025-12-01' },
    { kind: 'once', month: '2025-12' },
    { kind: 'yearly', month: 9, day: 30 },
    { kind: 'yearly', month: 10, day: 2 },
    { kind: 'yearly', month: 10, day: 10, from: '2025' },
    { kind: 'school-year', years: '2025-2026' },
    { kind: 'weekly' },
    { kind: 'ongoing' },
    { kind: 'ongoing', from: '2025-07' },
    { kind: 'on-instruction' },
    { kind: 'not-stated' },
  ];
  const keys = times.map(timingOrder);
  expect(new Set(keys).size).toBe(keys.length);
  expect([...keys].reverse().sort()).toEqual(keys);
  expect(new Set(times.map(timingShelf)).size).toBe(7);
});

test('the month of a deadline is known where a month or a day is', () => {
  expect(shapes.flatMap(([time]) => dueMonth(time) ?? [])).toEqual([
    '2026-10',
    '2026-10',
    '2026-12',
    '2026-11',
    '2026-02',
    '2026-10',
    '2026-02',
    '2025-04',
  ]);
});
