/**
 * Measures the order of passages on questions by others, typed in four ways. The file is in the form of
 * SQuAD; each paragraph is a page that has nothing but its text. It is read where it lies and never kept.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { buildSearch, type PageSource } from '../../src/outputs/search-index/build.ts';
import { PassageIndex } from '../../src/search/passage-index.ts';
import { readQuery } from '../../src/search/query.ts';
import { rank } from '../../src/search/rank.ts';
import { syllables } from '../../src/search/syllables.ts';
import { fold } from '../../src/vietnamese/diacritics.ts';
import { queryWords } from '../../test/search/index-of-content.ts';
import { telex, vni } from '../../test/search/typing.ts';

const shape = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) }),
      ),
    }),
  ),
});
const cut = 10;
const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['có dấu', (text) => text],
  ['không dấu', fold],
  ['Telex', (text) => telex(text.toLowerCase())],
  ['VNI', (text) => vni(text.toLowerCase())],
];

const page = (context: string, place: number): PageSource => ({
  kind: 'guide',
  number: place + 1,
  address: `/${place}/`,
  title: '',
  level: 'first',
  audiences: [],
  aliases: [],
  summary: '',
  sections: [
    {
      kind: 'intro',
      id: '',
      title: '',
      standing: true,
      heads: [],
      asks: [],
      lines: [{ as: 'p', text: context }],
    },
  ],
});

/** Plain BM25 over folded words and pairs, for comparison: k1 1.2, b .75. */
function plainBm25(texts: readonly string[]): (question: string) => number[] {
  const terms = (text: string): string[] => {
    const words = syllables(text).map(fold);
    return [...words, ...words.slice(1).map((word, place) => `${words[place] ?? ''} ${word}`)];
  };
  const documents = texts.map((text) => {
    const counts = new Map<string, number>();
    for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
    return { counts, length: syllables(text).length };
  });
  const mean = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const rarity = (term: string): number => {
    const having = documents.filter(({ counts }) => counts.has(term)).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  };
  return (question) => {
    const asked = [...new Set(terms(question))].map((term) => ({ term, worth: rarity(term) }));
    const scores = documents.map(({ counts, length }, place) => ({
      place,
      score: asked.reduce((sum, { term, worth }) => {
        const count = counts.get(term) ?? 0;
        return sum + (worth * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / mean));
      }, 0),
    }));
    return scores.sort((one, other) => other.score - one.score).map(({ place }) => place);
  };
}

/** Prints nDCG@10 and the share of first places, by way of typing. */
export function measurePassages(file: string): void {
  const { data } = shape.parse(JSON.parse(readFileSync(file, 'utf8')));
  const paragraphs = data.flatMap((article) => article.paragraphs);
  const built = buildSearch(
    { pages: paragraphs.map(({ context }, place) => page(context, place)), sheets: [], words: queryWords },
    'passages',
  );
  const index = new PassageIndex(built.core, built.body);
  const bm25 = plainBm25(paragraphs.map(({ context }) => context));
  const engines: readonly (readonly [string, (question: string) => number[]])[] = [
    ['sổ tay', (question) => rank(readQuery(question, index), index).map((found) => found.page)],
    ['BM25, từ và cặp từ không dấu', bm25],
  ];
  const questions = paragraphs.flatMap(({ qas }, place) => qas.map(({ question }) => ({ question, place })));
  console.log(
    `${paragraphs.length} đoạn, ${questions.length} câu hỏi. Mỗi ô: nDCG@${cut} / đúng ở dòng 1.\n`,
  );
  console.log(
    `| gõ | ${engines.map(([name]) => name).join(' | ')} |\n|---|${engines.map(() => '---|').join('')}`,
  );
  for (const [way, type] of ways) {
    const cells = engines.map(([, engine]) => {
      const places = questions.map(({ question, place }) => engine(type(question)).indexOf(place));
      const gain = places.reduce((sum, at) => sum + (at >= 0 && at < cut ? 1 / Math.log2(2 + at) : 0), 0);
      const first = places.filter((at) => at === 0).length;
      return `${(gain / places.length).toFixed(3)} / ${(first / places.length).toFixed(3)}`;
    });
    console.log(`| ${way} | ${cells.join(' | ')} |`);
  }
}
