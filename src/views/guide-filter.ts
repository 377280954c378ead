/**
 * The list of all guides with filters that work without script: a checked radio button hides what does not
 * fit.
 */
import type { Audience, Guide, Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink } from './link.ts';

const levels = ['first', 'some', 'sure'] as const;
const kinds = ['guides', 'market', 'events'] as const;

/** The audience under whose choice a guide of this audience stands. */
const groupOf = ({ id, data }: Audience): string => data.filterWith ?? id;

/** Audiences that the list can be narrowed to, in their order. */
export function filterGroups({ audiences }: Pick<Handbook, 'audiences'>): { id: string; name: string }[] {
  return audiences
    .flatMap(({ id, data }) => (data.filter === undefined ? [] : [{ id, ...data.filter }]))
    .sort((a, b) => a.order - b.order)
    .map(({ id, name }) => ({ id, name }));
}

/** A guide in the list, with the groups and the level that it stays visible for. */
interface FilteredGuide extends GuideLink {
  readonly groups: string;
  readonly level: string;
}
export interface GuideListView {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly shelves: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    /** All guides of a shelf are of one kind. */
    readonly kind: Guide['collection'];
    readonly guides: readonly FilteredGuide[];
  }[];
}

/**
 * Groups that a guide is for: its audiences with all wider ones; what everybody should read also serves the
 * old and the disabled.
 */
export function groupsOf(
  guide: Pick<Guide, 'audiences'>,
  { audiences }: Pick<Handbook, 'audiences'>,
): string[] {
  const whom = new Set<string>();
  for (const audience of guide.audiences)
    for (let wider: Audience | undefined = audience; wider; wider = wider.parent) whom.add(groupOf(wider));
  const forAll = guide.audiences.some(({ data }) => data.meansAll);
  const served = forAll ? audiences.filter(({ data }) => data.servedByAll).map(({ id }) => id) : [];
  return [...whom, ...served];
}

/** All guides by shelf, with what they are filtered by. */
export function guideList(handbook: Pick<Handbook, 'audiences' | 'topics' | 'tracks'>): GuideListView {
  return {
    groups: filterGroups(handbook),
    levels: [
      { id: levels[0], name: t('guide.levelFirst') },
      { id: levels[1], name: t('guide.levelSome') },
      { id: levels[2], name: t('guide.levelSure') },
    ],
    kinds: [
      { id: kinds[0], name: t('kind.guide') },
      { id: kinds[1], name: t('kind.lesson') },
      { id: kinds[2], name: t('kind.event') },
    ],
    shelves: [...handbook.topics, ...handbook.tracks]
      .filter((shelf) => shelf.guides.length > 0)
      .map((shelf) => ({
        id: shelf.id,
        title: shelf.data.title,
        href: shelf.address,
        kind: shelf.guides[0]?.collection ?? kinds[0],
        guides: shelf.guides.map((guide) => ({
          ...guideLink(guide),
          groups: groupsOf(guide, handbook).join(' '),
          level: guide.data.level,
        })),
      })),
  };
}

/** One fixed text for an edition, so that one hash in the policy allows it. */
export const filterStyle = (handbook: Pick<Handbook, 'audiences'>): string =>
  [
    ...filterGroups(handbook).map(
      ({ id }) => `html:has(#ai-${id}:checked) .filtered li:not([data-ai~=${id}])`,
    ),
    ...kinds.map((kind) => `html:has(#loai-${kind}:checked) .filtered .shelf:not([data-loai=${kind}])`),
    ...levels.map((level) => `html:has(#muc-${level}:checked) .filtered li:not([data-muc=${level}])`),
  ]
    .join(',')
    .concat('{display:none}');
