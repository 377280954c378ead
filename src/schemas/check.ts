/**
 * `content/checks/*.yaml`: a few questions, or a practice, by which somebody finds out whether a skill is
 * there already. Each question stands on a step of a guide or on a rule; `src/outputs/checks` proves and
 * draws them.
 */
import { z } from 'zod';
import { see } from './drill.ts';
import words from './field-words.json' with { type: 'json' };
import { checked, line, ref, text } from './fields.ts';

/** Letters of the answers, as on the cards that a class raises. */
export const answerLetters = ['A', 'B', 'C', 'D'] as const;
export type AnswerLetter = (typeof answerLetters)[number];

const question = z
  .strictObject({
    /** A small story and what one would do, or what one knows. */
    ask: line.meta(words.checkQuestion.ask),
    /** What is answered, in the order of the letters. */
    choices: z.tuple([line, line, line, line]).meta(words.checkQuestion.choices),
    right: z.enum(answerLetters).meta(words.checkQuestion.right),
    /** Why it is right, told after the answer. */
    why: text.meta(words.checkQuestion.why),
    /** The step that says so; or the rule, of which exactly one is named. */
    see: see.optional().meta(words.checkQuestion.see),
    rule: ref('rules').optional().meta(words.checkQuestion.rule),
  })
  .refine((one) => (one.see === undefined) !== (one.rule === undefined), {
    error: 'mỗi câu lấy từ một bước (see) hoặc một quy định (rule), không cả hai',
  });
export type CheckQuestion = z.output<typeof question>;

export const checkSchema = z
  .strictObject({
    skill: ref('skills').meta(words.check.skill),
    aliases: z.array(line).default([]).meta(words.check.aliases),
    questions: z
      .array(question)
      .max(5, { error: 'mỗi kỹ năng có nhiều nhất năm câu hỏi' })
      .default([])
      .meta(words.check.questions),
    /** A drill that shows the skill by doing; beside the questions, or in their place. */
    practice: ref('drills').optional().meta(words.check.practice),
    checked,
  })
  .refine((check) => check.questions.length >= 3 || (check.practice && check.questions.length === 0), {
    error: 'mỗi kỹ năng có ít nhất ba câu hỏi, hoặc một bài tập (practice) thay cho câu hỏi',
    path: ['questions'],
  });
export type CheckData = z.output<typeof checkSchema>;
