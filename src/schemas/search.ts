/** What authors write for search: words of everyday speech, and what is said at once in an emergency. */
import { z } from 'zod';
import { checked, line, ref } from './fields.ts';

/** Everyday words ↔ the handbook's words. One file for the edition. */
export const queryWordsSchema = z.strictObject({
  /** What people say, what the handbook says. Added to a question, never put in its place. */
  synonyms: z.array(z.tuple([line, line], { error: 'viết thành cặp: [lời bà con, lời sổ tay]' })),
  /** Shortened writing in messages → the full words. */
  shorts: z.record(
    z.string().regex(/^[\p{Ll}\d]{1,8}$/u, { error: 'chữ viết tắt: chữ thường, tối đa 8 chữ cái' }),
    line,
  ),
  /** Foreign words that must not be read as Telex keys. */
  foreign: z.array(z.string().regex(/^[a-z]{2,12}$/)),
});
export type QueryWordsData = z.output<typeof queryWordsSchema>;

/** Said before anything is looked up, when a question sounds like an emergency. */
export const emergencySchema = z.strictObject({
  /** Name of the emergency, as the reader would say it. */
  title: line,
  /** What to do now, in order, one action each. At most five. */
  steps: z.array(line).min(1).max(5, { error: 'tối đa năm việc; việc khác để bài hướng dẫn nói' }),
  /** Whom to call, nearest help first. */
  calls: z.array(ref('directory')).min(1),
  /** The guide that tells the rest. */
  guide: ref('guides', 'market'),
  /**
   * Any of these lines makes it this emergency. In a line, `+` joins what must all be said and `|` what may
   * stand for each other. Written without marks.
   */
  when: z
    .array(z.string().regex(/^[a-z0-9 |+]+$/, { error: 'viết không dấu, chữ thường; dùng + và |' }))
    .min(1),
  /** None of these may be said. */
  unless: z
    .array(z.string().regex(/^[a-z0-9 |+]+$/, { error: 'viết không dấu, chữ thường; dùng + và |' }))
    .default([]),
  /** Earlier ones win. */
  order: z.int(),
  checked,
});
export type EmergencyData = z.output<typeof emergencySchema>;
