/** Guides of an audience by shelf; the audience's own guides come before those written for everybody. */
import type { Audience } from '../handbook/handbook.ts';
import { guideLink, type GuideLink } from './link.ts';

export function audienceShelves(
  a: Audience,
): { readonly id: string; readonly title: string; readonly guides: readonly GuideLink[] }[] {
  const own = new Set([a, ...a.children].map((x) => x.id));
  const shelves = [...new Set(a.guides.map((g) => g.shelf))];
  return shelves.map((s) => {
    const guides = a.guides.filter((g) => g.shelf === s);
    const direct = (g: (typeof guides)[number]): number => (g.audiences.some((x) => own.has(x.id)) ? 0 : 1);
    return {
      id: s.id,
      title: s.data.title,
      guides: [...guides]
        .sort((x, y) => direct(x) - direct(y) || x.data.number - y.data.number)
        .map(guideLink),
    };
  });
}
