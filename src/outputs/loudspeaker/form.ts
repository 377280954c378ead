import type { Output } from '../output.ts';

export const loudspeaker: Output = {
  name: 'loudspeaker',
  about: 'each guide as an announcement for the village loudspeaker and as a message for a Zalo group',
  pages: { '/loa': 'pages/index.astro', '/loa/[number]': 'pages/[number]/index.astro' },
  files: { module: 'files.ts', endings: ['txt'] },
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
