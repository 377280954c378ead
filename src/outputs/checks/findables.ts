/** Checks that a reader may look for by name. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

export const findables = ({ checks }: Handbook): Pick<Findables, 'items'> => ({
  items: [
    { kind: 'page', title: t('selfCheck.title'), address: pages.checks },
    ...checks.map(({ address, data, skill }) => ({
      kind: 'tool' as const,
      title: t('selfCheck.name', { title: skill.data.title }),
      address,
      aliases: data.aliases,
    })),
  ],
});
