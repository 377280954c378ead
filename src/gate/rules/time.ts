/** Days, numbers of shelves and who does what, where each is right alone and wrong beside another. */
import type { Entry } from '../../schemas/collections.ts';
import { fault } from '../faults.ts';
import type { Proving } from '../proving.ts';
import { textsOf } from '../texts.ts';

/** Days on which something was done. One that lies ahead hides for years that nobody has looked. */
const pastFields: ReadonlySet<unknown> = new Set(['added', 'checked', 'date', 'day', 'seen', 'signed']);

/** The last day that has begun somewhere; content is right later if it is right now. */
const lastDay = (): string => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

/** Before the first of these nobody had looked at anything here, before the second there are no documents. */
const firstDays = { looked: '2020-01-01', document: '1945-09-02' } as const;
const lookedFields: ReadonlySet<unknown> = new Set(['added', 'checked', 'seen']);

/** No day of the past lies ahead, or before there was anything; when a task is due (`time`) may. */
export function proveDays({ all, say }: Proving, today = lastDay()): void {
  for (const entry of all)
    for (const { text, path } of textsOf(entry.data, new Set())) {
      const name = path.at(-1);
      const isPast = pastFields.has(name) && path.at(-2) !== 'time';
      if (!isPast || !/^\d{4}(?:-\d\d){0,2}$/.test(text)) continue;
      const first = lookedFields.has(name) ? firstDays.looked : firstDays.document;
      if (text > today) say(entry, path, fault('future-day', { day: text, field: String(name), today }));
      if (text < first.slice(0, text.length))
        say(entry, path, fault('early-day', { day: text, field: String(name), first }));
    }
}

/** Months by their names, in order; the last is the one that people say in the place of twelve. */
const monthNames = [
  ...['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín'],
  ...['mười một', 'mười hai', 'mười', 'một', 'chạp'],
];
const monthNumbers: Readonly<Record<string, number>> = Object.fromEntries(
  monthNames.map((name, index) => [name, [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 10, 1, 12][index] ?? 0]),
);

/** Years, quarters and months that the words of a date name. */
const namedIn: Readonly<Record<'year' | 'quarter' | 'month', readonly RegExp[]>> = {
  year: [/(?<![\d/.-])(20\d\d)(?![\d/])/g, /(?<=\d\/)(20\d\d)(?!\d)/g],
  quarter: [/quý\s+(IV|I{1,3}|[1-4])(?![\p{L}\d])/giu],
  month: [
    new RegExp(`tháng\\s+(${monthNames.join('|')})(?!\\p{L}|\\s+(?:lần|\\d))`, 'giu'),
    /tháng\s+(\d{1,2})(?!\d)/gi,
    /(?<![\d/])\d{1,2}\/(\d{1,2})(?=\/20\d\d|(?![\d/]))/g,
    /(?<![\d/])(\d{1,2})\/20\d\d/g,
  ],
};
const romans: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };

const numbersOf = (words: string, unit: keyof typeof namedIn): number[] =>
  namedIn[unit].flatMap((pattern) =>
    [...words.matchAll(pattern)].map(
      ([, found = '']) => romans[found.toLowerCase()] ?? monthNumbers[found.toLowerCase()] ?? Number(found),
    ),
  );

/** The same of the typed form: `2025-07-04`, a month of each year, a quarter, a school year. */
function typedOf(time: Readonly<Record<string, unknown>>, unit: keyof typeof namedIn): number[] {
  const dates = Object.values(time).flatMap((value) =>
    typeof value === 'string' && /^20\d\d(?:-\d\d)*(?:-20\d\d)?$/.test(value) ? [value] : [],
  );
  const own = typeof time[unit] === 'number' ? [time[unit]] : [];
  if (unit === 'year') return [...own, ...dates.map((date) => Number(date.slice(0, 4)))];
  const months = dates.flatMap((date) => (/^\d{4}-\d\d(?!\d)/.test(date) ? Number(date.slice(5, 7)) : []));
  if (unit === 'month') return [...own, ...months];
  const all = typeof time.month === 'number' ? [...months, time.month] : months;
  return [...own, ...all.map((month) => Math.ceil(month / 3))];
}

/** Times that come once. */
const onceKinds: ReadonlySet<string> = new Set(['day', 'by', 'before', 'once', 'quarter', 'year']);

/** The words of a task's time and its typed form, which the calendar reckons with, name the same days. */
export function proveTimes({ entries, say }: Proving): void {
  for (const task of entries.tasks) {
    const { time } = task.data;
    const words = 'words' in time ? time.words : '';
    for (const unit of ['year', 'quarter', 'month'] as const) {
      const named = numbersOf(words, unit);
      const odd = named.length === 0 ? undefined : typedOf(time, unit).find((one) => !named.includes(one));
      if (odd !== undefined)
        say(task, ['time', 'words'], fault('time-words', { unit, typed: odd, named, words }));
    }
    // What the words say of every year, the calendar must not end after one.
    if (onceKinds.has(time.kind) && /(?:hằng|hàng|mỗi) năm/iu.test(words))
      say(task, ['time', 'kind'], fault('time-once', { words, kind: time.kind }));
  }
}

/** Ranges of numbers are apart: a number belongs to one shelf. */
export function proveRanges({ entries, say }: Proving): void {
  const shelves: (Entry<'topics'> | Entry<'tracks'>)[] = [...entries.topics, ...entries.tracks];
  shelves.forEach((shelf, index) => {
    const [from, to] = shelf.data.numbers;
    const other = shelves
      .slice(0, index)
      .find(({ data }) => data.numbers[0] <= to && from <= data.numbers[1]);
    if (other !== undefined)
      say(
        shelf,
        ['numbers'],
        fault('range-overlap', { range: [from, to], other: other.id, taken: other.data.numbers }),
      );
  });
}

/** A unit leads a task or helps with it. */
export function proveRoles({ entries, say }: Proving): void {
  for (const task of entries.tasks)
    task.data.coordinating.forEach((unit, index) => {
      if (task.data.lead.includes(unit)) say(task, ['coordinating', index], fault('two-roles', { unit }));
    });
}
