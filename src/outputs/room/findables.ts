/** The page that a trainer may look for by name; each session links to its own. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import { t } from '../../words/words.ts';

export const findables = (): Pick<Findables, 'items'> => ({
  items: [
    { kind: 'tool', title: t('builder.title'), address: pages.sessionBuilder },
    { kind: 'page', title: t('room.title'), address: pages.room },
  ],
});
