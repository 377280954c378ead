/**
 * A card for one event of life: a thing that people must get done at an office or on the phone, taken to its
 * end. Its words stand in typed fields, so that nothing of a card can be forgotten; the gate lays them out as
 * a body, and every form of the handbook shows it as it shows a guide.
 */
import { z } from 'zod';
import { eventGroups } from '../domain/event-groups.ts';
import { line, ref, text } from './fields.ts';
import { daysInOrder, guideFields } from './guide.ts';

/**
 * Something that could not be had from any source: what it is, and whom to ask with which words. An honest
 * blank counts against a card.
 */
const unknownSchema = z.strictObject({
  /** What is not known: "phí từ ngày 1/7/2026". */
  unknown: line,
  /** Whom to ask, where, in which words: "công an xã: “Phí bây giờ bao nhiêu?”". */
  ask: line,
});
export type Unknown = z.output<typeof unknownSchema>;

/** One line of a card: words with the components of a sentence, or an honest blank. */
const item = z.union([text, unknownSchema], {
  error: 'viết một câu, hoặc { unknown: điều chưa rõ, ask: hỏi ai, hỏi câu gì }',
});
export type CardLine = z.output<typeof item>;
const items = (error: string) => z.array(item).min(1, { error });

/** A drawn screen, with the words of `<Screen>`. */
const screenSchema = z.strictObject({
  title: line,
  says: line.optional(),
  fields: z.array(line).default([]),
  rows: z.array(line).default([]),
  buttons: z.array(line).default([]),
  press: line.optional(),
});

/** One leg of the road. */
const legSchema = z.strictObject({
  /** The action, verb first. */
  do: line,
  /** How, in one to three short paragraphs; a guide that teaches it is named with `<Guide>`, not repeated. */
  how: text,
  /** What this leg costs. */
  cost: item.optional(),
  /** How long it takes, or by when. */
  days: item.optional(),
  screen: screenSchema.optional(),
});

const { minutes, ...shared } = guideFields;

export const lifeEventSchema = z
  .strictObject({
    ...shared,
    /** Minutes to go through the card with somebody at a counter. */
    minutes: minutes.default(10),
    level: guideFields.level.default('some'),
    /** Shelf of the list. */
    group: z.enum(eventGroups, { error: `chọn một trong: ${eventGroups.join(', ')}` }),
    /** What it gives, one or two sentences in front of everything. */
    gives: text,
    /** Who can do it, and who for another. */
    who: items('nêu ai được làm'),
    /** What to bring: a list to tick. */
    bring: items('nêu cần mang gì; không cần gì thì nói thế'),
    /** The ways: on the phone, at the counter, somebody comes home. At least one. */
    where: z
      .strictObject({ phone: item.optional(), centre: item.optional(), home: item.optional() })
      .refine((ways) => Object.values(ways).some((way) => way !== undefined), {
        error: 'nêu ít nhất một nơi: phone, centre hoặc home',
      }),
    /** The way to the end, leg by leg. Some leg says what it costs, some leg how long it takes. */
    road: z
      .array(legSchema)
      .min(2, { error: 'viết ít nhất hai chặng' })
      .max(8, { error: 'nhiều nhất tám chặng, để in vừa một tờ' })
      .refine((legs) => legs.some((leg) => leg.cost !== undefined), {
        error: 'chưa chặng nào nói tiền (cost)',
      })
      .refine((legs) => legs.some((leg) => leg.days !== undefined), {
        error: 'chưa chặng nào nói ngày (days)',
      }),
    /** What one gets, and where it appears: VNeID, post, hand. */
    get: items('nêu nhận được gì, xem ở đâu'),
    /** Refused or stuck, and what to do then. */
    stuck: z
      .array(z.strictObject({ sees: line, means: line.optional(), do: text }))
      .min(3, { error: 'nêu ít nhất ba chỗ hay vướng' }),
    /** Frauds that imitate it. */
    fraud: z.array(text).min(1, { error: 'nêu kẻ gian giả việc này ra sao' }),
    /** Whom to call. */
    calls: z.array(ref('hotlines')).min(1, { error: 'nêu ít nhất một nơi để gọi' }),
    /** Official names, with the national codes where known: what is typed into the portal. */
    procedures: z
      .array(
        z.strictObject({
          name: line,
          code: z
            .string()
            .regex(/^\d\.\d{6}$/, { error: 'mã thủ tục viết dạng 1.001193' })
            .optional(),
        }),
      )
      .default([]),
  })
  .superRefine(daysInOrder);
export type LifeEventData = z.output<typeof lifeEventSchema>;

/** Every honest blank of a card. */
export function unknownsOf(card: LifeEventData): Unknown[] {
  const { who, bring, where, road, get } = card;
  const lines = [
    ...who,
    ...bring,
    ...Object.values(where),
    ...road.flatMap((leg) => [leg.cost, leg.days]),
    ...get,
  ];
  return lines.filter((one): one is Unknown => typeof one === 'object');
}

/** A card with more blanks than this is told as not complete and is not counted. */
export const mostUnknown = 2;
export const isComplete = (card: LifeEventData): boolean => unknownsOf(card).length <= mostUnknown;
