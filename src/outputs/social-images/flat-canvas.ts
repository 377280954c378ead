/**
 * A picture of few colours that shapes are laid on one by one. A shape is drawn once for each size and laid
 * again wherever it comes: the letters of a thousand pictures are the same ninety letters, and drawing every
 * picture anew takes four times as long.
 */
import sharp from 'sharp';

/** Pixels as indexes into a palette, row by row. */
export interface FlatCanvas {
  readonly width: number;
  readonly height: number;
  readonly indexes: Uint8Array;
}

/**
 * How much of each pixel a shape covers, 0 to 255, row by row, and where its corner lies from the shape's own
 * origin.
 */
export interface Mask {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly cover: Uint8Array;
}

/** Indexes from a ground to the colour laid on it, in equal steps of cover. */
export type Ramp = readonly number[];

/** The mask of a drawing in SVG, which lies between `left`, `top` and `left + width`, `top + height`. */
export async function maskOf(
  svg: string,
  left: number,
  top: number,
  width: number,
  height: number,
): Promise<Mask> {
  const file = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}">${svg}</svg>`,
  );
  const cover = await sharp(file).ensureAlpha().extractChannel('alpha').raw().toBuffer();
  return trimmed({ left, top, width, height, cover });
}

/** The same without empty rows and columns around. */
function trimmed({ left, top, width, height, cover }: Mask): Mask {
  let [x0, y0, x1, y1] = [width, height, -1, -1];
  for (let i = 0; i < cover.length; i++) {
    if (cover[i] === 0) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
  if (x1 < 0) return { left, top, width: 0, height: 0, cover: new Uint8Array(0) };
  const [word, otherHeight] = [x1 - x0 + 1, y1 - y0 + 1];
  const kept = new Uint8Array(word * otherHeight);
  for (let y = 0; y < otherHeight; y++)
    kept.set(cover.subarray((y0 + y) * width + x0, (y0 + y) * width + x1 + 1), y * word);
  return { left: left + x0, top: top + y0, width: word, height: otherHeight, cover: kept };
}

/**
 * For each ramp: the index to write for each cover, and the step that each index of the palette stands for in
 * it.
 */
const tables = new WeakMap<
  Ramp,
  { readonly written: Uint8Array; readonly steps: Uint8Array; readonly stepOf: Int8Array }
>();
function tableOf(ramp: Ramp): {
  readonly written: Uint8Array;
  readonly steps: Uint8Array;
  readonly stepOf: Int8Array;
} {
  const known = tables.get(ramp);
  if (known) return known;
  const last = ramp.length - 1;
  const steps = Uint8Array.from({ length: 256 }, (_, cover) => Math.round((cover * last) / 255));
  const made = {
    steps,
    written: steps.map((step) => ramp[step] ?? 0),
    stepOf: Int8Array.from({ length: 256 }, (_, index) => ramp.indexOf(index)),
  };
  tables.set(ramp, made);
  return made;
}

/**
 * Lays a shape on, its origin at x, y. Where it meets what the same ramp has drawn already, the darker stays.
 * Outside the canvas nothing is drawn.
 */
export function lay(
  on: FlatCanvas,
  { left, top, width, height, cover }: Mask,
  x: number,
  y: number,
  ramp: Ramp,
): void {
  const { steps, written, stepOf } = tableOf(ramp);
  const { indexes } = on;
  const from = Math.max(0, -(x + left));
  const to = Math.min(width, on.width - x - left);
  for (let row = Math.max(0, -(y + top)); row < height && y + top + row < on.height; row++) {
    const at = (y + top + row) * on.width + x + left;
    for (let i = from; i < to; i++) {
      const index = cover[row * width + i] ?? 0;
      if (index !== 0 && (steps[index] ?? 0) > Math.max(0, stepOf[indexes[at + i] ?? 0] ?? 0))
        indexes[at + i] = written[index] ?? 0;
    }
  }
}
