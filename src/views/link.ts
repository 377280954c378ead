/** Small shapes that many pages share. */
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
}

export const guideLink = (g: Guide): GuideLink => ({
  href: g.address,
  number: g.data.number,
  title: g.data.title,
  note: g.data.summary,
});
export const unitLink = (u: Unit): Link => ({ href: u.address, text: u.data.name });
export const taskLink = (x: Task): Link => ({
  href: x.address,
  text: x.data.title,
  note: `${x.plan.data.short}, mục ${x.data.item}`,
});
