import type { Output } from '../output.ts';

export const slides: Output = {
  name: 'slides',
  about: 'guides and sessions as slides, for a trainer with a projector',
  pages: {
    '/trinh-chieu': 'pages/index.astro',
    '/trinh-chieu/[number]': 'pages/[number].astro',
    '/trinh-chieu/tap-huan/[programme]': 'pages/tap-huan/[programme].astro',
  },
  judge: async (handbook) => (await import('./judge.ts')).slideProblems(handbook),
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
