/**
 * A second opinion on danger, learnt from sentences that people wrote (`npm run fit-danger`): the slots of
 * `danger.yaml` know what authors thought of, this knows what goes together. A sentence becomes a set of
 * features: pieces that the slots found, and two of them together; its syllables without marks; the same by
 * their sound, two in a row, and two with one between; syllables with marks; four letters in a row, so that a
 * slip leaves most of a word. Each feature has a weight for "should I?", for "it has happened", and for each
 * box. Small enough to go with the words of danger. Pure.
 */
import { fold } from '../vietnamese/diacritics.ts';

/** What is learnt. Weights stand in strings, one letter a bucket, so that they compress well. */
export interface DangerModel {
  /** Weights of "should" and of "box", against nothing. */
  readonly kinds: { readonly should: string; readonly box: string };
  /** What each kind has without any feature. */
  readonly base: { readonly should: number; readonly box: number };
  /** Weights of each emergency, against the others. */
  readonly boxes: Readonly<Record<string, string>>;
  /** A letter's distance from the middle times this is its weight. */
  readonly step: number;
  /** How much more likely a kind is for which the slots speak (a logarithm). */
  readonly trust: number;
  /** Nothing is said where "none" is at least this likely. */
  readonly quiet: number;
}

/** The likelihoods of what a sentence can be; together 1. */
export interface Likelihoods {
  readonly none: number;
  readonly should: number;
  readonly box: number;
}

/** Letters of weights, from the least to the greatest; the middle one is 0. Safe inside JSON. */
export const weightLetters = [...Array(91).keys()]
  .map((place) => String.fromCharCode(35 + place))
  .filter((letter) => letter !== '\\')
  .slice(0, 89)
  .join('');
const middle = (weightLetters.length - 1) / 2;

/** FNV-1a; the number of buckets is the length of a string of weights, a power of two. */
function bucketOf(feature: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at++) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return (hash >>> 0) & (buckets - 1);
}

/** Letters that are heard alike in one region or another, so that "chuyễn" and "giựt" are what was meant. */
const heardAlike: readonly (readonly [RegExp, string])[] = [
  [/^(?:d|gi|v)/, 'z'],
  [/^s/, 'x'],
  [/^tr/, 'ch'],
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^k(?!h)/, 'c'],
  [/^qu/, 'w'],
  [/y/g, 'i'],
  [/n[gh]$/, 'n'],
  [/ch?$/, 't'],
  [/ie/, 'i'],
];
const heard = (plain: string): string =>
  heardAlike.reduce((text, [letters, sound]) => text.replace(letters, sound), plain);

/** Pieces that say more together: what is done, what is wanted, who wants it, what else the sentence is. */
const pairs = (piece: string): boolean => !piece.includes('.') || /^(?:wants|who|frame)\./.test(piece);

/** The features of a sentence: its syllables in order, and the pieces that the slots found in it. */
export function featuresOf(syllables: readonly string[], pieces: Iterable<string>): ReadonlySet<string> {
  const features = new Set<string>();
  const said = [...pieces].sort();
  for (const piece of said) features.add(`P${piece}`);
  for (const [at, piece] of said.filter(pairs).entries())
    for (const other of said.filter(pairs).slice(at + 1)) features.add(`P${piece}&${other}`);
  const plain = syllables.map((syllable) => (/^\d/.test(syllable) ? '#' : fold(syllable)));
  for (const syllable of plain) features.add(`p${syllable}`);
  const line = ['^', ...plain.map(heard), '$'];
  for (const [at, syllable] of line.entries()) {
    features.add(syllable);
    const [next, second] = [line[at + 1], line[at + 2]];
    if (next !== undefined) features.add(`${syllable} ${next}`);
    if (second !== undefined) features.add(`${syllable} . ${second}`);
  }
  for (const syllable of syllables) if (fold(syllable) !== syllable) features.add(`m${syllable}`);
  const text = ` ${plain.join(' ')} `;
  for (let at = 4; at <= text.length; at++) features.add(`4${text.slice(at - 4, at)}`);
  return features;
}

/** Buckets of features, each once. */
export const bucketsOf = (features: Iterable<string>, buckets: number): number[] => [
  ...new Set([...features].map((feature) => bucketOf(feature, buckets))),
];

function sum(weights: string, features: ReadonlySet<string>, step: number): number {
  const buckets = bucketsOf(features, weights.length);
  const letters = buckets.reduce(
    (total, bucket) => total + weightLetters.indexOf(weights.charAt(bucket)) - middle,
    0,
  );
  return (letters * step) / Math.sqrt(buckets.length || 1);
}

/** How likely each kind is, when the slots spoke for `said`. */
export function likelihoods(
  features: ReadonlySet<string>,
  model: DangerModel,
  said?: keyof Likelihoods,
): Likelihoods {
  const score = (kind: keyof Likelihoods): number =>
    Math.exp(
      (kind === 'none' ? 0 : model.base[kind] + sum(model.kinds[kind], features, model.step)) +
        (kind === said ? model.trust : 0),
    );
  const [none, should, box] = [score('none'), score('should'), score('box')];
  const all = none + should + box;
  return { none: none / all, should: should / all, box: box / all };
}

/** Of the emergencies that may open, the one that the features speak for most. */
export function likeliestBox(
  features: ReadonlySet<string>,
  { boxes, step }: DangerModel,
  mayOpen: (box: string) => boolean,
): string {
  let [best, most] = ['', -Infinity];
  for (const [box, weights] of Object.entries(boxes)) {
    if (!mayOpen(box)) continue;
    const score = sum(weights, features, step);
    if (score > most) [best, most] = [box, score];
  }
  return best;
}
