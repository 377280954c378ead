/** What a question asks for: typed text → groups of words of the site, each with its weight. */
import { isSyllable } from '../vietnamese/syllable.ts';
import { fromTelex } from '../vietnamese/telex.ts';
import { canonical, splitTone } from '../vietnamese/tone.ts';
import { fold } from '../vietnamese/diacritics.ts';
import { fromVni } from '../vietnamese/vni.ts';
import type { PassageIndex } from './passage-index.ts';
import { likelyWord, mixedUp, nearWords, spellOut, splitJoined } from './repair.ts';
import { frameWeights, isStop } from './frames.ts';
import { documentNumbers } from './identifiers.ts';
import { syllables, syllablesAsked } from './syllables.ts';
import { owns } from '../domain/owns.ts';

/** One word that may stand for a group. */
interface Alternative {
  readonly fold: number;
  /** The exact word meant; other words of the fold then count less. Absent when no marks were typed. */
  readonly word?: number;
  readonly weight: number;
}
export interface Group {
  /** As shown to the reader. */
  readonly text: string;
  /** Empty when the site does not have the word. */
  readonly alternatives: readonly Alternative[];
  readonly weight: number;
  /** What was typed is no word, and another was put in its place: a guess. */
  readonly guessed?: boolean;
  /** Stands right before the next group. */
  readonly joined: boolean;
  /** For words that search added: the groups whose meaning they repeat. */
  readonly for?: readonly number[];
}
export interface Query {
  readonly groups: readonly Group[];
  /** The question as search understands it. */
  readonly shown: string;
  /** Whether that differs from what was typed by more than marks. */
  readonly rewritten: boolean;
  /** The question is what a word means. */
  readonly asksMeaning: boolean;
  /** Syllables as understood, without marks; rules read these. */
  readonly folded: readonly string[];
}
export interface QueryOptions {
  /** The last word is still being typed. */
  readonly typing?: boolean;
  /** Take the words as they stand. */
  readonly literal?: boolean;
}

/** Weight of words that search adds to words the site knows, and to words it does not. */
const addedWeight = 0.35;
const addedForUnknown = 0.8;
/** Weight of a word whose marks the site does not know, as another word of its letters: “chó” for “cho”. */
export const strangeTone = 0.5;

interface Token {
  text: string;
  fold: number | undefined;
  alternatives: Alternative[];
  changed: boolean;
  marked: boolean;
  /** Read by likeness, not by a rule of writing. */
  guessed?: boolean;
  /** Taken as it stands: part of a document's number. */
  fixed?: boolean;
  /** What the word may also mean: added to the question, not put in the place of the word. */
  perhaps?: readonly string[];
}

/** Whether something was typed that a keyboard without Vietnamese cannot write. */
const hasMarks = (word: string): boolean => /[^\x00-\x7f]/.test(word);

/** Places in `typed` of the syllables of document numbers: their letters are no short forms of messages. */
function placesOfNumbers(raw: string, typed: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  let from = 0;
  for (const [number] of raw.matchAll(documentNumbers)) {
    const own = syllables(number);
    for (let at = from; at + own.length <= typed.length; at++) {
      if (!own.every((syllable, index) => typed[at + index] === syllable)) continue;
      own.forEach((_, index) => places.add(at + index));
      from = at + own.length;
      break;
    }
  }
  return places;
}

/** What is known of a question while its syllables are read one by one. */
interface Reading {
  readonly index: PassageIndex;
  readonly typed: readonly string[];
  /** Places that belong to a number or an amount. */
  readonly inNumbers: ReadonlySet<number>;
  /** Whether the reader types tone marks at all; if not, a bare word may be any of its fold. */
  readonly anyMarks: boolean;
  readonly options: QueryOptions;
}

/** A syllable as it stands. */
function known(plain: string, { index: { lexicon }, anyMarks }: Reading): Token {
  const id = lexicon.foldId(fold(plain));
  const word = lexicon.wordId(plain);
  const marked = anyMarks && (/[^\x00-\x7f]/.test(plain) || isSyllable(plain, 0));
  const own = {
    ...(marked && word !== undefined ? { word } : {}),
    weight: marked && word === undefined && hasMarks(plain) ? strangeTone : 1,
  };
  return {
    text: plain,
    fold: id,
    alternatives: id === undefined ? [] : [{ fold: id, ...own }],
    changed: false,
    marked,
  };
}

