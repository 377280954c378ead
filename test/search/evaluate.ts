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

/** Place of the first right guide for each question, by the passage index alone. */
export function passageOutcomes(queries: readonly DevQuery[], index: PassageIndex): Outcome[] {
  return queries.map((d) => {
    const ranked = rank(readQuery(d.q, index), index);
    // A term or another page before the guide counts against it.
    return {
      style: d.style,
      place: ranked.findIndex((r) => d.guides.includes(index.pages[r.page]!.number)) + 1,
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
  for (const a of assistantQuestions) {
    const query = readQuery(a.q, index);
    const ranked = rank(query, index);
    inScope.push(certainty(query, ranked));
    const pages = pagesToRead(ranked, index);
    const read = new Map(
      pages.flatMap((p) => {
        const t = texts.get(textFile(index.pages[p.page]!));
        return t ? [[p.page, t] as const] : [];
      }),
    );
    const found = rankPassages(query, index, pages, read);
    const place =
      found.findIndex((f) =>
        a.answers.some(([n, ...ids]) => index.pages[f.page]!.number === n && ids.includes(f.passage.id)),
      ) + 1;
    if (a.answers.some(([n]) => index.pages[ranked[0]?.page ?? -1]?.number === n)) page1++;
    if (place === 1) passage1++;
    if (place > 0 && place <= 3) passage3++;
    else missed.push(a.q);
  }
  const outside = outOfScope.map((q) => {
    const query = readQuery(q, index);
    return certainty(query, rank(query, index));
  });
  const n = assistantQuestions.length;
  const auc =
    inScope
      .flatMap((a) => outside.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
      .reduce<number>((s, x) => s + x, 0) /
    (inScope.length * outside.length);
  return { page1: page1 / n, passage1: passage1 / n, passage3: passage3 / n, auc, inScope, outside, missed };
}
