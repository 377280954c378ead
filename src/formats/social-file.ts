/** Social images as PNG files. Drawing one takes about 25 ms, so they are kept between builds by what is drawn: a kept file is never stale. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { encodePng } from './png.ts';
import { drawSocialImage, socialPalette, socialSize, type SocialImage } from './social-image.ts';

/** Raised when the way from drawing to file changes. */
const version = 1;
/** Last bytes of every whole PNG. */
const end = Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);

/** The file. `cache` is a folder that may be lost at any time; undefined keeps nothing. */
export async function socialFile(image: SocialImage, cache: string | undefined): Promise<Buffer> {
  const svg = drawSocialImage(image);
  const kept = cache === undefined ? undefined : join(cache, `${createHash('sha256').update(`${version}\n${JSON.stringify(socialPalette)}\n${svg}`).digest('hex')}.png`);
  if (kept !== undefined) {
    try {
      const file = readFileSync(kept);
      // A machine that went down while writing may leave a torn file.
      if (file.subarray(-end.length).equals(end)) return file;
    } catch { /* not drawn yet */ }
  }
  const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const file = encodePng(pixels, socialSize.width, socialSize.height, socialPalette);
  if (kept !== undefined) {
    try {
      mkdirSync(join(kept, '..'), { recursive: true });
      writeFileSync(`${kept}.${process.pid}`, file);
      renameSync(`${kept}.${process.pid}`, kept);
    } catch { /* a cache that cannot be written costs time, nothing else */ }
  }
  return file;
}