/** Words of the site for folds, each the likeliest beside its neighbours. */
const fromFolds = (folds: readonly number[], index: PassageIndex): Token[] =>
  folds.map((fold, position): Token => ({
    text: index.lexicon.words[likelyWord(fold, folds[position - 1], folds[position + 1], index)] ?? '',
    fold,
    alternatives: [{ fold, weight: 1 }],
    changed: true,
    marked: false,
  }));

/** What a typed syllable stands for: itself, or a short form, keys, a joined word, initials. */
function tokensOf(syllable: string, position: number, reading: Reading): Token[] {
  const { index, typed, options } = reading;
  const { lexicon, file } = index;
  if (options.literal) return [known(syllable, reading)];
  if (reading.inNumbers.has(position)) return [{ ...known(syllable, reading), fixed: true }];
  const last = options.typing === true && position === typed.length - 1;
  // Only the very letters of the short form: "cá" and "hỏng" are words, whatever "ca" and "hong" stand for
  // in messages.
  const short = last || !owns(file.shorts, syllable) ? undefined : file.shorts[syllable];
  if (short !== undefined) {
    const before = typed[position - 1];
    const after = typed[position + 1];
    const content = after !== undefined && !tellsNothing(after, typed[position + 2], index);
    const long = longOf(short, before, after, content, index);
    return !isWord(syllable, long, index) || isProved(syllable, long, before, after, content, index)
      ? long.map((part) => ({ ...known(part, reading), changed: true }))
      : [{ ...known(syllable, reading), perhaps: long }];
  }
  const own = lexicon.foldId(fold(syllable));
  if (own !== undefined && index.uses(own) > 0) return [known(syllable, reading)];
  if (/^[\x00-\x7f]+$/.test(syllable)) {
    const decoded = decode(syllable, index);
    // A foreign word, or one that only texts have, is read as keys where titles have the decoded word beside
    // its neighbour.
    if (
      decoded?.fold !== undefined &&
      ((own === undefined && !file.foreign.includes(syllable)) ||
        beside(decoded.fold, typed[position - 1], typed[position + 1], index))
    )
      return [decoded];
  }
  if (own !== undefined) return [known(syllable, reading)];
  return (last ? undefined : wordsOfUnknown(syllable, reading)) ?? [known(syllable, reading)];
}

/** Words that an unknown syllable is made of, or whose initials it is; undefined when it is neither. */
function wordsOfUnknown(syllable: string, reading: Reading): Token[] | undefined {
  const { index } = reading;
  const folded = fold(syllable);
  const parts = syllable.length >= 5 || /\d/.test(syllable) ? splitJoined(folded, index) : undefined;
  if (parts && !isSyllable(splitTone(syllable).plain, 0)) {
    const plain = fromFolds(parts, index);
    return hasMarks(syllable)
      ? piecesOf(syllable, parts, index).map((piece, place) =>
          hasMarks(piece)
            ? { ...known(canonical(piece), reading), changed: true }
            : (plain[place] ?? known(piece, reading)),
        )
      : plain;
  }
  const phrase = isSyllable(folded, 0) ? undefined : spellOut(syllable, index);
  return phrase?.map((word) => ({ ...known(word, reading), changed: true }));
}

/** The token with what it may stand for by a slip of the finger, judged by what stands beside it. */
function mended(
  token: Token,
  position: number,
  tokens: readonly Token[],
  { index, options }: Reading,
): Token {
  const before = tokens[position - 1]?.fold;
  const after = tokens[position + 1]?.fold;
  const last = options.typing === true && position === tokens.length - 1;
  if (token.fold !== undefined) {
    const others = token.changed || token.fixed || last ? [] : mixedUp(token.fold, before, after, index);
    return others.length === 0
      ? token
      : {
          ...token,
          alternatives: [...token.alternatives, ...others.map((fold) => ({ fold, weight: 0.7 }))],
        };
  }
  const near =
    last || token.fixed || index.file.foreign.includes(token.text)
      ? []
      : nearWords(fold(token.text), before, after, index).filter(
          (word) => formWith(token.text, word, before, after, index) !== undefined,
        );
  const [nearest] = near;
  if (nearest === undefined) return token;
  // A whole Vietnamese word with its marks is no slip; the site just does not have it.
  const { plain, tone } = splitTone(token.text);
  if ((token.marked || hasMarks(token.text)) && isSyllable(plain, tone))
    return { ...token, alternatives: near.map((word) => ({ fold: word, weight: 0.5 })) };
  return {
    ...token,
    text: formWith(token.text, nearest, before, after, index) ?? token.text,
    fold: nearest,
    alternatives: near.map((word, place) => ({ fold: word, weight: place === 0 ? 0.9 : 0.5 })),
    changed: true,
    guessed: true,
  };
}

