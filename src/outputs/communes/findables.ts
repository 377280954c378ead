/** The page of communes, where an edition has one. Communes are found on it. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';

export const findables = ({ site }: Handbook): Partial<Findables> =>
  site.communeRows === undefined
    ? {}
    : { items: [{ kind: 'page', title: t('communes.title'), address: pages.communes }] };
