/**
 * `content/sap-cua-toi.yaml`: a few questions about a stall, and the duties that follow from the answers, as
 * pages by case.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, ref } from './fields.ts';

/** Part of an address: small letters without marks. */
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'đặt mã bằng chữ thường không dấu, ví dụ: da-dang-ky' });

/** A day on which a duty is due, as the rule gives it. */
const due = z.strictObject({
  /** The rule that says the day. */
  rule: ref('rules').meta(words.stallDue.rule),
  /** The name of the day among its values, where it is not the first. */
  part: slug.optional().meta(words.stallDue.part),
});

export const stallSchema = z
  .strictObject({
    title: line.meta(words.ownStall.title),
    lead: line.meta(words.ownStall.lead),
    /** Asked one after the other, each on a page of its own. */
    questions: z
      .array(
        z.strictObject({
          ask: line.meta(words.stallQuestion.ask),
          /** Answers to choose from, with their part of the address. */
          answers: z
            .array(
              z.strictObject({
                id: slug.meta(words.stallAnswer.id),
                words: line.meta(words.stallAnswer.words),
              }),
            )
            .min(2)
            .meta(words.stallQuestion.answers),
        }),
      )
      .min(1)
      .meta(words.ownStall.questions),
    /** What somebody has to do, in the order in which it is told. */
    duties: z
      .array(
        z.strictObject({
          /** One action, verb first; figures come from rules. */
          what: line.meta(words.stallDuty.what),
          /** Answers of which one must have been given, a list for each question that matters. */
          if: z.array(z.array(slug).min(1)).default([]).meta(words.stallDuty.if),
          /** When it is due; absent for what is done at once or all the time. */
          due: due.optional().meta(words.stallDuty.due),
          /** The rule that it rests on, where that says no day. */
          rule: ref('rules').optional().meta(words.stallDuty.rule),
          /** Where the way is told. */
          guide: ref('guides', 'market').optional().meta(words.stallDuty.guide),
        }),
      )
      .min(1)
      .meta(words.ownStall.duties),
    checked,
  })
  .superRefine(({ questions, duties }, ctx) => {
    const known = new Set(questions.flatMap(({ answers }) => answers.map(({ id }) => id)));
    duties.forEach((duty, index) => {
      for (const id of duty.if.flat())
        if (!known.has(id))
          ctx.addIssue({
            code: 'custom',
            path: ['duties', index, 'if'],
            message: `không có câu trả lời “${id}”; các câu trả lời: ${[...known].join(', ')}`,
          });
    });
  });
export type StallData = z.output<typeof stallSchema>;
