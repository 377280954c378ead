/**
 * A card for one event of life: a thing that people must get done at an office or on the phone, taken to its
 * end. Its words stand in typed fields, so that nothing of a card can be forgotten; the gate lays them out as
 * a body, and every form of the handbook shows it as it shows a guide.
 */
import { z } from 'zod';
import { eventGroups } from '../domain/event-groups.ts';
import words from './field-words.json' with { type: 'json' };
import { line, ref, text } from './fields.ts';
import { daysInOrder, guideFields } from './guide.ts';

/**
 * Something that could not be had from any source: what it is, and whom to ask with which words. An honest
 * blank counts against a card.
 */
const unknownSchema = z.strictObject({
  /** What is not known: "phí từ ngày 1/7/2026". */
  unknown: line.meta(words.unknown.unknown),
  /** Whom to ask, where, in which words: "công an xã: “Phí bây giờ bao nhiêu?”". */
  ask: line.meta(words.unknown.ask),
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
  title: line.meta(words.cardScreen.title),
  says: line.optional().meta(words.cardScreen.says),
  fields: z.array(line).default([]).meta(words.cardScreen.fields),
  rows: z.array(line).default([]).meta(words.cardScreen.rows),
  buttons: z.array(line).default([]).meta(words.cardScreen.buttons),
  press: line.optional().meta(words.cardScreen.press),
});

/** One leg of the road. */
const legSchema = z.strictObject({
  /** The action, verb first. */
  do: line.meta(words.leg.do),
  /** How, in one to three short paragraphs; a guide that teaches it is named with `<Guide>`, not repeated. */
  how: text.meta(words.leg.how),
  /** What this leg costs. */
  cost: item.optional().meta(words.leg.cost),
  /** How long it takes, or by when. */
  days: item.optional().meta(words.leg.days),
  screen: screenSchema.optional().meta(words.leg.screen),
});

const { minutes, can, ...shared } = guideFields;

export const lifeEventSchema = z
  .strictObject({
    ...shared,
    /** Shown under the title; a card without it shows its summary. */
    can: can.optional().meta(words.guide.can),
    /** Minutes to go through the card with somebody at a counter. */
    minutes: minutes.default(10).meta(words.lifeEvent.minutes),
    level: guideFields.level.default('some').meta(words.guide.level),
    /** Shelf of the list. */
    group: z
      .enum(eventGroups, { error: `chọn một trong: ${eventGroups.join(', ')}` })
      .meta(words.lifeEvent.group),
    /** What it gives, one or two sentences in front of everything. */
    gives: text.meta(words.lifeEvent.gives),
    /** Who can do it, and who for another. */
    who: items('nêu ai được làm').meta(words.lifeEvent.who),
    /** What to bring: a list to tick. */
    bring: items('nêu cần mang gì; không cần gì thì nói thế').meta(words.lifeEvent.bring),
    /** The ways: on the phone, at the counter, somebody comes home. At least one. */
    where: z
      .strictObject({
        phone: item.optional().meta(words.ways.phone),
        centre: item.optional().meta(words.ways.centre),
        home: item.optional().meta(words.ways.home),
      })
      .refine((ways) => Object.values(ways).some((way) => way !== undefined), {
        error: 'nêu ít nhất một nơi: phone, centre hoặc home',
      })
      .meta(words.lifeEvent.where),
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
      })
      .meta(words.lifeEvent.road),
    /** What one gets, and where it appears: VNeID, post, hand. */
    get: items('nêu nhận được gì, xem ở đâu').meta(words.lifeEvent.get),
    /** Refused or stuck, and what to do then. */
    stuck: z
      .array(
        z.strictObject({
          sees: line.meta(words.stuck.sees),
          means: line.optional().meta(words.stuck.means),
          do: text.meta(words.stuck.do),
        }),
      )
      .min(3, { error: 'nêu ít nhất ba chỗ hay vướng' })
      .meta(words.lifeEvent.stuck),
    /** Frauds that imitate it. */
    fraud: z.array(text).min(1, { error: 'nêu kẻ gian giả việc này ra sao' }).meta(words.lifeEvent.fraud),
    /** Whom to call. */
    calls: z
      .array(ref('directory'))
      .min(1, { error: 'nêu ít nhất một nơi để gọi' })
      .meta(words.lifeEvent.calls),
    /** Official names, with the national codes where known: what is typed into the portal. */
    procedures: z
      .array(
        z.strictObject({
          name: line.meta(words.procedure.name),
          code: z
            .string()
            .regex(/^\d\.\d{6}$/, { error: 'mã thủ tục viết dạng 1.001193' })
            .optional()
            .meta(words.procedure.code),
        }),
      )
      .default([])
      .meta(words.lifeEvent.procedures),
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
