/** Times in the words of plans, as tasks hold them. Nothing is added: a day stays a day, a month a month. */
import type { z } from 'zod';
import { taskSchema } from '../../schemas/task.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import vocabulary from './words.json' with { type: 'json' };

/** A time as an author writes it. */
export type Time = z.input<typeof taskSchema>['time'];

/** The same time with other words of the document. */
export const retold = (time: Time, words: string): Time => ('words' in time ? { ...time, words } : time);

/** A time and whether the words say just that. */
export interface ReadTime {
  readonly time: Time;
  readonly sure: boolean;
  /** Why somebody has to look, in Vietnamese. */
  readonly why?: string;
}

const two = (digits: string | number): string => String(digits).padStart(2, '0');

/** A day, month or year in folded words; the groups of its expression are d, m, y. */
const dayForm = String.raw`(?:ngay )?(\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:(?:[/.-]| nam )(20\d\d))?`;
const monthForm = String.raw`(?:cuoi |het |trong )?(?:thang |t)(\d{1,2})(?:(?:[/.-]| nam )(20\d\d))?`;
const bareMonth = /^(\d{1,2})\/(20\d\d)$/;
const romanQuarter = String.raw`iv|iii|ii|i|[1-4]`;
const quarterForm = String.raw`(?:cuoi |het |trong )?quy (${romanQuarter})(?:(?: ?[/-] ?| nam | )(20\d\d))?`;
const yearForm = String.raw`(?:cuoi |het |trong )?(?:nam )?(20\d\d)`;
const romans = ['i', 'ii', 'iii', 'iv'];

/** The day as machines write it, in cells of a sheet. */
const machineDay = /^(20\d\d)-(\d{2})-(\d{2})$/;

/** A date of any sharpness, with the year of the plan where none is told. */
function looseDate(words: string, year: number | undefined): { date: string; guessed: boolean } | undefined {
  const written = machineDay.exec(words);
  if (written) return dated([written[1], written[2], written[3]], year);
  const day = new RegExp(`^${dayForm}$`).exec(words);
  if (day) return dated([day[3], day[2], day[1]], year);
  const month = new RegExp(`^${monthForm}$`).exec(words) ?? bareMonth.exec(words);
  if (month) return dated([month[2], month[1]], year);
  const quarter = new RegExp(`^${quarterForm}$`).exec(words);
  if (quarter) return dated([quarter[2], String(quarterOf(quarter[1]) * 3)], year);
  const only = new RegExp(`^${yearForm}$`).exec(words);
  return only ? dated([only[1]], year) : undefined;
}

function dated(
  [told, month, day]: readonly (string | undefined)[],
  year: number | undefined,
): { date: string; guessed: boolean } | undefined {
  const full = told ?? year;
  if (full === undefined) return undefined;
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return undefined;
  const date = [String(full), month, day]
    .flatMap((part) => (part === undefined ? [] : [two(part)]))
    .join('-');
  return { date, guessed: told === undefined };
}

const quarterOf = (words = '1'): number =>
  romans.includes(words) ? romans.indexOf(words) + 1 : Number(words);

const guessWhy = 'văn bản không ghi năm ở thời hạn này; năm lấy theo năm của kế hoạch';

/** A rule: an expression over the whole of the folded words, and the time that it means. */
type Rule = readonly [RegExp, (match: RegExpExecArray, words: string, year?: number) => ReadTime | undefined];

const sure = (time: Time): ReadTime => ({ time, sure: true });
const from = (found: { guessed: boolean }, time: Time): ReadTime =>
  found.guessed ? { time, sure: false, why: guessWhy } : sure(time);

const again = String.raw`(?:hang|hoang|moi|tung)`;
const late = vocabulary.atLatest;
const notAfter = String.raw`(?:(truoc|cham nhat|muon nhat)(?: vao| la)? )?ngay (\d{1,2}) (?:cua )?`;

