import type { Output } from '../output.ts';

export const one: Output = {
  name: 'one',
  about:
    'the guides, numbers and search as one file that opens without a network; a plainer one without script',
  exported: async (input) => (await import('./write.ts')).oneFile(input),
};
