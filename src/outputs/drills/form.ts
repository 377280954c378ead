import type { Output } from '../output.ts';

export const drills: Output = {
  name: 'drills',
  about: 'made-up screens to practise on, where a wrong press costs nothing',
  pages: {
    '/tap': 'pages/index.astro',
    '/tap/buoi/[programme]': 'pages/buoi/[programme].astro',
    '/tap/[drill]': 'pages/[drill].astro',
  },
  judge: async (handbook) => (await import('./judge.ts')).drillProblems(handbook),
  report: async (handbook, all) => (await import('./report.ts')).drillReport(handbook, all),
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
