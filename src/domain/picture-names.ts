/**
 * Names of the pictures that content may use: line drawings of our own, and signs as they stand on the keys
 * of telephones. `tools/drawings.ts` and `tools/sign-paths.ts` hold what they look like.
 */
import drawingShapes from './drawing-shapes.json' with { type: 'json' };
import kinds from './picture-kinds.json' with { type: 'json' };
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

/** Signs of things that are met in the world or only looked at; every other sign is a key, and is pressed. */
export const thingSigns: ReadonlySet<SignName> = new Set(kinds.things.filter(isSign));

/** Whether a picture has three moments. */
export const isGesture = (name: PictureName): boolean =>
  isDrawing(name) && typeof drawingShapes[name] !== 'string';

/** Drawings in which a screen is touched or read. */
const screenDrawings: ReadonlySet<string> = new Set(kinds.screens);
/** Whether a picture shows a screen in use: a key that is pressed, or such a drawing. */
export const showsScreen = (name: PictureName): boolean =>
  isSign(name) ? !thingSigns.has(name) : screenDrawings.has(name);
