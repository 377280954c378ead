/**
 * Order of pages and passages for a question: BM25F over folded syllables and pairs, with evidence of whole
 * questions and names.
 */
import type { Level, PageKind } from './format.ts';
import { intentOf } from './intents.ts';
import { isBody, type PassageIndex } from './passage-index.ts';
import type { Group, Query } from './query.ts';

/** Who reads, if they said so. Kept on the device. */
export interface Reader {
  readonly audience?: string;
  readonly level?: Level;
}
interface RankedPassage {
  readonly passage: number;
  readonly score: number;
}
export interface RankedPage {
  readonly page: number;
  readonly score: number;
  /** Share of the question's weight that the page holds, 0 to 1. */
  readonly coverage: number;
  /** Likeness of the question to the nearest title, name or prepared question of the page, 0 to 1. */
  readonly likeness: number;
  /** The same for title and names alone. */
  readonly named: number;
  /** Best first; only those with any evidence of their own. */
  readonly passages: readonly RankedPassage[];
}

/** Weights by field: title, alias, summary, section title, question, heading, text. */
const pageWeight = [3, 2.5, 1, 1.2, 1.8, 1, 0.8];
const passageWeight = [0, 0, 0, 3, 2.5, 1.6, 0];
const k1 = 1.2;
/** How far the length of a page's text weighs against its words. */
const lengthPart = 0.75;
/** Part of a match with another tone, when a tone was typed. */
const otherTone = 0.45;
const pairPart = 0.9;
const apartPart = 0.4;
const likenessPart = 1.1;
const passagePart = 0.08;
/**
 * What a title is worth that holds the whole question: before a page that has it among its other names, as
 * one word of a matter that many pages touch.
 */
const [wholly, titledPart] = [0.98, 1.2];
/** Fields whose whole wording is compared with the question: title, alias, question, trouble or step. */
const wholeFields = [1, 1, 0, 0.5, 1, 0.5, 0];

/** Strength of a word of the site as an answer to a group; 0 = none. */
type Strength = (word: number) => number;

/** A question ready to be counted; everything by place of the group. */
interface Weighed {
  readonly groups: readonly Group[];
  /** Strengths by fold. */
  readonly tables: readonly ReadonlyMap<number, Strength>[];
  readonly rarities: readonly number[];
  /** Worth of the group to the coverage of the question. */
  readonly share: readonly number[];
  /** Worth of all words that the reader typed. */
  readonly total: number;
}

/** What pages and passages have earned so far, by their places in the index. */
interface Scores {
  readonly page: Float32Array;
  readonly covered: Float32Array;
  readonly passage: Float32Array;
  readonly segmentHit: Float32Array;
  readonly likeness: Float32Array;
  readonly named: Float32Array;
  /** Share of the question's worth that the title holds. */
  readonly titled: Float32Array;
}

/** Room for what one group finds; empty between groups. */
interface Counts {
  readonly tfPage: Float32Array;
  readonly tfPassage: Float32Array;
  readonly bestPage: Float32Array;
  readonly bestSegment: Float32Array;
}

/** All pages with any evidence, best first. */
export function rank(query: Query, index: PassageIndex, reader: Reader = {}): RankedPage[] {
  const pages = index.pages.length;
  const passages = index.passages.length;
  const segments = index.segmentPage.length;
  const weighed = weigh(query, index);
  const scores: Scores = {
    page: new Float32Array(pages),
    covered: new Float32Array(pages),
    passage: new Float32Array(passages),
    segmentHit: new Float32Array(segments),
    likeness: new Float32Array(pages),
    named: new Float32Array(pages),
    titled: new Float32Array(pages),
  };
  const counts: Counts = {
    tfPage: new Float32Array(pages),
    tfPassage: new Float32Array(passages),
    bestPage: new Float32Array(pages),
    bestSegment: new Float32Array(segments),
  };
  for (const at of query.groups.keys()) addGroup(at, weighed, index, scores, counts);
  // Pairs: syllables are not words, two together nearly are. Words one apart count a part: "chuyển khoản
  // nhầm" for "chuyển nhầm".
  for (const [at, group] of query.groups.entries()) {
    if (!group.joined || group.alternatives.length === 0) continue;
    addPair(at, at + 1, pairPart, weighed, index, scores);
    if (query.groups[at + 1]?.joined === true) addPair(at, at + 2, apartPart, weighed, index, scores);
  }
  addLikeness(weighed, index, scores);
  return collect(query, weighed.total, index, scores, reader);
}

/** Strengths of the words of the site for a group, by fold. */
function strengths(group: Group): Map<number, Strength> {
  const by = new Map<number, Strength>();
  for (const alternative of group.alternatives) {
    const before = by.get(alternative.fold);
    const own = (word: number): number =>
      alternative.weight * (alternative.word === undefined || alternative.word === word ? 1 : otherTone);
    by.set(alternative.fold, before ? (word) => Math.max(before(word), own(word)) : own);
  }
  return by;
}

