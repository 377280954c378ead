/** Runs the evaluation sets against an index. */
import type { PassageIndex } from '../../src/search/passage-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import type { Outcome } from './measure.ts';
import type { DevQuery } from './queries.ts';
import { present } from '../present.ts';

/** Place of the first right guide for each question, by the passage index alone. */
export function passageOutcomes(queries: readonly DevQuery[], index: PassageIndex): Outcome[] {
  return queries.map((query) => {
    const ranked = rank(readQuery(query.q, index), index);
    // A term or another page before the guide counts against it.
    return {
      style: query.style,
      place:
        ranked.findIndex((page) =>
          query.guides.includes(present(index.pages[page.page], 'an item of pages').number),
        ) + 1,
      empty: ranked.length === 0,
    };
  });
}
