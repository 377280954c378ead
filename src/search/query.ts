/** What a question asks for: typed text → groups of words of the site, each with its weight. */
import { isSyllable } from '../domain/syllable.ts';
import { fromTelex } from '../domain/telex.ts';
import { splitTone } from '../domain/tone.ts';
import { fold } from '../domain/vietnamese.ts';
import { fromVni } from '../domain/vni.ts';
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

interface Token { text: string; fold: number | undefined; alternatives: Alternative[]; changed: boolean; marked: boolean }

/** Reads a question. Never fails; an empty text gives no groups. */
export function readQuery(raw: string, index: PassageIndex, options: QueryOptions = {}): Query {
  const { lexicon, file } = index;
  const typed = syllables(raw.slice(0, 300)).slice(0, 40);
  const anyMarks = typed.some((w) => /[^\x00-\x7f]/.test(w));
  const known = (w: string): Token => {
    const f = lexicon.foldId(fold(w));
    const word = lexicon.wordId(w);
    const marked = anyMarks && (/[^\x00-\x7f]/.test(w) || isSyllable(w, 0));
    return { text: w, fold: f, alternatives: f === undefined ? [] : [{ fold: f, ...(marked && word !== undefined ? { word } : {}), weight: marked && word === undefined && /[^\x00-\x7f]/.test(w) ? 0.8 : 1 }], changed: false, marked };
  };
  const fromFolds = (folds: readonly number[]): Token[] => folds.map((f, i) => ({ text: lexicon.words[likelyWord(f, folds[i - 1], folds[i + 1], index)]!, fold: f, alternatives: [{ fold: f, weight: 1 }], changed: true, marked: false }));

  // Keys, short forms, joined words, initials.
  let tokens: Token[] = typed.flatMap((w, i): Token[] => {
    if (options.literal) return [known(w)];
    const last = options.typing === true && i === typed.length - 1;
    const short = last ? undefined : file.shorts[w] ?? file.shorts[fold(w)];
    if (short !== undefined) return syllables(short).map((s) => ({ ...known(s), changed: true }));
    const folded = fold(w);
    if (lexicon.foldId(folded) !== undefined) return [known(w)];
    if (/^[\x00-\x7f]+$/.test(w)) {
      const decoded = decode(w, index);
      // A foreign word is read as keys only where the site knows the decoded word beside its neighbour.
      if (decoded && (!file.foreign.includes(w) || beside(decoded.fold!, typed[i - 1], typed[i + 1], index))) return [decoded];
    }
    if (last) return [known(w)];
    const parts = w.length >= 5 || /\d/.test(w) ? splitJoined(folded, index) : undefined;
    if (parts && !(isSyllable(splitTone(w).plain, 0))) return fromFolds(parts);
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
        const near = last ? [] : nearWords(fold(t.text), before, after, index);
        if (near.length === 0) return t;
        return { ...t, text: lexicon.words[likelyWord(near[0]!, before, after, index)]!, fold: near[0], alternatives: near.map((f, n) => ({ fold: f, weight: n === 0 ? 0.9 : 0.5 })), changed: true };
      }
      const others = t.changed || last ? [] : mixedUp(t.fold, before, after, index);
      return others.length === 0 ? t : { ...t, alternatives: [...t.alternatives, ...others.map((f) => ({ fold: f, weight: 0.7 }))] };
    });
    if (options.typing === true) {
      const last = tokens.at(-1);
      if (last && last.text.length >= 1) {
        const start = fold(last.text);
        const longer = lexicon.folds.map((f, n) => ({ f, n })).filter((x) => x.f.startsWith(start) && x.f !== start);
        // Shorter completions first: the reader is about to finish the word.
        longer.sort((a, b) => a.f.length - b.f.length || index.uses(b.n) - index.uses(a.n));
        last.alternatives = [...last.alternatives, ...longer.slice(0, 24).map((x) => ({ fold: x.n, weight: last.alternatives.length > 0 ? 0.5 : 0.9 }))];
      }
    }
  }

  const weights = stopWeights(tokens.map((t) => fold(t.text)));
  const groups: Group[] = tokens.map((t, i) => ({ text: t.text, alternatives: t.alternatives, weight: weights[i]!, joined: i + 1 < tokens.length }));
  if (!options.literal) addSynonyms(groups, tokens, index);
  const shown = tokens.map((t) => t.text).join(' ');
  return { groups, shown, rewritten: tokens.some((t) => t.changed), folded: tokens.map((t) => fold(t.text)) };
}

