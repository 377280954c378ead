/**
 * `npm run fit-doubt`: learns `src/outputs/search-index/doubt-weights.json`, by which the helper judges
 * whether what it found answers. Reads the part of the sealed sets that may be fitted on, the development
 * questions and `fit-doubt/nothing-answers.txt`; never the part that is measured. Prints what it says of
 * families that were kept out of each learning.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { assistantQuestions, outOfScope } from '../test/search/assistant-questions.ts';
import { devQueries } from '../test/search/queries.ts';
import { answerRow, readSealed, searchRow } from '../test/search/sealed/read-sealed.ts';
import { sources } from '../test/search/index-of-content.ts';
import { likelihood, sureAt, type DoubtWeights } from '../src/outputs/search-index/doubt.ts';
import { typed } from '../src/cli/command-line.ts';
import { above, candidates, type Candidate } from './eval-search/helper.ts';
import { isAmong } from './eval-search/own.ts';
import { sealedSets } from './eval-search/sealed.ts';

typed({});

/** A question, its family, and the pages that answer it. */
interface Told {
  readonly text: string;
  readonly family: string;
  readonly right: readonly string[];
  /** One of the questions by which the threshold is chosen. */
  readonly asked: boolean;
}
interface Judged extends Told {
  readonly candidates: readonly (Candidate & { readonly right: boolean })[];
}
interface Example {
  readonly signs: readonly number[];
  readonly right: boolean;
  /** How much it counts: a page behind the first counts half. */
  readonly counts: number;
}

const target = new URL('../src/outputs/search-index/doubt-weights.json', import.meta.url);
const [folds, rounds, shrink, rate, keep] = [6, 400, 5, 0.2, 0.9];

const byNumber = new Map(sources.map((page) => [page.number, page.address]));
const pagesOf = (numbers: readonly number[]): string[] =>
  numbers.flatMap((number) => byNumber.get(number) ?? []);
const unanswered = (texts: readonly string[], asked = true): Told[] =>
  texts.map((text) => ({ text, family: text, right: [], asked }));

function told(): Told[] {
  const own = readFileSync(new URL('fit-doubt/nothing-answers.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const answerable = readSealed('train', 'assistant-answerable', answerRow);
  const nothing = readSealed('train', 'assistant-nothing', searchRow);
  const searched = new Map(sealedSets('test/search/sealed')).get('train') ?? [];
  return [
    ...answerable.map(({ text, family, answers }) => ({
      text,
      family,
      right: answers.map(({ page }) => page),
      asked: true,
    })),
    ...nothing.map(({ text, family }) => ({ text, family, right: [], asked: true })),
    ...searched
      .filter(({ style }) => style !== 'numbers-titles')
      .map(({ text, family, first, also }) => ({ text, family, right: [...first, ...also], asked: false })),
    ...devQueries.map(({ q: text, guides }) => ({
      text,
      family: text,
      right: pagesOf(guides),
      asked: false,
    })),
    ...assistantQuestions.map(({ q: text, answers }) => ({
      text,
      family: text,
      right: pagesOf(answers.map(([number]) => number)),
      asked: false,
    })),
    ...unanswered(outOfScope),
    ...unanswered(own),
  ];
}

const judged = told().map((row): Judged => ({
  ...row,
  candidates: candidates(row.text).map((each) => ({ ...each, right: isAmong(each.address, row.right) })),
}));
const names = Object.keys(judged.find((row) => row.candidates.length > 0)?.candidates[0]?.signs ?? {});

const examplesOf = (rows: readonly Judged[]): Example[] =>
  rows.flatMap((row) =>
    row.candidates.map(({ signs, right }, place) => ({
      signs: names.map((name) => signs[name] ?? 0),
      right,
      counts: place === 0 ? 1 : 0.5,
    })),
  );

/** Logistic regression with ridge, by gradients with momentum; the same examples give the same weights. */
function learn(rows: readonly Judged[]): DoubtWeights {
  const examples = examplesOf(rows);
  const spreads = names.map((_, at) => {
    const values = examples.map(({ signs }) => signs[at] ?? 0);
    const middle = values.reduce((sum, each) => sum + each, 0) / values.length;
    const spread = Math.sqrt(values.reduce((sum, each) => sum + (each - middle) ** 2, 0) / values.length);
    return { middle, spread: spread || 1 };
  });
  const scaled = examples.map(({ signs, right, counts }) => ({
    signs: signs.map((each, at) => (each - (spreads[at]?.middle ?? 0)) / (spreads[at]?.spread ?? 1)),
    right: right ? 1 : 0,
    counts,
  }));
  const all = scaled.reduce((sum, { counts }) => sum + counts, 0);
  const weights = [0, ...names.map(() => 0)];
  const speed = weights.map(() => 0);
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : shrink * weight));
    for (const { signs, right, counts } of scaled) {
      const line = [1, ...signs];
      const sum = line.reduce((total, each, at) => total + each * (weights[at] ?? 0), 0);
      const miss = (1 / (1 + Math.exp(-sum)) - right) * counts;
      for (const [at, each] of line.entries()) slope[at] = (slope[at] ?? 0) + miss * each;
    }
    for (const [at, each] of slope.entries()) {
      speed[at] = keep * (speed[at] ?? 0) + each / all;
      weights[at] = (weights[at] ?? 0) - rate * (speed[at] ?? 0);
    }
  }
  const short = (value: number): number => Number(value.toPrecision(4));
  return {
    base: short(weights[0] ?? 0),
    signs: Object.fromEntries(
      names.map((name, at) => [
        name,
        [spreads[at]?.middle ?? 0, spreads[at]?.spread ?? 1, weights[at + 1] ?? 0].map(short),
      ]),
    ),
  };
}

