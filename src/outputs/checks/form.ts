import type { Output } from '../output.ts';

export const checks: Output = {
  name: 'checks',
  about: 'a few questions a skill, so that one finds out alone or in a class what is there already',
  pages: {
    '/tu-kiem': 'pages/index.astro',
    '/tu-kiem/[skill]': 'pages/[skill].astro',
  },
  judge: async (handbook) => (await import('./judge.ts')).checkProblems(handbook),
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
