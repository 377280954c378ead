/** What the light forms for foreign pages show: one guide, or a list. */
import { embedListAddress, pages } from '../domain/address.ts';
import type { Audience, Guide, Handbook } from '../handbook/handbook.ts';
import type { Section } from '../markdown/tree.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink } from './link.ts';
import { newestFirst } from './news.ts';

/** What belongs to doing it safely; stories, exercises, troubles and notes for helpers are read in the full guide. */
const shownKinds: readonly Section['kind'][] = ['steps', 'scam-signs', 'safety', 'call'];
export const embeddedSections = (g: Guide): Section[] => g.tree.sections.filter((s) => shownKinds.includes(s.kind));

/** Guides in one list: what a portal has room for. */
const listed = 10;

/** A list for a foreign page. */
export interface EmbedList {
  readonly path: string;
  readonly heading: string;
  /** Title of the document, different for each list. */
  readonly title: string;
  readonly about: string;
  readonly guides: readonly GuideLink[];
  /** Where all of them are. */
  readonly all: string;
}

const list = (path: string, heading: string, title: string, about: string, all: string, guides: readonly Guide[]): EmbedList => ({ path, heading, title, about, all, guides: guides.slice(0, listed).map(guideLink) });

/** Newest guides of all. */
export const newestList = (h: Pick<Handbook, 'guides'>): EmbedList => list(embedListAddress(), t('embed.newTitle'), t('embed.newPage'), t('embed.newLead'), pages.guides, newestFirst(h.guides));

/** Guides of an audience: what it should do first, then the newest. */
export function audienceList(a: Audience): EmbedList {
  const guides = [...new Set([...a.first, ...newestFirst(a.guides)])];
  return list(embedListAddress(a.id), t('embed.forTitle', { name: a.data.title }), t('embed.forPage', { name: a.data.title }), a.data.summary, a.address, guides);
}
