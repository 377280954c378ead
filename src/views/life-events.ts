/** What the list of cards for events of life shows. */
import { eventGroups } from '../domain/event-groups.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink } from './link.ts';

/** Cards of one kind. */
interface LifeEventShelf {
  readonly id: string;
  readonly title: string;
  readonly cards: readonly GuideLink[];
}

/** A card in the list; one with too many blanks says so. */
function cardLink(guide: Guide): GuideLink {
  const link = guideLink(guide);
  return guide.card?.complete === false
    ? { ...link, note: `${link.note} (${t('lifeEvent.unfinished')})` }
    : link;
}

/** Cards by what they are about, shelves in a fixed order. */
export function lifeEventShelves({ guides }: Pick<Handbook, 'guides'>): LifeEventShelf[] {
  return eventGroups
    .map((id) => ({
      id,
      title: t(`lifeEvent.group_${id}`),
      cards: guides.filter(({ card }) => card?.data.group === id).map(cardLink),
    }))
    .filter(({ cards }) => cards.length > 0);
}
