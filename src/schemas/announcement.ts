/**
 * An author's own words for the loudspeaker or for Zalo, where those made from the steps do not sound right.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { checked, line, numbered, ref, text } from './fields.ts';

export const announcementSchema = z
  .strictObject({
    /** Guide or lesson that it announces. */
    guide: ref(...numbered).meta(words.announcement.guide),
    /**
     * Mark of the steps that it was written for; the check says the mark of today's steps when they differ.
     */
    steps: z
      .string()
      .regex(/^[0-9a-f]{12}$/, { error: 'chép mã các bước gồm 12 ký tự mà lần kiểm tra báo' })
      .meta(words.announcement.steps),
    /** Why the text made from the steps would not do. For the next author. */
    reason: line.meta(words.announcement.reason),
    /**
     * Sentences to read aloud, between the greeting and the numbers to call, one paragraph each; both of
     * those are added.
     */
    loudspeaker: z
      .array(line)
      .min(3, { error: 'viết ít nhất ba đoạn' })
      .optional()
      .meta(words.announcement.loudspeaker),
    /** Lines of the Zalo text between its heading and the link; both of those are added. */
    zalo: text.optional().meta(words.announcement.zalo),
    /** What listeners are invited to hear, in place of the guide's title: "làm ngay ba việc khi bị lừa". */
    title: line.optional().meta(words.announcement.title),
    /** Whom the greeting is for, when it is not the guide's first audience. */
    audience: ref('audiences').optional().meta(words.announcement.audience),
    /** Whom to call, when the guide's own contacts do not fit what is announced. */
    call: ref('hotlines').optional().meta(words.announcement.call),
    checked,
  })
  .refine((announcement) => announcement.loudspeaker !== undefined || announcement.zalo !== undefined, {
    path: ['loudspeaker'],
    error: 'viết loudspeaker, zalo, hoặc cả hai; không viết gì thì xóa tệp này',
  });
export type AnnouncementData = z.output<typeof announcementSchema>;
