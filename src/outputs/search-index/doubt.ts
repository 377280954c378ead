/**
 * How sure the helper may be that what it is about to quote answers the question. Signs of a question, a page
 * that was found and its best passage become one likelihood by weights that `npm run fit-doubt` learns from
 * the part of the sealed sets that may be fitted on. Pure.
 */
import { rankPassages, type FoundPassage } from '../../search/answer.ts';
import type { PageText } from '../../search/format.ts';
import type { PassageIndex } from '../../search/passage-index.ts';
import type { Group, Query } from '../../search/query.ts';
import type { RankedPage } from '../../search/rank.ts';
import { syllables } from '../../search/syllables.ts';
import { fold } from '../../vietnamese/diacritics.ts';
import weights from './doubt-weights.json' with { type: 'json' };

/** What there is to judge a page by. */
interface Evidence {
  readonly query: Query;
  readonly index: PassageIndex;
  /** Pages that may answer, best first. */
  readonly pages: readonly RankedPage[];
  /** The page in question. */
  readonly page: RankedPage;
  /** Its best passage. */
  readonly best: FoundPassage | undefined;
  /** The question says a name that binds, and the pages treat it. */
  readonly named: boolean;
}
export type Signs = Readonly<Record<string, number>>;

/** Learnt: what is likely without any sign; the middle, the spread and the weight of each sign. */
export interface DoubtWeights {
  readonly base: number;
  readonly signs: Readonly<Record<string, readonly number[]>>;
}

/** Below this likelihood the helper says that it is not sure. `npm run fit-doubt` prints by which rule. */
export const sureAt = 0.65;

/** A word that says something: its place among the groups, its worth, and the folds that may stand for it. */
interface Word {
  readonly place: number;
  readonly worth: number;
  readonly strengths: ReadonlyMap<number, number>;
}
/** Two words that stand side by side in the question: place of the first, and how rare that is. */
interface Pair {
  readonly left: number;
  readonly worth: number;
  readonly seen: boolean;
}
interface Asked {
  readonly words: readonly Word[];
  readonly pairs: readonly Pair[];
  readonly total: number;
}

/** From this weight on a word says something, and from this strength on a word is meant. */
const [says, meant] = [0.5, 0.7];
/** What a word that search added is worth for the one that was typed. */
const addedPart = 0.7;

function strengthsOf(groups: readonly Group[], part = 1): Map<number, number> {
  const strengths = new Map<number, number>();
  for (const { alternatives } of groups)
    for (const { fold, weight } of alternatives)
      strengths.set(fold, Math.max(weight * part, strengths.get(fold) ?? 0));
  return strengths;
}

function asked({ groups }: Query, index: PassageIndex): Asked {
  const words = groups.flatMap((group, place): Word[] => {
    if (group.for !== undefined || group.weight < says) return [];
    const added = groups.filter((other) => other.for?.includes(place) === true);
    const rarities = group.alternatives.map((each) => index.rarity[each.fold] ?? 0);
    const rarity = rarities.length === 0 ? index.unknownRarity * 0.8 : Math.max(0.05, ...rarities);
    return [
      {
        place,
        worth: group.weight * rarity,
        strengths: new Map([...strengthsOf(added, addedPart), ...strengthsOf([group])]),
      },
    ];
  });
  const pairs = words.flatMap((word, left): Pair[] => {
    const next = words[left + 1];
    if (next?.place !== word.place + 1) return [];
    const likely = ({ strengths }: Word): number[] =>
      [...strengths].flatMap(([fold, strength]) => (strength >= meant ? [fold] : []));
    const uses = likely(word)
      .flatMap((fold) => likely(next).map((other) => index.pairUses(fold, other, 40)))
      .reduce((sum, count) => sum + count, 0);
    return [{ left, worth: Math.log(1 + index.pages.length / (1 + uses)), seen: uses > 0 }];
  });
  return { words, pairs, total: words.reduce((sum, { worth }) => sum + worth, 0) || 1 };
}

/** What folds of a text hold of the question: share of words, of pairs in a row, the rarest word missing. */
function held({ words, pairs, total }: Asked, folds: readonly number[]) {
  const found = words.map(({ strengths, worth }) => {
    const places = new Set<number>();
    let best = 0;
    for (const [place, each] of folds.entries()) {
      const strength = strengths.get(each);
      if (strength === undefined) continue;
      places.add(place);
      best = Math.max(best, strength);
    }
    return { places, worth: worth * best, missing: worth * (1 - best) };
  });
  const share = found.reduce((sum, { worth }) => sum + worth, 0) / total;
  const inRow = pairs.filter(({ left }) =>
    [...(found[left]?.places ?? [])].some((place) => found[left + 1]?.places.has(place + 1)),
  );
  const worthOf = (list: readonly Pair[]): number => list.reduce((sum, { worth }) => sum + worth, 0);
  return {
    share,
    pairs: pairs.length === 0 ? share : worthOf(inRow) / worthOf(pairs),
    missing: Math.max(0, ...found.map(({ missing }) => missing)),
  };
}

