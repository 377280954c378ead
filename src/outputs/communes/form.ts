import type { Output } from '../output.ts';

export const communes: Output = {
  name: 'communes',
  about: 'the page of a province: its communes by name, their own plans, their targets side by side',
  pages: {
    '/cac-xa/[...rest]': 'pages/[...rest].astro',
    '/cac-xa/chi-tieu/[...rest]': 'pages/targets.astro',
  },
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
