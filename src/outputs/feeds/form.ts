import type { Output } from '../output.ts';

export const feeds: Output = {
  name: 'feeds',
  about: 'Atom and JSON feeds of guides and changes, for editors of other sites and for readers of feeds',
  pages: { '/tin': 'pages/index.astro' },
  files: { module: 'files.ts', endings: ['xml', 'json'] },
};
