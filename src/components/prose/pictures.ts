/** Shapes of pictures: drawings of our own on a ground of 96 × 96, signs of telephones on one of 24 × 24. */
import { isSign, thingSigns, type PictureName, type SignName } from '../../domain/picture-names.ts';
import drawings from '../../domain/drawing-shapes.json' with { type: 'json' };
import paths from '../../domain/sign-paths.json' with { type: 'json' };

/** Signs on a ground of 24 × 24, without colour of their own. */
export const signs: Readonly<Record<SignName, string>> = paths;

/** A pointing hand; its finger tip is the origin, or hardly below it. */
export const hand =
  '<path class="w" d="M0 0a5 5 0 0 0-5 5v23l-5-5c-3-3-8 1-6 5l9 16c2 4 5 6 9 6h9c6 0 10-4 11-10l1-12c0-5-6-5-6-1 0-5-6-6-6-1 0-5-6-6-6-1V5a5 5 0 0 0-5-5z"/>';

/** A key on the screen of a telephone, and the finger that presses it. */
const asKey = (sign: SignName): string =>
  '<rect class="w" x="16" y="2" width="64" height="92" rx="9"/>' +
  '<rect class="y" x="24" y="10" width="48" height="48" rx="12"/>' +
  `<g class="k" stroke="none" transform="translate(30 16)scale(1.5)">${signs[sign]}</g>` +
  `<g transform="translate(62 52)scale(.85)">${hand}</g>`;
const asThing = (sign: SignName): string =>
  `<g class="k" stroke="none" transform="translate(9 9)scale(3.25)">${signs[sign]}</g>`;

/** The moments of a picture on a ground of 96 × 96: three of a gesture, one of anything else. */
export function pictureFrames(name: PictureName): readonly string[] {
  if (isSign(name)) return [thingSigns.has(name) ? asThing(name) : asKey(name)];
  const drawn: string | readonly string[] = drawings[name];
  return typeof drawn === 'string' ? [drawn] : drawn;
}

/** A picture that stands still, on a ground of 96 × 96; of a gesture, its last moment. */
export const pictureShapes = (name: PictureName): string => pictureFrames(name).at(-1) ?? '';
