/**
 * Names of the pictures that content may use: line drawings of our own, and signs as they stand on the keys
 * of telephones. `tools/drawings.ts` and `tools/sign-paths.ts` hold what they look like.
 */
import drawingShapes from './drawing-shapes.json' with { type: 'json' };
import signPaths from './sign-paths.json' with { type: 'json' };

type DrawingName = keyof typeof drawingShapes;
export type SignName = keyof typeof signPaths;
export type PictureName = DrawingName | SignName;

const isDrawing = (name: string): name is DrawingName => name in drawingShapes;
export const isSign = (name: string): name is SignName => name in signPaths;

/** Signs as most Android telephones draw them (Material Symbols). */
export const signNames = Object.keys(signPaths).filter(isSign);
export const pictureNames: readonly PictureName[] = [
  ...Object.keys(drawingShapes).filter(isDrawing),
  ...signNames,
];
