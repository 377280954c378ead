/**
 * Makes a picture small in the browser: upright, drawn anew on a canvas, so that nothing a camera hid in it
 * comes along. The picture that was chosen never leaves the device.
 */
import { photoLimits } from '../../schemas/photo.ts';
import { fromBase64 } from './bytes.ts';

/** A photo with its size in pixels. */
export interface SmallPhoto {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Tried in this order until one is light enough. */
const tries = [1, 0.85, 0.7, 0.5].flatMap((part) => [0.82, 0.72, 0.6].map((quality) => ({ part, quality })));

/** The photo; undefined when the file is no picture that this browser can read. */
export async function smallPhoto(file: Blob): Promise<SmallPhoto | undefined> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (picture === undefined) return undefined;
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d');
  if (drawing === null) return undefined;
  const longest = Math.max(picture.width, picture.height);
  for (const { part, quality } of tries) {
    const scale = Math.min(1, (photoLimits.side * part) / longest);
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    drawing.imageSmoothingQuality = 'high';
    drawing.fillStyle = '#fff';
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const bytes = fromBase64(canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '');
    if (bytes.length <= photoLimits.bytes) return { bytes, width: canvas.width, height: canvas.height };
  }
  return undefined;
}
