/**
 * Feeds: Atom (RFC 4287) and JSON Feed 1.1 with the same entries. Ids are number addresses, which never change; days are days of
 * Vietnam, so they are written as its midnight.
 */
import { absolute, feedAddress, numberAddress, pages, socialImageAddress } from '../../domain/address.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { changesOf, newestFirst } from '../../views/news.ts';
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

/** Midnight in Vietnam (RFC 3339). */
const moment = (day: string): string => `${day}T00:00:00+07:00`;

/** Names of feeds by what they are for, to link them from pages. */
export const feedNames = {
  all: 'tat-ca',
  changes: 'thay-doi',
  audience: (id: string): string => `danh-cho/${id}`,
  area: (id: string): string => `ky-nang/${id}`,
} as const;

function guideEntry(g: Guide, base: string): FeedEntry {
  return {
    id: absolute(base, numberAddress(g.data.number)),
    url: absolute(base, g.address),
    title: g.data.title,
    summary: g.data.summary,
    steps: g.tree.sections.flatMap((s) => s.steps.map((x) => x.title)),
    image: absolute(base, socialImageAddress(g.data.number)),
    updated: g.data.checked,
    ...(g.data.added ? { published: g.data.added } : {}),
    tags: [
      { term: g.shelf.id, label: g.shelf.data.title },
      ...g.audiences.map((a) => ({ term: a.id, label: a.data.title })),
    ],
  };
}

/** All feeds of an edition. */
export function feedsOf(h: Handbook): Feed[] {
  const base = h.site.url;
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
      updated: sorted[0]?.updated ?? h.edition,
      entries: sorted,
    };
  };
  const guides = (list: readonly Guide[]): FeedEntry[] => newestFirst(list).map((g) => guideEntry(g, base));
  const changes = changesOf(h).map((c): FeedEntry => ({
    id: absolute(base, `${pages.feeds}#${c.key}`),
    url: absolute(base, c.href),
    title: c.title,
    summary: c.what,
    steps: [],
    updated: c.day,
    published: c.day,
    tags: [],
  }));
  return [
    feed(feedNames.all, t('feeds.all'), t('feeds.allLead'), pages.guides, guides(h.guides)),
    feed(feedNames.changes, t('feeds.changes'), t('feeds.changesLead'), pages.feeds, changes),
    ...h.audiences.map((a) =>
      feed(
        feedNames.audience(a.id),
        t('feeds.audience', { name: a.data.title }),
        a.data.summary,
        a.address,
        guides(a.guides),
      ),
    ),
    ...h.areas.map((a) =>
      feed(
        feedNames.area(a.id),
        t('feeds.area', { name: a.data.title }),
        a.data.summary,
        a.address,
        guides([...new Set(a.skills.flatMap((s) => s.guides))]),
      ),
    ),
  ];
}

/** Summary and step names as XHTML. */
function body(e: FeedEntry): XmlElement {
  return element(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml' },
    element('p', {}, e.summary),
    element('p', {}, t('feeds.steps')),
    element('ol', {}, ...e.steps.map((s) => element('li', {}, s))),
  );
}

/** The feed as Atom. */
export function atomFile(f: Feed, { site }: Pick<Handbook, 'site'>): string {
  const self = absolute(site.url, feedAddress(f.name, 'xml'));
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'vi' },
      element('id', {}, self),
      element('title', {}, `${f.title} – ${site.name}`),
      element('subtitle', {}, f.about),
      element('updated', {}, moment(f.updated)),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: 'vi', href: f.page }),
      element('author', {}, element('name', {}, site.owner)),
      element('icon', {}, absolute(site.url, '/bieu-tuong.svg')),
      element('rights', {}, t('site.license')),
      ...f.entries.map((e) =>
        element(
          'entry',
          {},
          element('id', {}, e.id),
          element('title', {}, e.title),
          element('link', { rel: 'alternate', type: 'text/html', hreflang: 'vi', href: e.url }),
          ...(e.published ? [element('published', {}, moment(e.published))] : []),
          element('updated', {}, moment(e.updated)),
          ...e.tags.map((x) => element('category', { term: x.term, label: x.label })),
          element('summary', {}, e.summary),
          ...(e.steps.length > 0 ? [element('content', { type: 'xhtml' }, body(e))] : []),
        ),
      ),
    ),
  );
}

const html = (s: string): string =>
  s.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The feed as JSON Feed 1.1. */
export function jsonFeed(f: Feed, { site }: Pick<Handbook, 'site'>): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${f.title} – ${site.name}`,
    description: f.about,
    home_page_url: f.page,
    feed_url: absolute(site.url, feedAddress(f.name, 'json')),
    language: 'vi',
    authors: [{ name: site.owner }],
    items: f.entries.map((e) => ({
      id: e.id,
      url: e.url,
      title: e.title,
      summary: e.summary,
      content_html: `<p>${html(e.summary)}</p>${e.steps.length > 0 ? `<p>${t('feeds.steps')}</p><ol>${e.steps.map((s) => `<li>${html(s)}</li>`).join('')}</ol>` : ''}`,
      ...(e.image ? { image: e.image } : {}),
      ...(e.published ? { date_published: moment(e.published) } : {}),
      date_modified: moment(e.updated),
      ...(e.tags.length > 0 ? { tags: e.tags.map((x) => x.label) } : {}),
    })),
  };
}
