import type { Output } from '../output.ts';

/** The list by which a box is known, and by which the next one tells what is new. */
const list = 'TRONG-HOP.json';

export const box: Output = {
  name: 'box',
  about:
    'a folder with every form, for a stick or a Kiwix hotspot: for communes and classes without a network',
  gathers: {
    forms: ['zim', 'epub', 'one', 'text', 'audio', 'large-print', 'braille', 'qr-steps', 'scorm'],
    commands: { usb: 'chay-tu-dia', print: 'to-in' },
    list,
    beside: async (input) => (await import('./contents.ts')).contents(input, list),
  },
};
