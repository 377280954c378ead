/** What the page of an audience shows, and in which order. */
import type { Audience, Guide } from '../handbook/handbook.ts';
import { easyReadLink, type EasyReadLink } from './easy-read.ts';
import { guideLink, type GuideLink } from './link.ts';

/** Officials and helpers come for their duties; everybody else for a guide. */
export const dutiesFirst = ({ data }: Pick<Audience, 'data'>): boolean =>
  data.group === 'officials' || data.group === 'helpers';

/** How many pictures lead the page of people who read with trouble: what a phone shows at once. */
const mostPictures = 6;

/** Easy reads that lead the page of people who read with trouble: what they need first, then their own. */
export function easyReadsFirst({ data, first, guides, id }: Audience): EasyReadLink[] {
  if (!data.bigRows) return [];
  const own = guides.filter((guide) => guide.audiences.some((audience) => audience.id === id));
  return [...new Set([...first, ...own, ...guides])]
    .flatMap(({ easyRead }) => (easyRead ? [easyReadLink(easyRead)] : []))
    .slice(0, mostPictures);
}

/** Guides for people under threat that are written for this audience: they are red doors at its head. */
export function threatsFirst(audience: Audience): Guide[] {
  const own = new Set([audience, ...audience.children].map(({ id }) => id));
  return audience.guides.filter(
    ({ audiences, data }) => data.quickExit && audiences.some(({ id }) => own.has(id)),
  );
}

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