/** Whether a fold makes a known pair with a neighbour as typed. */
function beside(f: number, before: string | undefined, after: string | undefined, index: PassageIndex): boolean {
  const a = before === undefined ? undefined : index.lexicon.foldId(fold(before));
  const b = after === undefined ? undefined : index.lexicon.foldId(fold(after));
  return (a !== undefined && index.pairUses(a, f) > 0) || (b !== undefined && index.pairUses(f, b) > 0);
}

/** Raw Telex or VNI keys, when what they mean is a word of the site. */
function decode(w: string, index: PassageIndex): Token | undefined {
  const { lexicon } = index;
  const found = (/\d/.test(w) ? fromVni(w) : fromTelex(w)).map((text) => ({ text, fold: lexicon.foldId(fold(text)), word: lexicon.wordId(text) })).filter((d) => d.fold !== undefined);
  // The typed letters may leave out the bar of the `đ`.
  const barred = w.startsWith('d') ? found.map((d) => ({ ...d, text: `đ${d.text.slice(1)}`, word: lexicon.wordId(`đ${d.text.slice(1)}`) })).filter((d) => d.word !== undefined && d.text !== found[0]?.text) : [];
  const exact = [...found, ...barred].filter((d) => d.word !== undefined).sort((a, b) => a.word! - b.word!);
  const best = exact[0] ?? found[0];
  if (!best || (best.word === undefined && w.length < 4)) return undefined;
  const alternatives: Alternative[] = (exact.length > 0 ? exact : [best]).map((d) => ({ fold: d.fold!, ...(d.word === undefined ? {} : { word: d.word }), weight: 1 }));
  return { text: best.text, fold: best.fold, alternatives, changed: true, marked: true };
}

interface Synonym { readonly from: readonly string[]; readonly folded: readonly string[]; readonly to: readonly string[] }
const synonymsBy = new WeakMap<PassageIndex, readonly Synonym[]>();

/** The authored synonyms as syllables, longest first; read once, because a slow phone asks with every key. */
function synonymsOf(index: PassageIndex): readonly Synonym[] {
  let list = synonymsBy.get(index);
  if (!list) {
    list = index.file.synonyms.map(([said, written]) => { const from = syllables(said); return { from, folded: from.map(fold), to: syllables(written) }; }).sort((a, b) => b.from.length - a.from.length);
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
    const added = to.map((w) => ({ w, fold: lexicon.foldId(fold(w)), word: lexicon.wordId(w) })).filter((x) => x.fold !== undefined);
    added.forEach((x, j) => groups.push({ text: x.w, alternatives: [{ fold: x.fold!, ...(x.word === undefined ? {} : { word: x.word }), weight: 1 }], weight, joined: j + 1 < added.length, for: span }));
  };
  // Initials that the site itself writes somewhere still mean their long form everywhere else.
  tokens.forEach((t, i) => {
    if (t.fold === undefined || t.changed || isSyllable(folds[i]!, 0)) return;
    const phrase = spellOut(t.text, index);
    if (phrase) add(phrase, [i], addedForUnknown);
  });
  for (const { from, folded, to } of synonymsOf(index)) {
    for (let i = 0; i + from.length <= words.length; i++) {
      const hit = from.every((w, j) => (tokens[i + j]!.marked ? words[i + j] === w : folds[i + j] === folded[j]));
      if (!hit) continue;
      const span = from.map((_, j) => i + j);
      if (span.some((n) => taken.has(n)) && from.length > 1) continue;
      if (from.length === 1) {
        // Inside a compound that the site knows, a syllable does not mean what it means alone.
        const f = tokens[i]!.fold;
        const pair = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && index.pairUses(a, b) > 0;
        if (taken.has(i) || (f !== undefined && (pair(tokens[i - 1]?.fold, f) || pair(f, tokens[i + 1]?.fold)))) continue;
      } else for (const n of span) taken.add(n);
      const own = span.every((n) => tokens[n]!.fold !== undefined && !tokens[n]!.changed);
      add(to, span, own ? addedWeight : addedForUnknown);
    }
  }
}