/** FNV-1a, so that a family keeps its place. */
function foldOf(family: string): number {
  let sum = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`cv${family}`)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum % folds;
}

/** The likeliest page of a question by what was learnt, and whether it is right. */
function said(row: Judged, learnt: DoubtWeights): { readonly sure: number; readonly right: boolean } {
  return row.candidates
    .map(({ signs, right }) => ({ sure: likelihood(signs, learnt), right }))
    .reduce((best, each) => (each.sure > best.sure ? each : best), { sure: 0, right: false });
}

const keptOut = judged.map((row) => ({ row, fold: foldOf(row.family) }));
const replies = Array.from({ length: folds }, (_, fold) => {
  const learnt = learn(keptOut.filter((each) => each.fold !== fold).map(({ row }) => row));
  return keptOut.filter((each) => each.fold === fold).map(({ row }) => ({ row, ...said(row, learnt) }));
}).flat();
const answerable = replies.filter(({ row }) => row.asked && row.right.length > 0);
const nothing = replies.filter(({ row }) => row.asked && row.right.length === 0);
const area = above(
  answerable.map(({ sure }) => sure),
  nothing.map(({ sure }) => sure),
);
console.log(`kept out: ${answerable.length} answerable, ${nothing.length} not; AUC ${area.toFixed(3)}`);
const share = (count: number, of: number): string => (count / (of || 1)).toFixed(3);
/**
 * The threshold is the least of these at which, by what was kept out, at most this share of what nothing
 * answers is answered: twice the goal of .03, which would leave fewer than half of the others an answer.
 */
const [thresholds, mostFalse] = [[0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8], 0.06];
const falsely = (least: number): number =>
  nothing.filter(({ sure }) => sure >= least).length / nothing.length;
const fitting = thresholds.find((least) => falsely(least) <= mostFalse);
console.log(`threshold by this: ${fitting}, in use: ${sureAt}`);
console.table(
  thresholds.map((least) => {
    const given = answerable.filter(({ sure }) => sure >= least);
    return {
      'sure at': least,
      answered: share(given.length, answerable.length),
      'right page': share(given.filter(({ right }) => right).length, given.length),
      falsely: falsely(least).toFixed(3),
    };
  }),
);
writeFileSync(target, `${JSON.stringify(learn(judged), null, 2)}\n`);
console.log(`${judged.length} questions; written to src/outputs/search-index/doubt-weights.json`);
