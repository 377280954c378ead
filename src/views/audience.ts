/** What the page of an audience shows, and in which order. */
import type { Audience } from '../handbook/handbook.ts';
import { guideLink, type GuideLink } from './link.ts';

/** Officials and helpers come for their duties; everybody else for a guide. */
export const dutiesFirst = ({ data }: Pick<Audience, 'data'>): boolean =>
  data.group === 'officials' || data.group === 'helpers';

/** Guides of an audience by shelf; the audience's own guides come before those written for everybody. */
export function audienceShelves(
  audience: Audience,
): { readonly id: string; readonly title: string; readonly guides: readonly GuideLink[] }[] {
  const own = new Set([audience, ...audience.children].map((child) => child.id));
  const shelves = [...new Set(audience.guides.map((guide) => guide.shelf))];
  return shelves.map((shelf) => {
    const guides = audience.guides.filter((guide) => guide.shelf === shelf);
    const direct = (guide: (typeof guides)[number]): number =>
      guide.audiences.some((audience) => own.has(audience.id)) ? 0 : 1;
    return {
      id: shelf.id,
      title: shelf.data.title,
      guides: [...guides]
        .sort((x, y) => direct(x) - direct(y) || x.data.number - y.data.number)
        .map(guideLink),
    };
  });
}
