/** Shapes of pictures: drawings of our own on a ground of 96 × 96, signs of telephones on one of 24 × 24. */
import { isSign, type PictureName, type SignName } from '../../domain/picture-names.ts';
import drawings from '../../domain/drawing-shapes.json' with { type: 'json' };
import paths from '../../domain/sign-paths.json' with { type: 'json' };

/** Signs on a ground of 24 × 24, without colour of their own. */
export const signs: Readonly<Record<SignName, string>> = paths;

const asPicture = (sign: SignName): string =>
  `<g class="k" stroke="none" transform="translate(9 9)scale(3.25)">${signs[sign]}</g>`;

/** A picture on a ground of 96 × 96. */
export const pictureShapes = (name: PictureName): string => (isSign(name) ? asPicture(name) : drawings[name]);
