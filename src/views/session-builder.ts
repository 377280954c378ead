/** What the session builder gets from the Handbook: guides in short rows, audiences, words. */
import { absolute, pages } from '../domain/address.ts';
import { packGuide, type BuilderData } from '../sessions/data.ts';
import type { Guide, Handbook } from '../handbook/handbook.ts';
import { wordGroup } from '../words/words.ts';

/** A guide about one kind of phone says so in its title. */
function onlyDevice(g: Guide): 'android' | 'iphone' | undefined {
  return /\bAndroid$/.test(g.data.title) ? 'android' : /\biPhone$/.test(g.data.title) ? 'iphone' : undefined;
}

/** An audience's own id and those of all wider ones. */
function withWider(g: Guide): string[] {
  const ids = new Set<string>();
  for (const a of g.audiences) for (let x: typeof a | undefined = a; x; x = x.parent) ids.add(x.id);
  return [...ids];
}

export function builderData(h: Handbook): BuilderData {
  const audiences = h.audiences.map((a) => [a.id, a.data.title] as const);
  const ids = audiences.map(([id]) => id);
  return {
    guides: h.guides.map((g) => {
      const only = onlyDevice(g);
      return packGuide(
        {
          number: g.data.number,
          title: g.data.title,
          minutes: g.data.minutes,
          risk: g.data.risk,
          audiences: withWider(g),
          before: g.before.map((o) => o.data.number),
          ...(only === undefined ? {} : { only }),
        },
        ids,
      );
    }),
    audiences,
    words: wordGroup('builder'),
    address: absolute(h.site.url, pages.sessionBuilder),
  };
}
