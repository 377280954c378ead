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

/** Signs of things that are met in the world or only looked at; every other sign is a key, and is pressed. */
export const thingSigns: ReadonlySet<SignName> = new Set<SignName>([
  'book',
  'calendar',
  'cart',
  'computer',
  'group',
  'mouse',
  'parcel',
  'place',
  'print',
  'receipt',
  'savings',
  'signal',
  'stall',
  'sum',
  'truck',
  'usb',
  'weather',
]);

/** Whether a picture has three moments. */
export const isGesture = (name: PictureName): boolean =>
  isDrawing(name) && typeof drawingShapes[name] !== 'string';

/** Drawings in which a screen is touched or read. */
const screenDrawings: ReadonlySet<PictureName> = new Set<PictureName>([
  'address-bar',
  'bright-bar',
  'check-name',
  'computer-key',
  'computer-power',
  'double-tap',
  'explore',
  'face-frame',
  'hang-up',
  'keypad',
  'long-press',
  'own-code',
  'pick-row',
  'pinch',
  'press',
  'pull-airplane',
  'read-screen',
  'screenshot',
  'set-password',
  'swipe-down',
  'swipe-right',
  'swipe-up',
  'swipe-up-down',
  'swipe-up-left',
  'three-finger-tap',
  'three-fingers',
  'turn-two-fingers',
  'two-finger-tap',
  'text-size',
  'two-fingers',
  'type-in',
  'type-money',
]);
/** Whether a picture shows a screen in use: a key that is pressed, or such a drawing. */
export const showsScreen = (name: PictureName): boolean =>
  isSign(name) ? !thingSigns.has(name) : screenDrawings.has(name);
