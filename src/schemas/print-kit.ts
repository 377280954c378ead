/**
 * `content/in-an.yaml`: what this edition prints for walls, helpers and families. Everything else of the
 * print kit is made from the guides themselves.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, ref } from './fields.ts';

const guide = ref(...numbered);

export const printKitSchema = z.strictObject({
  /** Guides with a wall poster of their own, in the order of the list. */
  posters: z.array(guide).default([]).meta(words.printKit.posters),
  /**
   * Mentor cards: what one "Đại sứ số" teaches each of five people. Five guides a card, because the card is a
   * table of five by five.
   */
  mentorCards: z
    .array(
      z.strictObject({
        /** For whom the card is, as the helper would say it. */
        title: line.meta(words.mentorCard.title),
        guides: z.array(guide).length(5, { error: 'mỗi thẻ có đúng năm bài' }).meta(words.mentorCard.guides),
      }),
    )
    .default([])
    .meta(words.printKit.mentorCards),
  /** Rows of the family's checklist on the wall, easiest first. */
  family: z
    .array(guide)
    .max(10, { error: 'tối đa mười việc, để tờ giấy còn chữ to' })
    .default([])
    .meta(words.printKit.family),
  /** Tables of the 10/10 festival, each by the guide it shows. */
  festival: z.array(guide).max(6, { error: 'tối đa sáu bàn' }).default([]).meta(words.printKit.festival),
  checked,
});
export type PrintKitData = z.output<typeof printKitSchema>;
