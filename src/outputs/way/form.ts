import type { Output } from '../output.ts';

export const way: Output = {
  name: 'way',
  about: 'a way to learn that the device remembers without an account, and that a code carries to another',
  pages: {
    '/lo-trinh': 'pages/index.astro',
    '/lo-trinh/[...path]': 'pages/[...path].astro',
  },
  onPages: {
    module: 'on-pages.ts',
    key: 'lo-trinh',
    words: async () => (await import('./page-words.ts')).pageWords(),
  },
  judge: async (handbook) => (await import('./judge.ts')).wayProblems(handbook),
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
