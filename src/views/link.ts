/** Small shapes that many pages share. */
import { defaultLanguage } from '../domain/language.ts';
import { t } from '../words/words.ts';
import type { Guide, Task, Unit } from '../handbook/handbook.ts';

/** A link with its words. */
export interface Link {
  readonly href: string;
  readonly text: string;
  readonly note?: string;
}
/** A guide in a list. */
export interface GuideLink {
  readonly href: string;
  readonly number: number;
  readonly title: string;
  readonly note: string;
  /** Its language, where that is not the handbook's own. */
  readonly lang?: string;
}

export const guideLink = (guide: Guide): GuideLink => ({
  href: guide.address,
  number: guide.data.number,
  title: guide.data.title,
  note: guide.data.summary,
  ...(guide.data.lang === undefined || guide.data.lang === defaultLanguage ? {} : { lang: guide.data.lang }),
});
export const unitLink = (unit: Unit): Link => ({ href: unit.address, text: unit.data.name });
export const taskLink = (task: Task): Link => ({
  href: task.address,
  text: task.data.title,
  note: t('task.ofPlan', { plan: task.plan.data.short, item: task.data.item }),
});
