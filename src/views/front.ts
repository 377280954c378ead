/** What the front page leads to: doors for who is in need now, shelves as pictures, groups of readers. */
import { pages } from '../domain/address.ts';
import { offersPage } from '../domain/offers.ts';
import { settingName, type ModeToken } from '../modes/settings.ts';
import { stopGuide, type Audience, type Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import type { Link } from './link.ts';

const listening: ModeToken = 'nghe';

/** A shelf as a picture with a name of one line. */
interface Tile {
  readonly href: string;
  readonly icon: string;
  readonly name: string;
  /** Some of what stands there. */
  readonly holds: string;
}

export interface FrontView {
  /** The guide for the cheated, and the one that calls the children's line first, where there are any. */
  readonly doors: readonly Link[];
  readonly tiles: readonly Tile[];
  readonly people: readonly Audience[];
}

export function frontView(handbook: Handbook): FrontView {
  const stop = stopGuide(handbook.guides);
  const childLine = handbook.directory.find(({ data }) => data.kind === 'child' && data.number !== undefined);
  const child = childLine && handbook.guides.find(({ data }) => data.calls[0] === childLine.id);
  return {
    doors: [
      ...(stop ? [{ href: stop.address, text: t('home.cheated') }] : []),
      // An edition may leave that guide out: the number stays one tap away.
      ...(childLine
        ? [
            {
              href: (child ?? childLine).address,
              text: t('home.child', { number: childLine.data.number ?? '' }),
            },
          ]
        : []),
    ],
    tiles: [
      ...handbook.topics.flatMap(({ address, data }) =>
        'home' in data && data.home
          ? [{ href: address, icon: data.icon, name: data.short ?? data.title, holds: data.summary }]
          : [],
      ),
      { href: pages.market, icon: 'market', name: t('home.marketShort'), holds: t('home.market') },
      ...(offersPage('search')
        ? [{ href: pages.ask, icon: 'question', name: t('home.askBook'), holds: t('home.askBookHolds') }]
        : []),
      // Who cannot read finds sound on there: the first touch of a picture says its name.
      {
        href: `${pages.easyRead}?${settingName}=${listening}`,
        icon: 'listen',
        name: t('home.lookHear'),
        holds: t('home.easyReadHolds'),
      },
    ],
    people: handbook.audiences.filter(({ data }) => data.home),
  };
}
