/**
 * Reads what a sentence says about danger, slot by slot: who asks, for what, what has happened, how long ago,
 * to whom, what harm; and whether it tells of something else (news, teaching, what if, how to prevent).
 * What is said then is fixed and was read by people. Pure.
 */
import { fold } from '../vietnamese/diacritics.ts';
import { featuresOf, likelihoods, likeliestBox, type DangerModel } from './danger-model.ts';
import { syllables, syllablesAsked } from './syllables.ts';

/** One way in which a thing can have happened: any of `signs`, whose pieces must all be said. */
interface HappenedRule {
  /** Emergency that opens. */
  readonly box: string;
  readonly signs: readonly (readonly string[])[];
  /** Pieces of which none may be said. */
  readonly unless?: readonly string[] | undefined;
  readonly harm?: string | undefined;
  /** Address of the guide that tells what to do. */
  readonly guide?: string | undefined;
  /** The pieces stand within so many syllables. */
  readonly near?: number | undefined;
  /** The pieces stand in this order, with at most so many syllables between them. */
  readonly gap?: number | undefined;
  /** Besides the sign nothing is said but these pieces. */
  readonly only?: readonly string[] | undefined;
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
  /** Emergency → pieces of which one must be said before what was learnt may open it. */
  readonly evidence: Readonly<Record<string, readonly string[]>>;
  readonly answers: readonly DangerAnswer[];
  /** What was learnt from sentences; without it the slots alone decide. */
  readonly model?: DangerModel;
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
  /** Address of the guide that tells what to do about what has happened; empty when there is none. */
  readonly guide: string;
  /** What else the sentence is: news, teaching, hypothetical …; empty when it is none of these. */
  readonly frame: string;
}

const slots = ['who', 'wants', 'whom', 'ago', 'frame'] as const;
/** Pieces that together make a sign stand within so many syllables. */
const withinSyllables = 16;
/** Frames in which nothing has happened to anybody here. */
const tellsOther = ['news', 'teaching', 'prevent', 'settled', 'negated'];

/** A phrase that authors wrote, and the piece that it says: "give", "wants.ma". */
interface Phrase {
  readonly piece: string;
  readonly words: readonly string[];
}
/** Phrases by their first syllable. */
type Phrasebook = ReadonlyMap<string, readonly Phrase[]>;

/** All phrases with their marks, and all without. */
interface Phrasebooks {
  readonly marked: Phrasebook;
  readonly folded: Phrasebook;
  /** Pieces that only fill a sentence of which nothing else is said. */
  readonly fillers: ReadonlySet<string>;
}
const booksOf = new WeakMap<DangerWords, Phrasebooks>();

/** The phrases of a lexicon, sorted once. */
function phrasebooks(lexicon: DangerWords): Phrasebooks {
  const known = booksOf.get(lexicon);
  if (known) return known;
  const lists = [
    ...Object.entries(lexicon.parts),
    ...slots.flatMap((slot) =>
      Object.entries(lexicon[slot]).map(([value, list]) => [`${slot}.${value}`, list] as const),
    ),
  ];
  const all = lists.flatMap(([piece, list]) => list.map((text) => ({ piece, words: syllables(text) })));
  const books = {
    marked: byFirst(all),
    folded: byFirst(all.map(({ piece, words }) => ({ piece, words: words.map(fold) }))),
    fillers: new Set(
      Object.values(lexicon.happened).flatMap((rules) => rules.flatMap(({ only }) => only ?? [])),
    ),
  };
  booksOf.set(lexicon, books);
  return books;
}

function byFirst(phrases: readonly Phrase[]): Phrasebook {
  const book = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const first = phrase.words[0] ?? '';
    const found = book.get(first);
    if (found) found.push(phrase);
    else book.set(first, [phrase]);
  }
  return book;
}

/** Where a phrase begins, and the place behind it. */
interface Place {
  readonly begin: number;
  readonly end: number;
}