/** Adds to the word that is still being typed what it may become. */
function complete(last: Token | undefined, index: PassageIndex): void {
  if (!last || last.text === '') return;
  const start = fold(last.text);
  const longer = index.lexicon.folds
    .map((letters, place) => ({ letters, place }))
    .filter(({ letters }) => letters.startsWith(start) && letters !== start);
  // Shorter completions first: the reader is about to finish the word.
  longer.sort((a, b) => a.letters.length - b.letters.length || index.uses(b.place) - index.uses(a.place));
  const weight = last.alternatives.length > 0 ? 0.5 : 0.9;
  last.alternatives = [
    ...last.alternatives,
    ...longer.slice(0, 24).map(({ place }) => ({ fold: place, weight })),
  ];
}

/** A foreign word as it is written, and how many of the typed syllables it is. */
interface Respelled {
  readonly length: number;
  readonly written: readonly string[];
}

/**
 * Foreign words that were written by ear: “phây búc”, “wai fai”. Without marks, or a single syllable, only where
 * some of the typed syllables is no word of the handbook's titles, else they may be what they say.
 */
function respellings(typed: readonly string[], index: PassageIndex): ReadonlyMap<number, Respelled> {
  const found = new Map<number, Respelled>();
  const anyMarks = typed.some(hasMarks);
  const unused = (word: string): boolean => {
    const id = anyMarks ? index.lexicon.wordId(word) : undefined;
    const folded = index.lexicon.foldId(fold(word));
    return anyMarks ? id === undefined : folded === undefined || index.uses(folded) === 0;
  };
  const spellings = spellingsOf(index).filter(({ to }) =>
    to.every((word) => index.lexicon.wordId(word) !== undefined),
  );
  for (let at = 0; at < typed.length; at++)
    for (const { from, folded, to } of spellings) {
      const here = typed.slice(at, at + from.length);
      // Two syllables with the very marks of the list say nothing else, though the glossary explains them.
      const exactly = from.length > 1 && here.some(hasMarks);
      if (here.length < from.length || !(exactly || here.some(unused))) continue;
      if (
        !from.every((word, place) =>
          anyMarks ? here[place] === word : fold(here[place] ?? '') === folded[place],
        )
      )
        continue;
      found.set(at, { length: from.length, written: to });
      at += from.length - 1;
      break;
    }
  return found;
}

/** Words of the question with the words that they most likely are. */
const asked = (tokens: readonly Token[], index: PassageIndex) =>
  tokens.map((token, at) => ({
    text: token.text,
    marked: token.marked,
    likely:
      token.fold === undefined
        ? token.text
        : (index.lexicon.words[likelyWord(token.fold, tokens[at - 1]?.fold, tokens[at + 1]?.fold, index)] ??
          token.text),
  }));

/** Reads a question. Never fails; an empty text gives no groups. */
export function readQuery(raw: string, { evidence: index }: PassageIndex, options: QueryOptions = {}): Query {
  const typed = (options.literal === true ? syllables : syllablesAsked)(raw.slice(0, 300)).slice(0, 40);
  const reading: Reading = {
    index,
    typed,
    inNumbers: placesOfNumbers(raw.slice(0, 300), typed),
    anyMarks: typed.some(hasMarks),
    options,
  };
  const respelled = options.literal === true ? new Map<number, Respelled>() : respellings(typed, index);
  let tokens = typed.flatMap((syllable, position) => {
    const named = [...respelled].find(([from, { length }]) => position >= from && position < from + length);
    if (!named) return tokensOf(syllable, position, reading);
    const [from, { written }] = named;
    return position > from ? [] : written.map((word) => ({ ...known(word, reading), changed: true }));
  });
  if (!options.literal) {
    const named = inSynonyms(tokens, index);
    tokens = tokens.map((token, position) =>
      named.has(position) ? token : mended(token, position, tokens, reading),
    );
    if (options.typing === true) complete(tokens[tokens.length - 1], index);
  }

  const weights = frameWeights(asked(tokens, index), index.file);
  const groups: Group[] = tokens.map((token, position) => ({
    text: token.text,
    alternatives: token.alternatives,
    weight: weights[position] ?? 0,
    joined: position + 1 < tokens.length,
    ...(token.guessed === true ? { guessed: true } : {}),
  }));
  if (!options.literal) addSynonyms(groups, tokens, index);
  const shown = tokens.map((token) => token.text).join(' ');
  return {
    groups,
    shown,
    rewritten: tokens.some((token) => token.changed),
    asksMeaning: / la (?:cai )?gi(?: |$)/.test(` ${tokens.map((token) => fold(token.text)).join(' ')}`),
    folded: tokens.map((token) => fold(token.text)),
  };
}