function rarityOf(group: Group, index: PassageIndex): number {
  if (group.alternatives.length === 0) return index.unknownRarity * 0.6;
  const likely = group.alternatives.filter((alternative) => alternative.weight >= 0.5);
  const rarities = likely.map(
    ({ fold, word }) => (word === undefined ? index.rarity[fold] : index.wordRarity[word]) ?? 0,
  );
  return Math.max(...rarities, 0.05);
}

function weigh({ groups }: Query, index: PassageIndex): Weighed {
  const rarities = groups.map((group) => rarityOf(group, index));
  const original = groups.map((group, position) =>
    group.for === undefined ? group.weight * (rarities[position] ?? 0) : 0,
  );
  // What an added word is worth to the coverage of the words it repeats.
  const share = groups.map((group, position) => {
    if (group.for === undefined) return original[position] ?? 0;
    const mates = groups.filter((otherGroup) => otherGroup.for === group.for).length;
    return (0.8 * group.for.reduce((sum, place) => sum + (original[place] ?? 0), 0)) / mates;
  });
  return {
    groups,
    tables: groups.map(strengths),
    rarities,
    share,
    total: original.reduce((a, b) => a + b, 0),
  };
}

/** Weight of a word in a field of a page: words of a long text count less, of a short one more. */
function weightOf(field: number, page: number, index: PassageIndex): number {
  const weight = pageWeight[field] ?? 0;
  if (!isBody(field)) return weight;
  return weight / (1 - lengthPart + (lengthPart * (index.bodyLength[page] ?? 0)) / (index.meanBody || 1));
}

/** Counts one group in titles, names, questions, headings and bodies. */
function addGroup(at: number, weighed: Weighed, index: PassageIndex, scores: Scores, counts: Counts): void {
  const { tfPage, tfPassage, bestPage, bestSegment } = counts;
  const [group, table] = [weighed.groups[at], weighed.tables[at]];
  if (!group || !table || group.alternatives.length === 0) return;
  const touched: number[] = [];
  const touchedPages: number[] = [];
  const touchedPassages: number[] = [];
  const addToPage = (page: number, value: number, weight: number): void => {
    if (tfPage[page] === 0) touchedPages.push(page);
    tfPage[page] = (tfPage[page] ?? 0) + value * weight;
    if (value > (bestPage[page] ?? 0)) bestPage[page] = value;
  };
  for (const [fold, strength] of table) {
    for (let i = index.foldFirst[fold] ?? 0; i < (index.foldFirst[fold + 1] ?? 0); i++) {
      const place = index.foldPlaces[i] ?? 0;
      const segment = index.segmentAt[place] ?? 0;
      const field = index.segmentField[segment] ?? 0;
      const value = strength(index.stream[place] ?? 0);
      const page = index.segmentPage[segment] ?? 0;
      addToPage(page, value, weightOf(field, page, index));
      const passage = index.segmentPassage[segment] ?? -1;
      if (passage >= 0) {
        if (tfPassage[passage] === 0) touchedPassages.push(passage);
        tfPassage[passage] = (tfPassage[passage] ?? 0) + value * (passageWeight[field] ?? 0);
      }
      if (value > (bestSegment[segment] ?? 0)) {
        if (bestSegment[segment] === 0) touched.push(segment);
        bestSegment[segment] = value;
      }
    }
  }
  const worth = group.weight * (weighed.rarities[at] ?? 0);
  const share = weighed.share[at] ?? 0;
  for (const page of touchedPages) {
    const tf = tfPage[page] ?? 0;
    scores.page[page] = (scores.page[page] ?? 0) + (worth * tf) / (k1 + tf);
    scores.covered[page] = (scores.covered[page] ?? 0) + share * (bestPage[page] ?? 0);
    tfPage[page] = 0;
    bestPage[page] = 0;
  }
  for (const passage of touchedPassages) {
    const tf = tfPassage[passage] ?? 0;
    scores.passage[passage] = (scores.passage[passage] ?? 0) + (worth * tf) / (k1 + tf);
    tfPassage[passage] = 0;
  }
  for (const segment of touched) {
    scores.segmentHit[segment] = (scores.segmentHit[segment] ?? 0) + worth * (bestSegment[segment] ?? 0);
    bestSegment[segment] = 0;
  }
}

/** Counts two groups that stand side by side. */
function addPair(
  left: number,
  right: number,
  part: number,
  { groups, tables }: Weighed,
  index: PassageIndex,
  scores: Scores,
): void {
  const [group, next] = [groups[left], groups[right]];
  const [table, nextTable] = [tables[left], tables[right]];
  if (!group || !next || !table || !nextTable) return;
  if (next.for !== group.for || next.alternatives.length === 0) return;
  const pages = index.pages.length;
  const found = new Map<number, number>();
  const inPassage = new Map<number, number>();
  for (const [fold, strength] of table) {
    for (let i = index.foldFirst[fold] ?? 0; i < (index.foldFirst[fold + 1] ?? 0); i++) {
      const place = index.foldPlaces[i] ?? 0;
      const after = index.foldAtPlace(place + 1);
      const other = after < 0 ? undefined : nextTable.get(after);
      if (!other) continue;
      const value = Math.min(strength(index.stream[place] ?? 0), other(index.stream[place + 1] ?? 0));
      const segment = index.segmentAt[place] ?? 0;
      const field = index.segmentField[segment] ?? 0;
      const page = index.segmentPage[segment] ?? 0;
      found.set(page, (found.get(page) ?? 0) + value * weightOf(field, page, index));
      const passage = index.segmentPassage[segment] ?? -1;
      if (passage >= 0)
        inPassage.set(passage, (inPassage.get(passage) ?? 0) + value * (passageWeight[field] ?? 0));
    }
  }
  const worth =
    part *
    Math.sqrt(group.weight * next.weight) *
    Math.log(1 + (pages - found.size + 0.5) / (found.size + 0.5)) *
    (group.for === undefined ? 1 : 0.7);
  for (const [page, tf] of found) scores.page[page] = (scores.page[page] ?? 0) + (worth * tf) / (k1 + tf);
  for (const [passage, tf] of inPassage)
    scores.passage[passage] = (scores.passage[passage] ?? 0) + (worth * tf) / (k1 + tf);
}

