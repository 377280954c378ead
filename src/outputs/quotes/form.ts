import type { Output } from '../output.ts';

export const quotes: Output = {
  name: 'quotes',
  about: 'each guide as Markdown beside its page, and a list of them, for desks and machines that quote',
  files: { module: 'files.ts', endings: ['md', 'txt'] },
};
