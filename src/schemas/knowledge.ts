/** What readers learn: topics, skill areas, skills, terms, tracks, modes. */
import { z } from 'zod';
import { checked, line, numberRange, numbered, ref, source, text } from './fields.ts';

/** A shelf of guides: a folder under `guides/`, with its range of permanent numbers. */
export const topicSchema = z.strictObject({
  title: line,
  summary: line,
  /** First and last number of the range, both included. */
  numbers: numberRange,
  /** Name of a drawing in `components/furniture/Icon.astro`. */
  icon: z.enum([
    'phone',
    'search',
    'talk',
    'card',
    'money',
    'shield',
    'health',
    'spark',
    'desk',
    'school',
    'access',
    'helper',
    'market',
  ]),
  order: z.int(),
  /** Shown on the home page. */
  home: z.boolean().default(false),
  /** The shelf of the cards for events of life: its entries stand in `events/`, not in `guides/`. */
  events: z.boolean().default(false),
});
export type TopicData = z.output<typeof topicSchema>;

/** One of the four market tracks: a folder under `market/`. */
export const trackSchema = z.strictObject({
  title: line,
  summary: text,
  numbers: numberRange,
  order: z.int(),
});
export type TrackData = z.output<typeof trackSchema>;

/** One of the seven skill areas: device use plus the six domains of Thông tư 02/2025/TT-BGDĐT. */
export const areaSchema = z.strictObject({
  title: line,
  /** Letter that starts the codes of its skills. This handbook's own. */
  letter: z.string().regex(/^[A-G]$/),
  summary: text,
  /**
   * Name of the domain in Thông tư 02/2025/TT-BGDĐT; absent for device use, which the circular does not have.
   */
  tt02: line.optional(),
  order: z.int(),
});
export type AreaData = z.output<typeof areaSchema>;

/** Something a reader can do afterwards. */
export const skillSchema = z.strictObject({
  /** This handbook's own code, letter of the area and a number: `A3`. */
  code: z.string().regex(/^[A-G]\d{1,2}$/, { error: 'mã gồm một chữ cái A–G và số, ví dụ: A3' }),
  area: ref('areas'),
  /** "Làm được" statement, verb first. */
  title: line,
  summary: line,
  /** Codes in the annex of Quyết định 757/QĐ-BKHCN. Stays empty until the annex is at hand. */
  qd757: z
    .array(line)
    .max(0, { error: 'để trống: phụ lục QĐ 757 chưa có trong tay, không được đoán' })
    .default([]),
});
export type SkillData = z.output<typeof skillSchema>;

/** A word explained. */
export const termSchema = z.strictObject({
  /** The word as it is written. */
  term: line,
  /** Meaning in plain words, one or two short sentences. */
  meaning: text,
  /** How it is said aloud, in Vietnamese syllables: `OTP` → `ô tê pê`. */
  spoken: line,
  /** Long form of an abbreviation. */
  long: line.optional(),
  /** Other ways to write or say it. */
  aliases: z.array(line).default([]),
  /** Guides that explain more. */
  guides: z.array(ref(...numbered)).default([]),
  sources: z.array(source).default([]),
  checked,
});
export type TermData = z.output<typeof termSchema>;

/**
 * An accessibility mode: one entry drives the control, its page and its tests. The id is the token in
 * `?che-do=`.
 */
export const modeSchema = z.strictObject({
  title: line,
  /** What it changes, one line, for the control. */
  summary: line,
  /** Whom it helps. */
  helps: z.array(ref('audiences')).default([]),
  helpsWords: line,
  order: z.int(),
  /** Modes that a preset switches on; empty for a single mode. */
  preset: z.array(ref('modes')).default([]),
  sources: z.array(source).default([]),
  checked,
});
export type ModeData = z.output<typeof modeSchema>;
