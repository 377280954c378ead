/** Guides that were taken out: their numbers stand on paper for ever, so each leaves a page that says why. */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day, line, numbered, ref } from './fields.ts';

/** `content/withdrawn/*.yaml`. */
export const withdrawnSchema = z.strictObject({
  /** The number that it had; no other guide gets it. */
  number: z.int().min(1).max(9999).meta(words.withdrawn.number),
  /** As it is printed on sheets. */
  title: line.meta(words.withdrawn.title),
  /** Its address on the site. */
  address: z
    .string()
    .regex(/^\/([a-z0-9-]+\/){2,}$/, { error: 'viết địa chỉ cũ của bài, như /huong-dan/tien/quet-ma/' })
    .meta(words.withdrawn.address),
  date: day.meta(words.withdrawn.date),
  /** A sentence to readers. */
  reason: line.meta(words.withdrawn.reason),
  /** What to read now. */
  instead: z
    .array(ref(...numbered))
    .default([])
    .meta(words.withdrawn.instead),
});
export type WithdrawnData = z.output<typeof withdrawnSchema>;
