/**
 * `content/drills/*.yaml`: a small world of made-up screens to practise on. Each state says what is seen or
 * heard and what may be pressed, typed or done; `src/outputs/drills` proves and draws it.
 * `content/man-hinh-tap.yaml` holds the names and numbers that such screens may show.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, ref, shortLine, text } from './fields.ts';

/** Id of a state: part of an address within the page. */
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { error: 'đặt mã bằng chữ thường không dấu, ví dụ: cuoc-goi-den' });

/** Shelves of the list of drills, in their order. */
export const drillThemes = [
  'may',
  'ket-noi',
  'tien',
  'an-toan',
  'viec-cong',
  'mua-ban',
  'thong-tin',
] as const;

/** A step of a guide that says the same. */
export const see = z.strictObject({
  guide: ref(...numbered).meta(words.drillSee.guide),
  /** Place of the step in the guide's list, from 1. */
  step: z.int().min(1).meta(words.drillSee.step),
  /** Which list of steps, where the guide has several. */
  list: z.int().min(1).default(1).meta(words.drillSee.list),
});

/** One thing that may be done in a state; right when it is neither `fine` nor `danger`. */
const press = z
  .strictObject({
    /** Words on the button, or what one does or says. */
    text: line.optional().meta(words.drillPress.text),
    /** What is typed into the field of the state, as it is written there; with Telex, the keys. */
    types: line.optional().meta(words.drillPress.types),
    /** A button of the drawn screen, what one does, what one answers, or where the camera is held. */
    by: z.enum(['key', 'hand', 'say', 'scan']).default('key').meta(words.drillPress.by),
    /** State that follows; the same one when absent, which only a wrong press may leave out. */
    to: slug.optional().meta(words.drillPress.to),
    /** Forgivable: what one should know, then it goes on. */
    fine: text.optional().meta(words.drillPress.fine),
    /** Dangerous: what would have happened. */
    danger: text.optional().meta(words.drillPress.danger),
  })
  .refine(({ text, types }) => (text === undefined) !== (types === undefined), {
    error: 'mỗi cách làm có text (chữ trên nút) hoặc types (chữ gõ vào ô), không cả hai',
  })
  .refine(({ fine, danger }) => fine === undefined || danger === undefined, {
    error: 'chọn một: fine (bỏ qua được) hoặc danger (nguy hiểm)',
  })
  .refine(({ to, fine, danger }) => to !== undefined || fine !== undefined || danger !== undefined, {
    error: 'cách làm đúng phải có to: màn hình tiếp theo',
  });
export type DrillPress = z.output<typeof press>;

/** One state of the small world. */
const state = z.strictObject({
  id: slug.meta(words.drillState.id),
  /** What is happening, as a heading. */
  title: shortLine(60, 'viết gọn trong 60 chữ cái').meta(words.drillState.title),
  /** What one hears, sees or knows, besides the screen. */
  tells: text.optional().meta(words.drillState.tells),
  /** A voice that is heard: a call, somebody near by, the phone that reads its screen. */
  heard: z
    .strictObject({
      who: line.meta(words.drillHeard.who),
      says: text.meta(words.drillHeard.says),
    })
    .optional()
    .meta(words.drillState.heard),
  screen: z
    .strictObject({
      title: line.meta(words.drillScreen.title),
      says: line.optional().meta(words.drillScreen.says),
      /** A conversation, oldest first. */
      chat: z
        .array(
          z.strictObject({
            /** The other one writes, or the reader. */
            who: z.enum(['them', 'me']).default('them').meta(words.drillChat.who),
            says: line.meta(words.drillChat.says),
          }),
        )
        .default([])
        .meta(words.drillScreen.chat),
      rows: z.array(line).default([]).meta(words.drillScreen.rows),
    })
    .optional()
    .meta(words.drillState.screen),
  /** A field to type into; what may be typed stands in the presses. */
  field: z
    .strictObject({
      label: line.meta(words.drillField.label),
      /**
       * Keyboard that the phone brings up. That of Telex is drawn, and its keys write live; a password counts
       * capitals.
       */
      keys: z.enum(['digits', 'letters', 'password', 'telex']).meta(words.drillField.keys),
      /** Said of whatever else is typed. */
      other: line.meta(words.drillField.other),
    })
    .optional()
    .meta(words.drillState.field),
  press: z.array(press).default([]).meta(words.drillState.press),
  /** Told after the second wrong press. */
  hint: line.optional().meta(words.drillState.hint),
  see: see.optional().meta(words.drillState.see),
  /** Words of encouragement at the end; a state that has them has no press. */
  done: text.optional().meta(words.drillState.done),
});
export type DrillState = z.output<typeof state>;

export const drillSchema = z.strictObject({
  title: shortLine(70, 'viết gọn trong 70 chữ cái').meta(words.drill.title),
  summary: line.meta(words.drill.summary),
  theme: z.enum(drillThemes).meta(words.drill.theme),
  order: z.int().min(1).meta(words.drill.order),
  /** Never changes and is never given anew: devices and printed codes remember the drill by it. */
  number: z.int().min(1).meta(words.drill.number),
  /** The guide whose steps it practises. */
  guide: ref(...numbered).meta(words.drill.guide),
  /** Training sessions that use it though they do not teach that guide. */
  sessions: z.array(ref('programmes')).default([]).meta(words.drill.sessions),
  aliases: z.array(line).default([]).meta(words.drill.aliases),
  /** The situation, told before the first state. */
  start: text.meta(words.drill.start),
  /** The first one is where the drill begins. */
  states: z.array(state).min(3, { error: 'bài tập có ít nhất ba màn hình' }).meta(words.drill.states),
  checked,
});
export type DrillData = z.output<typeof drillSchema>;

/** Names and numbers that drawn screens may show. */
export const madeUpSchema = z.strictObject({
  /** People, banks, shops and programs that nobody has. */
  names: z.array(line).min(1).meta(words.madeUp.names),
  /** True names that a drill may say: public services, kinds of codes. */
  real: z.array(line).default([]).meta(words.madeUp.real),
  /** What a long number must begin with, so that nobody can have it. */
  numbers: z
    .array(z.string().regex(/^0{3,}$/, { error: 'viết từ ba số 0 trở lên, ví dụ: "000"' }))
    .min(1)
    .meta(words.madeUp.numbers),
});
export type MadeUpData = z.output<typeof madeUpSchema>;
