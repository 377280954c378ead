import type { Output } from '../output.ts';

export const quotes: Output = {
  name: 'quotes',
  about: 'each page as Markdown beside it, and a list of them, for desks and machines that quote',
  files: { module: 'files.ts', endings: ['md', 'txt'] },
  finish: async (site) => (await import('./finish.ts')).writeTwins(site),
};