/**
 * Whether a short form may be meant as it stands: it is a syllable (`ca`, `hong`; no syllable has `k` before
 * `a`, `o`, `u`), or a clipped word whose letters the site writes for something else (`kh` in the numbers of
 * plans).
 */
function isWord(short: string, long: readonly string[], index: PassageIndex): boolean {
  if (isSyllable(short, 0)) return !/^k[aou]/.test(short);
  const asTyped = index.lexicon.foldId(short);
  const [only] = long;
  if (
    short.length < 2 ||
    only === undefined ||
    long.length > 1 ||
    asTyped === undefined ||
    index.uses(asTyped) === 0
  )
    return false;
  const { plain, tone } = splitTone(only);
  return isSyllable(plain, tone);
}

/** From so many uses on, two words are said together as a habit: “không được”, “có được”. */
const habit = 3;

/**
 * Whether a word tells nothing of the one before it: one of those that stand beside any other. Without marks
 * it may be part of a thing: “tai” before “khoan” is no “tại”.
 */
const tellsNothing = (word: string, next: string | undefined, index: PassageIndex): boolean =>
  isStop(word, index.file) && (hasMarks(word) || pairUsesOf(word, next, index) < habit);

/** How often two words as typed stand together, up to a habit. */
function pairUsesOf(left: string | undefined, right: string | undefined, index: PassageIndex): number {
  const [one, other] = [left, right].map((word) => index.lexicon.foldId(fold(word ?? '')));
  return one === undefined || other === undefined ? 0 : index.pairUses(one, other, habit);
}

/**
 * What a short form stands for, where it has several long forms, “được, đăng ký”. The first is the commonest
 * and goes with what stands before it, or ends the question; where it has nothing of that kind before it and
 * something is named behind it, one of the others is meant, the one that is said of that thing. At the end of
 * a question that names nothing else, “cách đk”, one of the others is what it is about.
 */
function longOf(
  short: string,
  before: string | undefined,
  after: string | undefined,
  content: boolean,
  index: PassageIndex,
): readonly string[] {
  const { shorts } = index.file;
  const [first = [], ...others] = short.split(',').map(syllables);
  const [another] = others;
  if (another === undefined) return first;
  // What follows a word that asks for a way is a thing to be done and no “được”.
  if (after === undefined && fold(before ?? '') === 'cach') return another;
  if (!content) return first;
  const uses = (left: string | undefined, right: string | undefined): number =>
    pairUsesOf(left, right, index);
  const spelled = before !== undefined && owns(shorts, before) ? syllables(shorts[before] ?? '')[0] : before;
  if (uses(spelled, first[0]) >= habit) return first;
  const fit = (long: readonly string[]): number => uses(long[long.length - 1], after);
  return others.reduce((best, long) => (fit(long) > fit(best) ? long : best), another);
}

/**
 * Whether the words beside a short form prove that it stands for its long form: they make a known pair with
 * that, and none with the short form as a word.
 */
