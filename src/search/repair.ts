/** What a word that the site does not have can stand for: joined words, initials, a slip of the finger. */
import { isSyllable } from '../vietnamese/syllable.ts';
import { splitTone } from '../vietnamese/tone.ts';
import type { PassageIndex } from './passage-index.ts';

/**
 * Folds that a joined word is made of (`dinhdanh` → `dinh danh`), the best split by known neighbours;
 * undefined when there is none.
 */
export function splitJoined(word: string, index: PassageIndex): number[] | undefined {
  const { lexicon } = index;
  interface Split {
    readonly folds: readonly number[];
    readonly score: number;
  }
  const best: (Split | undefined)[] = [{ folds: [], score: 0 }];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start];
      const part = word.slice(start, end);
      const fold = before && lexicon.foldId(part);
      if (!before || fold === undefined || (part.length === 1 && !/\d/.test(part))) continue;
      const last = before.folds[before.folds.length - 1];
      const score =
        before.score -
        3 +
        Math.log(1 + index.uses(fold)) / 4 +
        (last !== undefined && index.pairUses(last, fold) > 0 ? 3 : 0);
      if (score > (best[end]?.score ?? -Infinity)) best[end] = { folds: [...before.folds, fold], score };
    }
  }
  const found = best[word.length];
  if (!found || found.folds.length < 2 || found.folds.length > 6) return undefined;
  // Parts that never stand together anywhere are more likely a slip than two words.
  return found.folds.some(
    (fold, position) => position > 0 && index.pairUses(found.folds[position - 1] ?? fold, fold) > 0,
  )
    ? [...found.folds]
    : undefined;
}

/**
 * The word that a fold most likely is beside its neighbours; the commonest of the fold when they say nothing.
 */
