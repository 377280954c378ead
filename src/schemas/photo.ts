/**
 * `content/photos/*.yaml`: a photo for free pages. The picture stands beside it under the same name, as
 * `.jpg`; the desk and `npm run photo` make it small and write its size here.
 */
import { z } from 'zod';
import words from './field-words.json' with { type: 'json' };
import { day, line } from './fields.ts';

/** Longest side in pixels, and most bytes: some three seconds on a slow line. */
export const photoLimits = { side: 1280, bytes: 120_000 } as const;
/** Pictures that may stand in `content/photos`, whether or not they may be published. */
export const pictureEndings = /\.(?:jpe?g|png|webp|gif|heic|avif)$/i;

const side = z
  .int()
  .min(1)
  .max(photoLimits.side, { error: `cạnh dài nhất ${photoLimits.side} điểm ảnh` });

export const photoSchema = z.strictObject({
  /** What it shows, for somebody who does not see it. */
  alt: line
    .min(15, { error: 'nói ảnh có gì cho người không nhìn thấy, ít nhất 15 chữ cái' })
    .max(250, { error: 'lời của ảnh dài quá 250 chữ cái; ý dài thì viết thành đoạn trong trang' })
    .meta(words.photo.alt),
  /** What stands below it. */
  caption: line.max(160, { error: 'lời dưới ảnh dài quá 160 chữ cái' }).optional().meta(words.photo.caption),
  /** Who took it, as they want to be named. */
  by: line.meta(words.photo.by),
  day: day.meta(words.photo.day),
  /** How the people in it agreed, or that nobody can be made out. */
  people: line.meta(words.photo.people),
  /** Pixels of the picture; written by whatever made it small. */
  width: side.meta(words.photo.width),
  height: side.meta(words.photo.height),
});
export type PhotoData = z.output<typeof photoSchema>;
