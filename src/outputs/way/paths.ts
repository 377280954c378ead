/**
 * Paths that a reader may walk: of the family, of each track, of each audience, of each kind of target that
 * the plans set. Pure.
 */
import { wayAddress } from '../../domain/address.ts';
import { oncePer } from '../../domain/once.ts';
import type { Audience, Check, Drill, Guide, Handbook, PlacedIndicator } from '../../handbook/handbook.ts';
import { stepsOf } from '../../handbook/steps.ts';
import { audienceShelves } from '../../views/audience.ts';
import { indicatorRow } from '../../views/indicators.ts';
import { t } from '../../words/words.ts';
import type { ShortPath } from './code.ts';

/** One thing to learn: a guide, what practises it, what tells whether it is there. */
export interface PathItem {
  readonly guide: Guide;
  readonly drills: readonly Drill[];
  readonly checks: readonly Check[];
}
interface PathPart {
  readonly title?: string;
  readonly items: readonly PathItem[];
}
export const pathKinds = ['family', 'track', 'audience', 'target'] as const;
type PathKind = (typeof pathKinds)[number];
export interface Path {
  readonly kind: PathKind;
  readonly address: string;
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly PathPart[];
  /** Targets that it serves, each as a line with its plan. */
  readonly targets: readonly { readonly text: string; readonly plan: string; readonly href: string }[];
}

/** Vietnamese ends of addresses; they never change. */
export const measureSlugs = { skills: 'ky-nang', confirmed: 'xac-nhan', identity: 'danh-tinh-so' } as const;
type Measure = keyof typeof measureSlugs;

/** Each check stands with the first guide of its skill on the path, each drill with its own. */
function items(guides: readonly Guide[], checks: readonly Check[]): PathItem[] {
  const told = new Set<Check>();
  return [...new Set(guides)].map((guide) => {
    const own = checks.filter((check) => guide.skills.includes(check.skill) && !told.has(check));
    for (const check of own) told.add(check);
    return { guide, drills: guide.drills, checks: own };
  });
}

const numberOf = (path: Path): number => path.parts.reduce((sum, part) => sum + part.items.length, 0);

const familyPath = ({ printKit, checks }: Handbook): Path => ({
  kind: 'family',
  address: wayAddress('gia-dinh'),
  title: t('way.family'),
  lead: t('way.familyLead'),
  parts: [{ items: items(printKit.family, checks) }],
  targets: [],
});

const trackPaths = ({ tracks, checks }: Handbook): Path[] =>
  tracks.map(({ id, data, guides }) => ({
    kind: 'track',
    address: wayAddress(`4t/${id}`),
    title: data.title,
    lead: data.summary,
    parts: [{ items: items(guides, checks) }],
    targets: [],
  }));

/** What was written for an audience, first things first; where nothing was, all of its guides. */
function audienceParts(audience: Audience, checks: readonly Check[]): PathPart[] {
  const own = new Set([audience, ...audience.children]);
  const direct = audience.guides.filter((guide) => guide.audiences.some((one) => own.has(one)));
  const chosen = new Set(direct.length > 0 ? direct : audience.guides);
  const first = new Set(audience.first);
  const all = items([...first, ...chosen], checks);
  const later = Map.groupBy(
    all.filter(({ guide }) => !first.has(guide)),
    ({ guide }) => guide.data.number,
  );
  const rest = audienceShelves(audience).map(({ title, guides }) => ({
    title,
    items: guides.flatMap(({ number }) => later.get(number) ?? []),
  }));
  return [{ title: t('lists.first'), items: all.filter(({ guide }) => first.has(guide)) }, ...rest].filter(
    (part) => part.items.length > 0,
  );
}

const audiencePaths = ({ audiences, checks }: Handbook): Path[] =>
  audiences.map((audience) => ({
    kind: 'audience',
    address: wayAddress(`danh-cho/${audience.id}`),
    title: audience.data.title,
    lead: audience.data.summary,
    parts: audienceParts(audience, checks),
    targets: [],
  }));

