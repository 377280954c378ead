import type { Output } from '../output.ts';

export const usb: Output = {
  name: 'usb',
  about: 'a copy for a USB stick or a memory card that opens without a server and without a network',
  command: {
    options: { to: { type: 'string', default: 'usb' } },
    words: 0,
    make: async (input) => (await import('./command.ts')).usb(input),
  },
};