function isProved(
  short: string,
  long: readonly string[],
  before: string | undefined,
  after: string | undefined,
  content: boolean,
  index: PassageIndex,
): boolean {
  const [first, last] = [long[0], long[long.length - 1]].map((word) =>
    word === undefined ? undefined : index.lexicon.foldId(fold(word)),
  );
  const asTyped = index.lexicon.foldId(fold(short));
  if (asTyped !== undefined && beside(asTyped, before, after, index)) return false;
  // What the site knows as a word of its own is read otherwise only for the sake of what follows: “máy bị”
  // goes with both. A name of several words is not proved by a word that follows anything: “công an ở đâu”
  // stands somewhere, and “bán cá ở chợ” is still no police.
  const proving = long.length > 1 && !content ? undefined : after;
  return (
    (asTyped === undefined && first !== undefined && beside(first, before, undefined, index)) ||
    (last !== undefined && beside(last, undefined, proving, index))
  );
}

/** The letters of a joined word, marks as typed, cut where its folds are. */
function piecesOf(word: string, folds: readonly number[], index: PassageIndex): string[] {
  let at = 0;
  return folds.map((fold) => {
    const from = at;
    at += index.lexicon.folds[fold]?.length ?? 0;
    return word.slice(from, at);
  });
}

/** Every mark of a word, the bar of `đ` too. */
const marksOf = (word: string): string[] =>
  [...word.replace(/đ/g, 'd-').normalize('NFD')].filter(
    (character) => character === '-' || /\p{M}/u.test(character),
  );

/**
 * The word of a fold that has every mark that was typed, the likeliest beside its neighbours first; undefined
 * when each would go against a mark.
 */
function formWith(
  typed: string,
  fold: number,
  before: number | undefined,
  after: number | undefined,
  index: PassageIndex,
): string | undefined {
  const likely = likelyWord(fold, before, after, index);
  const marks = marksOf(typed);
  const words = [likely, ...(index.lexicon.forms[fold] ?? [])].flatMap((id) => index.lexicon.words[id] ?? []);
  return words.find((word) => {
    const own = marksOf(word);
    return marks.every((mark) => {
      const at = own.indexOf(mark);
      if (at < 0) return false;
      own.splice(at, 1);
      return true;
    });
  });
}

/** Whether a fold makes a known pair with a neighbour as typed. */
function beside(
  otherFold: number,
  before: string | undefined,
  after: string | undefined,
  index: PassageIndex,
): boolean {
  const id = before === undefined ? undefined : index.lexicon.foldId(fold(before));
  const otherId = after === undefined ? undefined : index.lexicon.foldId(fold(after));
  return (
    (id !== undefined && index.pairUses(id, otherFold) > 0) ||
    (otherId !== undefined && index.pairUses(otherFold, otherId) > 0)
  );
}

/** Raw Telex or VNI keys, when what they mean is a word of the site. */
function decode(keys: string, index: PassageIndex): Token | undefined {
  const { lexicon } = index;
  const found = (/\d/.test(keys) ? fromVni(keys) : fromTelex(keys)).flatMap((text) => {
    const known = lexicon.foldId(fold(text));
    return known === undefined ? [] : [{ text, fold: known, word: lexicon.wordId(text) }];
  });
  // The typed letters may leave out the bar of the `đ`.
  const barred = keys.startsWith('d')
    ? found
        .map((item) => ({
          ...item,
          text: `đ${item.text.slice(1)}`,
          word: lexicon.wordId(`đ${item.text.slice(1)}`),
        }))
        .filter((item) => item.word !== undefined && item.text !== found[0]?.text)
    : [];
  const exact = [...found, ...barred]
    .filter((item) => item.word !== undefined)
    .sort((a, b) => (a.word ?? 0) - (b.word ?? 0));
  const best = exact[0] ?? found[0];
  if (!best || (best.word === undefined && keys.length < 4)) return undefined;
  const alternatives: Alternative[] = (exact.length > 0 ? exact : [best]).map((otherBest) => ({
    fold: otherBest.fold,
    ...(otherBest.word === undefined ? {} : { word: otherBest.word }),
    weight: 1,
  }));
  return { text: best.text, fold: best.fold, alternatives, changed: true, marked: true };
}

interface Synonym {
  readonly from: readonly string[];
  readonly folded: readonly string[];
  readonly to: readonly string[];
}
const synonymsBy = new WeakMap<readonly unknown[], readonly Synonym[]>();

