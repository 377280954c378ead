/**
 * What the page "Đọc khi không có mạng" offers: sections by name and order. Their sizes are put in when the
 * site is finished.
 */
import { pages } from '../../domain/address.ts';
import { offersPage } from '../../domain/offers.ts';
import { audienceSection, fixedSections, shelfSection } from './section-rules.ts';
import type { Handbook } from '../../handbook/handbook.ts';
import { openWords, t } from '../../words/words.ts';

/** One section; `href` is the page that leads into it. */
interface SectionRow {
  readonly id: string;
  readonly title: string;
  readonly href: string;
}
export interface SectionGroup {
  readonly title: string;
  readonly rows: readonly SectionRow[];
}

const entrance: Readonly<Record<(typeof fixedSections)[number], string>> = {
  'cho-so': pages.market,
  'de-doc': pages.easyRead,
  tim: pages.search,
  'tim-rong': pages.search,
  nghe: pages.modes,
  'ke-hoach': pages.plans,
  'tap-huan': '/tap-huan/',
  khac: pages.about,
};

/** Sections in the groups in which readers choose. People that the front page names come first. */
export function sectionGroups(handbook: Handbook): SectionGroup[] {
  const people = [
    ...handbook.audiences.filter((audience) => audience.data.home),
    ...handbook.audiences.filter((audience) => !audience.data.home),
  ];
  return [
    {
      title: t('offline.byPerson'),
      rows: people.map((person) => ({
        id: audienceSection(person.id),
        title: t('offline.person', { name: person.data.title.toLowerCase() }),
        href: person.address,
      })),
    },
    {
      title: t('offline.byNeed'),
      rows: handbook.topics.map((shelf) => ({
        id: shelfSection(shelf.id),
        title: shelf.data.title,
        href: shelf.address,
      })),
    },
    {
      title: t('offline.others'),
      rows: fixedSections
        .filter((id) => entrance[id] !== pages.search || offersPage('search'))
        .map((id) => ({ id, title: t(`offline.section_${id}`), href: entrance[id] })),
    },
  ];
}

/** Words that the page's script says. */
export const offlineWords = (): Readonly<Record<string, string>> =>
  openWords('offline', [
    'unsupported',
    'sum',
    'sumNone',
    'progress',
    'spoken',
    'pause',
    'resume',
    'done',
    'stopped',
    'line',
    'room',
    'roomFree',
    'elsewhere',
    'storage',
    'keptWords',
    'checking',
    'newest',
    'unknown',
    'news',
    'newsShared',
    'persistYes',
    'persistNo',
    'removeAsk',
    'removed',
    'removeAllAsk',
    'removedAll',
    'installed',
    'wholeTitle',
    'late',
  ]);
