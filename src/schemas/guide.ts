/** A guide: one thing a reader can do by themselves, or help another to do. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { pictureNames } from '../domain/picture-names.ts';
import { longestPromise } from '../domain/promise.ts';
import { changes, checked, day, lang, line, numbered, pick, ref, shortLine, source, text } from './fields.ts';

/**
 * Largest guide number. Shelves keep numbers at three digits, which are easiest to say and type; the fourth
 * is room to grow.
 */
export const largestNumber = 9999;

/** Fields that guides and market lessons share. */
export const guideFields = {
  /**
   * Permanent number: printed, put into QR codes, read out, typed. Never changed, never reused; `/83/` leads
   * here for ever.
   */
  number: z
    .int({ error: 'viết một số nguyên, ví dụ: 83' })
    .min(1, { error: `số bài từ 1 đến ${largestNumber}` })
    .max(largestNumber, { error: `số bài từ 1 đến ${largestNumber}` })
    .meta(words.guide.number),
  /** What one does, verb first: "Quét mã QR để trả tiền". At most 70 characters. */
  title: shortLine(70, 'tên bài dài quá 70 chữ cái').meta(words.guide.title),
  /** What the guide holds, one sentence. Shown in lists, in search and where a guide is shared. */
  summary: shortLine(180, 'tóm tắt dài quá 180 chữ cái').meta(words.guide.summary),
  /**
   * What the reader can do afterwards, in one short line. It says what is gained, where the title names the
   * act and the summary what stands in the guide.
   */
  can: shortLine(longestPromise, `lời hứa dài quá ${longestPromise} chữ cái`).meta(words.guide.can),
  /** Minutes it takes a beginner, in all. */
  minutes: z.int().min(1).max(180).meta(words.guide.minutes),
  /**
   * `first` = never did anything like it; `some` = uses a phone already; `sure` = for those who teach or do
   * it at work.
   */
  level: z
    .enum(['first', 'some', 'sure'], { error: 'chọn một trong: first, some, sure' })
    .meta(words.guide.level),
  /** For whom, most specific first. */
  audiences: z
    .array(ref('audiences'))
    .min(1, { error: 'nêu ít nhất một nhóm người đọc' })
    .meta(words.guide.audiences),
  /** What the reader learns. */
  skills: z.array(ref('skills')).min(1, { error: 'nêu ít nhất một kỹ năng' }).meta(words.guide.skills),
  /** Strands of campaign work that this guide serves; all tasks of a workstream reach it. */
  workstreams: z.array(ref('workstreams')).default([]).meta(words.guide.workstreams),
  /** Tasks that it is picked for by hand: their pages start with it, or name it before what tags find. */
  serves: z.array(pick).default([]).meta(words.shared.serves),
  /** Guides to do first. */
  before: z
    .array(ref(...numbered))
    .default([])
    .meta(words.guide.before),
  /** What to do next, best first. */
  next: z
    .array(ref(...numbered))
    .default([])
    .meta(words.guide.next),
  /** Everyday, regional and shortened names people say or type for this. */
  aliases: z.array(line).default([]).meta(words.guide.aliases),
  /** Questions people ask, by the id of the section that answers: `cac-buoc: [...]`. */
  ask: z.record(z.string(), z.array(line).min(1)).default({}).meta(words.guide.ask),
  /** What can be lost here: `login` and `money` need a safety section. */
  risk: z
    .enum(['none', 'login', 'money'], { error: 'chọn một trong: none, login, money' })
    .meta(words.guide.risk),
  /** Why there is no `Screen` although a device is used; only then may it be missing. */
  noScreen: line.optional().meta(words.guide.noScreen),
  lang,
  /** Where the facts come from. */
  sources: z.array(source).min(1, { error: 'nêu ít nhất một nguồn' }).meta(words.shared.sources),
  /** Day of the last check against the sources. */
  checked,
  /**
   * Day on which the guide joined the handbook; `npm run new` writes it. Absent for guides of the first
   * edition.
   */
  added: day.optional().meta(words.guide.added),
  /**
   * The one guide for somebody who is being cheated this moment: every page leads to it, and it is kept
   * offline for everybody.
   */
  stop: z.boolean().default(false).meta(words.guide.stop),
  /**
   * Whom somebody who needs this guide now must call, the most urgent first, at most three. The page then
   * keeps buttons to call them in the window, and is drawn in red.
   */
  calls: z
    .array(ref('directory'))
    .max(3, { error: 'nêu nhiều nhất ba nơi' })
    .default([])
    .meta(words.guide.calls),
  /**
   * For pages that somebody may have to hide from whoever comes in: a button leaves for the front page at
   * once and takes the guide out of the way back.
   */
  quickExit: z.boolean().default(false).meta(words.guide.quickExit),
  /** The guide to the quarterly report: pages of units and the tally of sessions lead to it. */
  quarterReport: z.boolean().default(false).meta(words.guide.quarterReport),
  /** The only kind of phone that the guide is about; absent when it is about both. */
  device: z
    .enum(['android', 'iphone'], { error: 'chọn một trong: android, iphone' })
    .optional()
    .meta(words.guide.device),
  changes: changes.meta(words.guide.changes),
  /** Days after which the guide must be checked again. Past it, the page says so. */
  reviewEvery: z.int().min(30).max(730).default(180).meta(words.guide.reviewEvery),
} as const;

