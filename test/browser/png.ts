/**
 * The dots of a PNG as Chromium writes screenshots: eight bits, colour or colour with alpha, not interlaced.
 */
import { inflateSync } from 'node:zlib';
import { present } from '../present.ts';

/** Dots as red, green, blue, alpha. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export function PNG(file: Buffer): Dots {
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const bytes = file[25] === 6 ? 4 : file[25] === 2 ? 3 : 0;
  if (file[24] !== 8 || bytes === 0 || file[28] !== 0)
    throw new Error('a kind of PNG that this reader does not know');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * bytes;
  const lines = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = present(raw[y * (row + 1)], 'an item of raw');
    for (let x = 0; x < row; x++) {
      const left = x >= bytes ? present(lines[y * row + x - bytes], 'an item of lines') : 0;
      const up = y > 0 ? present(lines[(y - 1) * row + x], 'an item of lines') : 0;
      const corner = x >= bytes && y > 0 ? present(lines[(y - 1) * row + x - bytes], 'an item of lines') : 0;
      lines[y * row + x] =
        present(raw[y * (row + 1) + 1 + x], 'an item of raw') +
        present([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter], 'an item of the list');
    }
  }
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++)
    for (let c = 0; c < bytes; c++) data[4 * i + c] = present(lines[i * bytes + c], 'an item of lines');
  return { width, height, data };
}

function paeth(left: number, up: number, corner: number): number {
  const [pa, pb, pc] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return pa <= pb && pa <= pc ? left : pb <= pc ? up : corner;
}