/** Title, other names and questions of a page: what it says that it answers. */
const wholeFields = [0, 1, 4];
const textField = 6;

/** The parts of a page as folds, by kind of field. */
function partsOf(index: PassageIndex, page: number) {
  return index.segmentPage.flatMap((own, segment) => {
    if (own !== page) return [];
    const start = index.segmentStart[segment] ?? 0;
    const end = (index.segmentStart[segment + 1] ?? index.stream.length) - 1;
    const folds = Array.from({ length: Math.max(0, end - start) }, (_, at) => index.foldAtPlace(start + at));
    return [{ field: index.segmentField[segment] ?? 0, folds }];
  });
}

/** How far a name of the page stands in the question, and says something there. */
function inside(folds: readonly number[], { words, total }: Asked, index: PassageIndex): number {
  const weigh = (list: readonly number[]): number =>
    list.reduce((sum, each) => sum + (index.rarity[each] ?? 0), 0);
  const hit = weigh(folds.filter((each) => words.some(({ strengths }) => (strengths.get(each) ?? 0) > says)));
  return hit === 0 ? 0 : (hit / weigh(folds)) ** 2 * Math.min(1, hit / total);
}

/** What a question, a page and its best passage show, by name. */
export function signsOf({ query, index, pages, page, best, named }: Evidence): Signs {
  const question = asked(query, index);
  const { words, pairs, total } = question;
  const lines = best?.passage.lines.flatMap((line) => [line.title ?? '', line.text]) ?? [];
  const text = syllables([best?.passage.title ?? '', ...lines].join(' '));
  const passage = held(
    question,
    text.map((word) => index.lexicon.foldId(fold(word)) ?? -1),
  );
  const parts = partsOf(index, page.page);
  const joined = (wanted: (field: number) => boolean) =>
    held(
      question,
      parts.filter(({ field }) => wanted(field)).flatMap(({ folds }) => [...folds, -1]),
    );
  const names = joined((field) => field < 2);
  const whole = joined(() => true);
  const short = parts.filter(({ field }) => field !== textField);
  const { kind } = index.page(page.page);
  const is = (value: boolean): number => (value ? 1 : 0);
  const next = pages.find((each) => each !== page)?.score ?? 0;
  return {
    coverage: page.coverage,
    likeness: page.likeness,
    passage: passage.share,
    passageMissing: passage.missing,
    names: names.share,
    namesPairs: names.pairs,
    headsPairs: joined((field) => field !== textField).pairs,
    wholePairs: whole.pairs,
    wholeMissing: whole.missing,
    single: Math.max(0, ...short.map(({ folds }) => held(question, folds).share)),
    inside: Math.max(
      0,
      ...short
        .filter(({ field }) => wholeFields.includes(field))
        .map(({ folds }) => inside(folds, question, index)),
    ),
    words: Math.log(1 + words.length),
    total: Math.log(1 + total),
    score: Math.log(1 + page.score),
    perWord: page.score / total,
    gap: Math.min(3, next / (page.score || 1)),
    first: is(pages[0] === page),
    ofTop: page.score / (pages[0]?.score ?? 1),
    pairsSeen: pairs.length === 0 ? 1 : pairs.filter(({ seen }) => seen).length / pairs.length,
    named: is(named),
    guide: is(kind === 'guide' || kind === 'lesson'),
    event: is(kind === 'event'),
    term: is(kind === 'term'),
    call: is(kind === 'call'),
  };
}

/** How likely the page answers, 0 to 1. */
export function likelihood(signs: Signs, learnt: DoubtWeights = weights): number {
  const sum = Object.entries(learnt.signs).reduce(
    (total, [name, [middle = 0, spread = 1, weight = 0]]) =>
      total + (weight * ((signs[name] ?? 0) - middle)) / spread,
    learnt.base,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** The passages of pages that were read, those of the page first that answers most likely, and how likely. */
export function chosen(
  query: Query,
  index: PassageIndex,
  pages: readonly RankedPage[],
  texts: ReadonlyMap<number, PageText>,
  named: boolean,
): { readonly sure: number; readonly found: readonly FoundPassage[] } {
  const all = rankPassages(query, index, pages, texts);
  const judged = pages.flatMap((page) => {
    const best = all.find((passage) => passage.page === page.page);
    return best ? [{ best, sure: likelihood(signsOf({ query, index, pages, page, best, named })) }] : [];
  });
  const [first] = judged.sort((one, other) => other.sure - one.sure);
  if (!first) return { sure: 0, found: all };
  return { sure: first.sure, found: [first.best, ...all.filter((passage) => passage !== first.best)] };
}
