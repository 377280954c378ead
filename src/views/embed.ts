/** What the light forms for foreign pages show: one guide, or a list. */
import { embedListAddress, pages } from '../domain/address.ts';
import type { Audience, Guide, Handbook } from '../handbook/handbook.ts';
import type { Block, Inline, Section } from '../markdown/tree.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink } from './link.ts';
import { newestFirst } from './news.ts';

/** A hard word as a plain one: its meaning opens at the foot of the window, and in a frame as tall as its content nobody would see it there. */
const plainTerm = (i: Inline): Inline => (i.kind === 'term' ? { ...i, kind: 'text' } : i);
function plainBlock(b: Block): Block {
  switch (b.kind) {
    case 'paragraph':
      return { ...b, inlines: b.inlines.map(plainTerm) };
    case 'list':
      return { ...b, items: b.items.map((x) => x.map(plainTerm)) };
    case 'table':
      return { ...b, rows: b.rows.map((r) => r.map((c) => c.map(plainTerm))) };
    case 'warning':
    case 'tip':
      return { ...b, blocks: b.blocks.map(plainBlock) };
    case 'screen':
    case 'picture':
      return b;
  }
}

/** What belongs to doing it safely; stories, exercises, troubles and notes for helpers are read in the full guide. */
const shownKinds: readonly Section['kind'][] = ['steps', 'scam-signs', 'safety', 'call'];
export function embeddedBody({ tree }: Guide): {
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
} {
  return {
    intro: tree.intro.map(plainBlock),
    sections: tree.sections
      .filter((s) => shownKinds.includes(s.kind))
      .map((s) => ({
        ...s,
        blocks: s.blocks.map(plainBlock),
        steps: s.steps.map((x) => ({ ...x, blocks: x.blocks.map(plainBlock) })),
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
export const newestList = (h: Pick<Handbook, 'guides'>): EmbedList =>
  list(
    embedListAddress(),
    t('embed.newTitle'),
    t('embed.newPage'),
    t('embed.newLead'),
    pages.guides,
    newestFirst(h.guides),
  );

/** Guides of an audience: what it should do first, then the newest. */
export function audienceList(a: Audience): EmbedList {
  const guides = [...new Set([...a.first, ...newestFirst(a.guides)])];
  return list(
    embedListAddress(a.id),
    t('embed.forTitle', { name: a.data.title }),
    t('embed.forPage', { name: a.data.title }),
    a.data.summary,
    a.address,
    guides,
  );
}
