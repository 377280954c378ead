/** Slides that a reader may look for by name. */
import { pages, programmeSlidesAddress, slidesAddress } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

export const findables = (handbook: Handbook): Findables => ({
  items: [{ kind: 'page', title: t('deck.title'), address: pages.slides }],
  sheets: [
    {
      name: 'slides',
      title: t('deck.guideTitle', { n: '{n}', title: '{title}' }),
      address: slidesAddress('{n}'),
      action: 'open',
      pages: handbook.guides.map(({ address }) => address),
    },
    {
      name: 'sessionSlides',
      title: t('deck.programmeTitle', { title: '{title}' }),
      address: programmeSlidesAddress('{last}'),
      action: 'open',
      pages: handbook.programmes.map(({ address }) => address),
    },
  ],
});
