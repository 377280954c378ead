import type { Output } from '../output.ts';

export const openData: Output = {
  name: 'open-data',
  about: 'plans, tasks, units, guides, cards, sessions, practices as JSON, to reckon with',
  pages: { '/du-lieu': 'pages/index.astro' },
  files: { module: 'files.ts', endings: ['json'] },
};
