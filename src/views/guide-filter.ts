/**
 * The list of all guides with filters that work without script: a checked radio button hides what does not
 * fit.
 */
import type { Audience, Guide, Handbook } from '../handbook/handbook.ts';
import { t } from '../words/words.ts';
import { guideLink, type GuideLink } from './link.ts';

/** Groups of readers that the list can be narrowed to. */
export const filterGroups = [
  'can-bo',
  'hoc-sinh-sinh-vien',
  'nguoi-lao-dong',
  'nguoi-cao-tuoi',
  'nguoi-khuyet-tat',
  'tieu-thuong',
  'nguoi-huong-dan',
] as const;
const levels = ['first', 'some', 'sure'] as const;

/** Audiences that are for everybody, in the two senses that content knows. */
const everybody = 'moi-nguoi';
const citizens = 'nguoi-dan';
/** Farmers stand with stallholders in one group. */
const groupOf = (audience: string): string => (audience === 'nong-dan' ? 'tieu-thuong' : audience);

/** A guide in the list, with the groups and the level that it stays visible for. */
interface FilteredGuide extends GuideLink {
  readonly groups: string;
  readonly level: string;
}
export interface GuideListView {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly levels: readonly { readonly id: string; readonly name: string }[];
  readonly shelves: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    readonly guides: readonly FilteredGuide[];
  }[];
}

/**
 * Groups that a guide is for: its audiences with all wider ones; what everybody should read also serves the
 * old and the disabled.
 */
export function groupsOf(guide: Pick<Guide, 'audiences'>): string[] {
  const whom = new Set<string>();
  for (const audience of guide.audiences)
    for (let wider: Audience | undefined = audience; wider; wider = wider.parent) whom.add(groupOf(wider.id));
  const forAll = whom.has(everybody) || guide.audiences.some((audience) => audience.id === citizens);
  return [...whom, ...(forAll ? ['nguoi-cao-tuoi', 'nguoi-khuyet-tat'] : [])];
}

/** All guides by shelf, with what they are filtered by. */
export function guideList(handbook: Pick<Handbook, 'topics' | 'tracks'>): GuideListView {
  return {
    groups: filterGroups.map((id) => ({ id, name: t(`lists.group_${id}`) })),
    levels: [
      { id: levels[0], name: t('guide.levelFirst') },
      { id: levels[1], name: t('guide.levelSome') },
      { id: levels[2], name: t('guide.levelSure') },
    ],
    shelves: [...handbook.topics, ...handbook.tracks]
      .filter((shelf) => shelf.guides.length > 0)
      .map((shelf) => ({
        id: shelf.id,
        title: shelf.data.title,
        href: shelf.address,
        guides: shelf.guides.map((guide) => ({
          ...guideLink(guide),
          groups: groupsOf(guide).join(' '),
          level: guide.data.level,
        })),
      })),
  };
}

/** One fixed text, so that one hash in the policy allows it. */
export const filterStyle = [
  ...filterGroups.map((group) => `html:has(#ai-${group}:checked) .filtered li:not([data-ai~=${group}])`),
  ...levels.map((level) => `html:has(#muc-${level}:checked) .filtered li:not([data-muc=${level}])`),
]
  .join(',')
  .concat('{display:none}');