const limitOf = (words: string | undefined): { limit?: 'by' | 'before' } => {
  if (words === undefined) return {};
  return { limit: words.startsWith('truoc') ? 'before' : 'by' };
};

/** Work that comes again. */
const recurring: readonly Rule[] = [
  [
    new RegExp(`^(?:vao |trong )?(?:ngay )?(\\d{1,2})(?:/| thang )(\\d{1,2}) ${again} nam$`),
    ([, day, month], words) => sure({ kind: 'yearly', month: Number(month), day: Number(day), words }),
  ],
  [
    new RegExp(`^(?:vao |trong )?thang (\\d{1,2}) ${again} nam$`),
    ([, month], words) => sure({ kind: 'yearly', month: Number(month), words }),
  ],
  [new RegExp(`^(?:dinh ky )?${again} nam$`), (_, words) => sure({ kind: 'yearly', words })],
  [
    new RegExp(`^(?:dinh ky )?${notAfter}(?:${again} )?thang(?: ${again} thang)?$`),
    ([, limit, day], words) => sure({ kind: 'monthly', day: Number(day), ...limitOf(limit), words }),
  ],
  [
    new RegExp(`^(?:dinh ky )?(?:${again} quy,? )?${notAfter}thang cuoi (?:cua )?(?:${again} )?quy$`),
    ([, limit, day], words) => sure({ kind: 'quarterly', day: Number(day), ...limitOf(limit), words }),
  ],
  [
    new RegExp(`^(?:dinh ky |theo )?(?:${again} |theo )?thang(?: 1 lan| mot lan)?$`),
    (_, words) => sure({ kind: 'monthly', words }),
  ],
  [
    new RegExp(`^(?:dinh ky |theo )?(?:${again} |theo )?quy$`),
    (_, words) => sure({ kind: 'quarterly', words }),
  ],
  [new RegExp(`^(?:dinh ky )?${again} tuan$`), (_, words) => sure({ kind: 'weekly', words })],
  [new RegExp(`^(?:dinh ky )?${again} ngay$`), (_, words) => sure({ kind: 'daily', words })],
  [/^(?:theo )?dinh ky$/, (_, words) => sure({ kind: 'periodic', words })],
];

const constantly = vocabulary.constantly;

/** Work that goes on. */
const standing: readonly Rule[] = [
  [new RegExp(`^${constantly}$`), (_, words) => sure({ kind: 'ongoing', words })],
  [
    new RegExp(`^${constantly}[,;:]? (?:bat dau )?(?:trien khai |thuc hien )?(?:.* )?tu (.+)$`),
    (match, words, year) => {
      const found = looseDate(match[1] ?? '', year);
      return found && from(found, { kind: 'ongoing', from: found.date, words });
    },
  ],
  [
    new RegExp(`^(?:tu )?(${dayForm}|${monthForm}|${yearForm}) tro di$`),
    (match, words, year) => {
      const found = looseDate(match[1] ?? '', year);
      return found && from(found, { kind: 'ongoing', from: found.date, words });
    },
  ],
  [
    new RegExp(`^${constantly}[,;:]? (?:trong |den |den het |den cuoi )(.+)$`),
    (match, words, year) => {
      const found = looseDate((match[1] ?? '').replace(/^(?:het|cuoi) /, ''), year);
      return found && from(found, { kind: 'ongoing', until: found.date, words });
    },
  ],
  [
    new RegExp(`^${constantly}[,;:] (?:bat dau )?.*sau khi co .+$`),
    (_, words) => sure({ kind: 'ongoing', words }),
  ],
  [
    new RegExp(`^${constantly}(?: (?:trong nam|ca nam)|[,;] theo (?:yeu cau|nhiem vu).*)$`),
    (_, words) => sure({ kind: 'ongoing', words }),
  ],
  [
    /^(?:tu )?(?:giai doan )?(.+?)(?: va|,)? (?:cac|nhung) nam (?:tiep theo|sau)$/,
    (match, words, year) => {
      const found = firstDate((match[1] ?? '').replace(/^(20\d\d) ?- ?20\d\d$/, '$1'), year);
      return found && from(found, { kind: 'ongoing', from: found.date, words });
    },
  ],
];

