/** Rules that are quoted are there, and have the part that is quoted. */
import { brokenPlaceholder, withoutFigures, type FindFigure } from '../../domain/rule-figure.ts';
import { parseBody } from '../../markdown/reader.ts';
import type { Tree } from '../../markdown/tree.ts';
import { partsOf, partWords, valueWords } from '../../domain/rule-words.ts';
import { collectionShapes, type Collection, type Entries, type Entry } from '../../schemas/collections.ts';
import { fault, type Fault } from '../faults.ts';
import { quotedIn, textsOf } from '../figures.ts';
import { entryKey, type Places, type Proving } from '../proving.ts';
import { guideLines } from './guide.ts';
import { figureSaid, looseFigures, type LooseFigure } from './loose-figures.ts';

/** What is wrong with the part of a rule that is there; nothing when it prints something. */
export function partFault(
  { entries }: Pick<Proving, 'entries'>,
  { id, part }: { readonly id: string; readonly part?: string | undefined },
): Fault | undefined {
  const data = entries.rules.find((entry) => entry.id === id)?.data;
  if (data === undefined || partWords(data, part) !== undefined) return undefined;
  return fault('rule-part', { id, part, parts: partsOf(data) });
}

/** Figures that the fields of entries quote, as they were written. */
export function proveQuotes(proving: Proving, written: Entries): void {
  for (const entry of Object.values(written).flat()) {
    for (const { path, text } of textsOf(entry.data)) {
      const found = brokenPlaceholder(text);
      if (found !== undefined) proving.say(entry, path, fault('rule-placeholder', { found }));
    }
    for (const { path, id, part } of quotedIn(entry.data)) {
      // The nearest name is looked for only where it is wanted: it asks every rule of the handbook.
      const found = proving.has(id, ['rules'])
        ? partFault(proving, { id, part })
        : fault('dangling', { id, cure: proving.suggest(id, ['rules']), targets: 'rule' });
      if (found !== undefined) proving.say(entry, path, found);
    }
  }
}

/**
 * Collections that say what others planned or did, with its own documents and days; that tell of the handbook
 * itself (free pages); or that hold words only.
 */
const withoutRules: ReadonlySet<Collection> = new Set<Collection>([
  'rules',
  'plans',
  'tasks',
  'units',
  'practices',
  'words',
  'site',
  'redirects',
  'queryWords',
  'printKit',
  'pages',
  'questionFrames',
  'boundNames',
  'danger',
  'dialect',
  'foreignWords',
  'pageNames',
  'hosts',
  'measured',
  // Their sums are made up on purpose; the form has rules of its own.
  'checks',
  'drills',
  'madeUp',
]);

/** Fields that tell of sources and of the past, or of what people type. */
const withoutDuty: ReadonlySet<string> = new Set([
  'sources',
  'changes',
  'copies',
  'doubt',
  'checked',
  'aliases',
  'ask',
  'reason',
]);

/** A line of an entry without the figures that it quotes, and where it stands. */
interface TypedLine {
  readonly text: string;
  /** Path of the field, or the line of the file. */
  readonly place: readonly (string | number)[] | number;
  /** A story or an exercise: its figures are invented on purpose. */
  readonly madeUp: boolean;
}

/** A figure that is quoted is no longer there to be found. */
const hidden: FindFigure = () => ({ text: '…', ask: '' });

/** Bare trees by the tree with figures: a gate that proves again reads no body twice. */
const bareTrees = new WeakMap<Tree, Tree>();

/** The tree of a body in which no quoted figure is seen. */
function bareTree(entry: Entry, tree: Tree, at: Places, parse: typeof parseBody): Tree {
  const { body: grammar } = collectionShapes[entry.collection];
  if (grammar === undefined || !tree.mentions.some(({ kind }) => kind === 'rule')) return tree;
  const bare = bareTrees.get(tree) ?? parse(entry.file, entry.body, grammar, at.bodyLine(entry), hidden).tree;
  bareTrees.set(tree, bare);
  return bare;
}

/** What an entry says in its own words, as it was written. */
export function typedLines(entry: Entry, tree: Tree | undefined, at: Places, parse = parseBody): TypedLine[] {
  if (withoutRules.has(entry.collection)) return [];
  const fields = textsOf(entry.data).filter(
    // What has no letter beyond ASCII and no space is an id.
    ({ path, text }) => !path.some((step) => withoutDuty.has(String(step))) && !/^[\w/:.-]+$/.test(text),
  );
  // The body of a card is laid out from its fields and says nothing else.
  const own = tree !== undefined && entry.collection !== 'events';
  const lines = own ? guideLines(bareTree(entry, tree, at, parse)) : [];
  return [
    ...fields.map(({ path, text }) => ({ text: withoutFigures(text), place: path, madeUp: false })),
    ...lines.flatMap(({ text, line, madeUp, quoted }) => (quoted ? [] : [{ text, place: line, madeUp }])),
  ];
}

/** A value of a rule, and how a text quotes it. */
interface RuleFigure {
  readonly quote: string;
  /** Words of the rule, to find out which of several with one figure a sentence means. */
  readonly words: ReadonlySet<string>;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}+/gu));

/** Values of all rules by what is said aloud. The first value of a rule is quoted by its id alone. */
function ruleFigures({ rules }: Entries): ReadonlyMap<string, readonly RuleFigure[]> {
  const all = rules.flatMap(({ id, data: { title, says, values } }) =>
    Object.entries(values).map(([part, value], at) => ({
      said: figureSaid(valueWords(value)),
      quote: at === 0 ? id : `${id}.${part}`,
      words: wordsOf(`${title} ${says}`),
    })),
  );
  return Map.groupBy(all, ({ said }) => said);
}

/** A sentence with fewer words of a rule has its figure by chance: “1.000 đồng mỗi phút”. */
const fewestWords = 3;

/** How the rule is quoted that a sentence tells of, among those with its figure. */
function meant(sentence: string, having: readonly RuleFigure[]): string | undefined {
  const words = wordsOf(sentence);
  const shared = (rule: RuleFigure): number => rule.words.intersection(words).size;
  const [most] = having.toSorted((a, b) => shared(b) - shared(a));
  return most && shared(most) >= fewestWords ? most.quote : undefined;
}

type Trees = ReadonlyMap<string, Tree>;
/** What is due, allowed or owed is quoted from a rule, never typed; so are legal texts and their articles. */
export function proveTyped(proving: Proving, written: Entries, trees: Trees, parse = parseBody): void {
  const known = ruleFigures(proving.entries);
  const quoteOf = ({ found, sentence }: LooseFigure): string | undefined =>
    meant(sentence, known.get(figureSaid(found)) ?? []);
  const { places } = proving;
  for (const entry of Object.values(written).flat())
    for (const { text, place, madeUp } of typedLines(entry, trees.get(entryKey(entry)), places, parse))
      for (const figure of madeUp ? [] : looseFigures(text, (one) => quoteOf(one) !== undefined)) {
        const loose = fault('rule-by-hand', { ...figure, quote: quoteOf(figure) });
        if (typeof place === 'number') proving.sayAt(entry, place, 0, loose);
        else proving.say(entry, place, loose);
      }
}
