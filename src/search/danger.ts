/**
 * Reads what a sentence says about danger, slot by slot: who asks, for what, what has happened, how long ago,
 * to whom, what harm; and whether it tells of something else (news, teaching, what if, how to prevent).
 * What is said then is fixed and was read by people. Pure.
 */
import { fold } from '../vietnamese/text.ts';
import { syllables } from './syllables.ts';

/** One way in which a thing can have happened: any of `signs`, whose pieces must all be said. */
interface HappenedRule {
  /** Emergency that opens. */
  readonly box: string;
  readonly signs: readonly (readonly string[])[];
  /** Pieces of which none may be said. */
  readonly unless?: readonly string[] | undefined;
  readonly harm?: string | undefined;
  /** The pieces stand within so many syllables. */
  readonly near?: number | undefined;
  /** The pieces stand in this order, with at most so many syllables between them. */
  readonly gap?: number | undefined;
}
type Phrases = Readonly<Record<string, readonly string[]>>;

/** Words and signs of danger as authors write them: `content/search/danger.yaml`. */
export interface DangerWords {
  readonly who: Phrases;
  readonly wants: Phrases;
  readonly whom: Phrases;
  readonly ago: Phrases;
  readonly frame: Phrases;
  readonly parts: Phrases;
  readonly happened: Readonly<Record<string, readonly HappenedRule[]>>;
  readonly asked: readonly (readonly string[])[];
  readonly answers: readonly DangerAnswer[];
}
/** What is said when somebody asks whether to give or do something. */
interface DangerAnswer {
  /** Values of the slot "wants"; "none" for anything else. */
  readonly wants: readonly string[];
  readonly says: string;
  /** The guide that tells the rest. */
  readonly guide: { readonly href: string; readonly number: number; readonly title: string };
}

/** What was read. A slot about which nothing was said holds "none" (`whom`: "minh"). */
export interface Danger {
  /** Open the box of an emergency; say the fixed words of "should I"; nothing. */
  readonly kind: 'box' | 'should' | 'none';
  /** The emergency to open; empty unless `kind` is "box". */
  readonly box: string;
  readonly who: string;
  readonly wants: string;
  readonly happened: string;
  readonly ago: string;
  readonly whom: string;
  readonly harm: string;
  /** What else the sentence is: news, teaching, hypothetical …; empty when it is none of these. */
  readonly frame: string;
}

const slots = ['who', 'wants', 'whom', 'ago', 'frame', 'parts'] as const;
/** Pieces that together make a sign stand within so many syllables. */
const withinSyllables = 16;
/** Frames in which nothing has happened to anybody here. */
const tellsOther = ['news', 'teaching', 'prevent', 'settled'];

interface Phrase {
  readonly words: readonly string[];
  readonly folded: readonly string[];
}
const phrasesOf = new WeakMap<readonly string[], readonly Phrase[]>();
/** Phrases as syllables, made once. */
function phrases(list: readonly string[]): readonly Phrase[] {
  let found = phrasesOf.get(list);
  if (!found) {
    found = list.map((text) => {
      const words = syllables(text);
      return { words, folded: words.map(fold) };
    });
    phrasesOf.set(list, found);
  }
  return found;
}

/** Where a phrase begins, and the place behind it. */
interface Place {
  readonly at: number;
  readonly end: number;
}

/** Those of a list that come right behind one of the places found before. */
const following = (before: readonly Place[], list: readonly Place[], gap: number): readonly Place[] =>
  list.filter(({ at }) => before.some(({ end }) => at >= end && at - end <= gap));

const hasMarks = (text: string): boolean => /[^\x00-\x7f]/.test(text);

/** Where pieces stand in a sentence. What was typed with marks anywhere is read with its marks. */
class Sentence {
  readonly #lexicon: DangerWords;
  readonly #words: readonly string[];
  readonly #marked: boolean;
  readonly #places = new Map<string, readonly Place[]>();

  constructor(raw: string, lexicon: DangerWords) {
    this.#lexicon = lexicon;
    this.#words = syllables(raw.slice(0, 400));
    this.#marked = this.#words.some(hasMarks);
  }