/** When a time begins: that of a quarter is its first month. */
function firstDate(words: string, year: number | undefined): { date: string; guessed: boolean } | undefined {
  const [, quarter, told] = new RegExp(`^${quarterForm}$`).exec(words) ?? [];
  return quarter === undefined
    ? looseDate(words, year)
    : dated([told, String(quarterOf(quarter) * 3 - 2)], year);
}

/** From and until, whose years may be told once. */
function period(first: string, second: string, words: string, year?: number): ReadTime | undefined {
  const until = looseDate(second, year);
  if (!until) return undefined;
  const start = looseDate(first, Number(until.date.slice(0, 4)));
  if (!start) return undefined;
  return from(until, { kind: 'period', from: start.date, until: until.date, words });
}

/** Work that comes once. */
const once: readonly Rule[] = [
  [
    /^(?:ngay )?(?:trong )?nam hoc (20\d\d) ?- ?(20\d\d)$/,
    ([, one, other], words) => sure({ kind: 'school-year', years: `${one}-${other}`, words }),
  ],
  [
    /^(?:trong )?(?:giai doan |cac nam |nam )?(20\d\d) ?(?:-|den|va) ?(?:nam )?(20\d\d)$/,
    ([, one = '', other = ''], words, year) => period(one, other, words, year),
  ],
  [
    /^(?:tu )?(?:quy )?(iv|iii|ii|i) ?(?:-|den|va) ?(?:quy )?(iv|iii|ii|i)(?: ?\/ ?| nam )(20\d\d)$/,
    ([, one = '', other = '', year], words) =>
      sure({
        kind: 'period',
        from: `${year}-${two(quarterOf(one) * 3 - 2)}`,
        until: `${year}-${two(quarterOf(other) * 3)}`,
        words,
      }),
  ],
  [
    /^(?:tu )?thang (\d{1,2})(?:\/(20\d\d))? ?(?:-|den) ?(?:het )?(?:thang )?(\d{1,2})(?:\/| nam )(20\d\d)$/,
    ([, one, early, other, year], words) =>
      period(`thang ${one}/${early ?? year}`, `thang ${other}/${year}`, words),
  ],
  [
    /^(?:tu )(.+?) ?(?:-|den(?: het)?) ?(.+)$/,
    ([, one = '', other = ''], words, year) => period(one, other, words, year),
  ],
  [
    /^(\d{1,2}\/\d{1,2}(?:\/20\d\d)?) ?- ?(\d{1,2}\/\d{1,2}\/20\d\d)$/,
    ([, one = '', other = ''], words, year) => period(one, other, words, year),
  ],
  [
    /^(?:hoan thanh |xong |bao cao )?truoc (?:ngay )?(.+)$/,
    (match, words, year) => {
      const found = looseDate(match[1] ?? '', year);
      return found && from(found, { kind: 'before', date: found.date, words });
    },
  ],
  [
    new RegExp(`^(?:hoan thanh )?${late} (.+)$`),
    (match, words, year) => {
      if (/^hoan thanh(?: trong| vao)? /.test(match[0])) return simple(match[1] ?? '', words, year);
      const found = looseDate(match[1] ?? '', year);
      return found && from(found, { kind: 'by', date: found.date, words });
    },
  ],
  [
    /^(?:trong |vao |thuc hien |hoan thanh )*(.+)$/,
    (match, words, year) => simple(match[1] ?? '', words, year),
  ],
  [
    /^tu (.+)$/,
    (match, words, year) => {
      const found = firstDate(match[1] ?? '', year);
      return found && from(found, { kind: 'ongoing', from: found.date, words });
    },
  ],
  [new RegExp(vocabulary.instructed), (_, words) => sure({ kind: 'on-instruction', words })],
  [
    new RegExp(
      '^(?:truoc|nhan dip|dip|trong dip) (?:le|ngay (?!\\d)|khai giang|dai hoi|tet).*$' +
        '|^(?:ngay )?sau khi .+ ban hanh$',
    ),
    (_, words) => ({
      time: { kind: 'event', event: words.charAt(0).toLowerCase() + words.slice(1), words },
      sure: false,
      why: 'thời hạn theo một sự kiện chưa rõ ngày',
    }),
  ],
];

