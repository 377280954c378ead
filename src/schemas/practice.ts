/** A good practice ("cách làm hay"): what somebody really did, as a source tells it. */
import { z } from 'zod';
import { checked, line, looseDate, numbered, ref, source, text } from './fields.ts';

export const practiceSchema = z.strictObject({
  /** What was done, in one line. */
  title: line.max(90, { error: 'tên dài quá 90 chữ cái' }),
  /** Where. */
  place: line,
  /** When, as exact as the source gives it. */
  date: looseDate,
  /** What was done, in our own words. */
  did: text,
  /** The result as the source says it; null when the source gives none. */
  result: text.nullable(),
  /** What others can take from it: our own advice, not the source's. */
  take: text,
  audiences: z.array(ref('audiences')).min(1, { error: 'nêu ít nhất một nhóm người' }),
  workstreams: z.array(ref('workstreams')).min(1, { error: 'nêu ít nhất một mảng việc' }),
  /** Guides that teach the same. */
  guides: z.array(ref(...numbered)).default([]),
  /** Ready sessions that do the same. */
  programmes: z.array(ref('programmes')).default([]),
  order: z.int().min(1),
  sources: z
    .array(source)
    .min(1)
    .refine((list) => list.some((item) => item.certainty !== 'common'), {
      error: 'cách làm hay phải có nguồn thật, không chỉ kiến thức chung',
    }),
  checked,
});
export type PracticeData = z.output<typeof practiceSchema>;
