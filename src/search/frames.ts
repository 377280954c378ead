/**
 * Words that frame a question more than they say what it is about. They weigh less; they are never removed.
 * Which they are is content: `content/search/question-frames.yaml`.
 */
import { fold } from '../vietnamese/diacritics.ts';
import type { CoreFile } from './format.ts';
import { syllables } from './syllables.ts';

/** Weight of a word inside a form of asking, of a single stop word, and of politeness. */
const [frameWeight, stopWeight, politeWeight] = [0.1, 0.5, 0];

/** A word of a question, as far as its weight goes. */
interface AskedWord {
  readonly text: string;
  /** Its marks are meant: none may be added. */
  readonly marked: boolean;
  /** The word that it most likely is when its marks are not meant. */
  readonly likely: string;
}

interface Wording {
  readonly text: string;
  readonly folded: string;
}
interface Phrase {
  readonly words: readonly Wording[];
  readonly weight: number;
}
interface Known {
  readonly phrases: readonly Phrase[];
  readonly stops: ReadonlySet<string>;
  /** The same without marks. */
  readonly bareStops: ReadonlySet<string>;
}

const wordings = (text: string): Wording[] =>
  syllables(text).map((word) => ({ text: word, folded: fold(word) }));

const knownOf = new WeakMap<CoreFile, Known>();
/** What the file says, as syllables, longest phrase first. */
function known(file: CoreFile): Known {
  let found = knownOf.get(file);
  if (!found) {
    const polite = file.polite.flatMap((phrase) =>
      phrase.includes('{who}') ? file.persons.map((who) => phrase.replace('{who}', who)) : [phrase],
    );
    const phrases: Phrase[] = [
      ...file.frames.map((frame) => ({ words: wordings(frame), weight: frameWeight })),
      ...polite.map((phrase) => ({ words: wordings(phrase), weight: politeWeight })),
    ];
    found = {
      phrases: phrases.sort((a, b) => b.words.length - a.words.length),
      stops: new Set(file.stops.flatMap(syllables)),
      bareStops: new Set(file.stops.flatMap(syllables).map(fold)),
    };
    knownOf.set(file, found);
  }
  return found;
}

/** Whether a word, as typed, may be one that stands beside any other and so tells nothing of it. */
export function isStop(word: string, file: CoreFile): boolean {
  const { stops, bareStops } = known(file);
  return stops.has(word) || bareStops.has(word);
}

/** Whether a phrase stands at a place of the question. A word typed with marks is only that word. */
function stands(phrase: Phrase, at: number, words: readonly AskedWord[], folded: readonly string[]): boolean {
  return phrase.words.every((wording, index) => {
    const word = words[at + index];
    if (!word) return false;
    return word.marked ? word.text === wording.text : folded[at + index] === wording.folded;
  });
}

/** Weight of each word of a question. */
export function frameWeights(words: readonly AskedWord[], file: CoreFile): number[] {
  const { phrases, stops } = known(file);
  const folded = words.map((word) => fold(word.text));
  const weights = words.map((word) => (stops.has(word.marked ? word.text : word.likely) ? stopWeight : 1));
  for (let at = 0; at < words.length; at++) {
    const phrase = phrases.find((candidate) => stands(candidate, at, words, folded));
    if (!phrase) continue;
    weights.fill(phrase.weight, at, at + phrase.words.length);
    at += phrase.words.length - 1;
  }
  // A question of nothing but frame words still asks something.
  return weights.every((weight) => weight < 1)
    ? weights.map((weight) => Math.max(weight * 2, stopWeight))
    : weights;
}
