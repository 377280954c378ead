/**
 * Feeds: Atom (RFC 4287) and JSON Feed 1.1 with the same entries. Ids are number addresses, which never
 * change; days are days of
 * Vietnam, so they are written as its midnight.
 */
import {
  absolute,
  feedAddress,
  feedNames,
  numberAddress,
  pages,
  socialImageAddress,
} from '../../domain/address.ts';
import { offers } from '../../domain/offers.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { changesOf, newestFirst, type Change } from '../../views/news.ts';
import { t } from '../../words/words.ts';
import { element, xmlDocument, type XmlElement } from '../../formats/xml.ts';

/** Entries in one feed at most: what a reader of feeds keeps. The whole list is open data. */
const most = 500;

/** One piece of news. */
interface FeedEntry {
  /** IRI that never changes. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly string[];
  readonly image?: string;
  /** Days, `YYYY-MM-DD`. */
  readonly updated: string;
  readonly published?: string;
  readonly tags: readonly { readonly term: string; readonly label: string }[];
}

/** A feed. `name` is its address without the ending. */
export interface Feed {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly page: string;
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** The word for each kind of page that has a number. */
const kinds = { guides: 'guide', market: 'lesson', events: 'event' } as const;

/** Midnight in Vietnam (RFC 3339). */
const moment = (day: string): string => `${day}T00:00:00+07:00`;

function guideEntry(guide: Guide, base: string): FeedEntry {
  return {
    id: absolute(base, numberAddress(guide.data.number)),
    url: absolute(base, guide.address),
    title: guide.data.title,
    summary: guide.data.summary,
    steps: guide.tree.sections.flatMap((section) => section.steps.map((step) => step.title)),
    ...(offers('social-images') ? { image: absolute(base, socialImageAddress(guide.data.number)) } : {}),
    updated: guide.data.checked,
    ...(guide.data.added ? { published: guide.data.added } : {}),
    tags: [
      { term: guide.collection, label: t(`kind.${kinds[guide.collection]}`) },
      { term: guide.shelf.id, label: guide.shelf.data.title },
      ...guide.audiences.map((audience) => ({ term: audience.id, label: audience.data.title })),
    ],
  };
}

const changeEntry = (change: Change, base: string): FeedEntry => ({
  id: absolute(base, `${pages.feeds}#${change.key}`),
  url: absolute(base, change.href),
  title: change.title,
  summary: change.what,
  steps: [],
  updated: change.day,
  published: change.day,
  tags: [],
});

/** All feeds of an edition. */
export function feedsOf(handbook: Handbook): Feed[] {
  const base = handbook.site.url;
  const feed = (
    name: string,
    title: string,
    about: string,
    page: string,
    entries: readonly FeedEntry[],
  ): Feed => {
    // Readers of feeds expect the latest first; those of one day keep the order in which they came.
    const sorted = [...entries]
      .sort((a, b) => (a.updated > b.updated ? -1 : a.updated < b.updated ? 1 : 0))
      .slice(0, most);
    return {
      name,
      title,
      about,
      page: absolute(base, page),
      updated: sorted[0]?.updated ?? handbook.edition,
      entries: sorted,
    };
  };
  const guides = (list: readonly Guide[]): FeedEntry[] =>
    newestFirst(list).map((guide) => guideEntry(guide, base));
  const changes = changesOf(handbook).map((change) => changeEntry(change, base));
  const cards = handbook.guides.filter(({ collection }) => collection === 'events');
  const lifeEvents = feed(
    feedNames.lifeEvents,
    t('feeds.lifeEvents'),
    t('feeds.lifeEventsLead'),
    pages.lifeEvents,
    guides(cards),
  );
  return [
    feed(feedNames.all, t('feeds.all'), t('feeds.allLead'), pages.guides, guides(handbook.guides)),
    ...(cards.length === 0 ? [] : [lifeEvents]),
    feed(feedNames.changes, t('feeds.changes'), t('feeds.changesLead'), pages.feeds, changes),
    ...handbook.audiences.map((audience) =>
      feed(
        feedNames.audience(audience.id),
        t('feeds.audience', { name: audience.data.title }),
        audience.data.summary,
        audience.address,
        guides(audience.guides),
      ),
    ),
    ...handbook.areas.map((area) =>
      feed(
        feedNames.area(area.id),
        t('feeds.area', { name: area.data.title }),
        area.data.summary,
        area.address,
        guides([...new Set(area.skills.flatMap((skill) => skill.guides))]),
      ),
    ),
  ];
}

/** Summary and step names as XHTML. */
function body(entry: FeedEntry): XmlElement {
  return element(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml' },
    element('p', {}, entry.summary),
    element('p', {}, t('feeds.steps')),
    element('ol', {}, ...entry.steps.map((step) => element('li', {}, step))),
  );
}

/** The feed as Atom. */
export function atomFile(feed: Feed, { site }: Pick<Handbook, 'site'>): string {
  const self = absolute(site.url, feedAddress(feed.name, 'xml'));
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'vi' },
      element('id', {}, self),
      element('title', {}, `${feed.title} – ${site.name}`),
      element('subtitle', {}, feed.about),
      element('updated', {}, moment(feed.updated)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: 'vi', href: feed.page }),
      element('author', {}, element('name', {}, site.owner)),
      element('icon', {}, absolute(site.url, pages.icon)),
      element('rights', {}, t('site.license')),
      ...feed.entries.map((entry) =>
        element(
          'entry',
          {},
          element('id', {}, entry.id),
          element('title', {}, entry.title),
          element('link', { rel: 'alternate', type: 'text/html', hreflang: 'vi', href: entry.url }),
          ...(entry.published ? [element('published', {}, moment(entry.published))] : []),
          element('updated', {}, moment(entry.updated)),
          ...entry.tags.map((tag) => element('category', { term: tag.term, label: tag.label })),
          element('summary', {}, entry.summary),
          ...(entry.steps.length > 0 ? [element('content', { type: 'xhtml' }, body(entry))] : []),
        ),
      ),
    ),
  );
}

const html = (summary: string): string =>
  summary.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed, { site }: Pick<Handbook, 'site'>): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${feed.title} – ${site.name}`,
    description: feed.about,
    home_page_url: feed.page,
    feed_url: absolute(site.url, feedAddress(feed.name, 'json')),
    language: 'vi',
    authors: [{ name: site.owner }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: `<p>${html(entry.summary)}</p>${entry.steps.length > 0 ? `<p>${t('feeds.steps')}</p><ol>${entry.steps.map((step) => `<li>${html(step)}</li>`).join('')}</ol>` : ''}`,
      ...(entry.image ? { image: entry.image } : {}),
      ...(entry.published ? { date_published: moment(entry.published) } : {}),
      date_modified: moment(entry.updated),
      ...(entry.tags.length > 0 ? { tags: entry.tags.map((tag) => tag.label) } : {}),
    })),
  };
}
