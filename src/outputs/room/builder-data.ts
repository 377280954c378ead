/** What the session builder gets from the Handbook: guides in short rows, audiences, words. */
import { absolute, pages } from '../../domain/address.ts';
import { packGuide, type BuilderData } from '../../sessions/data.ts';
import type { Guide, Handbook } from '../../handbook/handbook.ts';
import { wordGroup } from '../../words/words.ts';

/** An audience's own id and those of all wider ones. */
function withWider(guide: Guide): string[] {
  const ids = new Set<string>();
  for (const audience of guide.audiences)
    for (let x: typeof audience | undefined = audience; x; x = x.parent) ids.add(x.id);
  return [...ids];
}

export function builderData(handbook: Handbook): BuilderData {
  const audiences = handbook.audiences.map((audience) => [audience.id, audience.data.title] as const);
  const ids = audiences.map(([id]) => id);
  return {
    guides: handbook.guides.map((guide) => {
      const only = guide.data.device;
      return packGuide(
        {
          number: guide.data.number,
          title: guide.data.title,
          minutes: guide.data.minutes,
          risk: guide.data.risk,
          audiences: withWider(guide),
          before: guide.before.map((otherGuide) => otherGuide.data.number),
          ...(only === undefined ? {} : { only }),
        },
        ids,
      );
    }),
    audiences,
    words: wordGroup('builder'),
    address: absolute(handbook.site.url, pages.sessionBuilder),
  };
}
