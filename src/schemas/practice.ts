/** A good practice ("cách làm hay"): what somebody really did, as a source tells it. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, looseDate, numbered, ref, shortLine, source, text } from './fields.ts';

export const practiceSchema = z.strictObject({
  /** What was done, in one line. */
  title: shortLine(90, 'tên dài quá 90 chữ cái').meta(words.practice.title),
  /** What people call it when they look for it; printed nowhere. */
  aliases: z.array(line).default([]).meta(words.practice.aliases),
  /** Where. */
  place: line.meta(words.practice.place),
  /** When, as exact as the source gives it. */
  date: looseDate.meta(words.practice.date),
  /** What was done, in our own words. */
  did: text.meta(words.practice.did),
  /** The result as the source says it; null when the source gives none. */
  result: text.nullable().meta(words.practice.result),
  /** What others can take from it: our own advice, not the source's. */
  take: text.meta(words.practice.take),
  audiences: z
    .array(ref('audiences'))
    .min(1, { error: 'nêu ít nhất một nhóm người' })
    .meta(words.practice.audiences),
  workstreams: z
    .array(ref('workstreams'))
    .min(1, { error: 'nêu ít nhất một nhóm việc' })
    .meta(words.practice.workstreams),
  /** Guides that teach the same. */
  guides: z
    .array(ref(...numbered))
    .default([])
    .meta(words.practice.guides),
  /** Ready sessions that do the same. */
  programmes: z.array(ref('programmes')).default([]).meta(words.practice.programmes),
  order: z.int().min(1).meta(words.practice.order),
  sources: z
    .array(source)
    .min(1)
    .refine((list) => list.some((item) => item.certainty !== 'common'), {
      error: 'cách làm hay phải có nguồn thật, không chỉ kiến thức chung',
    })
    .meta(words.shared.sources),
  checked,
});
export type PracticeData = z.output<typeof practiceSchema>;
