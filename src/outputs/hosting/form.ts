import sitemap from '@astrojs/sitemap';
import type { Output } from '../output.ts';
import { listedPage } from './sitemap-pages.ts';

export const hosting: Output = {
  name: 'hosting',
  about: 'what servers and crawlers read: headers, redirects, the site map and robots.txt',
  files: { module: 'files.ts', endings: ['txt', 'nginx'] },
  integrations: () => [sitemap({ filter: listedPage })],
  finish: async ({ dist, path }) => {
    const { writeHosting } = await import('./write.ts');
    return `chính sách chung ${writeHosting(dist, path).policy} byte`;
  },
};
