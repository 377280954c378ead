/**
 * One task of a plan. Its id is `<plan>/<n>`, where n is the item number with dashes: `lam-dong-1410/4-1`.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, month, ref, text } from './fields.ts';

/** The document's own words for the time, always kept beside the typed form. */
const wording = { words: line.meta(words.time.words) };

/** Days of each month; 29 February comes in leap years only, so a yearly task cannot fall on it. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When a task is due. */
const timeSchema = z.discriminatedUnion(
  'kind',
  [
    /** Once, by the end of a month. */
    z.strictObject({
      kind: z.literal('once').meta(words.time.kind),
      month: month.meta(words.time.once),
      ...wording,
    }),
    /** All the time, from a month on where the plan says so. */
    z.strictObject({
      kind: z.literal('ongoing').meta(words.time.kind),
      from: month.optional().meta(words.time.from),
      ...wording,
    }),
    /** Each year on one day. */
    z
      .strictObject({
        kind: z.literal('yearly').meta(words.time.kind),
        month: z.int().min(1).max(12).meta(words.time.month),
        day: z.int().min(1).max(31).meta(words.time.day),
        ...wording,
      })
      .refine((time) => time.day <= monthDays[time.month - 1]!, {
        path: ['day'],
        error: 'tháng này không có ngày đó',
      }),
    /** Each week. */
    z.strictObject({ kind: z.literal('weekly').meta(words.time.kind), ...wording }),
    /** In one school year, `2025-2026`. */
    z
      .strictObject({
        kind: z.literal('school-year').meta(words.time.kind),
        years: z
          .string()
          .regex(/^20\d\d-20\d\d$/, { error: 'viết năm học dạng 2025-2026' })
          .meta(words.time.years),
        ...wording,
      })
      .refine((time) => Number(time.years.slice(5)) === Number(time.years.slice(0, 4)) + 1, {
        path: ['years'],
        error: 'năm học gồm hai năm liền nhau, ví dụ: 2025-2026',
      }),
    /** When a higher level says so, or by another plan. */
    z.strictObject({ kind: z.literal('on-instruction').meta(words.time.kind), ...wording }),
    /** The plan gives no time. */
    z.strictObject({ kind: z.literal('not-stated').meta(words.time.kind) }),
  ],
  { error: 'kind phải là một trong: once, ongoing, yearly, weekly, school-year, on-instruction, not-stated' },
);
export type TaskTime = z.output<typeof timeSchema>;

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
    workstreams: z
      .array(ref('workstreams'))
      .min(1, { error: 'nêu ít nhất một mảng việc' })
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
        z.strictObject({ by: z.literal('guides').meta(words.handbook.by) }),
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
