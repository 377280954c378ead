import type { Output } from '../output.ts';

export const zim: Output = {
  name: 'zim',
  about: 'the guides and numbers as a ZIM file with search, for Kiwix: schools and villages with a hotspot',
  exported: async (input) => (await import('./write.ts')).zimFile(input),
};