/** The easiest guide, then the one with the lower number. */
const easiest = (guides: readonly Guide[]): Guide | undefined =>
  [...guides].sort(
    (one, two) =>
      guideLevels.indexOf(one.data.level) - guideLevels.indexOf(two.data.level) ||
      one.data.number - two.data.number,
  )[0];
const guideLevels: readonly Guide['data']['level'][] = ['first', 'some', 'sure'];

/**
 * One guide a skill, the easiest that the audience has and that no skill before it took. Where the plans
 * count who is confirmed, the guide to the national platform stands in front.
 */
function targetParts(
  audience: Audience,
  measure: Measure,
  { areas, checks, guides, site }: Handbook,
): PathPart[] {
  const platform = site.platform.url.replace(/^https?:\/\/|\/$/g, '');
  const way = guides.find((guide) => stepsOf(guide, 1).some(({ title }) => title.includes(platform)));
  const front = measure === 'confirmed' && way ? [way] : [];
  const used = new Set<Guide>(front);
  const byArea = areas.map(({ data, skills }) => {
    const chosen = skills.flatMap((skill) => {
      const guide = easiest(skill.guides.filter((one) => audience.guides.includes(one) && !used.has(one)));
      if (guide) used.add(guide);
      return guide ? [guide] : [];
    });
    const own = checks.filter(({ skill }) => skills.includes(skill));
    return { title: data.title, items: items(chosen, own) };
  });
  return [{ title: t(`plan.measure_${measure}`), items: items(front, []) }, ...byArea].filter(
    (part) => part.items.length > 0,
  );
}

const targetOf = (placed: PlacedIndicator): Path['targets'][number] => {
  const { year, words, plan, planAddress } = indicatorRow(placed);
  return { text: t('way.target', { year, words }), plan, href: planAddress };
};

function targetPaths(handbook: Handbook): Path[] {
  const kinds = new Map<string, PlacedIndicator[]>();
  for (const placed of handbook.indicators) {
    const { group, measure } = placed.indicator;
    // What is measured otherwise, houses or classes, is nobody's own way.
    if (measure === 'other') continue;
    const key = `${group}/${measureSlugs[measure]}`;
    kinds.set(key, [...(kinds.get(key) ?? []), placed]);
  }
  return [...kinds].flatMap(([key, placed]): Path[] => {
    const [first] = placed;
    if (!first) return [];
    const { audience, indicator } = first;
    if (indicator.measure === 'other') return [];
    const measure = t(`plan.measure_${indicator.measure}`);
    return [
      {
        kind: 'target',
        address: wayAddress(`chi-tieu/${key}`),
        title: t('way.targetTitle', { group: audience.data.title, measure }),
        lead: t('way.targetLead', { n: placed.length }),
        parts: targetParts(audience, indicator.measure, handbook),
        targets: [...placed].sort((one, two) => one.indicator.year - two.indicator.year).map(targetOf),
      },
    ];
  });
}

/** Every path with something on it. */
export const pathsOf = oncePer((handbook: Handbook): readonly Path[] =>
  [
    familyPath(handbook),
    ...trackPaths(handbook),
    ...audiencePaths(handbook),
    ...targetPaths(handbook),
  ].filter((path) => numberOf(path) > 0),
);

/** Paths that a code of eight signs can hold: a track by its range, the family by its list of numbers. */
export const shortPaths = ({ printKit, tracks }: Pick<Handbook, 'printKit' | 'tracks'>): ShortPath[] => [
  ...(printKit.familyNumbers.length > 0 ? [{ key: 0, numbers: printKit.familyNumbers }] : []),
  ...tracks.flatMap(({ data: { numbers } }) => {
    const [from, to] = numbers;
    return from % 10 === 0 && from >= 10 && from < 1010
      ? [{ key: from / 10, numbers: Array.from({ length: to - from + 1 }, (_, place) => from + place) }]
      : [];
  }),
];
