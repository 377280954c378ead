import type { Output } from '../output.ts';

export const braille: Output = {
  name: 'braille',
  about: 'each guide in Vietnamese braille, 40 cells by 25 lines, for embossers and braille displays',
  exported: async (input) => (await import('./write.ts')).brailleFiles(input),
};
