/**
 * `npm run fit-danger`: learns `src/search/danger-weights.json` from sentences, and prints how sure that is
 * on families kept out of each learning. Reads the part of the sealed sets that may be fitted on, and the
 * sentences of `fit-danger/sentences/`; never the parts that are measured.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { answerRow, emergencyRow, readSealed, searchRow } from '../test/search/sealed/read-sealed.ts';
import { outOfScope } from '../test/search/assistant-questions.ts';
import { devQueries } from '../test/search/queries.ts';
import { index, sourcesOfContent } from '../test/search/index-of-content.ts';
import { bucketsOf, weightLetters, type DangerModel } from '../src/search/danger-model.ts';
import { readQuery } from '../src/search/query.ts';
import { dangerFeatures, dangerOf, inOneHand, type Danger } from '../src/search/danger.ts';
import { typed } from '../src/cli/command-line.ts';
import { learn, type Example, type Learnt } from './fit-danger/learn.ts';
import { foldOf, kinds, learntFrom as own, written, type Kind } from './fit-danger/sentences.ts';

/** A sentence, what must be said of it, and which emergency it opens. */
interface Told {
  readonly text: string;
  readonly kind: Kind;
  readonly box?: string | undefined;
  readonly accept?: readonly Kind[] | undefined;
}

typed({});
const target = new URL('../src/search/danger-weights.json', import.meta.url);
/** Buckets of the kinds and of the boxes; a feature that fewer sentences have is left out. */
const [kindBuckets, boxBuckets, leastSeen] = [32_768, 2048, 4];
/** A weight of a kind, and of a box, is one of so many: many buckets were worth more than exact weights. */
const steps = 15;
/** Tried on sentences kept out; see the table that is printed. */
const [trust, quiet] = [1, 0.65];
/** Others for the curve that is printed. */
const quiets = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const folds = 5;

const { model: _, ...lexicon } = sourcesOfContent.danger ?? fail('The content has no words of danger.');

function fail(message: string): never {
  throw new Error(message);
}

const shown = new Map<string, string>();
/** A sentence as search understands it. */
function understood(text: string): string {
  const known = shown.get(text) ?? readQuery(text, index).shown;
  shown.set(text, known);
  return known;
}
const bySlots = (text: string): Danger => dangerOf(text, understood(text), lexicon);

/** Sentences of the sealed sets that may be fitted on; what people search for besides is no danger. */
function sealed(): Told[] {
  const danger = ['open', 'should', 'near'].flatMap((name) =>
    readSealed('train', `emergency-${name}`, emergencyRow).map(({ text, kind, accept }) => ({
      text,
      kind,
      accept,
      box: kind === 'box' ? bySlots(text).box : undefined,
    })),
  );
  const styles = ['citizens-marked', 'citizens-unmarked', 'elders', 'dialect', 'stallholders', 'officers'];
  const looked = [
    ...[...styles, 'trainers', 'brands'].flatMap((style) =>
      readSealed('train', `search-${style}`, searchRow),
    ),
    ...readSealed('train', 'assistant-answerable', answerRow),
  ];
  const texts = [...looked.map(({ text }) => text), ...devQueries.map((query) => query.q), ...outOfScope];
  const calm = texts.filter((text) => bySlots(text).kind === 'none');
  return [...danger, ...calm.map((text) => ({ text, kind: 'none' as const }))];
}

const others = sealed();

/** Features that enough sentences have, as buckets. */
function examples(told: readonly Told[], buckets: number, label: (one: Told) => number): Example[] {
  const features = told.map(({ text }) => dangerFeatures(inOneHand(text, understood(text)), lexicon));
  const seen = new Map<string, number>();
  for (const set of features) for (const feature of set) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return told.map((one, at) => ({
    buckets: bucketsOf(
      [...(features[at] ?? [])].filter((feature) => (seen.get(feature) ?? 0) >= leastSeen),
      buckets,
    ),
    label: label(one),
  }));
}

const boxNames = [...new Set(own.flatMap(({ box }) => box ?? []))].sort();

