import type { Output } from '../output.ts';

export const downloads: Output = {
  name: 'downloads',
  about: 'the page of files to take along: what the edition made beforehand, its sizes and whom each serves',
  pages: { '/tai-ve': 'pages/index.astro' },
  files: {
    module: 'files.ts',
    endings: ['epub', 'zim', 'zip', 'mp3', 'opus', 'vtt', 'm3u8', 'xml', 'pdf', 'brf', 'txt', 'md'],
  },
};
