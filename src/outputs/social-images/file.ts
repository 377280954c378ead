/**
 * Pictures for chats as PNG files. The same picture gives the same bytes; the ground, each letter of a size
 * and each drawing are drawn once in a build.
 */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { lay, maskOf, type FlatCanvas, type Mask } from './flat-canvas.ts';
import { drawLetter, placeLetters } from '../../formats/lettering.ts';
import { deflateRows, nearestIndexes, pngOf, type Colour, type Rows } from './png.ts';
import {
  ramps,
  socialPalette,
  socialShapes,
  wideGround,
  type Ground,
  type Shape,
  type SocialImage,
  type SocialLook,
} from './image.ts';
import { squareSvg } from './shown.ts';
import { tallGround, tallShapes, type TallImage } from './tall.ts';

const grounds = new Map<string, Promise<Uint8Array>>();
const masks = new Map<string, Promise<Mask>>();

/** A mask, made when it is first asked for. */
function kept(key: string, make: () => Promise<Mask>): Promise<Mask> {
  const mask = masks.get(key) ?? make();
  masks.set(key, mask);
  return mask;
}

/** A letter's mask. It may begin in the middle of a pixel, so that letters stand evenly. */
const letterMask = (ch: string, outline: string, size: number, half: boolean): Promise<Mask> =>
  // Vietnamese capitals bear two marks above; nothing is wider than one and a half sizes.
  kept(`${ch} ${size} ${half}`, () =>
    maskOf(
      drawLetter(outline, size, half ? 0.5 : 0, 0),
      -Math.ceil(size / 4),
      -Math.ceil(size * 1.5),
      Math.ceil(size * 1.75),
      Math.ceil(size * 2.1),
    ),
  );

/** A drawing on its white square, as indexes; 255 outside of the square's round corners. */
const squares = new Map<string, Promise<Uint8Array>>();

const outside = 255;
async function drawSquare(svg: string, palette: readonly Colour[]): Promise<Uint8Array> {
  const pixels = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer();
  const indexes = nearestIndexes(pixels, palette);
  for (let i = 0; i < indexes.length; i++) if ((pixels[i * 4 + 3] ?? 0) < 128) indexes[i] = outside;
  return indexes;
}
function square(shape: Shape & { kind: 'square' }, palette: readonly Colour[]): Promise<Uint8Array> {
  const key = JSON.stringify([shape.drawn, shape.side, palette]);
  const made = squares.get(key) ?? drawSquare(squareSvg(shape.drawn, shape.side, palette), palette);
  squares.set(key, made);
  return made;
}

/**
 * Where pictures are laid together, one for each size, because half a megabyte for each picture would keep a
 * large build busy collecting them.
 */
const canvases = new Map<Ground, FlatCanvas>();
function canvasOf(ground: Ground): FlatCanvas {
  const { width, height } = ground;
  const canvas = canvases.get(ground) ?? { width, height, indexes: new Uint8Array(width * height) };
  canvases.set(ground, canvas);
  return canvas;
}

/** A code's mask: whole pixels, so nothing is to be drawn. */
function codeMask(path: string, side: number, module: number): Mask {
  const width = side * module;
  const cover = new Uint8Array(width * width);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    for (let row = Number(y) * module; row < (Number(y) + 1) * module; row++)
      cover.fill(255, row * width + Number(x) * module, row * width + (Number(x) + Number(run)) * module);
  return { left: 0, top: 0, width, height: width, cover };
}

/** What lays one shape on a canvas. */
type Laying = (on: FlatCanvas) => void;

