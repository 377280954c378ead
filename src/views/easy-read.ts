/** What an easy-read page shows around its steps, and the list of all of them. */
import type { PictureName } from '../domain/picture-names.ts';
import { addDays, isStale } from '../domain/days.ts';
import type { EasyRead } from '../handbook/handbook.ts';
import type { Link } from './link.ts';

/** A version in a list, with the drawing that stands for it. */
export interface EasyReadLink {
  readonly href: string;
  readonly number: number;
  readonly title: string;
  readonly picture: PictureName;
}

export interface EasyReadView {
  readonly number: number;
  readonly title: string;
  readonly full: Link;
  readonly review: string;
  readonly checked: string;
  /** What the guide teaches, for the description of the page. */
  readonly summary: string;
  /** Day by which it had to be checked again, when that has passed. */
  readonly stale?: string;
  /** Day of the full guide's last check, when this version has not followed. */
  readonly older?: string;
  readonly next: readonly EasyReadLink[];
}

export const easyReadLink = (easyRead: EasyRead): EasyReadLink => ({
  href: easyRead.address,
  number: easyRead.guide.data.number,
  title: easyRead.data.title,
  picture: easyRead.data.picture,
});

/** `today` is passed in, so that a page of a given day is always the same. */
export function easyReadView(easyRead: EasyRead, today: string): EasyReadView {
  const full = easyRead.guide.data;
  return {
    number: full.number,
    title: easyRead.data.title,
    full: { href: easyRead.guide.address, text: full.title },
    review: easyRead.data.review,
    checked: easyRead.data.checked,
    summary: full.summary,
    ...(isStale(easyRead.data.checked, full.reviewEvery, today)
      ? { stale: addDays(easyRead.data.checked, full.reviewEvery) }
      : {}),
    ...(easyRead.data.checked < full.checked ? { older: full.checked } : {}),
    next: easyRead.guide.next.flatMap((guide) => (guide.easyRead ? [easyReadLink(guide.easyRead)] : [])),
  };
}