/** Likeness to one whole title, name or prepared question. */
function addLikeness({ total }: Weighed, index: PassageIndex, scores: Scores): void {
  if (total <= 0) return;
  for (const [segment, hit] of scores.segmentHit.entries()) {
    if (hit === 0) continue;
    const whole = wholeFields[index.segmentField[segment] ?? 0] ?? 0;
    if (whole === 0) continue;
    const like = (whole * Math.min(hit, total)) / (total + Math.max(0, segmentWeight(index, segment) - hit));
    const page = index.segmentPage[segment] ?? 0;
    if (like > (scores.likeness[page] ?? 0)) scores.likeness[page] = like;
    if (index.segmentField[segment] === 0) scores.titled[page] = Math.min(1, hit / total);
    if ((index.segmentField[segment] ?? 0) < 2 && like > (scores.named[page] ?? 0)) scores.named[page] = like;
    const passage = index.segmentPassage[segment] ?? -1;
    if (passage >= 0)
      scores.passage[passage] = (scores.passage[passage] ?? 0) + likenessPart * total * like * like;
  }
}

/** Pages with any evidence, best first. */
function collect(
  query: Query,
  total: number,
  index: PassageIndex,
  scores: Scores,
  reader: Reader,
): RankedPage[] {
  const intent = intentOf(query.folded);
  const results: RankedPage[] = [];
  for (const [place, page] of index.pages.entries()) {
    const own = scores.page[place] ?? 0;
    if (own === 0) continue;
    const ranked: RankedPassage[] = [];
    for (let passage = page.first; passage < page.first + page.count; passage++) {
      const score = (scores.passage[passage] ?? 0) * (index.passages[passage]?.kind === intent ? 1.25 : 1);
      if (score > 0) ranked.push({ passage, score });
    }
    ranked.sort((a, b) => b.score - a.score);
    const likeness = scores.likeness[place] ?? 0;
    const evidence = own + likenessPart * total * likeness * likeness + passagePart * (ranked[0]?.score ?? 0);
    results.push({
      page: place,
      score:
        evidence *
        ((scores.titled[place] ?? 0) >= wholly ? titledPart : 1) *
        (kindParts[page.kind] ?? 1) *
        readerPart(page, reader),
      coverage: total === 0 ? 0 : Math.min(1, (scores.covered[place] ?? 0) / total),
      likeness,
      named: scores.named[place] ?? 0,
      passages: ranked,
    });
  }
  return results.sort((a, b) => b.score - a.score);
}

/**
 * What stands behind the guide that teaches the thing: a word explained, an easy version, a list.
 * A skill says what guides teach, and a card for an event of life names many things in passing; where words
 * alone speak for both, the guide is first. A number to call stands behind nothing. What is asked for by its
 * very name does not come this way.
 */
const kindParts: Readonly<Partial<Record<PageKind, number>>> = {
  term: 0.65,
  easy: 0.6,
  page: 0.7,
  skill: 0.8,
  event: 0.9,
};

/**
 * A little more for what fits the reader: enough to turn the order of near equals, never to hide an answer.
 */
function readerPart(
  page: { readonly audiences: readonly string[]; readonly level: Level },
  reader: Reader,
): number {
  const forThem = reader.audience !== undefined && page.audiences.includes(reader.audience) ? 1.08 : 1;
  return forThem * (reader.level !== undefined && page.level === reader.level ? 1.06 : 1);
}

const weightsOf = new WeakMap<PassageIndex, Float32Array>();

/** Rarity of all words of a segment together. */
function segmentWeight(index: PassageIndex, segment: number): number {
  let weights = weightsOf.get(index);
  if (!weights) {
    weights = new Float32Array(index.segmentPage.length);
    for (let place = 0; place < index.stream.length; place++) {
      const fold = index.foldAtPlace(place);
      if (fold >= 0)
        weights[index.segmentAt[place] ?? 0] =
          (weights[index.segmentAt[place] ?? 0] ?? 0) +
          (index.rarity[fold] ?? 0) * ((index.rarity[fold] ?? 0) < 1 ? 0.5 : 1);
    }
    weightsOf.set(index, weights);
  }
  return weights[segment] ?? 0;
}