async function laying(shape: Shape, palette: readonly Colour[]): Promise<readonly Laying[]> {
  switch (shape.kind) {
    case 'plate': {
      const { width, height, radius } = shape;
      const mask = await kept(`${width} ${height} ${radius}`, () =>
        maskOf(`<rect width="${width}" height="${height}" rx="${radius}"/>`, 0, 0, width, height),
      );
      return [(on) => lay(on, mask, shape.x, shape.y, ramps[shape.ramp])];
    }
    case 'code': {
      const mask = codeMask(shape.path, shape.side, shape.module);
      return [(on) => lay(on, mask, shape.x, shape.y, ramps.ink)];
    }
    case 'square': {
      const drawn = await square(shape, palette);
      return [(on) => put(on, drawn, shape.side, shape.x, shape.y)];
    }
    case 'line':
      return Promise.all(
        placeLetters(shape.text, shape.size).map(async ({ ch, outline, at }): Promise<Laying> => {
          const halves = Math.round(at * 2);
          const mask = await letterMask(ch, outline, shape.size, halves % 2 === 1);
          return (on) => lay(on, mask, shape.x + Math.floor(halves / 2), shape.y, ramps[shape.ramp]);
        }),
      );
  }
}

/** Lays a square of indexes on, its corner at x, y; it must stand inside. */
function put(on: FlatCanvas, drawn: Uint8Array, side: number, x: number, y: number): void {
  for (let i = 0; i < drawn.length; i++) {
    const index = drawn[i] ?? outside;
    if (index !== outside) on.indexes[(y + Math.floor(i / side)) * on.width + x + (i % side)] = index;
  }
}

/** First and last row that a shape may colour. */
function reach(shape: Shape): readonly [number, number] {
  switch (shape.kind) {
    case 'plate':
      return [shape.y, shape.y + shape.height];
    case 'code':
      return [shape.y, shape.y + shape.side * shape.module];
    case 'square':
      return [shape.y, shape.y + shape.side];
    case 'line':
      return [shape.y - Math.ceil(shape.size * 1.5), shape.y + Math.ceil(shape.size * 0.6)];
  }
}

/**
 * Rows that pictures of all editions have, by what stands in them; nothing for what was drawn once, since a
 * build of one edition asks for none of them again and would hold the heads of all pictures.
 */
const heads = new Map<string, Rows | undefined>();

/** Rows without the room that the compressor asked for. */
const trimmed = ({ deflated, sum }: Rows): Rows => ({ deflated: Buffer.from(deflated), sum });

/** The file of a picture: its ground, and on it the shapes from back to front. */
async function fileOf(ground: Ground, shapes: readonly Shape[], look: SocialLook): Promise<Buffer> {
  const palette = socialPalette(look);
  const svg = ground.svg(look);
  const blank =
    grounds.get(svg) ??
    sharp(Buffer.from(svg))
      .ensureAlpha()
      .raw()
      .toBuffer()
      .then((pixels) => nearestIndexes(pixels, palette));
  grounds.set(svg, blank);
  const below = await blank;
  const rows = async (from: number, to: number, above?: Rows): Promise<Rows> => {
    const laid: Laying[] = [];
    for (const shape of shapes) {
      const [first, last] = reach(shape);
      if (first < to && last > from) laid.push(...(await laying(shape, palette)));
    }
    // From here on nothing waits, so two pictures cannot meet on the canvas.
    const canvas = canvasOf(ground);
    canvas.indexes.set(below.subarray(from * ground.width, to * ground.width), from * ground.width);
    for (const one of laid) one(canvas);
    return deflateRows(canvas, from, to, above);
  };
  const said = JSON.stringify([look, ground.foot, shapes.filter((shape) => reach(shape)[0] < ground.foot)]);
  const key = createHash('sha256').update(said).digest('base64url');
  const known = heads.get(key);
  const head = known ?? (await rows(0, ground.foot));
  if (known === undefined) heads.set(key, heads.has(key) ? trimmed(head) : undefined);
  return pngOf([head, await rows(ground.foot, ground.height, head)], ground, palette);
}

/** The wide picture that a network shows beside a link. */
export const socialFile = (image: SocialImage): Promise<Buffer> =>
  fileOf(wideGround, socialShapes(image), image.look);

/** The tall picture that is sent by itself. */
export const tallFile = (image: TallImage): Promise<Buffer> =>
  fileOf(tallGround, tallShapes(image), image.look);