/** Those of a list that come right behind one of the places found before. */
const following = (before: readonly Place[], list: readonly Place[], gap: number): readonly Place[] =>
  list.filter(({ begin }) => before.some(({ end }) => begin >= end && begin - end <= gap));

const hasMarks = (text: string): boolean => /[^\x00-\x7f]/.test(text);

/** Where pieces stand in a sentence. What was typed with marks anywhere is read with its marks. */
class Sentence {
  readonly #words: readonly string[];
  readonly #places = new Map<string, Place[]>();
  readonly #fillers: ReadonlySet<string>;

  constructor(raw: string, lexicon: DangerWords) {
    const words = syllablesAsked(raw.slice(0, 400));
    const books = phrasebooks(lexicon);
    const book = words.some(hasMarks) ? books.marked : books.folded;
    this.#words = words;
    this.#fillers = books.fillers;
    this.#scan(words, book);
    const harmless = this.places('harmless');
    if (harmless.length === 0) return;
    this.#places.clear();
    const covered = (at: number): boolean => harmless.some((place) => at >= place.begin && at < place.end);
    this.#scan(
      words.map((word, at) => (covered(at) ? '' : word)),
      book,
    );
  }

  /** Places of a piece: "give", "wants.ma", "wants" for any of them, "just+give" for one after the other. */
  places(piece: string): readonly Place[] {
    const [first = '', behind] = piece.split('+');
    if (behind !== undefined) return following(this.places(first), this.places(behind), 1);
    return this.#places.get(first) ?? [];
  }

  has(piece: string): boolean {
    return this.places(piece).length > 0;
  }

  /** In syllables. */
  get length(): number {
    return this.#words.length;
  }

  /** What the learnt part reads: syllables, and single pieces that are said but for fillers. */
  traits(): ReadonlySet<string> {
    return featuresOf(
      this.#words,
      [...this.#places.keys()].filter((piece) => !this.#fillers.has(piece)),
    );
  }

  /** The value of a slot that is said; the longest phrase decides, then the earlier value. */
  value(slot: (typeof slots)[number], values: Phrases, none: string): string {
    let best = none;
    let longest = 0;
    for (const value of Object.keys(values))
      for (const { begin: at, end } of this.places(`${slot}.${value}`))
        if (end - at > longest) {
          best = value;
          longest = end - at;
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
      others.every((list) => list.some((place) => Math.abs(place.begin - anchor.begin) <= near)),
    );
  }

  /** Whether every syllable belongs to one of the pieces. */
  isOnly(pieces: readonly string[]): boolean {
    const places = pieces.flatMap((piece) => this.places(piece));
    return this.#words.every((_, at) => places.some(({ begin, end }) => at >= begin && at < end));
  }

  /** Whether the last syllable is among those of a piece. */
  endsWith(piece: string): boolean {
    return this.places(piece).some(({ end }) => end === this.length);
  }

  #scan(words: readonly string[], book: Phrasebook): void {
    for (const [at, word] of words.entries())
      for (const phrase of book.get(word) ?? []) {
        if (!phrase.words.every((each, place) => words[at + place] === each)) continue;
        const found = { begin: at, end: at + phrase.words.length };
        this.#put(phrase.piece, found);
        if (phrase.piece.includes('.')) this.#put(phrase.piece.replace(/\..*/, ''), found);
      }
  }

  #put(piece: string, place: Place): void {
    const found = this.#places.get(piece);
    if (found) found.push(place);
    else this.#places.set(piece, [place]);
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
        rule.signs.some(
          (sign) =>
            sentence.holds(sign, rule.near, rule.gap) &&
            (rule.only === undefined || sentence.isOnly([...sign, ...rule.only])),
        ) &&
        rule.unless?.some((piece) => sentence.has(piece)) !== true
      )
        return { ...rule, name };
  return undefined;
}

