import type { Output } from '../output.ts';

export const parts: Output = {
  name: 'parts',
  about: 'long lists in parts: a first page of heads, a page for each part, a finder over all of them',
  finish: async (site) => (await import('./write.ts')).writeParts(site),
};
