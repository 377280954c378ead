import type { Output } from '../output.ts';

export const room: Output = {
  name: 'room',
  about: 'sessions put together and fitted to a room: groups, turns with few phones, no network',
  pages: {
    '/tap-huan/soan': 'pages/soan.astro',
    '/tap-huan/xep-lop': 'pages/index.astro',
    '/tap-huan/xep-lop/[programme]': 'pages/[programme].astro',
  },
  findables: async () => (await import('./findables.ts')).findables(),
  finish: async (site) => (await import('./weights.ts')).weighGuides(site),
};
