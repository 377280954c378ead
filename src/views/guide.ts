/** What a guide page shows around its body. */
import { isStale, addDays } from '../handbook/schedule.ts';
import type { Guide } from '../handbook/handbook.ts';
import type { Block } from '../markdown/tree.ts';
import type { Source } from '../schemas/fields.ts';
import { t } from '../words/words.ts';
import { guideLink, taskLink, type GuideLink, type Link } from './link.ts';

export interface GuideView {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
  readonly level: string;
  readonly audiences: readonly Link[];
  readonly parts: readonly Link[];
  readonly skills: readonly Link[];
  readonly before: readonly GuideLink[];
  readonly next: readonly GuideLink[];
  readonly seeAlso: readonly GuideLink[];
  readonly workstreams: readonly Link[];
  readonly tasks: readonly Link[];
  readonly moreTasks: number;
  readonly sources: readonly Source[];
  readonly checked: string;
  /** Whether a line drawing stands in it; only then does the page carry their style. */
  readonly pictures: boolean;
  /** Day by which it had to be checked again, when that has passed. */
  readonly stale?: string;
}

/** Tasks listed by name beside a guide; the rest is a count. */
const tasksShown = 4;

export function levelWords(level: Guide['data']['level']): string {
  return level === 'first'
    ? t('guide.levelFirst')
    : level === 'some'
      ? t('guide.levelSome')
      : t('guide.levelSure');
}

const hasPicture = (blocks: readonly Block[]): boolean =>
  blocks.some(
    (b) => b.kind === 'picture' || ((b.kind === 'warning' || b.kind === 'tip') && hasPicture(b.blocks)),
  );

/** `today` is passed in, so that a page of a given day is always the same. */
export function guideView(g: Guide, today: string): GuideView {
  const d = g.data;
  // One task of each plan first, so that a reader sees the own province beside the ministry.
  const seen = new Set<string>();
  const spread = [...g.tasks].sort((a, b) => Number(d.tasks.includes(b.id)) - Number(d.tasks.includes(a.id)));
  const firstOfPlan = spread.filter((x) => !seen.has(x.plan.id) && seen.add(x.plan.id));
  const shown = [...firstOfPlan, ...spread.filter((x) => !firstOfPlan.includes(x))].slice(0, tasksShown);
  return {
    number: d.number,
    title: d.title,
    summary: d.summary,
    minutes: d.minutes,
    level: levelWords(d.level),
    audiences: g.audiences.map((a) => ({ href: a.address, text: a.data.title })),
    parts: g.tree.sections.map((s) => ({ href: `#${s.id}`, text: s.title })),
    skills: g.skills.map((s) => ({ href: s.address, text: s.data.title })),
    before: g.before.map(guideLink),
    next: g.next.map(guideLink),
    seeAlso: g.seeAlso.map(guideLink),
    workstreams: g.workstreams.map((w) => ({ href: w.address, text: w.data.title })),
    tasks: shown.map(taskLink),
    moreTasks: g.tasks.length - shown.length,
    sources: d.sources,
    checked: d.checked,
    pictures: [
      g.tree.intro,
      ...g.tree.sections.flatMap((x) => [
        x.blocks,
        ...x.steps.map((y) => y.blocks),
        ...x.cases.map((y) => y.blocks),
      ]),
    ].some(hasPicture),
    ...(isStale(d.checked, d.reviewEvery, today) ? { stale: addDays(d.checked, d.reviewEvery) } : {}),
  };
}
