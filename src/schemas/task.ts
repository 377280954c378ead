/**
 * One task of a plan. Its id is `<plan>/<n>`, where n is the item number with dashes: `lam-dong-1410/4-1`.
 */
import { z } from 'zod';
import { checked, line, month, ref, text } from './fields.ts';

/** The document's own words for the time, always kept beside the typed form. */
const words = { words: line };

/** Days of each month; 29 February comes in leap years only, so a yearly task cannot fall on it. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** When a task is due. */
const timeSchema = z.discriminatedUnion(
  'kind',
  [
    /** Once, by the end of a month. */
    z.strictObject({ kind: z.literal('once'), month, ...words }),
    /** All the time, from a month on where the plan says so. */
    z.strictObject({ kind: z.literal('ongoing'), from: month.optional(), ...words }),
    /** Each year on one day. */
    z
      .strictObject({
        kind: z.literal('yearly'),
        month: z.int().min(1).max(12),
        day: z.int().min(1).max(31),
        ...words,
      })
      .refine((time) => time.day <= monthDays[time.month - 1]!, {
        path: ['day'],
        error: 'tháng này không có ngày đó',
      }),
    /** Each week. */
    z.strictObject({ kind: z.literal('weekly'), ...words }),
    /** In one school year, `2025-2026`. */
    z
      .strictObject({
        kind: z.literal('school-year'),
        years: z.string().regex(/^20\d\d-20\d\d$/, { error: 'viết năm học dạng 2025-2026' }),
        ...words,
      })
      .refine((time) => Number(time.years.slice(5)) === Number(time.years.slice(0, 4)) + 1, {
        path: ['years'],
        error: 'năm học gồm hai năm liền nhau, ví dụ: 2025-2026',
      }),
    /** When a higher level says so, or by another plan. */
    z.strictObject({ kind: z.literal('on-instruction'), ...words }),
    /** The plan gives no time. */
    z.strictObject({ kind: z.literal('not-stated') }),
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
    item: line,
    /** Place in the plan's list, from 1. */
    order: z.int().min(1),
    /** The task in one plain line. */
    title: line.max(140, { error: 'tên nhiệm vụ dài quá 140 chữ cái' }),
    /** What is to be done, in our own words, nothing left out. */
    summary: text,
    workstreams: z.array(ref('workstreams')).min(1, { error: 'nêu ít nhất một mảng việc' }),
    /** Groups of people the task is for; empty when the plan names none. */
    audiences: z.array(ref('audiences')).default([]),
    /** Lead units. Empty only with `leadNote`. */
    lead: z.array(ref('units')).default([]),
    /** What the plan says of who leads, when units alone do not tell it, e.g. that none is named. */
    leadNote: line.optional(),
    coordinating: z.array(ref('units')).default([]),
    /** What the plan says of coordination beyond the named units. */
    coordinatingNote: line.optional(),
    time: timeSchema,
    /** Expected result; null when the plan states none. */
    result: text.nullable(),
    /** Parts of the task that stand in a section nobody here has read; see `unseen` of plans. */
    unseen: z.array(z.enum(taskParts, { error: `chọn trong: ${taskParts.join(', ')}` })).default([]),
    /**
     * Whether guides can serve it: `guides`, or `none` with the reason (work inside an office, for example).
     */
    handbook: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('guides') }),
      z.strictObject({ by: z.literal('none'), reason: line }),
    ]),
    checked,
  })
  .refine((task) => task.lead.length > 0 || task.leadNote !== undefined, {
    path: ['lead'],
    error: 'nêu đơn vị chủ trì, hoặc viết leadNote nếu kế hoạch không nêu',
  });
export type TaskData = z.output<typeof taskSchema>;
