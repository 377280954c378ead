/** Ways that a reader may look for by name. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { pathsOf } from './paths.ts';

export const findables = (handbook: Handbook): Pick<Findables, 'items'> => ({
  items: [
    { kind: 'page', title: t('way.title'), address: pages.way },
    ...pathsOf(handbook).map(({ address, title }) => ({
      kind: 'page' as const,
      title: t('way.name', { title }),
      address,
    })),
  ],
});
