/**
 * Social images as PNG files. The same picture gives the same bytes; the ground and each letter of a size are
 * drawn once in a build.
 */
import sharp from 'sharp';
import { lay, maskOf, type FlatCanvas, type Mask } from './flat-canvas.ts';
import { drawLetter, placeLetters } from '../../formats/lettering.ts';
import { encodePng, nearestIndexes } from './png.ts';
import { ramps, socialGround, socialPalette, socialShapes, socialSize, type SocialImage } from './image.ts';

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

/**
 * Where a picture is laid together: one for all, because half a megabyte for each would keep a large build
 * busy collecting them.
 */
const scratch: FlatCanvas = { ...socialSize, indexes: new Uint8Array(socialSize.width * socialSize.height) };

/** The file. */
export async function socialFile(image: SocialImage): Promise<Buffer> {
  const palette = socialPalette(image.look);
  const key = JSON.stringify(image.look);
  const ground =
    grounds.get(key) ??
    sharp(Buffer.from(socialGround(image.look)))
      .ensureAlpha()
      .raw()
      .toBuffer()
      .then((pixels) => nearestIndexes(pixels, palette));
  grounds.set(key, ground);
  const below = await ground;
  const laid: (readonly [Mask, number, number, keyof typeof ramps])[] = [];
  for (const shape of socialShapes(image)) {
    if (shape.kind === 'plate') {
      const { width, height, radius } = shape;
      laid.push([
        await kept(`${width} ${height} ${radius}`, () =>
          maskOf(`<rect width="${width}" height="${height}" rx="${radius}"/>`, 0, 0, width, height),
        ),
        shape.x,
        shape.y,
        shape.ramp,
      ]);
    } else {
      for (const { ch, outline, at } of placeLetters(shape.text, shape.size)) {
        const halves = Math.round(at * 2);
        laid.push([
          await letterMask(ch, outline, shape.size, halves % 2 === 1),
          shape.x + Math.floor(halves / 2),
          shape.y,
          shape.ramp,
        ]);
      }
    }
  }
  // From here on nothing waits, so two pictures cannot meet on the canvas.
  scratch.indexes.set(below);
  for (const [mask, x, y, ramp] of laid) lay(scratch, mask, x, y, ramps[ramp]);
  return encodePng(scratch.indexes, socialSize.width, socialSize.height, palette);
}
