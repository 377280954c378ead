/** Icons of the installed handbook, all from the one SVG. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { icons, type IconFile } from './icons.ts';

/** Paper of the handbook, behind icons that phones cut to their own shape. */
const paper = '#fffdf6';

/**
 * Part of the width that the drawing takes. A phone may cut away everything outside a circle of four fifths.
 */
const fill = (icon: IconFile): number => (icon.opaque ? 0.66 : 1);

/** Writes every icon into the finished site. The same drawing gives the same bytes. */
export async function writeIcons(root: string, dist: string): Promise<string> {
  const svg = join(root, 'public/bieu-tuong.svg');
  for (const icon of icons) {
    const inner = Math.round(icon.size * fill(icon));
    const drawing = await sharp(svg, { density: (72 * inner) / 34 })
      .resize(inner, inner)
      .png()
      .toBuffer();
    const path = join(dist, icon.address);
    mkdirSync(dirname(path), { recursive: true });
    const background = icon.opaque ? paper : { r: 0, g: 0, b: 0, alpha: 0 };
    await sharp({ create: { width: icon.size, height: icon.size, channels: 4, background } })
      .composite([{ input: drawing, gravity: 'centre' }])
      .png({ compressionLevel: 9, palette: true, colours: 64, dither: 0 })
      .toFile(path);
  }
  return `${icons.length} biểu tượng`;
}
