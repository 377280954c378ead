/**
 * A rule that a reader lives by: an amount, an age, a deadline, a fee, a duty, a right. Its figures stand
 * here once, typed; every text of the handbook prints them from here.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { textParts } from '../domain/rule-words.ts';
import { changes, checked, day, line, looseDate, ref, shortLine, source, sourceAddress } from './fields.ts';
import { daysInOrder } from './guide.ts';

/** Longest time that a rule may wait for its next look, in days. */
const longestWait = 366;

/** An amount of money in whole đồng: `{ money: 1000000000 }` is read as “1 tỷ đồng”. */
const money = z.strictObject({ money: z.int().min(0).meta(words.ruleValue.money) });
/** An age in full years: `{ age: 14 }` is read as “14 tuổi”. */
const age = z.strictObject({ age: z.int().min(0).max(120).meta(words.ruleValue.age) });
/** A number of things, of days, of months: `{ count: 3, unit: ngày làm việc }`. */
const count = z.strictObject({
  count: z.number().min(0).meta(words.ruleValue.count),
  unit: line.meta(words.ruleValue.unit),
});
/** A share of a hundred: `{ share: 1.5 }` is read as “1,5%”. */
const share = z.strictObject({ share: z.number().min(0).max(1000).meta(words.ruleValue.share) });
/** One day of the calendar: `{ on: 2027-01-31 }` is read as “31/1/2027”. */
const on = z.strictObject({ on: day.meta(words.ruleValue.on) });
/** A day that comes back every year, month and day: `{ yearly: 03-31 }` is read as “31/3”. */
const yearly = z.strictObject({
  yearly: z
    .string()
    .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'viết tháng-ngày, ví dụ: "03-31"' })
    .meta(words.ruleValue.yearly),
});

/** A figure of a rule, by its kind. */
const ruleValue = z.union([money, age, count, share, on, yearly], {
  error:
    'chọn một: money (đồng), age (tuổi), count và unit, share (phần trăm), on (ngày), yearly (tháng-ngày)',
});

/** A legal text that a rule stands on. */
const legalText = z.strictObject({
  /** What it is called in a sentence, without its number: `Nghị định`, `Luật Thuế giá trị gia tăng`. */
  name: line.meta(words.legalText.name),
  /** Number as it is printed: `68/2026/NĐ-CP`. */
  number: line.optional().meta(words.legalText.number),
  /** Day on which it was signed. */
  signed: looseDate.optional().meta(words.legalText.signed),
  /** Where in it the rule stands: `Điều 10`. Only what a source names. */
  article: line.optional().meta(words.legalText.article),
  /** Official address, where one is known. */
  url: sourceAddress.optional().meta(words.legalText.url),
  /** Whether somebody here has read it in full; else it is known by number and date, or from excerpts. */
  read: z.boolean().meta(words.legalText.read),
});

export const ruleSchema = z
  .strictObject({
    /** Name of the rule for lists, without a figure: it stays when the figure changes. */
    title: shortLine(90, 'tên quy định dài quá 90 chữ cái').meta(words.rule.title),
    /** The whole rule in one plain sentence; `{name}` stands for the value of that name. */
    says: shortLine(300, 'viết gọn trong 300 chữ cái').meta(words.rule.says),
    /** Its figures by name, the most quoted first. A duty without a figure has none. */
    values: z
      .record(
        z.string().regex(/^[a-z][a-z0-9-]*$/, { error: 'đặt tên bằng chữ thường không dấu, ví dụ: muc' }),
        ruleValue,
      )
      .default({})
      .meta(words.rule.values),
    /** Legal texts that it stands on, the one that counts today first. */
    texts: z.array(legalText).default([]).meta(words.rule.texts),
    /** First day in force, as exact as it is known. */
    from: looseDate.optional().meta(words.rule.from),
    /** Last day on which it is right; the page tells so, and doubts it from the day after. */
    until: day.optional().meta(words.rule.until),
    /** What it took the place of, in words for editors. */
    replaces: line.optional().meta(words.rule.replaces),
    /** Where it was read, besides the legal texts. */
    sources: z.array(source).default([]).meta(words.rule.sources),
    /** Whom a reader asks about it: `thuế cơ sở`. Stands after “hỏi”. */
    ask: line.meta(words.rule.ask),
    /** Who looked last, by role. */
    checkedBy: line.meta(words.rule.checkedBy),
    checked,
    /** Day by which somebody must look again. */
    nextLook: day.meta(words.rule.nextLook),
    changes: changes.meta(words.rule.changes),
    /** Whom it concerns most. */
    audiences: z.array(ref('audiences')).default([]).meta(words.rule.audiences),
  })
  .superRefine((rule, ctx) => {
    const tell = (path: (string | number)[], message: string): void => {
      ctx.addIssue({ code: 'custom', path, message });
    };
    daysInOrder(rule, ctx);
    if (rule.texts.length + rule.sources.length === 0)
      tell(['texts'], 'nêu ít nhất một văn bản (texts) hoặc một nguồn (sources)');
    if (rule.until !== undefined && rule.from !== undefined && rule.until < rule.from)
      tell(['until'], `ngày hết ${rule.until} trước ngày có hiệu lực ${rule.from}`);
    if (rule.nextLook <= rule.checked) tell(['nextLook'], `phải sau ngày kiểm tra ${rule.checked}`);
    const wait = (Date.parse(rule.nextLook) - Date.parse(rule.checked)) / 86_400_000;
    if (wait > longestWait) tell(['nextLook'], `xem lại trong vòng ${longestWait} ngày`);
    for (const name of textParts)
      if (name in rule.values) tell(['values', name], `tên “${name}” dành cho văn bản, đặt tên khác`);
    const said = new Set([...rule.says.matchAll(/\{([a-z0-9-]+)\}/g)].map(([, name = '']) => name));
    for (const name of said)
      if (!(name in rule.values)) tell(['says'], `không có giá trị tên “${name}” trong values`);
    for (const name of Object.keys(rule.values))
      if (!said.has(name)) tell(['says'], `câu chưa nói tới giá trị {${name}}`);
  });
export type RuleData = z.output<typeof ruleSchema>;
