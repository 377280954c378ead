import type { Output } from '../output.ts';

export const qrSteps: Output = {
  name: 'qr-steps',
  about:
    'sheets for places without a signal: beside the code of a page, a code that holds its first acts as text',
  exported: async (input) => (await import('./write.ts')).sheets(input),
};
