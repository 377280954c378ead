import type { Output } from '../output.ts';

export const offline: Output = {
  name: 'offline',
  about: 'parts of the handbook kept on the phone and read without a network',
  pages: { '/ngoai-tuyen': 'pages/index.astro', '/ngoai-tuyen/chua-luu': 'pages/chua-luu.astro' },
  finish: async (site) => (await import('./finish.ts')).keepOffline(site),
  inParts: async (dist) => (await import('./in-parts.ts')).inParts(dist),
  findables: async () => (await import('./findables.ts')).findables(),
};
