/** Reads a code of dots back from the path that `formats/qr.ts` draws. */
import jsQR from 'jsqr';

/** Text of a code; undefined when it cannot be read. */
export function readCode(side: number, path: string): string | undefined {
  const scale = 4;
  const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * side + Number(x)) * scale * 4;
      for (let at = 0; at < Number(run) * scale; at++) pixels.fill(0, start + at * 4, start + at * 4 + 3);
    }
  return jsQR(pixels, side * scale, side * scale)?.data;
}
