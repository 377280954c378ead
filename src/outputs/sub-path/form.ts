import type { Output } from '../output.ts';

export const subPath: Output = {
  name: 'sub-path',
  about: 'the finished site turned to an address with a path: a folder of a portal, GitHub Pages',
  turns: async (path) => (await import('./served.ts')).turns(path),
  finish: async (site) => (await import('./write.ts')).turnSite(site),
};
