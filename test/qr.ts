/** Reads a QR code back: from the path of an SVG, drawn here dot by dot, or from a picture. */
import jsQR from 'jsqr';
import { present } from './present.ts';

/**
 * Text of the code that `qrPath` wrote into `html` (the nth, from 0), or undefined when it cannot be read.
 */
export function decodeSvg(html: string, index = 0): string | undefined {
  const svg = [...html.matchAll(/<svg class="qr" viewBox="0 0 (\d+) \1"[^>]*>.*?<path d="([^"]+)"/gs)][index];
  if (!svg) return undefined;
  const [side, scale] = [Number(svg[1]), 4];
  const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  for (const [, x, y, word] of present(svg[2], 'item 2 of svg').matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py++) {
      for (let px = Number(x) * scale; px < (Number(x) + Number(word)) * scale; px++)
        pixels.fill(0, (py * side * scale + px) * 4, (py * side * scale + px) * 4 + 3);
    }
  }
  return jsQR(pixels, side * scale, side * scale)?.data;
}
