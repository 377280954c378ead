/** What a question asks for: typed text → groups of words of the site, each with its weight. */
import { isSyllable } from '../vietnamese/syllable.ts';
import { fromTelex } from '../vietnamese/telex.ts';
import { canonical, splitTone } from '../vietnamese/tone.ts';
import { fold } from '../vietnamese/text.ts';
import { fromVni } from '../vietnamese/vni.ts';
import type { PassageIndex } from './passage-index.ts';
import { likelyWord, mixedUp, nearWords, spellOut, splitJoined } from './repair.ts';
import { stopWeights } from './stop-words.ts';
import { syllables } from './syllables.ts';

/** One word that may stand for a group. */
export interface Alternative {
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

interface Token {
  text: string;
  fold: number | undefined;
  alternatives: Alternative[];
  changed: boolean;
  marked: boolean;
  /** Taken as it stands: part of a document's number. */
  fixed?: boolean;
  /** What the word may also mean: added to the question, not put in the place of the word. */
  perhaps?: readonly string[];
}

/** Number of an official document, such as 1410/KH-UBND: its letters are no short forms of messages. */
const documentNumbers = /\d+(?:\/\d+)?\/\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*/gu;

/** Whether something was typed that a keyboard without Vietnamese cannot write. */
const hasMarks = (word: string): boolean => /[^\x00-\x7f]/.test(word);

/** Places in `typed` of the syllables of document numbers. */
function placesOfNumbers(raw: string, typed: readonly string[]): ReadonlySet<number> {
  const places = new Set<number>();
  let from = 0;
  for (const [number] of raw.matchAll(documentNumbers)) {
    const own = syllables(number);
    for (let at = from; at + own.length <= typed.length; at++) {
      if (!own.every((syllable, i) => typed[at + i] === syllable)) continue;
      own.forEach((_, i) => places.add(at + i));
      from = at + own.length;
      break;
    }
  }
  return places;
}

/** Reads a question. Never fails; an empty text gives no groups. */
export function readQuery(raw: string, index: PassageIndex, options: QueryOptions = {}): Query {
  const { lexicon, file } = index;
  const typed = syllables(raw.slice(0, 300)).slice(0, 40);
  const inNumbers = placesOfNumbers(raw.slice(0, 300), typed);
  const anyMarks = typed.some(hasMarks);
  const known = (w: string): Token => {
    const f = lexicon.foldId(fold(w));
    const word = lexicon.wordId(w);
    const marked = anyMarks && (/[^\x00-\x7f]/.test(w) || isSyllable(w, 0));
    return {
      text: w,
      fold: f,
      alternatives:
        f === undefined
          ? []
          : [
              {
                fold: f,
                ...(marked && word !== undefined ? { word } : {}),
                weight: marked && word === undefined && /[^\x00-\x7f]/.test(w) ? 0.8 : 1,
              },
            ],
      changed: false,
      marked,
    };
  };
  const fromFolds = (folds: readonly number[]): Token[] =>
    folds.map((f, i): Token => ({
      text: lexicon.words[likelyWord(f, folds[i - 1], folds[i + 1], index)]!,
      fold: f,
      alternatives: [{ fold: f, weight: 1 }],
      changed: true,
      marked: false,
    }));

  // Keys, short forms, joined words, initials.
  let tokens: Token[] = typed.flatMap((w, i): Token[] => {
    if (options.literal) return [known(w)];
    if (inNumbers.has(i)) return [{ ...known(w), fixed: true }];
    const last = options.typing === true && i === typed.length - 1;
    // Only the very letters of the short form: "cá" and "hỏng" are words, whatever "ca" and "hong" stand for in messages.
    const short = last || !Object.hasOwn(file.shorts, w) ? undefined : file.shorts[w];
    if (short !== undefined) {
      const long = syllables(short);
      return !isWord(w, long, index) || isProved(w, long, typed[i - 1], typed[i + 1], index)
        ? long.map((s) => ({ ...known(s), changed: true }))
        : [{ ...known(w), perhaps: long }];
    }
    const folded = fold(w);
    if (lexicon.foldId(folded) !== undefined) return [known(w)];
    if (/^[\x00-\x7f]+$/.test(w)) {
      const decoded = decode(w, index);
      // A foreign word is read as keys only where the site knows the decoded word beside its neighbour.
      if (decoded && (!file.foreign.includes(w) || beside(decoded.fold!, typed[i - 1], typed[i + 1], index)))
        return [decoded];
    }
    if (last) return [known(w)];
    const parts = w.length >= 5 || /\d/.test(w) ? splitJoined(folded, index) : undefined;
    if (parts && !isSyllable(splitTone(w).plain, 0))
      return hasMarks(w)
        ? piecesOf(w, parts, index).map((piece, n) =>
            hasMarks(piece)
              ? { ...known(canonical(piece)), changed: true }
              : (fromFolds(parts)[n] ?? known(piece)),
          )
        : fromFolds(parts);
    if (!isSyllable(folded, 0)) {
      const phrase = spellOut(w, index);
      if (phrase) return phrase.map((s) => ({ ...known(s), changed: true }));
    }
    return [known(w)];
  });

  // Slips of the finger, by what stands beside.
  if (!options.literal) {
    tokens = tokens.map((t, i) => {
      const before = tokens[i - 1]?.fold;
      const after = tokens[i + 1]?.fold;
      const last = options.typing === true && i === tokens.length - 1;
      if (t.fold === undefined) {
        const near =
          last || t.fixed
            ? []
            : nearWords(fold(t.text), before, after, index).filter(
                (f) => formWith(t.text, f, before, after, index) !== undefined,
              );
        const [nearest] = near;
        if (nearest === undefined) return t;
        // A whole Vietnamese word with its marks is no slip; the site just does not have it.
        const { plain, tone } = splitTone(t.text);
        if (hasMarks(t.text) && isSyllable(plain, tone))
          return { ...t, alternatives: near.map((f) => ({ fold: f, weight: 0.5 })) };
        return {
          ...t,
          text: formWith(t.text, nearest, before, after, index) ?? t.text,
          fold: nearest,
          alternatives: near.map((f, n) => ({ fold: f, weight: n === 0 ? 0.9 : 0.5 })),
          changed: true,
        };
      }
      const others = t.changed || t.fixed || last ? [] : mixedUp(t.fold, before, after, index);
      return others.length === 0
        ? t
        : { ...t, alternatives: [...t.alternatives, ...others.map((f) => ({ fold: f, weight: 0.7 }))] };
    });
    if (options.typing === true) {
      const last = tokens.at(-1);
      if (last && last.text.length >= 1) {
        const start = fold(last.text);
        const longer = lexicon.folds
          .map((f, n) => ({ f, n }))
          .filter((x) => x.f.startsWith(start) && x.f !== start);
        // Shorter completions first: the reader is about to finish the word.
        longer.sort((a, b) => a.f.length - b.f.length || index.uses(b.n) - index.uses(a.n));
        last.alternatives = [
          ...last.alternatives,
          ...longer
            .slice(0, 24)
            .map((x) => ({ fold: x.n, weight: last.alternatives.length > 0 ? 0.5 : 0.9 })),
        ];
      }
    }
  }

  const weights = stopWeights(tokens.map((t) => fold(t.text)));
  const groups: Group[] = tokens.map((t, i) => ({
    text: t.text,
    alternatives: t.alternatives,
    weight: weights[i]!,
    joined: i + 1 < tokens.length,
  }));
  if (!options.literal) addSynonyms(groups, tokens, index);
  const shown = tokens.map((t) => t.text).join(' ');
  return { groups, shown, rewritten: tokens.some((t) => t.changed), folded: tokens.map((t) => fold(t.text)) };
}

/** Whether a short form may be meant as it stands: it is a syllable (`ca`, `hong`; no syllable has `k` before `a`, `o`, `u`), or a clipped word whose letters the site writes for something else (`kh` in the numbers of plans). */
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

/** Whether the words beside a short form prove that it stands for its long form: they make a known pair with that, and none with the short form as a word. */
function isProved(
  short: string,
  long: readonly string[],
  before: string | undefined,
  after: string | undefined,
  index: PassageIndex,
): boolean {
  const [first, last] = [long[0], long.at(-1)].map((w) =>
    w === undefined ? undefined : index.lexicon.foldId(fold(w)),
  );
  const asTyped = index.lexicon.foldId(fold(short));
  if (asTyped !== undefined && beside(asTyped, before, after, index)) return false;
  return (
    (first !== undefined && beside(first, before, undefined, index)) ||
    (last !== undefined && beside(last, undefined, after, index))
  );
}

/** The letters of a joined word, marks as typed, cut where its folds are. */
function piecesOf(word: string, folds: readonly number[], index: PassageIndex): string[] {
  let at = 0;
  return folds.map((f) => {
    const from = at;
    at += index.lexicon.folds[f]?.length ?? 0;
    return word.slice(from, at);
  });
}

/** Every mark of a word, the bar of `đ` too. */
const marksOf = (word: string): string[] =>
  [...word.replace(/đ/g, 'd-').normalize('NFD')].filter((c) => c === '-' || /\p{M}/u.test(c));

/** The word of a fold that has every mark that was typed, the likeliest beside its neighbours first; undefined when each would go against a mark. */
function formWith(
  typed: string,
  f: number,
  before: number | undefined,
  after: number | undefined,
  index: PassageIndex,
): string | undefined {
  const likely = likelyWord(f, before, after, index);
  const marks = marksOf(typed);
  const words = [likely, ...(index.lexicon.forms[f] ?? [])].flatMap((id) => index.lexicon.words[id] ?? []);
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
  f: number,
  before: string | undefined,
  after: string | undefined,
  index: PassageIndex,
): boolean {
  const a = before === undefined ? undefined : index.lexicon.foldId(fold(before));
  const b = after === undefined ? undefined : index.lexicon.foldId(fold(after));
  return (a !== undefined && index.pairUses(a, f) > 0) || (b !== undefined && index.pairUses(f, b) > 0);
}

/** Raw Telex or VNI keys, when what they mean is a word of the site. */
function decode(w: string, index: PassageIndex): Token | undefined {
  const { lexicon } = index;
  const found = (/\d/.test(w) ? fromVni(w) : fromTelex(w))
    .map((text) => ({ text, fold: lexicon.foldId(fold(text)), word: lexicon.wordId(text) }))
    .filter((d) => d.fold !== undefined);
  // The typed letters may leave out the bar of the `đ`.
  const barred = w.startsWith('d')
    ? found
        .map((d) => ({ ...d, text: `đ${d.text.slice(1)}`, word: lexicon.wordId(`đ${d.text.slice(1)}`) }))
        .filter((d) => d.word !== undefined && d.text !== found[0]?.text)
    : [];
  const exact = [...found, ...barred].filter((d) => d.word !== undefined).sort((a, b) => a.word! - b.word!);
  const best = exact[0] ?? found[0];
  if (!best || (best.word === undefined && w.length < 4)) return undefined;
  const alternatives: Alternative[] = (exact.length > 0 ? exact : [best]).map((d) => ({
    fold: d.fold!,
    ...(d.word === undefined ? {} : { word: d.word }),
    weight: 1,
  }));
  return { text: best.text, fold: best.fold, alternatives, changed: true, marked: true };
}

interface Synonym {
  readonly from: readonly string[];
  readonly folded: readonly string[];
  readonly to: readonly string[];
}
const synonymsBy = new WeakMap<PassageIndex, readonly Synonym[]>();

/** The authored synonyms as syllables, longest first; read once, because a slow phone asks with every key. */
function synonymsOf(index: PassageIndex): readonly Synonym[] {
  let list = synonymsBy.get(index);
  if (!list) {
    list = index.file.synonyms
      .map(([said, written]) => {
        const from = syllables(said);
        return { from, folded: from.map(fold), to: syllables(written) };
      })
      .sort((a, b) => b.from.length - a.from.length);
    synonymsBy.set(index, list);
  }
  return list;
}

/** Adds what the handbook calls the things that people call otherwise. Nothing that was typed is taken away. */
function addSynonyms(groups: Group[], tokens: readonly Token[], index: PassageIndex): void {
  const { lexicon } = index;
  const words = tokens.map((t) => t.text);
  const folds = words.map(fold);
  const taken = new Set<number>();
  const add = (to: readonly string[], span: readonly number[], weight: number): void => {
    const added = to
      .map((w) => ({ w, fold: lexicon.foldId(fold(w)), word: lexicon.wordId(w) }))
      .filter((x) => x.fold !== undefined);
    added.forEach((x, j) =>
      groups.push({
        text: x.w,
        alternatives: [{ fold: x.fold!, ...(x.word === undefined ? {} : { word: x.word }), weight: 1 }],
        weight,
        joined: j + 1 < added.length,
        for: span,
      }),
    );
  };
  // Initials that the site itself writes somewhere still mean their long form everywhere else.
  tokens.forEach((t, i) => {
    if (t.fold === undefined || t.changed || t.fixed || isSyllable(folds[i]!, 0)) return;
    const phrase = spellOut(t.text, index);
    if (phrase) add(phrase, [i], addedForUnknown);
  });
  tokens.forEach((t, i) => {
    if (t.perhaps) add(t.perhaps, [i], t.fold === undefined ? addedForUnknown : addedWeight);
  });
  for (const { from, folded, to } of synonymsOf(index)) {
    for (let i = 0; i + from.length <= words.length; i++) {
      const hit = from.every((w, j) =>
        tokens[i + j]!.marked ? words[i + j] === w : folds[i + j] === folded[j],
      );
      if (!hit) continue;
      const span = from.map((_, j) => i + j);
      if (span.some((n) => taken.has(n)) && from.length > 1) continue;
      if (from.length === 1) {
        // Inside a compound that the site knows, a syllable does not mean what it means alone.
        const f = tokens[i]!.fold;
        const pair = (a: number | undefined, b: number | undefined): boolean =>
          a !== undefined && b !== undefined && index.pairUses(a, b) > 0;
        if (
          taken.has(i) ||
          (f !== undefined && (pair(tokens[i - 1]?.fold, f) || pair(f, tokens[i + 1]?.fold)))
        )
          continue;
      } else for (const n of span) taken.add(n);
      const own = span.every((n) => tokens[n]!.fold !== undefined && !tokens[n]!.changed);
      add(to, span, own ? addedWeight : addedForUnknown);
    }
  }
}
