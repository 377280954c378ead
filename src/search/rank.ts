/**
 * Order of pages and passages for a question: BM25F over folded syllables and pairs, with evidence of whole
 * questions and names.
 */
import type { Level } from './format.ts';
import { intentOf } from './intents.ts';
import type { PassageIndex } from './passage-index.ts';
import type { Group, Query } from './query.ts';

/** Who reads, if they said so. Kept on the device. */
export interface Reader {
  readonly audience?: string;
  readonly level?: Level;
}
export interface RankedPassage {
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
  /** Best first; only those with any evidence of their own. */
  readonly passages: readonly RankedPassage[];
}

/** Weights by field: title, alias, summary, section title, question, heading. */
const pageWeight = [3, 2.5, 1, 1.2, 1.8, 0.5];
const passageWeight = [0, 0, 0, 3, 2.5, 1.6];
const bodyWeight = 0.3;
const k1 = 1.2;
/** Part of a match with another tone, when a tone was typed. */
const otherTone = 0.45;
const pairPart = 0.9;
const apartPart = 0.4;
const likenessPart = 1.1;
const passagePart = 0.08;
/** Fields whose whole wording is compared with the question: title, alias, question, trouble or step. */
const wholeFields = [1, 1, 0, 0.5, 1, 0.5];

/** All pages with any evidence, best first. */
export function rank(query: Query, index: PassageIndex, reader: Reader = {}): RankedPage[] {
  const pages = index.pages.length;
  const passages = index.passages.length;
  const segments = index.segmentPage.length;
  const pageScore = new Float32Array(pages);
  const covered = new Float32Array(pages);
  const passageScore = new Float32Array(passages);
  const segmentHit = new Float32Array(segments);
  const tfPage = new Float32Array(pages);
  const tfPassage = new Float32Array(passages);
  const bestPage = new Float32Array(pages);
  const bestSegment = new Float32Array(segments);

  /** Strength of a word of the site as an answer to a group; 0 = none. */
  const strengths = (group: Group): Map<number, (word: number) => number> => {
    const by = new Map<number, (word: number) => number>();
    for (const alternative of group.alternatives) {
      const before = by.get(alternative.fold);
      const own = (word: number): number =>
        alternative.weight * (alternative.word === undefined || alternative.word === word ? 1 : otherTone);
      by.set(alternative.fold, before ? (word) => Math.max(before(word), own(word)) : own);
    }
    return by;
  };
  const tables = query.groups.map(strengths);
  const rarity = (group: Group): number =>
    group.alternatives.length === 0
      ? index.unknownRarity * 0.6
      : Math.max(
          ...group.alternatives
            .filter((alternative) => alternative.weight >= 0.5)
            .map((alternative) => index.rarity[alternative.fold] ?? 0),
          0.05,
        );
  const rarities = query.groups.map(rarity);
  const original = query.groups.map((group, position) =>
    group.for === undefined ? group.weight * (rarities[position] ?? 0) : 0,
  );
  const total = original.reduce((a, b) => a + b, 0);
  // What an added word is worth to the coverage of the words it repeats.
  const share = query.groups.map((group, position) => {
    if (group.for === undefined) return original[position] ?? 0;
    const mates = query.groups.filter((otherGroup) => otherGroup.for === group.for).length;
    return (0.8 * group.for.reduce((sum, index) => sum + (original[index] ?? 0), 0)) / mates;
  });

  for (const [gi, table] of tables.entries()) {
    const group = query.groups[gi];
    if (!group || group.alternatives.length === 0) continue;
    const touched: number[] = [];
    const touchedPages: number[] = [];
    const touchedPassages: number[] = [];
    for (const [fold, strength] of table) {
      for (let i = index.foldFirst[fold] ?? 0; i < (index.foldFirst[fold + 1] ?? 0); i++) {
        const place = index.foldPlaces[i] ?? 0;
        const segment = index.segmentAt[place] ?? 0;
        const field = index.segmentField[segment] ?? 0;
        const value = strength(index.stream[place] ?? 0);
        const page = index.segmentPage[segment] ?? 0;
        if (tfPage[page] === 0) touchedPages.push(page);
        tfPage[page] = (tfPage[page] ?? 0) + value * (pageWeight[field] ?? 0);
        if (value > (bestPage[page] ?? 0)) bestPage[page] = value;
        const passage = index.segmentPassage[segment] ?? 0;
        if (passage >= 0) {
          if (tfPassage[passage] === 0) touchedPassages.push(passage);
          tfPassage[passage] = (tfPassage[passage] ?? 0) + value * (passageWeight[field] ?? 0);
        }
        if (value > (bestSegment[segment] ?? 0)) {
          if (bestSegment[segment] === 0) touched.push(segment);
          bestSegment[segment] = value;
        }
      }
      for (let i = index.bodyFirst[fold] ?? 0; i < (index.bodyFirst[fold + 1] ?? 0); i++) {
        const page = index.bodyPage[i] ?? 0;
        const value = strength(index.bodyWord[i] ?? 0);
        if (tfPage[page] === 0) touchedPages.push(page);
        tfPage[page] = (tfPage[page] ?? 0) + value * bodyWeight;
        if (value > (bestPage[page] ?? 0)) bestPage[page] = value;
      }
    }
    const worth = group.weight * (rarities[gi] ?? 0);
    for (const page of touchedPages) {
      pageScore[page] = (pageScore[page] ?? 0) + (worth * (tfPage[page] ?? 0)) / (k1 + (tfPage[page] ?? 0));
      covered[page] = (covered[page] ?? 0) + (share[gi] ?? 0) * (bestPage[page] ?? 0);
      tfPage[page] = 0;
      bestPage[page] = 0;
    }
    for (const passage of touchedPassages) {
      passageScore[passage] =
        (passageScore[passage] ?? 0) + (worth * (tfPassage[passage] ?? 0)) / (k1 + (tfPassage[passage] ?? 0));
      tfPassage[passage] = 0;
    }
    for (const score of touched) {
      segmentHit[score] = (segmentHit[score] ?? 0) + worth * (bestSegment[score] ?? 0);
      bestSegment[score] = 0;
    }
  }

  // Pairs: syllables are not words, two together nearly are. Words one apart count a part: "chuyển khoản
  // nhầm" for "chuyển nhầm".
  query.groups.forEach((group, gi) => {
    if (!group.joined || group.alternatives.length === 0) return;
    addPair(gi, gi + 1, pairPart);
    if (query.groups[gi + 1]?.joined === true) addPair(gi, gi + 2, apartPart);
  });

  // Likeness to one whole title, name or prepared question.
  const likeness = new Float32Array(pages);
  if (total > 0) {
    for (let s = 0; s < segments; s++) {
      const hit = segmentHit[s] ?? 0;
      if (hit === 0) continue;
      const whole = wholeFields[index.segmentField[s] ?? 0] ?? 0;
      if (whole === 0) continue;
      const like = (whole * Math.min(hit, total)) / (total + Math.max(0, segmentWeight(index, s) - hit));
      const page = index.segmentPage[s] ?? 0;
      if (like > (likeness[page] ?? 0)) likeness[page] = like;
      const passage = index.segmentPassage[s] ?? 0;
      if (passage >= 0)
        passageScore[passage] = (passageScore[passage] ?? 0) + likenessPart * total * like * like;
    }
  }

  function addPair(left: number, right: number, part: number): void {
    const [group, next] = [query.groups[left], query.groups[right]];
    const [table, nextTable] = [tables[left], tables[right]];
    if (!group || !next || !table || !nextTable || next.for !== group.for || next.alternatives.length === 0)
      return;
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
        found.set(page, (found.get(page) ?? 0) + value * (pageWeight[field] ?? 0));
        const passage = index.segmentPassage[segment] ?? 0;
        if (passage >= 0)
          inPassage.set(passage, (inPassage.get(passage) ?? 0) + value * (passageWeight[field] ?? 0));
      }
    }
    const worth =
      part *
      Math.sqrt(group.weight * next.weight) *
      Math.log(1 + (pages - found.size + 0.5) / (found.size + 0.5)) *
      (group.for === undefined ? 1 : 0.7);
    for (const [page, tf] of found) pageScore[page] = (pageScore[page] ?? 0) + (worth * tf) / (k1 + tf);
    for (const [page, tf] of inPassage)
      passageScore[page] = (passageScore[page] ?? 0) + (worth * tf) / (k1 + tf);
  }

  const intent = intentOf(query.folded);
  const results: RankedPage[] = [];
  for (let p = 0; p < pages; p++) {
    if (pageScore[p] === 0) continue;
    const page = index.page(p);
    const ranked: RankedPassage[] = [];
    for (let n = page.first; n < page.first + page.count; n++) {
      const score = (passageScore[n] ?? 0) * (index.passages[n]?.kind === intent ? 1.25 : 1);
      if (score > 0) ranked.push({ passage: n, score });
    }
    ranked.sort((a, b) => b.score - a.score);
    const score =
      ((pageScore[p] ?? 0) +
        likenessPart * total * (likeness[p] ?? 0) * (likeness[p] ?? 0) +
        passagePart * (ranked[0]?.score ?? 0)) *
      kindPart(page.kind) *
      readerPart(page, reader);
    results.push({
      page: p,
      score,
      coverage: total === 0 ? 0 : Math.min(1, (covered[p] ?? 0) / total),
      likeness: likeness[p] ?? 0,
      passages: ranked,
    });
  }
  return results.sort((a, b) => b.score - a.score);
}

/** Explained words and easy versions stand behind the guide that teaches the thing. */
function kindPart(kind: string): number {
  return kind === 'term' ? 0.65 : kind === 'easy' ? 0.6 : kind === 'page' ? 0.7 : 1;
}

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
