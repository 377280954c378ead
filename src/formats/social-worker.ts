/** The thread that turns drawings into PNG files, one after the other. */
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import { encodePng } from './png.ts';
import { socialPalette, socialSize } from './social-image.ts';

/** What the thread answers: the drawing, and its file or what went wrong. */
export interface Drawn { readonly svg: string; readonly file?: Uint8Array; readonly error?: string }

parentPort!.on('message', async (svg: string) => {
  try {
    const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
    parentPort!.postMessage({ svg, file: encodePng(pixels, socialSize.width, socialSize.height, socialPalette) } satisfies Drawn);
  } catch (error) {
    parentPort!.postMessage({ svg, error: String(error) } satisfies Drawn);
  }
});
