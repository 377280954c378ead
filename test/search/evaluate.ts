/** Runs the evaluation sets against an index. */
import { certainty, pagesToRead, rankPassages } from '../../src/search/answer.ts';
import type { PageText } from '../../src/search/format.ts';
import type { PassageIndex } from '../../src/search/passage-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { textFile } from '../../src/search/text-file.ts';
import { assistantQuestions, outOfScope } from './assistant-questions.ts';
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

/** Figures of the helper. */
export interface HelperFigures {
  readonly page1: number;
  readonly passage1: number;
  readonly passage3: number;
  readonly auc: number;
  readonly inScope: readonly number[];
  readonly outside: readonly number[];
  readonly missed: readonly string[];
}

export function helperFigures(index: PassageIndex, texts: ReadonlyMap<string, PageText>): HelperFigures {
  let page1 = 0,
    passage1 = 0,
    passage3 = 0;
  const inScope: number[] = [];
  const missed: string[] = [];
  for (const question of assistantQuestions) {
    const query = readQuery(question.q, index);
    const ranked = rank(query, index);
    inScope.push(certainty(query, ranked));
    const pages = pagesToRead(ranked, index);
    const read = new Map(
      pages.flatMap((page) => {
        const text = texts.get(textFile(present(index.pages[page.page], 'an item of pages')));
        return text ? [[page.page, text] as const] : [];
      }),
    );
    const found = rankPassages(query, index, pages, read);
    const place =
      found.findIndex((passage) =>
        question.answers.some(
          ([number, ...ids]) =>
            present(index.pages[passage.page], 'an item of pages').number === number &&
            ids.includes(passage.passage.id),
        ),
      ) + 1;
    if (question.answers.some(([number]) => index.pages[ranked[0]?.page ?? -1]?.number === number)) page1++;
    if (place === 1) passage1++;
    if (place > 0 && place <= 3) passage3++;
    else missed.push(question.q);
  }
  const outside = outOfScope.map((raw) => {
    const query = readQuery(raw, index);
    return certainty(query, rank(query, index));
  });
  const length = assistantQuestions.length;
  const auc =
    inScope
      .flatMap((value) => outside.map((certainty) => (value > certainty ? 1 : value === certainty ? 0.5 : 0)))
      .reduce<number>((total, value) => total + value, 0) /
    (inScope.length * outside.length);
  return {
    page1: page1 / length,
    passage1: passage1 / length,
    passage3: passage3 / length,
    auc,
    inScope,
    outside,
    missed,
  };
}
