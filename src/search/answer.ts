/**
 * Which passage answers: pages by rank, then their passages read in full. Nothing is composed; passages are
 * only chosen.
 */
import { fold } from '../vietnamese/diacritics.ts';
import type { PageText, PassageText } from './format.ts';
import { intentOf } from './intents.ts';
import type { IndexedPage, PassageIndex } from './passage-index.ts';
import { strangeTone, type Group, type Query } from './query.ts';
import type { RankedPage } from './rank.ts';
import { syllables } from './syllables.ts';

/** A passage found, with the share of the question that stands in it. */
export interface FoundPassage {
  readonly page: number;
  readonly passage: PassageText;
  readonly score: number;
  readonly coverage: number;
}

/** How far a question is covered: by the best page, and by the words that the site knows at all. 0 to 1. */
export function certainty(query: Query, ranked: readonly RankedPage[]): number {
  const best = ranked[0];
  if (!best) return 0;
  if (query.groups.length === 0) return 0;
  const fit = Math.max(0, Math.min(1, 0.65 * best.coverage + 0.35 * Math.min(1, best.likeness * 1.6)));
  return fit * (1 - guessCost * guessedShare(query));
}

/** What certainty loses when every word that says something was guessed. */
const guessCost = 0.5;

/** Share of the words that say something that were guessed or that the site does not have so marked. */
function guessedShare({ groups }: Query): number {
  const content = groups.filter((group) => group.for === undefined && group.weight === 1);
  const explained = new Set(groups.flatMap((group) => group.for ?? []));
  const doubtful = content.filter(
    (group) =>
      group.guessed === true ||
      (group.alternatives.every(({ weight }) => weight <= strangeTone) &&
        !explained.has(groups.indexOf(group))),
  );
  return content.length === 0 ? 0 : doubtful.length / content.length;
}

/** Pages whose text is worth reading for an answer, best first. */
export function pagesToRead(ranked: readonly RankedPage[], index: PassageIndex, count = 3): RankedPage[] {
  return ranked.filter((page) => index.page(page.page).kind !== 'term' || page === ranked[0]).slice(0, count);
}

/** Whether a page is found by its name alone: there is no text of it to fetch. Only the whole index tells. */
export const isNameAlone = ({ kind, count }: IndexedPage, { complete }: PassageIndex): boolean =>
  complete && count === 0 && kind !== 'term';

/** Passages of the pages that were read, best first. `texts` by page. */
export function rankPassages(
  query: Query,
  index: PassageIndex,
  pages: readonly RankedPage[],
  texts: ReadonlyMap<number, PageText>,
): FoundPassage[] {
  const intent = intentOf(query.folded);
  const groups = query.groups.filter((group) => group.for === undefined || group.weight >= 0.3);
  const total =
    query.groups.reduce(
      (sum, group) => sum + (group.for === undefined ? group.weight * rarityOf(group, index) : 0),
      0,
    ) || 1;
  const top = pages[0]?.score ?? 1;
  return pages
    .flatMap((rankedPage) => {
      const page = index.page(rankedPage.page);
      const passages = texts.get(rankedPage.page)?.passages ?? [];
      return passages.map((passage, position): FoundPassage => {
        const own =
          rankedPage.passages.find((rankedPassage) => rankedPassage.passage === page.first + position)
            ?.score ?? 0;
        const { score, covered } = evidence(passage, groups, index);
        return {
          page: rankedPage.page,
          passage,
          score:
            (score * 0.6 + own) * kindPart(passage.kind, intent) * (0.4 + (0.6 * rankedPage.score) / top),
          coverage: Math.min(1, covered / total),
        };
      });
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * What a passage's own words hold of the question: its score, and the weight of the groups that it covers.
 */
function evidence(
  passage: PassageText,
  groups: readonly Group[],
  index: PassageIndex,
): { readonly score: number; readonly covered: number } {
  const words = syllables(
    [passage.title, ...passage.lines.flatMap((line) => [line.title ?? '', line.text])].join(' '),
  );
  const folds = words.map((word) => index.lexicon.foldId(fold(word)) ?? -1);
  let score = 0;
  let covered = 0;
  for (const [position, group] of groups.entries()) {
    const worth = group.weight * rarityOf(group, index);
    const next = groups[position + 1];
    let tf = 0;
    let best = 0;
    let pair = 0;
    for (const [place, fold] of folds.entries()) {
      const alternative = group.alternatives.find((candidate) => candidate.fold === fold);
      if (!alternative) continue;
      tf += alternative.weight;
      best = Math.max(best, alternative.weight);
      if (group.joined && next?.alternatives.some((candidate) => candidate.fold === folds[place + 1])) pair++;
    }
    score +=
      (worth * tf) / (tf + 1.2 * (0.5 + (0.5 * folds.length) / 90)) +
      (pair > 0 ? 0.6 * Math.sqrt(worth * group.weight) * Math.min(pair, 2) : 0);
    if (group.for === undefined) covered += worth * best;
  }
  return { score, covered };
}

/** Sections beside the matter itself. */
const beside = ['helper', 'practice', 'homework', 'story'];

/** The question form names a kind of section only when the section has something to say. */
function kindPart(kind: string, intent: string | undefined): number {
  if (kind === intent) return 1.3;
  if (beside.includes(kind)) return 0.7;
  return kind === 'steps' ? 1.1 : 1;
}

function rarityOf(group: Group, index: PassageIndex): number {
  return group.alternatives.length === 0
    ? index.unknownRarity * 0.6
    : Math.max(...group.alternatives.map((alternative) => index.rarity[alternative.fold] ?? 0));
}

/** A line is quoted alone when it is worth so many times the next. */
const farAbove = 1.5;

/**
 * Lines of a passage to show for a question: the matching trouble alone, a sign of fraud alone that speaks
 * far more of it than the others, a list of steps whole, else the first lines.
 */
export function linesToShow(
  passage: PassageText,
  query: Query,
  index: PassageIndex,
  most = 4,
): PassageText['lines'] {
  const score = (text: string): number => {
    const folds = new Set(syllables(text).map((syllable) => index.lexicon.foldId(fold(syllable))));
    return query.groups.reduce(
      (total, group) =>
        total +
        (group.alternatives.some((alternative) => folds.has(alternative.fold))
          ? group.weight * rarityOf(group, index)
          : 0),
      0,
    );
  };
  if (passage.kind === 'steps') return passage.lines;
  const oneOf = passage.kind === 'trouble' || passage.kind === 'scam-signs';
  if (!oneOf && passage.lines.length <= most) return passage.lines;
  const scored = passage.lines.map((line, position) => ({
    line,
    position,
    worth: score(`${line.title ?? ''} ${line.text}`),
  }));
  const ordered = [...scored].sort((one, other) => other.worth - one.worth || one.position - other.position);
  const [best, next] = ordered.map(({ worth }) => worth);
  const alone = passage.kind === 'trouble' || (oneOf && (best ?? 0) > farAbove * (next ?? 0));
  const chosen = new Set(ordered.slice(0, alone ? 1 : most).map(({ position }) => position));
  return scored.filter(({ position }) => chosen.has(position)).map(({ line }) => line);
}
