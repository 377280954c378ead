/** What the light forms for foreign pages show: one guide, or a list. */
import { absolute, embedAddress, embedListAddress, numberAddress, pages } from '../../domain/address.ts';
import { stopGuide, type Audience, type Guide, type Handbook } from '../../handbook/handbook.ts';
import type { Block, Inline, Section } from '../../markdown/tree.ts';
import { mapRuns } from '../../markdown/walk.ts';
import { t } from '../../words/words.ts';
import { settingName } from '../../modes/settings.ts';
import { guideLink, type GuideLink } from '../../views/link.ts';
import { newestFirst, newsDay } from '../../views/news.ts';
import { frameCode, guideFrame, heightCode } from './embed.ts';

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
  /** With the day of their news where the list is of what is new. */
  readonly guides: readonly (GuideLink & { readonly day?: string })[];
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
export function newestList(handbook: Pick<Handbook, 'guides'>): EmbedList {
  const newest = newestFirst(handbook.guides);
  const all = list(
    embedListAddress(),
    t('embed.newTitle'),
    t('embed.newPage'),
    t('embed.newLead'),
    pages.guides,
    newest,
  );
  const dated = all.guides.map((guide, index) => {
    const day = newest[index] && newsDay(newest[index]);
    return { ...guide, ...(day === undefined ? {} : { day }) };
  });
  return { ...all, guides: dated };
}

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

/** What the page for editors of other sites shows: one guide as the example, and code to paste. */
export interface EmbeddingView {
  readonly guide: Guide;
  readonly newest: EmbedList;
  readonly codes: Readonly<Record<'guide' | 'list' | 'link' | 'height', string>>;
  /** Address of the example with a display mode. */
  readonly looks: string;
}

/** @throws Error when there is no guide at all */
export function embeddingView(handbook: Handbook): EmbeddingView {
  const { site, guides } = handbook;
  const guide = stopGuide(guides) ?? guides[0];
  if (guide === undefined) throw new Error('Chưa có bài nào để nhúng. (no guide to embed)');
  const newest = newestList(handbook);
  const { sections } = guide.tree;
  const place = sections.flatMap((section) => section.steps)[1] ?? sections[0];
  const number = numberAddress(guide.data.number);
  const link = absolute(site.url, place === undefined ? number : `${number}#${place.id}`);
  return {
    guide,
    newest,
    codes: {
      guide: guideFrame(guide, site),
      list: frameCode(absolute(site.url, newest.path), `${newest.heading} – ${site.name}`),
      link: `<a href="${link}">${guide.data.title}</a>`,
      height: heightCode(site.url),
    },
    looks: `${absolute(site.url, embedAddress(guide.data.number))}?${settingName}=chu-to`,
  };
}