/** A bare day, month, quarter or year. */
function simple(words: string, told: string, year?: number): ReadTime | undefined {
  const quarter = new RegExp(`^${quarterForm}$`).exec(words);
  const ofYear = quarter?.[2] ?? year;
  if (quarter && ofYear !== undefined)
    return from(
      { guessed: quarter[2] === undefined },
      { kind: 'quarter', year: Number(ofYear), quarter: quarterOf(quarter[1]), words: told },
    );
  const found = looseDate(words, year);
  if (!found) return undefined;
  const { date } = found;
  if (date.length === 10) return from(found, { kind: 'day', day: date, words: told });
  if (date.length === 7)
    return from(
      found,
      words.startsWith('het ') || words.startsWith('cuoi ')
        ? { kind: 'by', date, words: told }
        : { kind: 'once', month: date, words: told },
    );
  return from(found, { kind: 'year', year: Number(date), words: told });
}

const rules = [...recurring, ...standing, ...once];

/** Folded words, ready for the rules. */
const ready = (text: string): string =>
  fold(text)
    .replace(/[–—]/g, '-')
    .replace(/\(.*?\)/g, ' ')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\bqui\b/g, 'quy')
    .replace(/\bhăng\b/g, 'hang')
    .replace(/\s+/g, ' ')
    .replace(/^[\s:,;-]+|[\s.;,]+$/g, '');

function byRules(words: string, told: string, year?: number): ReadTime | undefined {
  for (const [pattern, make] of rules) {
    const match = pattern.exec(words);
    const found = match ? make(match, told, year) : undefined;
    if (found && taskSchema.shape.time.safeParse(found.time).success) return found;
  }
  return undefined;
}

/** The first letter as a sentence has it. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Reads a time; undefined when the words cannot be understood whole or in part. */
export function readTime(text: string, year?: number): ReadTime | undefined {
  const told = capital(text.replace(/[\s.;]+$/, ''));
  const whole = byRules(ready(text), told, year);
  if (whole) return whole;
  for (const piece of text.split(/[;,.]\s+|\s+và\s+/u)) {
    const found = byRules(ready(piece), told, year);
    if (found) return { ...found, sure: false, why: 'thời gian có nhiều phần, mới đọc được một phần' };
  }
  return undefined;
}

const insideForms: readonly RegExp[] = [
  new RegExp(`ngay \\d{1,2}(?:/| thang )\\d{1,2} ${again} nam`),
  new RegExp(`(?:dinh ky )?${again} (?:tuan|thang|quy)`),
  new RegExp(`(?:truoc|cham nhat|den het|het|trong|vao) (?:${dayForm}|${monthForm}|${quarterForm})`),
];

/** A time told inside of a sentence: “báo cáo trước ngày 31/3/2026”. Never sure. */
export function timeInside(text: string, year?: number): ReadTime | undefined {
  const words = ready(text);
  for (const form of insideForms) {
    const [piece] = form.exec(words) ?? [];
    const from = piece === undefined ? -1 : fold(text).indexOf(piece);
    if (piece === undefined) continue;
    const told = from < 0 ? text : text.slice(from, from + piece.length);
    const found = byRules(piece, capital(told), year);
    if (found) return { ...found, sure: false, why: 'thời hạn nằm trong câu, không có nhãn “Thời gian”' };
  }
  return undefined;
}