/** Whether somebody asks if they should: a form of asking, or somebody who demands. */
function asksWhether(sentence: Sentence, { asked }: DangerWords): boolean {
  if (!asked.some((sign) => sentence.holds(sign))) return false;
  const demanded = sentence.has('who') && sentence.has('press');
  return sentence.has('advice') || sentence.endsWith('ends-asking') || demanded;
}

/** The features of a sentence, for what is learnt. */
export const dangerFeatures = (raw: string, lexicon: DangerWords): ReadonlySet<string> =>
  new Sentence(raw, lexicon).traits();

/** Fewer syllables than these are a word that is looked up, and only the slots judge it. */
const leastToWeigh = 3;

/**
 * Corrects what the slots say where what was learnt speaks clearly against it. An emergency that wants
 * evidence is not opened without it: “mẹ em bị …” is no child, and the next likely one opens.
 */
function weigh(read: Danger, sentence: Sentence, model: DangerModel, evidence: Phrases): Danger {
  if (sentence.length < leastToWeigh) return read;
  if (read.kind === 'box' && pressing.includes(read.happened)) return read;
  const features = sentence.traits();
  const { none, should, box } = likelihoods(features, model, read.kind);
  if (none >= model.quiet) return { ...read, kind: 'none', box: '' };
  if (should > box) return { ...read, kind: 'should', box: '' };
  const shown = (box: string): boolean => evidence[box]?.some((piece) => sentence.has(piece)) ?? true;
  return { ...read, kind: 'box', box: read.box || likeliestBox(features, model, shown) };
}

/** Whether a sentence tells of something else: news, teaching, what is over. */
const tellsOf = (sentence: Sentence): boolean => tellsOther.some((name) => sentence.has(`frame.${name}`));

/** Reads one sentence by its slots alone. */
export function readDanger(raw: string, lexicon: DangerWords): Danger {
  const sentence = new Sentence(raw, lexicon);
  const frame = sentence.value('frame', lexicon.frame, '');
  const event = happenedIn(sentence, lexicon);
  const read = {
    who: sentence.value('who', lexicon.who, 'none'),
    wants: sentence.value('wants', lexicon.wants, 'none'),
    ago: sentence.value('ago', lexicon.ago, 'none'),
    whom: sentence.value('whom', lexicon.whom, 'minh'),
    happened: event?.name ?? 'none',
    harm: event?.harm ?? 'none',
    guide: event?.guide ?? '',
    frame,
  };
  // One syllable is looked up, unless it is a cry for help.
  if ((sentence.length < 2 && !event?.only) || tellsOf(sentence)) return { ...read, kind: 'none', box: '' };
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
  if (name.startsWith('da-') && !slip && sentence.has('frame.averted')) return false;
  return (
    slip ||
    sentence.has('aftermath') ||
    !asks ||
    !(sentence.has('advice') || sentence.endsWith('ends-asking'))
  );
}

/**
 * What search understood, in letters of one kind: what it added to words without marks is without marks too.
 * What is learnt reads this, when it is fitted as when it judges.
 */
export const inOneHand = (raw: string, understood: string): string =>
  hasMarks(raw) ? understood : fold(understood);

/**
 * Reads a question as typed, then as search understands it: left-over Telex, short forms. What was learnt has
 * the last word.
 */
export function dangerOf(raw: string, understood: string, lexicon: DangerWords): Danger {
  const alike = inOneHand(raw, understood);
  const texts = [...new Set([raw, understood, alike])];
  const reads = texts.map((text) => readDanger(text, lexicon));
  const read = reads.find(({ kind }) => kind !== 'none') ?? reads[1] ?? readDanger(raw, lexicon);
  const { model, evidence } = lexicon;
  return model ? weigh(read, new Sentence(alike, lexicon), model, evidence) : read;
}

/** The fixed words for what is wanted. */
export function answerTo({ wants }: Danger, { answers }: DangerWords): DangerAnswer | undefined {
  return (
    answers.find((answer) => answer.wants.includes(wants)) ??
    answers.find((answer) => answer.wants.includes('none'))
  );
}
