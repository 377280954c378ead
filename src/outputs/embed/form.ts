import type { Output } from '../output.ts';

export const embed: Output = {
  name: 'embed',
  about: 'light frames of guides and lists for other sites, with the code to paste and oEmbed answers',
  pages: {
    '/nhung': 'pages/index.astro',
    '/nhung/[number]': 'pages/[number].astro',
    '/nhung/moi': 'pages/moi.astro',
    '/nhung/danh-cho/[audience]': 'pages/danh-cho/[audience].astro',
  },
  files: { module: 'files.ts', endings: ['js', 'json'] },
};