/**
 * A guide is added, then changed, day after day, and last checked on the day of its newest change or later.
 */
export function daysInOrder(
  item: { added?: string | undefined; changes: readonly { day: string }[]; checked: string },
  ctx: z.RefinementCtx,
): void {
  item.changes.forEach(({ day }, index) => {
    const later = item.changes[index - 1]?.day;
    const wrong =
      day > item.checked
        ? `ngày ${day} sau ngày kiểm tra ${item.checked}: sửa bài thì kiểm tra lại, rồi ghi checked`
        : later !== undefined && day >= later
          ? `ngày ${day} không cũ hơn ngày ${later} ở trên: xếp mới nhất lên đầu, mỗi ngày một mục`
          : item.added !== undefined && day <= item.added
            ? `ngày ${day} không sau ngày thêm bài ${item.added}: chỉ ghi thay đổi từ hôm sau`
            : undefined;
    if (wrong !== undefined)
      ctx.addIssue({ code: 'custom', path: ['changes', index, 'day'], message: wrong });
  });
  if (item.added !== undefined && item.added > item.checked)
    ctx.addIssue({
      code: 'custom',
      path: ['added'],
      message: `ngày ${item.added} sau ngày kiểm tra ${item.checked}: bài mới thì cũng vừa kiểm tra`,
    });
}

/** A promise that repeats the title or the summary tells nothing new. */
function ownPromise(
  item: { title: string; summary: string; can?: string | undefined },
  ctx: z.RefinementCtx,
): void {
  const bare = (words: string) => words.toLowerCase().replace(/[.!]+$/, '');
  if (item.can === undefined || ![item.title, item.summary].map(bare).includes(bare(item.can))) return;
  ctx.addIssue({
    code: 'custom',
    path: ['can'],
    message: 'trùng với tên bài hoặc tóm tắt: viết điều người đọc làm được sau bài, bằng lời khác',
  });
}

export const guideSchema = z
  .strictObject({ ...guideFields })
  .superRefine(daysInOrder)
  .superRefine(ownPromise);
export type GuideData = z.output<typeof guideSchema>;

/** A 4T market lesson: a guide with a place in a track. The track is its folder. */
export const lessonSchema = z
  .strictObject({
    ...guideFields,
    /** Place in its track, from 1. */
    order: z.int().min(1).max(20).meta(words.lesson.order),
    /** What the stallholder can do after the lesson, for the track page. */
    goal: text.meta(words.lesson.goal),
  })
  .superRefine(daysInOrder)
  .superRefine(ownPromise);
export type LessonData = z.output<typeof lessonSchema>;

/**
 * An easy-read version of a guide: own text, short sentences, a picture per step. The id is the guide's slug.
 */
export const easyReadSchema = z.strictObject({
  /** The full guide it belongs to. */
  guide: ref(...numbered).meta(words.easyRead.guide),
  /** Short title, at most 8 words. */
  title: line.meta(words.easyRead.title),
  /** Name of the drawing that stands for it in lists. */
  picture: z
    .enum(pictureNames, { error: 'chọn một hình ở trang /phong-cach/#pc-net' })
    .meta(words.easyRead.picture),
  /** Who read it with new readers, or that nobody has yet. */
  review: line.meta(words.easyRead.review),
  checked,
});
export type EasyReadData = z.output<typeof easyReadSchema>;
