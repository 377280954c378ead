/**
 * What is new in the handbook, by the days its content states: `added`, `changes` and `checked` of guides,
 * `date` of redirects.
 * Nothing comes from the version history or the clock, so that a copy of the content tells the same news.
 */
import { numberAddress, pages } from '../domain/address.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';

/** Something that changed, as a reader would be told. */
export interface Change {
  /**
   * Never changes and never comes twice: `them/83`, `sua/83/2026-12-01`, `chuyen/…`, `kiem-tra/2026-11-21`.
   */
  readonly key: string;
  readonly day: string;
  readonly title: string;
  readonly what: string;
  readonly href: string;
}

/** Most guides of one day's check that are named by number. */
const namedChecks = 40;

/** Day on which a guide was added or last changed, where its content says one. */
export const newsDay = ({ data }: Guide): string | undefined =>
  [data.added, ...data.changes.map((change) => change.day)]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);

/**
 * Guides by the day they were added or last changed, then by their last check, newest first; those of one
 * day by number.
 */
export function newestFirst(guides: readonly Guide[]): Guide[] {
  const day = (guide: Guide): string => `${newsDay(guide) ?? ''} ${guide.data.checked}`;
  return [...guides].sort((a, b) =>
    day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : a.data.number - b.data.number,
  );
}

/** Everything that changed, newest first; of one day in the order added, changed, moved, checked. */
export function changesOf({ guides, redirects }: Pick<Handbook, 'guides' | 'redirects'>): Change[] {
  const added = guides.flatMap((guide): Change[] =>
    guide.data.added === undefined
      ? []
      : [
          {
            key: `them/${guide.data.number}`,
            day: guide.data.added,
            title: t('feeds.added', { n: guide.data.number, title: guide.data.title }),
            what: guide.data.summary,
            href: numberAddress(guide.data.number),
          },
        ],
  );
  const changed = guides.flatMap((guide) =>
    guide.data.changes.map(({ day, what }): Change => ({
      key: `sua/${guide.data.number}/${day}`,
      day,
      title: t('feeds.changed', { n: guide.data.number, title: guide.data.title }),
      what,
      href: numberAddress(guide.data.number),
    })),
  );
  const moved = redirects.map(({ from, to, date, reason }): Change => ({
    key: `chuyen${from}${date}`,
    day: date,
    title: t('feeds.moved', { from }),
    what: t('feeds.movedWhat', { to, reason }),
    href: to,
  }));
  const checked = [...Map.groupBy(guides, (guide) => guide.data.checked)].map(([day, list]): Change => {
    const numbers = list.map((guide) => guide.data.number);
    const named = numbers.slice(0, namedChecks).join(', ');
    const rest = numbers.length - namedChecks;
    return {
      key: `kiem-tra/${day}`,
      day,
      title: t('feeds.checkedTitle', { n: list.length }),
      href: pages.numbers,
      what: t('feeds.checkedWhat', {
        n: list.length,
        list: rest > 0 ? `${named} ${t('feeds.more', { n: rest })}` : named,
      }),
    };
  });
  return [...added, ...changed, ...moved, ...checked].sort((a, b) =>
    a.day > b.day ? -1 : a.day < b.day ? 1 : 0,
  );
}