/** The step with which the largest weight has the last letter in use. */
function stepOf(lists: readonly (readonly number[])[]): number {
  const largest = lists.flat().reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  return Number((largest / ((steps - 1) / 2)).toPrecision(4));
}

const letters = (weights: readonly number[], step: number): string =>
  weights
    .map((weight) => weightLetters.charAt((weightLetters.length - 1) / 2 + Math.round(weight / step)))
    .join('');

function modelFrom(told: readonly Told[]): DangerModel {
  const kind = learn(
    examples(told, kindBuckets, (one) => kinds.indexOf(one.kind)),
    kinds.length,
    kindBuckets,
  );
  const opened = told.filter(({ box }) => box !== undefined && boxNames.includes(box));
  const box = learn(
    examples(opened, boxBuckets, (one) => boxNames.indexOf(one.box ?? '')),
    boxNames.length,
    boxBuckets,
  );
  const against = (of: number) =>
    (kind.weights[of] ?? []).map((weight, at) => weight - (kind.weights[0]?.[at] ?? 0));
  const [should, happened] = [against(1), against(2)];
  const boxes = boxNames.map((_, at) => centred(box, at));
  const step = stepOf([should, happened]);
  const base = (of: number): number => Number(((kind.base[of] ?? 0) - (kind.base[0] ?? 0)).toFixed(3));
  return {
    kinds: { should: letters(should, step), box: letters(happened, step) },
    base: { should: base(1), box: base(2) },
    // Boxes are only weighed against each other, so that their steps may be others.
    boxes: Object.fromEntries(boxNames.map((name, at) => [name, letters(boxes[at] ?? [], stepOf(boxes))])),
    step,
    trust,
    quiet,
  };
}

/** Weights of one box against the mean of all. */
const centred = ({ weights }: Learnt, of: number): number[] =>
  (weights[of] ?? []).map(
    (weight, at) => weight - weights.reduce((total, list) => total + (list[at] ?? 0), 0) / weights.length,
  );

const share = (count: number, of: number): string => (count / of).toFixed(3);

/** What the whole says of families that were kept out of the learning. */
function printKeptOut(): void {
  const said = new Map<Told, Danger>();
  const quieter = new Map<number, Map<Told, Danger>>(quiets.map((each) => [each, new Map()]));
  for (let fold = 0; fold < folds; fold++) {
    const model = modelFrom([...others, ...own.filter((one) => foldOf(one, folds) !== fold)]);
    for (const one of own)
      if (foldOf(one, folds) === fold)
        for (const [each, told] of [[quiet, said] as const, ...quieter])
          told.set(
            one,
            dangerOf(one.text, understood(one.text), { ...lexicon, model: { ...model, quiet: each } }),
          );
  }
  const row = (style: string, read: (one: Told) => Danger) =>
    Object.fromEntries(
      kinds.map((kind) => {
        const rows = own.filter((one) => one.kind === kind && one.style.startsWith(style));
        return [kind, share(rows.filter((one) => read(one).kind === kind).length, rows.length)];
      }),
    );
  const from = (told: ReadonlyMap<Told, Danger>) => (one: Told) => told.get(one) ?? bySlots(one.text);
  const learnt = from(said);
  const opened = own.filter((one) => one.kind === 'box' && said.get(one)?.kind === 'box');
  console.table({
    'slots alone': row('', ({ text }) => bySlots(text)),
    'with what was learnt': row('', learnt),
    ...Object.fromEntries(
      [...new Set(own.map(({ style }) => style))].map((style) => [style, row(style, learnt)]),
    ),
  });
  console.table(
    Object.fromEntries([...quieter].map(([each, told]) => [`quiet at ${each}`, row('', from(told))])),
  );
  const right = opened.filter((one) => said.get(one)?.box === one.box);
  console.log(`right box: ${share(right.length, opened.length)} of ${opened.length}`);
}

printKeptOut();
const learnt = {
  from: createHash('sha256').update(written).update(JSON.stringify(lexicon)).digest('hex').slice(0, 16),
  ...modelFrom([...others, ...own]),
};
writeFileSync(target, `${JSON.stringify(learnt, null, 2)}\n`);
console.log(`${own.length + others.length} sentences; written to src/search/danger-weights.json`);
