import type { Output } from '../output.ts';

/** Where PDFs go unless told otherwise; git ignores it. */
export const ownFolder = 'in-ra';

export const print: Output = {
  name: 'print',
  about:
    'sheets for paper: handouts, posters, cards, a session for its trainer; as pages and, by command, as PDF files',
  pages: {
    '/in': 'pages/index.astro',
    '/in/[number]': 'pages/[number].astro',
    '/in/danh-ba': 'pages/danh-ba.astro',
    '/in/gia-dinh-so': 'pages/gia-dinh-so.astro',
    '/in/phieu-dem': 'pages/phieu-dem.astro',
    '/in/the-abcd': 'pages/the-abcd.astro',
    '/in/tu-kiem/[skill]': 'pages/tu-kiem/[skill].astro',
    '/in/the-dai-su-so': 'pages/the-dai-su-so.astro',
    '/in/ap-phich/[poster]': 'pages/ap-phich/[poster].astro',
    '/in/bo/[programme]': 'pages/bo/[programme].astro',
    '/in/dao-cu/[prop]': 'pages/dao-cu/[prop].astro',
    '/in/man-hinh/[number]': 'pages/man-hinh/[number].astro',
    '/in/tap-huan/[programme]': 'pages/tap-huan/[programme].astro',
  },
  files: { module: 'files.ts', endings: ['json'] },
  judge: async (handbook) => (await import('./judge.ts')).sheetProblems(handbook),
  command: {
    options: {
      to: { type: 'string', default: ownFolder },
      slides: { type: 'boolean', default: false },
      zip: { type: 'boolean', default: false },
      kit: { type: 'string' },
    },
    words: Infinity,
    make: async (input) => (await import('./command.ts')).printKit(input),
  },
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
