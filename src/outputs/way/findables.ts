/** What a reader may look for by name; paths are reached from there, and the first file of search is full. */
import { pages, wayAddress } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import { t } from '../../words/words.ts';

export const findables = (): Pick<Findables, 'items'> => ({
  items: [
    { kind: 'page', title: t('way.title'), address: pages.way },
    { kind: 'page', title: t('way.name', { title: t('way.family') }), address: wayAddress('gia-dinh') },
  ],
});
