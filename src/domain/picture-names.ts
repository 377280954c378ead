import signPaths from './sign-paths.json' with { type: 'json' };

/**
 * Names of the pictures that content may use: line drawings of our own, which `components/prose/pictures.ts`
 * holds, and signs as they stand on the keys of telephones.
 */
const drawingNames = [
  // The telephone and what a finger does on it
  'phone',
  'lost-phone',
  'press',
  'side-button',
  'swipe-up',
  'swipe-down',
  'swipe-right',
  'double-tap',
  'two-fingers',
  'keypad',
  'gear',
  'text-size',
  'sun',
  'bell',
  'battery',
  'wifi',
  'plane',
  'sim',
  'camera',
  'video',
  'qr',
  'scan',
  'fingerprint',
  // Calling and talking
  'call',
  'hang-up',
  'no-call',
  'talk',
  'loudspeaker',
  'microphone',
  'ear',
  'headphones',
  // People and places
  'helper',
  'family',
  'house',
  'police',
  'bank',
  'market',
  'doctor',
  // Things
  'card',
  'money',
  'letter',
  'write',
  'lock',
  'clock',
  'magnifier',
  'health',
  // Signs
  'stop',
  'secret',
  'question',
  'tick',
  'cross',
  'shield',
] as const;
export type DrawingName = (typeof drawingNames)[number];

export type SignName = keyof typeof signPaths;
export const isSign = (name: string): name is SignName => name in signPaths;
/** Signs as most Android telephones draw them (Material Symbols); `tools/sign-paths.ts` has the list. */
export const signNames = Object.keys(signPaths).filter(isSign);

export const pictureNames = [...drawingNames, ...signNames];
export type PictureName = (typeof pictureNames)[number];
