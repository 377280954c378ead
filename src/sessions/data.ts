/**
 * The guides as the session builder gets them: short rows, because a phone loads them all. Pure; packed in
 * the build, unpacked in the browser.
 */
import type { PlanGuide } from './plan.ts';

const risks = ['none', 'login', 'money'] as const;

/**
 * Number, title, minutes, risk (0 none, 1 login, 2 money), places of its audiences in `audiences`, numbers to
 * be done first, the only device.
 */
export type PackedGuide = readonly [
  number,
  string,
  number,
  0 | 1 | 2,
  readonly number[],
  readonly number[],
  ('android' | 'iphone')?,
];

/** All that the page hands to its script. */
export interface BuilderData {
  readonly guides: readonly PackedGuide[];
  /** Ids of the audiences that can be chosen, with the name in a sentence. */
  readonly audiences: readonly (readonly [string, string])[];
  /** Words of the interface. */
  readonly words: Readonly<Record<string, string>>;
  /** Address of the page, absolute, without a query. */
  readonly address: string;
}

/** A guide to choose from. */
export interface OfferedGuide extends PlanGuide {
  readonly audiences: readonly string[];
}

export function packGuide(guide: OfferedGuide, audiences: readonly string[]): PackedGuide {
  const row = [
    guide.number,
    guide.title,
    guide.minutes,
    risks.indexOf(guide.risk) as 0 | 1 | 2,
    guide.audiences.map((audience) => audiences.indexOf(audience)).filter((index) => index >= 0),
    guide.before,
  ] as const;
  return guide.only === undefined ? row : [...row, guide.only];
}

export function unpackGuides({
  guides,
  audiences,
}: Pick<BuilderData, 'guides' | 'audiences'>): OfferedGuide[] {
  return guides.map(([number, title, minutes, risk, whom, before, only]) => ({
    number,
    title,
    minutes,
    risk: risks[risk],
    audiences: whom.flatMap((index) => audiences[index]?.[0] ?? []),
    before,
    ...(only === undefined ? {} : { only }),
  }));
}