  /** Places of one piece: "give", "wants.ma", or "wants" for any of them. */
  places(piece: string): readonly Place[] {
    let found = this.#places.get(piece);
    if (!found) {
      const [slot = '', value] =
        piece.includes('.') || this.#isSlot(piece) ? piece.split('.') : ['parts', piece];
      const known: Phrases = this.#isSlot(slot) ? this.#lexicon[slot] : {};
      const lists = value === undefined ? Object.values(known) : [known[value] ?? []];
      found = lists.flatMap((list) => this.#find(list));
      this.#places.set(piece, found);
    }
    return found;
  }

  has(piece: string): boolean {
    return this.places(piece).length > 0;
  }

  /** The first value of a slot that is said; the longest phrase decides, then the earlier value. */
  value(slot: 'who' | 'wants' | 'whom' | 'ago' | 'frame', none: string): string {
    let best = none;
    let longest = 0;
    for (const [value, list] of Object.entries(this.#lexicon[slot]))
      for (const phrase of phrases(list))
        if (phrase.words.length > longest && this.#at(phrase).length > 0) {
          best = value;
          longest = phrase.words.length;
        }
    return best;
  }

  /** Whether all pieces are said, each on a place of its own, near each other. */
  holds(sign: readonly string[], near = withinSyllables, gap?: number): boolean {
    const places = sign.map((piece) => this.places(piece));
    const [anchors = [], ...others] = places;
    if (gap !== undefined)
      return others.reduce((found, list) => following(found, list, gap), anchors).length > 0;
    return anchors.some((anchor) =>
      others.every((list) => list.some((place) => Math.abs(place.at - anchor.at) <= near)),
    );
  }

  /** Whether the last syllable is among those of a piece. */
  endsWith(piece: string): boolean {
    return this.places(piece).some(({ end }) => end === this.#words.length);
  }

  #isSlot(name: string): name is (typeof slots)[number] {
    return slots.some((slot) => slot === name);
  }

  #find(list: readonly string[]): Place[] {
    return phrases(list).flatMap((phrase) => this.#at(phrase));
  }

  #at({ words, folded }: Phrase): Place[] {
    const found: Place[] = [];
    for (let at = 0; at + words.length <= this.#words.length; at++)
      if (
        words.every((word, place) =>
          this.#marked ? this.#words[at + place] === word : this.#words[at + place] === (folded[place] ?? ''),
        )
      )
        found.push({ at, end: at + words.length });
    return found;
  }
}

/** The first thing of the list that has happened, in the order in which authors wrote them. */
function happenedIn(
  sentence: Sentence,
  { happened }: DangerWords,
): (HappenedRule & { name: string }) | undefined {
  for (const [name, rules] of Object.entries(happened))
    for (const rule of rules)
      if (
        rule.signs.some((sign) => sentence.holds(sign, rule.near, rule.gap)) &&
        rule.unless?.some((piece) => sentence.has(piece)) !== true
      )
        return { ...rule, name };
  return undefined;
}

/** Whether somebody asks if they should: a form of asking, or somebody who demands. */
function asksWhether(sentence: Sentence, { asked }: DangerWords): boolean {
  if (!asked.some((sign) => sentence.holds(sign))) return false;
  const demanded = sentence.has('who') && sentence.has('demand');
  return sentence.has('advice') || sentence.endsWith('ends-asking') || demanded;
}

/** Reads one sentence. */
export function readDanger(raw: string, lexicon: DangerWords): Danger {
  const sentence = new Sentence(raw, lexicon);
  const frame = sentence.value('frame', '');
  const event = happenedIn(sentence, lexicon);
  const read = {
    who: sentence.value('who', 'none'),
    wants: sentence.value('wants', 'none'),
    ago: sentence.value('ago', 'none'),
    whom: sentence.value('whom', 'minh'),
    happened: event?.name ?? 'none',
    harm: event?.harm ?? 'none',
    frame,
  };
  const told = tellsOther.some((name) => sentence.has(`frame.${name}`));
  if (told) return { ...read, kind: 'none', box: '' };
  const slip = sentence.has('slip');
  const asks = asksWhether(sentence, lexicon);
  const open = event && opens(event, sentence, { slip, asks });
  if (event && open) return { ...read, kind: 'box', box: event.box };
  return { ...read, kind: asks && !sentence.has('frame.meaning') ? 'should' : 'none', box: '' };
}

/** Events of the body are never argued away by a form of asking. */
const pressing = ['hai-than-the', 'gap-nan', 'bi-du-do', 'bi-bat-nat'];

/** Whether what was said to have happened is told as a fact about somebody here. */
function opens(
  { name }: { readonly name: string },
  sentence: Sentence,
  { slip, asks }: { readonly slip: boolean; readonly asks: boolean },
): boolean {
  if (sentence.has('frame.meaning')) return false;
  if (sentence.has('frame.hypothetical')) return false;
  if (pressing.includes(name)) return true;
  if (sentence.has('frame.averted')) return false;
  return slip || !asks || !(sentence.has('advice') || sentence.endsWith('ends-asking'));
}

/**
 * Reads a question as typed, then as search understands it: left-over Telex, short forms. What was added to
 * words without marks is read without marks too.
 */
export function dangerOf(raw: string, understood: string, lexicon: DangerWords): Danger {
  const typed = readDanger(raw, lexicon);
  if (typed.kind !== 'none') return typed;
  const seen = readDanger(understood, lexicon);
  return seen.kind === 'none' && !hasMarks(raw) ? readDanger(fold(understood), lexicon) : seen;
}

/** The fixed words for what is wanted. */
export function answerTo({ wants }: Danger, { answers }: DangerWords): DangerAnswer | undefined {
  return (
    answers.find((answer) => answer.wants.includes(wants)) ??
    answers.find((answer) => answer.wants.includes('none'))
  );
}
