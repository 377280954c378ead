/**
 * Writes PNG files of 16 fixed colours, four bits a pixel. Flat drawings need no search for a palette, which
 * takes twice as long as drawing them; with fixed colours the file is also the same on every machine.
 */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

export const colour = (hex: string): Colour => {
  const part = (index: number): number => Number.parseInt(hex.slice(index, index + 2), 16);
  return [part(1), part(3), part(5)];
};
/** A colour `share` of the way from one to another, for soft edges. */
export const between = (colour: Colour, ink: Colour, share: number): Colour => {
  const part = (index: 0 | 1 | 2): number => Math.round(colour[index] + (ink[index] - colour[index]) * share);
  return [part(0), part(1), part(2)];
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** Index of the nearest colour of a palette. */
function nearest(palette: readonly Colour[], red: number, green: number, blue: number): number {
  let found = 0;
  let least = Infinity;
  palette.forEach((colour, index) => {
    const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
    if (distance < least) {
      least = distance;
      found = index;
    }
  });
  return found;
}

/**
 * Opaque pixels (four bytes each, the last of them idle, row by row) as indexes into a palette, each the
 * nearest colour.
 */
export function nearestIndexes(pixels: Uint8Array, palette: readonly Colour[]): Uint8Array {
  const met = new Map<number, number>();
  const indexes = new Uint8Array(pixels.length / 4);
  for (let i = 0; i < indexes.length; i++) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(i * 4, i * 4 + 3);
    const pixel = (red << 16) | (green << 8) | blue;
    const known = met.get(pixel) ?? nearest(palette, red, green, blue);
    met.set(pixel, known);
    indexes[i] = known;
  }
  return indexes;
}

/** Some rows of a picture, compressed by themselves, and the sum of all rows to their last (RFC 1950). */
export interface Rows {
  readonly deflated: Buffer;
  readonly sum: number;
}

/** Adler-32 of bytes that follow others with the sum `before`. */
function adler32(bytes: Uint8Array, before: number): number {
  const prime = 65_521;
  /**
   * So many bytes before the second part may outgrow 30 bits. The usual 5552 keep it within 32; there two whole
   * runs of the tests under Node 26.10 got another sum for the same bytes, and such a picture is refused.
   */
  const most = 2500;
  let low = before & 0xffff;
  let high = before >>> 16;
  for (let from = 0; from < bytes.length; from += most) {
    const end = Math.min(from + most, bytes.length);
    for (let at = from; at < end; at++) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= prime;
    high %= prime;
  }
  return ((high << 16) | low) >>> 0;
}

/**
 * Compresses the rows from one to before another, of pixels of at most 16 colours, one index each. `above`
 * are the rows before them; what is compressed can be taken for other pictures that begin or end alike.
 * @throws RangeError when there are not as many pixels as the picture has
 */
export function deflateRows(
  { indexes, width, height }: Pixels,
  from: number,
  to: number,
  above?: Rows,
): Rows {
  if (indexes.length !== width * height)
    throw new RangeError(`${indexes.length} pixels for ${width} × ${height}`);
  const row = Math.ceil(width / 2) + 1;
  const data = Buffer.alloc(row * (to - from));
  for (let y = from; y < to; y++) {
    const end = (y + 1) * width;
    for (let at = y * width, put = (y - from) * row + 1; at < end; at += 2, put++)
      data[put] = ((indexes[at] ?? 0) << 4) | (at + 1 < end ? (indexes[at + 1] ?? 0) : 0);
  }
  return {
    // Level 9 takes many times as long and saves a tenth.
    deflated: deflateRawSync(data, {
      level: 5,
      finishFlush: to < height ? constants.Z_FULL_FLUSH : constants.Z_FINISH,
    }),
    sum: adler32(data, above?.sum ?? 1),
  };
}

/** Pixels of a picture, one index of a palette each, row by row. */
interface Pixels {
  readonly indexes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A file made of all rows of a picture, from above. @throws RangeError for more than 16 colours */
export function pngOf(
  rows: readonly Rows[],
  { width, height }: Omit<Pixels, 'indexes'>,
  palette: readonly Colour[],
): Buffer {
  if (palette.length > 16) throw new RangeError(`${palette.length} colours`);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([4, 3, 0, 0, 0], 8);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(rows.at(-1)?.sum ?? 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    // The head of zlib: a window of 32 kB, no dictionary.
    chunk('IDAT', Buffer.concat([Buffer.from([0x78, 0x5e]), ...rows.map(({ deflated }) => deflated), sum])),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
