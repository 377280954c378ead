import type { Output } from '../output.ts';

export const text: Output = {
  name: 'text',
  about:
    'each guide as one file of plain text and one of Markdown, for any phone and for machines that quote',
  exported: async (input) => (await import('./write.ts')).textFiles(input),
};
