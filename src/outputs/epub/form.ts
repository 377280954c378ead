import type { Output } from '../output.ts';

export const epub: Output = {
  name: 'epub',
  about:
    'the guides as an EPUB 3 book, whole, for an audience or for a session: for readers without a network',
  exported: async (input) => (await import('./write.ts')).book(input),
};
