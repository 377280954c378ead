/** What texts of the finished site weigh on the line, in bytes of brotli. */
import { brotliCompressSync, constants } from 'node:zlib';

const at = (level: number, text: string | Uint8Array): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: level } }).length;

const weighed = new Map<string, number>();

/** At the highest level, as the site is served; a text that is asked for again is not weighed again. */
export function weight(text: string): number {
  const known = weighed.get(text) ?? at(11, text);
  weighed.set(text, known);
  return known;
}

/**
 * The same for a text that may weigh `most`. The highest level takes twenty times as long as the ninth and
 * saves a twentieth: what the ninth brings well below `most` is told as the ninth weighs it, a little more.
 */
export function weightNear(text: string, most: number): number {
  const quick = at(9, text);
  return quick <= most * 0.97 ? quick : weight(text);
}
