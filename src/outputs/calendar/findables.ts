/** Calendars that somebody may look for by name. */
import { pages, unitFiles } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { unitDownloads } from '../../views/unit-work.ts';
import { t } from '../../words/words.ts';

export const findables = (handbook: Handbook): Findables => ({
  items: [{ kind: 'page', title: t('calendar.title'), address: pages.calendar }],
  sheets: [
    {
      name: 'unitCalendar',
      title: `${t('unit.file_calendar')}: {title}`,
      address: `{address}${unitFiles.calendar}`,
      action: 'download',
      pages: handbook.units
        .filter((unit) => unitDownloads(unit).includes('calendar'))
        .map(({ address }) => address),
    },
  ],
});
