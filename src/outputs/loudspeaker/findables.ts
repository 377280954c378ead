/** Announcements that a reader may look for by name. */
import { announcementAddress, pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

export const findables = (handbook: Handbook): Findables => ({
  items: [{ kind: 'page', title: t('loud.title'), address: pages.announcements }],
  sheets: [
    {
      name: 'announcement',
      title: `${t('loud.title')}: {title}`,
      address: announcementAddress('{n}'),
      action: 'open',
      pages: handbook.guides.map(({ address }) => address),
    },
  ],
});
