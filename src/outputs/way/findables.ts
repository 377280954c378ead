/**
 * What a reader may look for by name. Ways of audiences, tracks and targets are sheets of pages that search
 * knows already, for its first file is full: “lộ trình người cao tuổi” is asked for by two names.
 */
import { pages, wayAddress } from '../../domain/address.ts';
import type { Findables, FindableSheet } from '../../domain/findable.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { t } from '../../words/words.ts';
import { measureSlugs } from './paths.ts';

const measures = ['skills', 'confirmed', 'identity'] as const;

export function findables(handbook: Handbook): Findables {
  const sheet = (
    name: FindableSheet['name'],
    path: string,
    title: string,
    of: FindableSheet['pages'],
  ): FindableSheet => ({
    name,
    title: t('way.name', { title }),
    address: wayAddress(path),
    action: 'open',
    pages: of,
  });
  /** Audiences of which a plan wants that. */
  const wanted = (measure: string): string[] => [
    ...new Set(
      handbook.indicators
        .filter(({ indicator }) => indicator.measure === measure)
        .map(({ audience }) => audience.address),
    ),
  ];
  return {
    items: [
      { kind: 'page', title: t('way.title'), address: pages.way },
      { kind: 'page', title: t('way.name', { title: t('way.family') }), address: wayAddress('gia-dinh') },
    ],
    sheets: [
      sheet(
        'way',
        'danh-cho/{last}',
        '{title}',
        handbook.audiences.map(({ address }) => address),
      ),
      sheet(
        'way',
        '4t/{last}',
        '{title}',
        handbook.tracks.map(({ address }) => address),
      ),
      ...measures.map((measure) =>
        sheet(
          'targetWay',
          `chi-tieu/{last}/${measureSlugs[measure]}`,
          t('way.targetTitle', { group: '{title}', measure: t(`plan.measure_${measure}`) }),
          wanted(measure),
        ),
      ),
    ].filter(({ pages: of }) => of.length > 0),
  };
}
