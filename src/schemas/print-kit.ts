/**
 * `content/in-an.yaml`: what this edition prints for walls, helpers and families. Everything else of the
 * print kit is made from the guides themselves.
 */
import { z } from 'zod';
import { pages } from '../domain/address.ts';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, pick, ref } from './fields.ts';

const guide = ref(...numbered);

/** Pages that a task may start with besides a session and guides: forms to print, fill in, copy from. */
const kitPages = [
  'announcements',
  'sessionBuilder',
  'event',
  'tallySheet',
  'mentorCards',
  'familySheet',
  'tally',
  'lifeEvents',
  'practices',
  'easyRead',
] as const satisfies readonly (keyof typeof pages)[];
export type KitPage = (typeof kitPages)[number];

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
  /** Numbers of all guides that ever stood in `family`: short codes of ways count by it, so it only grows. */
  familyNumbers: z.array(z.int().min(1)).max(13).default([]).meta(words.printKit.familyNumbers),
  /** Tables of the 10/10 festival, each by the guide it shows. */
  festival: z.array(guide).max(6, { error: 'tối đa sáu bàn' }).default([]).meta(words.printKit.festival),
  /** Forms that tasks start with. */
  serves: z
    .array(
      pick.extend({
        page: z.enum(kitPages, { error: `chọn một trong: ${kitPages.join(', ')}` }).meta(words.pick.page),
        /** What the form is called on the task's page. */
        name: line.meta(words.pick.name),
      }),
    )
    .default([])
    .meta(words.printKit.serves),
  checked,
});
export type PrintKitData = z.output<typeof printKitSchema>;
