/** The page of this form, for who looks for it by name. */
import { pages } from '../../domain/address.ts';
import type { Findables } from '../../domain/findable.ts';
import { t } from '../../words/words.ts';

export const findables = (): Findables => ({
  items: [{ kind: 'page', title: t('offline.title'), address: pages.offline }],
  sheets: [],
});