/** Authored pairs as syllables, longest first; read once, because a slow phone asks with every key. */
function pairsOf(authored: readonly (readonly [string, string])[]): readonly Synonym[] {
  let list = synonymsBy.get(authored);
  if (!list) {
    list = authored
      .map(([said, written]) => {
        const from = syllables(said);
        return { from, folded: from.map(fold), to: syllables(written) };
      })
      .sort((a, b) => b.from.length - a.from.length);
    synonymsBy.set(authored, list);
  }
  return list;
}
/** What people say → what the handbook writes. */
const synonymsOf = ({ file }: PassageIndex): readonly Synonym[] => pairsOf(file.synonyms);
/** Foreign words as people write them → as they are written. */
const spellingsOf = ({ file }: PassageIndex): readonly Synonym[] => pairsOf(file.spellings);

/** Whether the words of a synonym stand at a place. What was typed with marks is only what was typed. */
const synonymAt = (
  { from, folded }: Synonym,
  at: number,
  tokens: readonly Token[],
  folds: readonly string[],
) =>
  from.every((word, position) =>
    tokens[at + position]?.marked === true
      ? tokens[at + position]?.text === word
      : folds[at + position] === folded[position],
  );

/** Places of words that the authors know, so that they are no slips: “phây búc”. */
function inSynonyms(tokens: readonly Token[], index: PassageIndex): ReadonlySet<number> {
  const folds = tokens.map((token) => fold(token.text));
  const places = new Set<number>();
  for (const synonym of synonymsOf(index))
    for (let at = 0; at + synonym.from.length <= tokens.length; at++)
      if (synonymAt(synonym, at, tokens, folds)) synonym.from.forEach((_, index) => places.add(at + index));
  return places;
}

/** A word that search adds, with what it stands for and what it weighs. */
function addedGroups(
  to: readonly string[],
  span: readonly number[],
  weight: number,
  { lexicon }: PassageIndex,
): Group[] {
  const added = to.flatMap((word) => {
    const known = lexicon.foldId(fold(word));
    return known === undefined ? [] : [{ text: word, fold: known, word: lexicon.wordId(word) }];
  });
  return added.map((addition, position) => ({
    text: addition.text,
    alternatives: [
      {
        fold: addition.fold,
        ...(addition.word === undefined ? {} : { word: addition.word }),
        weight: 1,
      },
    ],
    weight,
    joined: position + 1 < added.length,
    for: span,
  }));
}

/**
 * Whether a syllable stands inside a compound that the site knows: there it does not mean what it means
 * alone.
 */
function inCompound(at: number, tokens: readonly Token[], index: PassageIndex): boolean {
  const [before, own, after] = [tokens[at - 1]?.fold, tokens[at]?.fold, tokens[at + 1]?.fold];
  const pair = (left: number | undefined, right: number | undefined): boolean =>
    left !== undefined && right !== undefined && index.pairUses(left, right) > 0;
  return own !== undefined && (pair(before, own) || pair(own, after));
}

/**
 * Adds what the handbook calls the things that people call otherwise. Nothing that was typed is taken away.
 */
function addSynonyms(groups: Group[], tokens: readonly Token[], index: PassageIndex): void {
  const folds = tokens.map((token) => fold(token.text));
  const taken = new Set<number>();
  const add = (to: readonly string[], span: readonly number[], weight: number): void => {
    groups.push(...addedGroups(to, span, weight, index));
  };
  // Initials that the site itself writes somewhere still mean their long form everywhere else.
  tokens.forEach((token, position) => {
    if (token.fold === undefined || token.changed || token.fixed || isSyllable(folds[position] ?? '', 0))
      return;
    const phrase = spellOut(token.text, index);
    if (phrase) add(phrase, [position], addedForUnknown);
  });
  tokens.forEach((token, position) => {
    if (token.perhaps)
      add(token.perhaps, [position], token.fold === undefined ? addedForUnknown : addedWeight);
  });
  const standsAsTyped = (place: number): boolean => {
    const token = tokens[place];
    return token?.fold !== undefined && !token.changed;
  };
  for (const synonym of synonymsOf(index)) {
    const { from, to } = synonym;
    for (let at = 0; at + from.length <= tokens.length; at++) {
      if (!synonymAt(synonym, at, tokens, folds)) continue;
      const span = from.map((_, position) => at + position);
      if (from.length === 1) {
        if (taken.has(at) || inCompound(at, tokens, index)) continue;
      } else {
        if (span.some((place) => taken.has(place))) continue;
        for (const place of span) taken.add(place);
      }
      add(to, span, span.every(standsAsTyped) ? addedWeight : addedForUnknown);
    }
  }
}
