/** What authors write for search: words of everyday speech, and what is said at once in an emergency. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, ref, source } from './fields.ts';

/** Everyday words ↔ the handbook's words. One file for the edition. */
export const queryWordsSchema = z.strictObject({
  /** What people say, what the handbook says. Added to a question, never put in its place. */
  synonyms: z
    .array(z.tuple([line, line], { error: 'viết thành cặp: [lời bà con, lời sổ tay]' }))
    .meta(words.queryWords.synonyms),
  /** Shortened writing in messages → the full words. */
  shorts: z
    .record(
      z.string().regex(/^[\p{Ll}\d]{1,8}$/u, { error: 'chữ viết tắt: chữ thường, tối đa 8 chữ cái' }),
      line,
    )
    .meta(words.queryWords.shorts),
  /** Foreign words that must not be read as Telex keys. */
  foreign: z.array(z.string().regex(/^[a-z]{2,12}$/)).meta(words.queryWords.foreign),
});
export type QueryWordsData = z.output<typeof queryWordsSchema>;

/** Brands and foreign words, by group: as they are written → what people write for them. */
export const foreignWordsSchema = z
  .record(
    z.string().regex(/^[a-z-]{2,20}$/, { error: 'tên nhóm: chữ thường không dấu' }),
    z.record(
      z
        .string()
        .regex(/^[a-z0-9]{2,20}( [a-z0-9]{1,20}){0,2}$/, { error: 'viết như nhà làm ra viết, chữ thường' }),
      z.array(line),
    ),
  )
  .refine((groups) => Object.keys(groups).length > 0, { error: 'ghi ít nhất một nhóm, hoặc bỏ cả tệp' });
export type ForeignWordsData = z.output<typeof foreignWordsSchema>;

/** Words of the regions. One file for the edition. */
export const dialectSchema = z.strictObject({
  /** Where the words stand in print. */
  sources: z.array(source).min(1).meta(words.shared.sources),
  words: z
    .array(
      z.strictObject({
        /** As it is said, in any of its spellings. */
        said: z.array(line).min(1).meta(words.dialect.said),
        /** What the handbook writes. */
        written: line.meta(words.dialect.written),
        region: z
          .enum(['north', 'centre', 'south'], { error: 'vùng: north, centre hoặc south' })
          .meta(words.dialect.region),
      }),
    )
    .meta(words.dialect.words),
});
export type DialectData = z.output<typeof dialectSchema>;

/** Words that frame a question more than they say what it is about. Marks count. One file for the edition. */
export const questionFramesSchema = z.strictObject({
  /** Forms of asking: they weigh hardly anything. */
  frames: z.array(line).meta(words.questionFrames.frames),
  /** Words that weigh half. */
  stops: z.array(line).meta(words.questionFrames.stops),
  /** Politeness, which weighs nothing; `{who}` stands for any of `persons`. */
  polite: z.array(line).meta(words.questionFrames.polite),
  /** How people are addressed. */
  persons: z.array(line).meta(words.questionFrames.persons),
  /** What may stand before the number of a guide: "bài số". */
  numberNames: z.array(line).meta(words.questionFrames.numberNames),
});
export type QuestionFramesData = z.output<typeof questionFramesSchema>;

/** Said before anything is looked up, when a question sounds like an emergency. */
export const emergencySchema = z.strictObject({
  /** Name of the emergency, as the reader would say it. */
  title: line.meta(words.emergency.title),
  /** What to do now, in order, one action each. At most five. */
  steps: z
    .array(line)
    .min(1)
    .max(5, { error: 'tối đa năm việc; việc khác để bài hướng dẫn nói' })
    .meta(words.emergency.steps),
  /** Whom to call, nearest help first. */
  calls: z.array(ref('directory')).min(1).meta(words.emergency.calls),
  /** The guide that tells the rest. */
  guide: ref(...numbered).meta(words.emergency.guide),
  /**
   * Any of these lines makes it this emergency. In a line, `+` joins what must all be said and `|` what may
   * stand for each other. Written without marks.
   */
  when: z
    .array(z.string().regex(/^[a-z0-9 |+]+$/, { error: 'viết không dấu, chữ thường; dùng + và |' }))
    .min(1)
    .meta(words.emergency.when),
  /** None of these may be said. */
  unless: z
    .array(z.string().regex(/^[a-z0-9 |+]+$/, { error: 'viết không dấu, chữ thường; dùng + và |' }))
    .default([])
    .meta(words.emergency.unless),
  /** Earlier ones win. */
  order: z.int().meta(words.emergency.order),
  checked,
});
export type EmergencyData = z.output<typeof emergencySchema>;
