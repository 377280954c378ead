/**
 * `content/measured.yaml`: what a browser measured of the pages in large letters on phones. Written by
 * `npm run measure`, never by hand; the accessibility statement says it.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day } from './fields.ts';

const count = z.int().min(0);

export const measuredSchema = z.strictObject({
  day: day.meta(words.measured.day),
  /** Of the styles, layouts and components that were measured (`handbook/looks.ts`). */
  digest: z
    .string()
    .regex(/^[0-9a-f]{16}$/, { error: 'mười sáu chữ số hệ mười sáu, do máy ghi' })
    .meta(words.measured.digest),
  /** Browser text in percent. */
  sizes: z.array(count).min(1).meta(words.measured.sizes),
  /** Widths of windows in CSS pixels. */
  widths: z.array(count).min(1).meta(words.measured.widths),
  pages: count.meta(words.measured.pages),
  /** Page × size × width × closed or opened. */
  views: count.meta(words.measured.views),
  clean: count.meta(words.measured.clean),
});
export type MeasuredData = z.output<typeof measuredSchema>;
