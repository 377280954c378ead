/** Drills that a reader may look for by name. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

export const findables = ({ drills }: Handbook): Pick<Findables, 'items'> => ({
  items: [
    { kind: 'page', title: t('drill.title'), address: pages.drills },
    ...drills.map(({ address, data }) => ({
      kind: 'tool' as const,
      title: t('drill.name', { title: data.title }),
      address,
      aliases: data.aliases,
    })),
  ],
});
