import type { Output } from '../output.ts';

export const unitFiles: Output = {
  name: 'unit-files',
  about:
    'what an office takes from its desk: tasks as sheets, sums of tallies, a draft of its quarterly report',
  pages: {
    '/don-vi/so-dem': 'pages/so-dem.astro',
    '/don-vi/dien-bao-cao': 'pages/dien-bao-cao.astro',
  },
  files: { module: 'files.ts', endings: ['docx', 'csv', 'xlsx'] },
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
