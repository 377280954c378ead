import type { Output } from '../output.ts';

export const calendar: Output = {
  name: 'calendar',
  about:
    'dates of the campaign, of the open day and of each unit as iCalendar files, for the calendar in a phone',
  pages: { '/lich': 'pages/index.astro' },
  files: { module: 'files.ts', endings: ['ics'] },
  findables: async (handbook) => (await import('./findables.ts')).findables(handbook),
};
