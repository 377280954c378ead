/**
 * Makes a picture one that may be published: upright, small, without anything that a camera hides in it. It
 * is drawn anew, so that what is left out is gone, not only unlinked.
 */
import sharp from 'sharp';

/** How long its longer side may be, in pixels, and how heavy it may be, in bytes. */
export interface PhotoLimits {
  readonly side: number;
  readonly bytes: number;
}

/** A photo with its size in pixels. */
export interface SmallPhoto {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Tried in this order until one is light enough. */
const tries = [1, 0.85, 0.7, 0.5].flatMap((part) => [82, 72, 62].map((quality) => ({ part, quality })));

/** Makes a photo of a picture of any kind that can be read. @throws Error when it is none */
export async function smallPhoto(picture: Uint8Array, limits: PhotoLimits): Promise<SmallPhoto> {
  for (const { part, quality } of tries) {
    const side = Math.round(limits.side * part);
    const { data, info } = await sharp(picture, { failOn: 'error' })
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    if (data.length <= limits.bytes) return { bytes: data, width: info.width, height: info.height };
  }
  throw new Error('Ảnh quá nhiều chi tiết, không làm nhẹ được; cắt bớt rồi thử lại. (photo stays too heavy)');
}
