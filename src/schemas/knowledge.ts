/** What readers learn: topics, skill areas, skills, terms, tracks, modes. */
import { z } from 'zod';
import { topicIcons } from '../domain/topic-icons.ts';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, numberRange, ref, shortLine, source, text } from './fields.ts';

/** A shelf of guides: a folder under `guides/`, with its range of permanent numbers. */
export const topicSchema = z.strictObject({
  title: line.meta(words.topic.title),
  /** The name on a picture of the front page: one line, at most 10 letters. */
  short: shortLine(10, 'tên ngắn dài quá 10 chữ cái').optional().meta(words.topic.short),
  summary: line.meta(words.topic.summary),
  /** First and last number of the range, both included. */
  numbers: numberRange.meta(words.topic.numbers),
  /** Name of a drawing in `components/furniture/Icon.astro`. */
  icon: z.enum(topicIcons).meta(words.topic.icon),
  order: z.int().meta(words.topic.order),
  /** Shown on the home page. */
  home: z.boolean().default(false).meta(words.topic.home),
  /** The shelf of the cards for events of life: its entries stand in `events/`, not in `guides/`. */
  events: z.boolean().default(false).meta(words.topic.events),
});
export type TopicData = z.output<typeof topicSchema>;

/** One of the four market tracks: a folder under `market/`. */
export const trackSchema = z.strictObject({
  title: line.meta(words.track.title),
  summary: text.meta(words.track.summary),
  numbers: numberRange.meta(words.track.numbers),
  order: z.int().meta(words.track.order),
});
export type TrackData = z.output<typeof trackSchema>;

/** One of the seven skill areas: device use plus the six domains of Thông tư 02/2025/TT-BGDĐT. */
export const areaSchema = z.strictObject({
  title: line.meta(words.area.title),
  /** Letter that starts the codes of its skills. This handbook's own. */
  letter: z
    .string()
    .regex(/^[A-G]$/)
    .meta(words.area.letter),
  summary: text.meta(words.area.summary),
  /**
   * Name of the domain in Thông tư 02/2025/TT-BGDĐT; absent for device use, which the circular does not have.
   */
  tt02: line.optional().meta(words.area.tt02),
  order: z.int().meta(words.area.order),
});
export type AreaData = z.output<typeof areaSchema>;

/** Something a reader can do afterwards. */
export const skillSchema = z.strictObject({
  /** This handbook's own code, letter of the area and a number: `A3`. */
  code: z
    .string()
    .regex(/^[A-G]\d{1,2}$/, { error: 'mã gồm một chữ cái A–G và số, ví dụ: A3' })
    .meta(words.skill.code),
  area: ref('areas').meta(words.skill.area),
  /** "Làm được" statement, verb first. */
  title: line.meta(words.skill.title),
  summary: line.meta(words.skill.summary),
  /** Codes in the annex of Quyết định 757/QĐ-BKHCN. Stays empty until the annex is at hand. */
  qd757: z
    .array(line)
    .max(0, { error: 'để trống: phụ lục QĐ 757 chưa có trong tay, không được đoán' })
    .default([])
    .meta(words.skill.qd757),
});
export type SkillData = z.output<typeof skillSchema>;

/** A word explained. */
export const termSchema = z.strictObject({
  /** The word as it is written. */
  term: line.meta(words.term.term),
  /** Meaning in plain words, one or two short sentences. */
  meaning: text.meta(words.term.meaning),
  /** How it is said aloud, in Vietnamese syllables: `OTP` → `ô tê pê`. */
  spoken: line.meta(words.term.spoken),
  /** Long form of an abbreviation. */
  long: line.optional().meta(words.term.long),
  /** Other ways to write or say it. */
  aliases: z.array(line).default([]).meta(words.term.aliases),
  /** Guides that explain more. */
  guides: z
    .array(ref(...numbered))
    .default([])
    .meta(words.term.guides),
  sources: z.array(source).default([]).meta(words.shared.sources),
  checked,
});
export type TermData = z.output<typeof termSchema>;

/**
 * An accessibility mode: one entry drives the control, its page and its tests. The id is the token in
 * `?che-do=`.
 */
export const modeSchema = z.strictObject({
  title: line.meta(words.mode.title),
  /** What it changes, one line, for the control. */
  summary: line.meta(words.mode.summary),
  /** Whom it helps. */
  helps: z.array(ref('audiences')).default([]).meta(words.mode.helps),
  helpsWords: line.meta(words.mode.helpsWords),
  order: z.int().meta(words.mode.order),
  /** Modes that a preset switches on; empty for a single mode. */
  preset: z.array(ref('modes')).default([]).meta(words.mode.preset),
  sources: z.array(source).default([]).meta(words.shared.sources),
  checked,
});
export type ModeData = z.output<typeof modeSchema>;