export function likelyWord(
  fold: number,
  before: number | undefined,
  after: number | undefined,
  index: PassageIndex,
): number {
  const counts = new Map<number, number>();
  for (let i = index.foldFirst[fold] ?? 0; i < (index.foldFirst[fold + 1] ?? 0); i++) {
    const place = index.foldPlaces[i] ?? 0;
    const fits =
      (before !== undefined && place > 0 && index.foldAtPlace(place - 1) === before ? 1 : 0) +
      (after !== undefined && index.foldAtPlace(place + 1) === after ? 1 : 0);
    const word = index.stream[place] ?? 0;
    if (fits > 0) counts.set(word, (counts.get(word) ?? 0) + fits);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? index.lexicon.forms[fold]?.[0] ?? 0;
}

/**
 * The phrase of the site whose initials these are, as it stands most often in titles, names and questions:
 * `bhyt` → `bảo hiểm y tế`. Words in, in the writing of `syllables`.
 */
export function spellOut(initials: string, index: PassageIndex): string[] | undefined {
  const length = initials.length;
  if (length < 2 || length > 6 || !/^[a-zđ]+$/.test(initials)) return undefined;
  const { folds, foldOf, words } = index.lexicon;
  const counts = new Map<string, number>();
  const matches = (place: number, letter: string): boolean => {
    const fold = index.foldAtPlace(place);
    if (fold < 0) return false;
    return letter === 'đ'
      ? words[index.stream[place] ?? 0]?.startsWith('đ') === true
      : folds[fold]?.startsWith(letter) === true;
  };
  const starts = (place: number): boolean => {
    for (let k = 0; k < length; k++) if (!matches(place + k, initials.charAt(k))) return false;
    return true;
  };
  for (let p = 0; p + length <= index.stream.length; p++) {
    if (!starts(p)) continue;
    const key = Array.from(index.stream.subarray(p, p + length), (word) => word).join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  // A phrase that crosses a word border is no name; names keep together, so their syllables seldom stand
  // apart.
  let best: string[] | undefined;
  let bestScore = 0;
  for (const [key, uses] of counts) {
    if (uses < 2) continue;
    const ids = key.split(' ').map(Number);
    const isPhrase = ids.every((id) => {
      const { plain, tone } = splitTone(words[id] ?? '');
      return isSyllable(plain, tone);
    });
    if (!isPhrase) continue;
    const rarest = Math.min(...ids.map((id) => index.uses(foldOf[id] ?? 0)));
    const score = uses * (uses / Math.max(rarest, 1));
    if (score > bestScore) {
      bestScore = score;
      best = ids.flatMap((id) => words[id] ?? []);
    }
  }
  return best;
}

/** Edits between two strings, a swap of neighbours counted once; more than `limit` gives `limit + 1`. */
function slips(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let i = 1; i <= first.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= second.length; j++) {
      let distance = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (first[i - 1] === second[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1])
        distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      next.push(distance);
      least = Math.min(least, distance);
    }
    if (least > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[second.length] ?? 0;
}

/** How much two folds belong together in the site's titles and questions. */
const together = (index: PassageIndex, fold: number | undefined, otherFold: number | undefined): number =>
  fold === undefined || otherFold === undefined ? 0 : Math.min(index.pairUses(fold, otherFold, 4), 4);

/** A word as long as this may be mended by its frequency alone, when one letter is wrong. */
const [longEnough, oftenEnough] = [5, 3];

/**
 * Nearest words of the site to a slip, best first, at most three. There has to be proof: a neighbour that it
 * stands beside in the site, or that the site uses it often.
 */
export function nearWords(
  word: string,
  before: number | undefined,
  after: number | undefined,
  index: PassageIndex,
): number[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  const limit = word.length > 6 ? 2 : 1;
  const found: { fold: number; score: number }[] = [];
  index.lexicon.folds.forEach((letters, fold) => {
    if (letters.length < 2 || /\d/.test(letters)) return;
    const distance = slips(word, letters, limit);
    if (distance > limit) return;
    const fit = together(index, before, fold) + together(index, fold, after);
    const often =
      distance === 1 &&
      word.length >= longEnough &&
      letters.startsWith(word.charAt(0)) &&
      index.uses(fold) >= oftenEnough;
    if (fit === 0 && !often) return;
    found.push({
      fold,
      score:
        Math.log(2 + index.uses(fold)) +
        2.5 * fit -
        4 * distance +
        (letters.startsWith(word.charAt(0)) ? 1 : 0),
    });
  });
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((item) => item.fold);
}

/** Spellings that ears and regions mix up, as beginnings and ends of syllables. */
const onsetMix: readonly (readonly string[])[] = [
  ['s', 'x'],
  ['tr', 'ch'],
  ['l', 'n'],
  ['d', 'gi', 'r', 'v'],
  ['gi', 'j'],
  ['qu', 'w'],
  ['ph', 'f'],
  ['k', 'c', 'q'],
  ['h', 'qu', 'g'],
  ['ng', 'ngh'],
  ['g', 'gh'],
];
const endMix: readonly (readonly string[])[] = [
  ['n', 'ng', 'nh'],
  ['t', 'c', 'ch'],
  ['i', 'y'],
  ['ao', 'au'],
  ['iu', 'ieu'],
  ['uu', 'uou'],
  ['ai', 'ay'],
  ['im', 'iem'],
  ['oi', 'uoi'],
];

/**
 * Words of the site that a known but lonely word may stand for: it makes no known pair with its neighbours,
 * the other spelling does.
 */
export function mixedUp(
  fold: number,
  before: number | undefined,
  after: number | undefined,
  index: PassageIndex,
): number[] {
  if (
    together(index, before, fold) + together(index, fold, after) > 0 ||
    (before === undefined && after === undefined)
  )
    return [];
  const word = index.lexicon.folds[fold] ?? '';
  const others = new Set<string>();
  for (const group of onsetMix)
    for (const address of group)
      if (word.startsWith(address))
        for (const text of group) if (text !== address) others.add(text + word.slice(address.length));
  for (const group of endMix)
    for (const address of group)
      if (word.endsWith(address))
        for (const text of group) if (text !== address) others.add(word.slice(0, -address.length) + text);
  return [...others]
    .map((folded) => index.lexicon.foldId(folded))
    .filter((id): id is number => id !== undefined && id !== fold)
    .map((id) => ({ f: id, fit: together(index, before, id) + together(index, id, after) }))
    .filter((item) => item.fit >= 2)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, 2)
    .map((item) => item.f);
}
