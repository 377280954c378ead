/**
 * Writes PNG files of 16 fixed colours, four bits a pixel. Flat drawings need no search for a palette, which takes twice as long as
 * drawing them; with fixed colours the file is also the same on every machine.
 */
import { crc32, deflateSync } from 'node:zlib';

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

export const colour = (hex: string): Colour => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Colour;
/** A colour `share` of the way from one to another, for soft edges. */
export const between = (a: Colour, b: Colour, share: number): Colour => a.map((v, i) => Math.round(v + (b[i]! - v) * share)) as unknown as Colour;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Index of the nearest colour of a palette. */
function nearest(palette: readonly Colour[], r: number, g: number, b: number): number {
  let found = 0;
  let least = Infinity;
  palette.forEach((c, i) => {
    const distance = (c[0] - r) ** 2 + (c[1] - g) ** 2 + (c[2] - b) ** 2;
    if (distance < least) { least = distance; found = i; }
  });
  return found;
}

/** Encodes opaque pixels (four bytes each, the last of them idle, row by row) with the nearest colours of a palette of at most 16. */
export function encodePng(pixels: Uint8Array, width: number, height: number, palette: readonly Colour[]): Buffer {
  if (palette.length > 16 || pixels.length !== width * height * 4) throw new RangeError(`${palette.length} colours, ${pixels.length} bytes for ${width} × ${height}`);
  // Most pixels are like the one before, the others have been met before, and many rows are like the one above.
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const met = new Map<number, number>();
  const row = Math.ceil(width / 2) + 1;
  const data = Buffer.alloc(row * height);
  let last = -1;
  let index = 0;
  const indexAt = (at: number): number => {
    const pixel = whole[at]!;
    if (pixel === last) return index;
    last = pixel;
    const known = met.get(pixel);
    index = known ?? nearest(palette, pixels[at * 4]!, pixels[at * 4 + 1]!, pixels[at * 4 + 2]!);
    if (known === undefined) met.set(pixel, index);
    return index;
  };
  const rowOf = (y: number): Uint8Array => pixels.subarray(y * width * 4, (y + 1) * width * 4);
  for (let y = 0; y < height; y++) {
    if (y > 0 && Buffer.compare(rowOf(y), rowOf(y - 1)) === 0) {
      data.copyWithin(y * row, (y - 1) * row, y * row);
      continue;
    }
    const end = (y + 1) * width;
    for (let at = y * width, to = y * row + 1; at < end; at += 2, to++) data[to] = (indexAt(at) << 4) | (at + 1 < end ? indexAt(at + 1) : 0);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('PLTE', Buffer.from(palette.flat())),
    // Level 9 takes eight times as long and saves a twelfth.
    chunk('IDAT', deflateSync(data, { level: 6 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}
