import type { Output } from '../output.ts';

export const largePrint: Output = {
  name: 'large-print',
  about: 'each guide whole in letters of 20 and of 28 points, as tagged PDF: for who sees badly',
  exported: async (input) => (await import('./write.ts')).largePrint(input),
};
