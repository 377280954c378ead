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

const phrases = z.record(
  z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'tên ô: chữ thường không dấu, nối bằng gạch ngang' }),
  z.array(line).min(1, { error: 'ghi ít nhất một lời, hoặc bỏ cả dòng' }),
);
const sign = z.array(z.string()).min(1);

/** What is read out of a sentence about danger, and what is said then. One file for the edition. */
export const dangerSchema = z
  .strictObject({
    /** Who asks or calls. */
    who: phrases.meta(words.danger.who),
    /** What they want. */
    wants: phrases.meta(words.danger.wants),
    /** To whom it happens. */
    whom: phrases.meta(words.danger.whom),
    /** How long ago. */
    ago: phrases.meta(words.danger.ago),
    /** News, teaching, what if, how to prevent: nothing has happened here. */
    frame: phrases.meta(words.danger.frame),
    /** Other pieces that signs are made of. */
    parts: phrases.meta(words.danger.parts),
    /** What has happened → the emergency that opens, by signs of which one must hold whole. */
    happened: z
      .record(
        z.string(),
        z.array(
          z.strictObject({
            box: ref('emergencies').meta(words.danger.box),
            signs: z.array(sign).min(1).meta(words.danger.signs),
            /** Pieces of which none may be said. */
            unless: z.array(z.string()).min(1).optional().meta(words.danger.unless),
            /** What harm it is, when it is one. */
            harm: z.string().optional().meta(words.danger.harm),
            /** The guide that tells of this alone, where the emergency's own tells of more. */
            guide: ref(...numbered)
              .optional()
              .meta(words.danger.guide),
            /** Most syllables between the pieces, in any order. */
            near: z.int().min(1).optional().meta(words.danger.near),
            /** Most syllables between one piece and the next, in this order. */
            gap: z.int().min(0).optional().meta(words.danger.gap),
            /** Besides the sign nothing is said but these pieces. */
            only: z.array(z.string()).min(1).optional().meta(words.danger.only),
          }),
        ),
      )
      .meta(words.danger.happened),
    /** Signs of a question whether to give or do something. */
    asked: z.array(sign).min(1).meta(words.danger.asked),
    /** Emergency → pieces of which one must be said before what was learnt may open it. */
    evidence: z.record(z.string(), z.array(z.string()).min(1)).default({}).meta(words.danger.evidence),
    /** Whom to call when words sound like harm, and where a caller is reported. */
    calls: z
      .strictObject({
        harm: z.array(ref('directory')).min(1).meta(words.danger.callsHarm),
        report: z.array(ref('directory')).min(1).meta(words.danger.callsReport),
      })
      .meta(words.danger.calls),
    /** What is said to that, by what is wanted; "none" for anything else. */
    answers: z
      .array(
        z.strictObject({
          wants: z.array(z.string()).min(1).meta(words.danger.answerWants),
          says: line.meta(words.danger.says),
          guide: ref(...numbered).meta(words.emergency.guide),
        }),
      )
      .min(1)
      .meta(words.danger.answers),
  })
  .superRefine((data, context) => {
    const { who, wants, whom, ago, frame } = data;
    const slots: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      who,
      wants,
      whom,
      ago,
      frame,
    };
    const isPiece = (piece: string): boolean => {
      const [slot = '', value] = piece.split('.');
      if (value !== undefined) return Object.keys(slots[slot] ?? {}).includes(value);
      return slot in slots || slot in data.parts;
    };
    const signs = [
      ...data.asked,
      ...Object.values(data.happened).flatMap((rules) =>
        rules.flatMap((rule) => [...rule.signs, rule.unless ?? [], rule.only ?? []]),
      ),
      ...Object.values(data.evidence),
    ];
    for (const piece of new Set(signs.flat().flatMap((each) => each.split('+'))))
      if (!isPiece(piece))
        context.addIssue({
          code: 'custom',
          message:
            `“${piece}” không phải mảnh câu nào; ` +
            'ghi tên một dòng ở “parts”, hoặc ô và giá trị như who.cong-an',
        });
  });
export type DangerData = z.output<typeof dangerSchema>;

const boundName = z.strictObject({
  /** As it is printed; with a code, the name on the national portal. */
  name: line.meta(words.boundNames.name),
  /** Code of the procedure on the national portal. */
  code: z
    .string()
    .regex(/^\d\.\d{6}$/, { error: 'mã thủ tục có dạng 1.004859' })
    .optional()
    .meta(words.boundNames.code),
  /** What people call it. */
  said: z.array(line).min(1).meta(words.boundNames.said),
});

/** Names that only a page that treats them may answer. One file for the edition. */
export const boundNamesSchema = z.strictObject({
  /** Procedures and papers. */
  procedures: z.array(boundName).meta(words.boundNames.procedures),
  /** Apps, brands, services. */
  services: z.array(boundName).meta(words.boundNames.services),
  /** What no guide is about, each with where to ask instead. */
  matters: z
    .array(boundName.omit({ code: true }).extend({ ask: line.meta(words.boundNames.ask) }))
    .default([])
    .meta(words.boundNames.matters),
});
export type BoundNamesData = z.output<typeof boundNamesSchema>;

/** Said before anything is looked up, when a question sounds like an emergency. */
export const emergencySchema = z
  .strictObject({
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
    guide: ref(...numbered)
      .optional()
      .meta(words.emergency.guide),
    /** Where the steps come from; shown when no guide tells them, or an edition leaves that guide out. */
    sources: z.array(source).optional().meta(words.shared.sources),
    /** Earlier ones stand first. */
    order: z.int().meta(words.emergency.order),
    checked,
  })
  .refine(({ guide, sources }) => guide !== undefined || sources !== undefined, {
    error: 'ghi guide là bài nói các bước này, hoặc sources là nguồn của các bước',
  });
export type EmergencyData = z.output<typeof emergencySchema>;
