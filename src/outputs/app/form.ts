import type { Output } from '../output.ts';

export const app: Output = {
  name: 'app',
  about: 'what lets a phone install the handbook and a browser search in it: manifest, icons, OpenSearch',
  files: { module: 'files.ts', endings: ['webmanifest', 'xml'] },
  finish: async ({ root, dist }) => (await import('./icon-files.ts')).writeIcons(root, dist),
};
