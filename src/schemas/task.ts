/**
 * One task of a plan. Its id is `<plan>/<n>`, where n is the item number with dashes: `lam-dong-1410/4-1`.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { firstDayOf, lastDay, lastDayOf } from '../domain/days.ts';
import type { Limit } from '../domain/timing.ts';
import { checked, day, line, looseDate, month, ref, text } from './fields.ts';

/** The document's own words for the time, always kept beside the typed form. */
const wording = { words: line.meta(words.time.words) };
const kind = <Kind extends string>(name: Kind) => z.literal(name).meta(words.time.kind);
const yearNumber = z.int().min(2020).max(2050);
const dayOfMonth = z.int().min(1).max(31);

/** From when and until when work goes on or comes again, where the document says so. */
const bounds = {
  from: looseDate.optional().meta(words.time.from),
  until: looseDate.optional().meta(words.time.until),
};
/** `by`: the day counts; `before`: it does not. Absent: on that day. */
const limit = { limit: z.enum(['by', 'before']).optional().meta(words.time.limit) };
const again = { ...limit, ...bounds, ...wording };

/** The first day comes before the last, and a limit has a day. */
function inOrder(time: { readonly from?: string | undefined; readonly until?: string | undefined }): boolean {
  const { from, until } = time;
  return from === undefined || until === undefined || firstDayOf(from) <= lastDayOf(until);
}
const disorder = { path: ['until'], error: 'ngày cuối phải sau ngày đầu (from)' };
const lonely = { path: ['limit'], error: 'chỉ viết limit khi có day' };
const limitHasDay = (time: {
  readonly limit?: Limit | undefined;
  readonly day?: number | undefined;
}): boolean => time.limit === undefined || time.day !== undefined;

/** Each month, or each quarter in its last month; on a day, where the document names one. */
const onDay = <Kind extends string>(name: Kind) =>
  z
    .strictObject({ kind: kind(name), day: dayOfMonth.optional().meta(words.time.dayOfMonth), ...again })
    .refine(inOrder, disorder)
    .refine(limitHasDay, lonely);
/** All the time, daily, weekly, or from time to time. */
const standing = <Kind extends string>(name: Kind) =>
  z.strictObject({ kind: kind(name), ...bounds, ...wording }).refine(inOrder, disorder);

/** Each year: in a month or on a day of it, where the document names one. */
const yearly = z
  .strictObject({
    kind: kind('yearly'),
    month: z.int().min(1).max(12).optional().meta(words.time.month),
    day: dayOfMonth.optional().meta(words.time.day),
    ...again,
  })
  .refine((time) => time.day === undefined || time.month !== undefined, {
    path: ['month'],
    error: 'có day thì phải có month',
  })
  .refine(
    // A year that is no leap year, so that a yearly task cannot fall on 29 February.
    ({ month: named = 1, day = 1 }) =>
      day <= Number(lastDay(`2025-${String(named).padStart(2, '0')}`).slice(8)),
    { path: ['day'], error: 'tháng này không có ngày đó' },
  )
  .refine(inOrder, disorder)
  .refine(limitHasDay, lonely);

/** In one school year, `2025-2026`. */
const schoolYear = z
  .strictObject({
    kind: kind('school-year'),
    years: z
      .string()
      .regex(/^20\d\d-20\d\d$/, { error: 'viết năm học dạng 2025-2026' })
      .meta(words.time.years),
    ...wording,
  })
  .refine((time) => Number(time.years.slice(5)) === Number(time.years.slice(0, 4)) + 1, {
    path: ['years'],
    error: 'năm học gồm hai năm liền nhau, ví dụ: 2025-2026',
  });

/** Work that comes once. */
const once = [
  /** On a day. */
  z.strictObject({ kind: kind('day'), day: day.meta(words.time.onDay), ...wording }),
  /** On a day, in a month or in a year at the latest. */
  z.strictObject({ kind: kind('by'), date: looseDate.meta(words.time.date), ...wording }),
  /** Before a day, a month or a year, which is too late itself. */
  z.strictObject({ kind: kind('before'), date: looseDate.meta(words.time.date), ...wording }),
  /** From a day, month or year to another. */
  z
    .strictObject({
      kind: kind('period'),
      from: looseDate.meta(words.time.from),
      until: looseDate.meta(words.time.until),
      ...wording,
    })
    .refine(inOrder, disorder),
  /** By the end of a month. */
  z.strictObject({ kind: kind('once'), month: month.meta(words.time.once), ...wording }),
  z.strictObject({
    kind: kind('quarter'),
    year: yearNumber.meta(words.time.year),
    quarter: z.int().min(1).max(4).meta(words.time.quarter),
    ...wording,
  }),
  z.strictObject({ kind: kind('year'), year: yearNumber.meta(words.time.year), ...wording }),
  /** By a coming event that has no day yet, named in words: “trước lễ khai giảng”. */
  z.strictObject({ kind: kind('event'), event: line.meta(words.time.event), ...wording }),
] as const;

