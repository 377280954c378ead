/** Names of the line drawings that content may use. What each looks like is in `components/prose/pictures.ts`. */
export const pictureNames = [
  // The telephone and what a finger does on it
  'phone', 'lost-phone', 'press', 'side-button', 'swipe-up', 'swipe-right', 'double-tap', 'two-fingers', 'keypad', 'gear', 'text-size', 'sun', 'bell', 'battery', 'wifi', 'plane', 'sim', 'camera', 'video', 'qr', 'scan', 'fingerprint',
  // Calling and talking
  'call', 'hang-up', 'no-call', 'talk', 'loudspeaker', 'microphone', 'ear', 'headphones',
  // People and places
  'helper', 'family', 'house', 'police', 'bank', 'market', 'doctor',
  // Things
  'card', 'money', 'letter', 'write', 'lock', 'clock', 'magnifier', 'health',
  // Signs
  'stop', 'secret', 'question', 'tick', 'cross', 'shield',
] as const;
export type PictureName = (typeof pictureNames)[number];
