/** What the light forms for foreign pages show: one guide, or a list. */
import { embedListAddress, pages } from '../../domain/address.ts';
import type { Audience, Guide, Handbook } from '../../handbook/handbook.ts';
import type { Block, Inline, Section } from '../../markdown/tree.ts';
import { mapRuns } from '../../markdown/walk.ts';
import { t } from '../../words/words.ts';
import { guideLink, type GuideLink } from '../../views/link.ts';
import { newestFirst } from '../../views/news.ts';

/**
 * A hard word as a plain one: its meaning opens at the foot of the window, and in a frame as tall as its
 * content nobody would see it there.
 */
const plainTerm = (inline: Inline): Inline => (inline.kind === 'term' ? { ...inline, kind: 'text' } : inline);
const plainBlock = (block: Block): Block => mapRuns(block, plainTerm);

/**
 * What belongs to doing it safely; stories, exercises, troubles and notes for helpers are read in the full
 * guide.
 */
const shownKinds: readonly Section['kind'][] = ['steps', 'scam-signs', 'safety', 'call'];
export function embeddedBody({ tree }: Guide): {
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
} {
  return {
    intro: tree.intro.map(plainBlock),
    sections: tree.sections
      .filter((section) => shownKinds.includes(section.kind))
      .map((section) => ({
        ...section,
        blocks: section.blocks.map(plainBlock),
        steps: section.steps.map((step) => ({ ...step, blocks: step.blocks.map(plainBlock) })),
      })),
  };
}

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

const list = (
  path: string,
  heading: string,
  title: string,
  about: string,
  all: string,
  guides: readonly Guide[],
): EmbedList => ({ path, heading, title, about, all, guides: guides.slice(0, listed).map(guideLink) });

/** Newest guides of all. */
export const newestList = (handbook: Pick<Handbook, 'guides'>): EmbedList =>
  list(
    embedListAddress(),
    t('embed.newTitle'),
    t('embed.newPage'),
    t('embed.newLead'),
    pages.guides,
    newestFirst(handbook.guides),
  );

/** Guides of an audience: what it should do first, then the newest. */
export function audienceList(audience: Audience): EmbedList {
  const guides = [...new Set([...audience.first, ...newestFirst(audience.guides)])];
  return list(
    embedListAddress(audience.id),
    t('embed.forTitle', { name: audience.data.title }),
    t('embed.forPage', { name: audience.data.title }),
    audience.data.summary,
    audience.address,
    guides,
  );
}
