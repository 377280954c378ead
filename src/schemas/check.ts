/**
 * `content/checks/*.yaml`: a few questions by which somebody finds out whether a skill is there already. Each
 * stands on a step of a guide; `src/outputs/checks` proves and draws them.
 */
import { z } from 'zod';
import { see } from './drill.ts';
import words from './field-words.json' with { type: 'json' };
import { checked, line, ref, text } from './fields.ts';

/** Letters of the answers, as on the cards that a class raises. */
export const answerLetters = ['A', 'B', 'C', 'D'] as const;
export type AnswerLetter = (typeof answerLetters)[number];

const question = z.strictObject({
  /** A small story and what one would do, or what one knows. */
  ask: line.meta(words.checkQuestion.ask),
  /** What is answered, in the order of the letters. */
  choices: z.tuple([line, line, line, line]).meta(words.checkQuestion.choices),
  right: z.enum(answerLetters).meta(words.checkQuestion.right),
  /** Why it is right, told after the answer. */
  why: text.meta(words.checkQuestion.why),
  /** The step that says so. */
  see: see.meta(words.checkQuestion.see),
});
export type CheckQuestion = z.output<typeof question>;

export const checkSchema = z.strictObject({
  skill: ref('skills').meta(words.check.skill),
  aliases: z.array(line).default([]).meta(words.check.aliases),
  questions: z
    .array(question)
    .min(3, { error: 'mỗi kỹ năng có ít nhất ba câu hỏi' })
    .max(5, { error: 'mỗi kỹ năng có nhiều nhất năm câu hỏi' })
    .meta(words.check.questions),
  checked,
});
export type CheckData = z.output<typeof checkSchema>;
