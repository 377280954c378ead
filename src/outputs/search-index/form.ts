import type { Output } from '../output.ts';

export const searchIndex: Output = {
  name: 'search-index',
  about: 'search and the helper that answers questions: both indexes, and the pages that ask them',
  pages: { '/tim-kiem': 'pages/tim-kiem.astro', '/hoi': 'pages/hoi/index.astro' },
  finish: async (site) => (await import('./write.ts')).writeIndexes(site),
};