/** When a task is due; `domain/timing.ts` reckons with it. */
const timeSchema = z.discriminatedUnion(
  'kind',
  [
    ...once,
    standing('ongoing'),
    standing('daily'),
    standing('weekly'),
    standing('periodic'),
    onDay('monthly'),
    onDay('quarterly'),
    yearly,
    schoolYear,
    /** When a higher level says so, or by another plan. */
    z.strictObject({ kind: kind('on-instruction'), ...wording }),
    /** The plan gives no time. */
    z.strictObject({ kind: kind('not-stated') }),
  ],
  {
    error:
      'kind phải là một trong: day, by, before, period, once, quarter, year, event, ongoing, daily, ' +
      'weekly, periodic, monthly, quarterly, yearly, school-year, on-instruction, not-stated',
  },
);

/** Parts of a task that a document may leave out, or that may not have been read. */
const taskParts = ['coordinating', 'time', 'result'] as const;
export type TaskPart = (typeof taskParts)[number];

export const taskSchema = z
  .strictObject({
    /** Item in the document, exactly: `2.4`, `IV.4.4.c`. */
    item: line.meta(words.task.item),
    /** Place in the plan's list, from 1. */
    order: z.int().min(1).meta(words.task.order),
    /** The task in one plain line. */
    title: line.max(140, { error: 'tên nhiệm vụ dài quá 140 chữ cái' }).meta(words.task.title),
    /** What is to be done, in our own words, nothing left out. */
    summary: text.meta(words.task.summary),
    /** What officers call the task when they look for it; printed nowhere. */
    aliases: z.array(line).default([]).meta(words.task.aliases),
    workstreams: z
      .array(ref('workstreams'))
      .min(1, { error: 'nêu ít nhất một nhóm việc' })
      .meta(words.task.workstreams),
    /** Groups of people the task is for; empty when the plan names none. */
    audiences: z.array(ref('audiences')).default([]).meta(words.task.audiences),
    /** Lead units. Empty only with `leadNote`. */
    lead: z.array(ref('units')).default([]).meta(words.task.lead),
    /** What the plan says of who leads, when units alone do not tell it, e.g. that none is named. */
    leadNote: line.optional().meta(words.task.leadNote),
    coordinating: z.array(ref('units')).default([]).meta(words.task.coordinating),
    /** What the plan says of coordination beyond the named units. */
    coordinatingNote: line.optional().meta(words.task.coordinatingNote),
    time: timeSchema.meta(words.task.time),
    /** Expected result; null when the plan states none. */
    result: text.nullable().meta(words.task.result),
    /** Products one by one, where the document lists more than one. */
    products: z.array(line).default([]).meta(words.task.products),
    /** Parts of the task with an item of their own. */
    parts: z
      .array(
        z.strictObject({
          item: line.meta(words.task.item),
          title: line.meta(words.task.title),
          lead: z.array(ref('units')).default([]).meta(words.task.lead),
          time: timeSchema.optional().meta(words.task.time),
        }),
      )
      .default([])
      .meta(words.task.parts),
    /** Parts of the task that stand in a section nobody here has read; see `unseen` of plans. */
    unseen: z
      .array(z.enum(taskParts, { error: `chọn trong: ${taskParts.join(', ')}` }))
      .default([])
      .meta(words.task.unseen),
    /**
     * Whether guides can serve it: `guides`, or `none` with the reason (work inside an office, for example).
     */
    handbook: z
      .discriminatedUnion('by', [
        z.strictObject({
          by: z.literal('guides').meta(words.handbook.by),
          /** A task of another plan that starts with the same, where nothing is picked for this one. */
          as: ref('tasks').optional().meta(words.handbook.as),
        }),
        z.strictObject({
          by: z.literal('none').meta(words.handbook.by),
          reason: line.meta(words.handbook.reason),
        }),
      ])
      .meta(words.task.handbook),
    checked,
  })
  .refine((task) => task.lead.length > 0 || task.leadNote !== undefined, {
    path: ['lead'],
    error: 'nêu đơn vị chủ trì, hoặc viết leadNote nếu kế hoạch không nêu',
  });
export type TaskData = z.output<typeof taskSchema>;
